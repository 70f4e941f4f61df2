"""Rules whose answer comes from elsewhere: surveys and imported indices."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from parcli.model.assessment import Datum, DatumState, Detail
from parcli.model.finding import Bounds, Finding, Percent
from parcli.model.rules import Bound, ImportedRule, Interval, Rounding, SurveyAnswer, SurveyRule
from parcli.model.score import Basis
from parcli.model.text import Text
from parcli.scoring.blank_rows import blank_row
from parcli.scoring.details import first_place, joined
from parcli.scoring.result import Result, finding, given, refused, step, without_points
from parcli.scoring.rounding import rounded_points

_WHOLE = Interval(Bound(Fraction(0), inclusive=True), Bound(Fraction(1), inclusive=True))


def survey(rule: SurveyRule, declared: Datum, details: Sequence[Detail], max_points: Fraction) -> Result:
    """Return the maximum times the index that answers or a percentage give, or points as they stand.

    With groups, either each group has its index, or each group has its answers ("group / answer"). Without
    them the answers' counts stand alone.
    """
    if declared.state is not DatumState.BLANK or not any(
        detail.declared.state is not DatumState.BLANK for detail in details
    ):
        return _index_or_points(declared, max_points, rule.rounding)
    if rule.groups:
        return _by_groups(rule, details, max_points)
    index = _answers_index(rule, _plain(rule.answers), details)
    return _from_index(index, max_points, rule.rounding)


def row_labels(rule: SurveyRule) -> list[Text]:
    """Return every label under which survey rows can stand: answers, groups, "group / answer"."""
    groups = [group.label for group in rule.groups]
    inside = [label for group in groups for label in _within(group, rule.answers)]
    return [*groups, *inside] if rule.groups else _plain(rule.answers)


def imported(rule: ImportedRule, declared: Datum, max_points: Fraction) -> Result:
    """Return points taken over, or the maximum times the percentage taken over."""
    if rule.as_ == "points" and declared.given and declared.percent:
        return refused(max_points, finding("percent-unexpected", declared))
    return _index_or_points(declared, max_points, rule.rounding)


def _index_or_points(declared: Datum, max_points: Fraction, rounding: Rounding | None) -> Result:
    if not declared.given:
        return without_points(declared.state, max_points)
    number = declared.number
    if number is None:
        return refused(max_points, finding("number-expected", declared))
    if declared.percent:
        if number not in _WHOLE:
            bounds = Bounds(_WHOLE, percent=True)
            wrong = finding("value-out-of-range", declared, value=Percent(number), range=bounds)
            return refused(max_points, wrong)
        return _index_result(number, max_points, rounding)
    if number > max_points:
        return refused(max_points, finding("points-above-max", declared, points=number, max=max_points))
    if number < 0:
        ends = Interval(Bound(Fraction(0), inclusive=True), Bound(max_points, inclusive=True))
        allowed = Bounds(ends, percent=False)
        return refused(max_points, finding("points-not-attainable", declared, points=number, allowed=allowed))
    noted: tuple[Finding, ...] = ()
    if 0 < number < 1 < max_points:  # the column is one of points, but an index is often typed like this
        noted = (finding("points-or-index", declared, points=number, index=Percent(number)),)
    return given(number, max_points, step("points", points=number), findings=noted)


def _index_result(index: Fraction, max_points: Fraction, rounding: Rounding | None, *basis: Basis) -> Result:
    total = index * max_points
    steps = (*basis, step("index", index=Percent(index), max=max_points, points=total))
    if rounding is not None:
        total = rounded_points(total, rounding, max_points)
        steps = (*steps, step("rounded", digits=rounding.digits, points=total))
    return given(total, max_points, *steps)


_Index = tuple[Fraction | None, tuple[Basis, ...], tuple[Finding, ...]]


def _from_index(index: _Index, max_points: Fraction, rounding: Rounding | None) -> Result:
    value, basis, problems = index
    if value is None:
        return refused(max_points, *problems)
    return _index_result(value, max_points, rounding, *basis)


def _by_groups(rule: SurveyRule, details: Sequence[Detail], max_points: Fraction) -> Result:
    direct = joined([group.label for group in rule.groups], details)
    total = Fraction(0)
    steps: list[Basis] = []
    problems = list(direct.findings)
    unusable = bool(problems)
    for group, datum in zip(rule.groups, direct.data, strict=True):
        if datum.state is DatumState.BLANK:
            labels = _within(group.label, rule.answers)
            value, _, wrong = _answers_index(rule, labels, details, whole=group.label)
        else:
            value, wrong = _group_index(group.label, datum)
        if value is None:
            unusable = True
            problems.extend(wrong)
            continue
        total += value * group.weight
        steps.append(
            step("survey-group", group=group.label, index=Percent(value), weight=Percent(group.weight))
        )
    if unusable:
        return refused(max_points, *problems)
    return _index_result(total, max_points, rule.rounding, *steps)


def _group_index(label: Text, datum: Datum) -> tuple[Fraction | None, tuple[Finding, ...]]:
    number = datum.number
    if datum.state is DatumState.REFUSED:
        return None, ()  # reading has reported the cell
    if number is None or not datum.percent or number not in _WHOLE:
        return None, (finding("percent-expected", datum, label=label),)
    return number, ()


def _plain(answers: Sequence[SurveyAnswer]) -> list[Text]:
    return [answer.label for answer in answers]


def _within(group: Text, answers: Sequence[SurveyAnswer]) -> list[Text]:
    """Return the labels "group / answer" under which one group's counts stand."""
    labels = [answer.label for answer in answers]
    english = [f"{group.in_('en')} / {label.in_('en')}" for label in labels]
    return [Text(f"{group.vi} / {label.vi}", en) for label, en in zip(labels, english, strict=True)]


def _answers_index(
    rule: SurveyRule,
    labels: Sequence[Text],
    details: Sequence[Detail],
    *,
    whole: Text | None = None,
) -> _Index:
    """Return the weighted mean of answers; ``whole`` names the group to report where none is filled in."""
    rows = joined(labels, details)
    if rows.blank and whole is not None:
        place = next((datum.place for datum in rows.data if datum.place), first_place(details, Datum()))
        return None, (), (Finding("detail-blank-group", place, {"label": whole}),)
    problems = list(rows.findings)
    for label, datum in zip(labels, rows.data, strict=True):
        if datum.state is DatumState.BLANK:
            problems.append(blank_row(rule, label, datum.place or first_place(details, datum)))
        elif (problem := _answer_problem(label, datum)) is not None:
            problems.append(problem)
    if problems or any(datum.state is DatumState.REFUSED for datum in rows.data):
        return None, (), tuple(problems)
    counts = [datum.number or Fraction(0) for datum in rows.data]
    people = sum(counts, Fraction(0))
    if not people:
        return None, (), (Finding("survey-no-answers", first_place(details, Datum())),)
    weighted = (answer.weight * count for answer, count in zip(rule.answers, counts, strict=True))
    index = sum(weighted, Fraction(0)) / people
    return index, (step("survey-answers", people=people, index=Percent(index)),), ()


def _answer_problem(label: Text, datum: Datum) -> Finding | None:
    if datum.state is DatumState.REFUSED:
        return None  # reading has reported the cell
    number = datum.number if datum.given else None
    if number is None or datum.percent or number.denominator != 1 or number < 0:
        return finding("count-expected", datum, label=label)
    return None
