"""Works out the most points that a rule can give for any answer that it takes; scores no answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import assert_never

from parcli.model.rules import (
    Bound,
    ChangeRule,
    ChecklistRule,
    ChoiceRule,
    CountRule,
    DeductionRule,
    ImportedRule,
    InterpolationRule,
    Interval,
    Knot,
    PointsRule,
    ProportionRule,
    Rounding,
    Rule,
    SubcasesRule,
    SurveyRule,
    TiersRule,
)
from parcli.scoring.rounding import rounded_points
from parcli.scoring.rules import judged, measuring

_NOTHING = Fraction(0)


def most_points(rule: Rule, max_points: Fraction) -> Fraction:  # noqa: C901 - one branch for each kind
    """Return the most that a rule gives, with all of its sub-cases applying.

    Values that a measure comes as near to as one likes count as reached.
    """
    match rule:
        case PointsRule() | ImportedRule():
            most = max_points
        case ChoiceRule():
            most = max(judged.option_points(option) for option in rule.options)
        case ChecklistRule() if rule.mode == "each":
            most = sum((item.points.points for item in rule.items), _NOTHING)
        case ChecklistRule():
            most = max(rule.met.points, rule.otherwise.points)
        case TiersRule() | ChangeRule():
            most = _of_tiers(rule)
        case ProportionRule():
            most = _of_proportion(rule, max_points)
        case InterpolationRule():
            most = max(_line_points(rule))
        case CountRule():
            most = rule.cap.points
        case DeductionRule():
            most = rule.start.points
        case SurveyRule():
            most = max((answer.weight for answer in rule.answers), default=Fraction(1)) * max_points
        case SubcasesRule():
            most = _of_subcases(rule, max_points)
        case _:
            assert_never(rule)
    rounding: Rounding | None = getattr(rule, "rounding", None)
    return most if rounding is None else rounded_points(most, rounding, max_points)


def _of_tiers(rule: TiersRule | ChangeRule) -> Fraction:
    span = rule.of.range if isinstance(rule, TiersRule) else _changes(rule)
    reached = [measuring.tier_points(tier) for tier in rule.tiers if _meet(tier.interval, span)]
    return max(reached, default=_NOTHING)


def _changes(rule: ChangeRule) -> Interval:
    """Return by how much a value within the measure's range can differ from the last one."""
    low, high = rule.of.range.lower, rule.of.range.upper
    if rule.compare == "difference" and low is not None and high is not None:
        width = high.value - low.value
        return Interval(Bound(-width, inclusive=True), Bound(width, inclusive=True))
    if rule.compare == "relative" and low is not None and low.value >= 0:
        return Interval(Bound(Fraction(-1), inclusive=True), None)  # nothing falls by more than all of it
    return Interval()


def _meet(first: Interval, second: Interval) -> bool:
    lows = [each for each in (first.lower, second.lower) if each is not None]
    highs = [each for each in (first.upper, second.upper) if each is not None]
    if not lows or not highs:
        return True
    low, high = max(each.value for each in lows), min(each.value for each in highs)
    return low < high or (low == high and low in first and low in second)


def _of_proportion(rule: ProportionRule, max_points: Fraction) -> Fraction:
    end = rule.of.range.upper if rule.target > rule.zero_at else rule.of.range.lower
    share = Fraction(1) if end is None else measuring.proportion_share(rule, end.value)
    cut = rule.cut_points.points if rule.cut is not None and _meet(rule.cut, rule.of.range) else _NOTHING
    return max(share * max_points, cut)


def _line_points(rule: InterpolationRule) -> Iterator[Fraction]:
    """Yield the points at the knots within the range and at the range's ends: no point between is higher."""
    yield from (knot.points.points for knot in rule.knots if knot.at in rule.of.range)
    for bound in (rule.of.range.lower, rule.of.range.upper):
        if bound is not None:
            yield _at(rule.knots, bound.value)


def _at(knots: Sequence[Knot], value: Fraction) -> Fraction:
    for low, high in pairwise(knots):
        if low.at <= value <= high.at:
            rise = high.points.points - low.points.points
            return low.points.points + rise * (value - low.at) / (high.at - low.at)
    return (knots[0] if value < knots[0].at else knots[-1]).points.points


def _of_subcases(rule: SubcasesRule, max_points: Fraction) -> Fraction:
    if rule.repeated is not None:
        return most_points(rule.repeated, max_points)
    each = [most_points(case.rule, case.max_points) for case in rule.cases]
    if rule.how == "minimum":
        return min(each)
    total = sum(each, _NOTHING)
    return total if rule.how == "sum" else total / len(each)
