"""Writes the sheet of lost points: criteria, most lost first, by block and in all, with shares live."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from xlsxwriter.utility import xl_rowcol_to_cell

from parcli.report.context import CriterionLoss, GroupReport
from parcli.report.excel.frame import QUIET, TOP, Column, begin, finish, write_header
from parcli.report.excel.pen import Live, Pen
from parcli.report.excel.scene import Scene
from parcli.spreadsheet.heights import height_of
from parcli.spreadsheet.styles import BOLD, CELL, CENTRED, WRAPPED

_FIRST_ROW = TOP + 2
_TITLE = 52.0
_HUNDRED = 100


def write_losses(scene: Scene) -> None:
    """Write the sheet."""
    groups = _groups(scene)
    columns = _columns(scene, groups)
    pen = begin(scene, "losses", [column.width for column in columns])
    bottom = write_header(scene, pen, columns)
    lost = [{each.code: each.lost for each in group.losses} for group in groups]
    losses = scene.context.level.losses
    for number, loss in enumerate(losses):
        _write_loss(scene, pen, loss, row=_FIRST_ROW + number, lost=lost)
    last = _FIRST_ROW + max(len(losses), 1) - 1
    if not losses:
        pen.text((_FIRST_ROW, 0), scene.say.word("no-losses"), scene.styles.of(italic=True, font_color=QUIET))
    finish(scene, pen.sheet, header=(TOP, bottom), columns=2)
    pen.sheet.autofilter(bottom, 0, last, len(columns) - 1)
    pen.sheet.ignore_errors({"number_stored_as_text": f"A1:A{last + 1}"})


def _groups(scene: Scene) -> Sequence[GroupReport]:
    """Return the blocks to tell apart, none where there is one."""
    groups = [section.group for section in scene.sections]
    return groups if len(groups) > 1 else []


def _columns(scene: Scene, groups: Sequence[GroupReport]) -> list[Column]:
    say = scene.say
    names = {section.group.id: section.name for section in scene.sections}
    blocks = [Column("block", say.word("xl-lost-in", block=names[group.id]), 13) for group in groups]
    return [
        Column("code", say.word("xl-code"), 9),
        Column("criterion", say.word("xl-criterion"), _TITLE),
        Column("area", say.word("xl-area"), 9),
        *blocks,
        Column("lost", say.word("xl-lost"), 11),
        Column("max", say.word("xl-applicable"), 12),
        Column("share", say.word("xl-lost-share"), 10),
        Column("losing", say.word("xl-losing"), 11),
        Column("units", say.word("xl-units-in"), 11),
        Column("mean", say.word("xl-lost-mean"), 11),
    ]


def _write_loss(
    scene: Scene, pen: Pen, loss: CriterionLoss, *, row: int, lost: Sequence[Mapping[str, Fraction]]
) -> None:
    text = scene.styles.of(CELL, WRAPPED)
    centred = scene.styles.of(CELL, CENTRED, num_format="0")
    figure = scene.styles.of(CELL, CENTRED, scene.exact)
    share = scene.styles.of(CELL, CENTRED, scene.published)
    title = scene.say.text(loss.title)
    pen.text((row, 0), loss.code, centred)
    pen.text((row, 1), title, text)
    pen.sheet.set_row(row, height_of([(title, 0.8 * _TITLE)]))
    pen.text((row, 2), loss.area, centred)
    of_blocks = [each.get(loss.code, Fraction(0)) for each in lost]
    for number, value in enumerate(of_blocks):
        pen.number((row, 3 + number), value, figure)
    col = 3 + len(of_blocks)
    cells = [xl_rowcol_to_cell(row, col + offset) for offset in range(5)]
    blocks = f"{xl_rowcol_to_cell(row, 3)}:{xl_rowcol_to_cell(row, col - 1)}"
    sums = [Live(f"SUM({blocks})", sum(of_blocks, Fraction(0)))] if of_blocks else []
    pen.live((row, col), loss.lost, scene.styles.of(CELL, CENTRED, BOLD, scene.exact), sums)
    pen.number((row, col + 1), loss.applicable_max, figure)
    part = loss.lost / loss.applicable_max * _HUNDRED if loss.applicable_max else None
    pen.live((row, col + 2), part, share, [Live(f"{cells[0]}/{cells[1]}*{_HUNDRED}", part)])
    pen.number((row, col + 3), loss.losing, centred)
    pen.number((row, col + 4), loss.units, centred)
    mean = loss.lost / loss.units if loss.units else None
    pen.live((row, col + 5), mean, share, [Live(f"{cells[0]}/{cells[4]}", mean)])
