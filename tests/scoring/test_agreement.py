"""What a sheet works out by itself agrees with the exact points; what a unit claims otherwise does not."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from parcli.model.assessment import ClaimedSum
from parcli.model.number import exact_from_float, order
from parcli.model.rules import CountItem, CountRule, ProportionRule
from parcli.model.score import ScoreStage, UnitScore
from parcli.model.text import Text
from parcli.scoring.agreement import agrees
from parcli.scoring.engine import score
from scoring.rule_strategies import PROPERTY
from support.scoring_sets import (
    DID_NOT_ARISE,
    HALF_UP_2,
    adjusting,
    amount,
    answer,
    area,
    assessment,
    criteria_set,
    leaf,
    number,
    pair,
    penalty,
    policy,
    ratio,
)

SHARE = ProportionRule(ratio(), Fraction(1), Fraction(0))
ONE_EACH = CountRule((CountItem(Text("Lần"), Fraction(1)),), amount(3))


def _codes(result: UnitScore) -> list[str]:
    return [finding.code for finding in result.findings]


@pytest.mark.parametrize(
    ("claimed", "expected"),
    [("0.666666666666667", True), ("0.67", True), ("0.66", False), ("0.6667", False), ("0.66666667", False)],
)
def test_a_claim_agrees_as_a_sheet_shows_it_or_as_it_is_published(claimed: str, expected: bool) -> None:
    assert agrees(Fraction(claimed), Fraction(2, 3), HALF_UP_2) is expected


@pytest.mark.parametrize("of", [3, 7, 9, 11, 13])
def test_a_live_formulas_points_are_no_finding(of: int) -> None:
    made = criteria_set(area("1", leaf("1.1", 2, SHARE)))
    shown = exact_from_float(2 * (1 / of))
    filled = assessment(answer("1.1", pair(1, of), self=number(shown)))
    assert _codes(score(made, filled, stage="self")) == []


def test_a_live_total_of_thirds_is_no_finding() -> None:
    made = criteria_set(area("1", leaf("1.1", 1, SHARE), leaf("1.2", 1, SHARE), leaf("1.3", 1, SHARE)))
    rows = [answer(f"1.{i}", pair(1, 7), self=number(exact_from_float(1 / 7))) for i in (1, 2, 3)]
    printed = ClaimedSum("", "self", number(exact_from_float(1 / 7 + 1 / 7 + 1 / 7), place="CCHC!E30"))
    assert _codes(score(made, assessment(*rows, sums=(printed,)), stage="self")) == []


def _with_penalty(stage: ScoreStage, printed: int) -> UnitScore:
    made = criteria_set(
        area("1", leaf("1.1", 2), leaf("1.2", 1, SHARE, scored_by="survey")),
        adjustments=(penalty(leaf("X.1", 3, ONE_EACH)),),
        policy=policy(adjustments=adjusting(floor="zero")),
    )
    rows = (answer("1.1", self=2, appraised_1=1), answer("X.1", number(3), self=3))
    total = ClaimedSum("", "self", number(printed, place="CCHC!E30"))
    return score(made, assessment(*rows, sums=(total,)), stage=stage)


@pytest.mark.parametrize("stage", ["self", "final"])
def test_a_printed_total_may_be_the_one_that_is_held_at_zero(stage: ScoreStage) -> None:
    assert "total-differs" not in _codes(_with_penalty(stage, 0))


@pytest.mark.parametrize("stage", ["self", "final"])
def test_a_printed_total_that_nothing_comes_to_is_reported(stage: ScoreStage) -> None:
    assert "total-differs" in _codes(_with_penalty(stage, 4))


def test_a_unit_prints_its_own_sum_whatever_the_council_gave() -> None:
    made = criteria_set(area("1", leaf("1.1", 2), leaf("1.2", 3)))
    rows = (answer("1.1", DID_NOT_ARISE, appraised_1=1), answer("1.2", self=3))
    printed = ClaimedSum("1", "self", number(5, place="CCHC!E9"))
    assert "sum-differs" not in _codes(score(made, assessment(*rows, sums=(printed,)), stage="final"))


@pytest.mark.parametrize(("printed", "reported"), [("2", False), ("3", True)])
def test_the_other_sides_total_may_hold_a_penalty_at_its_cap(printed: str, reported: bool) -> None:
    block = replace(penalty(leaf("X.1", 3, ONE_EACH)), cap=Fraction(2))
    made = criteria_set(
        area("1", leaf("1.1", 4)),
        adjustments=(block,),
        policy=policy(adjustments=adjusting(floor="zero")),
    )
    rows = (answer("1.1", self=1, appraised_1=4), answer("X.1", number(1), self=1, appraised_1=3))
    sums = (
        ClaimedSum("X", "appraised_1", number(2, place="CCHC!F8")),
        ClaimedSum("", "appraised_1", number(Fraction(printed), place="CCHC!F9")),
    )
    codes = _codes(score(made, assessment(*rows, sums=sums), stage="self"))
    assert ("total-differs" in codes, "sum-differs" in codes) == (reported, False)


@PROPERTY
@given(first=st.fractions(max_denominator=50), second=st.fractions(max_denominator=50))
def test_whole_numbers_order_fractions_as_they_are(first: Fraction, second: Fraction) -> None:
    found = order(first, second)
    assert (first < second, first == second, first > second) == (found < 0, found == 0, found > 0)
