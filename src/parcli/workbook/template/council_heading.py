"""Writes the official heading of a council's sheet, whole on every page across; it writes no table."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from parcli.messages.labels import label
from parcli.messages.template_sheet import period_words, sheet_text
from parcli.model.criteria_set import CriteriaSet
from parcli.model.period import Period
from parcli.model.text import Lang
from parcli.spreadsheet.heights import LINE, height_of
from parcli.spreadsheet.sheets import write_across
from parcli.spreadsheet.styles import BOLD, CENTRED, SIZE_OF_TITLE, WRAPPED, Props, Styles

HEADING_ROWS = 5  # above the header
_MIDDLE: Props = {"valign": "vcenter"}


class Page(Struct, frozen=True):
    """The columns of one page across, counted from 0: the office stands left of ``middle``.

    The column before ``middle`` stays free, or a long name would run into the motto. ``left_width`` is the
    room of the office, in digits.
    """

    first: int
    middle: int
    last: int
    left_width: float


class CouncilHeading(Struct, frozen=True):
    """Writes the rows above one sheet's header."""

    sheet: Worksheet
    styles: Styles
    criteria_set: CriteriaSet
    period: Period
    lang: Lang
    office: str

    def write(self, title: str, pages: Sequence[Page]) -> None:
        """Write the heading on each page; period and set, which are read back, on the first one."""
        for page in pages:
            self._page(title, page)
        first = pages[0]
        period = f"{sheet_text('label-period', self.lang)} {period_words(self.period, self.lang)}"
        named = f"{sheet_text('label-criteria-set', self.lang)} {self.criteria_set.id}"
        plain = self.styles.of(CENTRED, _MIDDLE)
        write_across(self.sheet, (3, first.first, first.middle - 1), period, plain)
        write_across(self.sheet, (3, first.middle, first.last), named, plain)
        room = min(0.7 * page.left_width for page in pages)
        office = height_of([(self.office.upper(), room)])
        self.sheet.set_row(0, max(LINE, office - LINE))  # the office has both rows of the motto
        self.sheet.set_row(2, 30)

    def _page(self, title: str, page: Page) -> None:
        lang, across = self.lang, (page.first, page.last)
        bold = self.styles.of(BOLD, CENTRED, WRAPPED, _MIDDLE)
        self.sheet.merge_range(0, page.first, 1, page.middle - 2, "", bold)
        self.sheet.write_string(0, page.first, self.office.upper(), bold)
        write_across(self.sheet, (0, page.middle, page.last), sheet_text("motto-country", lang), bold)
        motto = self.styles.of(BOLD, CENTRED, _MIDDLE, underline=1)
        write_across(self.sheet, (1, page.middle, page.last), sheet_text("motto", lang), motto)
        look = self.styles.of(BOLD, CENTRED, WRAPPED, _MIDDLE, font_size=SIZE_OF_TITLE)
        write_across(self.sheet, (2, *across), title, look)
        write_across(self.sheet, (4, *across), self._status(), self._status_look())

    def _status(self) -> str:
        status = label(f"status-{self.criteria_set.status}", self.lang)
        return sheet_text("set-status", self.lang, status=status)

    def _status_look(self) -> Format:
        colour = "#000000" if self.criteria_set.status == "official" else "#B00020"
        return self.styles.of(CENTRED, _MIDDLE, italic=True, font_color=colour)
