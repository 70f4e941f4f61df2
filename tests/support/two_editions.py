"""Two small editions of a set, and a unit's change of score between them in parts."""

from __future__ import annotations

from typing import Any

from parcli.analysis.change_parts import ChangeParts, change_parts
from parcli.analysis.correspondence import correspondence
from parcli.analysis.edition_leaves import Answered
from parcli.model.assessment import LeafAnswer
from parcli.model.criteria_set import CriteriaSet, Node, RankingPolicy
from parcli.model.rules import Rule
from parcli.model.score import ScoreStage
from support.scoring_sets import (
    answer,
    area,
    assessment,
    criteria_set,
    leaf,
    number,
    percentage,
    policy,
    tier,
    tiers,
)

POINTS = policy(ranking=RankingPolicy("points", "published", "competition"))
LAX = tiers(percentage(), tier("from 50%", 4), tier("below 50%", 0))
LAX_OF_2 = tiers(percentage(), tier("from 50%", 2), tier("below 50%", 0))
STRICT = tiers(percentage(), tier("from 90%", 4), tier("below 90%", 1))


def old_set(*roots: Node, **fields: Any) -> CriteriaSet:
    """Return the earlier edition, which ranks by points."""
    return criteria_set(*roots, **{"id": "cu", "policy": POINTS, **fields})


def new_set(*roots: Node, **fields: Any) -> CriteriaSet:
    """Return the later edition."""
    return criteria_set(*roots, **{"id": "moi", "supersedes": "cu", "policy": POINTS, **fields})


def parts_of(
    old: CriteriaSet,
    new: CriteriaSet,
    before: list[LeafAnswer],
    now: list[LeafAnswer],
    *,
    stage: ScoreStage = "final",
) -> ChangeParts:
    """Return the change of a unit's score between both editions in parts."""
    earlier = Answered(old, assessment(*before, period="2024"))
    found = change_parts(
        earlier,
        Answered(new, assessment(*now)),
        links=correspondence(old, new),
        stage=stage,
    )
    assert found is not None
    return found


def parts_of_one(old: Rule | None, new: Rule | None, before: LeafAnswer, now: LeafAnswer) -> ChangeParts:
    """Return the parts of one criterion of 4 points beside one that never changes."""
    same = answer("2", number(3), self=3)
    return parts_of(
        old_set(area("A", leaf("1", 4, old), leaf("2", 5))),
        new_set(area("A", leaf("1", 4, new), leaf("2", 5))),
        [before, same],
        [now, same],
    )


def rules_and_unit(found: ChangeParts) -> tuple[object, ...]:
    """Return both parts of the total: what the rules did, what the unit did."""
    return found.total.of_rules, found.total.of_unit


def hindrances(found: ChangeParts) -> list[object]:
    """Return which criteria could not be scored on the earlier answer, and why."""
    return [(each.code, each.hindrance) for each in found.not_rescored]
