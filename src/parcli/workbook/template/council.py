"""Makes the council's summary: all units of a level side by side, and by area; bytes come out, no file."""

from __future__ import annotations

import io
from datetime import datetime

from msgspec import Struct

from parcli.messages.template_sheet import period_words, sheet_text
from parcli.model.criteria_set import CriteriaSet
from parcli.model.period import Period
from parcli.model.text import Lang
from parcli.model.unit import Unit
from parcli.spreadsheet.file_parts import new_workbook
from parcli.spreadsheet.styles import Styles
from parcli.workbook.template.council_areas import AreaSheet
from parcli.workbook.template.council_units import APPRAISED, CLAIMED, FIXED_COLUMNS, UnitSheet

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
    """Return the workbook (.xlsx): appraised points, self-assessed points, and both by area.

    Points are entered on the first two sheets, a column for each unit; the third one is worked out.
    """
    lang, chosen = head.lang, head.criteria_set
    when = period_words(head.period, lang)
    titles = {
        key: sheet_text(f"council-title-{key}", lang, period=when).upper()
        for key in ("appraised", "self", "areas")
    }
    made = io.BytesIO()
    book = new_workbook(
        made, title=titles["areas"].capitalize(), subject=chosen.id, office=head.office, made_at=head.made_at
    )
    with book:
        styles, names = Styles(book), tuple(unit.name for unit in head.units)
        parts = []
        for key, holds in (("appraised", APPRAISED), ("self", CLAIMED)):
            sheet = book.add_worksheet(sheet_text(f"sheet-council-{key}", lang))
            part = UnitSheet(sheet, styles, chosen, names, head.period, lang, holds)
            part.write(titles[key], head.office)
            parts.append(part)
        areas = book.add_worksheet(sheet_text("sheet-council-areas", lang))
        AreaSheet(areas, styles, appraised=parts[0], claimed=parts[1]).write(titles["areas"], head.office)
    return made.getvalue()
