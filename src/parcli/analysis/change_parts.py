"""Parts a unit's change of score over two editions of a set: what the rules did, and what the unit did.

In go both editions, which criteria of one continue which of the other, and the answers of both years; out
come exact figures that add up. It reads no register and words nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Literal

from msgspec import Struct, field

from parcli.analysis.carrying import Earlier, Obstacle
from parcli.analysis.correspondence import Correspondence
from parcli.model.assessment import Assessment
from parcli.model.criteria_set import CriteriaSet, Node
from parcli.model.rules import Rounding
from parcli.model.score import NodeScore, ScoreStage
from parcli.model.text import Text
from parcli.scoring.aggregate import adjusted, adjustment_scores, node_score
from parcli.scoring.chosen import context_of
from parcli.scoring.leaf import LeafScore, leaf_score

Quantity = Literal["percent", "points"]
Hindrance = Obstacle | Literal["new", "split", "merged", "sub-criteria", "place"]
"""Why a criterion takes this year's answer in both years; beyond the obstacles to carrying one answer over:
nothing, a part, or several went before it; it had sub-criteria; it was a bonus, a penalty or a criterion."""


class Parts(Struct, frozen=True):
    """A figure before, in between and now; ``between`` is the new edition's for the earlier answers.

    Points, or per cent of the applicable maximum (96.85…); nothing is rounded.
    """

    before: Fraction
    between: Fraction
    now: Fraction

    @property
    def change(self) -> Fraction:
        """Return later less earlier: the sum of both parts."""
        return self.now - self.before

    @property
    def of_rules(self) -> Fraction:
        """Return what the new edition does to the earlier answers."""
        return self.between - self.before

    @property
    def of_unit(self) -> Fraction:
        """Return what the unit's new answers do under the new edition."""
        return self.now - self.between


class AreaParts(Struct, frozen=True):
    """An area that continues one area: its points in parts."""

    code: str
    title: Text
    points: Parts


class NotRescored(Struct, frozen=True):
    """A criterion of the later edition whose effect lies in the rules' part as a whole, and why."""

    code: str
    title: Text
    hindrance: Hindrance


class ChangeParts(Struct, frozen=True):
    """A change of score in parts, of the quantity that ranks (``by``), in the later edition's order.

    ``dropped`` are criteria of the earlier edition that nothing continues: their loss is the rules' too.
    ``rounding`` is the later edition's for publication, ``same_areas`` the earlier code of each area that
    measures the same in both editions.
    """

    by: Quantity
    total: Parts
    rounding: Rounding
    areas: tuple[AreaParts, ...] = ()
    not_rescored: tuple[NotRescored, ...] = ()
    dropped: tuple[Node, ...] = ()
    same_areas: Mapping[str, str] = field(default_factory=dict)


class Answered(Struct, frozen=True):
    """What a unit answered in one year, and the set by which it was scored."""

    criteria_set: CriteriaSet
    assessment: Assessment


def change_parts(
    before: Answered, now: Answered, *, links: Correspondence, stage: ScoreStage
) -> ChangeParts | None:
    """Return the change of a unit's score in parts, None where nothing applies then, now or in between.

    A criterion that cannot be scored on the earlier answer takes the later one in between too, so that what
    it changes lies in the rules' part.
    """
    leaves = _leaf_scores(before, stage), _leaf_scores(now, stage)
    between, hindered = _carried_over(before, now, leaves, links=links, stage=stage)
    trees = (
        _Tree.of(before.criteria_set, leaves[0]),
        _Tree.of(now.criteria_set, between),
        _Tree.of(now.criteria_set, leaves[1]),
    )
    by = now.criteria_set.policy.ranking.by
    figures = [tree.points if by == "points" else tree.percent for tree in trees]
    known = [each for each in figures if each is not None]
    if len(known) < len(figures):
        return None
    gone = (node for node in before.criteria_set.leaves() if not links.later[node.code])
    return ChangeParts(
        by,
        Parts(*known),
        now.criteria_set.policy.rounding,
        areas=tuple(_areas(trees, links)),
        not_rescored=hindered,
        dropped=tuple(gone),
    )


class _Tree(Struct, frozen=True):
    """A set's tree with points, and what it comes to."""

    roots: tuple[NodeScore, ...]
    points: Fraction
    percent: Fraction | None

    @classmethod
    def of(cls, criteria_set: CriteriaSet, leaves: Mapping[str, LeafScore]) -> _Tree:
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


def _carried_over(
    before: Answered,
    now: Answered,
    scored: tuple[Mapping[str, LeafScore], Mapping[str, LeafScore]],
    *,
    links: Correspondence,
    stage: ScoreStage,
) -> tuple[dict[str, LeafScore], tuple[NotRescored, ...]]:
    """Return the later edition's leaves on the earlier answers, and those that take the later ones.

    ``scored`` are the leaves of both years as they counted.
    """
    old, new = before.criteria_set, now.criteria_set
    earlier = Earlier(before.assessment, scored[0], old.policy, new.policy, stage)
    places = _places(old), _places(new)
    leaves: dict[str, LeafScore] = {}
    hindered: list[NotRescored] = []
    for node in _scored_nodes(new):
        found: LeafScore | Hindrance
        former = _only_former(node, old, links)
        if isinstance(former, str):
            found = former
        elif stage == "self" and "self" not in (node.scored_by, former.scored_by):
            found = scored[1][node.code]  # units say nothing of it in either year
        elif places[0][former.code] != places[1][node.code]:
            found = "place"
        else:
            found = earlier.carried(former, node, adjusts=places[1][node.code] != "")
        if isinstance(found, str):
            hindered.append(NotRescored(node.code, node.title, found))
            found = scored[1][node.code]
        leaves[node.code] = found
    return leaves, tuple(hindered)


def _only_former(node: Node, old: CriteriaSet, links: Correspondence) -> Node | Hindrance:
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


def _areas(trees: tuple[_Tree, _Tree, _Tree], links: Correspondence) -> Iterator[AreaParts]:
    before, between, now = (tree.areas() for tree in trees)
    for node in (node for root in trees[2].roots for node in root.walk() if node.role == "area"):
        if links.is_one_to_one(node.code) and (former := links.former[node.code][0]) in before:
            points = Parts(before[former], between[node.code], now[node.code])
            yield AreaParts(node.code, node.title, points)


def _leaf_scores(answered: Answered, stage: ScoreStage) -> dict[str, LeafScore]:
    criteria_set, assessment = answered.criteria_set, answered.assessment
    context = context_of(assessment, criteria_set.policy, stage)
    places = _places(criteria_set)
    return {
        node.code: leaf_score(node, assessment, context, adjusts=places[node.code] != "")
        for node in _scored_nodes(criteria_set)
    }


def _scored_nodes(criteria_set: CriteriaSet) -> tuple[Node, ...]:
    items = (item for item in criteria_set.adjustment_items() if item.is_leaf)
    return (*criteria_set.leaves(), *items)


def _places(criteria_set: CriteriaSet) -> Mapping[str, str]:
    """Return where each leaf counts: "" in the total, else as a bonus or a penalty."""
    places = dict.fromkeys((leaf.code for leaf in criteria_set.leaves()), "")
    for block in criteria_set.adjustments:
        places |= {node.code: block.sign for item in block.items for node in item.walk()}
    return places
