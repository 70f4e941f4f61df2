"""Compares subtotals and totals that a workbook prints with what its own cells add up to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from parcli.model.assessment import Assessment, Stage
from parcli.model.criteria_set import CriteriaSet, Node
from parcli.model.finding import Finding, Param
from parcli.model.rules import Rounding
from parcli.model.score import AdjustmentScore, NodeScore
from parcli.scoring.agreement import agrees


def sum_findings(
    criteria_set: CriteriaSet,
    assessment: Assessment,
    roots: Sequence[NodeScore],
    adjustments: Sequence[AdjustmentScore],
    *,
    total: Fraction,
) -> tuple[Finding, ...]:
    """Return a finding for each printed sum that neither its column nor the score comes to.

    ``total`` is the score's, held where the set holds bonus and penalty.

    A column may leave cells blank that the set counts all the same (a blank that confirms), so agreement with
    the scored points of the same node is agreement too. Both are compared at the set's number of decimals.
    """
    findings: list[Finding] = []
    sums = _scored_sums(roots, adjustments, total)
    for claimed in assessment.sums:
        number = claimed.datum.number
        if number is None or claimed.datum.percent:
            continue
        column = _column_sum(assessment, _leaves_below(criteria_set, claimed.code), claimed.stage)
        candidates = [column, *sums.get(claimed.code, ())]
        if not claimed.code:
            candidates.append(column + _column_sum(assessment, _items(criteria_set), claimed.stage))
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


def _scored_sums(
    roots: Sequence[NodeScore], adjustments: Sequence[AdjustmentScore], held: Fraction
) -> Mapping[str, tuple[Fraction, ...]]:
    """Return by code what the score comes to; "" is the total: without adjustments, with them, and held."""
    sums: dict[str, tuple[Fraction, ...]] = {
        node.code: (node.points,) for root in roots for node in root.walk()
    }
    sums |= {block.code: (block.points, block.raw) for block in adjustments}
    total = sum((root.points for root in roots), Fraction(0))
    beyond = sum((b.points if b.sign == "bonus" else -b.points for b in adjustments), Fraction(0))
    return sums | {"": (total, total + beyond, held)}


def _agrees(number: Fraction, candidates: Sequence[Fraction], rounding: Rounding) -> bool:
    return any(agrees(number, value, rounding) for value in candidates)


def _leaves_below(criteria_set: CriteriaSet, code: str) -> tuple[Node, ...]:
    """Return the leaves that a printed sum covers: the whole set's, a node's, or an adjustment block's."""
    if not code:
        return criteria_set.leaves()
    block = next((each for each in criteria_set.adjustments if each.code == code), None)
    node = criteria_set.find(code)
    roots = block.items if block else (node,) if node else ()
    return tuple(each for root in roots for each in root.walk() if each.is_leaf)


def _items(criteria_set: CriteriaSet) -> tuple[Node, ...]:
    return tuple(node for node in criteria_set.adjustment_items() if node.is_leaf)


def _column_sum(assessment: Assessment, leaves: Sequence[Node], stage: Stage) -> Fraction:
    cells = (assessment.answers[leaf.code].at(stage) for leaf in leaves if leaf.code in assessment.answers)
    return sum((cell.number for cell in cells if cell.number is not None and not cell.percent), Fraction(0))
