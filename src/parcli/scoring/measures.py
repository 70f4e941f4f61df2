"""Turns a declared cell into the exact value of a measure, or into the finding that says why it cannot."""

from __future__ import annotations

from fractions import Fraction

from msgspec import Struct

from parcli.model.assessment import Datum, DatumState
from parcli.model.finding import Bounds, Finding, Param, Percent
from parcli.model.rules import Measure
from parcli.model.score import Basis
from parcli.scoring.result import finding, step


class Measured(Struct, frozen=True):
    """A measure's value with the step that made it, or the state and finding that stand for none."""

    state: DatumState
    value: Fraction | None = None
    basis: tuple[Basis, ...] = ()
    findings: tuple[Finding, ...] = ()


def measured(measure: Measure, datum: Datum) -> Measured:
    """Return the value that a cell declares for a measure, inside the measure's range.

    A denominator of 0 with a numerator of 0 means that nothing arose. A bare number for a percentage is used
    only when one of its two readings (85 as 85 % or as 8500 %) can be true.
    """
    if not datum.given:
        return Measured(datum.state)
    if datum.pair is not None:
        made = _from_pair(measure, datum, datum.pair)
        return _against_number(measure, datum, made)
    if datum.number is None:
        return _refused(finding("number-expected", datum))
    if measure.is_percent:
        return _from_percent(measure, datum, datum.number)
    if datum.percent:
        return _refused(finding("percent-unexpected", datum))
    return _in_range(measure, datum, datum.number)


def shown(measure: Measure, value: Fraction) -> Fraction | Percent:
    """Return a measure's value as a param that is printed in the measure's unit."""
    return Percent(value) if measure.is_percent else value


def readings(measure: Measure, number: Fraction, percent: bool) -> tuple[Fraction, ...]:
    """Return the values that a number can mean for a percentage: both of its readings if both can be true."""
    if percent or number == 0:
        return (number,) if number in measure.range else ()
    return tuple(value for value in (number, number / 100) if value in measure.range)


def _from_pair(measure: Measure, datum: Datum, pair: tuple[Fraction, Fraction]) -> Measured:
    if not measure.is_percent:
        return _refused(finding("pair-unexpected", datum))
    numerator, denominator = pair
    if denominator == 0 and numerator == 0:
        return Measured(DatumState.DID_NOT_ARISE)
    if denominator <= 0:
        below = datum.at_part(1)
        return _refused(finding("denominator-invalid", below, numerator=numerator, denominator=denominator))
    value = numerator / denominator
    if value not in measure.range:
        return _refused(_impossible(measure, datum, numerator, denominator))
    made = step("ratio", numerator=numerator, denominator=denominator, value=Percent(value))
    return Measured(DatumState.GIVEN, value, (made,))


def _impossible(measure: Measure, datum: Datum, numerator: Fraction, denominator: Fraction) -> Finding:
    if numerator < 0:
        return finding("numerator-negative", datum.at_part(0), numerator=numerator)
    parts: dict[str, Param] = {"numerator": numerator, "denominator": denominator}
    bounds, value = Bounds(measure.range, percent=True), Percent(numerator / denominator)
    return finding("ratio-out-of-range", datum, **parts, value=value, range=bounds)


def _against_number(measure: Measure, datum: Datum, made: Measured) -> Measured:
    """Refuse a ratio beside which the form declares another percentage, whole per cent or finer."""
    if made.value is None or datum.number is None or not measure.is_percent:
        return made
    beside = readings(measure, datum.number, datum.percent)
    if any(abs(value - made.value) <= Fraction(1, 200) for value in beside):
        return made
    return _refused(finding("declared-differs", datum, ratio=Percent(made.value)))


def _from_percent(measure: Measure, datum: Datum, number: Fraction) -> Measured:
    values = readings(measure, number, datum.percent)
    if len(values) == 2:
        both = (Percent(values[0]), Percent(values[1]))
        return _refused(finding("percent-two-readings", datum, first=both[1], second=both[0]))
    if not values:
        only = number if datum.percent else number / 100
        return _in_range(measure, datum, only)
    return _in_range(measure, datum, values[0])


def _in_range(measure: Measure, datum: Datum, value: Fraction) -> Measured:
    if value not in measure.range:
        bounds = Bounds(measure.range, measure.is_percent)
        return _refused(finding("value-out-of-range", datum, value=shown(measure, value), range=bounds))
    return Measured(DatumState.GIVEN, value)


def _refused(problem: Finding) -> Measured:
    return Measured(DatumState.REFUSED, findings=(problem,))
