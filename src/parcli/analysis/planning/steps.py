"""All other answers to a criterion that are worth a thought, by its rule's kind; every kind is here."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from parcli.analysis.planning.case_steps import better_cases
from parcli.analysis.planning.counted_steps import fewer_faults, more_counted
from parcli.analysis.planning.judged_steps import judged_points, options, requirements
from parcli.analysis.planning.measured_steps import change, interpolation, proportion, tiers
from parcli.analysis.planning.moves import Draft, Said
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


def drafts(rule: Rule, said: Said) -> Iterator[Draft]:  # noqa: C901 - one branch for each kind
    """Yield other answers with their effort, better and worse; the engine tells what each one is worth.

    A step is what counts as effort 1: the next option, tier or step of judged points, one requirement more,
    one thing more, one fault less, ten percentage points, a tenth of the greatest number that a rule names.
    """
    match rule:
        case PointsRule():
            yield from judged_points(rule, said)
        case ChoiceRule():
            yield from options(rule, said)
        case ChecklistRule():
            yield from requirements(rule, said)
        case TiersRule():
            yield from tiers(rule, said)
        case ProportionRule():
            yield from proportion(rule, said)
        case InterpolationRule():
            yield from interpolation(rule, said)
        case CountRule():
            yield from more_counted(rule, said)
        case DeductionRule():
            yield from fewer_faults(rule, said)
        case ChangeRule():
            yield from change(rule, said)
        case SurveyRule() | ImportedRule():
            return  # others are asked
        case SubcasesRule():
            yield from better_cases(rule, said, drafts)
        case _:
            assert_never(rule)
