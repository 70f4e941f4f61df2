"""The example's form as plain values that a test changes and writes, as a form is that was typed by hand."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import openpyxl
from openpyxl.utils.cell import coordinate_to_tuple, get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from cli.running import EXAMPLE

FOOTER_ROW = 190
SHEET = "Tự đánh giá"
Cells = dict[tuple[int, int], Any]

_HEADER_MERGES = ("A11:A12", "B11:B12", "C11:C12", "D11:F11", "G11:L11", "M11:M12", "N11:N12", "O11:O12")
_SUM = re.compile(r"=SUM\((?P<parts>[A-Z0-9,]+)\)")


@dataclass(frozen=True, slots=True)
class Percent:
    """A number in a cell with a percent format: 0.85 is shown as 85 %."""

    value: float


def example_cells() -> Cells:
    """Return the filled cells of the example by row and column, formulas as the values they come to."""
    return dict(_example())


def write_cells(path: Path, cells: Cells, *, merges: tuple[str, ...] = _HEADER_MERGES) -> Path:
    """Write one sheet with these cells."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = SHEET
    for (row, column), value in cells.items():
        cell = sheet.cell(row, column)
        cell.value = value.value if isinstance(value, Percent) else value
        if isinstance(value, Percent):
            cell.number_format = "0.0%"
    for area in merges:
        sheet.merge_cells(area)
    book.save(path)
    return path


def changed(changes: Mapping[str, Any], *, after_sums: Mapping[str, Any] | None = None) -> Cells:
    """Return the example with cells changed, points summed up anew, then ``after_sums`` typed over them.

    None empties a cell. Maxima are not summed up: a subtotal of maxima says what the set says.
    """
    cells = _with(example_cells(), changes)
    for key in _sums():
        if get_column_letter(key[1]) != "C":
            cells[key] = _sum(cells, key)
    return _with(cells, after_sums or {})


def with_rows_inserted(cells: Cells, before: int, rows: list[dict[str, Any]]) -> Cells:
    """Return the cells with rows, by column letter, put in before a row."""
    moved = {
        (row + len(rows) if row >= before else row, column): value for (row, column), value in cells.items()
    }
    typed = {
        f"{name}{before + index}": value for index, row in enumerate(rows) for name, value in row.items()
    }
    return _with(moved, typed)


def _with(cells: Cells, changes: Mapping[str, Any]) -> Cells:
    typed = {coordinate_to_tuple(address): value for address, value in changes.items()}
    return {key: value for key, value in {**cells, **typed}.items() if value is not None}


@cache
def _example() -> Mapping[tuple[int, int], Any]:
    cells = {}
    for row in _sheet(cached=True).iter_rows():
        for cell in row:
            if cell.value is not None:
                is_percent = "%" in cell.number_format
                cells[cell.row, cell.column] = Percent(_number(cell.value)) if is_percent else cell.value
    return MappingProxyType(cells)


@cache
def _sums() -> Mapping[tuple[int, int], tuple[tuple[int, int], ...]]:
    """Return the cells that each sum of the example adds up."""
    return {
        (cell.row, cell.column): tuple(map(coordinate_to_tuple, match["parts"].split(",")))
        for row in _sheet().iter_rows()
        for cell in row
        if isinstance(cell.value, str) and (match := _SUM.fullmatch(cell.value))
    }


def _sheet(*, cached: bool = False) -> Worksheet:
    return openpyxl.load_workbook(EXAMPLE, data_only=cached).worksheets[0]


def _number(value: object) -> float:
    assert isinstance(value, int | float)
    return value


def _sum(cells: Cells, key: tuple[int, int]) -> float:
    """Return what Excel's SUM gives: text and blanks count nothing."""
    values = [_sum(cells, part) if part in _sums() else cells.get(part) for part in _sums()[key]]
    return round(sum(value for value in values if isinstance(value, int | float)), 10)
