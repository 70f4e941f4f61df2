"""Gives a unit's column on the sheet of criteria: points as they are, sums as formulas that agree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from msgspec import Struct

from parcli.analysis.gaps import exact_sum
from parcli.model.register import StoredNode
from parcli.model.rules import Rounding
from parcli.report.context import UnitReport
from parcli.report.excel.grid import Grid
from parcli.report.excel.pen import Live, agreeing
from parcli.report.excel.tree import Key, Line, key_of
from parcli.scoring.rounding import rounded_exact
from parcli.spreadsheet.formula_text import rounded

_HUNDRED = 100
_SHOWN_STATES = frozenset({"not_applicable", "missing", "pending"})


class LineCell(Struct, frozen=True, gc=False):
    """What a cell holds: a figure with its formula ("" for none), or the state in place of a figure."""

    value: Fraction | None = None
    formula: str = ""
    state: str = ""


BLANK = LineCell()


def unit_cells(grid: Grid, number: int, unit: UnitReport, rounding: Rounding) -> Iterator[LineCell]:
    """Yield the cells of a unit in the order of the lines, then those of the foot but the grade."""
    nodes = {key_of(node): node for node in unit.nodes}
    column = _Column(grid, number, nodes, rounding)
    for line in grid.tree.lines:
        node = nodes.get(line.key)
        yield BLANK if node is None else column.cell(line, node)
    yield from column.foot(unit)


class _Column:
    """A unit's nodes and where they stand."""

    def __init__(self, grid: Grid, number: int, nodes: Mapping[Key, StoredNode], rounding: Rounding) -> None:
        self._grid, self._number, self._nodes, self._rounding = grid, number, nodes, rounding
        blocks = (line for line in grid.tree.lines if line.role in ("bonus", "penalty"))
        self._unasked = {grid.tree.lines[place].key for line in blocks for place in line.below}

    def cell(self, line: Line, node: StoredNode) -> LineCell:
        """Return the cell of a criterion: a leaf's points, or the sum of what lies below."""
        below = [place for place in line.below if self._grid.tree.lines[place].key in self._nodes]
        if below:
            return LineCell(node.points, agreeing(node.points, self._sums(node, below)) or "")
        if node.state == "missing" and line.key in self._unasked:
            return BLANK  # nobody has to earn a bonus or a penalty
        if not node.points and node.state in _SHOWN_STATES:
            return LineCell(state=node.state)
        return LineCell(node.points)

    def foot(self, unit: UnitReport) -> Iterator[LineCell]:
        """Yield total, applicable maximum and percentage."""
        if not self._nodes:
            yield from (LineCell(each) for each in (unit.points, unit.applicable_max, unit.percent))
            return
        formula, value = self._sum_of([line for line in self._grid.tree.lines if line.is_root])
        areas = Live(formula or "0", value)
        whole = self._with_adjustments(areas)
        yield LineCell(unit.points, agreeing(unit.points, self._totals(whole, unit)) or "")
        yield LineCell(unit.applicable_max)
        percents = self._percents(whole, areas, unit)
        yield LineCell(unit.percent, agreeing(unit.percent, percents) or "")

    def _sums(self, node: StoredNode, below: Sequence[int]) -> Iterator[Live]:
        lines = self._grid.tree.lines
        value = exact_sum(self._nodes[lines[place].key].points for place in below)
        formula = f"SUM({self._grid.cells(self._number, below)})"
        yield Live(formula, value)
        yield Live(rounded(formula, self._rounding), rounded_exact(value, self._rounding))
        if node.role in ("bonus", "penalty"):
            yield Live(f"MIN({formula},{_literal(node.max_points)})", min(value, node.max_points))

    def _totals(self, whole: Live, unit: UnitReport) -> Iterator[Live]:
        value, most = whole.gives or Fraction(0), unit.applicable_max
        yield Live(rounded(whole.formula, self._rounding), rounded_exact(value, self._rounding))
        if most is not None and value > most:
            formula = f"MIN({whole.formula},{self._cell('applicable')})"
            yield Live(rounded(formula, self._rounding), rounded_exact(most, self._rounding))
        if value < 0:
            yield Live(f"MAX({rounded(whole.formula, self._rounding)},0)", Fraction(0))

    def _percents(self, whole: Live, areas: Live, unit: UnitReport) -> Iterator[Live]:
        most = unit.applicable_max
        if not most:
            return
        for live in (Live(self._cell("total"), unit.points), whole, areas):
            if live.gives is not None:
                formula = rounded(f"({live.formula})/{self._cell('applicable')}*{_HUNDRED}", self._rounding)
                yield Live(formula, rounded_exact(live.gives / most * _HUNDRED, self._rounding))

    def _with_adjustments(self, areas: Live) -> Live:
        formula, value = areas.formula, areas.gives or Fraction(0)
        for sign, role in ((1, "bonus"), (-1, "penalty")):
            blocks = [line for line in self._grid.tree.lines if line.role == role]
            added, points = self._sum_of(blocks)
            if added:
                formula += ("+" if sign > 0 else "-") + added
                value += sign * points
        return Live(formula, value)

    def _sum_of(self, lines: Sequence[Line]) -> tuple[str, Fraction]:
        known = [line for line in lines if line.key in self._nodes]
        if not known:
            return "", Fraction(0)
        places = [self._grid.tree.place[line.key] for line in known]
        value = exact_sum(self._nodes[line.key].points for line in known)
        return f"SUM({self._grid.cells(self._number, places)})", value

    def _cell(self, key: str) -> str:
        return self._grid.cell(self._number, self._grid.foot(key))


def _literal(value: Fraction) -> str:
    return repr(value.numerator / value.denominator)
