"""What a unit declares now for a criterion whose points somebody else settled otherwise; it plans nothing."""

from __future__ import annotations

from fractions import Fraction

from msgspec.structs import replace

from parcli.analysis.rescoring import Rescoring
from parcli.model.assessment import LeafAnswer
from parcli.model.criteria_set import Node
from parcli.model.rules import PointsRule
from parcli.model.score import NodeScore, OwnAnswer, State
from parcli.scoring.chosen import declared_answer


def as_declared(rescoring: Rescoring, node: Node) -> LeafAnswer:
    """Return a leaf's answer, of judged points with what is claimed as what is declared."""
    answer = rescoring.answer(node.code)
    claim = answer.at("self")
    if isinstance(node.rule, PointsRule) and claim.number is not None:
        return replace(answer, declared=claim, details=())
    return answer


def declared_otherwise(rescoring: Rescoring, node: Node, score: NodeScore) -> OwnAnswer | None:
    """Return what is declared, where the leaf's score has other points; rows below it in one text."""
    answer = rescoring.accepted(node, as_declared(rescoring, node))
    own = None if rescoring.accounts_for(node) else declared_answer(node, answer)
    if own is None or own.points == score.points:
        return None
    rows = (f"{row.label}: {row.declared.text}" for row in answer.details if row.declared.text)
    return own if own.text else replace(own, text="; ".join(rows))


def claimed_points(rescoring: Rescoring, node: Node, score: NodeScore, *, sign: int) -> Fraction | None:
    """Return the points of what is declared, where the leaf's score has worse ones."""
    found = rescoring.leaf(node, rescoring.accepted(node, as_declared(rescoring, node)))
    usable = found.score.state is State.SCORED and not found.incomplete
    return found.score.points if usable and sign * (found.score.points - score.points) > 0 else None
