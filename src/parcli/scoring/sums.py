"""Compares subtotals and totals that a workbook prints with what its own cells add up to."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from parcli.model.assessment import Assessment, ClaimedSum, Stage
from parcli.model.criteria_set import CriteriaSet, Node
from parcli.model.finding import Finding, Param
from parcli.model.rules import Rounding
from parcli.model.score import AdjustmentScore, NodeScore
from parcli.scoring.rounding import rounded_exact


def sum_findings(
    criteria_set: CriteriaSet,
    assessment: Assessment,
    roots: Sequence[NodeScore],
    adjustments: Sequence[AdjustmentScore],
) -> tuple[Finding, ...]:
    """Return a finding for each printed sum that neither its column nor the score comes to.

    A column may leave cells blank that the set counts all the same (a blank that confirms), so agreement with
    the scored points of the same node is agreement too. Both are compared at the set's number of decimals.
    """
    findings: list[Finding] = []
    scored = {node.code: node.points for root in roots for node in root.walk()}
    scored[""] = sum((root.points for root in roots), Fraction(0))
    signed = {"bonus": 1, "penalty": -1}
    beyond = sum((signed[block.sign] * block.points for block in adjustments), Fraction(0))
    for claimed in assessment.sums:
        number = claimed.datum.number
        if number is None or claimed.datum.percent:
            continue
        below = _leaves_below(criteria_set, claimed)
        column = _column_sum(assessment, below, claimed.stage)
        candidates = [column, scored.get(claimed.code, column)]
        if not claimed.code:
            extra = _column_sum(assessment, criteria_set.adjustment_items(), claimed.stage)
            candidates += [column + extra, scored[""] + beyond]
        if _agrees(number, candidates, criteria_set.policy.rounding):
            continue
        params: dict[str, Param] = {
            "claimed": number,
            "sum": column,
            "difference": number - column,
            "code": claimed.code,
        }
        code = "sum-differs" if claimed.code else "total-differs"
        findings.append(Finding(code, claimed.datum.place, params))
    return tuple(findings)


def _agrees(number: Fraction, candidates: Sequence[Fraction], rounding: Rounding) -> bool:
    return any(number in (value, rounded_exact(value, rounding)) for value in candidates)


def _leaves_below(criteria_set: CriteriaSet, claimed: ClaimedSum) -> tuple[Node, ...]:
    if not claimed.code:
        return criteria_set.leaves()
    node = criteria_set.find(claimed.code)
    return () if node is None else tuple(each for each in node.walk() if each.is_leaf)


def _column_sum(assessment: Assessment, leaves: Sequence[Node], stage: Stage) -> Fraction:
    cells = (assessment.answers[leaf.code].at(stage) for leaf in leaves if leaf.code in assessment.answers)
    return sum((cell.number for cell in cells if cell.number is not None and not cell.percent), Fraction(0))
