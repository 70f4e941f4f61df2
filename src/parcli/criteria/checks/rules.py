"""Checks a rule against its leaf: points within the maximum, labels told apart, the right scorer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

from parcli.criteria import schema_rules as shape
from parcli.criteria.checks.measured import CHECKS as MEASURED
from parcli.criteria.checks.spot import Spot
from parcli.criteria.mistakes import Mistakes
from parcli.criteria.schema import NodePart
from parcli.model.finding import Percent

_SCORERS: Mapping[str, str] = {"survey": "survey", "imported": "imported"}
_NOT_IN_SUBCASES = frozenset({"checklist", "survey", "subcases"})


def check_rule(rule: shape.AnyRule, leaf: NodePart, mistakes: Mistakes) -> None:
    """Add a finding for each mistake in a leaf's rule."""
    wanted = _SCORERS.get(rule.kind)
    scorer = leaf.scored_by or "self"
    if wanted is not None and scorer != wanted:
        line = leaf.line_of("scored_by") if leaf.states("scored_by") else rule.line
        mistakes.add("rule-needs-scorer", line, kind=rule.kind, wanted=wanted, found=scorer)
    _check(rule, Spot(leaf.code, leaf.max, mistakes))


def _check(rule: shape.AnyRule, spot: Spot) -> None:
    _CHECKS[rule.kind](rule, spot)


def _points(rule: shape.PointsPart, spot: Spot) -> None:
    if rule.step is not None and rule.step <= 0:
        spot.add("step-not-positive", rule.line_of("step"), step=rule.step)


def _choice(rule: shape.ChoicePart, spot: Spot) -> None:
    named = [(name, option.line) for option in rule.options for name in _names(option)]
    spot.distinct(named, "option-duplicate")
    for option in rule.options:
        spot.points(option.points, option.line_of("points"))
        spot.penalty(option.penalty, option.line_of("penalty"))
    if spot.max > 0 and not any(option.points.value > 0 for option in rule.options):
        spot.add("choice-gives-nothing", rule.line_of("options"))


def _names(option: shape.OptionPart) -> tuple[str, ...]:
    english = (option.label.en,) if option.label.en and option.label.en != option.label.vi else ()
    return (option.label.vi, *english, *option.aliases)


def _checklist(rule: shape.ChecklistPart, spot: Spot) -> None:
    spot.distinct([(item.label.vi, item.line) for item in rule.items], "label-duplicate")
    if rule.mode == "each":
        _each_item(rule, spot)
        return
    for item in rule.items:
        if item.points is not None:
            spot.add("checklist-key-unused", item.line_of("points"), key="points", mode=rule.mode)
    spot.points(rule.met, rule.line_of("met"))
    spot.points(rule.otherwise, rule.line_of("otherwise"))


def _each_item(rule: shape.ChecklistPart, spot: Spot) -> None:
    for key in ("met", "otherwise"):
        if rule.states(key):
            spot.add("checklist-key-unused", rule.line_of(key), key=key, mode=rule.mode)
    for item in rule.items:
        if item.points is None:
            spot.add("checklist-points-missing", item.line or rule.line_of("items"), label=item.label.vi)
        else:
            spot.points(item.points, item.line_of("points"), above=False)
    if all(item.points is not None for item in rule.items):
        total = sum((spot.resolved(item.points) for item in rule.items), Fraction(0))
        if total != spot.max:
            spot.add("checklist-sum", rule.line_of("items"), declared=spot.max, sum=total)


def _count(rule: shape.CountPart, spot: Spot) -> None:
    _counted(rule, spot)
    if rule.cap is not None and spot.resolved(rule.cap) > spot.max:
        spot.add("cap-above-max", rule.line_of("cap"), cap=spot.resolved(rule.cap), max=spot.max)
    elif rule.cap is not None:
        spot.points(rule.cap, rule.line_of("cap"))


def _deduction(rule: shape.DeductionPart, spot: Spot) -> None:
    _counted(rule, spot)
    start = spot.max if rule.start is None else spot.resolved(rule.start)
    spot.points(rule.start, rule.line_of("start"))
    if rule.floor is not None and rule.floor > start:
        spot.add("floor-above-start", rule.line_of("floor"), floor=rule.floor, start=start)


def _counted(rule: shape.CountPart | shape.DeductionPart, spot: Spot) -> None:
    spot.distinct([(item.label.vi, item.line) for item in rule.items], "label-duplicate")
    for item in rule.items:
        if item.each <= 0:
            spot.add("each-not-positive", item.line_of("each"), label=item.label.vi, each=item.each)


def _survey(rule: shape.SurveyPart, spot: Spot) -> None:
    for entries in (rule.answers, rule.groups):
        spot.distinct([(entry.label.vi, entry.line) for entry in entries], "label-duplicate")
        for entry in entries:
            if not 0 <= entry.weight <= 1:
                weight = Percent(entry.weight)
                spot.add("survey-weight-range", entry.line_of("weight"), label=entry.label.vi, weight=weight)
    total = sum((group.weight for group in rule.groups), Fraction(0))
    if rule.groups and total != 1:
        spot.add("survey-group-sum", rule.line_of("groups"), sum=Percent(total))


def _imported(rule: shape.ImportedPart, spot: Spot) -> None:
    """An imported index has nothing to go wrong beyond its scorer."""


def _subcases(rule: shape.SubcasesPart, spot: Spot) -> None:
    if bool(rule.cases) == (rule.each is not None):
        spot.add("subcases-unclear", rule.line)
    spot.distinct([(case.label.vi, case.line) for case in rule.cases], "label-duplicate")
    _case_maxima(rule, spot)
    if rule.each is not None:
        _nested(rule.each, spot)
    for case in rule.cases:
        own = spot.max if case.max is None else case.max
        _nested(case.rule, Spot(f"{spot.code} / {case.label.vi}", own, spot.mistakes))


def _case_maxima(rule: shape.SubcasesPart, spot: Spot) -> None:
    for case in rule.cases:
        if rule.how == "sum" and case.max is None:
            spot.add("subcase-max-missing", case.line, label=case.label.vi)
        if rule.how != "sum" and case.max is not None and case.max != spot.max:
            spot.add(
                "subcase-max-differs", case.line_of("max"), label=case.label.vi, own=case.max, max=spot.max
            )
    maxima = [case.max for case in rule.cases if case.max is not None]
    if rule.how == "sum" and len(maxima) == len(rule.cases) and rule.cases and sum(maxima) != spot.max:
        total = sum(maxima, Fraction(0))
        spot.add("subcase-sum", rule.line_of("cases"), declared=spot.max, sum=total)


def _nested(rule: shape.AnyRule, spot: Spot) -> None:
    """A sub-case is one row with one value, so only rules that take one value can stand there."""
    several = isinstance(rule, shape.CountPart | shape.DeductionPart) and len(rule.items) > 1
    if rule.kind in _NOT_IN_SUBCASES or several:
        spot.add("subcase-rule-kind", rule.line, kind=rule.kind)
        return
    _check(rule, spot)


_CHECKS: Mapping[str, Callable[[Any, Spot], None]] = {
    **MEASURED,
    "points": _points,
    "choice": _choice,
    "checklist": _checklist,
    "count": _count,
    "deduction": _deduction,
    "survey": _survey,
    "imported": _imported,
    "subcases": _subcases,
}
