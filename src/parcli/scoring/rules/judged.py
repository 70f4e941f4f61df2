"""Rules answered by a judgement: points, choice, checklist."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from parcli.messages.vocabulary import NO, TICKS, YES
from parcli.model.assessment import Datum, DatumState, Detail
from parcli.model.finding import Bounds, Finding, Param
from parcli.model.folding import folded, label_key
from parcli.model.rules import Bound, ChecklistRule, ChoiceRule, Interval, Option, PointsRule
from parcli.scoring.blank_rows import blank_row
from parcli.scoring.details import first_place, joined
from parcli.scoring.result import Result, finding, given, refused, step, without_points

_MOST_SAID = 24  # steps that a sentence still names one by one


def points(rule: PointsRule, declared: Datum, max_points: Fraction) -> Result:
    """Return judged points: the declared number itself, from 0 to the maximum, in the rule's steps."""
    if not declared.given:
        return without_points(declared.state, max_points)
    if declared.number is None:
        return refused(max_points, finding("number-expected", declared))
    if declared.percent:
        return refused(max_points, finding("percent-unexpected", declared))
    if declared.number > max_points:
        above = finding("points-above-max", declared, points=declared.number, max=max_points)
        return refused(max_points, above)
    if not points_attainable(rule, declared.number, max_points):
        allowed = allowed_points(rule, max_points)
        wrong = finding("points-not-attainable", declared, points=declared.number, allowed=allowed)
        return refused(max_points, wrong)
    return given(declared.number, max_points, step("points", points=declared.number))


def points_attainable(rule: PointsRule, value: Fraction, max_points: Fraction) -> bool:
    """Tell whether judged points can have this value; the maximum itself always can."""
    if not 0 <= value <= max_points:
        return False
    return rule.step is None or value == max_points or (value / rule.step).denominator == 1


def allowed_points(rule: PointsRule, max_points: Fraction) -> Param:
    """Return what judged points can be: every step where they are few, else the two ends."""
    if rule.step is None or max_points / rule.step > _MOST_SAID:
        ends = (Bound(Fraction(0), inclusive=True), Bound(max_points, inclusive=True))
        return Bounds(Interval(*ends), percent=False)
    steps = {rule.step * count for count in range(int(max_points / rule.step) + 1)}
    return tuple(sorted(steps | {max_points}))


def choice(rule: ChoiceRule, declared: Datum, max_points: Fraction) -> Result:
    """Return the points of the option whose label or alias the cell holds, less the option's penalty."""
    if not declared.given:
        return without_points(declared.state, max_points)
    option = _option(rule.options, declared.text)
    if option is None:
        labels = tuple(each.label for each in rule.options)
        return refused(max_points, finding("option-unknown", declared, options=labels))
    steps = [step("choice", option=option.label, points=option.points.points)]
    if option.penalty.points:
        steps.append(step("penalty", penalty=option.penalty.points))
    return given(option_points(option), max_points, *steps, answer=option.label.vi)


def option_points(option: Option) -> Fraction:
    """Return what an option is worth after its further penalty."""
    penalty = option.penalty.points
    return option.points.points - penalty if penalty else option.points.points


def checklist(
    rule: ChecklistRule, declared: Datum, details: Sequence[Detail], max_points: Fraction
) -> Result:
    """Return points for requirements met, from one row each or from the leaf's own cell."""
    rows = joined([item.label for item in rule.items], details)
    if rows.findings:
        return refused(max_points, *rows.findings)
    if rows.blank:
        return _checklist_cell(rule, declared, max_points)
    marks, problems = _marks(rule, rows.data, details, declared)
    if problems or None in marks:
        return refused(max_points, *problems)
    return _checklist_points(rule, [mark is True for mark in marks], max_points)


def requirements_met(
    rule: ChecklistRule, declared: Datum, details: Sequence[Detail]
) -> tuple[bool, ...] | None:
    """Return which requirements an answer meets, in the rule's order; None where it does not say."""
    rows = joined([item.label for item in rule.items], details)
    if rows.findings:
        return None
    if not rows.blank:
        marks, problems = _marks(rule, rows.data, details, declared)
        return None if problems or None in marks else tuple(mark is True for mark in marks)
    number, number_of_items = declared.number, len(rule.items)
    if not declared.given:
        return None
    if rule.mode == "each" and number_of_items > 1:
        if number is not None and number.denominator == 1 and 0 <= number <= number_of_items:
            return tuple(item < number for item in range(number_of_items))
        if number is not None:
            return None
    mark = _mark(declared)
    return None if mark is None else (mark,) * number_of_items


def _option(options: Sequence[Option], text: str) -> Option | None:
    key = label_key(text)
    exact = folded(text)
    for option in options:
        names = (option.label.vi, option.label.en or option.label.vi, *option.aliases)
        if any(folded(name) == exact or label_key(name) == key for name in names):
            return option
    return None


def _mark(datum: Datum) -> bool | None:
    """Return whether a requirement is met, or None when the cell does not say."""
    text = folded(datum.text)
    if text in YES or text in TICKS or datum.number == 1:
        return True
    if text in NO or datum.number == 0:
        return False
    return None


def _marks(
    rule: ChecklistRule, data: Sequence[Datum], details: Sequence[Detail], declared: Datum
) -> tuple[list[bool | None], list[Finding]]:
    """Return whether each requirement is met; None where its cell was refused, as reading has reported."""
    ticked = all(
        folded(datum.text) in TICKS for datum in data if datum.state is not DatumState.BLANK
    )  # a form that is filled in with ticks leaves what is not met blank
    marks: list[bool | None] = []
    problems: list[Finding] = []
    for item, datum in zip(rule.items, data, strict=True):
        mark = _mark(datum) if datum.given else None
        if datum.state is DatumState.BLANK and ticked:
            mark = False
        elif datum.state is DatumState.BLANK:
            place = datum.place or first_place(details, declared)
            problems.append(blank_row(rule, item.label, place))
        elif mark is None and datum.state is not DatumState.REFUSED:
            problems.append(finding("yes-no-expected", datum, label=item.label))
        marks.append(mark)
    return marks, problems


def _checklist_cell(rule: ChecklistRule, declared: Datum, max_points: Fraction) -> Result:
    if not declared.given:
        return without_points(declared.state, max_points)
    number = declared.number
    worths = {item.points.points for item in rule.items}
    if rule.mode == "each" and len(worths) == 1 and number is not None and not declared.percent:
        if number.denominator != 1 or not 0 <= number <= len(rule.items):
            return refused(max_points, finding("count-invalid", declared, most=len(rule.items)))
        met = int(number)
        return _checklist_points(rule, [i < met for i in range(len(rule.items))], max_points)
    mark = _mark(declared)
    if mark is None or (rule.mode == "each" and len(rule.items) > 1 and number is not None):
        return refused(max_points, finding("yes-no-expected", declared, label=rule.items[0].label))
    return _checklist_points(rule, [mark] * len(rule.items), max_points)


def _checklist_points(rule: ChecklistRule, marks: Sequence[bool], max_points: Fraction) -> Result:
    met = sum(marks)
    if rule.mode == "each":
        pairs = zip(rule.items, marks, strict=True)
        total = sum((item.points.points for item, mark in pairs if mark), Fraction(0))
    else:
        holds = all(marks) if rule.mode == "all" else any(marks)
        total = (rule.met if holds else rule.otherwise).points
    made = step(f"checklist-{rule.mode}", met=met, of=len(marks), points=total)
    return given(total, max_points, made)
