"""Reads the texts above each column from one to four header rows, merged parents included; gives no roles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from parcli.workbook.sheet import Sheet, cell_at

_LONGEST_HEADER = 120


@dataclass(frozen=True, slots=True)
class HeaderText:
    """The texts above a column from the top; ``own`` are those that no other column shares.

    ``row`` is that of the lowest text.
    """

    parts: tuple[str, ...]
    own: tuple[str, ...]
    row: int


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    own: bool


_Grid = dict[tuple[int, int], _Piece]


def header_text(sheet: Sheet, first: int, last: int) -> Mapping[int, HeaderText] | None:
    """Return the texts of every column that has one, or None when a row cannot belong to a header.

    A header holds short texts only: numbers, dates and sentences belong to the table or above it.
    """
    width = sheet.bounds[1]
    if not all(_may_be_header(sheet, row, width) for row in range(first, last + 1)):
        return None
    grid = _grid(sheet, first, last)
    stacks: dict[int, HeaderText] = {}
    left: HeaderText | None = None
    for col in range(1, width + 1):
        stack = _stacked(grid, col, range(first, last + 1))
        # A header cell merged over several columns is one column; its other columns hold nothing.
        if stack is not None and (stack.own or left is None or stack.parts != left.parts):
            stacks[col] = stack
        left = stack
    return stacks


def _may_be_header(sheet: Sheet, row: int, width: int) -> bool:
    cells = [cell for col in range(1, width + 1) if not (cell := cell_at(sheet, row, col)).empty]
    return bool(cells) and all(c.kind == "text" and len(c.text) <= _LONGEST_HEADER for c in cells)


def _grid(sheet: Sheet, first: int, last: int) -> _Grid:
    grid = {
        (row, col): _Piece(cell.text, own=True)
        for (row, col), cell in sheet.cells.items()
        if first <= row <= last and cell.text
    }
    grid |= dict(_merged_parents(sheet, grid))
    for row in range(first, last):
        grid |= dict(_unmerged_parents(grid, row, sheet.bounds[1]))
    return grid


def _merged_parents(sheet: Sheet, grid: _Grid) -> Iterator[tuple[tuple[int, int], _Piece]]:
    """Yield a merged cell's text for each column below it, in the merged range's first row."""
    for area in sheet.merged:
        anchor = grid.get((area.first_row, area.first_col))
        if anchor is not None and area.last_col > area.first_col:
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


def _stacked(grid: _Grid, col: int, rows: range) -> HeaderText | None:
    pieces = [(row, grid[row, col]) for row in rows if (row, col) in grid]
    if not pieces:
        return None
    return HeaderText(
        parts=tuple(piece.text for _, piece in pieces),
        own=tuple(piece.text for _, piece in pieces if piece.own),
        row=pieces[-1][0],
    )
