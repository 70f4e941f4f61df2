"""Finishes a workbook that xlsxwriter has made: row heights that still grow; changes nothing else."""

from __future__ import annotations

import io
import zipfile

_SHEETS = "xl/worksheets/sheet"
_FIXED = b' customHeight="1"'


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
