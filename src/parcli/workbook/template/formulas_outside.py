"""Live points of rules whose answer comes from elsewhere: surveys and imported indices."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from parcli.model.rules import ImportedRule, Rounding, SurveyAnswer, SurveyRule
from parcli.spreadsheet.formula_text import branch, every, held, number, rounded
from parcli.workbook.template.scene import Live, RowCells, Scene, guarded, number_in_cell, rows_or_words


def imported(rule: ImportedRule, scene: Scene) -> Live:
    """Return the points taken over, or the maximum times the percentage taken over."""
    if rule.as_ == "points":
        valid = f"AND({scene.cell}>=0,{scene.cell}<={number(scene.max_points)})"
        return number_in_cell(scene, valid, scene.worked(scene.cell))
    return _index_in_cell(scene, rule.rounding)


def survey(rule: SurveyRule, scene: Scene) -> Live:
    """Return the maximum times the index: of the rows below where they are filled in, else of the cell."""
    whole = _index_in_cell(scene, rule.rounding)
    if not scene.details:
        return whole
    rows = scene.rows("survey")
    if rule.answers:
        below = _from_counts(rule, scene)
    else:
        index = "+".join(
            f"{row.at('survey')}*{number(group.weight)}"
            for group, row in zip(rule.groups, scene.details, strict=True)
        )
        valid = f"SUMPRODUCT(({rows}<0)+({rows}>1))=0"
        below = guarded(valid, _of_index(f"({index})", rule.rounding, scene))
    filled = rows_or_words(
        scene, column="survey", complete=f"COUNT({rows})={len(scene.details)}", points=below
    )
    return Live(branch(f"COUNTA({rows})=0", whole.points, filled.points), filled.excluded)


def _index_in_cell(scene: Scene, rounding: Rounding | None) -> Live:
    valid = f"AND({scene.cell}>=0,{scene.cell}<=1)"
    return number_in_cell(scene, valid, _of_index(scene.cell, rounding, scene))


def _of_index(index: str, rounding: Rounding | None, scene: Scene) -> str:
    points = f"{index}*{number(scene.max_points)}"
    if rounding is not None:
        points = held(rounded(points, rounding), most=scene.max_points)
    return scene.worked(points)


def _from_counts(rule: SurveyRule, scene: Scene) -> str:
    """Return the points of counted answers: of one block of rows, or of one for each group."""
    rows, size = scene.rows("survey"), len(rule.answers)
    weights = [group.weight for group in rule.groups] or [Fraction(1)]
    blocks = [scene.rows("survey", i * size, (i + 1) * size) for i in range(len(weights))]
    means = [
        f"{number(weight)}*({_weighted(rule.answers, scene.details[i * size : (i + 1) * size])})/SUM({block})"
        for i, (weight, block) in enumerate(zip(weights, blocks, strict=True))
    ]
    counted = f"SUMPRODUCT(({rows}<0)+({rows}<>INT({rows})))=0"
    valid = every([counted, *(f"SUM({block})>0" for block in blocks)])
    return guarded(valid, _of_index(f"({'+'.join(means)})", rule.rounding, scene))


def _weighted(answers: Sequence[SurveyAnswer], rows: Sequence[RowCells]) -> str:
    pairs = zip(answers, rows, strict=True)
    return "+".join(f"{row.at('survey')}*{number(answer.weight)}" for answer, row in pairs)
