"""Writes text and colour into openpyxl's cells so that text stays text and can be read; it saves nothing."""

from __future__ import annotations

from copy import copy
from typing import cast

from openpyxl.cell.cell import Cell
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.colors import Color
from openpyxl.worksheet.worksheet import Worksheet

from parcli.model.finding import Severity
from parcli.workbook.annotation import writable

FILLS = {
    Severity.ERROR: PatternFill("solid", fgColor="FFF8C9C4"),
    Severity.WARNING: PatternFill("solid", fgColor="FFFFE699"),
    Severity.INFO: PatternFill("solid", fgColor="FFDDD6F0"),
}
_BLACK = "FF000000"
_LIGHT_THEME_COLOURS = frozenset({0, 2})  # the two background colours of every theme
_LIGHT_INDEXED = frozenset({1, 9})  # white
_DARK_BELOW = 140  # of 255


def shown_cell(sheet: Worksheet, row: int, col: int) -> Cell:
    """Return a cell, the first one of its merged range: the others show nothing."""
    cell = sheet.cell(row, col)
    if not isinstance(cell, Cell):
        area = next(each for each in sheet.merged_cells.ranges if cell.coordinate in each)
        cell = sheet.cell(area.min_row, area.min_col)
        assert isinstance(cell, Cell)
    return cell


def put_text(cell: Cell, text: str) -> None:
    """Write text as text, also where it looks like a formula, an error value or a number."""
    cell.value = writable(text)
    cell.data_type = "s"
    cell.quotePrefix = text.startswith(("=", "+", "-", "@"))


def colour(cell: Cell, severity: Severity) -> None:
    """Give a cell the colour of a severity, and a dark font where its own would hardly be seen on it."""
    cell.fill = copy(FILLS[severity])
    if _is_light(cell.font.color):
        font = cast(Font, copy(cell.font))
        font.color = Color(_BLACK)
        cell.font = font


def copy_look(source: Cell, target: Cell) -> None:
    """Give a cell the font and the colour of another."""
    target.font = cast(Font, copy(source.font))
    target.fill = cast(PatternFill, copy(source.fill))


def is_coloured(cell: Cell) -> bool:
    """Tell whether a cell has one of the severities' colours."""
    shown = cell.fill.fgColor.rgb if cell.fill.fill_type == "solid" else None
    return any(fill.fgColor.rgb == shown for fill in FILLS.values())


def _is_light(shown: Color | None) -> bool:
    if shown is None:
        return False
    if shown.type == "theme":
        return shown.theme in _LIGHT_THEME_COLOURS
    if shown.type == "indexed":
        return shown.indexed in _LIGHT_INDEXED
    red, green, blue = (int(shown.rgb[at : at + 2], 16) for at in (2, 4, 6))
    return 0.3 * red + 0.59 * green + 0.11 * blue > _DARK_BELOW
