"""Rules on one measured value: tiers, proportion, interpolation, change against the last period."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Literal

from parcli.model.assessment import Datum, DatumState
from parcli.model.finding import Bounds, Finding, Percent
from parcli.model.folding import label_key
from parcli.model.rules import (
    ChangeRule,
    InterpolationRule,
    Knot,
    Measure,
    ProportionRule,
    Rounding,
    Tier,
    TiersRule,
)
from parcli.model.score import Basis
from parcli.scoring.measures import measured, readings, shown
from parcli.scoring.result import Result, finding, given, refused, step, without_points
from parcli.scoring.rounding import rounded_points

_NONE, _ALL = Fraction(0), Fraction(1)


def tiers(rule: TiersRule, declared: Datum, max_points: Fraction) -> Result:
    """Return the points of the tier that holds the value, less the tier's penalty."""
    named = _named_tier(rule.tiers, declared)
    if named is not None:
        made = step("tier-named", tier=declared.text, points=named.points.points)
        return _tier_result(named, max_points, made)
    value = measured(rule.of, declared)
    if value.value is None:
        return Result(value.state, max_points, findings=value.findings)
    return _by_tier(rule.tiers, shown(rule.of, value.value), declared, max_points, *value.basis)


def tier_points(tier: Tier) -> Fraction:
    """Return what a tier is worth after its further penalty."""
    penalty = tier.penalty.points
    return tier.points.points - penalty if penalty else tier.points.points


def proportion(rule: ProportionRule, declared: Datum, max_points: Fraction) -> Result:
    """Return the maximum in proportion to where the value stands between ``zero_at`` and ``target``."""
    value = measured(rule.of, declared)
    if value.value is None:
        return Result(value.state, max_points, findings=value.findings)
    here = shown(rule.of, value.value)
    if rule.cut is not None and value.value in rule.cut:
        bounds = Bounds(rule.cut, rule.of.is_percent)
        cut = step("proportion-cut", value=here, bounds=bounds, points=rule.cut_points.points)
        return given(rule.cut_points.points, max_points, *value.basis, cut)
    total = proportion_share(rule, value.value) * max_points
    made = step(
        "proportion",
        max=max_points,
        value=here,
        target=shown(rule.of, rule.target),
        zero=shown(rule.of, rule.zero_at),
        points=total,
    )
    return _rounded_result(total, rule.rounding, max_points, *value.basis, made)


def proportion_share(rule: ProportionRule, value: Fraction) -> Fraction:
    """Return the share of the maximum before any cut, held between 0 and 1."""
    share = (value - rule.zero_at) / (rule.target - rule.zero_at)
    if share.numerator <= 0:
        return _NONE
    return _ALL if share.numerator >= share.denominator else share


def interpolation(rule: InterpolationRule, declared: Datum, max_points: Fraction) -> Result:
    """Return the points on the straight line between the two knots around the value."""
    value = measured(rule.of, declared)
    if value.value is None:
        return Result(value.state, max_points, findings=value.findings)
    low, high = _around(rule.knots, value.value)
    total = _on_line(low, high, value.value)
    made = step(
        "interpolation",
        value=shown(rule.of, value.value),
        low=shown(rule.of, low.at),
        low_points=low.points.points,
        high=shown(rule.of, high.at),
        high_points=high.points.points,
        points=total,
    )
    return _rounded_result(total, rule.rounding, max_points, *value.basis, made)


def change(rule: ChangeRule, declared: Datum, max_points: Fraction) -> Result:
    """Return the points of the tier that holds this period's value less the last one's.

    A relative change from 0 cannot be worked out: from 0 to 0 nothing arose, from 0 to anything is refused.
    """
    if not declared.given:
        return without_points(declared.state, max_points)
    named = _named_tier(rule.tiers, declared)
    if named is not None:
        made = step("tier-named", tier=declared.text, points=named.points.points)
        return _tier_result(named, max_points, made)
    if declared.pair is None:
        return refused(max_points, finding("two-periods-expected", declared))
    now, last, problem = _two_values(rule.of, declared, declared.pair)
    if problem is not None:
        return refused(max_points, problem)
    if rule.compare == "relative" and last == 0:
        if now == 0:
            return without_points(DatumState.DID_NOT_ARISE, max_points)
        return refused(max_points, finding("change-from-zero", declared.at_part(1), now=shown(rule.of, now)))
    moved = now - last if rule.compare == "difference" else (now - last) / abs(last)
    here = Percent(moved) if rule.of.is_percent or rule.compare == "relative" else moved
    made = step("change", now=shown(rule.of, now), last=shown(rule.of, last), change=here)
    return _by_tier(rule.tiers, here, declared, max_points, made)


def change_points(rule: ChangeRule | TiersRule) -> frozenset[Fraction]:
    """Return every number of points that a rule of tiers can give."""
    return frozenset(tier_points(tier) for tier in rule.tiers)


def _by_tier(
    rows: Sequence[Tier],
    here: Fraction | Percent,
    declared: Datum,
    max_points: Fraction,
    *basis: Basis,
) -> Result:
    value = here.value if isinstance(here, Percent) else here
    for tier in rows:
        if value in tier.interval:
            bounds = Bounds(tier.interval, percent=isinstance(here, Percent))
            made = step("tiers", value=here, bounds=bounds, points=tier.points.points)
            return _tier_result(tier, max_points, *basis, made)
    return refused(max_points, finding("value-in-no-tier", declared, value=here))


def _tier_result(tier: Tier, max_points: Fraction, *basis: Basis) -> Result:
    if tier.penalty.points:
        basis = (*basis, step("penalty", penalty=tier.penalty.points))
    answer = tier.label.vi if tier.label else ""
    return given(tier_points(tier), max_points, *basis, answer=answer)


def _named_tier(rows: Sequence[Tier], declared: Datum) -> Tier | None:
    """Return the tier whose label the cell holds, for forms that name the outcome instead of the number."""
    if not declared.given or declared.number is not None or declared.pair is not None:
        return None
    key = label_key(declared.text)
    for tier in rows:
        if tier.label is not None and key in {label_key(tier.label.vi), label_key(tier.label.en or "")}:
            return tier
    return None


def _two_values(
    measure: Measure, declared: Datum, pair: tuple[Fraction, Fraction]
) -> tuple[Fraction, Fraction, Finding | None]:
    """Return this and the last period's values; two bare percentages are read in the same way."""
    tried = (1,) if declared.percent or not measure.is_percent else (1, 100)
    scales = [scale for scale in tried if all(value / scale in measure.range for value in pair)]
    if len(scales) == 1 or (scales and not any(pair)):
        return pair[0] / scales[0], pair[1] / scales[0], None
    if not scales:
        return (*pair, _out_of_range(measure, declared, pair, scale=tried[-1]))
    index: Literal[0, 1] = 0 if abs(pair[0]) >= abs(pair[1]) else 1
    both = [Percent(each) for each in readings(measure, pair[index], declared.percent)]
    problem = finding("percent-two-readings", declared.at_part(index), first=both[1], second=both[0])
    return (*pair, problem)


def _out_of_range(
    measure: Measure, declared: Datum, pair: tuple[Fraction, Fraction], *, scale: int
) -> Finding:
    """Return the finding on the first of two values that cannot be, at that value's own cell."""
    first_fits = pair[0] / scale in measure.range
    index: Literal[0, 1] = 1 if first_fits else 0
    bounds = Bounds(measure.range, measure.is_percent)
    value = shown(measure, pair[index] / scale)
    return finding("value-out-of-range", declared.at_part(index), value=value, range=bounds)


def _around(knots: Sequence[Knot], value: Fraction) -> tuple[Knot, Knot]:
    if value <= knots[0].at:
        return knots[0], knots[0]
    for low, high in pairwise(knots):
        if value <= high.at:
            return low, high
    return knots[-1], knots[-1]


def _on_line(low: Knot, high: Knot, value: Fraction) -> Fraction:
    if low is high:
        return low.points.points
    slope = (high.points.points - low.points.points) / (high.at - low.at)
    return low.points.points + slope * (value - low.at)


def _rounded_result(
    total: Fraction, rounding: Rounding | None, max_points: Fraction, *basis: Basis
) -> Result:
    if rounding is None:
        return given(total, max_points, *basis)
    final = rounded_points(total, rounding, max_points)
    return given(final, max_points, *basis, step("rounded", digits=rounding.digits, points=final))
