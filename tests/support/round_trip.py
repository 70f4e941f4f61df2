"""Makes templates, fills them at random, has LibreOffice work them out: what round-trip tests compare."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from msgspec import Struct
from msgspec.structs import replace
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from parcli.messages.template_sheet import sheet_text
from parcli.model.criteria_set import CriteriaSet
from parcli.model.period import Period
from parcli.model.text import Lang
from parcli.model.unit import Unit
from parcli.workbook.template.head import TemplateHead
from parcli.workbook.template.plan import ColumnKey, TemplatePlan
from parcli.workbook.template.planning import plan_of
from parcli.workbook.template.workbook import FIRST_ROW, template_bytes
from support.filled_templates import Cells, random_answers
from support.recalculated import recalculated

PERIOD = Period(2025)
_UNIT = Unit("Xã Thử Nghiệm", "X01", "commune")
_MADE_AT = datetime(2025, 1, 1, tzinfo=UTC)


class Filling(Struct, frozen=True):
    """A template that was filled in: its file, its plan, its set, and what was entered."""

    path: Path
    plan: TemplatePlan
    criteria_set: CriteriaSet
    cells: Cells
    lang: Lang = "vi"

    @property
    def form(self) -> str:
        """Return the name of the sheet that was filled in."""
        return sheet_text("sheet-form", self.lang)


def round_trips(
    sets: Sequence[CriteriaSet], count: int, seed: int, folder: Path, *, lang: Lang = "vi"
) -> list[Filling]:
    """Return ``count`` fillings of the sets in turn, worked out by LibreOffice in one start."""
    made = list(_filled(sets, range(seed, seed + count), folder, lang))
    paths = recalculated([each.path for each in made], folder)
    return [replace(each, path=path) for each, path in zip(made, paths, strict=True)]


def validated(filling: Filling, folder: Path) -> dict[tuple[int, ColumnKey], object]:
    """Return for each cell that was filled what its validation says of the value (an error as its text)."""
    book = load_workbook(filling.path)
    sheet, plan = book[filling.form], filling.plan
    beyond = len(plan.columns) + 5
    asked: dict[tuple[int, ColumnKey], tuple[int, int]] = {}
    for row in plan.rows:
        for cell in row.inputs:
            if cell.accepts and (row.row, cell.column) in filling.cells:
                place = row.row, beyond + plan.position(cell.column)
                asked[row.row, cell.column] = place
                sheet.cell(*place).value = "=" + cell.accepts
    path = folder / f"validated-{filling.path.name}"
    book.save(path)
    (made,) = recalculated([path], folder / "validated")
    shown = load_workbook(made, data_only=True)[filling.form]
    return {key: shown.cell(*place).value for key, place in asked.items()}


def _filled(sets: Sequence[CriteriaSet], seeds: Sequence[int], folder: Path, lang: Lang) -> Iterator[Filling]:
    for position, criteria_set in enumerate(sets):
        plan = plan_of(criteria_set, FIRST_ROW, period=PERIOD, lang=lang)
        book = load_workbook(io.BytesIO(template_bytes(_head(criteria_set, lang))))
        for number in range(position, len(seeds), len(sets)):
            cells = random_answers(plan, Random(seeds[number]))
            made = Filling(folder / f"filled-{number:04}.xlsx", plan, criteria_set, cells, lang)
            _save(book[made.form], made)
            yield made


def _head(criteria_set: CriteriaSet, lang: Lang) -> TemplateHead:
    unit = replace(_UNIT, level=criteria_set.level)
    return TemplateHead(criteria_set, unit, PERIOD, _MADE_AT, "0", lang=lang)


def _save(sheet: Worksheet, filling: Filling) -> None:
    book, plan, cells, path = sheet.parent, filling.plan, filling.cells, filling.path
    assert book is not None
    for (row, column), value in cells.items():
        sheet.cell(row, plan.position(column)).value = value
    book.save(path)
    for row, column in cells:
        sheet.cell(row, plan.position(column)).value = None
