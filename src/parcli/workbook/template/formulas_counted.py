"""Live points of rules on counted things: count and deduction."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from parcli.model.rules import CountItem, CountRule, DeductionRule
from parcli.spreadsheet.formula_text import held, number
from parcli.workbook.template.scene import Live, Scene, guarded, number_in_cell, rows_or_words


def count(rule: CountRule, scene: Scene) -> Live:
    """Return points for each thing counted, held at the cap."""
    return _counted(rule.items, scene, lambda total: held(total, most=rule.cap.points))


def deduction(rule: DeductionRule, scene: Scene) -> Live:
    """Return the start less points for each fault, held at the floor where there is one."""
    start = number(rule.start.points)
    return _counted(rule.items, scene, lambda total: held(f"{start}-({total})", least=rule.floor))


def _counted(items: Sequence[CountItem], scene: Scene, points: Callable[[str], str]) -> Live:
    column = scene.answer
    if not scene.details:
        cell = scene.cell
        valid = f"AND({cell}>=0,{cell}=INT({cell}))"
        return number_in_cell(scene, valid, scene.worked(points(f"{cell}*{number(items[0].each)}")))
    rows = scene.rows(column)
    pairs = zip(items, scene.details, strict=True)
    total = "+".join(f"{row.at(column)}*{number(item.each)}" for item, row in pairs)
    valid = f"SUMPRODUCT(({rows}<0)+({rows}<>INT({rows})))=0"
    return rows_or_words(
        scene,
        column=column,
        complete=f"COUNT({rows})={len(items)}",
        points=guarded(valid, scene.worked(points(total))),
    )
