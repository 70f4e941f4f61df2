"""Writes a summary's sheet with a row for each unit and, per area, both sides' points; everything is live."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from xlsxwriter.worksheet import Worksheet

from parcli.messages.template_sheet import sheet_text
from parcli.model.criteria_set import Node
from parcli.spreadsheet.heights import height_of
from parcli.spreadsheet.sheets import print_setup, write_across
from parcli.spreadsheet.styles import BOLD, CELL, CENTRED, HEADER, SIZE_OF_TITLE, WRAPPED, Styles
from parcli.workbook.template.council_units import UnitSheet
from parcli.workbook.template.formulas_total import share
from parcli.workbook.template.plan import Shown
from parcli.workbook.template.styles import SHOWN

_HEADS = ("head-short-self", "head-short-appraised", "head-difference", "head-share")
_WIDTH, _NAME_WIDTH = 8.5, 30
_SCALE = 65  # in per cent: with all areas across one page nobody could read it
_ON_A_PAGE = 4  # so many groups of columns fit across it, and the rank beside them
_TOP = 3  # the header's first row, counted from 0
_FIRST = _TOP + 3


class _Group(Struct, frozen=True):
    """The four columns of an area, or of the total (no node): its row on the sheets of points."""

    node: Node | None
    row: int
    column: int


class AreaSheet(Struct, frozen=True):
    """The sheet by area; its figures come from the sheets of appraised and of self-assessed points."""

    sheet: Worksheet
    styles: Styles
    appraised: UnitSheet
    claimed: UnitSheet

    def write(self, title: str, office: str) -> None:
        """Write heading, header of three rows, and a row for each unit."""
        groups = tuple(self._groups())
        last = groups[-1].column + len(_HEADS)
        self.sheet.write_string(0, 0, office.upper(), self.styles.of(BOLD))
        across = (1, 0, groups[:_ON_A_PAGE][-1].column + len(_HEADS) - 1)
        write_across(self.sheet, across, title, self.styles.of(BOLD, CENTRED, font_size=SIZE_OF_TITLE))
        key = self.styles.of(italic=True)
        self.sheet.write_string(2, 0, sheet_text("council-key", self.appraised.lang), key)
        self._header(groups, last)
        for unit, name in enumerate(self.appraised.units):
            self._unit(unit, name, groups, last=last)
        self._set_up(last)
        self.sheet.set_v_pagebreaks([group.column for group in groups[_ON_A_PAGE::_ON_A_PAGE]])

    def _groups(self) -> Iterator[_Group]:
        column = 1
        for node, row in self.appraised.area_rows():
            yield _Group(node, row, column)
            column += len(_HEADS)
        yield _Group(None, self.appraised.total_row, column)

    def _header(self, groups: tuple[_Group, ...], last: int) -> None:
        lang, look = self.appraised.lang, self.styles.of(HEADER)
        self.sheet.merge_range(_TOP, 0, _TOP + 2, 0, sheet_text("head-unit", lang), look)
        self.sheet.merge_range(_TOP, last, _TOP + 2, last, sheet_text("head-rank", lang), look)
        titles = []
        for group in groups:
            node, end = group.node, group.column + len(_HEADS) - 1
            title = sheet_text("head-total", lang)
            if node is not None:
                title = sheet_text("head-area", lang, code=node.code, title=node.title)
            most = node.max_points if node is not None else self.appraised.criteria_set.total
            titles.append((title, 0.8 * len(_HEADS) * _WIDTH))
            write_across(self.sheet, (_TOP, group.column, end), title, look)
            worth = sheet_text("head-area-max", lang, max=most)
            write_across(self.sheet, (_TOP + 1, group.column, end), worth, look)
            for offset, key in enumerate(_HEADS):
                self.sheet.write_string(_TOP + 2, group.column + offset, sheet_text(key, lang), look)
        self.sheet.set_row(_TOP, height_of(titles))
        self.sheet.set_row(_TOP + 2, height_of([(sheet_text(key, lang), 0.7 * _WIDTH) for key in _HEADS]))

    def _unit(self, unit: int, name: str, groups: tuple[_Group, ...], *, last: int) -> None:
        row = _FIRST + unit
        self.sheet.write_string(row, 0, name, self.styles.of(CELL, WRAPPED))
        self.sheet.set_row(row, height_of([(name, 0.7 * _NAME_WIDTH)]))
        for group in groups:
            for offset, (formula, shown) in enumerate(self._figures(unit, group)):
                look = self.styles.of(CELL, SHOWN[shown], BOLD if group.node is None else {})
                self.sheet.write_formula(row, group.column + offset, f"={formula}", look, 0)
        rank = f'{self._at(self.appraised, unit, self.appraised.total_row + 3)}&""'
        self.sheet.write_formula(row, last, f"={rank}", self.styles.of(CELL, CENTRED, BOLD), " ")

    def _figures(self, unit: int, group: _Group) -> Iterator[tuple[str, Shown]]:
        """Yield the formulas of a group: claimed, appraised, their difference, appraised over the maximum."""
        appraised = self._at(self.appraised, unit, group.row)
        claimed = self._at(self.claimed, unit, group.row)
        yield claimed, "points"
        yield appraised, "points"
        yield f"{appraised}-{claimed}", "points"
        if group.node is None:
            yield self._at(self.appraised, unit, group.row + 2), "percent"
        else:
            yield share(appraised, f"({self.appraised.applicable(unit, group.node)})"), "percent"

    @staticmethod
    def _at(part: UnitSheet, unit: int, row: int) -> str:
        return f"'{part.name}'!{part.cell(unit, row)}"

    def _set_up(self, last: int) -> None:
        self.sheet.set_column(0, 0, _NAME_WIDTH)
        self.sheet.set_column(1, last, _WIDTH)
        print_setup(self.sheet, self.appraised.lang, header=(_TOP, _TOP + 2), scale=_SCALE)
        self.sheet.repeat_columns(0, 0)
        self.sheet.freeze_panes(_FIRST, 1)
        self.sheet.set_zoom(90)
        self.sheet.protect("", {"format_rows": True, "format_columns": True})
