"""Tells by its bytes what a file is, and refuses what is no xlsx workbook; it never parses a sheet."""

from __future__ import annotations

import re
import zipfile
import zlib
from pathlib import Path
from typing import IO

from parcli.errors import UnusableFile

MAX_FILE_BYTES = 50_000_000
MAX_UNPACKED_BYTES = 300_000_000
MAX_MERGED_CELLS = 1_000_000

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_PARTS = (  # names of streams, in the order in which they decide
    ("EncryptedPackage", "workbook-encrypted"),
    ("Workbook", "workbook-old-xls"),
    ("Book", "workbook-old-xls"),
    ("WordDocument", "file-is-word"),
)
_CONTENT_TYPES = (
    (b"spreadsheetml.sheet.main", None),
    (b"spreadsheetml.template.main", None),
    (b"ms-excel.sheet.macroEnabled.main", None),
    (b"ms-excel.template.macroEnabled.main", None),
    (b"ms-excel.sheet.binary", "workbook-xlsb"),
    (b"wordprocessingml", "file-is-word"),
)
_MERGE = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})"')
_CHUNK = 1 << 20
_LONGEST_TAG = 200
_ENCRYPTED_FLAG = 0x1
# What zipfile raises for broken members, beside its own error; NotImplementedError is an unknown compression.
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError)


def require_xlsx(path: Path) -> None:
    """Return if the file is an xlsx or xlsm workbook of a size that can be read.

    Raises:
        UnusableFile: it is missing, a folder, a pipe, empty, locked, too large, damaged, or something else.
    """
    if not path.exists():
        raise UnusableFile("file-missing", path=str(path))
    if path.is_dir():
        raise UnusableFile("file-is-folder", path=str(path))
    if not path.is_file():  # opening a pipe waits for ever
        raise UnusableFile("file-not-regular", path=str(path))
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            _require_bytes(file, size, path)
    except _DAMAGE as exc:
        raise UnusableFile("workbook-damaged", path=str(path)) from exc
    except OSError as exc:
        raise UnusableFile("file-unreadable", path=str(path)) from exc


def _require_bytes(file: IO[bytes], size: int, path: Path) -> None:
    start = file.read(4096)
    if not start:
        raise UnusableFile("file-empty", path=str(path))
    if size > MAX_FILE_BYTES:
        raise UnusableFile("workbook-too-large", path=str(path))
    if start.startswith(b"PK"):
        file.seek(0)
        with zipfile.ZipFile(file) as archive:
            _require_workbook(archive, path)
        return
    if start.startswith(_OLE):
        raise UnusableFile(_ole_code(start + file.read()), path=str(path))
    if start.startswith(b"%PDF"):
        raise UnusableFile("file-is-pdf", path=str(path))
    raise UnusableFile("file-is-text" if _is_text(start) else "file-not-workbook", path=str(path))


def _ole_code(content: bytes) -> str:
    for name, code in _OLE_PARTS:
        if name.encode("utf-16-le") in content:
            return code
    return "file-not-workbook"


def _is_text(start: bytes) -> bool:
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    return not any(byte < 9 or 13 < byte < 32 for byte in start)


def _require_workbook(archive: zipfile.ZipFile, path: Path) -> None:
    infos = archive.infolist()
    if any(info.flag_bits & _ENCRYPTED_FLAG for info in infos):
        raise UnusableFile("workbook-encrypted", path=str(path))
    if sum(info.file_size for info in infos) > MAX_UNPACKED_BYTES:
        raise UnusableFile("workbook-too-large", path=str(path))
    code = _package_code(archive)
    if code is not None:
        raise UnusableFile(code, path=str(path))
    for info in infos:
        if info.filename.lower().endswith((".xml", ".rels")):
            _require_harmless(archive, info, path)


def _package_code(archive: zipfile.ZipFile) -> str | None:
    """Return why the package is no workbook, or None if it is one."""
    names = set(archive.namelist())
    if "[Content_Types].xml" in names:
        types = archive.read("[Content_Types].xml")
        for mark, code in _CONTENT_TYPES:
            if mark in types:
                return code
    if "mimetype" in names and b"opendocument.spreadsheet" in archive.read("mimetype"):
        return "workbook-ods"
    return "zip-not-workbook"


def _require_harmless(archive: zipfile.ZipFile, info: zipfile.ZipInfo, path: Path) -> None:
    """Refuse entity definitions and merged ranges so large that a reader would fill the memory with them."""
    merged = 0
    tail = b""
    with archive.open(info) as part:
        while chunk := part.read(_CHUNK):
            text = tail + chunk
            if b"<!DOCTYPE" in text or b"<!ENTITY" in text:
                raise UnusableFile("workbook-damaged", path=str(path))
            matches = list(_MERGE.finditer(text))
            merged += sum(_merged_cells(match) for match in matches)
            if merged > MAX_MERGED_CELLS:
                raise UnusableFile("workbook-too-large", path=str(path))
            tail = text[max(matches[-1].end() if matches else 0, len(text) - _LONGEST_TAG) :]


def _merged_cells(match: re.Match[bytes]) -> int:
    left, top, right, bottom = match.groups()
    return (_column(right) - _column(left) + 1) * (int(bottom) - int(top) + 1)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number
