"""Begins and finishes a file of xlsxwriter: no text turns into a formula, rows grow; fills in nothing."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime

from xlsxwriter.workbook import Workbook

from parcli.spreadsheet.styles import FONT, SIZE

_SHEETS = "xl/worksheets/sheet"
_FIXED = b' customHeight="1"'


def new_workbook(target: io.BytesIO, *, title: str, subject: str, office: str, made_at: datetime) -> Workbook:
    """Return an empty workbook in which no text turns into a formula or a link; it names no person."""
    book = Workbook(
        target,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
            "default_format_properties": {"font_name": FONT, "font_size": SIZE},
        },
    )
    book.set_properties({"title": title, "subject": subject, "company": office, "created": made_at})
    book.set_size(24000, 14000)
    return book


def with_growing_rows(data: bytes) -> bytes:
    """Return the file with its row heights as a start, not fixed: Excel fits a row when something is typed.

    xlsxwriter fixes every height that is set, and without one LibreOffice shows a single line.
    """
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            content = old.read(part)
            new.writestr(part, content.replace(_FIXED, b"") if part.filename.startswith(_SHEETS) else content)
    return made.getvalue()
