"""Makes .xls and .ods files with LibreOffice, and bytes of compound files by hand."""

from __future__ import annotations

import struct
import subprocess
from pathlib import Path

from parcli.workbook import libreoffice
from parcli.workbook.ole import SIGNATURE

_SECTOR = 512
_END_OF_CHAIN, _FREE, _IS_FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
_NONE = 0xFFFFFFFF
_STORAGE, _STREAM, _ROOT = 1, 2, 5


def saved_as(suffix: str, *paths: Path, folder: Path) -> list[Path]:
    """Save workbooks in another format into a folder, in one run of LibreOffice."""
    soffice = libreoffice.program()
    assert soffice is not None
    profile = f"-env:UserInstallation={(folder / '.profile').as_uri()}"
    subprocess.run(
        [soffice, profile, "--headless", "--convert-to", suffix, "--outdir", folder, *paths],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return [folder / f"{path.stem}.{suffix}" for path in paths]


def compound(root: list[str], *, below: list[str] | None = None) -> bytes:
    """Return a compound file of empty streams: those of the root, and those of a folder in it."""
    inner = below or []
    names = [("Root Entry", _ROOT), *((name, _STREAM) for name in root)]
    if inner:
        names += [("Embedded", _STORAGE), *((name, _STREAM) for name in inner)]
    count, folder = len(names), 1 + len(root)
    entries = bytearray()
    for index, (name, kind) in enumerate(names):
        first_below = folder + 1 if kind == _STORAGE else _NONE
        child = 1 if kind == _ROOT else first_below
        is_last = index in {0, folder, count - 1} or (not inner and index == folder - 1)
        entries += _entry(name, kind, right=_NONE if is_last else index + 1, child=child)
    entries += bytes(-len(entries) % _SECTOR)
    sectors = len(entries) // _SECTOR
    fat = [_IS_FAT, *range(2, sectors + 1), _END_OF_CHAIN]
    fat += [_FREE] * (_SECTOR // 4 - len(fat))
    return _header() + struct.pack(f"<{len(fat)}I", *fat) + bytes(entries)


def _header() -> bytes:
    header = bytearray(SIGNATURE + bytes(_SECTOR - len(SIGNATURE)))
    struct.pack_into("<HHHH", header, 0x18, 0x3E, 3, 0xFFFE, 9)
    struct.pack_into("<II", header, 0x2C, 1, 1)
    struct.pack_into("<110I", header, 0x48, 0, 0, *[_FREE] * 108)
    return bytes(header)


def _entry(name: str, kind: int, *, right: int, child: int) -> bytes:
    text = name.encode("utf-16-le")
    entry = bytearray(128)
    entry[: len(text)] = text
    struct.pack_into("<HBBIII", entry, 0x40, len(text) + 2, kind, 1, _NONE, right, child)
    return bytes(entry)
