"""Writes a summary's list of results: rank, unit, appraised points, those of others, total; all live."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct
from xlsxwriter.worksheet import Worksheet

from parcli.messages.template_sheet import sheet_text
from parcli.model.criteria_set import Scorer
from parcli.spreadsheet.heights import height_of
from parcli.spreadsheet.sheets import print_setup, write_across
from parcli.spreadsheet.styles import BOLD, CELL, CENTRED, HEADER, WRAPPED, Styles
from parcli.workbook.template.council_heading import HEADING_ROWS, CouncilHeading, Page
from parcli.workbook.template.council_units import UnitSheet
from parcli.workbook.template.plan import Shown
from parcli.workbook.template.styles import SHOWN

_OTHERS: Mapping[Scorer, str] = {
    "survey": "head-survey",
    "imported": "head-imported",
    "leaders": "head-leaders",
}
_RANK_WIDTH, _NAME_WIDTH, _WIDTH = 10, 44, 15
_TOP = HEADING_ROWS  # the header's first row, counted from 0
_FIRST = _TOP + 2
_FEWEST = 6  # columns that the heading takes


class _Column(Struct, frozen=True):
    """One column of figures: the key of its head, and what it shows."""

    head: str
    shown: Shown = "points"
    scorer: Scorer | None = None


class ResultSheet(Struct, frozen=True):
    """The list of results; its figures come from the sheet of the last round."""

    sheet: Worksheet
    styles: Styles
    final: UnitSheet

    def write(self, title: str, office: str) -> None:
        """Write heading, header and a row for each unit."""
        columns, of = self._columns(), self.final
        last = max(2 + len(columns), _FEWEST) - 1
        heading = CouncilHeading(self.sheet, self.styles, of.criteria_set, of.period, of.lang, office)
        heading.write(title, [Page(0, 3, last, _RANK_WIDTH + _NAME_WIDTH)])
        self._header(columns)
        for unit, name in enumerate(of.units):
            self._unit(unit, name, columns)
        self._set_up(last)

    def _columns(self) -> tuple[_Column, ...]:
        """Return the columns of figures that the set has any for."""
        chosen = self.final.criteria_set
        scorers = {leaf.scored_by for leaf in chosen.leaves()}
        others = tuple(_Column(head, scorer=who) for who, head in _OTHERS.items() if who in scorers)
        adjusts = (_Column("head-adjustments"),) if chosen.adjustments else ()
        ends = _Column("head-total-points"), _Column("row-percent", "percent")
        return (_Column("head-appraisal", scorer="appraised"), *others, *adjusts, *ends)

    def _header(self, columns: tuple[_Column, ...]) -> None:
        lang, look = self.final.lang, self.styles.of(HEADER)
        for position, key in enumerate(("head-rank", "head-unit", *(column.head for column in columns))):
            if position > 1 and columns[position - 2].head in _OTHERS.values():
                self.sheet.write_string(_TOP + 1, position, sheet_text(key, lang), look)
            else:
                self.sheet.merge_range(_TOP, position, _TOP + 1, position, sheet_text(key, lang), look)
        others = [2 + i for i, column in enumerate(columns) if column.head in _OTHERS.values()]
        if others:
            write_across(self.sheet, (_TOP, others[0], others[-1]), sheet_text("head-others", lang), look)
        texts = [(sheet_text(column.head, lang), 0.7 * _WIDTH) for column in columns]
        self.sheet.set_row(_TOP + 1, height_of(texts))

    def _unit(self, unit: int, name: str, columns: tuple[_Column, ...]) -> None:
        row = _FIRST + unit
        look = self.styles.of(CELL, CENTRED, BOLD)
        self.sheet.write_formula(row, 0, f'={self._at(unit, 3)}&""', look, " ")
        self.sheet.write_string(row, 1, name, self.styles.of(CELL, WRAPPED))
        self.sheet.set_row(row, height_of([(name, 0.7 * _NAME_WIDTH)]))
        for position, (column, formula) in enumerate(self._figures(unit, columns), start=2):
            bold = BOLD if column.head == "head-total-points" else {}
            self.sheet.write_formula(
                row, position, f"={formula}", self.styles.of(CELL, SHOWN[column.shown], bold), 0
            )

    def _figures(self, unit: int, columns: tuple[_Column, ...]) -> Iterator[tuple[_Column, str]]:
        for column in columns:
            if column.head == "head-appraisal":
                yield column, self.final.points_by(unit, ("self", "appraised"))
            elif column.scorer is not None:
                yield column, self.final.points_by(unit, (column.scorer,))
            elif column.head == "head-adjustments":
                yield column, self._adjustments(unit)
            else:
                yield column, self._at(unit, 0 if column.shown == "points" else 2)

    def _adjustments(self, unit: int) -> str:
        """Return what bonus and penalty blocks come to together."""
        parts = [
            ("-" if block.sign == "penalty" else "+") + f"'{self.final.name}'!{self.final.cell(unit, row)}"
            for block, row in self.final.blocks()
        ]
        return "".join(parts).removeprefix("+")

    def _at(self, unit: int, below: int) -> str:
        """Return a unit's cell in the foot of the last round's sheet: total, maximum, share, rank."""
        return f"'{self.final.name}'!{self.final.cell(unit, self.final.total_row + below)}"

    def _set_up(self, last: int) -> None:
        self.sheet.set_column(0, 0, _RANK_WIDTH)
        self.sheet.set_column(1, 1, _NAME_WIDTH)
        self.sheet.set_column(2, last, _WIDTH)
        print_setup(self.sheet, self.final.lang, header=(_TOP, _TOP + 1))
        self.sheet.freeze_panes(_FIRST, 2)
        self.sheet.set_zoom(90)
        self.sheet.protect("", {"format_rows": True, "format_columns": True})
