"""Puts the cells of a table that is written row by row, with spans, where they are seen; it reads no file."""

from __future__ import annotations

from types import MappingProxyType

from parcli.workbook.limits import MAX_COL, MAX_ROW
from parcli.workbook.sheet import Area, Cell, SparseSheet
from parcli.workbook.xlsx.budget import Budget


class _Drawn:
    """A cell as it is drawn: its corner, its text, and how far it reaches."""

    __slots__ = ("above", "along", "col", "down", "row", "texts")

    def __init__(self, row: int, col: int, *, down: int = 1, along: int = 1) -> None:
        self.row, self.col, self.down, self.along = row, col, down, along
        self.texts: list[str] = []
        self.above = False

    @property
    def text(self) -> str:
        return " ".join("".join(self.texts).split())


class TableDrawing:
    """One table in the making: rows and cells come in their order, text between a cell's begin and end."""

    def __init__(self) -> None:
        self.cells: list[_Drawn] = []
        self._row = 0
        self._next = 1
        self._cell: _Drawn | None = None
        self._reaching: list[tuple[int, int, int]] = []  # columns from, to, and the last row they are taken

    def begin_row(self) -> None:
        """Begin the next row."""
        self._row += 1
        self._next = 1
        self._cell = None
        self._reaching = [each for each in self._reaching if each[2] >= self._row]

    def begin_cell(self, *, down: int = 1, along: int = 1) -> None:
        """Begin a cell in the first column that no cell above reaches down to."""
        if not self._row:
            self.begin_row()
        col = self._next
        while taken := [last for first, last, _ in self._reaching if first <= col <= last]:
            col = max(taken) + 1
        self._cell = _Drawn(self._row, col, down=min(down, MAX_ROW), along=min(along, MAX_COL))
        self.cells.append(self._cell)
        self._next = col + self._cell.along
        if down > 1:
            self._reaching.append((col, self._next - 1, self._row + self._cell.down - 1))

    def span_along(self, columns: int) -> None:
        """Let the cell that was begun cover as many columns."""
        if self._cell is not None:
            self._cell.along = min(columns, MAX_COL)
            self._next = self._cell.col + self._cell.along

    def continue_above(self) -> None:
        """Take the cell that was begun for a part of the one above it."""
        if self._cell is not None:
            self._cell.above = True

    def end_cell(self) -> None:
        """End the cell: what follows is no text of it."""
        self._cell = None

    def put(self, text: str) -> None:
        """Add text to the cell that was begun, if any was."""
        if self._cell is not None:
            self._cell.texts.append(text)

    def sheet(self, title: str, budget: Budget) -> SparseSheet:
        """Return the table as a sheet with merged ranges.

        Raises:
            UnusableFile: it has more cells than are read.
        """
        last = self._row
        by_corner = {(each.row, each.col): each for each in self.cells}
        for each in self.cells:
            if each.above and (over := by_corner.get((each.row - 1, each.col))) is not None:
                over.down += 1
                by_corner[each.row, each.col] = over
        shown = [each for each in self.cells if not each.above]
        budget.take_cells(len(shown))
        cells, merged = {}, []
        for each in shown:
            down = min(each.down, last - each.row + 1)
            budget.take_text(len(each.text))
            if each.text:
                cells[each.row, each.col] = Cell(each.row, each.col, each.text, "text")
            if (down, each.along) != (1, 1):
                end = each.row + down - 1, each.col + each.along - 1
                budget.take_merged(down * each.along, f"{title}, {each.row}:{each.col}–{end[0]}:{end[1]}")
                merged.append(Area(each.row, each.col, *end))
        return SparseSheet(title, MappingProxyType(cells), tuple(merged))
