"""Reads one worksheet into a ``SparseSheet``: cells that hold something, merged ranges, what is hidden."""

from __future__ import annotations

from types import MappingProxyType
from xml.parsers import expat

from parcli.errors import UnusableFile
from parcli.workbook.limits import MAX_COL, MAX_DEPTH, MAX_ROW, MAX_TEXT
from parcli.workbook.sheet import Area, Cell, SparseSheet, place_of
from parcli.workbook.xlsx.addresses import (
    LAST_COLUMN,
    column_number,
    follows,
    merged_area,
    next_reference,
)
from parcli.workbook.xlsx.budget import Budget
from parcli.workbook.xlsx.declined import Declined
from parcli.workbook.xlsx.names import (
    CELL,
    COLUMN,
    FORMULA,
    INLINE,
    MERGE,
    MERGES,
    ROW,
    SHEET_DATA,
    VALUE,
    WORKSHEET,
)
from parcli.workbook.xlsx.package import Attributes, Package, says_true
from parcli.workbook.xlsx.shared_formulas import SharedFormula
from parcli.workbook.xlsx.texts import RichText
from parcli.workbook.xlsx.values import BLANK, Content, Values

_OUTSIDE, _IN_DATA, _IN_ROW, _IN_CELL, _IN_TEXT = range(5)


def read_sheet(package: Package, part: str, title: str, *, hidden: bool, values: Values) -> SparseSheet:
    """Return the sheet.

    Raises:
        UnusableFile: it is damaged, too large, or a cell that holds something stands too far from the first.
        Declined: it is not made as workbooks are.
    """
    made: list[_Reader] = []

    def make(parser: expat.XMLParserType) -> _Reader:
        made.append(_Reader(parser, title, values, package.budget))
        return made[0]

    package.parse(part, make)
    reader = made[0]
    return SparseSheet(
        title=title,
        cells=MappingProxyType(reader.cells),
        merged=tuple(reader.merged),
        hidden=hidden,
        hidden_rows=frozenset(reader.hidden_rows),
        hidden_cols=frozenset(reader.hidden_cols),
    )


class _Reader:
    """Handlers of a worksheet's part; most of a book's reading time is spent in ``start`` and ``end``."""

    __slots__ = (
        "_attrs",
        "_budget",
        "_cells_before",
        "_depth",
        "_formula",
        "_formula_attrs",
        "_inline",
        "_last",
        "_last_col",
        "_length",
        "_raw",
        "_rich",
        "_row",
        "_row_text",
        "_shared",
        "_state",
        "_texts",
        "_title",
        "_values",
        "cells",
        "hidden_cols",
        "hidden_rows",
        "merged",
    )

    def __init__(self, parser: expat.XMLParserType, title: str, values: Values, budget: Budget) -> None:
        self.cells: dict[tuple[int, int], Cell] = {}
        self.merged: dict[Area, None] = {}
        self.hidden_rows: set[int] = set()
        self.hidden_cols: set[int] = set()
        self._title = title
        self._values = values
        self._budget = budget
        self._rich = RichText(parser, budget)
        self._shared: dict[str, SharedFormula] = {}
        self._state = _OUTSIDE
        self._depth = self._row = self._last_col = self._length = self._cells_before = 0
        self._row_text = self._last = ""
        self._texts: list[str] = []
        self._attrs: Attributes = {}
        self._raw: str | None = None
        self._inline: str | None = None
        self._formula: str | None = None
        self._formula_attrs: Attributes = {}

    def start(self, name: str, attrs: dict[str, str], /) -> None:
        state = self._state
        if name == CELL and state == _IN_ROW:
            reference = attrs.get("r")
            if reference is None:
                reference = attrs["r"] = next_reference(self._last, self._row)
            elif not follows(reference, self._last):
                raise Declined("cells out of order")
            self._last = reference
            self._attrs = attrs
            self._state = _IN_CELL
        elif state == _IN_CELL:
            self._start_in_cell(name, attrs)
        elif name == ROW and state == _IN_DATA:
            self._start_row(attrs)
        elif state == _OUTSIDE:
            self._start_outside(name, attrs)
        else:
            raise Declined(f"{name} in a sheet's data")

    def end(self, name: str, /) -> None:
        state = self._state
        if state == _IN_CELL:
            self._state = _IN_ROW
            if self._raw is not None or self._formula is not None or self._inline is not None:
                self._keep()
        elif state == _IN_TEXT:
            self._state = _IN_CELL
            text = "".join(self._texts)
            if name == VALUE:
                self._raw = text
            else:
                self._formula = text
        elif state == _IN_ROW:
            self._state = _IN_DATA
            self._budget.take_cells(len(self.cells) - self._cells_before)
            self._cells_before = len(self.cells)
        elif state == _IN_DATA:
            self._state = _OUTSIDE
        else:
            self._depth -= 1
            if name == MERGES:
                self._drop_covered()

    def chars(self, text: str, /) -> None:
        if self._state == _IN_TEXT:
            self._texts.append(text)
            self._length += len(text)
            if self._length > MAX_TEXT:
                raise self._budget.too_large()

    def _start_in_cell(self, name: str, attrs: dict[str, str]) -> None:
        if name == VALUE and self._raw is None:
            self._state = _IN_TEXT
        elif name == FORMULA and self._formula is None:
            self._state = _IN_TEXT
            self._formula_attrs = attrs
        elif name == INLINE and self._inline is None:
            self._rich.collect(self._take_inline)
            return
        else:
            raise Declined(f"{name} in a cell")
        self._texts.clear()
        self._length = 0

    def _take_inline(self, text: str) -> None:
        self._inline = text

    def _start_row(self, attrs: Attributes) -> None:
        try:
            row = int(attrs.get("r", self._row + 1))
        except ValueError as exc:
            raise Declined("row number") from exc
        if row <= self._row:
            raise Declined("rows out of order")
        self._row = row
        self._row_text = str(row)
        self._last = ""
        if says_true(attrs.get("hidden")):
            self.hidden_rows.add(row)
        self._state = _IN_ROW

    def _start_outside(self, name: str, attrs: Attributes) -> None:
        if name == SHEET_DATA:
            self._state = _IN_DATA
            return
        self._depth += 1
        if self._depth > MAX_DEPTH or name in (ROW, CELL) or (self._depth == 1 and name != WORKSHEET):
            raise Declined(f"{name} outside of a sheet's data")
        if name == COLUMN:
            self._take_column(attrs)
        elif name == MERGE:
            area = merged_area(attrs["ref"])
            self._budget.take_merged(
                (area.last_row - area.first_row + 1) * (area.last_col - area.first_col + 1)
            )
            self.merged[area] = None
        elif name == MERGES and self.merged:
            raise Declined("merged ranges in two places")

    def _take_column(self, attrs: Attributes) -> None:
        first, last = int(attrs["min"]), int(attrs.get("max", 0))
        if not self._last_col < first <= last <= LAST_COLUMN:
            raise Declined("columns out of order")
        self._last_col = last
        if says_true(attrs.get("hidden")):
            self.hidden_cols.update(range(first, last + 1))

    def _keep(self) -> None:
        attrs = self._attrs
        letters = attrs["r"].removesuffix(self._row_text)
        if letters == attrs["r"]:
            raise Declined("cell in another row")
        row, col = self._row, column_number(letters)
        cell_type = attrs.get("t")
        content: Content = BLANK
        if cell_type == "inlineStr":
            if self._inline is not None:
                content = (self._inline, "text", None, False)
        elif self._raw:
            content = self._values.content(self._raw, cell_type, attrs.get("s"))
        formula = None if self._formula is None else self._own_formula(self._formula, row, col)
        self._raw = self._formula = self._inline = None
        value, kind, error, percent = content
        if kind == "blank" and formula is None:
            return
        if row > MAX_ROW or col > MAX_COL:
            place = place_of(SparseSheet(self._title), row, col)
            raise UnusableFile("cell-too-far", path=str(self._budget.path), place=place)
        # A formula that shows "" has the type of a text; one without a cached value has none.
        has_cached = formula is None or kind != "blank" or cell_type == "str"
        self.cells[row, col] = Cell(row, col, value, kind, formula, has_cached, error, percent)

    def _own_formula(self, text: str, row: int, col: int) -> str:
        formula = "=" + text
        if self._formula_attrs.get("t") == "shared":
            index = self._formula_attrs.get("si", "")
            if index in self._shared:
                formula = self._shared[index].at(row, col)
            elif text:
                self._shared[index] = SharedFormula(formula, row, col)
        self._budget.take_text(len(formula))
        return formula

    def _drop_covered(self) -> None:
        """Forget what stands below a merged range's first cell: nothing shows it."""
        for area in self.merged:
            for row in range(area.first_row, area.last_row + 1):
                for col in range(area.first_col, area.last_col + 1):
                    if (row, col) != (area.first_row, area.first_col):
                        self.cells.pop((row, col), None)
