"""Writes what stands above and below a template's table: motto, title, labels, status, signatures."""

from __future__ import annotations

from msgspec import Struct
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from parcli.messages.labels import label
from parcli.messages.template_sheet import sheet_text
from parcli.spreadsheet.heights import height_of
from parcli.spreadsheet.sheets import write_across
from parcli.spreadsheet.styles import BOLD, CENTRED, SIZE_OF_TITLE, WRAPPED, Props, Styles
from parcli.workbook.template.head import TemplateHead
from parcli.workbook.template.plan import ColumnKey, TemplatePlan
from parcli.workbook.template.widths import WIDTHS

HEADING_ROWS = 6  # above the header
_Slot = tuple[ColumnKey, ColumnKey]

_LABEL: Props = {"valign": "vcenter"}
# from the first to the last column of each label and of its value, left to right
_SLOTS: tuple[tuple[_Slot, _Slot], ...] = (
    (("code", "code"), ("title", "title")),
    (("max", "declared"), ("numerator", "denominator")),
    (("self", "worked"), ("applicable", "evidence_number")),
    (("evidence_date", "evidence_date"), ("evidence_link", "explanation")),
)


class Heading(Struct, frozen=True):
    """Writes the rows around the table of one plan."""

    sheet: Worksheet
    plan: TemplatePlan
    styles: Styles
    head: TemplateHead

    def write_top(self) -> None:
        """Write the rows above the header."""
        lang = self.head.lang
        office = self.head.office or self.head.unit.name
        bold = self.styles.of(BOLD, CENTRED, WRAPPED, _LABEL)
        self._across(0, ("code", "title"), office.upper(), bold)
        self.sheet.set_row(0, height_of([(office.upper(), 0.7 * (WIDTHS["code"] + WIDTHS["title"]))]))
        self._across(0, ("self", "explanation"), sheet_text("motto-country", lang), bold)
        motto = self.styles.of(BOLD, CENTRED, _LABEL, underline=1)
        self._across(1, ("self", "explanation"), sheet_text("motto", lang), motto)
        title = sheet_text("form-title", lang, period=self.head.period_words).upper()
        last = self.plan.columns[-1]
        self._across(2, ("code", last), title, self.styles.of(BOLD, CENTRED, _LABEL, font_size=SIZE_OF_TITLE))
        self.sheet.set_row(2, 30)
        self._labels()
        self._status()

    def write_foot(self, row: int) -> None:
        """Write date and signatures from a row on (counted from 0)."""
        lang = self.head.lang
        centred = self.styles.of(CENTRED, locked=False)
        bold, italic = self.styles.of(CENTRED, BOLD), self.styles.of(CENTRED, italic=True)
        right: _Slot = ("evidence_number", "explanation")
        self._across(row, right, sheet_text("sign-date", lang), centred)
        signing: tuple[tuple[_Slot, str], ...] = ((("title", "title"), "sign-author"), (right, "sign-head"))
        for slot, key in signing:
            self._across(row + 1, slot, sheet_text(key, lang), bold)
            self._across(row + 2, slot, sheet_text("sign-how", lang), italic)

    def _labels(self) -> None:
        """Write each label beside its value; the set's title stands beside its id, where no year is read."""
        lang, head = self.head.lang, self.head
        rows: tuple[tuple[tuple[str, str], ...], ...] = (
            (
                ("label-unit", head.unit.name),
                ("label-unit-code", head.unit.code),
                ("label-period", head.period_words),
                ("label-block", head.block_title),
            ),
            (
                ("label-level", label(f"level-{head.criteria_set.level}", lang)),
                ("", ""),
                ("label-criteria-set", head.criteria_set.id),
            ),
        )
        for row, pairs in enumerate(rows, start=3):
            for (label_slot, value_slot), (key, value) in zip(_SLOTS, pairs, strict=False):
                if value:
                    self._across(row, label_slot, sheet_text(key, lang), self.styles.of(_LABEL))
                    self._across(row, value_slot, value, self.styles.of(_LABEL, BOLD, WRAPPED))
        self.sheet.set_row(
            3, height_of([(head.unit.name, WIDTHS["title"]), (head.block_title, WIDTHS["title"])])
        )
        title = head.criteria_set.title.in_(lang)
        self._across(4, ("evidence_date", self.plan.columns[-1]), title, self.styles.of(_LABEL))

    def _status(self) -> None:
        status = label(f"status-{self.head.criteria_set.status}", self.head.lang)
        colour = "#000000" if self.head.criteria_set.status == "official" else "#B00020"
        text = sheet_text("set-status", self.head.lang, status=status)
        look = self.styles.of(_LABEL, CENTRED, italic=True, font_color=colour)
        self._across(5, ("code", self.plan.columns[-1]), text, look)

    def _across(self, row: int, slot: _Slot, text: str, look: Format) -> None:
        """Write a text over the columns of a slot."""
        first, last = (self.plan.position(column) - 1 for column in slot)
        write_across(self.sheet, (row, first, last), text, look)
