"""Adds leaves up to criteria, areas and the total, and holds bonus and penalty at their caps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from parcli.model.criteria_set import Adjustment, AdjustmentPolicy, CriteriaSet, Node, Policy
from parcli.model.number import added
from parcli.model.score import AdjustmentScore, NodeScore, State
from parcli.scoring.leaf import LeafScore
from parcli.scoring.rounding import rounded_exact


def node_score(node: Node, leaves: Mapping[str, LeafScore], policy: Policy) -> NodeScore:
    """Return the score of a node as the exact sum of what is below it."""
    if node.is_leaf:
        return leaves[node.code].score
    children = tuple(node_score(child, leaves, policy) for child in node.children)
    points = added(child.points for child in children)
    if node.role == "area" and policy.rounding_stage == "area":
        points = rounded_exact(points, policy.rounding)
    return NodeScore(
        code=node.code,
        title=node.title,
        role=node.role,
        points=points,
        max_points=node.max_points,
        applicable_max=added(child.applicable_max for child in children),
        state=_state(children),
        provisional=any(child.provisional for child in children),
        covered=any(child.covered for child in children),
        reference=node.reference,
        children=children,
    )


def adjustment_scores(
    criteria_set: CriteriaSet, items: Mapping[str, LeafScore]
) -> tuple[AdjustmentScore, ...]:
    """Return the bonus and penalty blocks with their caps applied."""
    return tuple(_block(block, items, criteria_set.policy) for block in criteria_set.adjustments)


def adjusted(
    subtotal: Fraction,
    applicable: Fraction,
    blocks: Sequence[AdjustmentScore],
    policy: AdjustmentPolicy | None,
) -> tuple[Fraction, Fraction | None]:
    """Return the total with bonus and penalty as the set says, and its percentage of the applicable maximum.

    The percentage is None where nothing applies.
    """
    points = subtotal + added(block.points if block.sign == "bonus" else -block.points for block in blocks)
    if policy is not None and policy.ceiling == "total":
        points = min(points, applicable)
    if policy is not None and policy.floor == "zero":
        points = max(points, Fraction(0))
    counted = points if policy is None or policy.in_percent else subtotal
    return points, counted / applicable * 100 if applicable else None


def _block(block: Adjustment, items: Mapping[str, LeafScore], policy: Policy) -> AdjustmentScore:
    scores = tuple(node_score(item, items, policy) for item in block.items)
    raw = added(score.points for score in scores)
    return AdjustmentScore(
        code=block.code,
        title=block.title,
        sign=block.sign,
        raw=raw,
        points=raw if block.cap is None else min(raw, block.cap),
        cap=block.cap,
        items=scores,
    )


def _state(children: Sequence[NodeScore]) -> State:
    """Return a parent's state: scored when anything below is, else what all of it has in common."""
    states = {child.state for child in children}
    if len(states) == 1:
        return states.pop()
    for state in (State.SCORED, State.MISSING):
        if state in states:
            return state
    return State.NOT_APPLICABLE
