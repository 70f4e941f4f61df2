"""Makes templates, fills them at random, has LibreOffice work them out: what round-trip tests compare."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from msgspec import Struct
from msgspec.structs import replace
from openpyxl import Workbook, load_workbook

from parcli.messages.template_sheet import sheet_text
from parcli.model.criteria_set import CriteriaSet
from parcli.model.period import Period
from parcli.model.unit import Unit
from parcli.workbook.template.head import TemplateHead
from parcli.workbook.template.plan import ColumnKey, TemplatePlan
from parcli.workbook.template.planning import plan_of
from parcli.workbook.template.workbook import FIRST_ROW, template_bytes
from support.filled_templates import Cells, random_answers
from support.recalculated import recalculated

FORM = sheet_text("sheet-form", "vi")
PERIOD = Period(2025)
_UNIT = Unit("Xã Thử Nghiệm", "X01", "commune")
_MADE_AT = datetime(2025, 1, 1, tzinfo=UTC)


class Filling(Struct, frozen=True):
    """A template that was filled in: its file, its plan, its set, and what was entered."""

    path: Path
    plan: TemplatePlan
    criteria_set: CriteriaSet
    cells: Cells


def round_trips(sets: Sequence[CriteriaSet], count: int, seed: int, folder: Path) -> list[Filling]:
    """Return ``count`` fillings of the sets in turn, worked out by LibreOffice in one start."""
    made = list(_filled(sets, count, seed, folder))
    paths = recalculated([each.path for each in made], folder)
    return [replace(each, path=path) for each, path in zip(made, paths, strict=True)]


def validated(filling: Filling, folder: Path) -> dict[tuple[int, ColumnKey], object]:
    """Return for each cell that was filled what its validation says of the value (an error as its text)."""
    book = load_workbook(filling.path)
    sheet, plan = book[FORM], filling.plan
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
    shown = load_workbook(made, data_only=True)[FORM]
    return {key: shown.cell(*place).value for key, place in asked.items()}


def _filled(sets: Sequence[CriteriaSet], count: int, seed: int, folder: Path) -> Iterator[Filling]:
    for position, criteria_set in enumerate(sets):
        plan = plan_of(criteria_set, FIRST_ROW, period=PERIOD)
        book = load_workbook(io.BytesIO(template_bytes(_head(criteria_set))))
        for number in range(position, count, len(sets)):
            cells = random_answers(plan, Random(seed + number))
            path = folder / f"filled-{number:04}.xlsx"
            _save(book, plan, cells, path)
            yield Filling(path, plan, criteria_set, cells)


def _head(criteria_set: CriteriaSet) -> TemplateHead:
    unit = replace(_UNIT, level=criteria_set.level)
    return TemplateHead(criteria_set, unit, PERIOD, _MADE_AT, "0")


def _save(book: Workbook, plan: TemplatePlan, cells: Cells, path: Path) -> None:
    sheet = book[FORM]
    for (row, column), value in cells.items():
        sheet.cell(row, plan.position(column)).value = value
    book.save(path)
    for row, column in cells:
        sheet.cell(row, plan.position(column)).value = None
