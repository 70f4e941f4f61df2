"""Makes the council's summary: all units side by side, by area, and as a list; bytes come out, no file."""

from __future__ import annotations

import io
from datetime import datetime

from msgspec import Struct
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from parcli.messages.template_sheet import period_words, sheet_text
from parcli.model.criteria_set import CriteriaSet
from parcli.model.period import Period
from parcli.model.text import Lang
from parcli.model.unit import Unit
from parcli.spreadsheet.file_parts import new_workbook
from parcli.spreadsheet.styles import Styles
from parcli.workbook.template.council_areas import AreaSheet
from parcli.workbook.template.council_results import ResultSheet
from parcli.workbook.template.council_units import (
    CLAIMED,
    FIRST_ROUND,
    FIXED_COLUMNS,
    SECOND_ROUND,
    UnitSheet,
)

MOST_UNITS = 16384 - FIXED_COLUMNS  # as many columns as a sheet has


class CouncilHead(Struct, frozen=True):
    """What a summary is made for; ``units`` stand in its order."""

    criteria_set: CriteriaSet
    units: tuple[Unit, ...]
    period: Period
    made_at: datetime
    office: str = ""
    lang: Lang = "vi"


def council_bytes(head: CouncilHead) -> bytes:
    """Return the workbook (.xlsx): both rounds' points, self-assessed points, both by area, the results.

    Points are entered on the first three sheets, a column for each unit; the others are worked out.
    """
    made = io.BytesIO()
    title = _title(head, "areas").capitalize()
    subject, made_at = head.criteria_set.id, head.made_at
    with new_workbook(made, title=title, subject=subject, office=head.office, made_at=made_at) as book:
        styles = Styles(book)
        first = _points(book, styles, head, "1", holds=FIRST_ROUND)
        second = _points(book, styles, head, "2", holds=SECOND_ROUND, earlier=first)
        claimed = _points(book, styles, head, "self", holds=CLAIMED)
        areas = AreaSheet(_sheet(book, head, "areas"), styles, first, second, claimed)
        areas.write(_title(head, "areas"), head.office)
        results = ResultSheet(_sheet(book, head, "results"), styles, second)
        results.write(_title(head, "results"), head.office)
    return made.getvalue()


def _points(
    book: Workbook,
    styles: Styles,
    head: CouncilHead,
    key: str,
    *,
    holds: str,
    earlier: UnitSheet | None = None,
) -> UnitSheet:
    """Write a sheet of points and return it."""
    names = tuple(unit.name for unit in head.units)
    sheet = _sheet(book, head, key)
    part = UnitSheet(sheet, styles, head.criteria_set, names, head.period, head.lang, holds, earlier)
    part.write(_title(head, key), head.office)
    return part


def _sheet(book: Workbook, head: CouncilHead, key: str) -> Worksheet:
    return book.add_worksheet(sheet_text(f"sheet-council-{key}", head.lang))


def _title(head: CouncilHead, key: str) -> str:
    when = period_words(head.period, head.lang)
    return sheet_text(f"council-title-{key}", head.lang, period=when).upper()
