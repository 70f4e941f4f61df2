"""Makes the workbook of a template from a set, a unit and a period; bytes come out, no file is touched."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence

from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from parcli.messages.template_sheet import sheet_text
from parcli.spreadsheet.file_parts import new_workbook, with_growing_rows
from parcli.spreadsheet.sheets import print_setup
from parcli.spreadsheet.styles import Styles
from parcli.workbook.sheet import column_letters
from parcli.workbook.template.guidance import write_guidance
from parcli.workbook.template.head import TemplateHead
from parcli.workbook.template.heading import HEADING_ROWS, Heading
from parcli.workbook.template.marking import contradictions, missing_answers, points_above
from parcli.workbook.template.plan import LISTS_SHEET, ChoiceList, ColumnKey, TemplatePlan
from parcli.workbook.template.planning import plan_of
from parcli.workbook.template.sheet_table import HEADER_ROWS, TableSheet
from parcli.workbook.template.stamp import write_stamp
from parcli.workbook.template.styles import ABOVE_COLOUR, MISSING_COLOUR

FIRST_ROW = HEADING_ROWS + HEADER_ROWS + 1  # of the table, on the sheet
# Asked for when somebody enters an appraisal on the protected sheet: it keeps units from doing so by mistake
# and is no secret (docs/how-to/make-templates.md).
APPRAISAL_KEY = "thamdinh"
_COUNCIL_COLUMNS: tuple[ColumnKey, ...] = (
    "survey",
    "imported",
    "leaders",
    "appraised_1",
    "appraised_2",
    "note",
)
_ALLOWED = {"format_rows": True, "format_columns": True}  # or rows do not grow with what is typed


def template_bytes(head: TemplateHead) -> bytes:
    """Return the workbook (.xlsx) that a unit fills in; equal heads give equal bytes."""
    plan = plan_of(head.criteria_set, FIRST_ROW, period=head.period, block=head.unit.block, lang=head.lang)
    made = io.BytesIO()
    title = sheet_text("form-title", head.lang, period=head.period_words)
    subject, made_at = head.criteria_set.id, head.made_at
    with new_workbook(made, title=title, subject=subject, office=head.office, made_at=made_at) as book:
        styles = Styles(book)
        guidance = book.add_worksheet(sheet_text("sheet-guidance", head.lang))
        form = book.add_worksheet(sheet_text("sheet-form", head.lang))
        write_guidance(guidance, styles, head)
        _write_form(form, plan, styles, head)
        _mark(book, form, plan)
        _write_lists(book, plan.lists)
        write_stamp(book, head)
    return with_growing_rows(made.getvalue())


def _write_form(sheet: Worksheet, plan: TemplatePlan, styles: Styles, head: TemplateHead) -> None:
    heading = Heading(sheet, plan, styles, head)
    heading.write_top()
    TableSheet(sheet, plan, styles, head.lang).write()
    heading.write_foot(plan.last_row + 1)
    print_setup(sheet, head.lang, header=(FIRST_ROW - 1 - HEADER_ROWS, FIRST_ROW - 2))
    sheet.print_area(0, 0, plan.last_row + 8, len(plan.columns) - 1)
    sheet.freeze_panes(FIRST_ROW - 1, plan.position("title"))
    sheet.set_zoom(90)
    sheet.protect("", _ALLOWED)
    _protect_appraisal(sheet, plan, head)


def _protect_appraisal(sheet: Worksheet, plan: TemplatePlan, head: TemplateHead) -> None:
    """Let the columns of the appraisal be filled in by who knows the key, the sheet still protected."""
    for column in (each for each in _COUNCIL_COLUMNS if each in plan.columns):
        letters = column_letters(plan.position(column))
        rows = [row.row for row in plan.rows if (cell := row.input(column)) and cell.filler == "council"]
        cells = " ".join(_runs(letters, rows))
        if cells:
            title = sheet_text("range-appraisal", head.lang) + f" {letters}"
            sheet.unprotect_range(cells, title.replace(" ", "_"), APPRAISAL_KEY)


def _runs(letters: str, rows: Sequence[int]) -> Iterable[str]:
    """Yield the ranges of a column that these rows make, neighbours joined."""
    start = 0
    for end in range(1, len(rows) + 1):
        if end == len(rows) or rows[end] != rows[end - 1] + 1:
            yield f"{letters}{rows[start]}:{letters}{rows[end - 1]}"
            start = end


def _mark(book: Workbook, sheet: Worksheet, plan: TemplatePlan) -> None:
    """Colour cells without an answer, points above the maximum, and a part that is more than its whole."""
    missing = book.add_format({"bg_color": MISSING_COLOUR})
    above = book.add_format({"bg_color": ABOVE_COLOUR, "font_color": "#9C0006", "bold": True})
    looks = ((points_above(plan), above), (missing_answers(plan), missing), (contradictions(plan), above))
    for marks, look in looks:
        for mark in marks:
            rule = {"type": "formula", "criteria": mark.formula, "format": look}
            sheet.conditional_format(mark.cells, rule)


def _write_lists(book: Workbook, lists: Iterable[ChoiceList]) -> None:
    sheet = book.add_worksheet(LISTS_SHEET)
    for each in lists:
        for row, entry in enumerate(each.entries):
            sheet.write_string(row, each.column - 1, entry)
    sheet.protect()
    sheet.hide()
