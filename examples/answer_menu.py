"""Lists what a unit can answer to a criterion, with the points of each answer as the rule's words give them.

Every kind of rule has an entry here. The figures are easy on purpose, so that a reader can follow them in the
workbook; nothing is taken from the scoring engine, which has to find the same points on its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import product
from math import lcm
from typing import assert_never

from example_rows import Share, Value
from parcli.model.criteria_set import Node
from parcli.model.rules import (
    ChangeRule,
    ChecklistRule,
    ChoiceRule,
    CountItem,
    CountRule,
    DeductionRule,
    ImportedRule,
    InterpolationRule,
    Interval,
    Measure,
    PointsRule,
    ProportionRule,
    Rounding,
    Rule,
    SubcasesRule,
    SurveyRule,
    TiersRule,
)

YES, NO = "Có", "Không"
STEPS = 20  # a measured value is taken at twentieths of the way to full marks
DIGITS = 4  # points of more decimals are left out: no officer types them
BASE = 40  # the denominator of ratios, raised where a value needs it
ASKED = range(STEPS - 1, STEPS // 2, -1)  # survey indices: not everybody is content, nor only every second
LAST_PERIOD = {"percent": Fraction(60, 100), "number": Fraction(2000)}
BEYOND = {"percent": Fraction(2, 100), "number": Fraction(10)}  # how far past an interval's only bound


@dataclass(frozen=True, slots=True)
class Offer:
    """An answer and its points: the cells of the leaf's own row by column, and its detail rows."""

    points: Fraction
    cells: Mapping[str, Value]
    details: tuple[tuple[str, Mapping[str, Value]], ...] = ()


def menu(leaf: Node) -> tuple[Offer, ...]:
    """Return one answer for each number of points that is offered, from the best down to 0 at the least."""
    assert leaf.rule is not None, leaf.code
    found: dict[Fraction, Offer] = {}
    for offer in _offers(leaf.rule, leaf.max_points):
        rounding: Rounding | None = getattr(leaf.rule, "rounding", None)
        if 0 <= offer.points <= leaf.max_points and _short(offer.points, rounding):
            found.setdefault(offer.points, offer)
    return tuple(found[points] for points in sorted(found, reverse=True))


def enlarged(offer: Offer, times: int) -> Offer:
    """Return the same ratios of larger numbers."""
    details = tuple((label, _enlarged(cells, times)) for label, cells in offer.details)
    return Offer(offer.points, _enlarged(offer.cells, times), details)


def decimal(value: Fraction) -> Decimal:
    """Return a fraction whose decimals end as a number to write into a cell."""
    return Decimal(value.numerator) / Decimal(value.denominator)


def _enlarged(cells: Mapping[str, Value], times: int) -> Mapping[str, Value]:
    parts = {"numerator", "denominator"}
    return {key: v * times if key in parts and isinstance(v, Decimal) else v for key, v in cells.items()}


def _short(points: Fraction, rounding: Rounding | None) -> bool:
    digits = DIGITS if rounding is None else rounding.digits
    unit = Fraction(1, 10**digits)
    return points % unit == 0


def _offers(rule: Rule, most: Fraction) -> Iterator[Offer]:  # noqa: C901 - one branch for each kind of rule
    match rule:
        case PointsRule():
            return _judged(rule.step or most / 4, most)
        case ChoiceRule():
            return _choices(rule)
        case ChecklistRule():
            return _checklist(rule)
        case TiersRule():
            return _tiers(rule)
        case ProportionRule():
            return _proportion(rule, most)
        case InterpolationRule():
            return (Offer(knot.points.points, _measured(rule.of, knot.at)) for knot in rule.knots)
        case CountRule():
            return _counts(rule)
        case DeductionRule():
            return _deductions(rule)
        case ChangeRule():
            return _changed(rule)
        case SurveyRule():
            return (Offer(index * most, {"survey": _share(index)}) for index in _twentieths(ASKED))
        case ImportedRule():
            return _imported(rule, most)
        case SubcasesRule():
            return _subcases(rule, most)
    assert_never(rule)


def _twentieths(numbers: Iterable[int] = range(STEPS + 1)) -> Iterator[Fraction]:
    return (Fraction(number, STEPS) for number in numbers)


def _judged(step: Fraction, most: Fraction) -> Iterator[Offer]:
    return (Offer(number * step, {}) for number in range(int(most / step) + 1))


def _choices(rule: ChoiceRule) -> Iterator[Offer]:
    for option in rule.options:
        yield Offer(option.points.points - option.penalty.points, {"declared": option.label.vi})


def _checklist(rule: ChecklistRule) -> Iterator[Offer]:
    labels = [item.label.vi for item in rule.items]
    for met in product((True, False), repeat=len(labels)):
        if rule.mode == "each":
            gained = (item.points.points for item, yes in zip(rule.items, met, strict=True) if yes)
            points = sum(gained, Fraction(0))
        else:
            enough = all(met) if rule.mode == "all" else any(met)
            points = rule.met.points if enough else rule.otherwise.points
        rows = zip(labels, met, strict=True)
        yield Offer(points, {}, tuple((label, {"declared": YES if yes else NO}) for label, yes in rows))


def _tiers(rule: TiersRule) -> Iterator[Offer]:
    for tier in rule.tiers:
        value = _inside(_within(tier.interval, rule.of.range), BEYOND[_unit(rule.of)])
        yield Offer(tier.points.points - tier.penalty.points, _measured(rule.of, value))


def _proportion(rule: ProportionRule, most: Fraction) -> Iterator[Offer]:
    for share in _twentieths():
        value = rule.zero_at + share * (rule.target - rule.zero_at)
        cut = rule.cut is not None and value in rule.cut
        yield Offer(rule.cut_points.points if cut else share * most, _measured(rule.of, value))


def _changed(rule: ChangeRule) -> Iterator[Offer]:
    last = LAST_PERIOD[_unit(rule.of)]
    beyond = BEYOND["percent" if rule.compare == "relative" else _unit(rule.of)]
    for tier in rule.tiers:
        moved = _inside(tier.interval, beyond)
        now = last + (moved * last if rule.compare == "relative" else moved)
        cells = {"numerator": _number(rule.of, now), "denominator": _number(rule.of, last)}
        yield Offer(tier.points.points - tier.penalty.points, cells)


def _imported(rule: ImportedRule, most: Fraction) -> Iterator[Offer]:
    for index in _twentieths(ASKED):
        yield Offer(
            index * most, {"imported": _share(index) if rule.as_ == "percent" else decimal(index * most)}
        )


def _counts(rule: CountRule) -> Iterator[Offer]:
    each, cap = rule.items[0].each, rule.cap.points
    for number in range(
        int(cap / each) + 2
    ):  # one more than fits: the cap is reached where nothing adds up to it
        yield _counted(rule.items, number, min(number * each, cap))


def _deductions(rule: DeductionRule) -> Iterator[Offer]:
    each, start = rule.items[0].each, rule.start.points
    for number in range(int(start / each) + 1):
        yield _counted(rule.items, number, start - number * each)


def _counted(items: Sequence[CountItem], number: int, points: Fraction) -> Offer:
    """Return the answer with ``number`` of the first thing and none of the others."""
    counts = [Decimal(number), *(Decimal(0) for _ in items[1:])]
    if len(items) == 1:
        return Offer(points, {"declared": counts[0]})
    rows = zip(items, counts, strict=True)
    return Offer(points, {}, tuple((item.label.vi, {"declared": count}) for item, count in rows))


def _subcases(rule: SubcasesRule, most: Fraction) -> Iterator[Offer]:
    """Offer all sub-cases at their best, and each one alone below it."""
    if rule.repeated is not None:
        for offer in _offers(rule.repeated, most):
            yield Offer(offer.points, {}, (("Trường hợp thứ nhất", offer.cells),))
        return
    menus = [tuple(_offers(case.rule, case.max_points)) for case in rule.cases]
    best = [max(offers, key=lambda offer: offer.points) for offers in menus]
    for index, offers in enumerate(menus):
        for offer in offers:
            chosen = [*best[:index], offer, *best[index + 1 :]]
            rows = zip(rule.cases, chosen, strict=True)
            details = tuple((case.label.vi, own.cells) for case, own in rows)
            yield Offer(_combined(rule, [own.points for own in chosen]), {}, details)


def _combined(rule: SubcasesRule, points: Sequence[Fraction]) -> Fraction:
    if rule.how == "minimum":
        return min(points)
    total = sum(points, Fraction(0))
    return total if rule.how == "sum" else total / len(points)


def _measured(measure: Measure, value: Fraction) -> dict[str, Value]:
    """Return the cells that declare a value: two numbers for a ratio, one otherwise."""
    if measure.kind == "ratio":
        below = lcm(BASE, value.denominator)
        return {"numerator": decimal(value * below), "denominator": Decimal(below)}
    return {"declared": _number(measure, value)}


def _number(measure: Measure, value: Fraction) -> Value:
    return _share(value) if measure.is_percent else decimal(value)


def _share(value: Fraction) -> Share:
    return Share(decimal(value))


def _unit(measure: Measure) -> str:
    return "percent" if measure.is_percent else "number"


def _within(interval: Interval, possible: Interval) -> Interval:
    """Return the interval with its open ends closed by what is possible at all."""
    return Interval(interval.lower or possible.lower, interval.upper or possible.upper)


def _inside(interval: Interval, beyond: Fraction) -> Fraction:
    """Return a value in the interval: its middle, or a little past its only bound."""
    if interval.lower is not None and interval.upper is not None:
        return (interval.lower.value + interval.upper.value) / 2
    if interval.lower is not None:
        return interval.lower.value + beyond
    return interval.upper.value - beyond if interval.upper is not None else Fraction(0)
