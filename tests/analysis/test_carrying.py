"""What an earlier answer is worth by a later rule, and when it says nothing to it."""

from __future__ import annotations

import pytest

from parcli.analysis.change_parts import Parts
from parcli.model.assessment import LeafAnswer
from parcli.model.rules import (
    ChecklistItem,
    ChecklistRule,
    ChoiceRule,
    ImportedRule,
    Option,
)
from parcli.model.text import Text
from support.scoring_sets import (
    NOT_APPLICABLE,
    adjusting,
    amount,
    answer,
    area,
    bonus,
    details,
    exact,
    leaf,
    number,
    pair,
    penalty,
    percent,
    plain,
    policy,
    ratio,
    tier,
    tiers,
    word,
)
from support.two_editions import (
    LAX,
    POINTS,
    STRICT,
    hindrances,
    new_set,
    old_set,
    parts_of,
    parts_of_one,
    rules_and_unit,
)


def test_an_appraisal_that_confirms_the_answer_lets_it_be_rescored() -> None:
    same = answer("1", percent("80%"), self=4, appraised_2=4)

    assert (-3, 0) == rules_and_unit(
        parts_of_one(LAX, STRICT, same, answer("1", percent("80%"), appraised_2=1))
    )


def test_a_blank_appraisal_that_confirmed_does_so_under_a_policy_that_it_would_not() -> None:
    new = policy(ranking=POINTS.ranking, appraised_blank="missing")
    found = parts_of(
        old_set(area("A", leaf("1", 4, LAX), leaf("2", 5))),
        new_set(area("A", leaf("1", 4, STRICT), leaf("2", 5)), policy=new),
        [answer("1", percent("80%")), answer("2", self=3, appraised_2=3)],
        [answer("1", percent("80%"), appraised_2=1), answer("2", self=3, appraised_2=3)],
    )

    assert (-3, 0, []) == (*rules_and_unit(found), hindrances(found))


def test_an_appraisal_that_overruled_keeps_its_points_under_the_same_rule() -> None:
    found = parts_of_one(
        LAX, LAX, answer("1", percent("80%"), appraised_2=0), answer("1", percent("80%"), appraised_2=4)
    )

    assert (0, 4, []) == (*rules_and_unit(found), hindrances(found))


def test_an_appraisal_keeps_its_share_of_a_new_maximum() -> None:
    found = parts_of(
        old_set(area("A", leaf("1", 4))),
        new_set(area("A", leaf("1", 6))),
        [answer("1", self=4, appraised_2=3)],
        [answer("1", self=6, appraised_2=6)],
    )

    assert (exact("1.5"), exact("1.5")) == rules_and_unit(found)


def test_an_appraisal_that_overruled_cannot_be_rescored_under_another_rule() -> None:
    found = parts_of_one(
        LAX, STRICT, answer("1", percent("80%"), appraised_2=0), answer("1", percent("95%"), appraised_2=4)
    )

    assert (4, 0, [("1", "appraised")]) == (*rules_and_unit(found), hindrances(found))


def test_an_appraisal_of_not_applicable_holds_under_any_rule() -> None:
    found = parts_of_one(
        LAX,
        STRICT,
        answer("1", percent("80%"), appraised_2=NOT_APPLICABLE),
        answer("1", percent("95%"), appraised_2=4),
    )

    assert (0, 4, []) == (*rules_and_unit(found), hindrances(found))


def test_points_claimed_without_an_answer_cannot_be_rescored_under_another_rule() -> None:
    found = parts_of_one(LAX, STRICT, answer("1", self=4), answer("1", percent("95%")))

    assert [("1", "points-only")] == hindrances(found)


def test_points_of_a_survey_keep_their_share_and_a_percentage_is_taken_as_answer() -> None:
    rule = ImportedRule(Text("SIPAS"), "percent")
    sides = (
        old_set(area("A", *(leaf(c, 10, rule, scored_by="imported") for c in ("1", "2")))),
        new_set(area("A", *(leaf(c, 20, rule, scored_by="imported") for c in ("1", "2")))),
    )
    answers = [answer("1", imported=number(8)), answer("2", imported=percent("80%"))]
    now = [answer("1", imported=number(16)), answer("2", imported=percent("80%"))]

    assert (16, 0, []) == (*rules_and_unit(found := parts_of(*sides, answers, now)), hindrances(found))


def test_a_criterion_that_others_score_now_cannot_be_rescored() -> None:
    found = parts_of(
        old_set(area("A", leaf("1", 4))),
        new_set(area("A", leaf("1", 4, scored_by="leaders"))),
        [answer("1", self=4)],
        [answer("1", leaders=2)],
    )

    assert (-2, 0, [("1", "scorer")]) == (*rules_and_unit(found), hindrances(found))


def test_what_a_criterion_becomes_a_bonus_is_not_rescored() -> None:
    adjusts = policy(ranking=POINTS.ranking, adjustments=adjusting())
    found = parts_of(
        old_set(area("A", leaf("1", 4), leaf("2", 1)), policy=adjusts),
        new_set(area("A", leaf("1", 4)), adjustments=(bonus(leaf("2", 1), cap=1),), policy=adjusts),
        [answer("1", self=4), answer("2", self=1)],
        [answer("1", self=4), answer("2", self=1)],
    )

    assert (0, 0, [("2", "place")]) == (*rules_and_unit(found), hindrances(found))


def test_penalties_are_held_at_the_caps_of_the_new_set() -> None:
    adjusts = policy(ranking=POINTS.ranking, adjustments=adjusting())
    found = parts_of(
        old_set(area("A", leaf("1", 4)), adjustments=(penalty(leaf("X.1", 3), cap=3),), policy=adjusts),
        new_set(area("A", leaf("1", 4)), adjustments=(penalty(leaf("X.1", 3), cap=1),), policy=adjusts),
        [answer("1", self=4), answer("X.1", self=2)],
        [answer("1", self=4)],
    )

    assert (1, 1) == rules_and_unit(found)


def test_a_criterion_that_was_not_due_takes_this_years_answer() -> None:
    sides = old_set(area("A", leaf("1", 4, due_in=("H1",)))), new_set(area("A", leaf("1", 4)))
    found = parts_of(*sides, [], [answer("1", self=4)])

    assert (4, 0, [("1", "not-due")]) == (*rules_and_unit(found), hindrances(found))


# --- answers that a rule of another kind would misread


def _choice(*labels: str) -> ChoiceRule:
    return ChoiceRule(tuple(Option(Text(each), amount(4 - index)) for index, each in enumerate(labels)))


def test_a_number_is_no_answer_to_a_rule_on_percentages() -> None:
    counts = tiers(plain(), tier("from 3", 4), tier("below 3", 0))
    found = parts_of_one(counts, STRICT, answer("1", number(1)), answer("1", percent("95%")))

    assert [("1", "refused")] == hindrances(found)


def test_a_ratio_answers_a_rule_on_a_percentage() -> None:
    on_ratio = tiers(ratio(), tier("from 50%", 4), tier("below 50%", 0))

    assert (-3, 0) == rules_and_unit(
        parts_of_one(on_ratio, STRICT, answer("1", pair(4, 5)), answer("1", percent("80%")))
    )


def test_a_renamed_option_keeps_its_points() -> None:
    old, new = _choice("Có", "Có một phần"), _choice("Đạt", "Đạt một phần")
    found = parts_of_one(old, new, answer("1", word("Có một phần")), answer("1", word("Đạt")))

    assert (0, 1, []) == (*rules_and_unit(found), hindrances(found))


def test_an_option_follows_its_words_not_its_place() -> None:
    old, new = _choice("A", "B"), _choice("B", "A")

    assert (-1, 0) == rules_and_unit(parts_of_one(old, new, answer("1", word("A")), answer("1", word("A"))))


def _all_of(*labels: str) -> ChecklistRule:
    return ChecklistRule("all", tuple(ChecklistItem(Text(each)) for each in labels), met=amount(4))


@pytest.mark.parametrize(
    "before",
    [
        answer("1", word("Có")),
        answer("1", details=details((("A", word("x")), ("B", word("x"))))),
    ],
)
def test_what_was_never_asked_was_not_answered(before: LeafAnswer) -> None:
    """Neither a word for all requirements nor ticks beside some say anything about one that is new."""
    rows = details((("A", word("Có")), ("B", word("Có")), ("C", word("Không"))))
    found = parts_of_one(_all_of("A", "B"), _all_of("A", "B", "C"), before, answer("1", details=rows))

    assert [("1", "refused")] == hindrances(found)


def test_rows_answer_a_rule_that_asks_for_fewer_of_them() -> None:
    rows = details((("A", word("Có")), ("B", word("Không"))))
    same = answer("1", details=rows)

    found = parts_of_one(_all_of("A", "B"), _all_of("A"), same, same)

    assert (4, 0, []) == (*rules_and_unit(found), hindrances(found))


def test_a_blank_that_the_new_policy_does_not_take_cannot_be_rescored() -> None:
    found = parts_of(
        old_set(area("A", leaf("1", 4, LAX))),
        new_set(area("A", leaf("1", 4, LAX)), policy=policy(ranking=POINTS.ranking, missing="refuse")),
        [],
        [answer("1", percent("80%"))],
    )

    assert (4, 0, [("1", "refused")]) == (*rules_and_unit(found), hindrances(found))


def test_what_did_not_change_keeps_its_score_under_another_code() -> None:
    found = parts_of(
        old_set(area("A", leaf("1", 4, LAX))),
        new_set(area("A", leaf("7", 4, LAX, replaces=("1",)))),
        [answer("1", percent("80%"), appraised_2=0)],
        [answer("7", percent("80%"), appraised_2=4)],
    )

    assert (0, 4, []) == (*rules_and_unit(found), hindrances(found))


def test_an_area_without_criteria_is_carried_over_under_another_code() -> None:
    alone = {"role": "area", "depth": 1}
    found = parts_of(
        old_set(leaf("A", 4, LAX, **alone)),
        new_set(leaf("B", 4, LAX, replaces=("A",), **alone)),
        [answer("A", percent("80%"))],
        [answer("B", percent("10%"))],
    )

    assert [("B", Parts(exact(4), exact(4), exact(0)))] == [(each.code, each.points) for each in found.areas]
