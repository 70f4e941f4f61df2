"""The rule that takes the mean, minimum or sum over sub-cases, each scored by a rule of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from parcli.model.assessment import Datum, DatumState, Detail
from parcli.model.rules import Rule, SubcasesRule
from parcli.model.text import Text
from parcli.scoring.blank_rows import blank_row
from parcli.scoring.details import first_place, joined
from parcli.scoring.result import Result, finding, given, refused, step, without_points
from parcli.scoring.rounding import rounded_points
from parcli.scoring.treatment import Treatments, treated

Evaluate = Callable[[Rule, Datum, tuple[Detail, ...], Fraction], Result]


class _Case(Struct, frozen=True):
    rule: Rule
    label: Text
    max_points: Fraction
    result: Result
    place: str = ""


def subcases(
    rule: SubcasesRule,
    declared: Datum,
    details: Sequence[Detail],
    max_points: Fraction,
    *,
    treatments: Treatments,
    evaluate: Evaluate,
) -> Result:
    """Return the mean, minimum or sum of the sub-cases' points.

    An excluded sub-case is left out of a mean or minimum; in a sum its maximum leaves the applicable maximum.
    """
    if all(detail.declared.state is DatumState.BLANK for detail in details):
        if declared.given:
            labels = tuple(case.label for case in rule.cases)
            if not labels:  # each case is a row of the unit's own
                return refused(max_points, finding("case-rows-expected", declared))
            return refused(max_points, finding("details-expected", declared, items=labels))
        return without_points(declared.state, max_points)
    rows = joined([case.label for case in rule.cases], details)
    if rows.findings:
        return refused(max_points, *rows.findings)
    scored = _cases(rule, rows.data, details, max_points, evaluate)
    cases = [_settled(case, treatments) for case in scored]
    problems = [problem for case in cases for problem in case.result.findings if _is_refused(case)]
    problems += [
        blank_row(case.rule, case.label, case.place or first_place(details, declared))
        for case in cases
        if case.result.state is DatumState.BLANK
    ]
    if problems or any(map(_is_refused, cases)):  # reading has reported a spoilt cell already
        return refused(max_points, *problems)
    counted = [case for case in cases if case.result.state is DatumState.GIVEN]
    if not counted:
        return without_points(cases[0].result.state, max_points)
    return _combined(rule, counted, len(cases) - len(counted), max_points)


def _cases(
    rule: SubcasesRule,
    data: Sequence[Datum],
    details: Sequence[Detail],
    max_points: Fraction,
    evaluate: Evaluate,
) -> list[_Case]:
    """Score each listed sub-case, or each row that the unit lists where one rule holds for all."""

    def scored(own: Rule, most: Fraction, label: Text, datum: Datum) -> _Case:
        return _Case(own, label, most, evaluate(own, datum, (), most), datum.place)

    if rule.repeated is not None:
        own = rule.repeated
        return [scored(own, max_points, Text(row.label), row.declared) for row in details]
    pairs = zip(rule.cases, data, strict=True)
    return [scored(case.rule, case.max_points, case.label, datum) for case, datum in pairs]


def _is_refused(case: _Case) -> bool:
    return case.result.state is DatumState.REFUSED


def _settled(case: _Case, treatments: Treatments) -> _Case:
    """Apply the leaf's policies to a sub-case without a value."""
    return replace(case, result=treated(case.result, treatments, case.max_points, case.place))


def _combined(
    rule: SubcasesRule,
    counted: Sequence[_Case],
    left_out: int,
    max_points: Fraction,
) -> Result:
    values = [case.result.points or Fraction(0) for case in counted]
    applicable = max_points
    if rule.how == "sum":
        total = sum(values, Fraction(0))
        applicable = sum((case.max_points for case in counted), Fraction(0))
    elif rule.how == "minimum":
        total = min(values)
    else:
        total = sum(values, Fraction(0)) / len(values)
    steps = [
        step("subcase", label=case.label, points=value) for case, value in zip(counted, values, strict=True)
    ]
    steps.append(step(f"subcases-{rule.how}", number=len(values), points=total))
    if left_out:
        steps.append(step("subcases-left-out", number=left_out))
    if rule.rounding is not None:
        total = rounded_points(total, rule.rounding, applicable)
        steps.append(step("rounded", digits=rule.rounding.digits, points=total))
    return given(total, applicable, *steps)
