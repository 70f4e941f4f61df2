"""Tells which of the cells above a table are a letterhead's, so that nobody takes them for a unit's name."""

from __future__ import annotations

from collections.abc import Mapping

from parcli.workbook.sheet import Cell, Sheet
from parcli.workbook.signatures import is_dated
from parcli.workbook.words import phrase_key, starts_with_any, words

_NEAR = 2  # blank columns between a label and its value: what stands farther off is another group's
_BELOW = 2  # rows of a place and a day below the country's name and motto


def is_letterhead(text: str) -> bool:
    """Tell whether a text is the country's name or motto, a place and a day, or what an annex is to."""
    key = phrase_key(text)
    return starts_with_any(key, words().heading.letterhead) or is_dated(key)


def is_of_another_group(sheet: Sheet, row: int, *, label: int, value: int) -> bool:
    """Tell whether a row's cell stands too far from a label's last column, or in the country's column."""
    if value - label - 1 > _NEAR:
        return True
    return any(label < col <= value for col in _country_columns(sheet, row))


def _country_columns(sheet: Sheet, row: int) -> list[int]:
    """Return the columns in which the country's name or motto stands in a row, or in one just above it."""
    near = (sheet.rows.get(number, {}) for number in range(row - _BELOW, row + 2))
    return [col for cells in near for col in _columns_of_country(cells)]


def _columns_of_country(cells: Mapping[int, Cell]) -> list[int]:
    return [
        col for col, cell in cells.items() if starts_with_any(phrase_key(cell.text), words().heading.country)
    ]
