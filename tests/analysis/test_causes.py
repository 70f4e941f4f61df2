"""A change of score or rank is shared among its causes: exactly, in no order; absent causes have none."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from itertools import permutations
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from parcli.analysis.causes import CAUSES, RankCauses, rank_causes, score_causes, without
from parcli.analysis.correspondence import correspondence
from parcli.analysis.edition_leaves import Answered
from parcli.analysis.leaf_sides import Cause
from parcli.analysis.shapley import shares
from parcli.model.assessment import BLANK, Datum, LeafAnswer, Stage
from parcli.model.criteria_set import CriteriaSet
from parcli.model.rules import ImportedRule
from parcli.model.score import ScoreStage
from parcli.model.text import Text
from parcli.scoring.engine import score
from support.scoring_sets import (
    NOT_APPLICABLE,
    REFUSED,
    adjusting,
    answer,
    area,
    assessment,
    bonus,
    leaf,
    number,
    percent,
    policy,
)
from support.two_editions import LAX, POINTS, STRICT, new_set, old_set

SIPAS = leaf("4", 10, ImportedRule(Text("SIPAS"), "percent"), scored_by="imported")


def _causes(
    before: list[LeafAnswer],
    now: list[LeafAnswer],
    *,
    old: CriteriaSet | None = None,
    new: CriteriaSet | None = None,
    stage: ScoreStage = "final",
) -> dict[Cause, Fraction]:
    """Return the causes that have a share; without editions both years have the same one."""
    old = old or _edition()
    new = new or old
    sides = Answered(old, assessment(*before, period="2024")), Answered(new, assessment(*now))
    found = score_causes(*sides, links=correspondence(old, new), stage=stage)
    assert found is not None
    assert found.now - found.before == sum(found.shares.values())
    return {cause: share for cause, share in found.shares.items() if share}


def _edition() -> CriteriaSet:
    return old_set(area("A", leaf("1", 4, LAX), leaf("2", 5), SIPAS))


SAME = [answer("2", number(3), self=3), answer("4", imported=number(8))]


def test_another_answer_is_the_units_own_doing() -> None:
    found = _causes([answer("1", percent("40%")), *SAME], [answer("1", percent("60%")), *SAME])

    assert {"answers": 4} == found


def test_points_from_elsewhere_are_not_the_units_doing() -> None:
    before, now = ([answer("2", self=3), answer("4", imported=number(each))] for each in (5, 8))

    assert {"elsewhere": 3} == _causes(before, now)


def test_what_the_council_takes_off_is_appraisal() -> None:
    before, now = [answer("2", self=3), SAME[1]], [answer("2", self=3, appraised_1=1), SAME[1]]

    assert {"appraisal": -2} == _causes(before, now)


def test_a_criterion_that_no_longer_applies_is_applicability() -> None:
    by_percent = old_set(area("A", leaf("1", 4, LAX), leaf("2", 4)), policy=policy())
    before = [answer("1", percent("40%")), answer("2", self=4)]
    now = [answer("1", NOT_APPLICABLE), answer("2", self=4)]

    assert {"applicability": 50} == _causes(before, now, old=by_percent)


def test_another_rule_on_the_same_answer_is_the_rules() -> None:
    old = old_set(area("A", leaf("1", 4, LAX), leaf("2", 5)))
    new = new_set(area("A", leaf("1", 4, STRICT), leaf("2", 5)))
    same = [answer("1", percent("80%")), SAME[0]]

    assert {"rules": -3} == _causes(same, same, old=old, new=new)


def test_a_criterion_that_nothing_continues_is_the_rules_as_a_whole() -> None:
    old = old_set(area("A", leaf("1", 4, LAX), leaf("2", 5)))
    new = new_set(area("A", leaf("2", 5), leaf("3", 4, LAX)))
    before = [answer("1", percent("80%")), SAME[0]]
    now = [answer("3", percent("10%")), SAME[0]]

    assert {"rules": -4} == _causes(before, now, old=old, new=new)


def test_rule_and_answer_share_what_only_both_bring() -> None:
    """40 % gave 0 and gives 1, 95 % gives 4 by both: the answer is worth 4 by the old rule, 3 by the new."""
    old = old_set(area("A", leaf("1", 4, LAX), leaf("2", 5)))
    new = new_set(area("A", leaf("1", 4, STRICT), leaf("2", 5)))
    before, now = ([answer("1", percent(each)), SAME[0]] for each in ("40%", "95%"))

    assert {"rules": Fraction(1, 2), "answers": Fraction(7, 2)} == _causes(before, now, old=old, new=new)


def test_bonus_points_are_shared_too() -> None:
    with_bonus = old_set(
        area("A", leaf("2", 5)),
        adjustments=(bonus(leaf("T1", 2)),),
        policy=policy(ranking=POINTS.ranking, adjustments=adjusting()),
    )
    before, now = ([SAME[0], answer("T1", self=each)] for each in (0, 2))

    assert {"answers": 2} == _causes(before, now, old=with_bonus)


def test_a_percentage_of_nothing_cannot_be_shared() -> None:
    edition = old_set(area("A", leaf("1", 4, LAX)), policy=policy())
    sides = (
        Answered(edition, assessment(answer("1", NOT_APPLICABLE))),
        Answered(edition, assessment(answer("1", percent("80%")))),
    )

    assert score_causes(*sides, links=correspondence(edition, edition), stage="final") is None


_SHARES = st.fractions(0, 1, max_denominator=20)
_CELLS = st.one_of(
    st.none(),
    st.just(NOT_APPLICABLE),
    st.just(REFUSED),
    _SHARES.map(lambda share: Datum(percent("0%").state, share, percent=True, text=str(share))),
)
_POINTS = st.one_of(
    st.none(), st.sampled_from([number(each) for each in (0, 1, 2, 4)]), st.just(NOT_APPLICABLE)
)
_ROWS = st.tuples(_CELLS, _POINTS, _POINTS, _POINTS)
_YEAR = st.tuples(_ROWS, _ROWS, _ROWS)
_STAGE = st.sampled_from(get_args(ScoreStage))


def _year(rows: tuple[tuple[Datum | None, ...], ...]) -> list[LeafAnswer]:
    names: tuple[Stage, ...] = ("self", "appraised_1", "imported")
    return [
        replace(
            answer(code, BLANK if cell is None else cell),
            points={stage: each for stage, each in zip(names, points, strict=True) if each is not None},
        )
        for code, (cell, *points) in zip(("1", "2", "4"), rows, strict=True)
    ]


def _pair(by_points: bool) -> tuple[CriteriaSet, CriteriaSet]:
    ranked = POINTS if by_points else policy()
    old = old_set(area("A", leaf("1", 4, LAX), leaf("2", 4, STRICT), SIPAS), policy=ranked)
    new = new_set(area("A", leaf("1", 6, STRICT), leaf("2", 4, STRICT), SIPAS), policy=ranked)
    return old, new


@given(_YEAR, _YEAR, _STAGE, st.booleans(), st.booleans())
def test_shares_add_up_exactly_to_the_change_of_both_scores(
    before: tuple[tuple[Datum | None, ...], ...],
    now: tuple[tuple[Datum | None, ...], ...],
    stage: ScoreStage,
    by_points: bool,
    one_edition: bool,
) -> None:
    old, new = _pair(by_points)
    new = old if one_edition else new
    sides = Answered(old, assessment(*_year(before), period="2024")), Answered(new, assessment(*_year(now)))
    scores = [score(each.criteria_set, each.assessment, stage=stage) for each in sides]
    ends = [each.points if by_points else each.percent for each in scores]

    found = score_causes(*sides, links=correspondence(old, new), stage=stage)

    if found is not None:
        assert ends == [found.before, found.now]
        assert found.now - found.before == sum(found.shares.values())
        assert not one_edition or found.shares["rules"] == 0


@given(_YEAR, _STAGE, st.booleans())
def test_the_same_answers_by_the_same_edition_have_no_cause(
    rows: tuple[tuple[Datum | None, ...], ...], stage: ScoreStage, by_points: bool
) -> None:
    old, _ = _pair(by_points)
    side = Answered(old, assessment(*_year(rows)))
    found = score_causes(side, side, links=correspondence(old, old), stage=stage)

    assert found is None or set(found.shares.values()) == {0}


@given(_YEAR, _YEAR, st.booleans())
def test_without_an_appraisal_it_has_no_share(
    before: tuple[tuple[Datum | None, ...], ...], now: tuple[tuple[Datum | None, ...], ...], by_points: bool
) -> None:
    old, new = _pair(by_points)
    plain = [[(row[0], row[1], None, row[3]) for row in rows] for rows in (before, now)]
    sides = (
        Answered(old, assessment(*_year(tuple(plain[0])), period="2024")),
        Answered(new, assessment(*_year(tuple(plain[1])))),
    )
    found = score_causes(*sides, links=correspondence(old, new), stage="final")

    assert found is None or found.shares["appraisal"] == 0


@given(st.dictionaries(st.frozensets(st.sampled_from(CAUSES)), st.integers(-9, 9), min_size=1))
def test_shapley_shares_are_the_mean_over_all_orders(values: dict[frozenset[Cause], int]) -> None:
    def value(causes: frozenset[Cause]) -> Fraction:
        return Fraction(values.get(causes, 0))

    assert _by_orders(value(frozenset()), values) == shares(CAUSES, value)


def _by_orders(start: Fraction, values: Mapping[frozenset[Cause], int]) -> dict[Cause, Fraction]:
    totals = dict.fromkeys(CAUSES, Fraction(0))
    orders = list(permutations(CAUSES))
    for order in orders:
        taken, last = frozenset[Cause](), start
        for cause in order:
            taken |= {cause}
            figure = Fraction(values.get(taken, 0))
            totals[cause] += figure - last
            last = figure
    return {cause: total / len(orders) for cause, total in totals.items()}


def _field(*figures: int) -> list[Fraction]:
    return sorted(map(Fraction, figures))


@pytest.mark.parametrize(
    ("figures", "before", "now", "expected"),
    [
        ((70, 85), (80, 60), (80, 60), (1, 0)),
        ((70, 70), (80, 60), (65, 60), (0, 1)),
        ((70, 85), (80, 60), (90, 60), (Fraction(1, 2), Fraction(-1, 2))),
        ((70, 70), (80, 60), (80, 60), (0, 0)),
        ((70, 70), (70, 60), (75, 60), (0, -1)),
    ],
)
def test_a_change_of_rank_is_the_units_and_the_others(
    figures: tuple[int, int],
    before: tuple[int, ...],
    now: tuple[int, ...],
    expected: tuple[Fraction, Fraction],
) -> None:
    own = Fraction(figures[0]), Fraction(figures[1])

    assert RankCauses(Fraction(expected[0]), Fraction(expected[1])) == rank_causes(
        own, (_field(*before), _field(*now))
    )


def test_one_of_equal_figures_is_taken_out() -> None:
    assert _field(60, 70) == without(_field(60, 70, 70), Fraction(70))
