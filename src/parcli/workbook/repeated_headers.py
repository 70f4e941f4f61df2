"""Finds rows below a table's header that say it again, in its order or in another; it reads no answer."""

from __future__ import annotations

import string
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from msgspec import Struct

from parcli.model.finding import Finding, Param
from parcli.workbook.columns import Column, is_used
from parcli.workbook.header import Header
from parcli.workbook.sheet import Cell, Sheet, place_of
from parcli.workbook.words import phrase_key, words

_FEWEST = 2  # cells: one alone may be a title that is called like its column


class RepeatedHeader(Struct, frozen=True):
    """A row of header words below the header; ``moved`` holds the columns that are another one's there."""

    row: int
    moved: Mapping[int, Cell]


def repeated_headers(sheet: Sheet, header: Header) -> Mapping[int, RepeatedHeader]:
    """Return the rows below the header that are header rows again, by their number.

    Every cell of such a row is a header's word, the first one a word of this header.
    """
    own = _own_words(sheet, header)
    every = frozenset[str]().union(*own.values())
    initials = _initials(every)
    used = {column.col for column in header.columns if is_used(column.role)}
    found: dict[int, RepeatedHeader] = {}
    for row, cells in sheet.rows.items():
        if row <= header.last_row:
            continue
        first = next(iter(cells.values()))
        if not isinstance(first.value, str) or first.value[:1] not in initials:
            continue  # nearly every row, at hardly any cost
        if phrase_key(first.text) not in every or not _are_heads(cells, every):
            continue
        moved = {} if row - 1 not in found else dict(found[row - 1].moved)  # of a header of several rows
        for col, cell in cells.items():
            if col in used and phrase_key(cell.text) not in own.get(col, ()):
                moved[col] = cell
        found[row] = RepeatedHeader(row, moved)
    return found


def other_order(sheet: Sheet, header: Header, repeated: RepeatedHeader) -> Finding:
    """Return the finding on a header whose columns have changed places."""
    columns = {column.col: column for column in header.columns}
    col, cell = next(iter(repeated.moved.items()))
    params: dict[str, Param] = {
        "row": repeated.row,
        "found": cell.text,
        "expected": _name(columns[col]),
        "count": len(repeated.moved),
    }
    return Finding("header-order-differs", place_of(sheet, repeated.row, col), params)


@lru_cache(maxsize=64)  # headers of a few shapes of forms
def _initials(keys: frozenset[str]) -> frozenset[str]:
    """Return what texts with one of these keys begin with, composed or not, or before a mark or a space."""
    composed = {key[:1] for key in keys}
    letters = composed | {unicodedata.normalize("NFD", letter)[:1] for letter in composed}
    return frozenset({*letters, *map(str.upper, letters), *string.whitespace, *string.punctuation})


def _own_words(sheet: Sheet, header: Header) -> Mapping[int, frozenset[str]]:
    """Return what the header says in each column, for comparison."""
    own: dict[int, set[str]] = {}
    for row in range(header.first_row, header.last_row + 1):
        for col, cell in sheet.rows.get(row, {}).items():
            if cell.kind == "text":
                own.setdefault(col, set()).add(phrase_key(cell.text))
    return {col: frozenset(keys) for col, keys in own.items()}


def _are_heads(cells: Mapping[int, Cell], own: frozenset[str]) -> bool:
    keys = [phrase_key(cell.text) for cell in cells.values()]
    return len(keys) >= _FEWEST and all(key in own or key in words().roles for key in keys)


def _name(column: Column) -> str:
    return column.parts[-1] if column.parts else column.header
