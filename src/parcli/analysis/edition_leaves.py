"""A unit's answers under one edition of a set: its scored leaves, what they come to, what went before them.

It compares no two years; that is for those who ask.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Literal

from msgspec import Struct

from parcli.analysis.carrying import Obstacle
from parcli.analysis.correspondence import Correspondence
from parcli.model.assessment import Assessment
from parcli.model.criteria_set import CriteriaSet, Node
from parcli.model.score import NodeScore, ScoreStage
from parcli.scoring.aggregate import adjusted, adjustment_scores, node_score
from parcli.scoring.chosen import context_of
from parcli.scoring.leaf import LeafScore, leaf_score

Hindrance = Obstacle | Literal["new", "split", "merged", "sub-criteria", "place"]
"""Why a criterion takes this year's answer in both years; beyond the obstacles to carrying one answer over:
nothing, a part, or several went before it; it had sub-criteria; it was a bonus, a penalty or a criterion."""


class Answered(Struct, frozen=True):
    """What a unit answered in one year, and the set by which it was scored."""

    criteria_set: CriteriaSet
    assessment: Assessment


class Tree(Struct, frozen=True):
    """A set's tree with points, and what it comes to."""

    roots: tuple[NodeScore, ...]
    points: Fraction
    percent: Fraction | None

    @classmethod
    def of(cls, criteria_set: CriteriaSet, leaves: Mapping[str, LeafScore]) -> Tree:
        """Return the tree over these leaves, under the set's policies."""
        policy = criteria_set.policy
        roots = tuple(node_score(root, leaves, policy) for root in criteria_set.roots)
        subtotal = sum((root.points for root in roots), Fraction(0))
        applicable = sum((root.applicable_max for root in roots), Fraction(0))
        blocks = adjustment_scores(criteria_set, leaves)
        return cls(roots, *adjusted(subtotal, applicable, blocks, policy.adjustments))

    def areas(self) -> Mapping[str, Fraction]:
        """Return the points of each area by its code."""
        nodes = (node for root in self.roots for node in root.walk())
        return {node.code: node.points for node in nodes if node.role == "area"}


def leaf_scores(answered: Answered, stage: ScoreStage) -> dict[str, LeafScore]:
    """Return every leaf of the total and of the adjustments as it counts, by its code."""
    criteria_set, assessment = answered.criteria_set, answered.assessment
    context = context_of(assessment, criteria_set.policy, stage)
    places = places_of(criteria_set)
    return {
        node.code: leaf_score(node, assessment, context, adjusts=places[node.code] != "")
        for node in scored_nodes(criteria_set)
    }


def scored_nodes(criteria_set: CriteriaSet) -> tuple[Node, ...]:
    """Return the leaves of the total, then those of bonus and penalty."""
    items = (item for item in criteria_set.adjustment_items() if item.is_leaf)
    return (*criteria_set.leaves(), *items)


def places_of(criteria_set: CriteriaSet) -> Mapping[str, str]:
    """Return where each leaf counts: "" in the total, else as a bonus or a penalty."""
    places = dict.fromkeys((leaf.code for leaf in criteria_set.leaves()), "")
    for block in criteria_set.adjustments:
        places |= {node.code: block.sign for item in block.items for node in item.walk()}
    return places


def only_former(node: Node, old: CriteriaSet, links: Correspondence) -> Node | Hindrance:
    """Return the leaf that a leaf alone continues, or why there is none."""
    former = links.former[node.code]
    if not former:
        return "new"
    if len(former) > 1:
        return "merged"
    if not links.is_one_to_one(node.code):
        return "split"
    found = old.find(former[0])
    assert found is not None, former
    return found if found.is_leaf else "sub-criteria"
