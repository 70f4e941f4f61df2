"""Reads one worksheet into a ``SparseSheet``: cells that hold something, merged ranges, what is hidden."""

from __future__ import annotations

import re
from types import MappingProxyType

from parcli.workbook.limits import MAX_DEPTH, MAX_TEXT
from parcli.workbook.sheet import SparseSheet
from parcli.workbook.xlsx.addresses import LAST_COLUMN, column_number, merged_area, next_reference
from parcli.workbook.xlsx.cells import Cells, Formula
from parcli.workbook.xlsx.contents import SheetPart
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
from parcli.workbook.xlsx.plain_rows import read_plain_rows
from parcli.workbook.xlsx.texts import RichText
from parcli.workbook.xlsx.values import Values

_OUTSIDE, _IN_DATA, _IN_ROW, _IN_CELL, _IN_TEXT, _IN_INLINE = range(6)

_DATA_START, _DATA_END = re.compile(rb"<sheetData>"), b"</sheetData>"


def read_sheet(package: Package, sheet: SheetPart, values: Values) -> SparseSheet:
    """Return the sheet.

    Raises:
        UnusableFile: it is damaged, too large, or a cell that holds something stands too far from the first.
        Declined: it is not made as workbooks are.
    """
    package.budget.sheet = sheet.title
    cells = Cells(sheet.title, values, package.budget)
    plain = package.plain(sheet.part, _DATA_START, _DATA_END)
    tags = None if plain is None else read_plain_rows(plain.within, cells)
    if plain is None or tags is None or not package.parse_around(plain, _Handlers(cells), tags=tags):
        cells = Cells(sheet.title, values, package.budget)
        package.parse(sheet.part, _Handlers(cells))
    cells.drop_covered()
    return SparseSheet(
        title=sheet.title,
        cells=MappingProxyType(cells.filled),
        merged=tuple(cells.merged),
        hidden=sheet.hidden,
        hidden_rows=frozenset(cells.hidden_rows),
        hidden_cols=frozenset(cells.hidden_cols),
    )


class _Handlers:
    """Handlers of a worksheet's part; ``start`` and ``end`` are called for each of its elements."""

    __slots__ = (
        "_attrs",
        "_cells",
        "_depth",
        "_formula",
        "_formula_attrs",
        "_inline",
        "_last",
        "_last_col",
        "_merges",
        "_raw",
        "_rich",
        "_row",
        "_row_text",
        "_section",
        "_state",
        "_text",
    )

    def __init__(self, cells: Cells) -> None:
        self._cells = cells
        self._rich = RichText(cells.budget, cells.place)
        self._state = _OUTSIDE
        self._depth = self._row = self._last_col = self._merges = 0
        self._row_text = self._last = self._text = self._section = ""
        self._attrs: Attributes = {}
        self._raw: str | None = None
        self._inline: str | None = None
        self._formula: str | None = None
        self._formula_attrs: Attributes = {}

    @property
    def expects_plain(self) -> bool:
        """Tell whether rows are expected next."""
        return self._state == _IN_DATA

    def start(self, name: str, attrs: dict[str, str], /) -> None:
        state = self._state
        if state == _IN_ROW and name == CELL:
            last = self._last
            reference = attrs.get("r")
            if reference is None:
                reference = attrs["r"] = next_reference(last, self._row)
            # In one row, addresses further right are longer, or as long and later in the alphabet.
            elif len(reference) <= len(last) and (len(reference) < len(last) or reference <= last):
                raise Declined("cells out of order")
            self._last = reference
            self._attrs = attrs
            self._state = _IN_CELL
        elif state == _IN_INLINE:
            self._rich.start(name, attrs)
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
            if name == VALUE:
                self._raw = self._text
            else:
                self._formula = self._text
        elif state == _IN_INLINE:
            self._inline = self._rich.end(name)
            if self._inline is not None:
                self._state = _IN_CELL
        elif state == _IN_ROW:
            self._state = _IN_DATA
            self._cells.end_row()
        elif state == _IN_DATA:
            self._state = _OUTSIDE
        else:
            self._depth -= 1

    def chars(self, text: str, /) -> None:
        if self._state == _IN_TEXT:
            self._text = text = self._text + text
            if len(text) > MAX_TEXT:
                raise self._cells.budget.text_too_long(self._cells.place(self._attrs["r"]))
        elif self._state == _IN_INLINE:
            self._rich.chars(text)

    def _start_in_cell(self, name: str, attrs: dict[str, str]) -> None:
        if name == VALUE and self._raw is None:
            self._state = _IN_TEXT
        elif name == FORMULA and self._formula is None:
            self._formula_attrs = attrs
            self._state = _IN_TEXT
        elif name == INLINE and self._inline is None:
            self._rich.begin(self._attrs["r"])
            self._state = _IN_INLINE
        else:
            raise Declined(f"{name} in a cell")
        self._text = ""

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
            self._cells.hidden_rows.add(row)
        self._state = _IN_ROW

    def _start_outside(self, name: str, attrs: Attributes) -> None:
        if name == SHEET_DATA:
            self._state = _IN_DATA
            return
        self._depth += 1
        if self._depth > MAX_DEPTH:  # another reader would only take longer
            raise self._cells.budget.part_too_large()
        if name in (ROW, CELL) or (self._depth == 1 and name != WORKSHEET):
            raise Declined(f"{name} outside of a sheet's data")
        if self._depth == 2:
            self._section = name
        if name == COLUMN:
            self._take_column(attrs)
        elif name == MERGE:
            if self._section != MERGES:
                raise Declined("merged range out of place")
            area = merged_area(attrs["ref"])
            rows, cols = area.last_row - area.first_row + 1, area.last_col - area.first_col + 1
            self._cells.budget.take_merged(rows * cols, self._cells.place(attrs["ref"]))
            self._cells.merged[area] = None
        elif name == MERGES:
            self._merges += 1
            if self._merges > 1:
                raise Declined("merged ranges in two places")

    def _take_column(self, attrs: Attributes) -> None:
        first, last = int(attrs["min"]), int(attrs.get("max", 0))
        if not self._last_col < first <= last <= LAST_COLUMN:
            raise Declined("columns out of order")
        self._last_col = last
        if says_true(attrs.get("hidden")):
            self._cells.hidden_cols.update(range(first, last + 1))

    def _keep(self) -> None:
        attrs, raw, formula = self._attrs, self._raw, None
        letters = attrs["r"].removesuffix(self._row_text)
        if letters == attrs["r"]:
            raise Declined("cell in another row")
        position = self._row, column_number(letters)
        cell_type = attrs.get("t")
        if self._formula is not None:
            shared = self._formula_attrs.get("si", "") if self._formula_attrs.get("t") == "shared" else None
            formula = Formula(self._formula, shared)
        if cell_type == "inlineStr":
            raw = self._inline
            if raw == "" and formula is None:
                self._cells.take_empty_text(position)
        self._raw = self._formula = self._inline = None
        self._cells.take(position, cell_type, attrs.get("s"), raw, formula)
