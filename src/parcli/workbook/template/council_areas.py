"""Writes a summary's sheet with a row for each unit and, per area, both sides' points; everything is live."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from msgspec import Struct
from xlsxwriter.worksheet import Worksheet

from parcli.messages.template_sheet import sheet_text
from parcli.model.criteria_set import Node
from parcli.spreadsheet.formula_text import NOTHING
from parcli.spreadsheet.heights import LINE, height_of
from parcli.spreadsheet.sheets import print_setup, write_across
from parcli.spreadsheet.styles import BOLD, CELL, CENTRED, HEADER, WRAPPED, Styles
from parcli.workbook.template.council_heading import HEADING_ROWS, CouncilHeading, Page
from parcli.workbook.template.council_units import UnitSheet
from parcli.workbook.template.formulas_total import share
from parcli.workbook.template.plan import Shown
from parcli.workbook.template.styles import SHOWN

_HEADS = (
    "head-short-self",
    "head-short-appraised",
    "head-short-deducted",
    "head-short-total",
    "head-difference",
    "head-share",
)
_WIDTH, _NAME_WIDTH = 9, 30
_SCALE = 62  # in per cent: with all areas across one page nobody could read it
_ON_A_PAGE = 3  # so many groups of columns fit across it, and the rank beside them
_KEY = HEADING_ROWS  # the row of what the heads mean, counted from 0
_TOP = _KEY + 1  # the header's first row
_FIRST = _TOP + 3


class _Group(Struct, frozen=True):
    """The columns of an area, a bonus or penalty block, or the total: its head and its row on the sheets.

    ``most`` is None for a block without a cap; ``sign`` goes before its points.
    """

    title: str
    most: Fraction | None
    row: int
    column: int
    node: Node | None = None
    sign: str = ""

    @property
    def last(self) -> int:
        """Return the last of the columns."""
        return self.column + len(_HEADS) - 1


class AreaSheet(Struct, frozen=True):
    """The sheet by area; its figures come from the sheets of both rounds and of self-assessed points."""

    sheet: Worksheet
    styles: Styles
    appraised: UnitSheet
    final: UnitSheet
    claimed: UnitSheet

    def write(self, title: str, office: str) -> None:
        """Write heading, header of three rows, and a row for each unit."""
        groups = tuple(self._groups())
        last, pages = groups[-1].last + 1, tuple(_pages(groups))
        of = self.final
        heading = CouncilHeading(self.sheet, self.styles, of.criteria_set, of.period, of.lang, office)
        heading.write(title, pages)
        self._key(pages)
        self._header(groups, last)
        for unit, name in enumerate(of.units):
            self._unit(unit, name, groups, last=last)
        self._set_up(last)
        self.sheet.set_v_pagebreaks([page.first for page in pages[1:]])

    def _groups(self) -> Iterator[_Group]:
        """Yield the groups in their order; their totals add up to that of the last one."""
        lang, chosen, column = self.final.lang, self.final.criteria_set, 1
        for node, row in self.final.area_rows():
            title = sheet_text("head-area", lang, code=node.code, title=node.title)
            yield _Group(title, node.max_points, row, column, node)
            column += len(_HEADS)
        for block, row in self.final.blocks():
            title = sheet_text("head-area", lang, code=block.code, title=block.title)
            yield _Group(title, block.cap, row, column, sign="-" if block.sign == "penalty" else "")
            column += len(_HEADS)
        yield _Group(sheet_text("head-total", lang), chosen.total, self.final.total_row, column)

    def _key(self, pages: Sequence[Page]) -> None:
        look = self.styles.of(WRAPPED, italic=True, valign="vcenter")
        text = sheet_text("council-key", self.final.lang)
        for page in pages:
            write_across(self.sheet, (_KEY, page.first, page.last), text, look)
        self.sheet.set_row(_KEY, 2 * LINE)

    def _header(self, groups: Sequence[_Group], last: int) -> None:
        lang, look = self.final.lang, self.styles.of(HEADER)
        self.sheet.merge_range(_TOP, 0, _TOP + 2, 0, sheet_text("head-unit", lang), look)
        self.sheet.merge_range(_TOP, last, _TOP + 2, last, sheet_text("head-rank", lang), look)
        for group in groups:
            worth = "" if group.most is None else sheet_text("head-area-max", lang, max=group.most)
            write_across(self.sheet, (_TOP, group.column, group.last), group.title, look)
            write_across(self.sheet, (_TOP + 1, group.column, group.last), worth, look)
            for offset, key in enumerate(_HEADS):
                self.sheet.write_string(_TOP + 2, group.column + offset, sheet_text(key, lang), look)
        titles = [(group.title, 0.75 * len(_HEADS) * _WIDTH) for group in groups]
        self.sheet.set_row(_TOP, height_of(titles))
        self.sheet.set_row(_TOP + 2, height_of([(sheet_text(key, lang), 0.7 * _WIDTH) for key in _HEADS]))

    def _unit(self, unit: int, name: str, groups: Sequence[_Group], *, last: int) -> None:
        row = _FIRST + unit
        self.sheet.write_string(row, 0, name, self.styles.of(CELL, WRAPPED))
        self.sheet.set_row(row, height_of([(name, 0.7 * _NAME_WIDTH)]))
        for group in groups:
            for offset, (formula, shown) in enumerate(self._figures(unit, group)):
                look = self.styles.of(CELL, SHOWN[shown], BOLD if group is groups[-1] else {})
                nothing = " " if formula == NOTHING else 0
                self.sheet.write_formula(row, group.column + offset, f"={formula}", look, nothing)
        rank = f'{self._at(self.final, unit, self.final.total_row + 3)}&""'
        self.sheet.write_formula(row, last, f"={rank}", self.styles.of(CELL, CENTRED, BOLD), " ")

    def _figures(self, unit: int, group: _Group) -> Iterator[tuple[str, Shown]]:
        """Yield a group's formulas: claimed, first round, taken off, total, difference, share."""
        claimed, first, final = (
            group.sign + self._at(part, unit, group.row)
            for part in (self.claimed, self.appraised, self.final)
        )
        yield claimed, "points"
        yield first, "points"
        yield f"{first}-({final})", "points"
        yield final, "points"
        yield f"{final}-({claimed})", "points"
        yield self._share(unit, group, final), "percent"

    def _share(self, unit: int, group: _Group, final: str) -> str:
        """Return a group's share of what applies; a bonus or penalty block has no maximum of its own."""
        if group.node is not None:
            return share(final, f"({self.final.applicable(unit, group.node)})")
        if group.row == self.final.total_row:
            return self._at(self.final, unit, group.row + 2)
        return NOTHING

    @staticmethod
    def _at(part: UnitSheet, unit: int, row: int) -> str:
        return f"'{part.name}'!{part.cell(unit, row)}"

    def _set_up(self, last: int) -> None:
        self.sheet.set_column(0, 0, _NAME_WIDTH)
        self.sheet.set_column(1, last, _WIDTH)
        print_setup(self.sheet, self.final.lang, header=(_TOP, _TOP + 2), scale=_SCALE)
        self.sheet.repeat_columns(0, 0)
        self.sheet.freeze_panes(_FIRST, 1)
        self.sheet.set_zoom(90)
        self.sheet.protect("", {"format_rows": True, "format_columns": True})


def _pages(groups: Sequence[_Group]) -> Iterator[Page]:
    """Yield the columns of each page across, as many on the last one, however few groups it has."""
    size = _ON_A_PAGE * len(_HEADS)
    for group in groups[::_ON_A_PAGE]:
        first = group.column
        yield Page(first, first + size // 2, first + size - 1, (size // 2 - 1) * _WIDTH)
