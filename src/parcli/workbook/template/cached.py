"""Gives each live cell of a plan the value that the engine gives for the table as it is handed out: blank."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from parcli.model.assessment import Assessment
from parcli.model.criteria_set import CriteriaSet, Node
from parcli.model.period import Period
from parcli.model.score import NodeScore, UnitScore
from parcli.model.unit import Unit
from parcli.scoring.engine import score
from parcli.workbook.template.plan import FormulaCell, PlanRow


def with_cached(
    rows: Sequence[PlanRow], criteria_set: CriteriaSet, period: Period | None, block: str
) -> tuple[PlanRow, ...]:
    """Return the rows with their cached values: no points and no grade where nothing is answered, sums of 0.

    Rows below a leaf keep theirs.
    """
    result = _blank_score(criteria_set, period, block)
    nodes = {node.code: node for root in result.roots for node in root.walk()}
    blank = _Blank(result, nodes)
    return tuple(
        row
        if row.kind == "detail"
        else replace(row, formulas=tuple(replace(c, cached=blank.value(row, c)) for c in row.formulas))
        for row in rows
    )


class _Blank(Struct, frozen=True):
    """The score of a blank table, cell by cell."""

    result: UnitScore
    nodes: Mapping[str, NodeScore]

    def value(self, row: PlanRow, cell: FormulaCell) -> float | str:
        """Return the value of a live cell."""
        if row.kind == "grade" or cell.column == "worked":
            return ""
        if row.kind == "leaf" and cell.column == "self":
            return ""
        points, applicable, percent = self._figures(row.code) if row.code else self._total()
        if cell.column == "self":
            return float(points)
        if cell.column == "applicable":
            return float(applicable)
        return "" if percent is None else float(percent / 100)

    def _total(self) -> tuple[Fraction, Fraction, Fraction | None]:
        return self.result.points, self.result.applicable_max, self.result.percent

    def _figures(self, code: str) -> tuple[Fraction, Fraction, Fraction | None]:
        node = self.nodes.get(code)
        if node is None:  # a bonus or penalty block: nothing of it has happened
            return Fraction(0), Fraction(0), None
        return node.points, node.applicable_max, node.percent


def _blank_score(criteria_set: CriteriaSet, period: Period | None, block: str) -> UnitScore:
    if period is None:
        roots = tuple(_always_due(root) for root in criteria_set.roots)
        criteria_set = replace(criteria_set, roots=roots)
    period = period or Period(criteria_set.applies_from)
    unit = Unit("", "", criteria_set.level, block)
    nothing = Assessment(unit, period, criteria_set.id, MappingProxyType({}))
    return score(criteria_set, nothing, stage="self")


def _always_due(node: Node) -> Node:
    return replace(node, due_in=(), children=tuple(_always_due(child) for child in node.children))
