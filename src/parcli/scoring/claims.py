"""Checks a unit's claimed points against the rule and against its own declared value."""

from __future__ import annotations

from fractions import Fraction

from parcli.model.assessment import Datum, DatumState, LeafAnswer
from parcli.model.criteria_set import Node, Policy
from parcli.model.finding import Finding, Param
from parcli.model.rules import PointsRule, Rule
from parcli.scoring.result import Result, finding, given, refused, step, without_points
from parcli.scoring.rounding import rounded_exact
from parcli.scoring.rules import attainable
from parcli.scoring.treatment import Treatments, treated

_NO_VALUE = (DatumState.NOT_APPLICABLE, DatumState.DID_NOT_ARISE)


def usable_claim(rule: Rule, claim: Datum, max_points: Fraction) -> Result:
    """Return claimed points where the rule can give them, else the finding that refuses them."""
    if not claim.given:
        return without_points(claim.state, max_points)
    points = claim.number
    if points is None or claim.percent or claim.pair is not None:
        return refused(max_points, finding("number-expected", claim))
    if points > max_points:
        return refused(max_points, finding("points-above-max", claim, points=points, max=max_points))
    if not attainable(rule, points, max_points):
        return refused(max_points, finding("points-not-attainable", claim, points=points))
    return given(points, max_points, step("claimed", points=points))


def claim_findings(
    node: Node, answer: LeafAnswer, result: Result, policy: Policy, *, by_rule: bool
) -> tuple[Finding, ...]:
    """Return what is wrong with a claim beside what its declared value comes to.

    Where the declared value decided, a claim that differs is reported and not used. A claim written with the
    set's number of decimals agrees with the exact value that it was rounded from.
    """
    claim = answer.at("self")
    findings: tuple[Finding, ...] = ()
    if by_rule and claim.given and claim.number is not None:
        findings = _disagreement(node, claim, result, policy)
    elif by_rule and claim.state in _NO_VALUE and claim.state is not result.state:
        findings = (finding("claim-state-differs", claim, code=node.code),)
    if isinstance(node.rule, PointsRule) and node.rule.reason_required:
        findings = (*findings, *_reason(node, answer, result))
    return findings


def _disagreement(node: Node, claim: Datum, result: Result, policy: Policy) -> tuple[Finding, ...]:
    claimed = claim.number
    assert claimed is not None
    if claimed > node.max_points:
        return (finding("points-above-max", claim, points=claimed, max=node.max_points),)
    settled = treated(result, Treatments.on(node), node.max_points)
    # an answer that leaves the maximum is worth nothing, so only a claim of 0 agrees with it
    left_out = settled.state in _NO_VALUE
    expected = Fraction(0) if left_out else settled.points
    if expected is None or claimed in (expected, rounded_exact(expected, policy.rounding)):
        return ()
    return (finding("claim-differs", claim, claimed=claimed, expected=expected, code=node.code),)


def _reason(node: Node, answer: LeafAnswer, result: Result) -> tuple[Finding, ...]:
    if result.points is None or result.points == node.max_points:
        return ()
    if answer.explanation.strip() or answer.note.strip():
        return ()
    place = answer.at("self").place or answer.place
    params: dict[str, Param] = {"code": node.code, "points": result.points, "max": node.max_points}
    return (Finding("reason-missing", place, params),)
