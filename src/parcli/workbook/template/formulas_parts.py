"""Live points of a leaf that takes the mean, minimum or sum over sub-cases, one in each row below it.

Each row works out its own points in the column "worked" and its maximum, 0 where it is left out, in
"applicable"; the leaf combines these columns.
"""

from __future__ import annotations

from collections.abc import Mapping

from parcli.model.rules import SubcasesRule
from parcli.spreadsheet.formula_text import NOTHING, branch, every, number, rounded, some
from parcli.workbook.template.plan import ColumnKey
from parcli.workbook.template.scene import Live, RowCells, Scene

_FUNCTIONS: Mapping[str, str] = {"mean": "AVERAGE", "minimum": "MIN", "sum": "SUM"}


def subcases(rule: SubcasesRule, scene: Scene) -> Live:
    """Return the sub-cases combined; one that is begun and gives no points leaves the leaf without any."""
    points, most = scene.rows("worked"), scene.rows("applicable")
    left_out = f"SUMPRODUCT(ISNUMBER({most})*({most}=0))"
    wanted = str(len(scene.details)) if rule.repeated is None else _begun_rows(scene)
    complete = f"COUNT({points})+{left_out}={wanted}"
    blank = f"COUNTA({_answers(scene)})=0"
    maximum = number(scene.max_points)
    counted = f"SUM({most})" if rule.how == "sum" else maximum
    total = f"{_FUNCTIONS[rule.how]}({points})"
    if rule.rounding is not None:
        total = f"MIN({counted},{rounded(total, rule.rounding)})"
    formula = branch(
        f"AND({complete},COUNT({points})>0)",
        scene.worked(total),
        branch(blank, scene.by_words(), NOTHING),
    )
    said = scene.excluded_by_words()
    none_counts = f"AND({left_out}>0,COUNT({points})=0,{complete})"
    return Live(
        formula,
        excluded=some([every([blank, said]) if said else "", none_counts]),
        applicable=branch(f"AND({complete},COUNT({points})>0)", counted, maximum),
    )


def begun(row: RowCells) -> str:
    """Return whether anything stands in a spare row: a name or an answer."""
    return f'{row.at("title")}&{row.at("declared")}&{row.at("numerator")}&{row.at("denominator")}<>""'


def _begun_rows(scene: Scene) -> str:
    columns: tuple[ColumnKey, ...] = ("title", "declared", "numerator", "denominator")
    return f'SUMPRODUCT(--({"&".join(scene.rows(column) for column in columns)}<>""))'


def _answers(scene: Scene) -> str:
    """Return the range of every answer of the rows; the columns of answers stand side by side."""
    return f"{scene.details[0].at('declared')}:{scene.details[-1].at('denominator')}"
