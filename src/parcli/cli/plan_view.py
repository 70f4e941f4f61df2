"""Lays out plans on the terminal; every figure and word comes in finished."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console
from rich.table import Table
from rich.text import Text as Line

from parcli.analysis.planning.plan import PlannedStep
from parcli.cli.output import plain_table, safe
from parcli.cli.plan_text import (
    apart_lines,
    changed_steps,
    difference_line,
    effort_text,
    gain_text,
    head_lines,
    note_lines,
    plan_line,
    title_text,
    told_lines,
    work_lines,
)
from parcli.cli.tables import cap_lines
from parcli.messages.labels import label
from parcli.model.text import Lang
from parcli.workflows.plans import Plans


def print_plans(console: Console, plans: Plans, lang: Lang) -> None:
    """Print the goal, the plans with what has to change, and what is out of the unit's hands.

    The first one is printed whole, of the others what is not as in the first.
    """
    console.print(Line(safe(title_text(plans, lang)), style="bold"))
    for line in head_lines(plans, lang):
        console.print(Line(safe(line)))
    found = plans.planning
    if not found.plans and not found.reached:
        for capped in cap_lines(found.furthest, lang):
            console.print(capped)
    for number, plan in enumerate(found.plans, start=1):
        console.print()
        console.print(Line(safe(plan_line(plans, number, lang)), style="bold"))
        for line in told_lines(plan, found.before, lang):
            console.print(Line(safe(line)))
        if number > 1:
            console.print(Line(safe(difference_line(plans, number, lang))))
        console.print(_steps(changed_steps(plans, number), plans, lang))
    if found.apart:
        console.print()
        console.print(Line(label("plan-apart", lang), style="bold"))
        for line in apart_lines(plans, lang):
            console.print(Line(safe(line)))
    console.print()
    for line in note_lines(plans, lang):
        console.print(Line(line, style="dim"))


def _steps(steps: Iterable[PlannedStep], plans: Plans, lang: Lang) -> Table:
    heads = [(label(key, lang), False) for key in ("code", "plan-work")]
    heads += [(label(key, lang), True) for key in ("plan-gain", "plan-effort")]
    table = plain_table(*heads)
    for step in steps:
        work = Line(safe(step.node.title.in_(lang)))
        for line in work_lines(step, lang):
            work.append(f"\n→ {safe(line)}", style="dim")
        table.add_row(step.node.code, work, gain_text(step, plans, lang), effort_text(step.effort, lang))
    return table
