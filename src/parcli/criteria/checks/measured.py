"""Checks the rules that turn a measured value into points: tiers, proportion, interpolation, change."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from parcli.criteria import schema_rules as shape
from parcli.criteria.build_rules import interval, measure, proportion_ends
from parcli.criteria.checks.intervals import check_bounds, check_cover, check_unit
from parcli.criteria.checks.spot import Spot
from parcli.model.finding import Percent
from parcli.model.rules import Interval


def _tiers(rule: shape.TiersPart, spot: Spot) -> None:
    if _measure(rule.of, spot):
        of = measure(rule.of)
        _tier_list(rule.tiers, of.range, spot, percent=of.is_percent)


def _measure(part: shape.MeasurePart, spot: Spot) -> bool:
    """Check that exactly one kind is measured and that its range is in its unit."""
    stated = [key for key in ("ratio", "percent", "number") if getattr(part, key) is not None]
    if len(stated) != 1:
        spot.add("measure-unclear", part.line)
        return False
    percent = part.number is None
    return part.range is None or check_bounds(part.range, spot.mistakes, percent=percent, needed=False)


def _tier_list(tiers: Sequence[shape.TierPart], span: Interval, spot: Spot, *, percent: bool) -> None:
    sound = [check_bounds(tier, spot.mistakes, percent=percent) for tier in tiers]
    for tier in tiers:
        spot.points(tier.points, tier.line_of("points"))
        spot.penalty(tier.penalty, tier.line_of("penalty"))
    if all(sound):
        check_cover(tiers, span, spot.mistakes, percent=percent)


def _proportion(rule: shape.ProportionPart, spot: Spot) -> None:
    if not _measure(rule.of, spot):
        return
    percent = rule.of.number is None
    units = [
        check_unit(written, rule.line_of(key), spot.mistakes, percent=percent)
        for key, written in (("target", rule.target), ("zero_at", rule.zero_at))
        if written is not None
    ]
    if all(units):
        _ends(rule, spot)
    if rule.floor is not None:
        spot.points(rule.floor.points, rule.floor.line_of("points"))
        if check_bounds(rule.floor, spot.mistakes, percent=percent):
            _cut_side(rule, rule.floor, spot)


def _ends(rule: shape.ProportionPart, spot: Spot) -> None:
    target, zero_at = proportion_ends(rule)
    if target is None or zero_at is None:
        spot.add("proportion-ends-missing", rule.line)
        return
    shown = (Percent(target), Percent(zero_at)) if rule.of.number is None else (target, zero_at)
    if target == zero_at:
        spot.add("proportion-flat", rule.line, target=shown[0])
    elif (target > zero_at) != (rule.better == "higher"):
        line = rule.line_of("better") if rule.states("better") else rule.line_of("target")
        spot.add("proportion-direction", line, target=shown[0], zero_at=shown[1], better=rule.better)


def _cut_side(rule: shape.ProportionPart, floor: shape.FloorPart, spot: Spot) -> None:
    """The values cut off must all be worse than the target, else a good value would get the cut's points."""
    target, _ = proportion_ends(rule)
    if target is None:
        return
    cut, higher = interval(floor), rule.better == "higher"
    end = cut.upper if higher else cut.lower
    worse = end is not None and (end.value <= target if higher else end.value >= target)
    if not worse or target in cut:
        spot.add("proportion-cut-side", floor.line, better=rule.better)


def _interpolation(rule: shape.InterpolationPart, spot: Spot) -> None:
    if not _measure(rule.of, spot):
        return
    percent = rule.of.number is None
    units = [check_unit(knot.at, knot.line_of("at"), spot.mistakes, percent=percent) for knot in rule.knots]
    for knot in rule.knots:
        spot.points(knot.points, knot.line_of("points"))
    if not all(units):
        return
    for lower, higher in pairwise(rule.knots):
        if higher.at.value <= lower.at.value:
            at = Percent(higher.at.value) if percent else higher.at.value
            spot.add("knots-not-rising", higher.line, at=at)


def _change(rule: shape.ChangePart, spot: Spot) -> None:
    if not _measure(rule.of, spot):
        return
    if rule.of.ratio is not None:
        spot.add("change-of-ratio", rule.of.line)
        return
    words = [points is not None for points in (rule.higher, rule.equal, rule.lower)]
    tiered = rule.tiers is not None and rule.compare is not None
    untiered = rule.tiers is None and rule.compare is None
    if not (tiered and not any(words)) and not (untiered and all(words)):
        spot.add("change-unclear", rule.line)
        return
    for key, points in (("higher", rule.higher), ("equal", rule.equal), ("lower", rule.lower)):
        spot.points(points, rule.line_of(key))
    if rule.tiers is not None:
        percent = rule.compare == "relative" or rule.of.number is None
        _tier_list(rule.tiers, Interval(), spot, percent=percent)


CHECKS: Mapping[str, Callable[[Any, Spot], None]] = {
    "tiers": _tiers,
    "proportion": _proportion,
    "interpolation": _interpolation,
    "change": _change,
}
