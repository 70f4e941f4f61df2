"""Checks grades against a scale, or without one that no better score has a worse grade; it knows no scale."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from statistics import median_low

from msgspec import Struct

from parcli.analysis.reconcile.grid import Column, Grid, Row, Rules, Scope
from parcli.analysis.reconcile.keeping_order import out_of_order
from parcli.analysis.reconcile.outcome import Cause, Checked, Disagreement, Outcome, Unchecked
from parcli.analysis.reconcile.printed import Printed, stands_for
from parcli.model.criteria_set import Grade, GradeScale
from parcli.model.finding import Bounds, Finding, Param
from parcli.model.folding import label_key
from parcli.model.rules import Interval
from parcli.scoring.grading import grade_for

_NEAR = 200  # rows beside one in the order of scores that may contradict it most plainly


class _Graded(Struct, frozen=True):
    """A row with a grade and what it was given for; ``key`` is the grade's name, folded."""

    row: Row
    grade: str
    place: str
    score: Printed
    in_percent: bool

    @property
    def key(self) -> str:
        """Return the grade's name for comparison."""
        return label_key(self.grade)


def grades(grid: Grid, rules: Rules) -> Iterator[Outcome]:
    """Yield the check of every grade, of each year by its own scores."""
    for column in () if grid.of_criteria else grid.of_years("grade"):
        yield from _in_column(column, grid, rules)


def _in_column(column: Column, grid: Grid, rules: Rules) -> Iterator[Outcome]:
    group = None if column.year is None else column.group
    graded: list[_Graded] = []
    for row in grid.of_kind("entry"):
        cell = row.at(column)
        score, in_percent = _score(row, grid, group)
        if cell.text and score is not None:
            graded.append(_Graded(row, cell.text, cell.place, score, in_percent))
        elif cell.text:
            yield Unchecked("grade", "no-score", cell.place)
    if rules.scales:
        yield from _by_scales(graded, rules)
    else:
        yield from _by_one_another(graded)


def _score(row: Row, grid: Grid, group: str | None) -> tuple[Printed | None, bool]:
    percent, total = grid.first("percent", group=group), grid.first("total", group=group)
    number = row.number(percent)
    if number is not None:
        return number, True
    number = row.number(total)
    return number, number is not None and "%" in number.text


def _by_scales(graded: Sequence[_Graded], rules: Rules) -> Iterator[Outcome]:
    for each in graded:
        scale = rules.scales.get(each.row.scope.block) or rules.scales.get("")
        if scale is None:
            yield Unchecked("grade", "no-scale", each.place)
        elif all(each.key not in _names(grade) for grade in scale.grades):
            yield Unchecked("grade", "grade-unknown", each.place)
        else:
            yield _by_scale(each, scale, rules)


def _by_scale(each: _Graded, scale: GradeScale, rules: Rules) -> Checked:
    given = _grade(scale, each.score.value)
    if given is None or each.key in _names(given):
        return Checked("grade")
    shown = stands_for(each.score, rules.mode)
    hidden = rules.exact_grades and any(each.key in _names(grade) for grade in _grades_in(scale, shown))
    params: dict[str, Param] = {
        "name": each.row.name,
        "grade": each.grade,
        "score": each.score.text,
        "expected": given.name,
        "shown": Bounds(shown, percent=False),
    }
    cause: Cause = "rounding" if hidden else "grade"
    code = "reconcile-grade-rounding" if hidden else "reconcile-grade-differs"
    finding = Finding(code, each.place, params)
    return Checked("grade", Disagreement("grade", cause, finding, each.grade, given.name.vi, None))


def _grade(scale: GradeScale, score: Fraction) -> Grade | None:
    return grade_for(scale, percent=score, points=score)


def _grades_in(scale: GradeScale, shown: Interval) -> Iterator[Grade]:
    """Yield the grades that the exact numbers behind a printed one can have."""
    ends = [end.value for end in (shown.lower, shown.upper) if end is not None]
    bounds = [grade.bound * (100 if scale.by == "percent" else 1) for grade in scale.grades]
    middle = [(ends[0] + ends[1]) / 2, (3 * ends[0] + ends[1]) / 4, (ends[0] + 3 * ends[1]) / 4]
    for score in (*ends, *middle, *(bound for bound in bounds if bound in shown)):
        if score in shown and (grade := _grade(scale, score)) is not None:
            yield grade


def _names(grade: Grade) -> frozenset[str]:
    return frozenset(label_key(name) for name in (grade.name.vi, grade.name.en) if name)


def _by_one_another(graded: Sequence[_Graded]) -> Iterator[Outcome]:
    """Yield for each list the fewest grades that have to be wrong for no better score to get a worse one."""
    lists: dict[Scope, list[_Graded]] = {}
    for each in graded:
        lists.setdefault(each.row.scope, []).append(each)
    for members in lists.values():
        order = _order(members)
        members.sort(key=lambda each: (-each.score.value, order[each.key]))
        wrong = frozenset(out_of_order([(order[each.key], 0) for each in members]))
        left = [each for position, each in enumerate(members) if position not in wrong]
        ends = _ends(left)
        for position in sorted(wrong):
            each = members[position]
            beside = _against(each, members[max(0, position - _NEAR) : position + _NEAR], order)
            against = beside or _against(each, ends, order)
            if against:
                yield _contradicted(each, min(against, key=lambda other: _apart(each, other)))
            else:
                yield Unchecked("grade", "columns-unclear", each.place)
        yield from (Checked("grade") for _ in left)


def _order(graded: Sequence[_Graded]) -> Mapping[str, int]:
    """Return the grades from best to worst, by the score in the middle of each."""
    scores: dict[str, list[Fraction]] = {}
    for each in graded:
        scores.setdefault(each.key, []).append(each.score.value)
    best_first = sorted(scores, key=lambda key: median_low(scores[key]), reverse=True)
    return {key: position for position, key in enumerate(best_first)}


def _ends(left: Sequence[_Graded]) -> list[_Graded]:
    """Return the best and the worst score of each grade, which contradict whatever any of its scores does."""
    best = {each.key: each for each in reversed(left)}
    worst = {each.key: each for each in left}
    return [*best.values(), *worst.values()][: 2 * _NEAR]


def _against(each: _Graded, others: Sequence[_Graded], order: Mapping[str, int]) -> list[_Graded]:
    """Return those that have a better grade with a worse score, or the other way round."""
    return [
        other
        for other in others
        if (order[each.key] - order[other.key]) * (each.score.value - other.score.value) > 0
    ]


def _apart(one: _Graded, two: _Graded) -> Fraction:
    return abs(one.score.value - two.score.value)


def _contradicted(each: _Graded, other: _Graded) -> Checked:
    params: dict[str, Param] = {
        "name": each.row.name,
        "grade": each.grade,
        "score": each.score.text,
        "other": other.row.name,
        "other_grade": other.grade,
        "other_score": other.score.text,
        "other_place": other.place,
    }
    finding = Finding("reconcile-grade-order", each.place, params)
    return Checked("grade", Disagreement("grade", "grade", finding, each.grade, other.grade))
