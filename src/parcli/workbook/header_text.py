"""Reads the texts above each column from one to four header rows, merged parents included; gives no roles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from parcli.workbook.sheet import Area, Cell, Sheet

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


class HeaderRows:
    """A sheet's rows as headers are looked for in them, each looked at once for all headers tried."""

    def __init__(self, sheet: Sheet) -> None:
        self.width = sheet.bounds[1]
        self._cells: Mapping[int, list[Cell]] = defaultdict(list)
        for (row, _), cell in sheet.cells.items():
            self._cells[row].append(cell)
        self._parents = [area for area in sheet.merged if area.last_col > area.first_col]
        self._texts: dict[int, Mapping[int, str] | None] = {}

    def texts(self, row: int) -> Mapping[int, str] | None:
        """Return a row's texts by column, None where it cannot belong to a header."""
        if row not in self._texts:
            self._texts[row] = _texts(self._cells.get(row, ()))
        return self._texts[row]

    def parents(self, first: int, last: int) -> Iterator[Area]:
        """Yield the ranges merged over several columns that begin in these rows."""
        return (area for area in self._parents if first <= area.first_row <= last)


def header_text(rows: HeaderRows, first: int, last: int) -> Mapping[int, HeaderText] | None:
    """Return the texts of every column that has one, or None when a row cannot belong to a header.

    A header holds short texts only: numbers, dates and sentences belong to the table or above it.
    """
    texts: dict[int, Mapping[int, str]] = {}
    for row in range(last, first - 1, -1):  # the last row is the one that no header tried before had
        found = rows.texts(row)
        if found is None:
            return None
        texts[row] = found
    grid = _grid(rows, texts)
    stacks: dict[int, HeaderText] = {}
    every: dict[int, HeaderText] = {}
    for col in sorted({col for _, col in grid if col <= rows.width}):
        stack = every[col] = _stacked(grid, col, range(first, last + 1))
        left = every.get(col - 1)
        # A header cell merged over several columns is one column; its other columns hold nothing.
        if stack.own or left is None or stack.parts != left.parts:
            stacks[col] = stack
    return stacks


def _texts(cells: Iterable[Cell]) -> Mapping[int, str] | None:
    filled = [cell for cell in cells if not cell.empty]
    if any(cell.kind != "text" for cell in filled):
        return None
    texts = {cell.col: cell.text for cell in filled}
    if not texts or any(len(text) > _LONGEST_HEADER for text in texts.values()):
        return None
    return {col: text for col, text in texts.items() if text}


def _grid(rows: HeaderRows, texts: Mapping[int, Mapping[int, str]]) -> _Grid:
    grid = {(row, col): _Piece(text, own=True) for row, found in texts.items() for col, text in found.items()}
    first, last = min(texts), max(texts)
    grid |= dict(_merged_parents(rows.parents(first, last), grid))
    for row in range(first, last):
        grid |= dict(_unmerged_parents(grid, row, rows.width))
    return grid


def _merged_parents(areas: Iterable[Area], grid: _Grid) -> Iterator[tuple[tuple[int, int], _Piece]]:
    """Yield a merged cell's text for each column below it, in the merged range's first row."""
    for area in areas:
        anchor = grid.get((area.first_row, area.first_col))
        if anchor is not None:
            for col in range(area.first_col, area.last_col + 1):
                yield (area.first_row, col), _Piece(anchor.text, own=False)


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
