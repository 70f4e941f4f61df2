"""Gives a result as it is and as it would be as a JSON document."""

from __future__ import annotations

from typing import Any

from parcli.cli.whatif_view import accepted_lines
from parcli.messages.bases import basis_text
from parcli.model.number import exact_text
from parcli.model.score import NodeScore, UnitScore
from parcli.model.text import Lang
from parcli.ranking.instead import Placed
from parcli.report.score_json import finding_document, json_number
from parcli.workflows.what_if import WhatIf


def what_if_document(found: WhatIf, lang: Lang) -> dict[str, Any]:
    """Return the changed criteria and the result before and after; ``after`` is null where one is refused."""
    unit = found.before.unit
    return {
        "schema": 1,
        "unit": {"code": unit.code, "name": unit.name, "level": unit.level, "block": unit.block},
        "period": str(found.before.period),
        "index": found.index,
        "stage": found.before.stage,
        "criteria_set": found.before.criteria_set,
        "set_status": found.before.set_status,
        "changed": [
            {
                "code": each.after.code,
                "title": each.after.title.in_(lang),
                "typed": each.typed,
                "before": _leaf(each.before, lang),
                "after": _leaf(each.after, lang),
            }
            for each in found.changed
        ],
        "before": result_document(found.before, found.place_before, lang),
        "after": None if found.after is None else result_document(found.after, found.place_after, lang),
        "findings": [finding_document(each, lang) for each in (*found.refused, *found.findings)],
        "accepted": [
            {"code": node.code, "rule": list(accepted_lines(node, lang))} for node in found.refusing
        ],
    }


def result_document(score: UnitScore, place: Placed | None, lang: Lang) -> dict[str, Any]:
    """Return a result's figures: published numbers, exact ones as text."""
    percent = score.published.percent
    level, block = (None, None) if place is None else (place.level, place.block)
    return {
        "points": json_number(score.published.points),
        "percent": None if percent is None else json_number(percent),
        "grade": None if score.grade is None else score.grade.id,
        "grade_name": None if score.grade is None else score.grade.name.in_(lang),
        "rank": None if level is None else level.rank,
        "rank_shared_with": 0 if place is None else place.beside,
        "of": None if level is None else level.of,
        "block_rank": None if block is None else block.rank,
        "block_of": None if block is None else block.of,
        "exact": {
            "points": exact_text(score.points),
            "percent": None if score.percent is None else exact_text(score.percent),
        },
    }


def _leaf(node: NodeScore, lang: Lang) -> dict[str, Any]:
    return {
        "points": exact_text(node.points),
        "state": node.state.value,
        "basis": [basis_text(step, lang) for step in node.basis],
    }
