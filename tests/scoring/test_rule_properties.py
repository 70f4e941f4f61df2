"""Every rule kind against the oracle, and the properties that its docstring promises."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from parcli.model.assessment import BLANK, DatumState
from parcli.model.rules import (
    RULE_KINDS,
    Amount,
    CountItem,
    CountRule,
    DeductionRule,
    ImportedRule,
    InterpolationRule,
    Knot,
    ProportionRule,
    Rounding,
    SubcasesRule,
    SurveyAnswer,
    SurveyRule,
)
from parcli.model.text import Text
from parcli.scoring.rules import attainable, evaluate
from scoring.rule_strategies import BY_KIND, PROPERTY, Case, maxima, rising, shares
from support.scoring_sets import details, number, percent, percentage, tier, tiers

BELOW_ZERO = {"choice", "tiers", "change", "deduction", "subcases"}
"""Kinds whose penalty or missing floor can take them below zero."""


@pytest.mark.parametrize("kind", RULE_KINDS)
@PROPERTY
@given(data=st.data())
def test_points_equal_those_of_the_naive_implementation(kind: str, data: st.DataObject) -> None:
    case: Case = data.draw(BY_KIND[kind]())
    result = evaluate(case.rule, case.declared, case.details, case.max_points)
    assert (result.state, result.points) == (DatumState.GIVEN, case.expected)


@pytest.mark.parametrize("kind", RULE_KINDS)
@PROPERTY
@given(data=st.data())
def test_points_never_pass_the_maximum(kind: str, data: st.DataObject) -> None:
    case: Case = data.draw(BY_KIND[kind]())
    assume(not (kind == "subcases" and case.rule.rounding))  # type: ignore[union-attr]
    result = evaluate(case.rule, case.declared, case.details, case.max_points)
    assert result.points is not None
    assert result.points <= case.max_points


@pytest.mark.parametrize("kind", sorted(set(RULE_KINDS) - BELOW_ZERO))
@PROPERTY
@given(data=st.data())
def test_points_are_not_negative(kind: str, data: st.DataObject) -> None:
    case: Case = data.draw(BY_KIND[kind]())
    result = evaluate(case.rule, case.declared, case.details, case.max_points)
    assert result.points is not None
    assert result.points >= 0


@pytest.mark.parametrize("kind", RULE_KINDS)
@PROPERTY
@given(data=st.data())
def test_what_a_rule_gives_is_attainable_under_it(kind: str, data: st.DataObject) -> None:
    case: Case = data.draw(BY_KIND[kind]())
    assert attainable(case.rule, case.expected, case.max_points)


@pytest.mark.parametrize("kind", RULE_KINDS)
@PROPERTY
@given(data=st.data())
def test_more_than_the_maximum_is_not_attainable(kind: str, data: st.DataObject) -> None:
    case: Case = data.draw(BY_KIND[kind]())
    assert not attainable(case.rule, case.max_points + Fraction(1, 100), case.max_points)


@pytest.mark.parametrize("kind", sorted(set(RULE_KINDS) - {"subcases"}))
@PROPERTY
@given(data=st.data())
def test_the_applicable_maximum_is_the_leafs(kind: str, data: st.DataObject) -> None:
    case: Case = data.draw(BY_KIND[kind]())
    result = evaluate(case.rule, case.declared, case.details, case.max_points)
    assert result.applicable == case.max_points


@pytest.mark.parametrize("kind", RULE_KINDS)
@PROPERTY
@given(data=st.data())
def test_the_same_value_gives_the_same_result_again(kind: str, data: st.DataObject) -> None:
    case: Case = data.draw(BY_KIND[kind]())
    first = evaluate(case.rule, case.declared, case.details, case.max_points)
    assert evaluate(case.rule, case.declared, case.details, case.max_points) == first


@pytest.mark.parametrize("kind", RULE_KINDS)
@PROPERTY
@given(data=st.data())
def test_scored_points_have_a_basis(kind: str, data: st.DataObject) -> None:
    case: Case = data.draw(BY_KIND[kind]())
    result = evaluate(case.rule, case.declared, case.details, case.max_points)
    assert result.basis != ()


def test_rounding_does_not_lift_points_above_the_maximum() -> None:
    rule = ProportionRule(percentage(), Fraction(1), Fraction(0), rounding=Rounding(1, "half_up"))
    assert evaluate(rule, percent("100%"), (), Fraction("0.25")).points == Fraction("0.25")


@PROPERTY
@given(data=st.data(), values=st.lists(shares, min_size=2, max_size=6))
def test_proportion_follows_the_direction_of_its_target(data: st.DataObject, values: list[Fraction]) -> None:
    most, target, zero_at = data.draw(maxima), data.draw(shares), data.draw(shares)
    assume(target != zero_at)
    rule = ProportionRule(percentage(), target, zero_at)
    got = [evaluate(rule, percent(v), (), most).points for v in sorted(values)]
    points = [p for p in got if p is not None]
    assert len(points) == len(values)
    assert rising(points if target > zero_at else points[::-1])


@PROPERTY
@given(
    values=st.lists(shares, min_size=2, max_size=6),
    knots=st.lists(shares, min_size=2, max_size=4, unique=True),
)
def test_interpolation_between_rising_knots_rises(values: list[Fraction], knots: list[Fraction]) -> None:
    rule = InterpolationRule(percentage(), tuple(Knot(at, Amount(at * 3)) for at in sorted(knots)))
    got = [evaluate(rule, percent(v), (), Fraction(3)).points for v in sorted(values)]
    points = [p for p in got if p is not None]
    assert len(points) == len(values)
    assert rising(points)


@PROPERTY
@given(at=shares, other=shares)
def test_interpolation_passes_through_its_knots(at: Fraction, other: Fraction) -> None:
    assume(at != other)
    points = {at: Fraction(5, 4), other: Fraction(2)}
    rule = InterpolationRule(percentage(), tuple(Knot(v, Amount(points[v])) for v in sorted(points)))
    assert evaluate(rule, percent(at), (), Fraction(2)).points == Fraction(5, 4)


@PROPERTY
@given(few=st.integers(0, 30), more=st.integers(0, 30), cap=maxima)
def test_count_rises_up_to_its_cap(few: int, more: int, cap: Fraction) -> None:
    rule = CountRule((CountItem(Text("Sáng kiến"), Fraction(1, 2)),), Amount(cap))
    low = evaluate(rule, number(few), (), cap).points
    high = evaluate(rule, number(few + more), (), cap).points
    assert low is not None
    assert high is not None
    assert low <= high <= cap


@PROPERTY
@given(few=st.integers(0, 30), more=st.integers(0, 30), start=maxima)
def test_deduction_falls_down_to_its_floor(few: int, more: int, start: Fraction) -> None:
    rule = DeductionRule(Amount(start), (CountItem(Text("Báo cáo muộn"), Fraction(1, 4)),), Fraction(0))
    high = evaluate(rule, number(few), (), start).points
    low = evaluate(rule, number(few + more), (), start).points
    assert low is not None
    assert high is not None
    assert 0 <= low <= high <= start


@PROPERTY
@given(faults=st.integers(0, 60))
def test_deduction_without_floor_goes_on_below_zero(faults: int) -> None:
    rule = DeductionRule(Amount(Fraction(2)), (CountItem(Text("Báo cáo muộn"), Fraction(1, 4)),), None)
    assert evaluate(rule, number(faults), (), Fraction(2)).points == 2 - Fraction(faults, 4)


@PROPERTY
@given(value=shares)
def test_tiers_give_one_of_their_points(value: Fraction) -> None:
    rule = tiers(
        percentage(), tier("from 0% below 70%", 0), tier("from 70% to 90%", 1), tier("above 90% to 100%", 2)
    )
    assert evaluate(rule, percent(value), (), Fraction(2)).points in {0, 1, 2}


@PROPERTY
@given(many=st.integers(1, 50), few=st.integers(0, 49), most=maxima)
def test_survey_rises_when_an_answer_moves_to_a_better_option(many: int, few: int, most: Fraction) -> None:
    scale = (SurveyAnswer(Text("Hài lòng"), Fraction(1)), SurveyAnswer(Text("Không hài lòng"), Fraction(0)))
    rule = SurveyRule(scale)

    def points(satisfied: int, other: int) -> Fraction:
        rows = details([("Hài lòng", number(satisfied)), ("Không hài lòng", number(other))])
        got = evaluate(rule, BLANK, rows, most).points
        assert got is not None
        return got

    assert points(few + 1, many - 1) > points(few, many)


@PROPERTY
@given(index=shares, most=maxima)
def test_full_index_gives_the_maximum_and_its_share_otherwise(index: Fraction, most: Fraction) -> None:
    rule = ImportedRule(Text("SIPAS"), "percent")
    assert evaluate(rule, percent(index), (), most).points == most * index


@PROPERTY
@given(values=st.lists(shares, min_size=1, max_size=5), most=maxima)
def test_minimum_mean_and_maximum_of_subcases_stand_in_order(values: list[Fraction], most: Fraction) -> None:
    inner = ProportionRule(percentage(), Fraction(1), Fraction(0))
    rows = details((f"Hồ sơ {i}", percent(value)) for i, value in enumerate(values))
    low = evaluate(SubcasesRule("minimum", repeated=inner), BLANK, rows, most).points
    mean = evaluate(SubcasesRule("mean", repeated=inner), BLANK, rows, most).points
    assert low == min(values) * most
    assert mean == sum(values, Fraction(0)) / len(values) * most
    assert low <= mean <= max(values) * most
