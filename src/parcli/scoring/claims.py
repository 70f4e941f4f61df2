"""Checks a unit's claimed points against the rule and against its own declared value."""

from __future__ import annotations

from fractions import Fraction

from parcli.messages.vocabulary import names_something
from parcli.model.assessment import Datum, DatumState, LeafAnswer
from parcli.model.criteria_set import Node, Policy
from parcli.model.finding import Finding, Param
from parcli.model.number import order
from parcli.model.rules import PointsRule, Rule
from parcli.scoring.agreement import agrees
from parcli.scoring.result import Result, finding, given, refused, step, without_points
from parcli.scoring.rules import allowed_points, attainable
from parcli.scoring.treatment import Treatments, treated

_NO_VALUE = (DatumState.NOT_APPLICABLE, DatumState.DID_NOT_ARISE)


def usable_claim(rule: Rule, claim: Datum, max_points: Fraction, *, said_by: str = "claimed") -> Result:
    """Return points as they stand where the rule can give them, else the finding that refuses them.

    ``said_by`` is the step of the explanation: claimed by the unit, or points of somebody else.
    """
    if not claim.given:
        return without_points(claim.state, max_points)
    points = claim.number
    if points is None or claim.percent or claim.pair is not None:
        return refused(max_points, finding("number-expected", claim))
    if order(points, max_points) > 0:
        return refused(max_points, finding("points-above-max", claim, points=points, max=max_points))
    if not attainable(rule, points, max_points):
        allowed = allowed_points(rule, max_points)
        wrong = finding("points-not-attainable", claim, points=points, allowed=allowed)
        return refused(max_points, wrong)
    return given(points, max_points, step(said_by, points=points))


def claim_findings(
    node: Node, answer: LeafAnswer, result: Result, policy: Policy, *, by_rule: bool
) -> tuple[Finding, ...]:
    """Return what is wrong with a claim beside what its declared value comes to.

    Where the declared value decided, a claim that differs is reported and not used. A claim written with the
    set's number of decimals, or worked out by the sheet itself, agrees with the exact value.
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
    if order(claimed, node.max_points) > 0:
        return (finding("points-above-max", claim, points=claimed, max=node.max_points),)
    settled = treated(result, Treatments.on(node), node.max_points)
    if settled.state in _NO_VALUE:
        return () if claimed == 0 else (finding("claim-on-excluded", claim, claimed=claimed, code=node.code),)
    expected = settled.points
    if expected is None or agrees(claimed, expected, policy.rounding):
        return ()
    return (finding("claim-differs", claim, claimed=claimed, expected=expected, code=node.code),)


def _reason(node: Node, answer: LeafAnswer, result: Result) -> tuple[Finding, ...]:
    if result.points is None or result.points == node.max_points:
        return ()
    if names_something(answer.explanation) or names_something(answer.note):
        return ()
    place = answer.at("self").place or answer.place
    params: dict[str, Param] = {"code": node.code, "points": result.points, "max": node.max_points}
    return (Finding("reason-missing", place, params),)
