"""Writes what stands above a sheet's table, and sets the sheet up for print; it knows no table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC

from msgspec import Struct
from xlsxwriter.worksheet import Worksheet

from parcli.messages.labels import label
from parcli.messages.template_sheet import sheet_text
from parcli.messages.times import time_text
from parcli.report.excel.pen import Pen
from parcli.report.excel.scene import Scene
from parcli.spreadsheet.heights import height_of
from parcli.spreadsheet.literal import cell_text, header_text, one_line
from parcli.spreadsheet.sheets import print_setup, write_across
from parcli.spreadsheet.styles import BOLD, CENTRED, FONT, HEADER, SIZE_OF_TITLE, WRAPPED

TOP = 5  # the first row of a table's header, counted from 0
RED, QUIET = "#A13F2D", "#55606E"
GRADE_COLOURS = ("#E8EBEE", "#CFE8DF", "#E0F0E6", "#F7EBC8", "#F8DFCD", "#F5D5D0")
_PAGE = 1040  # pixels across a landscape page in full size
_DIGIT, _PADDING = 8, 5  # pixels of a digit and of a column's edges
_LEAST_SCALE = 55  # in per cent: what is smaller nobody reads on paper
_ZOOM = 90


class Column(Struct, frozen=True):
    """A column of a table: its head, the head above it that it shares with its neighbours, its width."""

    key: str
    head: str
    width: float
    above: str = ""


def begin(scene: Scene, key: str, widths: Sequence[float], *, first: int = 0) -> Pen:
    """Write what stands above the table of a sheet with columns of these widths; return its pen.

    Titles begin at column ``first``: what stands in repeated columns would come again, cut off, on each page.
    """
    sheet = scene.book.get_worksheet_by_name(scene.names[key])
    assert sheet is not None
    pen, styles, head = Pen(sheet), scene.styles, scene.context.head
    last = len(widths) - 1
    across = max(min(last, first + 11) if first else last, first + 1)
    room = 0.8 * max(sum(widths[first : across + 1]), 30.0)
    pen.text((0, 0), head.office.upper(), styles.of(BOLD))
    title = f"{scene.say.word(f'xl-title-{key}')}: {scene.title}"
    look = styles.of(BOLD, CENTRED, WRAPPED, font_size=SIZE_OF_TITLE, valign="vcenter")
    write_across(sheet, (1, first, across), cell_text(title), look)
    sheet.set_row(1, height_of([(title, 0.8 * room)], line=21.0))
    look = styles.of(CENTRED, BOLD, WRAPPED, font_color=RED)
    write_across(sheet, (2, first, across), standing(scene), look)
    sheet.set_row(2, height_of([(standing(scene), room)]))
    pen.text((3, 0), scene.say.word("xl-label-period", period=scene.say.period(head.period)), styles.of())
    level = label(f"level-{head.level}", scene.lang)
    pen.text((3, max(first, 3)), scene.say.word("xl-label-level", level=level), styles.of())
    return pen


def standing(scene: Scene) -> str:
    """Return what the report is: a draft or final, of whose points, and whether by an illustrative set."""
    context, say = scene.context, scene.say
    parts = [say.word(context.head.standing)]
    if context.head.stage == "self":
        parts.append(say.word("head-self"))
    if any(each.status == "illustrative" for each in context.method.sets):
        parts.append(say.word("head-illustrative"))
    return ". ".join(part.rstrip(".") for part in parts) + "."


def write_header(scene: Scene, pen: Pen, columns: Sequence[Column], breaks: Sequence[int] = ()) -> int:
    """Write a header of two rows and set the columns' widths; return its last row.

    At each of the ``breaks`` a head above several columns begins anew: it is read on every page.
    """
    top = TOP
    look = scene.styles.of(HEADER)
    for number, column in enumerate(columns):
        pen.sheet.set_column(number, number, column.width)
        if column.above:
            pen.text((top + 1, number), column.head, look)
        else:
            pen.sheet.merge_range(top, number, top + 1, number, "", look)
            pen.text((top, number), column.head, look)
    for first, end, text in _groups(columns, breaks):
        write_across(pen.sheet, (top, first, end), cell_text(text), look)
    _header_heights(pen.sheet, columns, top)
    return top + 1


def scale_of(widths: Iterable[float]) -> int:
    """Return the scale, in per cent, at which columns of these widths fit a page across."""
    return min(100, _PAGE * 100 // max(1, int(_pixels(widths))))


def page_starts(columns: Sequence[Column], fixed: int) -> list[int]:
    """Return the first column of each page across at the least scale; the first ``fixed`` come on each.

    Columns under one head stay on one page where they find room on one.
    """
    widths = [column.width for column in columns]
    room = _PAGE * 100 / _LEAST_SCALE - _pixels(widths[:fixed])
    together = {first: _pixels(widths[first : last + 1]) for first, last, _ in _groups(columns)}
    starts, used = [fixed], 0.0
    for col in range(fixed, len(columns)):
        own = _pixels(widths[col : col + 1])
        needed = together.get(col, own)
        if used and used + (needed if needed <= room else own) > room:
            starts.append(col)
            used = 0.0
        used += own
    return starts


def finish(scene: Scene, sheet: Worksheet, *, header: tuple[int, int], columns: int = 0) -> None:
    """Set a sheet up: as wide as a page, header and first ``columns`` held, headers and footers of pages."""
    print_setup(sheet, scene.lang, header=header)
    mark_pages(scene, sheet)
    sheet.freeze_panes(header[1] + 1, columns)
    sheet.set_zoom(_ZOOM)


def finish_wide(
    scene: Scene, sheet: Worksheet, columns: Sequence[Column], *, header: tuple[int, int], fixed: int
) -> None:
    """Set a sheet up as ``finish`` does, over several pages across where one could not be read.

    The first ``fixed`` columns come on every page.
    """
    finish(scene, sheet, header=header, columns=fixed)
    if scale_of(column.width for column in columns) < _LEAST_SCALE:
        sheet.set_print_scale(_LEAST_SCALE)
        sheet.repeat_columns(0, fixed - 1)
        sheet.set_v_pagebreaks(page_starts(columns, fixed)[1:])


def break_pages(sheet: Worksheet, rows: Sequence[int], widths: Sequence[float]) -> None:
    """Begin a page at each of these rows; Excel knows no such breaks on a sheet that is fitted to pages."""
    if rows:
        sheet.set_print_scale(scale_of(widths))
        sheet.set_h_pagebreaks(list(rows))


def _pixels(widths: Iterable[float]) -> float:
    return sum(_DIGIT * width + _PADDING for width in widths)


def mark_pages(scene: Scene, sheet: Worksheet) -> None:
    """Write headers and footers of pages: office, standing, title, number of the page, time."""
    context, font = scene.context, f'&"{FONT},Regular"&9 '
    state = header_text(scene.say.word(context.head.standing))
    sheet.set_header(f"&L{font}{header_text(context.head.office)}&R{font}{state}", {"margin": 0.25})
    page = sheet_text("footer-page", scene.lang, page="&P", pages="&N")
    made = header_text(time_text(context.head.made_at, scene.lang))
    footer = f"&L{font}{header_text(scene.title)}&C{font}{page}&R{font}{made}"
    sheet.set_footer(footer, {"margin": 0.3})


def properties(scene: Scene) -> dict[str, object]:
    """Return the properties of the file; no person is its author."""
    head = scene.context.head
    return {
        "title": one_line(scene.title),
        "subject": one_line(scene.say.word(head.standing)),
        "company": one_line(head.office),
        "created": head.made_at.astimezone(UTC).replace(tzinfo=None),
    }


def _groups(columns: Sequence[Column], breaks: Sequence[int] = ()) -> Iterable[tuple[int, int, str]]:
    """Yield each head above several columns with the first and the last of them."""
    start = 0
    for number in range(1, len(columns) + 1):
        ends = number == len(columns) or number in breaks
        if ends or columns[number].above != columns[start].above:
            if columns[start].above:
                yield start, number - 1, columns[start].above
            start = number


def _header_heights(sheet: Worksheet, columns: Sequence[Column], top: int) -> None:
    groups = [
        (text, sum(each.width for each in columns[first : end + 1])) for first, end, text in _groups(columns)
    ]
    upper = height_of((text, 0.85 * width) for text, width in groups)
    lower = height_of((each.head, 0.75 * each.width) for each in columns if each.above)
    alone = height_of((each.head, 0.75 * each.width) for each in columns if not each.above)
    sheet.set_row(top, upper)
    sheet.set_row(top + 1, max(lower, alone - upper))
