"""Writes the first sheet: what the report is of, how far it is official, what came out, where what stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parcli.messages.labels import label
from parcli.messages.times import time_text
from parcli.report.excel.frame import RED, mark_pages, standing
from parcli.report.excel.pen import Pen
from parcli.report.excel.scene import SHEETS, Scene, reference
from parcli.report.sentences import group_sentences
from parcli.spreadsheet.heights import height_of
from parcli.spreadsheet.literal import cell_text
from parcli.spreadsheet.sheets import print_setup, write_across
from parcli.spreadsheet.styles import BOLD, CELL, CENTRED, SIZE_OF_TITLE, WRAPPED

_LABEL, _VALUE = 26.0, 92.0
_LINK = "#1D5F8A"


def write_cover(scene: Scene, written: Sequence[str]) -> None:
    """Write the sheet; ``written`` are the keys of the other sheets."""
    sheet = scene.book.get_worksheet_by_name(scene.names["cover"])
    assert sheet is not None
    pen, styles = Pen(sheet), scene.styles
    sheet.set_column(0, 0, _LABEL)
    sheet.set_column(1, 1, _VALUE)
    pen.text((0, 0), scene.context.head.office.upper(), styles.of(BOLD))
    title = styles.of(BOLD, CENTRED, WRAPPED, font_size=SIZE_OF_TITLE + 2, valign="vcenter")
    write_across(sheet, (2, 0, 1), cell_text(scene.title), title)
    sheet.set_row(2, height_of([(scene.title, 0.75 * (_LABEL + _VALUE))], line=24.0))
    write_across(sheet, (3, 0, 1), standing(scene), styles.of(BOLD, CENTRED, WRAPPED, font_color=RED))
    sheet.set_row(3, height_of([(standing(scene), 0.8 * (_LABEL + _VALUE))]))
    row = _write_facts(scene, pen, 5)
    row = _write_sentences(scene, pen, row + 1)
    _write_links(scene, pen, row + 1, written=written)
    print_setup(sheet, scene.lang, header=(0, 0))
    sheet.set_portrait()
    sheet.fit_to_pages(1, 1)
    mark_pages(scene, sheet)
    sheet.activate()


def _write_facts(scene: Scene, pen: Pen, row: int) -> int:
    for key, value in _facts(scene):
        pen.text((row, 0), scene.say.word(key), scene.styles.of(CELL, WRAPPED))
        pen.text((row, 1), value, scene.styles.of(CELL, WRAPPED, BOLD if key == "xl-cover-standing" else {}))
        pen.sheet.set_row(row, height_of([(value, 0.85 * _VALUE)]))
        row += 1
    return row


def _facts(scene: Scene) -> Iterator[tuple[str, str]]:
    head, say = scene.context.head, scene.say
    if head.office:
        yield "xl-cover-office", head.office
    yield "xl-cover-index", head.index
    yield "xl-cover-level", label(f"level-{head.level}", scene.lang)
    yield "xl-cover-period", say.period(head.period)
    yield "xl-cover-standing", say.word(head.standing)
    yield "xl-cover-made", time_text(head.made_at, scene.lang)
    yield "xl-cover-tool", f"parindex {head.tool_version}"
    for used in scene.context.method.sets:
        title = say.text(used.title)
        status = label(f"status-{used.status}", scene.lang)
        yield "xl-cover-set", f"{used.id} ({status})" + (f": {title}" if title else "")
        yield "xl-cover-hash", used.meaning_hash


def _write_sentences(scene: Scene, pen: Pen, row: int) -> int:
    """Write what came out, in a report's own sentences."""
    context = scene.context
    pen.text((row, 0), scene.say.word("xl-cover-result"), scene.styles.of(BOLD))
    look = scene.styles.of(WRAPPED, valign="top")
    for text in group_sentences(context, context.level, scene.lang):
        row += 1
        write_across(pen.sheet, (row, 0, 1), cell_text(text), look)
        pen.sheet.set_row(row, height_of([(text, 0.85 * (_LABEL + _VALUE))]))
    return row + 1


def _write_links(scene: Scene, pen: Pen, row: int, *, written: Sequence[str]) -> None:
    pen.text((row, 0), scene.say.word("xl-cover-sheets"), scene.styles.of(BOLD))
    link = scene.styles.of(CELL, underline=1, font_color=_LINK)
    for key in SHEETS:
        if key in written:
            row += 1
            name = scene.names[key]
            pen.sheet.write_url(row, 0, f"internal:{reference(name, 'A1')}", link, name)
            pen.text((row, 1), scene.say.word(f"xl-about-{key}"), scene.styles.of(CELL, WRAPPED))
