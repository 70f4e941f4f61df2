"""Writes a plan's document as a workbook: a sheet for each plan, set up for print; no text is a formula."""

from __future__ import annotations

import io
from collections.abc import Sequence
from decimal import Decimal

from xlsxwriter.worksheet import Worksheet

from parcli.report.plans.paper import Cell, Column, Paper, PaperTable
from parcli.spreadsheet.file_parts import new_workbook, with_growing_rows
from parcli.spreadsheet.heights import height_of
from parcli.spreadsheet.literal import cell_text, one_line, sheet_name
from parcli.spreadsheet.sheets import print_setup, write_across
from parcli.spreadsheet.styles import BOLD, CELL, CENTRED, HEADER, SIZE_OF_TITLE, WRAPPED, Styles

_DIGITS_IN_A_MILLIMETRE = 0.5
_FILLED = 0.88  # of a cell's width: programs break lines sooner than the widths of letters tell
_TOP: dict[str, object] = {"valign": "top"}


def plan_excel(paper: Paper) -> bytes:
    """Return the document as a workbook."""
    target = io.BytesIO()
    title = one_line(paper.title)
    book = new_workbook(target, title=title, subject=title, office=paper.office, made_at=paper.made_at)
    styles = Styles(book)
    taken: set[str] = set()
    tables: Sequence[PaperTable | None] = paper.tables or (None,)
    for table in tables:
        name = sheet_name(paper.title if table is None else table.name, taken)
        taken.add(name.casefold())
        _Sheet(book.add_worksheet(name), styles, paper).write(table)
    book.close()
    return with_growing_rows(target.getvalue())


class _Sheet:
    """One sheet, written from the top down."""

    def __init__(self, sheet: Worksheet, styles: Styles, paper: Paper) -> None:
        self._sheet = sheet
        self._styles = styles
        self._paper = paper
        self._row = 0

    def write(self, table: PaperTable | None) -> None:
        """Write the document's lines, a table, and its notes."""
        columns = () if table is None else table.columns
        width = sum(map(_width, columns)) or 120
        for number, column in enumerate(columns):
            self._sheet.set_column(number, number, _width(column))
        last = max(len(columns) - 1, 1)
        self._line(self._paper.title, last, width, title=True)
        for text in (*self._paper.lines, *([] if table is None else [table.title])):
            self._line(text, last, width)
        head = self._row
        if table is not None:
            self._table(table)
        for text in (*(() if table is None else table.notes), *self._paper.notes):
            self._line(text, last, width)
        print_setup(self._sheet, self._paper.lang, header=(head, head))

    def _line(self, text: str, last: int, width: float, *, title: bool = False) -> None:
        look = (
            self._styles.of(BOLD, CENTRED, WRAPPED, font_size=SIZE_OF_TITLE)
            if title
            else self._styles.of(WRAPPED)
        )
        self._sheet.set_row(self._row, height_of([(text, width)]) + (4 if title else 0))
        write_across(self._sheet, (self._row, 0, last), cell_text(text), look)
        self._row += 1

    def _table(self, table: PaperTable) -> None:
        heads = [(column.head, _width(column)) for column in table.columns]
        self._sheet.set_row(self._row, height_of(heads))
        for number, (head, _) in enumerate(heads):
            self._sheet.write_string(self._row, number, cell_text(head), self._styles.of(HEADER))
        self._row += 1
        for row in table.rows:
            cells = zip(row, table.columns, strict=True)
            texts = [(cell, _FILLED * _width(column)) for cell, column in cells if isinstance(cell, str)]
            self._sheet.set_row(self._row, height_of(texts))
            for number, (cell, column) in enumerate(zip(row, table.columns, strict=True)):
                self._cell(number, cell, column)
            self._row += 1

    def _cell(self, number: int, cell: Cell, column: Column) -> None:
        if isinstance(cell, Decimal):
            digits = max(0, -int(cell.as_tuple().exponent))
            form = "0" if not digits else f"0.{'0' * digits}"
            look = self._styles.of(CELL, CENTRED, _TOP, num_format=form)
            self._sheet.write_number(self._row, number, float(cell), look)
        elif cell:
            look = self._styles.of(CELL, WRAPPED, _TOP, *([CENTRED] if column.kind == "number" else []))
            self._sheet.write_string(self._row, number, cell_text(cell), look)
        else:
            self._sheet.write_blank(self._row, number, None, self._styles.of(CELL, WRAPPED, _TOP))


def _width(column: Column) -> float:
    """Return a column's width in digits."""
    return column.width * _DIGITS_IN_A_MILLIMETRE
