"""Writes an annex as decisions print it, for A4 landscape; it makes bytes and touches no file."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import datetime
from fractions import Fraction
from types import MappingProxyType

from msgspec import Struct
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from parcli.messages.annex_grammar import BULLET
from parcli.messages.annex_sheet import ANNEX_SHEET
from parcli.model.annex import Annex, AnnexLine, AnnexRow
from parcli.spreadsheet.file_parts import new_workbook, with_growing_rows
from parcli.spreadsheet.heights import height_of
from parcli.spreadsheet.sheets import print_setup, write_across
from parcli.spreadsheet.styles import BOLD, CELL, CENTRED, HEADER, SIZE_OF_TITLE, WRAPPED, Props, Styles
from parcli.workbook.template.styles import ROWS

_WIDTHS: Mapping[str, float] = MappingProxyType({"code": 8, "title": 58, "max": 9, "how": 46, "notes": 34})
_COLUMNS = tuple(_WIDTHS)
_TOP: Props = MappingProxyType({"valign": "top"})
_LINE: Props = MappingProxyType({"italic": True, "indent": 1})
_RED = "#B00020"


class AnnexHead(Struct, frozen=True):
    """What stands above the table beside its title: where it comes from, and how far it is official."""

    sources: tuple[str, ...]
    status: str
    is_official: bool
    made_at: datetime


def annex_bytes(annex: Annex, head: AnnexHead) -> bytes:
    """Return the workbook (.xlsx) of an annex; equal annexes give equal bytes."""
    made = io.BytesIO()
    title = annex.heading[0]
    with new_workbook(made, title=title, subject="", office="", made_at=head.made_at) as book:
        _Sheet(book.add_worksheet(ANNEX_SHEET["sheet"]), Styles(book)).write(annex, head)
    return with_growing_rows(made.getvalue())


class _Sheet:
    """The one sheet of an annex, written row by row."""

    def __init__(self, sheet: Worksheet, styles: Styles) -> None:
        self._sheet = sheet
        self._styles = styles
        self._row = 0

    def write(self, annex: Annex, head: AnnexHead) -> None:
        for col, width in enumerate(_WIDTHS.values()):
            self._sheet.set_column(col, col, width)
        self._heading(annex, head)
        header = self._row
        self._cells([ANNEX_SHEET[f"column-{column}"] for column in _COLUMNS], [self._styles.of(HEADER)] * 5)
        for row in annex.rows:
            self._annex_row(row)
        print_setup(self._sheet, "vi", header=(header, header))
        self._sheet.print_area(0, 0, self._row - 1, len(_COLUMNS) - 1)
        self._sheet.freeze_panes(header + 1, 0)
        self._sheet.set_zoom(90)

    def _heading(self, annex: Annex, head: AnnexHead) -> None:
        centred = self._styles.of(CENTRED, WRAPPED, italic=True)
        self._across(ANNEX_SHEET["annex"], self._styles.of(BOLD, CENTRED, font_size=SIZE_OF_TITLE))
        for text in annex.heading:
            self._across(text, self._styles.of(BOLD, CENTRED, WRAPPED, font_size=SIZE_OF_TITLE))
        for text in head.sources:
            self._across(text, centred)
        if not head.is_official:
            self._across(head.status, self._styles.of(CENTRED, WRAPPED, italic=True, font_color=_RED))
        self._row += 1

    def _across(self, text: str, look: Format) -> None:
        write_across(self._sheet, (self._row, 0, len(_COLUMNS) - 1), text, look)
        self._sheet.set_row(self._row, height_of([(text, sum(_WIDTHS.values()))], line=20))
        self._row += 1

    def _annex_row(self, row: AnnexRow) -> None:
        if row.kind == "total":
            self._total(row)
            return
        kind: Props = ROWS[row.kind or "leaf"]
        text = self._styles.of(CELL, WRAPPED, _TOP, kind)
        number = self._styles.of(CELL, CENTRED, _TOP, kind)
        plain = self._styles.of(CELL, WRAPPED, _TOP, kind, bold=False)
        self._cells(
            [row.code, row.title, row.max_points, "\n".join(row.how), "\n".join(row.notes)],
            [number, text, number, plain, plain],
        )
        for line in row.lines:
            self._line(line)

    def _line(self, line: AnnexLine) -> None:
        text = self._styles.of(CELL, WRAPPED, _TOP, _LINE)
        plain = self._styles.of(CELL, WRAPPED, _TOP)
        self._cells(["", BULLET + line.text, "", "\n".join(line.how), ""], [plain, text, plain, plain, plain])

    def _total(self, row: AnnexRow) -> None:
        bold = self._styles.of(CELL, CENTRED, ROWS["total"])
        self._cells(["", ANNEX_SHEET["total"], row.max_points, "", ""], [bold] * 5)

    def _cells(self, contents: Sequence[str | Fraction | None], looks: Sequence[Format]) -> None:
        for col, (content, look) in enumerate(zip(contents, looks, strict=True)):
            if isinstance(content, Fraction):
                self._sheet.write_number(self._row, col, float(content), look)
            else:
                self._sheet.write_string(self._row, col, content or "", look)
        widths = zip(contents, _WIDTHS.values(), strict=True)
        texts = ((text, width - 1) for text, width in widths if isinstance(text, str))
        self._sheet.set_row(self._row, height_of(texts))
        self._row += 1
