"""Reads the changes that a text states ("up 1.32 on 2023, and 2.99 on 2022"); it compares nothing."""

from __future__ import annotations

import re
from fractions import Fraction

from msgspec import Struct

from parcli.messages.vocabulary import AND_WORDS, FALL_WORDS, RISE_WORDS
from parcli.model.folding import folded

_NUMBER = re.compile(r"[0-9]{1,3}(?:[.,][0-9]{1,4})?")
_YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b")
_PARTS = re.compile(rf"\s(?:{'|'.join(AND_WORDS)})\s|;")
_SIGN = re.compile(r"(?<![0-9])([+\-−])\s*[0-9]")


class SaidChange(Struct, frozen=True):
    """A change as printed: its number, without a sign where none is printed, and the decimals printed.

    ``year`` is the one that it names to count from.
    """

    value: Fraction
    signed: bool
    digits: int
    year: int | None = None


def changes_said(text: str, *, marks: bool = True) -> tuple[SaidChange, ...]:
    """Return the changes that a text states, () where that is not clear.

    ``marks`` tells that + and − are directions. Of ranks they are not: some print −3 for three places up.
    """
    sign = _SIGN.search(text) if marks else None
    words = {word.strip("().,;:") for word in folded(text).split()}
    rises = bool(words & RISE_WORDS) or (sign is not None and sign[1] == "+")
    falls = bool(words & FALL_WORDS) or (sign is not None and sign[1] != "+")
    found = []
    for part in _PARTS.split(text):
        years = _YEAR.findall(part)
        numbers = [match[0].replace(",", ".") for match in _NUMBER.finditer(_YEAR.sub("", part))]
        if (rises and falls) or len(years) > 1 or len(numbers) != 1:
            return ()
        value = -Fraction(numbers[0]) if falls else Fraction(numbers[0])
        digits = len(numbers[0].partition(".")[2])
        found.append(SaidChange(value, rises or falls, digits, int(years[0]) if years else None))
    return tuple(found)
