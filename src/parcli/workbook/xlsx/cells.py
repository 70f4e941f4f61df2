"""Collects the cells of one sheet as its rows are read, in whichever way; it knows no XML."""

from __future__ import annotations

from itertools import product
from typing import NamedTuple

from parcli.errors import UnusableFile
from parcli.workbook.limits import MAX_COL, MAX_ROW, MAX_TEXT
from parcli.workbook.sheet import Area, Cell, SparseSheet, place_of
from parcli.workbook.xlsx.budget import Budget
from parcli.workbook.xlsx.shared_formulas import SharedFormula
from parcli.workbook.xlsx.values import BLANK, Values


class Formula(NamedTuple):
    """A formula as a cell states it: its text without ``=``, and the number under which cells share it."""

    text: str
    shared: str | None = None


class Cells:
    """The cells that hold something, the hidden rows and columns, and the merged ranges."""

    def __init__(self, title: str, values: Values, budget: Budget) -> None:
        self.title = title
        self.budget = budget
        self.values = values
        self.filled: dict[tuple[int, int], Cell] = {}
        self.merged: dict[Area, None] = {}
        self.hidden_rows: set[int] = set()
        self.hidden_cols: set[int] = set()
        self._shared: dict[str, SharedFormula] = {}
        self._counted = 0

    def place(self, reference: str) -> str:
        """Return an address with the sheet's title in front of it."""
        return f"{place_of(SparseSheet(self.title), 1, 1).rpartition('!')[0]}!{reference}"

    def take(
        self,
        position: tuple[int, int],
        cell_type: str | None,
        style: str | None,
        raw: str | None,
        formula: Formula | None,
    ) -> None:
        """Keep a cell if it holds something; ``raw`` is the text of its value (None or "": it has none).

        Raises:
            UnusableFile: it stands too far from the first cell.
            Declined: it refers to what is not there.
        """
        if raw is not None and len(raw) > MAX_TEXT:
            raise self.budget.text_too_long(place_of(SparseSheet(self.title), *position))
        value, kind, error, percent = self.values.content(raw, cell_type, style) if raw else BLANK
        if formula is None:
            if kind == "blank":
                return
            own, has_cached = None, True
        else:
            own = self._own_formula(formula, position)
            # A formula that shows "" has the type of a text; one without a cached value has none.
            has_cached = kind != "blank" or cell_type == "str"
        row, col = position
        if row > MAX_ROW or col > MAX_COL:
            place = place_of(SparseSheet(self.title), row, col)
            raise UnusableFile("cell-too-far", path=str(self.budget.path), place=place)
        self.filled[position] = Cell(row, col, value, kind, own, has_cached, error, percent)

    def take_empty_text(self, position: tuple[int, int]) -> None:
        """Keep a cell whose own text has no characters."""
        self.filled[position] = Cell(*position, "", "text")

    def end_row(self) -> None:
        """Count what the row has added."""
        count = len(self.filled)
        self.budget.take_cells(count - self._counted)
        self._counted = count

    def drop_covered(self) -> None:
        """Forget what stands below a merged range's first cell: nothing shows it."""
        for area in self.merged:
            first = area.first_row, area.first_col
            rows, cols = range(first[0], area.last_row + 1), range(first[1], area.last_col + 1)
            for place in product(rows, cols):
                if place != first:
                    self.filled.pop(place, None)

    def _own_formula(self, formula: Formula, position: tuple[int, int]) -> str:
        text = "=" + formula.text
        if formula.shared is not None:
            if formula.shared in self._shared:
                text = self._shared[formula.shared].at(*position)
            elif formula.text:
                self._shared[formula.shared] = SharedFormula(text, *position)
        self.budget.take_text(len(text))
        return text
