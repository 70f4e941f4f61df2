"""Reads the values of an .xls or .ods file with calamine; formulas, formats and what is hidden it cannot see.

It can use up the memory or abort the process: to be called in one with limits (``child``) only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from parcli.errors import UnusableFile
from parcli.workbook.limits import MAX_CELLS, MAX_COL, MAX_ROW
from parcli.workbook.moments import moment
from parcli.workbook.sheet import Area, Book, Cell, CellKind, CellValue, SparseSheet, place_of
from parcli.workbook.too_large import too_large

_Value = str | float | int | bool | datetime | date | time | timedelta


def read_values(path: Path) -> Book:
    """Return the sheets with the values that they show and, from .xls, the merged ranges.

    The file's suffix has to be that of its kind: calamine goes by it.

    Raises:
        UnusableFile: the file is locked, damaged or too large.
    """
    try:
        book = CalamineWorkbook.from_path(path)
        sheets = tuple(_sheets(book, path))
    except PasswordError as exc:
        raise UnusableFile("workbook-encrypted", path=str(path)) from exc
    except CalamineError as exc:
        # Its own limit has no exception of its own.
        if "limit exceeded" in str(exc):
            raise too_large(path, "cells", most=MAX_CELLS) from exc
        raise UnusableFile("workbook-damaged", path=str(path)) from exc
    except (ValueError, OverflowError) as exc:  # names and dates that are none
        raise UnusableFile("workbook-damaged", path=str(path)) from exc
    except OSError as exc:
        raise UnusableFile("file-unreadable", path=str(path)) from exc
    if not sheets:
        raise UnusableFile("workbook-no-sheets", path=str(path))
    return Book(sheets, str(path))


def readable(paths: Sequence[Path]) -> tuple[Path, ...]:
    """Return the files whose values can be read; the values themselves are not kept."""
    return tuple(path for path in paths if _is_readable(path))


def _is_readable(path: Path) -> bool:
    try:
        read_values(path)
    except UnusableFile:
        return False
    return True


def _sheets(book: CalamineWorkbook, path: Path) -> Iterator[SparseSheet]:
    number = 0
    for known in book.sheets_metadata:
        if known.typ is not SheetTypeEnum.WorkSheet:
            continue  # a chart, a macro
        source = book.get_sheet_by_name(known.name)
        sheet = SparseSheet(
            title=known.name,
            cells=dict(_cells(source)),
            merged=tuple(_area(*corners) for corners in source.merged_cell_ranges or ()),
            hidden=known.visible is not SheetVisibleEnum.Visible,
        )
        far = next(((r, c) for r, c in sheet.cells if r > MAX_ROW or c > MAX_COL), None)
        if far is not None:
            raise UnusableFile("cell-too-far", path=str(path), place=place_of(sheet, *far))
        number += len(sheet.cells)
        if number > MAX_CELLS:
            raise too_large(path, "cells", most=MAX_CELLS)
        yield sheet


def _cells(sheet: CalamineSheet) -> Iterator[tuple[tuple[int, int], Cell]]:
    for row, values in enumerate(sheet.iter_rows(), start=1):
        for col, value in enumerate(values, start=1):
            if value != "":
                shown, kind = _shown(value)
                yield (row, col), Cell(row, col, shown, kind)


def _shown(value: _Value) -> tuple[CellValue, CellKind]:
    match value:
        case str():
            return value, "text"
        case bool():
            return value, "boolean"
        case float() if value.is_integer():
            return int(value), "number"  # an .ods knows no whole numbers, the other readers do
        case int() | float():
            return value, "number"
    return moment(value), "date"


def _area(first: tuple[int, int], last: tuple[int, int]) -> Area:
    return Area(first[0] + 1, first[1] + 1, last[0] + 1, last[1] + 1)
