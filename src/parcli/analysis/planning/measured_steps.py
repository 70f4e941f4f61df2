"""Other answers to rules on a measured value: the nearest value of each tier, every value of a line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from parcli.analysis.planning.moves import (
    Draft,
    Move,
    Said,
    in_cell,
    levels_between,
    number_cell,
    pair_cell,
    text_cell,
)
from parcli.analysis.planning.scale import Scale, edge_values, scale_of, unit_of
from parcli.model.assessment import Datum
from parcli.model.finding import Bounds, Param
from parcli.model.rules import (
    Bound,
    ChangeRule,
    InterpolationRule,
    Interval,
    ProportionRule,
    Tier,
    TiersRule,
)
from parcli.scoring.rules import evaluate
from parcli.scoring.rules.measuring import tier_points

_SOME_NUMBER = Fraction(1000)  # a last period for a rise of which only the tier is known
_SOME_PERCENT = Fraction(1, 2)


def tiers(rule: TiersRule, said: Said) -> Iterator[Draft]:
    """Yield the nearest value of every other tier; where the value is not known, one step is one tier."""
    stated = [value for tier in rule.tiers for value in edge_values(tier.interval)]
    scale = scale_of(rule.of, said, stated)
    for tier in rule.tiers:
        if scale.value is not None:
            value = None if scale.value in tier.interval else scale.nearest(tier.interval, scale.value)
            if value is not None:
                yield scale.draft(value, scale.value)
        elif tier_points(tier) != said.points:
            cell = _cell_within(scale, tier)
            if cell is not None:
                yield in_cell(cell, _levels(rule.tiers, tier, said), _to_tier(tier, rule.of.is_percent))


def proportion(rule: ProportionRule, said: Said) -> Iterator[Draft]:
    """Yield the values between no points and full points."""
    stated = [rule.target, rule.zero_at, *(edge_values(rule.cut) if rule.cut else ())]
    yield from _on_line(rule, scale_of(rule.of, said, stated), said, stated)


def interpolation(rule: InterpolationRule, said: Said) -> Iterator[Draft]:
    """Yield the values between the first and the last knot."""
    stated = [knot.at for knot in rule.knots]
    yield from _on_line(rule, scale_of(rule.of, said, stated), said, stated)


def change(rule: ChangeRule, said: Said) -> Iterator[Draft]:
    """Yield the nearest value of this period for every other tier; the last period's stays as it is."""
    pair = _pair(rule, said)
    for tier in rule.tiers:
        if pair is None:
            if tier_points(tier) != said.points:
                yield from _named(rule, tier, said)
            continue
        now, last = pair
        interval = _of_this_period(tier.interval, rule, last)
        scale = _this_periods(rule, now, last)
        value = None if now in interval else scale.nearest(interval, now)
        if value is not None:
            cell = pair_cell(value, last, percent=rule.of.is_percent)
            yield in_cell(cell, abs(value - now) / scale.step, scale.move(value))


def _on_line(
    rule: ProportionRule | InterpolationRule, scale: Scale, said: Said, stated: Sequence[Fraction]
) -> Iterator[Draft]:
    """Yield every value of the line but the one that is declared, from below the values stated to above them.

    Where that is not known, it is taken to be the one nearest to better points that gives the points now.
    """
    start = scale.value
    named = [*stated, *([] if start is None else [start])]
    values = list(scale.between(min(named), max(named), most=said.grain))
    if start is None:
        worth = {value: evaluate(rule, scale.cell(value), (), said.most).points for value in values}
        no_more = [value for value in values if (worth[value] or Fraction(0)) <= said.points]
        best = max(values, key=lambda value: worth[value] or Fraction(0), default=None)
        if best is None:
            return
        start = min(no_more, key=lambda value: abs(value - best), default=stated[0])
    yield from (scale.draft(value, start) for value in values if value != start)


def _levels(tiers_: Sequence[Tier], tier: Tier, said: Said) -> int:
    return levels_between(said.points, tier_points(tier), map(tier_points, tiers_))


def _to_tier(tier: Tier, percent: bool) -> Move:
    after: Param = tier.label or Bounds(tier.interval, percent=percent)
    return Move("tier", after)


def _cell_within(scale: Scale, tier: Tier) -> Datum | None:
    """Return a cell with some value of a tier."""
    if tier.label is not None:
        return text_cell(tier.label.vi)
    bounds = [*edge_values(tier.interval), *edge_values(scale.of.range), Fraction(0)]
    found = (scale.nearest(tier.interval, bound) for bound in bounds)
    value = next((each for each in found if each is not None), None)
    return None if value is None else number_cell(value, percent=scale.of.is_percent)


# --- change against the last period


def _pair(rule: ChangeRule, said: Said) -> tuple[Fraction, Fraction] | None:
    """Return this and the last period's values, percentages as shares of one."""
    pair = said.declared.pair if said.known else None
    if pair is None or (rule.compare == "relative" and pair[1] == 0):
        return None
    if rule.of.is_percent and not said.declared.percent and any(v not in rule.of.range for v in pair):
        return pair[0] / 100, pair[1] / 100
    return pair


def _of_this_period(interval: Interval, rule: ChangeRule, last: Fraction) -> Interval:
    """Return the values of this period whose change lies within an interval."""
    times = abs(last) if rule.compare == "relative" else Fraction(1)

    def moved(bound: Bound | None) -> Bound | None:
        return None if bound is None else Bound(last + bound.value * times, bound.inclusive)

    return Interval(moved(interval.lower), moved(interval.upper))


def _this_periods(rule: ChangeRule, now: Fraction, last: Fraction) -> Scale:
    if rule.of.is_percent:
        return Scale(rule.of, Fraction(1, 1000), Fraction(1, 10), now)
    return Scale(rule.of, unit_of((now, last)), abs(last) / 10 or Fraction(1, 10), now)


def _named(rule: ChangeRule, tier: Tier, said: Said) -> Iterator[Draft]:
    """Yield a tier where the two values are not known."""
    percent = rule.of.is_percent or rule.compare == "relative"
    cell: Datum | None = None
    if tier.label is not None:
        cell = text_cell(tier.label.vi)
    else:
        last = _SOME_PERCENT if rule.of.is_percent else _SOME_NUMBER
        value = _this_periods(rule, last, last).nearest(_of_this_period(tier.interval, rule, last), last)
        if value is not None:
            cell = pair_cell(value, last, percent=rule.of.is_percent)
    if cell is not None:
        yield in_cell(cell, _levels(rule.tiers, tier, said), _to_tier(tier, percent))
