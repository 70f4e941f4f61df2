"""Heights of rows of wrapped text, which Excel does not fit by itself in merged cells; it writes nothing."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable
from functools import cache

LINE = 16.0  # points that a line of 12-point text takes
# how wide letters of Times New Roman are, in digits; every other letter counts as a small one
_NARROW, _WIDE, _CAPITAL, _SMALL = 0.62, 1.6, 1.4, 0.97
_NARROW_LETTERS, _WIDE_LETTERS = frozenset("fijlrtI.,;:'’‘\"()-/"), frozenset("mMW%")
_SPACE = 0.5


def lines_of(text: str, width: float) -> int:
    """Return how many lines a wrapped text takes in a column of this width (digits that fit in it)."""
    return sum(_lines(paragraph, max(1.0, width)) for paragraph in text.split("\n"))


def height_of(texts: Iterable[tuple[str, float]], *, line: float = LINE) -> float:
    """Return the height of a row, in points, that shows each text in its width."""
    return line * max((lines_of(text, width) for text, width in texts), default=1)


def _lines(paragraph: str, room: float) -> int:
    """Return the lines of a paragraph whose words are not broken unless longer than a line."""
    lines, used = 1, 0.0
    for word in paragraph.split():
        own = sum(map(_width, word))
        needed = own + (_SPACE if used else 0)
        if used and used + needed > room:
            lines, used, needed = lines + 1, 0.0, own
        lines += math.ceil(needed / room) - 1 if needed > room else 0
        used += needed
    return lines


@cache
def _width(letter: str) -> float:
    """Return how many digits' room a letter takes."""
    if unicodedata.normalize("NFD", letter)[0] in _NARROW_LETTERS:  # a tone makes no letter wider
        return _NARROW
    if letter in _WIDE_LETTERS:
        return _WIDE
    return _CAPITAL if letter.isupper() else 1.0 if letter.isdigit() else _SMALL
