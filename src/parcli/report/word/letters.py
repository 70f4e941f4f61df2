"""Knows which characters the fonts of the pictures have, and keeps text to them; draws nothing."""

from __future__ import annotations

import unicodedata

REPLACEMENT = "□"
COVERED = frozenset(
    (
        *range(0x20, 0x7F),
        *range(0xA0, 0x180),  # Latin letters of Europe, with ă â đ ê ô and the signs × · °
        *(0x1A0, 0x1A1, 0x1AF, 0x1B0),  # ơ and ư
        *range(0x1EA0, 0x1EFA),  # letters with a tone below them or above another mark
        *(0x2010, *range(0x2012, 0x2023), 0x2026),  # dashes, quotes, ellipsis
        *(0x2030, 0x2032, 0x2033, 0x20AB),  # per mille, prime, dong
        *range(0x2190, 0x2194),  # arrows
        *(0x2212, 0x2260, 0x2264, 0x2265, 0x25A1),  # minus, comparisons, the replacement
    )
)


def drawable(text: str) -> str:
    """Return a text in which every character has a glyph: one that has none would restyle the whole line."""
    composed = unicodedata.normalize("NFC", text)
    return "".join(each if ord(each) in COVERED else _replaced(each) for each in composed)


def _replaced(character: str) -> str:
    return " " if character.isspace() else REPLACEMENT
