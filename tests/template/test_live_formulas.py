"""Formulas stay within what Excel 2013 and LibreOffice both take, for every kind of rule."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from parcli.model.criteria_set import CriteriaSet
from parcli.model.rules import RULE_KINDS
from parcli.workbook.template.plan import PlanRow, TemplatePlan
from parcli.workbook.template.planning import plan_of
from support.every_rule import all_sets
from support.scoring_sets import area, criteria_set

SETS = all_sets()
_ON_NUMBERS = {"ABS", "AVERAGE", "INT", "MAX", "MIN", "MOD", "ROUND", "SIGN", "SUM", "SUMPRODUCT", "TRUNC"}
FUNCTIONS = _ON_NUMBERS | {"AND", "CHOOSE", "COUNT", "COUNTA", "EXACT", "IF", "ISNUMBER", "LEN", "OR"}
_TEXT = re.compile(r'"(?:[^"]|"")*"')


@pytest.fixture(scope="module", params=range(len(SETS)))
def plan(request: pytest.FixtureRequest) -> TemplatePlan:
    return plan_of(SETS[request.param], 10)


def _formulas(plan: TemplatePlan) -> Iterator[str]:
    for row in plan.rows:
        yield from (cell.formula for cell in row.formulas)
        yield from (cell.accepts for cell in row.inputs)


def _leaf_rows(plan: TemplatePlan) -> dict[str, list[PlanRow]]:
    found: dict[str, list[PlanRow]] = {}
    for row in plan.rows:
        if row.kind == "leaf" and row.node is not None and row.node.rule is not None:
            found.setdefault(row.node.rule.kind, []).append(row)
    return found


def test_every_kind_of_rule_has_a_formula(plan: TemplatePlan) -> None:
    rows = _leaf_rows(plan)
    assert set(RULE_KINDS) == {kind for kind in rows if any(row.formulas for row in rows[kind])}


def test_every_leaf_of_the_units_has_points_and_a_maximum(plan: TemplatePlan) -> None:
    rows = [row for rows in _leaf_rows(plan).values() for row in rows if not row.closed]
    adjustments = ("IX", "X")
    assert [] == [
        row.code
        for row in rows
        if not (row.formula("self") or row.formula("worked"))
        or not (row.formula("applicable") or row.code.startswith(adjustments))
    ]


def test_only_functions_are_used_that_both_programs_know(plan: TemplatePlan) -> None:
    used = {name for formula in _formulas(plan) for name in re.findall(r"([A-Z]+)\(", _TEXT.sub("", formula))}
    assert set() == used - FUNCTIONS


def test_formulas_are_no_longer_than_excel_takes(plan: TemplatePlan) -> None:
    assert 8192 > max(len(formula) for formula in _formulas(plan))


def test_formulas_are_nested_no_deeper_than_excel_takes(plan: TemplatePlan) -> None:
    assert 64 > max(_depth(formula) for formula in _formulas(plan))


def test_no_text_in_a_formula_is_longer_than_excel_takes(plan: TemplatePlan) -> None:
    texts = [text for formula in _formulas(plan) for text in _TEXT.findall(formula)]
    assert 255 >= max(len(text) - 2 for text in texts)


def test_what_excel_shows_beside_cells_is_short_enough(plan: TemplatePlan) -> None:
    said = [
        text for row in plan.rows for cell in row.inputs for text in (cell.accepts, cell.prompt, cell.refusal)
    ]
    assert 255 >= max(map(len, said))


def test_parentheses_are_balanced(plan: TemplatePlan) -> None:
    bare = [_TEXT.sub("", formula) for formula in _formulas(plan)]
    assert [] == [formula for formula in bare if formula.count("(") != formula.count(")")]


def _depth(formula: str) -> int:
    depth = deepest = 0
    for char in _TEXT.sub("", formula):
        depth += (char == "(") - (char == ")")
        deepest = max(deepest, depth)
    return deepest


def test_options_are_compared_with_entries_of_the_list_that_is_offered() -> None:
    """A label may be longer than a text in a formula, and hold a comma."""
    plan = plan_of(_only("choice"), 10)
    row = next(row for row in plan.rows if row.kind == "leaf")
    offered, points = row.input("declared"), row.formula("self")
    assert offered is not None
    assert points is not None
    assert offered.choices is not None
    assert offered.choices.entry(0) in points.formula


def _only(kind: str) -> CriteriaSet:
    nodes = [leaf for leaf in SETS[0].leaves() if leaf.rule is not None and leaf.rule.kind == kind]
    return criteria_set(area("1", *nodes))
