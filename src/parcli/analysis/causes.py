"""Shares a unit's change of score and of rank among its causes; exact, and in no order of causes.

In go both years' answers and editions, or ranks in four fields; it reads no register and words nothing.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Literal, get_args

from msgspec import Struct

from parcli.analysis.correspondence import Correspondence
from parcli.analysis.edition_leaves import Answered, Tree
from parcli.analysis.leaf_sides import Cause, mixed_leaves
from parcli.analysis.shapley import shares
from parcli.model.score import ScoreStage

CAUSES: tuple[Cause, ...] = get_args(Cause)
RankCause = Literal["own", "others"]
_RANK_CAUSES: tuple[RankCause, ...] = get_args(RankCause)


class ScoreCauses(Struct, frozen=True):
    """A change of the figure that ranks (``by``), in per cent or points; ``shares`` add up to it exactly.

    ``rules`` is what the other edition does, ``answers`` what the unit answered, ``elsewhere`` points that
    come from surveys and others, ``applicability`` that criteria applied or did not, ``appraisal`` what the
    council changed.
    """

    by: Literal["percent", "points"]
    before: Fraction
    now: Fraction
    shares: Mapping[Cause, Fraction]


class RankCauses(Struct, frozen=True):
    """Places moved up, by what the unit did itself and by what the others did; halves are possible."""

    own: Fraction
    others: Fraction

    @property
    def change(self) -> Fraction:
        """Return the places moved up altogether."""
        return self.own + self.others


class _NothingApplies(Exception):
    """Some mixture of causes leaves nothing applicable, so that it has no percentage."""


def score_causes(
    before: Answered, now: Answered, *, links: Correspondence, stage: ScoreStage
) -> ScoreCauses | None:
    """Return why a unit's score changed, None where nothing applies under some of the causes."""
    old, new = mixed_leaves(before, now, links=links, stage=stage)
    by = now.criteria_set.policy.ranking.by

    def figure(causes: frozenset[Cause]) -> Fraction:
        edition, leaves = (now, new) if "rules" in causes else (before, old)
        tree = Tree.of(edition.criteria_set, {code: leaf.mixed(causes) for code, leaf in leaves.items()})
        value = tree.points if by == "points" else tree.percent
        if value is None:
            raise _NothingApplies
        return value

    try:
        ends = figure(frozenset()), figure(frozenset(CAUSES))
        return ScoreCauses(by, *ends, shares(CAUSES, figure))
    except _NothingApplies:
        return None


def rank_causes(
    figures: tuple[Fraction, Fraction], others: tuple[Sequence[Fraction], Sequence[Fraction]]
) -> RankCauses:
    """Return why a unit's rank changed; ``figures`` are its own and ``others`` everybody else's, sorted.

    Both come before and now. Ranks are counted as 1, 2, 2, 4.
    """

    def places(causes: frozenset[RankCause]) -> Fraction:
        own, field = figures["own" in causes], others["others" in causes]
        return -Fraction(len(field) - bisect_right(field, own))  # fewer above is further up

    found = shares(_RANK_CAUSES, places)
    return RankCauses(found["own"], found["others"])


def without(figures: Sequence[Fraction], one: Fraction) -> Sequence[Fraction]:
    """Return sorted figures less one of them."""
    at = bisect_right(figures, one) - 1
    return [*figures[:at], *figures[at + 1 :]]
