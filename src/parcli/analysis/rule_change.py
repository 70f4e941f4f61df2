"""Tells whether a rule got stricter between two editions, over every answer; knows no editions and no texts.

Points are compared as shares of the leaf's maximum, so that a moved maximum alone changes no rule.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from itertools import pairwise
from typing import Any, Literal

from parcli.model.assessment import Datum, DatumState
from parcli.model.criteria_set import Node
from parcli.model.folding import folded
from parcli.model.rules import (
    Amount,
    ChangeRule,
    ChecklistRule,
    ChoiceRule,
    CountRule,
    DeductionRule,
    InterpolationRule,
    Interval,
    Measure,
    ProportionRule,
    Rule,
    Subcase,
    SubcasesRule,
    TiersRule,
)
from parcli.model.text import Text
from parcli.scoring.rules import evaluate

Direction = Literal["same", "tighter", "looser", "mixed", "other"]
"""``mixed``: stricter for some answers, less so for others; ``other``: the answers are not of one kind."""

_Measured = TiersRule | ProportionRule | InterpolationRule
_MEASURED = (TiersRule, ProportionRule, InterpolationRule)
_EVERYTHING = Interval()
_ONE = Fraction(1)
_POINTS = frozenset({"each", "floor", "max_points"})  # fields that are points without being an ``Amount``


def rule_direction(old: Node, new: Node) -> Direction:
    """Return what became of the rule between two leaves, for a unit whose answer stays the same."""
    if old.rule is None or new.rule is None:
        return "other"
    if meaning(old.rule, old.max_points) == meaning(new.rule, new.max_points):
        return "same"
    found = _direction(old.rule, new.rule, old.max_points, new.max_points)
    return "other" if found == "same" else found  # they differ, in something that is not compared


def meaning(value: Any, max_points: Fraction) -> object:
    """Return what a rule gives as plain values that compare: no wording, points as shares of the maximum."""
    if isinstance(value, tuple):
        return tuple(meaning(each, max_points) for each in value if not isinstance(each, Text))
    if not hasattr(value, "__struct_fields__"):
        return value
    if isinstance(value, Amount):
        return _share(value, max_points)
    own = value.max_points if isinstance(value, Subcase) else max_points
    kept = []
    for name in value.__struct_fields__:
        each = getattr(value, name)
        if isinstance(each, Text) or name == "aliases":
            continue
        in_points = isinstance(each, Fraction) and name in _POINTS
        kept.append((name, each / max_points if in_points and max_points else meaning(each, own)))
    return type(value).__name__, tuple(kept)


def _direction(old: Rule, new: Rule, before: Fraction, now: Fraction) -> Direction:
    if isinstance(old, _MEASURED) and isinstance(new, _MEASURED):
        return _measured(old, new, before, now)
    if isinstance(old, ChangeRule) and isinstance(new, ChangeRule) and old.compare == new.compare:
        return _measured(_on_difference(old), _on_difference(new), before, now)
    if isinstance(old, ChoiceRule) and isinstance(new, ChoiceRule):
        return _same_answers(_options(old, before), _options(new, now))
    if isinstance(old, ChecklistRule) and isinstance(new, ChecklistRule) and old.mode == new.mode:
        return _checklist(old, new, before, now)
    if isinstance(old, CountRule) and isinstance(new, CountRule):
        return _combined(
            [_items(old, new, before, now), _versus(_share(old.cap, before), _share(new.cap, now))]
        )
    if isinstance(old, DeductionRule) and isinstance(new, DeductionRule):
        return _deduction(old, new, before, now)
    if isinstance(old, SubcasesRule) and isinstance(new, SubcasesRule):
        return _subcases(old, new, before, now)
    return "other"


# --- rules on a measured value: compared at every edge, and on both sides of it


def _measured(old: _Measured, new: _Measured, before: Fraction, now: Fraction) -> Direction:
    if old.of.is_percent != new.of.is_percent:
        return "other"
    found: list[Direction] = []
    for value in _probes([*_edges(old), *_edges(new)]):
        was, become = _share_at(old, value, before), _share_at(new, value, now)
        if was is not None and become is not None:
            found.append(_versus(was, become))
    return _combined(found)


def _probes(edges: Iterable[Fraction]) -> Iterator[Fraction]:
    """Yield every edge and values close beside it: rules are straight lines in between."""
    ordered = sorted(set(edges))
    close = min((b - a for a, b in pairwise(ordered)), default=_ONE) / 1000
    for edge in ordered:
        yield from (edge - close, edge, edge + close)
    if ordered:
        yield from (ordered[0] - 1, ordered[-1] + 1)


def _edges(rule: _Measured) -> Iterator[Fraction]:
    yield from _ends(rule.of.range)
    match rule:
        case TiersRule():
            for tier in rule.tiers:
                yield from _ends(tier.interval)
        case ProportionRule():
            yield from (rule.target, rule.zero_at)
            yield from _ends(rule.cut or _EVERYTHING)
        case InterpolationRule():
            yield from (knot.at for knot in rule.knots)


def _ends(interval: Interval) -> Iterator[Fraction]:
    yield from (end.value for end in (interval.lower, interval.upper) if end is not None)


def _share_at(rule: _Measured, value: Fraction, max_points: Fraction) -> Fraction | None:
    """Return the share of the maximum for a value, None where the rule refuses it."""
    if value not in rule.of.range or not max_points:
        return None
    datum = Datum(DatumState.GIVEN, value, percent=rule.of.is_percent, text=str(value), numeric=True)
    result = evaluate(rule, datum, (), max_points)
    return None if result.points is None else result.points / max_points


def _on_difference(rule: ChangeRule) -> TiersRule:
    """Return the rule as one on the difference itself, which has no end on either side."""
    return TiersRule(of=Measure("number", rule.of.labels[:1], _EVERYTHING), tiers=rule.tiers)


# --- rules on named answers


def _same_answers(old: Mapping[str, Fraction], new: Mapping[str, Fraction]) -> Direction:
    if old.keys() != new.keys():
        return "other"
    return _combined(_versus(old[key], new[key]) for key in old)


def _options(rule: ChoiceRule, max_points: Fraction) -> dict[str, Fraction]:
    return {
        folded(each.label.vi): _share(each.points, max_points) - _share(each.penalty, max_points)
        for each in rule.options
    }


def _checklist(old: ChecklistRule, new: ChecklistRule, before: Fraction, now: Fraction) -> Direction:
    was = {folded(each.label.vi): _share(each.points, before) for each in old.items}
    become = {folded(each.label.vi): _share(each.points, now) for each in new.items}
    given = [_versus(_share(old.met, before), _share(new.met, now))]
    given.append(_versus(_share(old.otherwise, before), _share(new.otherwise, now)))
    if old.mode == "each":
        return _combined([*given, _same_answers(was, become)])
    more, fewer = become.keys() > was.keys(), become.keys() < was.keys()
    if not (more or fewer or become.keys() == was.keys()):
        return "other"
    # one more requirement is harder to meet where all count, easier where any does
    stricter = more if old.mode == "all" else fewer
    items: Direction = "same" if become.keys() == was.keys() else "tighter" if stricter else "looser"
    return _combined([*given, items])


def _items(
    old: CountRule | DeductionRule, new: CountRule | DeductionRule, before: Fraction, now: Fraction
) -> Direction:
    """Return the direction of the points for each thing counted; a thing that is not counted gives none."""
    was = {folded(each.label.vi): each.each / before for each in old.items}
    become = {folded(each.label.vi): each.each / now for each in new.items}
    nothing = Fraction(0)
    return _combined(
        _versus(was.get(key, nothing), become.get(key, nothing)) for key in was.keys() | become.keys()
    )


def _deduction(old: DeductionRule, new: DeductionRule, before: Fraction, now: Fraction) -> Direction:
    turned: Mapping[Direction, Direction] = {"tighter": "looser", "looser": "tighter"}
    taken = _items(old, new, before, now)
    parts = [turned.get(taken, taken), _versus(_share(old.start, before), _share(new.start, now))]
    if old.floor is None or new.floor is None:
        parts.append("same" if old.floor == new.floor else "tighter" if new.floor is None else "looser")
    else:
        parts.append(_versus(old.floor / before, new.floor / now))
    return _combined(parts)


def _subcases(old: SubcasesRule, new: SubcasesRule, before: Fraction, now: Fraction) -> Direction:
    if old.how != new.how or old.rounding != new.rounding:
        return "other"
    if old.repeated is not None and new.repeated is not None:
        return _direction(old.repeated, new.repeated, before, now)
    if len(old.cases) != len(new.cases) or not old.cases:
        return "other"
    pairs = zip(old.cases, new.cases, strict=True)
    return _combined(_case(a.rule, b.rule, a.max_points, b.max_points) for a, b in pairs)


def _case(old: Rule, new: Rule, before: Fraction, now: Fraction) -> Direction:
    same = meaning(old, before) == meaning(new, now)
    return "same" if same else _direction(old, new, before, now)


def _share(amount: Amount, max_points: Fraction) -> Fraction:
    return amount.points / max_points if max_points else amount.points


def _versus(before: Fraction, now: Fraction) -> Direction:
    if before == now:
        return "same"
    return "tighter" if now < before else "looser"


def _combined(parts: Iterable[Direction]) -> Direction:
    """Return what several parts come to; parts that stayed the same say nothing."""
    found = set(parts) - {"same"}
    if not found:
        return "same"
    if "other" in found:
        return "other"
    return found.pop() if len(found) == 1 else "mixed"
