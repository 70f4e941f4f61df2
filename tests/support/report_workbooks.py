"""Opens report workbooks again: their parts, their formulas, and where LibreOffice comes to other values."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.workbook.workbook import Workbook

from parcli.model.text import Lang
from parcli.report.context import ReportContext
from parcli.report.excel.book import render

NOISE = 1e-9


def opened(context: ReportContext, lang: Lang = "vi", *, values: bool = False) -> Workbook:
    """Return a report's workbook as openpyxl reads it: its formulas, or the values that they show."""
    return load_workbook(io.BytesIO(render(context, lang)), data_only=values)


def part(data: bytes, name: str) -> str:
    """Return a part of a workbook as text."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode("utf-8")


def parts(data: bytes, pattern: str) -> dict[str, str]:
    """Return the parts whose names match a pattern, by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = [name for name in archive.namelist() if re.fullmatch(pattern, name)]
        return {name: archive.read(name).decode("utf-8") for name in names}


def formulas(book: Workbook) -> dict[str, str]:
    """Return every formula by its cell ("Sheet!A1")."""
    return {
        f"{sheet.title}!{cell.coordinate}": str(cell.value)
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    }


def changed(written: Path, recalculated: Path) -> Iterator[str]:
    """Yield the cells that show something else after LibreOffice has worked the formulas out."""
    before, after = (load_workbook(path, data_only=True) for path in (written, recalculated))
    for sheet in before:
        again = after[sheet.title]
        for cell in (cell for row in sheet.iter_rows() for cell in row):
            value = again[cell.coordinate].value
            if not _agree(cell.value, value):
                yield f"{sheet.title}!{cell.coordinate}: {cell.value!r} became {value!r}"


def _agree(before: object, after: object) -> bool:
    if isinstance(before, int | float) and isinstance(after, int | float):
        return abs(before - after) <= NOISE
    return (before or None) == (after or None)
