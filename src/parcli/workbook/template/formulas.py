"""The live formula of every kind of rule; what a rule gives is defined in ``scoring.rules`` alone.

Where the engine refuses an answer the formula shows nothing. It also shows nothing for answers that a
template does not offer, although the engine takes them: another wording of an option, ticks, tiers by name.
"""

from __future__ import annotations

from typing import assert_never

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
from parcli.spreadsheet.formula_text import branch, number
from parcli.workbook.template import (
    formulas_counted,
    formulas_judged,
    formulas_measured,
    formulas_outside,
    formulas_parts,
)
from parcli.workbook.template.scene import Live, Scene


def live(rule: Rule, scene: Scene) -> Live:  # noqa: C901 - one branch for each kind, kept by assert_never
    """Return the formula of a rule's points for the answer of a scene."""
    match rule:
        case PointsRule():
            return formulas_judged.points(rule, scene)
        case ChoiceRule():
            return formulas_judged.choice(rule, scene)
        case ChecklistRule():
            return formulas_judged.checklist(rule, scene)
        case TiersRule():
            return formulas_measured.tiers(rule, scene)
        case ProportionRule():
            return formulas_measured.proportion(rule, scene)
        case InterpolationRule():
            return formulas_measured.interpolation(rule, scene)
        case CountRule():
            return formulas_counted.count(rule, scene)
        case DeductionRule():
            return formulas_counted.deduction(rule, scene)
        case ChangeRule():
            return formulas_measured.change(rule, scene)
        case SurveyRule():
            return formulas_outside.survey(rule, scene)
        case ImportedRule():
            return formulas_outside.imported(rule, scene)
        case SubcasesRule():
            return formulas_parts.subcases(rule, scene)
    assert_never(rule)


def applicable(scene: Scene, made: Live) -> str:
    """Return the formula of the maximum that counts for an answer, 0 where it is left out."""
    most = made.applicable or number(scene.max_points)
    return branch(made.excluded, "0", most) if made.excluded else most
