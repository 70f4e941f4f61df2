"""Gives plans as a JSON document: figures exact as text, what to do in words and as values."""

from __future__ import annotations

from typing import Any

from parcli.analysis.planning.goals import Goal
from parcli.analysis.planning.plan import PlannedStep
from parcli.cli.plan_text import declared_text, work_lines
from parcli.cli.whatif_document import result_document
from parcli.model.number import exact_text
from parcli.model.text import Lang
from parcli.workflows.plans import Plans


def plans_document(plans: Plans, lang: Lang) -> dict[str, Any]:
    """Return goal, result, plans in order, and what no plan touches."""
    found, unit = plans.planning, plans.planning.before.unit
    return {
        "schema": 1,
        "unit": {"code": unit.code, "name": unit.name, "level": unit.level, "block": unit.block},
        "period": str(found.before.period),
        "index": plans.index,
        "stage": found.before.stage,
        "criteria_set": found.before.criteria_set,
        "set_status": found.before.set_status,
        "goal": _goal(found.goal),
        "reached": found.reached,
        "reachable": found.reached or bool(found.plans),
        "effort_stated": found.effort_stated,
        "before": result_document(found.before, plans.place, lang),
        "furthest": result_document(found.furthest, plans.furthest, lang),
        "plans": [
            {
                "effort": exact_text(plan.effort),
                "proven_cheapest": plan.least is None,
                "least_effort": exact_text(plan.effort if plan.least is None else plan.least),
                "after": result_document(plan.score, place, lang),
                "steps": [_step(step, lang) for step in plan.steps],
            }
            for plan, place in zip(found.plans, plans.places, strict=True)
        ],
        "apart": [
            {
                "code": each.node.code,
                "title": each.node.title.in_(lang),
                "lost": exact_text(each.lost),
                "why": each.why,
            }
            for each in found.apart
        ],
    }


def _goal(goal: Goal) -> dict[str, Any]:
    return {
        "grade": None if goal.grade is None else goal.grade.id,
        "rank": goal.rank,
        "points": None if goal.points is None else exact_text(goal.points),
    }


def _step(step: PlannedStep, lang: Lang) -> dict[str, Any]:
    return {
        "code": step.node.code,
        "title": step.node.title.in_(lang),
        "rule": step.before.rule,
        "before": exact_text(step.before.points),
        "after": exact_text(step.after.points),
        "gain": exact_text(step.gain),
        "effort": exact_text(step.effort),
        "declared": declared_text(step, lang),
        "claimed": None if step.claimed is None else exact_text(step.claimed),
        "reference": step.node.reference,
        "changes": list(work_lines(step, lang)),
    }
