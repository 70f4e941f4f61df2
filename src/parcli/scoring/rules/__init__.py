"""Works out what a rule gives for an answer, and which points a rule can give at all.

Every kind of ``model.rules.RULE_KINDS`` is handled in both functions; ``assert_never`` keeps it so.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from functools import lru_cache
from typing import assert_never

from msgspec.structs import replace

from parcli.model.assessment import BLANK, NO_ANSWER, Datum, Detail
from parcli.model.finding import Bounds, Finding, Param
from parcli.model.number import order
from parcli.model.remembered import remembered_of_one
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
    PointsRule,
    ProportionRule,
    Rounding,
    Rule,
    SubcasesRule,
    SurveyRule,
    TiersRule,
)
from parcli.model.text import Text
from parcli.scoring.details import known_rows, unknown_rows
from parcli.scoring.result import Result, finding
from parcli.scoring.rounding import is_rounded, rounded_points
from parcli.scoring.rules import counting, judged, measuring, outside, parts
from parcli.scoring.treatment import Treatments

_NOTHING = Fraction(0)
_LEFT_OUT = Treatments(not_applicable="exclude", did_not_arise="exclude")


def evaluate(
    rule: Rule,
    declared: Datum,
    details: tuple[Detail, ...],
    max_points: Fraction,
    *,
    treatments: Treatments = _LEFT_OUT,
) -> Result:
    """Return exact points for what a unit declares, with the basis of each step.

    ``treatments`` are the leaf's policies; rules use them for sub-cases only. A leaf that does not apply as a
    whole comes back with that state and is treated by the engine.
    """
    rows, strangers = _own_rows(rule, details) if details else ((), ())
    if not rows or declared.state is NO_ANSWER:
        result = _evaluate(rule, declared, rows, max_points, treatments)
        return replace(result, findings=(*result.findings, *strangers)) if strangers else result
    result = _evaluate(rule, BLANK, rows, max_points, treatments)
    alone = _evaluate(rule, declared, (), max_points, treatments)
    if (alone.state, alone.points) != (result.state, result.points):
        strangers = (finding("cell-beside-details", declared), *strangers)
    return replace(result, findings=(*result.findings, *strangers))


def _own_rows(rule: Rule, details: tuple[Detail, ...]) -> tuple[tuple[Detail, ...], tuple[Finding, ...]]:
    """Return the rows that a rule reads (none where none is filled) and findings on the filled others."""
    strangers: tuple[Finding, ...] = ()
    if not (isinstance(rule, SubcasesRule) and rule.repeated is not None):  # there the unit names its rows
        labels = _row_labels(rule)
        strangers = unknown_rows(labels, details)
        details = known_rows(labels, details)
    return details if any(each.declared.state is not NO_ANSWER for each in details) else (), strangers


def _evaluate(  # noqa: C901 - one branch for each kind, kept complete by assert_never
    rule: Rule,
    declared: Datum,
    details: tuple[Detail, ...],
    max_points: Fraction,
    treatments: Treatments,
) -> Result:
    match rule:
        case PointsRule():
            return judged.points(rule, declared, max_points)
        case ChoiceRule():
            return judged.choice(rule, declared, max_points)
        case ChecklistRule():
            return judged.checklist(rule, declared, details, max_points)
        case TiersRule():
            return measuring.tiers(rule, declared, max_points)
        case ProportionRule():
            return measuring.proportion(rule, declared, max_points)
        case InterpolationRule():
            return measuring.interpolation(rule, declared, max_points)
        case CountRule():
            return counting.count(rule, declared, details, max_points)
        case DeductionRule():
            return counting.deduction(rule, declared, details, max_points)
        case ChangeRule():
            return measuring.change(rule, declared, max_points)
        case SurveyRule():
            return outside.survey(rule, declared, details, max_points)
        case ImportedRule():
            return outside.imported(rule, declared, max_points)
        case SubcasesRule():
            return parts.subcases(
                rule, declared, details, max_points, treatments=treatments, evaluate=evaluate
            )
    assert_never(rule)


def _row_labels(rule: Rule) -> list[Text]:
    """Return the labels that detail rows of a leaf can have under its rule."""
    match rule:
        case ChecklistRule() | CountRule() | DeductionRule():
            return [item.label for item in rule.items]
        case SubcasesRule():
            return [case.label for case in rule.cases]
        case SurveyRule():
            return outside.row_labels(rule)
        case _:
            return []


def answer_of(rule: Rule, points: Fraction | None, own: str) -> str:
    """Return the option that appraised points stand for: the unit's own where it fits, else the first one.

    A clause that tests an answer holds for what the council found, not only for what the unit said.
    """
    if points is None or not isinstance(rule, ChoiceRule | TiersRule | ChangeRule):
        return own
    fitting = _labels(rule).get(points, ())
    return own if own in fitting or not fitting else fitting[0]


def attainable(rule: Rule, points: Fraction, max_points: Fraction) -> bool:
    """Tell whether a rule can give these points for some answer.

    Exact for rules with separate values; for continuous ones, and for sub-cases, whether the points lie
    between the least and the most that the rule gives.
    """
    match rule:
        case PointsRule():
            return judged.points_attainable(rule, points, max_points)
        case ChoiceRule() | ChecklistRule() | TiersRule() | ChangeRule():
            return points in _separate(rule)
        case ProportionRule():
            return _proportion_attains(rule, points, max_points)
        case InterpolationRule():
            values = [knot.points.points for knot in rule.knots]
            return _between(min(values), points, max(values), rule.rounding)
        case CountRule():
            return points in _counted(rule)
        case DeductionRule():
            return _deduction_attains(rule, points)
        case SurveyRule() | ImportedRule():
            return 0 <= points <= max_points
        case SubcasesRule():
            least = least_points(rule)
            return points <= max_points and (least is None or least <= points)
    assert_never(rule)


def separate_points(rule: Rule) -> tuple[Fraction, ...]:
    """Return all points that a rule with separate values can give, in order; () where there are others."""
    if isinstance(rule, ChoiceRule | ChecklistRule | TiersRule | ChangeRule):
        return tuple(sorted(_separate(rule)))
    return ()


def allowed_points(rule: Rule, max_points: Fraction) -> Param:
    """Return what a rule can give, to be said: separate values, else the two ends, and what a cut gives."""
    if isinstance(rule, PointsRule):
        return judged.allowed_points(rule, max_points)
    if isinstance(rule, ProportionRule) and rule.cut is not None:
        return _allowed_beside_cut(rule, max_points)
    if values := separate_points(rule):
        return values
    least = least_points(rule)
    lower = None if least is None else Bound(least, inclusive=True)
    return Bounds(Interval(lower, Bound(max_points, inclusive=True)), percent=False)


def least_points(rule: Rule) -> Fraction | None:
    """Return the least points that a rule can give, None where a deduction has no floor."""
    match rule:
        case ChoiceRule():
            return min(judged.option_points(option) for option in rule.options)
        case TiersRule() | ChangeRule():
            return min(measuring.change_points(rule))
        case DeductionRule():
            return rule.floor
        case SubcasesRule():
            inner = [rule.repeated] if rule.repeated else [case.rule for case in rule.cases]
            lows = [low for low in map(least_points, inner) if low is not None]
            if len(lows) < len(inner):
                return None
            return sum(lows, Fraction(0)) if rule.how == "sum" else min(lows)
        case _:
            return Fraction(0)


@remembered_of_one
def _labels(rule: ChoiceRule | TiersRule | ChangeRule) -> Mapping[Fraction, tuple[str, ...]]:
    """Return the labels of a rule's options or tiers by what they are worth, in the rule's order."""
    if isinstance(rule, ChoiceRule):
        named = [(each.label, judged.option_points(each)) for each in rule.options]
    else:
        named = [(each.label, measuring.tier_points(each)) for each in rule.tiers if each.label]
    worths = dict.fromkeys(worth for _, worth in named)
    return {each: tuple(label.vi for label, worth in named if worth == each) for each in worths}


@remembered_of_one
def _separate(rule: ChoiceRule | ChecklistRule | TiersRule | ChangeRule) -> frozenset[Fraction]:
    match rule:
        case ChoiceRule():
            return frozenset(map(judged.option_points, rule.options))
        case ChecklistRule():
            return frozenset(_checklist_values(rule))
        case TiersRule() | ChangeRule():
            return measuring.change_points(rule)
    assert_never(rule)


@remembered_of_one
def _counted(rule: CountRule) -> frozenset[Fraction]:
    return counting.sums_up_to(rule.items, rule.cap.points) | {rule.cap.points}


@remembered_of_one
def _deducted(rule: DeductionRule) -> frozenset[Fraction] | None:
    """Return all that a rule can take off above its floor, None for one without a floor."""
    return None if rule.floor is None else counting.sums_up_to(rule.items, rule.start.points - rule.floor)


def _checklist_values(rule: ChecklistRule) -> set[Fraction]:
    if rule.mode != "each":
        return {rule.met.points, rule.otherwise.points}
    sums = {Fraction(0)}
    for item in rule.items:
        sums |= {total + item.points.points for total in sums}
    return sums


def _between(least: Fraction, points: Fraction, most: Fraction, rounding: Rounding | None) -> bool:
    """Tell whether points lie between the ends, both under the rule's own rounding where it has one."""
    if rounding is None:
        return order(least, points) <= 0 <= order(most, points)
    low, high = _rounded_ends(least, most, rounding)
    within = order(low, points) <= 0 <= order(high, points)
    return within and (points == most or is_rounded(points, rounding))


@lru_cache(maxsize=1 << 10)  # rules
def _rounded_ends(least: Fraction, most: Fraction, rounding: Rounding) -> tuple[Fraction, Fraction]:
    return rounded_points(least, rounding, most), rounded_points(most, rounding, most)


def _proportion_attains(rule: ProportionRule, points: Fraction, max_points: Fraction) -> bool:
    if rule.cut is None:
        return _between(_NOTHING, points, max_points, rule.rounding)
    if points == rule.cut_points.points:
        return True
    least = _least_beside_cut(rule, rule.cut, max_points)
    if least is None or (points == least.value and not least.inclusive):
        return False
    return _between(least.value, points, max_points, rule.rounding)


def _least_beside_cut(rule: ProportionRule, cut: Interval, max_points: Fraction) -> Bound | None:
    """Return from where a proportion gives points outside its cut, None where the cut has all of it."""
    edge = cut.upper if rule.target > rule.zero_at else cut.lower
    if edge is None:
        return None
    least = measuring.proportion_share(rule, edge.value) * max_points
    # the value on a closed edge is cut, so what it would have given is not reached
    reached = not edge.inclusive or rule.rounding is not None or least == max_points
    return Bound(least, inclusive=reached)


def _allowed_beside_cut(rule: ProportionRule, max_points: Fraction) -> Param:
    assert rule.cut is not None
    least, given = _least_beside_cut(rule, rule.cut, max_points), rule.cut_points.points
    if least is None:
        return (given,)
    if rule.rounding is not None:
        least = Bound(rounded_points(least.value, rule.rounding, max_points), inclusive=True)
    straight = Interval(least, Bound(max_points, inclusive=True))
    if given == least.value:  # what the cut gives closes the gap
        straight = Interval(Bound(given, inclusive=True), straight.upper)
    bounds = Bounds(straight, percent=False)
    if given in straight:
        return bounds
    return (given, bounds) if given < least.value else (bounds, given)


def _deduction_attains(rule: DeductionRule, points: Fraction) -> bool:
    if rule.floor is not None and points <= rule.floor:
        return points == rule.floor
    taken, sums = rule.start.points - points, _deducted(rule)
    return taken >= 0 and taken in (counting.sums_up_to(rule.items, taken) if sums is None else sums)
