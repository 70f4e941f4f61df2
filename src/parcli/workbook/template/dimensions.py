"""Widths of a template's columns, and heights of rows that Excel does not fit by itself (merged cells)."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from parcli.workbook.template.plan import ColumnKey

LINE = 16.0  # points that a line of 12-point text takes
_TEXT_PER_DIGIT = 1.2  # how many letters of Vietnamese text take the room of a digit, somewhat too few

WIDTHS: Mapping[ColumnKey, float] = MappingProxyType(
    {
        "code": 7.5,
        "title": 36,
        "max": 7,
        "declared": 15,
        "numerator": 9,
        "denominator": 9,
        "self": 7.5,
        "worked": 7.5,
        "applicable": 8,
        "percent": 9,
        "evidence_number": 12,
        "evidence_date": 11,
        "evidence_link": 10,
        "explanation": 20,
        "survey": 8,
        "imported": 8,
        "leaders": 8.5,
        "appraised_1": 7.5,
        "appraised_2": 7.5,
        "note": 12,
    }
)


def lines_of(text: str, width: float) -> int:
    """Return how many lines a wrapped text takes in a column of this width (digits that fit in it)."""
    fitting = max(1.0, width * _TEXT_PER_DIGIT)
    return sum(_lines(paragraph, fitting) for paragraph in text.split("\n"))


def height_of(texts: Iterable[tuple[str, float]], *, line: float = LINE) -> float:
    """Return the height of a row, in points, that shows each text in its width."""
    return line * max((lines_of(text, width) for text, width in texts), default=1)


def _lines(paragraph: str, fitting: float) -> int:
    """Return the lines of a paragraph whose words are not broken unless longer than a line."""
    lines, used = 1, 0
    for word in paragraph.split():
        needed = len(word) + (1 if used else 0)
        if used and used + needed > fitting:
            lines, used, needed = lines + 1, 0, len(word)
        lines += math.ceil(needed / fitting) - 1 if needed > fitting else 0
        used += needed
    return lines
