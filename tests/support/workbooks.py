"""Writes small workbooks from tables typed as text, one line a row and "|" between cells."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from parcli.messages.catalog import finding_text
from parcli.model.finding import Finding

Grid = Sequence[Sequence[Any]]
_LETTER = re.compile(r"&#([0-9]{3,});")


def grid(table: str) -> list[list[Any]]:
    r"""Return the cells: numbers as numbers, ``'1.1`` as text, ``@2023-10-01`` as a date, "" as None.

    An empty line is an empty row; ``\n`` in a cell is a line break.
    """
    lines = [line.strip() for line in table.strip("\n").splitlines()]
    return [[_value(cell.strip()) for cell in line.split("|")] if line else [] for line in lines]


def codes_and_places(findings: Iterable[Finding]) -> list[tuple[str, str]]:
    """Return what tests compare of findings, after making each one's text in both languages."""
    shown = [(finding, finding_text(finding, lang)) for finding in findings for lang in ("vi", "en")]
    assert all("{" not in text.message + text.remedy for _, text in shown)
    return [(finding.code, finding.place) for finding, _ in shown[::2]]


def write(path: Path, rows: str | Grid, *, title: str = "CCHC", **look: Any) -> Path:
    """Write one sheet.

    ``look``: ``merge=("A1:B1",)``, ``formats={"C2": "0%"}``, ``hide_rows=(3,)``, ``hide_cols=("C",)``.
    """
    return write_sheets(path, {title: rows}, **look)


def write_sheets(path: Path, sheets: Mapping[str, str | Grid], **look: Any) -> Path:
    """Write several sheets; ``look`` is applied to the first, ``hidden=("Name",)`` hides sheets."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in grid(rows) if isinstance(rows, str) else rows:
            sheet.append(list(row))
        if title in look.get("hidden", ()):
            sheet.sheet_state = "hidden"
    _apply(book.worksheets[0], look)
    book.save(path)
    return path


def archive(path: Path, members: Mapping[str, str]) -> Path:
    """Write a zip archive of texts."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in members.items():
            target.writestr(name, content)
    return path


def changed(path: Path, change: Callable[[str], str], *, member: str = "xl/worksheets/sheet1.xml") -> Path:
    """Rewrite the XML of a workbook's part, for what no library writes; letters stand there as themselves."""
    with zipfile.ZipFile(path) as source:
        members = {name: source.read(name).decode() for name in source.namelist()}
    # openpyxl writes Vietnamese letters as "&#225;" where lxml is installed
    plain = _LETTER.sub(lambda found: chr(int(found[1])), members[member])
    return archive(path, members | {member: change(plain)})


def _apply(sheet: Worksheet, look: Mapping[str, Any]) -> None:
    for area in look.get("merge", ()):
        sheet.merge_cells(area)
    for address, number_format in look.get("formats", {}).items():
        sheet[address].number_format = number_format
    for row in look.get("hide_rows", ()):
        sheet.row_dimensions[row].hidden = True
    for letters in look.get("hide_cols", ()):
        sheet.column_dimensions[letters].hidden = True


def _value(text: str) -> Any:
    if not text:
        return None
    if text.startswith("'"):
        return text[1:]
    if text.startswith("@"):
        return datetime.fromisoformat(text[1:])
    for number in (int, float):
        try:
            return number(text)
        except ValueError:
            continue
    return text.replace("\\n", "\n")
