"""Writes tables typed as text to .csv and .xlsx files, and reads them as published results."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from parcli.model.period import Period
from parcli.model.register import Placement
from parcli.model.unit import Level
from parcli.workbook.published import FindUnit, FoundUnit, Published, read_published
from parcli.workbook.table import read_table

DATA = Path(__file__).parents[1] / "data"

SMALL = """
Đơn vị | Điểm | Xếp hạng
Huyện A | 90 | 1
Huyện B | 80 | 2
"""

GIVEN: dict[str, Any] = {"index": "PAR", "period": Period(2023), "level": "district", "source": "QĐ 1"}


def rows_of(table: str) -> list[list[str]]:
    """Return the cells of a table typed with "|" between cells; an empty line is an empty row."""
    return [[cell.strip() for cell in line.split("|")] for line in table.strip("\n").splitlines()]


def write_csv(path: Path, table: str, *, delimiter: str = ",", encoding: str = "utf-8") -> Path:
    """Write a typed table as delimited text."""
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=delimiter).writerows(rows_of(table))
    return path


def write_xlsx(path: Path, rows: list[list[Any]]) -> Path:
    """Write rows to a sheet named "Bảng"; texts stay texts, also those that look like formulas."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Bảng"
    for number, row in enumerate(rows, start=1):
        for col, value in enumerate(row, start=1):
            cell = sheet.cell(number, col)
            cell.value = value or None
            if isinstance(value, str) and value.startswith("="):
                cell.data_type = "s"
    book.save(path)
    return path


def nobody(name: str, code: str, level: Level, period: Period) -> FoundUnit:
    """Find no unit at all."""
    return FoundUnit()


def published(path: Path, *, placement_of: FindUnit = nobody, **options: Any) -> Published:
    """Return the results of a file; options that are not given are None."""
    given = {"index": None, "period": None, "level": None, "source": None, **options}
    return read_published(read_table(path), placement_of=placement_of, **given)


def known(name: str, code: str, level: Level, period: Period) -> FoundUnit:
    """Find every unit under its own name."""
    return FoundUnit(Placement(name, name, level))
