"""What a rule gives for one answer: points with their basis, or why there are none."""

from __future__ import annotations

from fractions import Fraction

from msgspec import Struct

from parcli.model.assessment import GIVEN, REFUSED, Datum, DatumState
from parcli.model.finding import Finding, Param
from parcli.model.score import Basis


class Result(Struct, frozen=True):
    """``points`` is set exactly when ``state`` is GIVEN; REFUSED comes with at least one finding.

    ``applicable`` is the maximum that is left after sub-cases that do not apply. ``answer`` is the label of
    a chosen option, for clauses that test it.
    """

    state: DatumState
    applicable: Fraction
    points: Fraction | None = None
    basis: tuple[Basis, ...] = ()
    findings: tuple[Finding, ...] = ()
    answer: str = ""


def given(
    points: Fraction,
    applicable: Fraction,
    *basis: Basis,
    answer: str = "",
    findings: tuple[Finding, ...] = (),
) -> Result:
    """Return a result with points."""
    return Result(GIVEN, applicable, points, basis, findings, answer)


def refused(applicable: Fraction, *findings: Finding) -> Result:
    """Return a result without points and the findings that say why."""
    return Result(REFUSED, applicable, findings=findings)


def without_points(state: DatumState, applicable: Fraction) -> Result:
    """Return a result for an answer that states no value (blank, not applicable, did not arise, refused)."""
    return Result(state, applicable)


def finding(code: str, datum: Datum, /, **params: Param) -> Finding:
    """Return a finding at a datum's place, with the cell's text among its params."""
    return Finding(code, datum.place, {"text": datum.quoted, **params})


def step(code: str, /, **params: Param) -> Basis:
    """Return one sentence of an explanation."""
    return Basis(code, params)
