"""Says which row of a leaf is blank and, by what its rule takes, how to fill it in; it gives no points."""

from __future__ import annotations

from parcli.model.finding import Finding, Param
from parcli.model.rules import (
    ChecklistRule,
    ChoiceRule,
    CountRule,
    DeductionRule,
    InterpolationRule,
    ProportionRule,
    Rule,
    SurveyRule,
    TiersRule,
)
from parcli.model.text import Text


def blank_row(rule: Rule, label: Text, place: str) -> Finding:
    """Return the finding on a blank row beside filled ones; ``rule`` is the row's own where it has one."""
    params: dict[str, Param] = {"label": label}
    match rule:
        case CountRule() | DeductionRule():
            return Finding("detail-blank", place, params)
        case ChecklistRule():
            return Finding("detail-blank-yes-no", place, params)
        case ChoiceRule(options=options):
            params["options"] = tuple(option.label for option in options)
            return Finding("detail-blank-choice", place, params)
        case SurveyRule():
            return Finding("detail-blank-survey", place, params)
        case TiersRule(of=of) | ProportionRule(of=of) | InterpolationRule(of=of) if of.kind == "ratio":
            return Finding("detail-blank-pair", place, params)
    return Finding("detail-blank-value", place, params)
