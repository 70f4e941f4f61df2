"""Opens a workbook by what its bytes are, whatever its name: a path comes in, a ``Book`` goes out."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace

from parcli.errors import UnusableFile
from parcli.model.finding import Finding
from parcli.workbook import child, libreoffice
from parcli.workbook.saved_together import NONE_SAVED, Saved
from parcli.workbook.sheet import Book
from parcli.workbook.sniffing import OldKind, kind_of
from parcli.workbook.xlsx import reader
from parcli.workbook.xlsx.declined import Declined

# What calamine says of files that LibreOffice may read all the same: odd ones, and .xls files which Excel
# encrypts with a password that every program knows, because their structure is protected.
_PERHAPS_READ = frozenset({"workbook-damaged", "workbook-encrypted"})


def open_book(path: Path, saved: Saved = NONE_SAVED) -> Book:
    """Return the workbook's sheets: from .xlsx and .xlsm, their templates, .xls and .ods.

    Of an .xls or .ods the values alone are read where LibreOffice is not installed; a finding says so.
    ``saved`` are .xlsx files that were made of such files already.

    Raises:
        UnusableFile: the file is missing, of a kind that is not read, locked, damaged or too large.
    """
    if path in saved:
        with contextlib.suppress(
            UnusableFile
        ):  # cut short, when LibreOffice was ended: saved alone it is whole
            return replace(_xlsx(saved[path]), source=str(path))
    if not path.is_file():
        kind_of(path)  # says what it is: opening a pipe waits for ever
    try:
        return reader.open_book(path)  # nearly every file is one; what another one is, is asked only then
    except Declined:
        kind = kind_of(path)
    except UnusableFile:
        kind = kind_of(path)  # may know better why
        if kind == "xlsx":
            raise
    return _xlsx_by_another(path) if kind == "xlsx" else _old(path, kind)


def _xlsx(path: Path) -> Book:
    try:
        return reader.open_book(path)
    except Declined:
        return _xlsx_by_another(path)


def _xlsx_by_another(path: Path) -> Book:
    from parcli.workbook import openpyxl_reader  # heavy, and rarely needed

    return _limited(openpyxl_reader.open_book, path)


def _old(path: Path, kind: OldKind) -> Book:
    with tempfile.TemporaryDirectory(prefix="parindex-", ignore_cleanup_errors=True) as folder:
        # Both readers go by the name; this one tells the kind and has nothing of the user's in it.
        copy = Path(folder) / f"book.{kind}"
        try:
            shutil.copyfile(path, copy)
            return replace(_converted_or_values(copy, kind), source=str(path))
        except OSError as exc:
            raise UnusableFile("file-unreadable", path=str(path)) from exc
        except UnusableFile as error:
            raise UnusableFile(error.code, **{**error.params, "path": str(path)}) from error


def _converted_or_values(path: Path, kind: OldKind) -> Book:
    from parcli.workbook.calamine_reader import read_values

    try:
        # Also where LibreOffice is going to read the file: a hostile one ends here, soon and cheaply.
        values = _limited(read_values, path)
    except UnusableFile as error:
        made = libreoffice.to_xlsx(path, kind) if error.code in _PERHAPS_READ else None
        if made is None:
            raise
        return _xlsx(made)
    made = libreoffice.to_xlsx(path, kind)
    return _xlsx(made) if made else replace(values, findings=(Finding("book-values-only"),))


def _limited(read: Callable[[Path], Book], path: Path) -> Book:
    try:
        return child.run_limited(read, path)
    except child.ChildFailed as failed:
        code = "reader-not-started" if failed.reason == "start" else "workbook-too-costly"
        raise UnusableFile(
            code, path=str(path), seconds=int(child.SECONDS), megabytes=child.MEGABYTES
        ) from failed
