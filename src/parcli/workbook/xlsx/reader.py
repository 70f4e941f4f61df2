"""Reads an .xlsx or .xlsm file into a ``Book`` reading once the parts that matter; it runs nothing."""

from __future__ import annotations

import zipfile
from pathlib import Path
from xml.parsers import expat

from parcli.errors import UnusableFile
from parcli.workbook.archive import DAMAGE, open_archive
from parcli.workbook.sheet import Book
from parcli.workbook.xlsx.budget import Budget
from parcli.workbook.xlsx.contents import read_contents
from parcli.workbook.xlsx.declined import Declined
from parcli.workbook.xlsx.package import Package
from parcli.workbook.xlsx.styles import read_looks
from parcli.workbook.xlsx.texts import read_strings
from parcli.workbook.xlsx.values import Values
from parcli.workbook.xlsx.worksheet import read_sheet

_ZIP = b"PK"


def open_book(path: Path) -> Book:
    """Return the workbook's sheets with values, formulas, formats, merged ranges and what is hidden.

    Raises:
        UnusableFile: the file is damaged or too large, or cannot be opened.
        Declined: it is no workbook of this kind, or a sound one that another reader should try.
    """
    budget = Budget(path)
    try:
        with path.open("rb") as file:
            if file.read(len(_ZIP)) != _ZIP:
                raise Declined("no archive")
            with open_archive(file, path) as archive:
                return _book(archive, budget)
    except OSError as exc:
        raise UnusableFile("file-unreadable", path=str(path)) from exc
    # Attributes that are missing and numbers beyond measure are damage that shows only where they are used.
    except (*DAMAGE, expat.ExpatError, LookupError, OverflowError) as exc:
        raise budget.damaged() from exc


def _book(archive: zipfile.ZipFile, budget: Budget) -> Book:
    package = Package(archive, budget)
    contents = read_contents(package)
    if not contents.sheets:
        raise UnusableFile("workbook-no-sheets", path=str(budget.path))
    strings = read_strings(package, contents.strings)
    values = Values(strings, read_looks(package), contents.epoch, budget)
    sheets = (read_sheet(package, sheet, values) for sheet in contents.sheets)
    return Book(tuple(sheets), str(budget.path))
