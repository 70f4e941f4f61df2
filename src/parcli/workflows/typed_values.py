"""Finds typed values that a form may hold, but whose meaning is not certain where they are typed."""

from __future__ import annotations

from parcli.messages.vocabulary import POINT_WORDS, TICKS
from parcli.model.assessment import Datum
from parcli.model.finding import Finding, Param
from parcli.model.folding import folded
from parcli.model.rules import (
    ChecklistRule,
    CountRule,
    DeductionRule,
    ImportedRule,
    PointsRule,
    Rule,
    SubcasesRule,
    SurveyRule,
)
from parcli.workbook.row_names import find_name, row_names

_POINT_WORDS = tuple(map(folded, POINT_WORDS))
_IN_POINTS = PointsRule | SurveyRule | ImportedRule


def unfit(rule: Rule | None, typed: Datum, row: str | None) -> Finding | None:
    """Return what is wrong with a value that is typed for a leaf or a row below it, None where nothing is.

    A tick stands in a form's box; typed, it may as well cross a requirement out. Points are no value of what
    is measured or counted.
    """
    own = _of_row(rule, row)
    text = folded(typed.text)
    if isinstance(own, ChecklistRule):
        wrong = "yes-no-expected" if text in TICKS else None
    elif own is None or isinstance(own, _IN_POINTS) or typed.number is None:
        wrong = None
    else:
        counted = isinstance(own, CountRule | DeductionRule)
        in_points = text.endswith(_POINT_WORDS)
        wrong = ("count-expected" if counted else "number-expected") if in_points else None
    params: dict[str, Param] = {"text": typed.quoted, "label": row or _first_label(own)}
    return None if wrong is None else Finding(wrong, typed.place, params)


def _of_row(rule: Rule | None, row: str | None) -> Rule | None:
    """Return the rule of a sub-case that a row is of, else the leaf's own."""
    if not isinstance(rule, SubcasesRule) or row is None:
        return rule
    named = find_name(row, row_names(rule))
    return rule.repeated if named is None else rule.cases[named.index].rule


def _first_label(rule: Rule | None) -> Param:
    return rule.items[0].label if isinstance(rule, ChecklistRule | CountRule | DeductionRule) else ""
