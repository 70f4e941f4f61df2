"""Takes the ranges merged downwards, tells which rows a text counts for and which answers are refused.

A text (evidence, explanation, note) is meant for every row that it is merged over. A number merged over
several rows could be each one's or all of theirs, so it is nobody's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct, field

from parcli.model.finding import Finding
from parcli.workbook.columns import ANSWER_ROLES, TEXT_ROLES
from parcli.workbook.header import Header
from parcli.workbook.sheet import Area, Cell, Sheet, cell_at, column_letters, place_of

Key = tuple[int, int]


class MergedCells(Struct, frozen=True):
    """By row and column: the first cell of a merged text below it, and of an answer that is refused."""

    texts: Mapping[Key, Cell] = field(default_factory=dict)
    refused: Mapping[Key, Cell] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()


def merged_cells(sheet: Sheet, header: Header, named: Mapping[int, bool]) -> MergedCells:
    """Return what ranges over several rows of the table mean.

    ``named`` holds the rows with a code or title, true for those with a code or maximum. A range over one
    row and unnumbered rows below it is that row's answer.
    """
    texts: dict[Key, Cell] = {}
    refused: dict[Key, Cell] = {}
    findings: list[Finding] = []
    roles = {column.col: column for column in header.columns}
    end = max((row for row, numbered in named.items() if numbered), default=0)  # signatures stand below
    for area in _downwards(sheet, header, end):
        column, first = roles.get(area.first_col), cell_at(sheet, area.first_row, area.first_col)
        rows = [row for row in range(area.first_row, area.last_row + 1) if row in named]
        if column is None or first.empty:
            continue
        keys = [(row, area.first_col) for row in rows]
        if column.role in TEXT_ROLES:
            texts |= dict.fromkeys(keys, first)
        elif column.role in ANSWER_ROLES and not _is_of_one(area, rows, named):
            refused |= dict.fromkeys(keys, first)
            params = {"range": _range(area), "header": column.header}
            findings.append(Finding("answer-merged", place_of(sheet, first.row, first.col), params))
    return MergedCells(texts, refused, tuple(findings))


def _downwards(sheet: Sheet, header: Header, end: int) -> Iterator[Area]:
    for area in sorted(sheet.merged, key=lambda each: (each.first_row, each.first_col)):
        if header.last_row < area.first_row < area.last_row and area.first_row <= end:
            yield area


def _is_of_one(area: Area, rows: Sequence[int], named: Mapping[int, bool]) -> bool:
    """Tell whether only one row can be meant: the only one, or the only numbered one, at the top."""
    numbered = [row for row in rows if named[row]]
    return len(rows) < 2 or numbered == [area.first_row]


def _range(area: Area) -> str:
    first, last = column_letters(area.first_col), column_letters(area.last_col)
    return f"{first}{area.first_row}:{last}{area.last_row}"
