"""Works out what a rule gives for an answer, and which points a rule can give at all.

Every kind of ``model.rules.RULE_KINDS`` is handled in both functions; ``assert_never`` keeps it so.
"""

from __future__ import annotations

from fractions import Fraction
from typing import assert_never

from parcli.model.assessment import Datum, Detail
from parcli.model.rules import (
    ChangeRule,
    ChecklistRule,
    ChoiceRule,
    CountRule,
    DeductionRule,
    ImportedRule,
    InterpolationRule,
    PointsRule,
    ProportionRule,
    Rule,
    SubcasesRule,
    SurveyRule,
    TiersRule,
)
from parcli.scoring.result import Result
from parcli.scoring.rules import counting, judged, measuring, outside, parts
from parcli.scoring.treatment import Treatments

_LEFT_OUT = Treatments(not_applicable="exclude", did_not_arise="exclude")


def evaluate(  # noqa: C901 - one branch for each kind, kept complete by assert_never
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


def attainable(  # noqa: C901 - one branch for each kind, kept complete by assert_never
    rule: Rule, points: Fraction, max_points: Fraction
) -> bool:
    """Tell whether a rule can give these points for some answer.

    Exact for rules with separate values; for continuous ones, and for sub-cases, whether the points lie
    between the least and the most that the rule gives.
    """
    match rule:
        case PointsRule():
            return judged.points_attainable(rule, points, max_points)
        case ChoiceRule():
            return any(judged.option_points(option) == points for option in rule.options)
        case ChecklistRule():
            return points in _checklist_values(rule)
        case TiersRule() | ChangeRule():
            return points in measuring.change_points(rule)
        case ProportionRule():
            return _proportion_attains(rule, points, max_points)
        case InterpolationRule():
            values = [knot.points.points for knot in rule.knots]
            return min(values) <= points <= max(values)
        case CountRule():
            cap = rule.cap.points
            return points == cap or points in counting.sums_up_to(rule.items, cap)
        case DeductionRule():
            return _deduction_attains(rule, points)
        case SurveyRule() | ImportedRule():
            return 0 <= points <= max_points
        case SubcasesRule():
            least = _least(rule)
            return points <= max_points and (least is None or least <= points)
    assert_never(rule)


def _checklist_values(rule: ChecklistRule) -> set[Fraction]:
    if rule.mode != "each":
        return {rule.met.points, rule.otherwise.points}
    sums = {Fraction(0)}
    for item in rule.items:
        sums |= {total + item.points.points for total in sums}
    return sums


def _proportion_attains(rule: ProportionRule, points: Fraction, max_points: Fraction) -> bool:
    if rule.cut is None:
        return 0 <= points <= max_points
    edge = rule.cut.upper if rule.target > rule.zero_at else rule.cut.lower
    least = measuring.proportion_share(rule, edge.value) * max_points if edge else Fraction(0)
    return points == rule.cut_points.points or least <= points <= max_points


def _deduction_attains(rule: DeductionRule, points: Fraction) -> bool:
    if rule.floor is not None and points == rule.floor:
        return True
    taken = rule.start.points - points
    above_floor = rule.floor is None or points > rule.floor
    return taken >= 0 and above_floor and taken in counting.sums_up_to(rule.items, taken)


def _least(rule: Rule) -> Fraction | None:
    """Return the least points that a sub-case's rule can give, None where a deduction has no floor."""
    match rule:
        case ChoiceRule():
            return min(judged.option_points(option) for option in rule.options)
        case TiersRule() | ChangeRule():
            return min(measuring.change_points(rule))
        case DeductionRule():
            return rule.floor
        case SubcasesRule():
            inner = [rule.repeated] if rule.repeated else [case.rule for case in rule.cases]
            lows = [low for low in map(_least, inner) if low is not None]
            if len(lows) < len(inner):
                return None
            return sum(lows, Fraction(0)) if rule.how == "sum" else min(lows)
        case _:
            return Fraction(0)
