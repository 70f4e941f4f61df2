"""Lays out the sheet that lists what was found in a file, with a link to each cell; it opens no workbook."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from math import ceil

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from parcli.messages import annotated_sheet as words
from parcli.messages.filling import fill
from parcli.messages.labels import label
from parcli.messages.times import time_text
from parcli.model.finding import Severity
from parcli.workbook.annotate_cells import FILLS, put_text, shown_cell
from parcli.workbook.annotation import Annotation, Note, Spot, writable
from parcli.workbook.sheet import column_letters

Linker = Callable[[Spot], tuple[str, str] | None]

_FONT, _SIZE = "Times New Roman", 12
_SIDE = Side("thin", color="FF8C8C8C")
_LINE = Border(left=_SIDE, right=_SIDE, top=_SIDE, bottom=_SIDE)
_HEAD_FILL = PatternFill("solid", fgColor="FFD5DEE8")
_LINK_COLOUR = "FF0B5394"
_TAB_COLOUR = "FFC0504D"
_WIDTHS = {"number": 6, "severity": 11, "place": 20, "unit": 26, "message": 62, "remedy": 50, "code": 25}
_LINE_HEIGHT, _PADDING, _HEAD_HEIGHT = 15.6, 5.0, 24.0  # points
_MOST_HEIGHT = 409.0  # what Excel allows
_CENTRED = frozenset({"number", "severity"})


def list_workbook(annotation: Annotation, target: str) -> bytes:
    """Return a workbook with the list alone; its links lead into the file at ``target``, a relative URL."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = words.SHEET_NAME.in_(annotation.lang)
    hint = words.LIST_HINT.in_(annotation.lang)
    write_list(sheet, annotation, hint, lambda spot: (target, location_of(spot.sheet, spot)))
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def write_list(sheet: Worksheet, annotation: Annotation, hint: str, link: Linker) -> None:
    """Write the head and a row for each note into an empty sheet.

    ``link`` gives the file ("" for this one) and the place in it that a cell's row leads to, None for none.
    """
    columns = _columns(annotation)
    first = _write_head(sheet, annotation, hint, columns)
    for index, key in enumerate(columns, start=1):
        cell = shown_cell(sheet, first, index)
        put_text(cell, words.COLUMNS[key].in_(annotation.lang))
        cell.font, cell.fill, cell.border = Font(_FONT, _SIZE, b=True), _HEAD_FILL, _LINE
        cell.alignment = Alignment("center", "center", wrap_text=True)
        sheet.column_dimensions[column_letters(index)].width = _WIDTHS[key]
    for number, note in enumerate(annotation.notes, start=1):
        texts = {"number": str(number), **_texts(note, annotation)}
        for index, key in enumerate(columns, start=1):
            _write_cell(shown_cell(sheet, first + number, index), key, texts[key], severity=note.severity)
        sheet.row_dimensions[first + number].height = _height(columns, texts)
        _link(shown_cell(sheet, first + number, columns.index("place") + 1), note, link)
    sheet.row_dimensions[first].height = _HEAD_HEIGHT
    _set_up(sheet, first, len(columns), len(annotation.notes))


def location_of(title: str, spot: Spot) -> str:
    """Return a cell's place in a link; the sheet's name is always quoted, which every name may be."""
    return "'{}'!{}{}".format(title.replace("'", "''"), column_letters(spot.col), spot.row)


def _columns(annotation: Annotation) -> tuple[str, ...]:
    units = ("unit",) if any(note.unit for note in annotation.notes) else ()
    return ("number", "severity", "place", *units, "message", "remedy", "code")


def _write_head(sheet: Worksheet, annotation: Annotation, hint: str, columns: tuple[str, ...]) -> int:
    """Write the lines above the table and return the row of the table's head."""
    for row, (text, font) in enumerate(_head_lines(annotation, hint), start=1):
        cell = shown_cell(sheet, row, 1)
        put_text(cell, text)
        cell.font = font
        cell.alignment = Alignment(vertical="center", wrap_text=True)
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=len(columns))
    return sheet.max_row + 2


def _head_lines(annotation: Annotation, hint: str) -> Iterator[tuple[str, Font]]:
    lang, notes = annotation.lang, annotation.notes
    plain = Font(_FONT, _SIZE)
    yield words.TITLE.in_(lang), Font(_FONT, _SIZE + 4, b=True)
    made = time_text(annotation.made_at, lang)
    yield (
        fill(
            words.HEAD, {"file": annotation.file, "time": made, "sets": annotation.sets or words.NO_SET}, lang
        ),
        plain,
    )
    counts = {severity: sum(note.severity is severity for note in notes) for severity in Severity}
    told = {"errors": Severity.ERROR, "warnings": Severity.WARNING, "infos": Severity.INFO}
    numbers = {name: counts[severity] for name, severity in told.items()}
    count_text = label("findings-count", lang, **numbers) if notes else label("no-findings", lang)
    yield count_text, Font(_FONT, _SIZE, b=True)
    yield hint, Font(_FONT, _SIZE, i=True, color="FF595959")


def _texts(note: Note, annotation: Annotation) -> dict[str, str]:
    lang = annotation.lang
    return {
        "severity": label(f"severity-{note.severity}", lang),
        "place": note.place or words.WHOLE_FILE.in_(lang),
        "unit": note.unit,
        "message": note.message,
        "remedy": note.remedy,
        "code": note.code,
    }


def _write_cell(cell: Cell, key: str, text: str, *, severity: Severity) -> None:
    if key == "number":
        cell.value = int(text)
    else:
        put_text(cell, text)
    cell.font = Font(_FONT, _SIZE - 1 if key == "code" else _SIZE, b=key == "severity")
    cell.border = _LINE
    centred = key in _CENTRED
    cell.alignment = Alignment(
        "center" if centred else "left", "center", wrap_text=True, indent=0 if centred else 1
    )
    if key == "severity":
        cell.fill = FILLS[severity]


def _height(columns: tuple[str, ...], texts: dict[str, str]) -> float:
    """Return the height that a row needs, in points: not every program works it out when it opens a file."""
    lines = max(
        sum(ceil(len(line) / (_WIDTHS[key] - 2)) or 1 for line in texts[key].split("\n")) for key in columns
    )
    return min(_MOST_HEIGHT, lines * _LINE_HEIGHT + _PADDING)


def _link(cell: Cell, note: Note, link: Linker) -> None:
    found = link(note.spot) if note.spot is not None else None
    if found is None:
        return
    target, location = found
    # Set by hand: a plain text that is assigned would be taken for an address of the web.
    cell.hyperlink = Hyperlink(cell.coordinate, location=writable(location), target=target or None)
    cell.font = Font(_FONT, _SIZE, u="single", color=_LINK_COLOUR)


def _set_up(sheet: Worksheet, head: int, columns: int, rows: int) -> None:
    last = column_letters(columns)
    sheet.print_options.horizontalCentered = True
    sheet.freeze_panes = f"A{head + 1}"
    if rows:
        sheet.auto_filter.ref = f"A{head}:{last}{head + rows}"
    sheet.sheet_properties.tabColor = _TAB_COLOUR
    sheet.sheet_view.showGridLines = False
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = f"{head}:{head}"
    sheet.page_margins.left = sheet.page_margins.right = 0.4
