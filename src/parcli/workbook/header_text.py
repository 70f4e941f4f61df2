"""Reads the texts above each column from one to four header rows, merged parents included; gives no roles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from msgspec import Struct

from parcli.workbook.sheet import Cell, Sheet

_LONGEST_HEADER = 120
_TEXT, _TEXT_OR_NOTHING = {"text"}, {"text", "blank"}  # a blank cell that is not empty is a bare formula
WIDEST_KEPT = 64  # columns: what a wider sheet says, which is no form, is not remembered


class HeaderText(Struct, frozen=True):
    """The texts above a column from the top; ``own`` are those that no other column shares.

    ``row`` is that of the lowest text.
    """

    parts: tuple[str, ...]
    own: tuple[str, ...]
    row: int


class _Piece(NamedTuple):
    text: str
    own: bool


_Pieces = Mapping[int, _Piece]


class HeaderRow(Struct, frozen=True, eq=False):
    """A row's pieces of text by column; a merged cell's stands in each column below it, and is none's own.

    ``own`` are the columns with a text of their own. Rows that say the same are the same object: forms repeat
    them, and what they mean is kept by them.
    """

    pieces: _Pieces
    own: frozenset[int]


class HeaderWindow(NamedTuple):
    """All that headers are told by: rows that follow one another, the first one's number, where they stand.

    ``width`` is the last column of the sheet ``title`` that holds something.
    """

    title: str
    width: int
    first: int
    rows: tuple[HeaderRow, ...]

    @property
    def last(self) -> int:
        """The number of the last row."""
        return self.first + len(self.rows) - 1

    @property
    def columns(self) -> int:
        """The number of columns with a text of their own."""
        return len(frozenset().union(*[row.own for row in self.rows]))


class HeaderRows:
    """A sheet's rows as headers are looked for in them, each looked at once for all headers tried."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._parents: Mapping[int, list[tuple[int, int]]] = defaultdict(list)
        width = sheet.bounds[1]
        self._made = _same_row if width <= WIDEST_KEPT else _same_row.__wrapped__
        for area in sheet.merged:
            if area.last_col > area.first_col:
                self._parents[area.first_row].append((area.first_col, min(area.last_col, width)))
        self._rows: dict[int, HeaderRow | None] = {}

    def window(self, first: int, last: int) -> HeaderWindow | None:
        """Return the rows from first to last, None where one of them cannot belong to a header.

        A header holds short texts only: numbers, dates and sentences belong to the table or above it, where
        labels stand too ("Đơn vị:").
        """
        rows: list[HeaderRow] = []
        for number in range(first, last + 1):
            row = self._row(number)
            if row is None:
                return None
            rows.append(row)
        return HeaderWindow(self._sheet.title, self._sheet.bounds[1], first, tuple(rows))

    def _row(self, number: int) -> HeaderRow | None:
        if number not in self._rows:
            texts = _texts(self._sheet.rows.get(number, {}))
            parents = tuple(self._parents.get(number, ()))
            self._rows[number] = None if texts is None else self._made(texts, parents)
        return self._rows[number]


def without_value(cell: Cell) -> bool:
    """Tell whether a cell is a formula that the file holds no value of."""
    return cell.formula is not None and not cell.has_cached


def header_text(window: HeaderWindow) -> Mapping[int, HeaderText]:
    """Return the texts of every column that has one."""
    fill = _with_parents if window.width <= WIDEST_KEPT else _with_parents.__wrapped__
    rows = [fill(row, below, window.width) for row, below in pairwise(window.rows)]
    rows.append(window.rows[-1].pieces)
    stacks: dict[int, HeaderText] = {}
    left: tuple[str, ...] = ()
    for col in range(1, window.width + 1):
        stack = [(number, row[col]) for number, row in enumerate(rows, window.first) if col in row]
        parts = tuple([piece.text for _, piece in stack])
        own = tuple([piece.text for _, piece in stack if piece.own])
        # A header cell merged over several columns is one column; its other columns hold nothing.
        if parts and (own or parts != left):
            stacks[col] = HeaderText(parts, own, stack[-1][0])
        left = parts
    return stacks


def _texts(cells: Mapping[int, Cell]) -> tuple[tuple[int, str], ...] | None:
    """Return a row's texts by column; a formula that the file holds no value of says nothing."""
    kinds = {cell.kind for cell in cells.values()}
    if kinds == _TEXT_OR_NOTHING:
        cells = {col: cell for col, cell in cells.items() if cell.kind != "blank"}
    elif kinds != _TEXT:
        return None
    texts = tuple((col, cell.text) for col, cell in cells.items())
    if any(len(text) > _LONGEST_HEADER or text.endswith(":") for _, text in texts):
        return None
    return tuple((col, text) for col, text in texts if text)


@lru_cache(maxsize=1 << 11)
def _same_row(texts: tuple[tuple[int, str], ...], parents: tuple[tuple[int, int], ...]) -> HeaderRow:
    own = {col: _Piece(text, own=True) for col, text in texts}
    pieces = dict(own)
    for first, last in parents:
        if first in own:
            pieces |= dict.fromkeys(range(first, last + 1), _Piece(own[first].text, own=False))
    return HeaderRow(pieces, frozenset(own))


@lru_cache(maxsize=1 << 11)
def _with_parents(row: HeaderRow, below: HeaderRow, width: int) -> _Pieces:
    """Return a row's pieces, a parent's also for the columns to its right with a child below and no text."""
    pieces = dict(row.pieces)
    parent: _Piece | None = None
    for col in range(1, width + 1):
        if col not in below.pieces:
            parent = None
        elif col in row.pieces:
            parent = row.pieces[col]
        elif parent is not None:
            pieces[col] = _Piece(parent.text, own=False)
    return pieces
