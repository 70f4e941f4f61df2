"""Makes the template of a packaged set, and opens it as openpyxl sees it."""

from __future__ import annotations

import io
from datetime import UTC, datetime

from msgspec.structs import replace
from openpyxl import Workbook, load_workbook

from parcli.criteria.library import Library
from parcli.model.period import Period
from parcli.model.unit import Unit
from parcli.workbook.template.head import TemplateHead
from parcli.workbook.template.plan import PlanRow, TemplatePlan
from parcli.workbook.template.planning import plan_of
from parcli.workbook.template.workbook import FIRST_ROW, template_bytes

SETS = {"department-2023": 2023, "district-2023": 2023, "commune-2025": 2025}
MADE_AT = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


def head_of(set_id: str, **changed: object) -> TemplateHead:
    """Return what the template of a packaged set is made for, with changes."""
    chosen = Library().get(set_id).criteria_set
    unit = Unit("Đơn vị số 1", "D01", chosen.level, next(iter(chosen.blocks), ""))
    head = TemplateHead(chosen, unit, Period(SETS[set_id]), MADE_AT, "9.9.9", "Sở Nội vụ")
    return replace(head, **changed)


def plan_for(head: TemplateHead) -> TemplatePlan:
    """Return the plan that a template is written from."""
    block = head.unit.block
    return plan_of(head.criteria_set, FIRST_ROW, period=head.period, block=block, lang=head.lang)


def opened(head: TemplateHead, *, values: bool = False) -> Workbook:
    """Return the template as openpyxl reads it, formulas or the values that are stored for them."""
    return load_workbook(io.BytesIO(template_bytes(head)), data_only=values)


def leaf_of(plan: TemplatePlan, code: str) -> PlanRow:
    """Return the row of a leaf."""
    return next(row for row in plan.rows if row.code == code)
