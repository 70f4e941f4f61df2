"""Reads which characters a TrueType font has glyphs for, from its table ``cmap`` (format 4)."""

from __future__ import annotations

import struct
from pathlib import Path

_UNICODE = {(0, 3), (0, 4), (3, 1)}


def characters_of(path: Path) -> frozenset[int]:
    """Return the characters that a font maps to a glyph."""
    font = path.read_bytes()
    count = struct.unpack_from(">H", font, 4)[0]
    entries = (struct.unpack_from(">4sLLL", font, 12 + 16 * n) for n in range(count))
    start = next(offset for tag, _, offset, _ in entries if tag == b"cmap")
    tables = struct.unpack_from(">H", font, start + 2)[0]
    records = (struct.unpack_from(">HHL", font, start + 4 + 8 * n) for n in range(tables))
    offsets = [start + offset for platform, kind, offset in records if (platform, kind) in _UNICODE]
    found = (_segments(font, at) for at in offsets if struct.unpack_from(">H", font, at) == (4,))
    return frozenset().union(*found)


def _segments(font: bytes, at: int) -> set[int]:
    count = struct.unpack_from(">H", font, at + 6)[0] // 2
    ends = struct.unpack_from(f">{count}H", font, at + 14)
    starts = struct.unpack_from(f">{count}H", font, at + 16 + 2 * count)
    return {code for first, last in zip(starts, ends, strict=True) for code in range(first, last + 1)} - {
        0xFFFF
    }
