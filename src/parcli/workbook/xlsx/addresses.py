"""Reads the addresses of cells and ranges as files write them, and nothing else."""

from __future__ import annotations

import re
from functools import lru_cache

from parcli.workbook.sheet import Area, column_letters
from parcli.workbook.xlsx.declined import Declined

LAST_COLUMN = 16_384

_LETTERS = re.compile(r"[A-Z]{1,3}")
_RANGE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})(?::([A-Z]{1,3})([1-9][0-9]{0,6}))?")


@lru_cache(maxsize=1024)
def column_number(letters: str) -> int:
    """Return a column's number: A is 1, AA is 27.

    Raises:
        Declined: these are no letters of a column.
    """
    if not _LETTERS.fullmatch(letters):
        raise Declined("column without capital letters")
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    if number > LAST_COLUMN:
        raise Declined("column beside the sheet")
    return number


def merged_area(reference: str) -> Area:
    """Return the range written ``A1:C2``.

    Raises:
        Declined: it is written in another way.
    """
    found = _RANGE.fullmatch(reference)
    if found is None:
        raise Declined("merged range")
    left, top, right, bottom = found.groups()
    first_row, first_col = int(top), column_number(left)
    area = Area(first_row, first_col, int(bottom or top), column_number(right or left))
    if area.last_row < first_row or area.last_col < first_col:
        raise Declined("merged range from its end")
    return area


def next_reference(last: str, row: int) -> str:
    """Return the address of a cell that states none: beside the last one of its row, "" if there is none."""
    before = column_number(last.rstrip("0123456789")) if last else 0
    return f"{column_letters(before + 1)}{row}"
