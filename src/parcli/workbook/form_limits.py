"""Tells which sheets are small enough to be forms, before looking for tables on them costs time.

A results table of a whole country may be larger; that is read elsewhere. It finds no header and reads no row.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec import Struct

from parcli.errors import UnusableFile
from parcli.messages.findings_forms import CELLS, CHARACTERS, HEADS, ROWS
from parcli.model.finding import Finding, Param
from parcli.model.text import Text
from parcli.workbook.header import SEARCHED_ROWS, Header
from parcli.workbook.limits import (
    MAX_FORM_CELLS,
    MAX_FORM_ROWS,
    MAX_FORM_ROWS_OF_ALL,
    MAX_FORM_TEXT,
    MAX_HEADER_CELLS,
)
from parcli.workbook.sheet import Sheet


class TooLarge(Struct, frozen=True):
    """A sheet that is not read: what there is too much of, how much, and the most that is read."""

    sheet: str
    what: Text
    found: int
    most: int

    @property
    def params(self) -> dict[str, Param]:
        """Return what fills the sentence."""
        return {"sheet": self.sheet, "what": self.what, "found": self.found, "most": self.most}

    def finding(self) -> Finding:
        """Return what to say beside the tables that are read."""
        return Finding("sheet-too-large", self.sheet, self.params)

    def refusal(self, source: str) -> UnusableFile:
        """Return the error where no table is left."""
        return UnusableFile("form-too-large", path=source, **self.params)


def within_limits(sheets: Iterable[Sheet]) -> tuple[list[Sheet], list[TooLarge]]:
    """Return the sheets that may be forms, in their order, and what is wrong with the others.

    A sheet with which the file as a whole would be too large is one of the others.
    """
    sheets = tuple(sheets)
    if _are_small(sheets):
        return list(sheets), []
    kept, left = list[Sheet](), list[TooLarge]()
    taken = _Size()
    for sheet in sheets:
        size = _size(sheet)
        together = taken.plus(size)
        over = _over(size, together)
        if over is not None:
            left.append(TooLarge(sheet.title, *over))
            continue
        taken = together
        kept.append(sheet)
    return kept, left


def require_few_rows(tables: Sequence[tuple[Sheet, Header]], source: str) -> None:
    """Return if the tables of all units, on sheets or side by side, have a number of rows that is read.

    Raises:
        UnusableFile: they have more.
    """
    if sum(len(sheet.cells) * max(1, len(header.units)) for sheet, header in tables) <= MAX_FORM_ROWS_OF_ALL:
        return
    rows = sum(len({row for row, _ in sheet.cells}) * max(1, len(header.units)) for sheet, header in tables)
    if rows > MAX_FORM_ROWS_OF_ALL:
        raise UnusableFile("forms-too-many-rows", path=source, found=rows, most=MAX_FORM_ROWS_OF_ALL)


def _are_small(sheets: Sequence[Sheet]) -> bool:
    """Tell whether all sheets together are so small that nothing has to be counted row by row."""
    if sum(len(sheet.cells) for sheet in sheets) > min(MAX_FORM_ROWS, MAX_FORM_CELLS, MAX_HEADER_CELLS):
        return False
    values = (cell.value for sheet in sheets for cell in sheet.cells.values())
    return sum([len(value) for value in values if isinstance(value, str)]) <= MAX_FORM_TEXT


class _Size(Struct, frozen=True):
    rows: int = 0
    cells: int = 0
    characters: int = 0
    heads: int = 0

    def plus(self, other: _Size) -> _Size:
        """Return the size of both together."""
        return _Size(
            self.rows + other.rows,
            self.cells + other.cells,
            self.characters + other.characters,
            self.heads + other.heads,
        )


def _over(own: _Size, together: _Size) -> tuple[Text, int, int] | None:
    """Return what a sheet, or with it the file, has too much of, how much, and the most."""
    sizes = (
        (ROWS, own.rows, MAX_FORM_ROWS),
        (CELLS, together.cells, MAX_FORM_CELLS),
        (CHARACTERS, together.characters, MAX_FORM_TEXT),
        (HEADS, together.heads, MAX_HEADER_CELLS),
    )
    return next((size for size in sizes if size[1] > size[2]), None)


def _size(sheet: Sheet) -> _Size:
    rows = Counter(row for row, _ in sheet.cells)
    said = [(row, len(cell.value)) for (row, _), cell in sheet.cells.items() if isinstance(cell.value, str)]
    texts = Counter([row for row, _ in said if row <= SEARCHED_ROWS])
    heads = (count for row, count in texts.items() if count == rows[row])
    return _Size(len(rows), len(sheet.cells), sum([length for _, length in said]), sum(heads))
