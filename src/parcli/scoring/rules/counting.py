"""Rules on counted things: points for each one up to a cap, or a deduction for each one."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from parcli.model.assessment import Datum, DatumState, Detail
from parcli.model.finding import Finding
from parcli.model.rules import CountItem, CountRule, DeductionRule
from parcli.model.score import Basis
from parcli.scoring.details import first_place, joined
from parcli.scoring.result import Result, finding, given, refused, step, without_points

_Counts = tuple[tuple[CountItem, int], ...]


def count(rule: CountRule, declared: Datum, details: Sequence[Detail], max_points: Fraction) -> Result:
    """Return points for each thing counted, held at the cap."""
    counts = _counts(rule.items, declared, details, max_points)
    if isinstance(counts, Result):
        return counts
    total = _sum(counts)
    steps = _steps(counts)
    if total > rule.cap.points:
        total = rule.cap.points
        steps = (*steps, step("held-at-cap", cap=total))
    return given(total, max_points, *steps)


def deduction(
    rule: DeductionRule, declared: Datum, details: Sequence[Detail], max_points: Fraction
) -> Result:
    """Return the start less points for each fault counted, held at the floor where there is one."""
    counts = _counts(rule.items, declared, details, max_points)
    if isinstance(counts, Result):
        return counts
    total = rule.start.points - _sum(counts)
    steps = (step("deduction-start", start=rule.start.points), *_steps(counts, sign="deduction"))
    if rule.floor is not None and total < rule.floor:
        total = rule.floor
        steps = (*steps, step("held-at-floor", floor=total))
    return given(total, max_points, *steps)


def sums_up_to(items: Sequence[CountItem], most: Fraction) -> frozenset[Fraction]:
    """Return every sum of whole multiples of the items' points that does not exceed ``most``."""
    sums = {Fraction(0)}
    for item in items:
        grown = set(sums)
        for total in sums:
            times = int((most - total) / item.each)
            grown.update(total + item.each * n for n in range(1, times + 1))
        sums = grown
    return frozenset(sums)


def counted(items: Sequence[CountItem], declared: Datum, details: Sequence[Detail]) -> tuple[int, ...] | None:
    """Return how many of each item an answer counts, None where it does not say."""
    counts = _counts(items, declared, details, Fraction(0))
    return None if isinstance(counts, Result) else tuple(number for _, number in counts)


def _counts(
    items: Sequence[CountItem], declared: Datum, details: Sequence[Detail], max_points: Fraction
) -> _Counts | Result:
    if len(items) == 1 and declared.state is not DatumState.BLANK:
        return _checked(items, (declared,), max_points)
    rows = joined([item.label for item in items], details)
    if rows.findings:
        return refused(max_points, *rows.findings)
    if rows.blank:
        if declared.given:
            return refused(max_points, finding("details-expected", declared, items=_labels(items)))
        return without_points(declared.state, max_points)
    blanks = [
        Finding("detail-blank", datum.place or first_place(details, declared), {"label": item.label})
        for item, datum in zip(items, rows.data, strict=True)
        if datum.state is DatumState.BLANK
    ]
    if blanks:
        return refused(max_points, *blanks)
    return _checked(items, rows.data, max_points)


def _checked(items: Sequence[CountItem], data: Sequence[Datum], max_points: Fraction) -> _Counts | Result:
    if len(items) == 1 and not data[0].given:
        return without_points(data[0].state, max_points)
    wrong = [_count_problem(item, datum) for item, datum in zip(items, data, strict=True)]
    problems = [problem for problem in wrong if problem is not None]
    if problems or any(datum.state is DatumState.REFUSED for datum in data):
        return refused(max_points, *problems)
    return tuple((item, int(datum.number or 0)) for item, datum in zip(items, data, strict=True))


def _count_problem(item: CountItem, datum: Datum) -> Finding | None:
    if not datum.given:
        return None  # nothing of the kind happened: the count is 0; a refused cell is reported by reading
    number = datum.number
    if number is None or datum.percent or number.denominator != 1 or number < 0:
        return finding("count-expected", datum, label=item.label)
    return None


def _sum(counts: _Counts) -> Fraction:
    return sum((item.each * number for item, number in counts), Fraction(0))


def _steps(counts: _Counts, *, sign: str = "count") -> tuple[Basis, ...]:
    return tuple(
        step(sign, label=item.label, number=number, each=item.each, points=item.each * number)
        for item, number in counts
    )


def _labels(items: Sequence[CountItem]) -> tuple[str, ...]:
    return tuple(item.label.vi for item in items)
