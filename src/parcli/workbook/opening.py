"""Opens a workbook by what its bytes are, whatever its name: a path comes in, a ``Book`` goes out."""

from __future__ import annotations

from pathlib import Path

from parcli.workbook import openpyxl_reader
from parcli.workbook.sheet import Book


def open_book(path: Path) -> Book:
    """Return the workbook's sheets.

    Raises:
        UnusableFile: the file is missing, of a kind that is not read, locked, damaged or too large.
    """
    return openpyxl_reader.open_book(path)
