"""Says for every kind of rule which cells are filled in, with what, and what rows stand below the leaf."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import assert_never

from msgspec.structs import replace

from parcli.messages.template_cells import cell_text
from parcli.model.finding import Bounds, Param
from parcli.model.rules import (
    Bound,
    ChangeRule,
    ChecklistRule,
    ChoiceRule,
    CountRule,
    DeductionRule,
    ImportedRule,
    InterpolationRule,
    Interval,
    Measure,
    PointsRule,
    ProportionRule,
    Rule,
    SubcasesRule,
    SurveyRule,
    TiersRule,
)
from parcli.model.text import Lang
from parcli.scoring.rules import least_points, separate_points
from parcli.spreadsheet.formula_text import (
    branch,
    every,
    number,
    quoted,
    same_text,
    settled,
    some,
    within,
)
from parcli.workbook.template.formulas_judged import choice_entries, points_valid
from parcli.workbook.template.plan import ColumnKey, Filler, InputCell, InputKind
from parcli.workbook.template.scene import Scene

SPARE_ROWS = 10  # for sub-cases that the unit lists itself
_MOST_VALUES = 8  # a validation holds 255 characters
_MOST_SHOWN = 255  # characters beside a cell
_WHOLE = Interval(Bound(Fraction(0), inclusive=True), Bound(Fraction(1), inclusive=True))


def detail_labels(rule: Rule, lang: Lang) -> tuple[str, ...]:
    """Return the titles of the rows below a leaf; "" is a row that the unit names itself."""
    match rule:
        case ChecklistRule():
            return tuple(item.label.in_(lang) for item in rule.items)
        case CountRule() | DeductionRule() if len(rule.items) > 1:
            return tuple(item.label.in_(lang) for item in rule.items)
        case SubcasesRule():
            return tuple(case.label.in_(lang) for case in rule.cases) or ("",) * SPARE_ROWS
        case SurveyRule() if rule.answers and rule.groups:
            labels = [(g.label.in_(lang), a.label.in_(lang)) for g in rule.groups for a in rule.answers]
            return tuple(f"{group} / {answer}" for group, answer in labels)
        case SurveyRule():
            plain = [row.label for row in rule.groups] or [row.label for row in rule.answers]
            return tuple(label.in_(lang) for label in plain)
        case _:
            return ()


def leaf_inputs(rule: Rule, scene: Scene) -> tuple[InputCell, ...]:
    """Return the cells of a leaf's own row, or of one sub-case, in which its answer is given."""
    match rule:
        case PointsRule():
            return (_points(rule, scene),)
        case ChoiceRule():
            return (_list(scene, choice_entries(rule, scene), "enter-choice"),)
        case TiersRule() | ProportionRule() | InterpolationRule():
            return _measured(rule.of, scene)
        case ChangeRule():
            return _two_periods(rule.of, scene)
        case CountRule() | DeductionRule() if len(rule.items) == 1:
            return (_count(scene, rule.items[0].label.in_(scene.lang)),)
        case ChecklistRule() | CountRule() | DeductionRule() | SubcasesRule():
            return _words_only(scene)
        case SurveyRule():
            return (_index(scene),)
        case ImportedRule():
            return (_index(scene) if rule.as_ == "percent" else points_input(rule, scene, scene.answer),)
    assert_never(rule)


def detail_input(rule: Rule, scene: Scene, label: str) -> InputCell:
    """Return the cell of one row below a leaf: a requirement, a count, a group or an answer of a survey."""
    match rule:
        case ChecklistRule():
            entries = (cell_text("yes", scene.lang), cell_text("no", scene.lang))
            return _list(scene, entries, "enter-yes-no")
        case SurveyRule() if not rule.answers:
            return _index(scene)
        case _:
            return _count(scene, label)


def points_input(rule: Rule, scene: Scene, column: ColumnKey) -> InputCell:
    """Return a cell in which others than the unit enter points that the rule can give, or a word."""
    scene = replace(scene, answer=column)
    least = least_points(rule)
    lower = None if least is None else Bound(min(least, Fraction(0)), inclusive=True)
    limits = Interval(lower, Bound(scene.max_points, inclusive=True))
    return _cell(
        scene,
        "number",
        tests=[within(scene.cell, limits)],
        asked=cell_text("enter-points", scene.lang, range=Bounds(limits, percent=False)),
        refused=cell_text("refuse-points", scene.lang, range=Bounds(limits, percent=False)),
        filler="council",
    )


def points_of_others(rule: Rule, scene: Scene) -> InputCell:
    """Return the cell of who scores a leaf instead of the unit; only points that the rule has are taken."""
    if isinstance(rule, PointsRule):
        return replace(_points(rule, scene), filler="council")
    values = separate_points(rule)
    if not 0 < len(values) <= _MOST_VALUES:
        return points_input(rule, scene, scene.answer)
    return _cell(
        scene,
        "number",
        tests=[some([f"{settled(scene.cell)}={settled(number(value))}" for value in values])],
        asked=cell_text("enter-points-of", scene.lang, values=values),
        refused=cell_text("refuse-points-of", scene.lang, values=values),
        filler="council",
    )


def _points(rule: PointsRule, scene: Scene) -> InputCell:
    limits = Interval(Bound(Fraction(0), inclusive=True), Bound(scene.max_points, inclusive=True))
    key = "points" if rule.step is None else "points-step"
    params: dict[str, Param] = {"range": Bounds(limits, percent=False)}
    if rule.step is not None:
        params["step"] = rule.step
    asked = cell_text(f"enter-{key}", scene.lang, **params)
    refused = cell_text(f"refuse-{key}", scene.lang, **params)
    return _cell(scene, "number", tests=[points_valid(rule, scene)], asked=asked, refused=refused)


def _measured(measure: Measure, scene: Scene) -> tuple[InputCell, ...]:
    labels = [label.in_(scene.lang) for label in measure.labels]
    if measure.kind != "ratio":
        kind: InputKind = "percent" if measure.is_percent else "number"
        bounds = Bounds(measure.range, measure.is_percent)
        valid = within(settled(scene.cell), measure.range)
        asked = cell_text("enter-value", scene.lang, label=labels[0], range=bounds)
        refused = cell_text("refuse-value", scene.lang, range=bounds)
        return (_cell(scene, kind, tests=[valid], asked=asked, refused=refused),)
    upper, lower = scene.cells.at("numerator"), scene.cells.at("denominator")
    # a share of a whole: what is counted cannot be more than what there is
    part = measure.range.upper is not None and measure.range.upper.value <= 1
    above = f"AND(ISNUMBER({upper}),ISNUMBER({lower}),N({upper})>N({lower}))" if part else ""
    return (
        *_words_only(scene),
        _half(scene, "numerator", labels[0], above),
        _half(scene, "denominator", labels[1], above),
    )


def _half(scene: Scene, column: ColumnKey, label: str, above: str) -> InputCell:
    """Return one cell of a pair; ``above`` tells that the part is more than the whole, "" where it may be."""
    cell = scene.cells.at(column)
    accepts = _number(cell, [f"{cell}>=0"] if above else [])
    asked = cell_text(f"enter-{column}", scene.lang, label=label)
    bound = cell_text(f"part-{column}", scene.lang) if above else ""
    refusal = cell_text("refuse-part" if above else "refuse-number", scene.lang)
    return InputCell(
        column,
        "number",
        accepts=accepts,
        prompt=_short(asked, bound),
        refusal=refusal,
        contradicts=above,
    )


def _two_periods(measure: Measure, scene: Scene) -> tuple[InputCell, ...]:
    kind: InputKind = "percent" if measure.is_percent else "number"
    label = measure.labels[0].in_(scene.lang)
    bounds = Bounds(measure.range, measure.is_percent)
    halves: tuple[tuple[ColumnKey, str], ...] = (
        ("numerator", cell_text("enter-this-period", scene.lang, label=label)),
        ("denominator", cell_text("enter-last-period", scene.lang, label=label)),
    )
    return (
        *_words_only(scene),
        *(
            InputCell(
                column,
                kind,
                accepts=_number(cell, [within(settled(cell), measure.range)]),
                prompt=_short(asked),
                refusal=cell_text("refuse-value", scene.lang, range=bounds),
            )
            for column, asked in halves
            for cell in (scene.cells.at(column),)
        ),
    )


def _count(scene: Scene, label: str) -> InputCell:
    cell = scene.cell
    return _cell(
        scene,
        "integer",
        tests=[f"{cell}>=0", f"{cell}=INT({cell})"],
        asked=cell_text("enter-count", scene.lang, label=label),
        refused=cell_text("refuse-count", scene.lang),
        filler=_filler(scene),
    )


def _index(scene: Scene) -> InputCell:
    asked, refused = cell_text("enter-index", scene.lang), cell_text("refuse-index", scene.lang)
    tests = [within(scene.cell, _WHOLE)]
    return _cell(scene, "percent", tests=tests, asked=asked, refused=refused, filler=_filler(scene))


def _filler(scene: Scene) -> Filler:
    return "council" if scene.answer in ("survey", "imported") else "unit"


def _words_only(scene: Scene) -> tuple[InputCell, ...]:
    """Return the cell that says that nothing is to be scored, beside answers that stand elsewhere."""
    return (_list(scene, scene.words, "enter-words"),) if scene.words else ()


def _list(scene: Scene, entries: Sequence[str], prompt: str) -> InputCell:
    return InputCell(
        scene.answer,
        "list",
        choices=scene.pool.of(entries),
        prompt=cell_text(prompt, scene.lang),
        refusal=cell_text("refuse-choice", scene.lang),
    )


def _cell(
    scene: Scene, kind: InputKind, *, tests: Sequence[str], asked: str, refused: str, filler: Filler = "unit"
) -> InputCell:
    """Return a cell for a number that passes all tests, or for one of the scene's words."""
    said = [same_text(scene.cell, quoted(word)) for word in scene.words]
    allowed = cell_text("or-words", scene.lang, words=scene.words) if scene.words else ""
    return InputCell(
        scene.answer,
        kind,
        filler,
        accepts=_number(scene.cell, tests, otherwise=some(said) or "FALSE"),
        words=scene.words,
        prompt=_short(asked, allowed),
        refusal=_short(refused, allowed),
    )


def _number(cell: str, tests: Sequence[str], *, otherwise: str = "FALSE") -> str:
    """Return whether a cell holds a number that passes all tests; a test of text would end in an error."""
    return branch(f"ISNUMBER({cell})", every(tests) or "TRUE", otherwise)


def _short(text: str, end: str = "") -> str:
    """Return a text and its end, which is kept whole, as long as Excel shows beside a cell."""
    room = _MOST_SHOWN - (len(end) + 1 if end else 0)
    cut = text if len(text) <= room else text[: room - 1] + "…"
    return f"{cut} {end}" if end else cut
