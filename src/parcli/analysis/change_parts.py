"""Parts a unit's change of score over two editions of a set: what the rules did, and what the unit did.

In go both editions, which criteria of one continue which of the other, and the answers of both years; out
come exact figures that add up. It reads no register and words nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Literal

from msgspec import Struct, field

from parcli.analysis.carrying import Earlier
from parcli.analysis.correspondence import Correspondence
from parcli.analysis.edition_leaves import (
    Answered,
    Hindrance,
    Tree,
    leaf_scores,
    only_former,
    places_of,
    scored_nodes,
)
from parcli.model.criteria_set import Node
from parcli.model.rules import Rounding
from parcli.model.score import ScoreStage
from parcli.model.text import Text
from parcli.scoring.leaf import LeafScore

Quantity = Literal["percent", "points"]


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


def change_parts(
    before: Answered, now: Answered, *, links: Correspondence, stage: ScoreStage
) -> ChangeParts | None:
    """Return the change of a unit's score in parts, None where nothing applies then, now or in between.

    A criterion that cannot be scored on the earlier answer takes the later one in between too, so that what
    it changes lies in the rules' part.
    """
    leaves = leaf_scores(before, stage), leaf_scores(now, stage)
    between, hindered = _carried_over(before, now, leaves, links=links, stage=stage)
    trees = (
        Tree.of(before.criteria_set, leaves[0]),
        Tree.of(now.criteria_set, between),
        Tree.of(now.criteria_set, leaves[1]),
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
    places = places_of(old), places_of(new)
    leaves: dict[str, LeafScore] = {}
    hindered: list[NotRescored] = []
    for node in scored_nodes(new):
        found: LeafScore | Hindrance
        former = only_former(node, old, links)
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


def _areas(trees: tuple[Tree, Tree, Tree], links: Correspondence) -> Iterator[AreaParts]:
    before, between, now = (tree.areas() for tree in trees)
    for node in (node for root in trees[2].roots for node in root.walk() if node.role == "area"):
        if links.is_one_to_one(node.code) and (former := links.former[node.code][0]) in before:
            points = Parts(before[former], between[node.code], now[node.code])
            yield AreaParts(node.code, node.title, points)
