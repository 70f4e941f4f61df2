"""A second, plain implementation of every rule kind and of adding up: the oracle that the engine is held to.

It takes what a unit says as ordinary values (a number, a word, a list), not as cells, and works with whole
numbers and loops, so that it shares neither code nor approach with ``parcli.scoring``.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

from parcli.model.rules import (
    ChangeRule,
    ChecklistRule,
    ChoiceRule,
    CountRule,
    DeductionRule,
    ImportedRule,
    InterpolationRule,
    Interval,
    PointsRule,
    ProportionRule,
    Rounding,
    Rule,
    SubcasesRule,
    SurveyRule,
    Tier,
    TiersRule,
)

LEFT_OUT = object()
"""What a sub-case says when it does not apply."""


def points(rule: Rule, said: Any, max_points: Fraction) -> Fraction:
    """Return the points of a rule for what was said, which is taken to be possible and complete."""
    return _BY_KIND[rule.kind](rule, said, max_points)


def rounded(value: Fraction, rounding: Rounding | None) -> Fraction:
    """Round by long division of whole numbers; halves go away from zero or to the even digit."""
    if rounding is None:
        return value
    sign = -1 if value.numerator < 0 else 1
    whole, rest = divmod(abs(value.numerator) * 10**rounding.digits, value.denominator)
    twice = 2 * rest
    if rounding.mode == "half_up" and twice >= value.denominator:
        whole += 1
    if rounding.mode == "half_even" and (
        twice > value.denominator or (twice == value.denominator and whole % 2 == 1)
    ):
        whole += 1
    return Fraction(sign * whole, 10**rounding.digits)


def _less(left: Fraction, right: Fraction) -> bool:
    return left.numerator * right.denominator < right.numerator * left.denominator


def _same(left: Fraction, right: Fraction) -> bool:
    return left.numerator * right.denominator == right.numerator * left.denominator


def _inside(interval: Interval, value: Fraction) -> bool:
    if interval.lower is not None:
        if _less(value, interval.lower.value):
            return False
        if _same(value, interval.lower.value) and not interval.lower.inclusive:
            return False
    if interval.upper is not None:
        if _less(interval.upper.value, value):
            return False
        if _same(value, interval.upper.value) and not interval.upper.inclusive:
            return False
    return True


def _judged(rule: PointsRule, said: Fraction, max_points: Fraction) -> Fraction:
    return said


def _choice(rule: ChoiceRule, said: str, max_points: Fraction) -> Fraction:
    for option in rule.options:
        if option.label.vi == said:
            return option.points.points - option.penalty.points
    raise LookupError(said)


def _checklist(rule: ChecklistRule, said: list[bool], max_points: Fraction) -> Fraction:
    met = 0
    total = Fraction(0)
    for item, is_met in zip(rule.items, said, strict=True):
        if is_met:
            met += 1
            total = total + item.points.points
    if rule.mode == "each":
        return total
    needed = len(rule.items) if rule.mode == "all" else 1
    return rule.met.points if met >= needed else rule.otherwise.points


def _from_tiers(tiers: tuple[Tier, ...], value: Fraction) -> Fraction:
    found = []
    for tier in tiers:
        if _inside(tier.interval, value):
            found.append(tier.points.points - tier.penalty.points)
    assert len(found) == 1, "tiers cover a value once"
    return found[0]


def _tiers(rule: TiersRule, said: Fraction, max_points: Fraction) -> Fraction:
    return _from_tiers(rule.tiers, said)


def _proportion(rule: ProportionRule, said: Fraction, max_points: Fraction) -> Fraction:
    if rule.cut is not None and _inside(rule.cut, said):
        return rule.cut_points.points
    low, high = sorted((rule.zero_at, rule.target))
    held = said
    if _less(held, low):
        held = low
    if _less(high, held):
        held = high
    way, whole = abs(held - rule.zero_at), high - low
    exact = Fraction(
        max_points.numerator * way.numerator * whole.denominator,
        max_points.denominator * way.denominator * whole.numerator,
    )
    return min(rounded(exact, rule.rounding), max_points)


def _interpolation(rule: InterpolationRule, said: Fraction, max_points: Fraction) -> Fraction:
    first, last = rule.knots[0], rule.knots[-1]
    exact = first.points.points if _less(said, first.at) else last.points.points
    for left, right in zip(rule.knots, rule.knots[1:], strict=False):
        if not _less(said, left.at) and not _less(right.at, said):
            weighted = left.points.points * (right.at - said) + right.points.points * (said - left.at)
            exact = weighted / (right.at - left.at)
    return min(rounded(exact, rule.rounding), max_points)


def _count(rule: CountRule, said: list[int], max_points: Fraction) -> Fraction:
    total = Fraction(0)
    for item, times in zip(rule.items, said, strict=True):
        for _ in range(times):
            total = total + item.each
    return rule.cap.points if _less(rule.cap.points, total) else total


def _deduction(rule: DeductionRule, said: list[int], max_points: Fraction) -> Fraction:
    left = rule.start.points
    for item, times in zip(rule.items, said, strict=True):
        for _ in range(times):
            left = left - item.each
    return rule.floor if rule.floor is not None and _less(left, rule.floor) else left


def _change(rule: ChangeRule, said: tuple[Fraction, Fraction], max_points: Fraction) -> Fraction:
    this, last = said
    moved = this - last
    if rule.compare == "relative":
        moved = Fraction(moved.numerator * last.denominator, moved.denominator * last.numerator)
    return _from_tiers(rule.tiers, moved)


def _survey(rule: SurveyRule, said: Any, max_points: Fraction) -> Fraction:
    return min(rounded(max_points * _index(rule, said), rule.rounding), max_points)


def _index(rule: SurveyRule, said: Any) -> Fraction:
    if isinstance(said, Fraction):
        return said
    if not rule.groups:
        return _mean_weight(rule, said)
    index = Fraction(0)
    for group, its_own in zip(rule.groups, said, strict=True):
        part = its_own if isinstance(its_own, Fraction) else _mean_weight(rule, its_own)
        index = index + group.weight * part
    return index


def _mean_weight(rule: SurveyRule, counts: list[int]) -> Fraction:
    people, satisfied = 0, Fraction(0)
    for answer, count in zip(rule.answers, counts, strict=True):
        for _ in range(count):
            people += 1
            satisfied = satisfied + answer.weight
    return satisfied / people


def _imported(rule: ImportedRule, said: Fraction, max_points: Fraction) -> Fraction:
    exact = max_points * said if rule.as_ == "percent" else said
    return min(rounded(exact, rule.rounding), max_points)


def _subcases(rule: SubcasesRule, said: list[Any], max_points: Fraction) -> Fraction:
    got = []
    for position, one in enumerate(said):
        if one is LEFT_OUT:
            continue
        if rule.repeated is not None:
            got.append(points(rule.repeated, one, max_points))
        else:
            case = rule.cases[position]
            got.append(points(case.rule, one, case.max_points))
    exact = {
        "mean": sum(got, Fraction(0)) / len(got),
        "minimum": sorted(got)[0],
        "sum": sum(got, Fraction(0)),
    }
    return rounded(exact[rule.how], rule.rounding)


_BY_KIND: dict[str, Callable[[Any, Any, Fraction], Fraction]] = {
    "points": _judged,
    "choice": _choice,
    "checklist": _checklist,
    "tiers": _tiers,
    "proportion": _proportion,
    "interpolation": _interpolation,
    "count": _count,
    "deduction": _deduction,
    "change": _change,
    "survey": _survey,
    "imported": _imported,
    "subcases": _subcases,
}
