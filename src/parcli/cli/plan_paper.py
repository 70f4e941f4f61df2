"""Puts plans into the document to fill in: a table for each, with columns for who, when, and the evidence."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from parcli.analysis.planning.plan import Plan, PlannedStep
from parcli.cli.plan_text import (
    EFFORT,
    apart_lines,
    head_lines,
    note_lines,
    plan_line,
    rounded_points,
    title_text,
    told_lines,
    work_lines,
)
from parcli.messages.labels import label
from parcli.model.text import Lang
from parcli.report.plans.paper import Cell, Column, Kind, Paper, PaperTable
from parcli.scoring.rounding import rounded
from parcli.workflows.plans import Plans

_COLUMNS: tuple[tuple[str, float, Kind], ...] = (
    ("plan-step-number", 11, "number"),
    ("code", 16, "text"),
    ("plan-criterion", 38, "text"),
    ("plan-work", 52, "text"),
    ("plan-points-now", 17, "number"),
    ("plan-points-then", 17, "number"),
    ("plan-gain", 16, "number"),
    ("plan-effort", 17, "number"),
    ("plan-division", 26, "blank"),
    ("plan-deadline", 19, "blank"),
    ("plan-evidence", 23, "blank"),
)


def plan_paper(plans: Plans, lang: Lang, *, office: str, made_at: datetime) -> Paper:
    """Return the document; without a plan it says why there is none."""
    found = plans.planning
    apart = list(apart_lines(plans, lang))
    heading = [label("plan-apart", lang) + ":"] if apart else []
    return Paper(
        title=title_text(plans, lang),
        lines=tuple(head_lines(plans, lang)),
        tables=tuple(_table(plans, number, lang) for number in range(1, len(found.plans) + 1)),
        notes=(*heading, *apart, *note_lines(plans, lang)),
        lang=lang,
        office=office,
        made_at=made_at,
    )


def _table(plans: Plans, number: int, lang: Lang) -> PaperTable:
    plan: Plan = plans.planning.plans[number - 1]
    return PaperTable(
        name=label("plan-number", lang, number=number),
        title=plan_line(plans, number, lang),
        columns=tuple(Column(label(key, lang), width, kind) for key, width, kind in _COLUMNS),
        rows=tuple(_row(n, step, plans, lang) for n, step in enumerate(plan.steps, start=1)),
        notes=tuple(told_lines(plan, plans.planning.before, lang)),
    )


def _row(number: int, step: PlannedStep, plans: Plans, lang: Lang) -> tuple[Cell, ...]:
    figures = (step.before.points, step.after.points, step.gain)
    return (
        Decimal(number),
        step.node.code,
        step.node.title.in_(lang),
        "; ".join(work_lines(step, lang)),
        *(rounded_points(value, plans) for value in figures),
        rounded(step.effort, EFFORT),
        "",
        "",
        "",
    )
