"""Reads an .xlsx or .xlsm file into a ``Book`` with openpyxl; macros and links are never run or followed."""

from __future__ import annotations

import math
import warnings
from datetime import date, datetime, time, timedelta
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from openpyxl import load_workbook
from openpyxl.worksheet.formula import DataTableFormula

from parcli.errors import UnusableFile
from parcli.workbook.limits import MAX_CELLS, MAX_COL, MAX_ROW, MAX_TEXT
from parcli.workbook.moments import moment
from parcli.workbook.number_formats import shows_percent
from parcli.workbook.sheet import Area, Book, Cell, CellKind, CellValue, SparseSheet, place_of
from parcli.workbook.sniffing import require_xlsx
from parcli.workbook.too_large import too_large

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_LAST_COLUMN = 16_384


def open_book(path: Path) -> Book:
    """Return the workbook's sheets with values, formulas, formats, merged ranges and what is hidden.

    Raises:
        UnusableFile: the file is missing, of another type, locked, damaged or too large.
    """
    require_xlsx(path)
    formulas = _loaded(path, values=False)
    values = _loaded(path, values=True)
    if not values.worksheets:
        raise UnusableFile("workbook-no-sheets", path=str(path))
    try:
        pairs = zip(values.worksheets, formulas.worksheets, strict=True)
        sheets = tuple(_sheet(shown, typed) for shown, typed in pairs)
    except LookupError as exc:  # a number format that is not there shows only where it is asked for
        raise UnusableFile("workbook-damaged", path=str(path)) from exc
    if sum(len(sheet.cells) for sheet in sheets) > MAX_CELLS:
        raise too_large(path, "cells", most=MAX_CELLS)
    for sheet in sheets:
        cells = sheet.cells.values()
        long = next((c for c in cells if isinstance(c.value, str) and len(c.value) > MAX_TEXT), None)
        if long is not None:
            raise too_large(path, "cell", place=place_of(sheet, long.row, long.col), most=MAX_TEXT)
        far = next(((r, c) for r, c in sheet.cells if r > MAX_ROW or c > MAX_COL), None)
        if far is not None:
            raise UnusableFile("cell-too-far", path=str(path), place=place_of(sheet, *far))
    return Book(sheets, str(path))


def _loaded(path: Path, *, values: bool) -> Workbook:
    try:
        # Opened here, because openpyxl leaves its own file open (and on Windows locked) when it fails.
        with path.open("rb") as file, warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns of styles and extensions that it drops
            return load_workbook(file, data_only=values, keep_links=False)
    # A damaged file makes openpyxl fail in any of its layers (zip, XML, types, missing parts).
    except Exception as exc:
        raise UnusableFile("workbook-damaged", path=str(path)) from exc


def _sheet(shown: Worksheet, typed: Worksheet) -> SparseSheet:
    cells = {}
    # Sparse on purpose: iterating rows would make every cell of a sheet that has one far cell.
    for (row, col), source in shown._cells.items():
        cell = _cell(source, typed._cells.get((row, col)))
        if cell is not None:
            cells[row, col] = cell
    return SparseSheet(
        title=shown.title,
        cells=MappingProxyType(cells),
        merged=tuple(Area(r.min_row, r.min_col, r.max_row, r.max_col) for r in shown.merged_cells.ranges),
        hidden=shown.sheet_state != "visible",
        hidden_rows=frozenset(n for n, row in shown.row_dimensions.items() if row.hidden),
        hidden_cols=_hidden_columns(shown),
    )


def _hidden_columns(sheet: Worksheet) -> frozenset[int]:
    """Return hidden columns; the file keeps them as groups, one entry for several columns."""
    groups = (group for group in sheet.column_dimensions.values() if group.hidden)
    return frozenset(
        col for group in groups for col in range(group.min or 1, min(group.max or 0, _LAST_COLUMN) + 1)
    )


def _cell(shown: Any, typed: Any) -> Cell | None:
    formula = _formula(typed)
    value, kind, error = _value(shown.value, shown.data_type)
    if kind == "blank" and formula is None:
        return None
    # A formula that shows "" has the type of a text; one without a cached value has none.
    has_cached = formula is None or kind != "blank" or shown.data_type == "str"
    percent = kind == "number" and shows_percent(shown.number_format)
    return Cell(shown.row, shown.column, value, kind, formula, has_cached, error, percent)


def _formula(typed: Any) -> str | None:
    if typed is None or typed.data_type != "f":
        return None
    if isinstance(typed.value, DataTableFormula):  # a what-if table: openpyxl keeps no formula of it
        return "="
    return str(getattr(typed.value, "text", None) or typed.value)


def _value(value: Any, data_type: str) -> tuple[CellValue, CellKind, str | None]:
    if data_type == "e" and value is not None:
        return None, "error", str(value)
    match value:
        case None:
            return None, "blank", None
        case bool():
            return value, "boolean", None
        case float() if not math.isfinite(value):
            return None, "error", "#NUM!"
        case int() | float():
            return value, "number", None
        case datetime() | date() | time() | timedelta():
            return _moment(value)
    return str(value), "text", None


def _moment(value: datetime | date | time | timedelta) -> tuple[CellValue, CellKind, str | None]:
    try:
        return moment(value), "date", None
    except OverflowError:  # a span of time that ends after the year 9999
        return None, "error", "#VALUE!"
