"""Writes the sheet of periods: every unit's percentages, ranks and grades over time; it compares nothing."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from msgspec import Struct
from xlsxwriter.utility import xl_rowcol_to_cell

from parcli.report.context import Past, UnitReport
from parcli.report.excel.frame import QUIET, TOP, Column, begin, finish_wide, write_header
from parcli.report.excel.pen import Live, Pen
from parcli.report.excel.scene import Scene, reference
from parcli.spreadsheet.heights import height_of
from parcli.spreadsheet.styles import CELL, CENTRED, WRAPPED

FIRST_ROW = TOP + 2
FIRST_COLUMN = 2
_NAME, _FIGURE, _GRADE = 36.0, 9.0, 13.0


class HistoryLayout(Struct, frozen=True):
    """Where periods stand: all percentages, then all ranks, then all grades, then the change."""

    name: str
    periods: int

    def column(self, what: int, period: int) -> int:
        """Return a column: 0 percentages, 1 ranks, 2 grades."""
        return FIRST_COLUMN + what * self.periods + period

    def ranks(self, place: int) -> str:
        """Return a unit's ranks as a chart names them."""
        row = FIRST_ROW + place
        return reference(self.name, self._span(row, 1))

    def heads(self) -> str:
        """Return the periods above the ranks as a chart names them."""
        return reference(self.name, self._span(TOP + 1, 1))

    def unit(self, place: int) -> str:
        """Return a unit's name as a chart names it."""
        return reference(self.name, xl_rowcol_to_cell(FIRST_ROW + place, 1, row_abs=True, col_abs=True))

    def _span(self, row: int, what: int) -> str:
        first, last = self.column(what, 0), self.column(what, self.periods - 1)
        cells = (xl_rowcol_to_cell(row, col, row_abs=True, col_abs=True) for col in (first, last))
        return ":".join(cells)


def history_layout(scene: Scene) -> HistoryLayout:
    """Return the layout of a report's periods."""
    return HistoryLayout(scene.names["history"], len(scene.context.periods))


def write_history(scene: Scene, layout: HistoryLayout) -> None:
    """Write the sheet."""
    columns = _columns(scene)
    pen = begin(scene, "history", [column.width for column in columns])
    bottom = write_header(scene, pen, columns)
    for place, unit in enumerate(scene.units):
        _write_unit(scene, pen, layout, place=place, unit=unit)
    last = FIRST_ROW + max(len(scene.units), 1) - 1
    if len(scene.context.periods) < 2:
        note = scene.styles.of(italic=True, font_color=QUIET)
        pen.text((last + 2, 0), scene.say.word("no-history"), note)
    finish_wide(scene, pen.sheet, columns, header=(TOP, bottom), fixed=FIRST_COLUMN)
    pen.sheet.autofilter(bottom, 0, last, len(columns) - 1)


def _columns(scene: Scene) -> list[Column]:
    say, periods = scene.say, [str(period) for period in scene.context.periods]
    columns = [Column("ordinal", say.word("xl-ordinal"), 6), Column("unit", say.word("xl-unit"), _NAME)]
    for key, width in (("xl-percent", _FIGURE), ("xl-rank", _FIGURE), ("xl-grade", _GRADE)):
        columns += [Column(key, period, width, say.word(key)) for period in periods]
    if scene.context.head.before is not None:
        since = say.word("xl-since", period=say.period(scene.context.head.before))
        columns.append(Column("change", since, 13))
    return columns


def _write_unit(scene: Scene, pen: Pen, layout: HistoryLayout, *, place: int, unit: UnitReport) -> None:
    row = FIRST_ROW + place
    plain = scene.styles.of(CELL, CENTRED, num_format="0")
    pen.number((row, 0), place + 1, plain)
    pen.text((row, 1), unit.name, scene.styles.of(CELL, WRAPPED))
    pen.sheet.set_row(row, height_of([(unit.name, 0.8 * _NAME)]))
    past = {each.period: each for each in unit.history}
    for number, period in enumerate(scene.context.periods):
        then = past.get(period)
        percent = _of(then, lambda each: each.percent)
        look = scene.styles.of(CELL, CENTRED, scene.shown(percent))
        pen.number((row, layout.column(0, number)), percent, look)
        rank = _of(then, lambda each: None if each.rank is None else Fraction(each.rank.rank))
        pen.number((row, layout.column(1, number)), rank, plain)
        grade = "" if then is None else scene.say.text(then.grade)
        pen.text((row, layout.column(2, number)), grade, scene.styles.of(CELL, CENTRED, WRAPPED))
    if scene.context.head.before is not None:
        _write_change(scene, pen, layout, row=row, unit=unit)


def _write_change(scene: Scene, pen: Pen, layout: HistoryLayout, *, row: int, unit: UnitReport) -> None:
    """Write the difference of percentages, where the two periods can be compared."""
    periods, before = scene.context.periods, scene.context.head.before
    value = None if unit.change is None else unit.change.percent
    past = {each.period: each.percent for each in unit.history}
    then, now = past.get(before) if before else None, past.get(scene.context.head.period)
    formulas = []
    if before in periods and scene.context.head.period in periods and then is not None and now is not None:
        cells = [
            xl_rowcol_to_cell(row, layout.column(0, periods.index(each)))
            for each in (scene.context.head.period, before)
        ]
        digits = max(scene.digits, 6)  # without the noise of binary fractions
        formulas.append(Live(f"ROUND({cells[0]}-{cells[1]},{digits})", now - then))
    look = scene.styles.of(CELL, CENTRED, scene.signed)
    pen.live((row, layout.column(3, 0)), value, look, formulas)


def _of(past: Past | None, read: Callable[[Past], Fraction | None]) -> Fraction | None:
    return None if past is None else read(past)
