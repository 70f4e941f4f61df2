"""A change of score over two editions: each cause lies in its own part, and the parts add up exactly."""

from __future__ import annotations

from typing import get_args

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from parcli.analysis.change_parts import Parts, change_parts
from parcli.analysis.correspondence import correspondence
from parcli.analysis.edition_leaves import Answered
from parcli.model.assessment import Datum
from parcli.model.score import ScoreStage
from parcli.scoring.engine import score
from support.scoring_sets import (
    NOT_APPLICABLE,
    answer,
    area,
    assessment,
    branch,
    exact,
    leaf,
    percent,
    percentage,
    policy,
    tier,
    tiers,
)
from support.two_editions import (
    LAX,
    LAX_OF_2,
    POINTS,
    STRICT,
    hindrances,
    new_set,
    old_set,
    parts_of,
    parts_of_one,
    rules_and_unit,
)


def test_where_only_the_rule_changed_the_unit_has_no_part() -> None:
    same = answer("1", percent("80%"))

    assert (-3, 0) == rules_and_unit(parts_of_one(LAX, STRICT, same, same))


def test_where_only_the_answer_changed_the_rules_have_no_part() -> None:
    found = parts_of_one(LAX, LAX, answer("1", percent("40%")), answer("1", percent("80%")))

    assert (0, 4) == rules_and_unit(found)


def test_where_both_changed_each_has_its_part() -> None:
    found = parts_of_one(LAX, STRICT, answer("1", percent("80%")), answer("1", percent("95%")))

    assert (-3, 3) == rules_and_unit(found)


def test_what_is_carried_over_is_not_listed() -> None:
    same = answer("1", percent("80%"))

    assert [] == hindrances(parts_of_one(LAX, STRICT, same, same))


def test_a_blank_answer_stays_blank_so_that_answering_is_the_units_doing() -> None:
    assert (0, 4) == rules_and_unit(parts_of_one(LAX, LAX, answer("1"), answer("1", percent("80%"))))


def test_a_new_criterion_is_the_rules_part_and_listed() -> None:
    found = parts_of(
        old_set(area("A", leaf("1", 4, LAX))),
        new_set(area("A", leaf("1", 4, LAX), leaf("2", 4, LAX, replaces=()))),
        [answer("1", percent("80%"))],
        [answer("1", percent("80%")), answer("2", percent("80%"))],
    )

    assert (4, 0, [("2", "new")]) == (*rules_and_unit(found), hindrances(found))


def test_a_dropped_criterion_is_the_rules_part_and_named() -> None:
    found = parts_of(
        old_set(area("A", leaf("1", 4, LAX), leaf("2", 4, LAX))),
        new_set(area("A", leaf("1", 4, LAX))),
        [answer("1", percent("80%")), answer("2", percent("80%"))],
        [answer("1", percent("80%"))],
    )

    assert (-4, 0, ["2"]) == (*rules_and_unit(found), [node.code for node in found.dropped])


def test_a_split_criterion_takes_this_years_answers_in_both_years() -> None:
    parts = [leaf("1", 2, LAX_OF_2, replaces=("1",)), leaf("2", 2, LAX_OF_2, replaces=("1",))]
    found = parts_of(
        old_set(area("A", leaf("1", 4, LAX))),
        new_set(area("A", *parts)),
        [answer("1", percent("80%"))],
        [answer("1", percent("80%")), answer("2", percent("10%"))],
    )

    assert (-2, 0, [("1", "split"), ("2", "split")]) == (*rules_and_unit(found), hindrances(found))


def test_a_merged_criterion_takes_this_years_answer_in_both_years() -> None:
    found = parts_of(
        old_set(area("A", leaf("1", 4, LAX), leaf("2", 4, LAX))),
        new_set(area("A", leaf("3", 4, LAX, replaces=("1", "2")))),
        [answer("1", percent("80%")), answer("2", percent("80%"))],
        [answer("3", percent("80%"))],
    )

    assert (-4, 0, [("3", "merged")]) == (*rules_and_unit(found), hindrances(found))


def test_a_criterion_that_had_sub_criteria_takes_this_years_answer() -> None:
    found = parts_of(
        old_set(area("A", branch("1", leaf("1.1", 4, LAX)))),
        new_set(area("A", leaf("1", 4, LAX))),
        [answer("1.1", percent("80%"))],
        [answer("1", percent("10%"))],
    )

    assert (-4, 0, [("1", "sub-criteria")]) == (*rules_and_unit(found), hindrances(found))


def test_a_greater_maximum_is_the_rules_part() -> None:
    doubled = tiers(percentage(), tier("from 50%", 8), tier("below 50%", 0))
    found = parts_of(
        old_set(area("A", leaf("1", 4, LAX))),
        new_set(area("A", leaf("1", 8, doubled))),
        [answer("1", percent("80%"))],
        [answer("1", percent("80%"))],
    )

    assert (4, 0) == rules_and_unit(found)


def test_a_percentage_is_parted_over_the_applicable_maximum() -> None:
    by_percent = policy()
    found = parts_of(
        old_set(area("A", leaf("1", 4, LAX), leaf("2", 4)), policy=by_percent),
        new_set(area("A", leaf("1", 4, STRICT), leaf("2", 4)), policy=by_percent),
        [answer("1", percent("80%")), answer("2", NOT_APPLICABLE)],
        [answer("1", percent("95%")), answer("2", self=2)],
    )

    assert ("percent", Parts(exact(100), exact(25), exact(75))) == (found.by, found.total)


def test_what_did_not_apply_is_treated_by_the_new_policy() -> None:
    found = parts_of(
        old_set(area("A", leaf("1", 4, LAX))),
        new_set(area("A", leaf("1", 4, LAX, not_applicable="full_marks"))),
        [answer("1", NOT_APPLICABLE)],
        [answer("1", NOT_APPLICABLE)],
    )

    assert (4, 0) == rules_and_unit(found)


def test_an_answer_that_the_new_policy_forbids_cannot_be_rescored() -> None:
    found = parts_of(
        old_set(area("A", leaf("1", 4, LAX))),
        new_set(area("A", leaf("1", 4, LAX, not_applicable="forbidden"))),
        [answer("1", NOT_APPLICABLE)],
        [answer("1", percent("80%"))],
    )

    assert (4, 0, [("1", "refused")]) == (*rules_and_unit(found), hindrances(found))


# --- stages and areas


def test_what_others_score_takes_no_part_in_the_self_stage() -> None:
    old = old_set(area("A", leaf("1", 4, LAX), leaf("2", 4, scored_by="leaders")))
    new = new_set(area("A", leaf("1", 4, STRICT), leaf("2", 2, scored_by="survey")))
    same = [answer("1", percent("80%"), appraised_2=0), answer("2", leaders=2)]

    assert (-3, 0, []) == (
        *rules_and_unit(found := parts_of(old, new, same, same, stage="self")),
        hindrances(found),
    )


def test_areas_that_continue_one_area_are_parted_in_points() -> None:
    found = parts_of(
        old_set(area("A", leaf("1", 4, LAX)), area("B", leaf("2", 4, LAX))),
        new_set(
            replace(area("C", leaf("1", 4, STRICT, replaces=("1",))), replaces=("A",)),
            area("D", leaf("5", 4, LAX, replaces=())),
        ),
        [answer("1", percent("80%")), answer("2", percent("80%"))],
        [answer("1", percent("95%")), answer("5", percent("80%"))],
    )

    assert [("C", Parts(exact(4), exact(1), exact(4)))] == [(each.code, each.points) for each in found.areas]


def test_nothing_can_be_said_of_a_unit_to_which_nothing_applied() -> None:
    by_percent = policy()
    old = old_set(area("A", leaf("1", 4, LAX)), policy=by_percent)
    new = new_set(area("A", leaf("1", 4, LAX)), policy=by_percent)
    found = change_parts(
        Answered(old, assessment(answer("1", NOT_APPLICABLE))),
        Answered(new, assessment(answer("1", percent("80%")))),
        links=correspondence(old, new),
        stage="final",
    )

    assert found is None


_SHARES = st.fractions(0, 1, max_denominator=30)
_ANSWERS = st.one_of(
    st.none(),
    st.just(NOT_APPLICABLE),
    _SHARES.map(lambda share: Datum(percent("0%").state, share, percent=True, text=str(share))),
)


@given(st.lists(_ANSWERS, min_size=6, max_size=6), st.sampled_from(get_args(ScoreStage)), st.booleans())
def test_the_parts_add_up_exactly_to_the_change_of_both_scores(
    cells: list[Datum | None], stage: ScoreStage, by_points: bool
) -> None:
    ranked = POINTS if by_points else policy()
    old = old_set(area("A", leaf("1", 4, LAX), leaf("2", 4, STRICT)), area("B", leaf("3", 4)), policy=ranked)
    new = new_set(
        area("A", leaf("1", 4, STRICT), leaf("2", 4, LAX)), area("B", leaf("3", 7, LAX_OF_2)), policy=ranked
    )
    rows = [answer(code, cell) if cell else answer(code) for code, cell in zip("123123", cells, strict=True)]
    sides = Answered(old, assessment(*rows[:3], period="2024")), Answered(new, assessment(*rows[3:]))
    scores = [score(each.criteria_set, each.assessment, stage=stage) for each in sides]
    before, now = (each.points if by_points else each.percent for each in scores)

    found = change_parts(*sides, links=correspondence(old, new), stage=stage)

    if found is not None and before is not None and now is not None:
        assert (before, now) == (found.total.before, found.total.now)
        assert now - before == found.total.of_rules + found.total.of_unit


@given(st.lists(_ANSWERS, min_size=3, max_size=3), st.booleans())
def test_new_rules_on_the_same_answers_are_the_rules_part_alone(
    cells: list[Datum | None], by_points: bool
) -> None:
    ranked = POINTS if by_points else policy()
    old = old_set(area("A", leaf("1", 4, LAX), leaf("2", 4, STRICT), leaf("3", 4, LAX)), policy=ranked)
    new = new_set(area("A", leaf("1", 4, STRICT), leaf("2", 4, LAX), leaf("3", 4, LAX)), policy=ranked)
    same = assessment(*(answer(code, cell) for code, cell in zip("123", cells, strict=True) if cell))

    found = change_parts(
        Answered(old, same), Answered(new, same), links=correspondence(old, new), stage="final"
    )

    assert found is None or found.total.of_unit == 0
