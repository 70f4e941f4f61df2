"""Turns a checked rule of the file into the model's, with every share resolved to points; checks nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import Any

from parcli.criteria import schema_rules as shape
from parcli.criteria.schema_parts import RoundingPart, Written
from parcli.model import rules as model
from parcli.model.rules import NOTHING, Amount, Bound, Interval, Measure, Rounding, Rule

_FROM_ZERO = Bound(Fraction(0), inclusive=True)
_WHOLE = Interval(_FROM_ZERO, Bound(Fraction(1), inclusive=True))
_NOT_NEGATIVE = Interval(_FROM_ZERO, None)


def build_rule(part: shape.AnyRule, max_points: Fraction) -> Rule:
    """Return the model's rule; ``max_points`` is the leaf's, or the sub-case's own."""
    return _BUILDERS[part.kind](part, max_points)


def amount(written: Written | None, max_points: Fraction, *, default: Amount = NOTHING) -> Amount:
    """Return points as written, a percentage being a share of the maximum."""
    if written is None:
        return default
    if written.percent:
        return Amount(written.value * max_points, share=written.value)
    return Amount(written.value)


def interval(bounds: shape.BoundsPart) -> Interval:
    """Return the bounds as an interval: above >, from >=, to <=, below <, equal both ends."""
    if bounds.equal is not None:
        end = Bound(bounds.equal.value, inclusive=True)
        return Interval(end, end)
    return Interval(
        _end(inclusive=bounds.from_, exclusive=bounds.above),
        _end(inclusive=bounds.to, exclusive=bounds.below),
    )


def measure(part: shape.MeasurePart) -> Measure:
    """Return the measure with its range, by default 0 % to 100 %, or from 0 for a number."""
    if part.number is not None:
        span = interval(part.range) if part.range else _NOT_NEGATIVE
        return Measure("number", (part.number.text,), span)
    span = interval(part.range) if part.range else _WHOLE
    if part.percent is not None:
        return Measure("percent", (part.percent.text,), span)
    return Measure("ratio", tuple(label.text for label in part.ratio or ()), span)


def proportion_ends(part: shape.ProportionPart) -> tuple[Fraction | None, Fraction | None]:
    """Return target and zero point; only percentages have defaults, and they follow the better direction."""
    higher, percent = part.better == "higher", part.of.number is None
    target = part.target.value if part.target else Fraction(int(higher)) if percent else None
    zero_at = part.zero_at.value if part.zero_at else Fraction(int(not higher)) if percent else None
    return target, zero_at


def change_tiers(part: shape.ChangePart, max_points: Fraction) -> tuple[model.Tier, ...]:
    """Return the tiers of a change, the three-word form as above, equal to and below zero."""
    if part.tiers is not None:
        return tuple(_tier(tier, max_points) for tier in part.tiers)
    at, off = _FROM_ZERO, Bound(Fraction(0), inclusive=False)
    return (
        model.Tier(Interval(off, None), amount(part.higher, max_points)),
        model.Tier(Interval(at, at), amount(part.equal, max_points)),
        model.Tier(Interval(None, off), amount(part.lower, max_points)),
    )


def _end(*, inclusive: Written | None, exclusive: Written | None) -> Bound | None:
    if inclusive is not None:
        return Bound(inclusive.value, inclusive=True)
    return Bound(exclusive.value, inclusive=False) if exclusive is not None else None


def _rounding(part: RoundingPart | None) -> Rounding | None:
    return Rounding(part.digits, part.mode) if part else None


def _points(part: shape.PointsPart, max_points: Fraction) -> Rule:
    return model.PointsRule(part.step, part.reason == "required", part.guide.text if part.guide else None)


def _choice(part: shape.ChoicePart, max_points: Fraction) -> Rule:
    return model.ChoiceRule(
        tuple(
            model.Option(
                option.label.text,
                amount(option.points, max_points),
                option.aliases,
                amount(option.penalty, max_points),
            )
            for option in part.options
        )
    )


def _checklist(part: shape.ChecklistPart, max_points: Fraction) -> Rule:
    items = tuple(
        model.ChecklistItem(item.label.text, amount(item.points, max_points)) for item in part.items
    )
    if part.mode == "each":
        return model.ChecklistRule(part.mode, items)
    met = amount(part.met, max_points, default=Amount(max_points))
    return model.ChecklistRule(part.mode, items, met, amount(part.otherwise, max_points))


def _tier(tier: shape.TierPart, max_points: Fraction) -> model.Tier:
    return model.Tier(
        interval(tier),
        amount(tier.points, max_points),
        amount(tier.penalty, max_points),
        tier.label.text if tier.label else None,
    )


def _tiers(part: shape.TiersPart, max_points: Fraction) -> Rule:
    return model.TiersRule(measure(part.of), tuple(_tier(tier, max_points) for tier in part.tiers))


def _proportion(part: shape.ProportionPart, max_points: Fraction) -> Rule:
    target, zero_at = proportion_ends(part)
    assert target is not None
    assert zero_at is not None
    return model.ProportionRule(
        measure(part.of),
        target,
        zero_at,
        interval(part.floor) if part.floor else None,
        amount(part.floor.points, max_points) if part.floor else NOTHING,
        _rounding(part.rounding),
    )


def _interpolation(part: shape.InterpolationPart, max_points: Fraction) -> Rule:
    knots = tuple(model.Knot(knot.at.value, amount(knot.points, max_points)) for knot in part.knots)
    return model.InterpolationRule(measure(part.of), knots, _rounding(part.rounding))


def _count_items(items: Sequence[shape.CountItemPart]) -> tuple[model.CountItem, ...]:
    return tuple(model.CountItem(item.label.text, item.each) for item in items)


def _count(part: shape.CountPart, max_points: Fraction) -> Rule:
    cap = amount(part.cap, max_points, default=Amount(max_points))
    return model.CountRule(_count_items(part.items), cap)


def _deduction(part: shape.DeductionPart, max_points: Fraction) -> Rule:
    start = amount(part.start, max_points, default=Amount(max_points))
    return model.DeductionRule(start, _count_items(part.items), part.floor)


def _change(part: shape.ChangePart, max_points: Fraction) -> Rule:
    return model.ChangeRule(measure(part.of), part.compare or "difference", change_tiers(part, max_points))


def _survey(part: shape.SurveyPart, max_points: Fraction) -> Rule:
    return model.SurveyRule(
        tuple(model.SurveyAnswer(answer.label.text, answer.weight) for answer in part.answers),
        tuple(model.SurveyGroup(group.label.text, group.weight) for group in part.groups),
        _rounding(part.rounding),
    )


def _imported(part: shape.ImportedPart, max_points: Fraction) -> Rule:
    return model.ImportedRule(part.source.text, part.as_, _rounding(part.rounding))


def _subcases(part: shape.SubcasesPart, max_points: Fraction) -> Rule:
    cases = tuple(_case(case, max_points) for case in part.cases)
    repeated = build_rule(part.each, max_points) if part.each else None
    return model.SubcasesRule(part.how, cases, repeated, _rounding(part.rounding))


def _case(case: shape.CasePart, max_points: Fraction) -> model.Subcase:
    own = max_points if case.max is None else case.max
    return model.Subcase(case.label.text, own, build_rule(case.rule, own))


_BUILDERS: Mapping[str, Callable[[Any, Fraction], Rule]] = {
    "points": _points,
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
