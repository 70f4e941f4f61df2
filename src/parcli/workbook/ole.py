"""Reads the names in the root folder of a compound file (.xls, .doc), and nothing inside its streams.

Source: [MS-CFB] Compound File Binary File Format, sections 2.2 (header), 2.3 (FAT), 2.6 (directory).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_SECTOR_SHIFTS = (9, 12)  # sectors of 512 or 4,096 bytes
_SECTOR_SHIFT, _FIRST_DIRECTORY, _FAT_SECTORS = 0x1E, 0x30, 0x4C
_FAT_SECTORS_IN_HEADER = 109
_ENTRY = 128
_NAME_LENGTH, _KIND, _SIBLINGS = 0x40, 0x42, 0x44
_ROOT = 5
_LAST_SECTOR = 0xFFFFFFFA  # higher numbers mark the end of a chain and free sectors
_NO_ENTRY = 0xFFFFFFFF


def root_names(content: bytes) -> frozenset[str]:
    """Return the names of the streams and folders in the root; empty where the file is too damaged.

    A document in another one (a table in a letter) lies in a folder of its own and is not returned.
    """
    try:
        directory = b"".join(_directory(content))
        kind, first = struct.unpack_from("<Bx8xI", directory, _KIND)
        return frozenset(_names(directory, first)) if kind == _ROOT else frozenset()
    except (struct.error, UnicodeDecodeError):
        return frozenset()


def _directory(content: bytes) -> Iterator[bytes]:
    """Yield the sectors of the directory, following their chain; a chain that turns in a circle ends."""
    (shift,) = struct.unpack_from("<H", content, _SECTOR_SHIFT)
    if shift not in _SECTOR_SHIFTS:
        return
    size = 1 << shift
    (sector,) = struct.unpack_from("<I", content, _FIRST_DIRECTORY)
    seen: set[int] = set()
    while sector < _LAST_SECTOR and sector not in seen:
        seen.add(sector)
        yield content[(sector + 1) * size : (sector + 2) * size]
        sector = _following(content, sector, size)


def _following(content: bytes, sector: int, size: int) -> int:
    table, index = divmod(sector, size // 4)
    if table >= _FAT_SECTORS_IN_HEADER:
        return _LAST_SECTOR  # beyond 7 MB: the entries in the root come first, and are read by then
    (fat_sector,) = struct.unpack_from("<I", content, _FAT_SECTORS + 4 * table)
    (following,) = struct.unpack_from("<I", content, (fat_sector + 1) * size + 4 * index)
    return int(following)


def _names(directory: bytes, first: int) -> Iterator[str]:
    """Yield the names of an entry and of all its siblings, which stand in a tree."""
    waiting, seen = [first], set[int]()
    while waiting:
        entry = waiting.pop()
        if entry == _NO_ENTRY or entry in seen:
            continue
        seen.add(entry)
        (length,) = struct.unpack_from("<H", directory, entry * _ENTRY + _NAME_LENGTH)
        start = entry * _ENTRY
        yield directory[start : start + max(length - 2, 0)].decode("utf-16-le")
        waiting += struct.unpack_from("<II", directory, start + _SIBLINGS)
