"""Reads the texts above each column from one to four header rows, merged parents included; gives no roles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from msgspec import Struct

from parcli.workbook.sheet import Cell, Sheet

_LONGEST_HEADER = 120


class HeaderText(Struct, frozen=True):
    """The texts above a column from the top; ``own`` are those that no other column shares.

    ``row`` is that of the lowest text.
    """

    parts: tuple[str, ...]
    own: tuple[str, ...]
    row: int


class _Piece(Struct, frozen=True):
    text: str
    own: bool


_Grid = dict[tuple[int, int], _Piece]


class HeaderRow(Struct, frozen=True, eq=False):
    """A row's texts by column, and from where to where cells that begin in it are merged over several.

    Rows that say the same are the same object: forms repeat them, and what they mean is kept by them.
    """

    texts: Mapping[int, str]
    parents: tuple[tuple[int, int], ...]


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


class HeaderRows:
    """A sheet's rows as headers are looked for in them, each looked at once for all headers tried."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._parents: Mapping[int, list[tuple[int, int]]] = defaultdict(list)
        for area in sheet.merged:
            if area.last_col > area.first_col:
                self._parents[area.first_row].append((area.first_col, area.last_col))
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
            self._rows[number] = None if texts is None else _same_row(texts, parents)
        return self._rows[number]


def header_text(window: HeaderWindow) -> Mapping[int, HeaderText]:
    """Return the texts of every column that has one."""
    grid = _grid(window)
    stacks: dict[int, HeaderText] = {}
    every: dict[int, HeaderText] = {}
    for col in sorted({col for _, col in grid if col <= window.width}):
        stack = every[col] = _stacked(grid, col, range(window.first, window.last + 1))
        left = every.get(col - 1)
        # A header cell merged over several columns is one column; its other columns hold nothing.
        if stack.own or left is None or stack.parts != left.parts:
            stacks[col] = stack
    return stacks


def _texts(cells: Mapping[int, Cell]) -> tuple[tuple[int, str], ...] | None:
    if not cells or any(cell.kind != "text" for cell in cells.values()):
        return None
    texts = tuple((col, cell.text) for col, cell in cells.items())
    if any(len(text) > _LONGEST_HEADER or text.endswith(":") for _, text in texts):
        return None
    return tuple((col, text) for col, text in texts if text)


@lru_cache(maxsize=1 << 11)
def _same_row(texts: tuple[tuple[int, str], ...], parents: tuple[tuple[int, int], ...]) -> HeaderRow:
    return HeaderRow(dict(texts), parents)


def _grid(window: HeaderWindow) -> _Grid:
    rows = dict(enumerate(window.rows, window.first))
    grid = {
        (number, col): _Piece(text, own=True)
        for number, row in rows.items()
        for col, text in row.texts.items()
    }
    for number, row in rows.items():
        grid |= dict(_merged_parents(grid, number, row.parents))
    for number in range(window.first, window.last):
        grid |= dict(_unmerged_parents(grid, number, window.width))
    return grid


def _merged_parents(
    grid: _Grid, row: int, parents: Iterable[tuple[int, int]]
) -> Iterator[tuple[tuple[int, int], _Piece]]:
    """Yield a merged cell's text for each column below it, in the merged range's first row."""
    for first, last in parents:
        anchor = grid.get((row, first))
        if anchor is not None:
            for col in range(first, last + 1):
                yield (row, col), _Piece(anchor.text, own=False)


def _unmerged_parents(grid: _Grid, row: int, width: int) -> Iterator[tuple[tuple[int, int], _Piece]]:
    """Yield a parent's text for the columns to its right that have a child below and nothing in its row."""
    parent: _Piece | None = None
    for col in range(1, width + 1):
        here, below = grid.get((row, col)), grid.get((row + 1, col))
        if below is None:
            parent = None
        elif here is not None:
            parent = here
        elif parent is not None:
            yield (row, col), _Piece(parent.text, own=False)


def _stacked(grid: _Grid, col: int, rows: range) -> HeaderText:
    pieces = [(row, grid[row, col]) for row in rows if (row, col) in grid]
    return HeaderText(
        parts=tuple(piece.text for _, piece in pieces),
        own=tuple(piece.text for _, piece in pieces if piece.own),
        row=pieces[-1][0],
    )
