"""Plans the rows of one leaf: its own row, the rows below it, and who fills in what."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from parcli.messages.template_cells import cell_text
from parcli.model.criteria_set import Node, Policy, Scorer
from parcli.model.period import Period
from parcli.model.rules import (
    ChangeRule,
    ImportedRule,
    InterpolationRule,
    PointsRule,
    ProportionRule,
    Rule,
    Subcase,
    SubcasesRule,
    SurveyRule,
    TiersRule,
)
from parcli.model.text import Lang
from parcli.scoring.leaf import is_due
from parcli.scoring.treatment import Treatments
from parcli.spreadsheet.formula_text import NOTHING, branch, number
from parcli.workbook.template.formulas import applicable, live
from parcli.workbook.template.formulas_parts import begun
from parcli.workbook.template.formulas_total import Figures
from parcli.workbook.template.inputs import (
    detail_input,
    detail_labels,
    leaf_inputs,
    points_input,
    points_of_others,
)
from parcli.workbook.template.plan import ColumnKey, FormulaCell, InputCell, PlanRow
from parcli.workbook.template.scene import ListPool, RowCells, Scene

_COLUMNS: Mapping[Scorer, ColumnKey] = {"survey": "survey", "imported": "imported", "leaders": "leaders"}
_ROUNDS: tuple[ColumnKey, ColumnKey] = ("appraised_1", "appraised_2")
_NO_WORDS = Treatments("forbidden", "forbidden")


class LeafPlanner(Struct, frozen=True):
    """What all leaves of a table share."""

    letters: Mapping[ColumnKey, str]
    pool: ListPool
    lang: Lang
    policy: Policy
    period: Period | None

    def plan(self, node: Node, row: int, *, adjusts: bool) -> tuple[list[PlanRow], Figures | None]:
        """Return the leaf's rows from sheet row ``row`` on, and its figures if the unit scores it now."""
        rule = _rule(node)
        notes = self._notes(rule)
        labels = detail_labels(rule, self.lang)
        first = row + 1 + len(notes)
        scene = Scene(
            RowCells(row, self.letters),
            self._answer_column(node, rule),
            node.max_points,
            Treatments.on(node),
            self.pool,
            self.lang,
            tuple(RowCells(first + i, self.letters) for i in range(len(labels))),
            self.policy.rounding if self.policy.rounding_stage == "leaf" else None,
        )
        own, figures = self._own_row(node, rule, scene, adjusts=adjusts)
        answered = self._due(node) and (node.scored_by == "self" or isinstance(rule, SurveyRule))
        rows = [own, *(PlanRow(row + i, "note", text) for i, text in enumerate(notes, start=1))]
        rows += [
            self._detail(rule, scene, position, label) if answered else PlanRow(cells.row, "detail", label)
            for position, (cells, label) in enumerate(zip(scene.details, labels, strict=True))
        ]
        return [replace(each, depth=node.depth + (each is not own)) for each in rows], figures

    def _due(self, node: Node) -> bool:
        return self.period is None or is_due(node, self.period)

    @staticmethod
    def _answer_column(node: Node, rule: Rule) -> ColumnKey:
        if node.scored_by in _COLUMNS:
            return _COLUMNS[node.scored_by]
        return "self" if isinstance(rule, PointsRule) else "declared"

    def _own_row(
        self, node: Node, rule: Rule, scene: Scene, *, adjusts: bool
    ) -> tuple[PlanRow, Figures | None]:
        row = PlanRow(scene.cells.row, "leaf", node.title.in_(self.lang), node.code)
        row = replace(row, max_points=node.max_points, node=node)
        if not self._due(node):
            return replace(row, closed=cell_text("closed-not-due", self.lang)), None
        if node.scored_by != "self":
            inputs, made = _from_others(node, rule, scene)
            closed = cell_text(f"closed-{node.scored_by}", self.lang)
            return replace(row, inputs=inputs, formulas=made, closed=closed), None
        answers = leaf_inputs(rule, scene)
        made, figures = self._live(rule, scene, answers, adjusts=adjusts)
        figures = replace(figures, blank_counts=adjusts or self.policy.missing_on(node) == "zero")
        inputs = (*answers, *_texts(node), *_appraisals(rule, scene))
        return replace(row, inputs=inputs, formulas=made), figures

    def _live(
        self, rule: Rule, scene: Scene, answers: tuple[InputCell, ...], *, adjusts: bool
    ) -> tuple[tuple[FormulaCell, ...], Figures]:
        made = live(rule, scene)
        column: ColumnKey = "worked" if isinstance(rule, PointsRule) else "self"
        cells = tuple(scene.cells.at(each.column) for each in answers)
        if scene.details:
            cells += (f"{scene.details[0].at('declared')}:{scene.details[-1].at('denominator')}",)
        formulas = [FormulaCell(column, made.points)]
        most = scene.cells.at("applicable")
        if adjusts:
            most = number(scene.max_points)
        else:
            formulas.append(FormulaCell("applicable", applicable(scene, made)))
        own = scene.cells.at(column)
        return tuple(formulas), Figures(own, most, adjusts, answers=cells, scene=scene, rule=rule)

    def _detail(self, rule: Rule, scene: Scene, position: int, label: str) -> PlanRow:
        cells = scene.details[position]
        row = PlanRow(cells.row, "detail", label)
        if not isinstance(rule, SubcasesRule):
            asked = replace(scene, cells=cells, treatments=_NO_WORDS, details=())
            return replace(row, inputs=(detail_input(rule, asked, label),))
        case = rule.cases[position] if rule.cases else None
        return self._case(rule, case, replace(scene, cells=cells, details=(), leaf_rounding=None), row)

    def _case(self, rule: SubcasesRule, case: Subcase | None, scene: Scene, row: PlanRow) -> PlanRow:
        """Return the row of a sub-case: a listed one, or a spare one that the unit names."""
        if case is not None:
            scene = replace(scene, max_points=case.max_points)
        own = case.rule if case is not None else rule.repeated
        assert own is not None
        made = live(own, scene)
        most = applicable(scene, made)
        inputs = leaf_inputs(own, scene)
        if case is None:
            most = branch(begun(scene.cells), most, NOTHING)
            inputs = (InputCell("title", "text", prompt=cell_text("enter-name", self.lang)), *inputs)
        left: float | str = "" if case is None else float(case.max_points)
        formulas = (FormulaCell("worked", made.points), FormulaCell("applicable", most, left))
        return replace(row, inputs=inputs, formulas=formulas)

    def _notes(self, rule: Rule) -> tuple[str, ...]:
        """Return what the cells of a measured leaf mean, for a row below it.

        Sub-cases that the unit lists have none: every row below such a leaf is one of them.
        """
        match rule:
            case ChangeRule():
                return (cell_text("note-change", self.lang, label=rule.of.labels[0]),)
            case TiersRule() | ProportionRule() | InterpolationRule() if rule.of.kind == "ratio":
                upper, lower = rule.of.labels
                return (cell_text("note-ratio", self.lang, numerator=upper, denominator=lower),)
            case TiersRule() | ProportionRule() | InterpolationRule():
                return (cell_text("note-value", self.lang, label=rule.of.labels[0]),)
            case _:
                return ()


def _from_others(
    node: Node, rule: Rule, scene: Scene
) -> tuple[tuple[InputCell, ...], tuple[FormulaCell, ...]]:
    """Return what the council fills in on a leaf that the unit does not score, and the points it comes to."""
    if node.scored_by == "appraised":
        return (*_texts(node), *_appraisals(rule, scene)), ()
    if isinstance(rule, SurveyRule | ImportedRule):
        return leaf_inputs(rule, scene), (FormulaCell("worked", live(rule, scene).points),)
    return (points_of_others(rule, scene),), ()


def _appraisals(rule: Rule, scene: Scene) -> tuple[InputCell, ...]:
    """Return the council's cells."""
    first, second = (points_input(rule, scene, column) for column in _ROUNDS)
    return first, second, InputCell("note", "text", "council")


def _texts(node: Node) -> tuple[InputCell, ...]:
    """Return the cells of evidence and explanation."""
    explanation = InputCell("explanation", "text")
    if node.evidence == "none":
        return (explanation,)
    return (
        InputCell("evidence_number", "text"),
        InputCell("evidence_date", "date"),
        InputCell("evidence_link", "link"),
        explanation,
    )


def _rule(node: Node) -> Rule:
    assert node.rule is not None, node.code
    return node.rule
