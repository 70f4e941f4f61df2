"""Tells by its bytes what a file is, and refuses what is no workbook; it never parses a sheet."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Literal

from parcli.errors import UnusableFile
from parcli.workbook import ole
from parcli.workbook.archive import DAMAGE, open_archive
from parcli.workbook.limits import MAX_FILE_BYTES, MAX_MERGED_CELLS, MAX_TYPES_BYTES
from parcli.workbook.too_large import MB, too_large

OldKind = Literal["xls", "ods"]
Kind = Literal["xlsx"] | OldKind

_OLE_PARTS: tuple[tuple[str, Kind | None, str], ...] = (  # names in the root, in the order that decides
    ("EncryptedPackage", None, "workbook-encrypted"),
    ("Workbook", "xls", ""),
    ("Book", "xls", ""),
    ("WordDocument", None, "file-is-word"),
)
_CONTENT_TYPES: tuple[tuple[bytes, Kind | None, str], ...] = (
    (b"spreadsheetml.sheet.main", "xlsx", ""),
    (b"spreadsheetml.template.main", "xlsx", ""),
    (b"ms-excel.sheet.macroEnabled.main", "xlsx", ""),
    (b"ms-excel.template.macroEnabled.main", "xlsx", ""),
    (b"ms-excel.sheet.binary", None, "workbook-xlsb"),
    (b"wordprocessingml", None, "file-is-word"),
    (b"", None, "file-not-workbook"),
)
_OPEN_DOCUMENTS: tuple[tuple[bytes, Kind | None, str], ...] = (
    (b"opendocument.spreadsheet", "ods", ""),
    (b"opendocument.text", None, "file-is-word"),
)
_NO_XLSX: dict[OldKind, str] = {"xls": "workbook-old-xls", "ods": "workbook-ods"}
_TEXT_DOCUMENT = b"{\\rtf"
_PDF_WITHIN = 1024  # bytes of other things that may stand before the mark of a PDF
_MERGE = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})"')
_CHUNK = 1 << 20
_LONGEST_TAG = 200


def kind_of(path: Path) -> Kind:
    """Return what kind of workbook a file is, whatever its name ("xlsx": also xlsm, xltx and xltm).

    Raises:
        UnusableFile: it is missing, a folder, a pipe, empty, locked, too large, damaged, or something else.
    """
    with _opened(path) as file:
        return _kind(file, path)


def require_xlsx(path: Path) -> None:
    """Return if the file is an xlsx or xlsm workbook of a size that can be read.

    Raises:
        UnusableFile: as for ``kind_of``, and for the other kinds of workbooks.
    """
    with _opened(path) as file:
        kind = _kind(file, path)
        if kind != "xlsx":
            raise UnusableFile(_NO_XLSX[kind], path=str(path))
        _require_harmless_parts(file, path)


@contextmanager
def _opened(path: Path) -> Iterator[IO[bytes]]:
    """Open a file, and refuse it where there is none or where it turns out to be damaged."""
    if not path.exists():
        raise UnusableFile("file-missing", path=str(path))
    if path.is_dir():
        raise UnusableFile("file-is-folder", path=str(path))
    if not path.is_file():  # opening a pipe waits for ever
        raise UnusableFile("file-not-regular", path=str(path))
    try:
        with path.open("rb") as file:
            yield file
    except DAMAGE as exc:
        raise UnusableFile("workbook-damaged", path=str(path)) from exc
    except OSError as exc:
        raise UnusableFile("file-unreadable", path=str(path)) from exc


def _kind(file: IO[bytes], path: Path) -> Kind:
    start = file.read(4096)
    if not start:
        raise UnusableFile("file-empty", path=str(path))
    if path.stat().st_size > MAX_FILE_BYTES:
        raise too_large(path, "file", most=MAX_FILE_BYTES // MB)
    if start.startswith(b"PK"):
        return _kind_of_archive(file, path)
    if start.startswith(ole.SIGNATURE):
        return _found(_kind_of_compound(start + file.read()), path)
    raise UnusableFile(_code_of_other(start), path=str(path))


def _found(found: tuple[Kind | None, str], path: Path) -> Kind:
    kind, code = found
    if kind is None:
        raise UnusableFile(code, path=str(path))
    return kind


def _kind_of_compound(content: bytes) -> tuple[Kind | None, str]:
    names = ole.root_names(content)
    for name, kind, code in _OLE_PARTS:
        # A file cut short has lost its directory, or parts of it; the names still tell what it was.
        if name in names or (not names and name.encode("utf-16-le") in content):
            return kind, code
    return None, "file-not-workbook" if names else "workbook-damaged"


def _code_of_other(start: bytes) -> str:
    if b"%PDF-" in start[:_PDF_WITHIN]:
        return "file-is-pdf"
    if start.startswith(_TEXT_DOCUMENT):
        return "file-is-word"
    return "file-is-text" if _is_text(start) else "file-not-workbook"


def _is_text(start: bytes) -> bool:
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    return not any(byte < 9 or 13 < byte < 32 for byte in start)


def _kind_of_archive(file: IO[bytes], path: Path) -> Kind:
    with open_archive(file, path) as archive:
        return _found(_kind_of_package(archive), path)


def _kind_of_package(archive: zipfile.ZipFile) -> tuple[Kind | None, str]:
    names = set(archive.namelist())
    for name, marks in (("[Content_Types].xml", _CONTENT_TYPES), ("mimetype", _OPEN_DOCUMENTS)):
        content = _start_of(name, archive) if name in names else b""
        found = next(((kind, code) for mark, kind, code in marks if content and mark in content), None)
        if found is not None:
            return found
    return None, "zip-not-workbook"


def _start_of(name: str, archive: zipfile.ZipFile) -> bytes:
    with archive.open(name) as part:
        return part.read(MAX_TYPES_BYTES)


def _require_harmless_parts(file: IO[bytes], path: Path) -> None:
    with open_archive(file, path) as archive:
        for info in archive.infolist():
            if info.filename.lower().endswith((".xml", ".rels")):
                _require_harmless(archive, info, path)


def _require_harmless(archive: zipfile.ZipFile, info: zipfile.ZipInfo, path: Path) -> None:
    """Refuse entity definitions and merged ranges so large that a reader would fill the memory with them."""
    merged = 0
    tail = b""
    with archive.open(info) as part:
        while chunk := part.read(_CHUNK):
            text = tail + chunk
            plain = text.replace(b"\0", b"")  # in UTF-16 every second byte of these is 0
            if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
                raise UnusableFile("workbook-doctype", path=str(path), part=info.filename)
            matches = list(_MERGE.finditer(text))
            merged += sum(_merged_cells(match) for match in matches)
            if merged > MAX_MERGED_CELLS:
                raise too_large(path, "merged", place=_range(matches[-1], info.filename))
            tail = text[max(matches[-1].end() if matches else 0, len(text) - _LONGEST_TAG) :]


def _range(match: re.Match[bytes], part: str) -> str:
    """Return a merged range as its part states it; sheets have no titles in their own parts."""
    left, top, right, bottom = (group.decode() for group in match.groups())
    return f"{left}{top}:{right}{bottom} ({part})"


def _merged_cells(match: re.Match[bytes]) -> int:
    left, top, right, bottom = match.groups()
    return (_column(right) - _column(left) + 1) * (int(bottom) - int(top) + 1)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number
