"""Compares what a filled template shows by its own formulas with what the engine makes of its answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from parcli.model.finding import Finding
from parcli.model.score import NodeScore, State, UnitScore
from parcli.model.text import Lang
from parcli.model.unit import Unit
from parcli.scoring.engine import score
from parcli.workbook.match import to_assessment
from parcli.workbook.reading import read_workbook
from parcli.workbook.template.plan import FormulaCell, PlanRow, TemplatePlan
from support.round_trip import PERIOD, Filling

# of a sheet's arithmetic in binary fractions
NOISE = 1e-9
_ANSWERS = frozenset({"declared", "numerator", "denominator", "self", "worked"})
_CONTRADICTIONS = {
    "claim-differs",
    "claim-on-excluded",
    "claim-state-differs",
    "sum-differs",
    "total-differs",
}

Expected = Fraction | str | None


@dataclass(frozen=True)
class Difference:
    """A live cell that shows something else than the engine gives (None: nothing)."""

    code: str
    column: str
    place: str
    shown: object
    expected: Expected
    formula: str


def differences(filling: Filling) -> list[Difference]:
    """Return the live cells of a recalculated workbook that differ from the engine's result."""
    answered = any(column in _ANSWERS for _, column in filling.cells)
    comparing = _Comparing(filling.plan, *_scores(filling), answered=answered, lang=filling.lang)
    return list(comparing.all(_form(filling)))


def contradictions(filling: Filling) -> list[Finding]:
    """Return the findings that hold the workbook's own formulas against the engine."""
    results = _scores(filling)
    return [each for result in results for each in result.findings if each.code in _CONTRADICTIONS]


def kinds_with_points(filling: Filling) -> set[str]:
    """Return the kinds of rules for which the workbook shows points."""
    sheet, plan = _form(filling), filling.plan
    return {
        row.node.rule.kind
        for row in plan.rows
        for cell in row.formulas
        if row.node is not None
        and row.node.rule is not None
        and cell.column in ("self", "worked")
        and isinstance(sheet.cell(row.row, plan.position(cell.column)).value, int | float)
    }


def _form(filling: Filling) -> Worksheet:
    sheet = load_workbook(filling.path, data_only=True)[filling.form]
    assert isinstance(sheet, Worksheet)
    return sheet


def _scores(filling: Filling) -> tuple[UnitScore, UnitScore]:
    criteria_set = filling.criteria_set
    form = read_workbook(filling.path)
    unit = Unit("Xã Thử Nghiệm", "X01", criteria_set.level)
    assessment = to_assessment(form, criteria_set, unit=unit, period=PERIOD)
    return score(criteria_set, assessment, stage="self"), score(criteria_set, assessment, stage="final")


class _Comparing:
    def __init__(
        self, plan: TemplatePlan, own: UnitScore, final: UnitScore, *, answered: bool, lang: Lang
    ) -> None:
        self._plan, self._own, self._answered, self._lang = plan, own, answered, lang
        self._nodes = _by_code(own)
        self._final = _by_code(final)
        self._blocks = {block.code: block.points for block in own.adjustments}

    def all(self, sheet: Worksheet) -> Iterator[Difference]:
        for row in self._plan.rows:
            for cell in row.formulas if row.kind != "detail" else ():
                expected = self._expected(row, cell)
                shown = sheet.cell(row.row, self._plan.position(cell.column)).value
                if not _agree(shown, expected):
                    place = f"{cell.column}{row.row}"
                    yield Difference(row.code, cell.column, place, shown, expected, cell.formula)

    def _expected(self, row: PlanRow, cell: FormulaCell) -> Expected:
        if row.kind == "grade":
            # where nobody has said anything yet a template shows no grade: the engine's is one of 0 points
            return self._own.grade.name.in_(self._lang) if self._own.grade and self._answered else None
        if row.kind == "adjustment":
            return self._blocks[row.code]
        if row.kind == "total":
            return _figure(cell, self._own.points, self._own.applicable_max, self._own.percent)
        closed = row.node is not None and row.node.is_leaf and row.node.scored_by != "self"
        node = (self._final if closed else self._nodes)[row.code]
        if row.kind == "leaf" and cell.column in ("self", "worked") and node.state is not State.SCORED:
            return None
        return _figure(cell, node.points, node.applicable_max, node.percent)


def _figure(cell: FormulaCell, points: Fraction, applicable: Fraction, percent: Fraction | None) -> Expected:
    if cell.column == "percent":
        return None if percent is None else percent / 100
    return applicable if cell.column == "applicable" else points


def _by_code(result: UnitScore) -> dict[str, NodeScore]:
    roots = [*result.roots, *(item for block in result.adjustments for item in block.items)]
    return {node.code: node for root in roots for node in root.walk()}


def _agree(shown: object, expected: Expected) -> bool:
    if isinstance(expected, Fraction):
        return isinstance(shown, int | float) and abs(shown - float(expected)) <= NOISE
    # a writer may put a space for nothing: without any value a formula cannot be read
    return (shown or None) == expected
