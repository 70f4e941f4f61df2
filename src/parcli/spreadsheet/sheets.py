"""Writes texts over several cells and sets sheets up for print; it knows no table."""

from __future__ import annotations

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from parcli.messages.template_sheet import sheet_text
from parcli.model.text import Lang
from parcli.spreadsheet.styles import FONT


def write_across(sheet: Worksheet, place: tuple[int, int, int], text: str, look: Format) -> None:
    """Write a text, never as a formula, over the cells of a row from a first to a last column."""
    row, first, last = place
    if last > first:
        sheet.merge_range(row, first, row, last, "", look)
    sheet.write_string(row, first, text, look)


def print_setup(sheet: Worksheet, lang: Lang, *, header: tuple[int, int], scale: int | None = None) -> None:
    """Set a sheet up for A4 landscape, its header rows (from 0) on every page.

    Without a ``scale`` (in per cent) the sheet is made as wide as a page.
    """
    sheet.set_paper(9)
    sheet.set_landscape()
    if scale is None:
        sheet.fit_to_pages(1, 0)
    else:
        sheet.set_print_scale(scale)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.center_horizontally()
    sheet.repeat_rows(*header)
    page = sheet_text("footer-page", lang, page="&P", pages="&N")
    sheet.set_footer(f'&C&"{FONT},Regular"&11{page}')
    sheet.hide_gridlines(2)
