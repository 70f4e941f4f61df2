"""Live points of rules answered by a judgement: points, choice, checklist."""

from __future__ import annotations

from parcli.model.rules import ChecklistRule, ChoiceRule, PointsRule
from parcli.scoring.rules.judged import option_points
from parcli.spreadsheet.formula_text import branch, number, same_text
from parcli.workbook.template.scene import Live, Scene, number_in_cell, rows_or_words


def points(rule: PointsRule, scene: Scene) -> Live:
    """Return the points that were typed, where the rule can give them."""
    return number_in_cell(scene, points_valid(rule, scene), scene.worked(scene.cell))


def points_valid(rule: PointsRule, scene: Scene) -> str:
    """Return whether the number in the answer's cell lies between 0 and the maximum and on a step."""
    cell, most = scene.cell, number(scene.max_points)
    valid = f"{cell}>=0,{cell}<={most}"
    if rule.step is not None:
        steps = f"{cell}/{number(rule.step)}"
        valid += f",OR({cell}={most},ABS({steps}-ROUND({steps},0))<0.000000001)"
    return f"AND({valid})"


def choice(rule: ChoiceRule, scene: Scene) -> Live:
    """Return the points of the option that the cell holds; options are compared with the list's entries."""
    entries = scene.pool.of(choice_entries(rule, scene))
    formula = scene.by_words()
    for position, option in reversed(list(enumerate(rule.options))):
        chosen = same_text(scene.cell, entries.entry(position))
        formula = branch(chosen, scene.worth(option_points(option)), formula)
    return Live(formula, scene.excluded_by_words())


def choice_entries(rule: ChoiceRule, scene: Scene) -> tuple[str, ...]:
    """Return what the drop-down list of a choice offers, the options first."""
    return (*(option.label.in_(scene.lang) for option in rule.options), *scene.words)


def checklist(rule: ChecklistRule, scene: Scene) -> Live:
    """Return the points of the requirements that are met; each needs its own answer."""
    column = scene.answer
    rows, wanted = scene.rows(column), len(rule.items)
    yes, no = scene.text("yes"), scene.text("no")
    met = f"SUMPRODUCT(--EXACT({rows},{yes}))"
    complete = f"SUMPRODUCT(EXACT({rows},{yes})+EXACT({rows},{no}))={wanted}"
    if rule.mode == "each":
        pairs = zip(rule.items, scene.details, strict=True)
        worth = [branch(same_text(row.at(column), yes), number(i.points.points), "0") for i, row in pairs]
        total = scene.worked("+".join(worth) if len(worth) == 1 else f"({'+'.join(worth)})")
    else:
        holds = f"{met}={wanted}" if rule.mode == "all" else f"{met}>0"
        total = branch(holds, scene.worth(rule.met.points), scene.worth(rule.otherwise.points))
    return rows_or_words(scene, column=column, complete=complete, points=total)
