"""Marks an annotated copy on a hidden sheet, and takes away what an earlier run added to it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from openpyxl.cell.cell import Cell
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from parcli.workbook.annotate_cells import copy_look, is_coloured, put_text, shown_cell
from parcli.workbook.copy_mark import COPY_SHEET, LIST_KEY

HEAD = "parindex:\n"  # begins what this program says in a comment, as Excel begins one with its author
_OURS = re.compile(rf"(?:\A|\n\n){HEAD}.*", re.DOTALL)
_CELL_KEY = "cell"

_Looks = Mapping[tuple[str, str], Cell]


def write_mark(book: Workbook, list_title: str, annotated: Mapping[tuple[str, str], Cell]) -> None:
    """Add the hidden sheet: the list's name, and each cell with the look that it has before colouring."""
    sheet = book.create_sheet(COPY_SHEET)
    sheet.sheet_state = "veryHidden"
    put_text(shown_cell(sheet, 1, 1), LIST_KEY)
    put_text(shown_cell(sheet, 1, 2), list_title)
    for row, ((title, address), cell) in enumerate(annotated.items(), start=2):
        put_text(shown_cell(sheet, row, 1), _CELL_KEY)
        put_text(shown_cell(sheet, row, 2), title)
        kept = shown_cell(sheet, row, 3)
        copy_look(cell, kept)
        put_text(kept, address)


def remove_earlier(book: Workbook) -> None:
    """Take away what an earlier run added to a copy; what the unit changed since then stays."""
    mark = book[COPY_SHEET] if COPY_SHEET in book.sheetnames else None
    if mark is None:
        return
    looks, lists = _said_by(mark)
    for sheet in book.worksheets:
        for cell in list(sheet._cells.values()):
            if isinstance(cell, Cell) and cell.comment is not None and HEAD in cell.comment.text:
                _clean(cell, looks.get((sheet.title, cell.coordinate)))
    for title in {COPY_SHEET, *lists}.intersection(book.sheetnames):
        if len(book.sheetnames) > 1:
            del book[title]


def _said_by(mark: Worksheet) -> tuple[_Looks, set[str]]:
    looks: dict[tuple[str, str], Cell] = {}
    lists: set[str] = set()
    for row in range(1, mark.max_row + 1):
        key, title, kept = (shown_cell(mark, row, col) for col in (1, 2, 3))
        if key.value == LIST_KEY:
            lists.add(str(title.value))
        elif key.value == _CELL_KEY:
            looks[str(title.value), str(kept.value)] = kept
    return looks, lists


def _clean(cell: Cell, look: Cell | None) -> None:
    comment = cell.comment
    assert comment is not None
    own = _OURS.sub("", comment.text)
    cell.comment = Comment(own, comment.author or "") if own else None
    if is_coloured(cell) and look is not None:
        copy_look(look, cell)
    elif is_coloured(cell):  # the rows have moved since
        cell.fill = PatternFill()
