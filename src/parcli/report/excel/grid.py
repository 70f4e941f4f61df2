"""Where each unit's points of each criterion stand on the sheet of criteria; it writes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct
from xlsxwriter.utility import xl_rowcol_to_cell

from parcli.report.excel.pen import At
from parcli.report.excel.scene import reference
from parcli.report.excel.tree import Tree

FOOT = ("total", "applicable", "percent", "grade")
MOST_COLUMNS = 200  # units beside each other: more stand below each other


class Grid(Struct, frozen=True):
    """Criteria by units. ``upright``: units are columns, as forms have them; else they are rows.

    ``first`` is the cell of the first unit's first criterion. Units and criteria are counted from 0; the
    lines of the foot follow the criteria.
    """

    name: str
    tree: Tree
    upright: bool
    first: At

    def foot(self, key: str) -> int:
        """Return a line of the foot."""
        return len(self.tree.lines) + FOOT.index(key)

    def at(self, unit: int, line: int) -> At:
        """Return the row and column of a cell."""
        row, col = self.first
        return (row + line, col + unit) if self.upright else (row + unit, col + line)

    def cell(self, unit: int, line: int) -> str:
        """Return a cell's address."""
        return str(xl_rowcol_to_cell(*self.at(unit, line)))

    def cells(self, unit: int, lines: Iterable[int]) -> str:
        """Return the cells of several lines as arguments of a function, neighbours as a range."""
        return ",".join(self._ranges(unit, lines))

    def elsewhere(self, unit: int, line: int) -> str:
        """Return a cell as other sheets name it."""
        return reference(self.name, self.cell(unit, line))

    def cells_elsewhere(self, unit: int, lines: Iterable[int]) -> str:
        """Return the cells of several lines as other sheets name them."""
        return ",".join(reference(self.name, cells) for cells in self._ranges(unit, lines))

    def _ranges(self, unit: int, lines: Iterable[int]) -> Iterator[str]:
        for first, last in _runs(lines):
            begin = self.cell(unit, first)
            yield begin if first == last else f"{begin}:{self.cell(unit, last)}"


def _runs(lines: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and last of each run of successive lines."""
    first = last = -1
    for line in lines:
        if first >= 0 and line == last + 1:
            last = line
            continue
        if first >= 0:
            yield first, last
        first = last = line
    if first >= 0:
        yield first, last
