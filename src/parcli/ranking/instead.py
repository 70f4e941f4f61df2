"""Ranks one unit anew with other figures, all others as they are; it scores nobody."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from parcli.model.criteria_set import RankingPolicy
from parcli.model.score import UnitScore
from parcli.ranking.rank import GroupRank
from parcli.ranking.standing import Standing
from parcli.ranking.table import Place, RankingTable, ranking_table


class Placed(Struct, frozen=True):
    """A unit's rank at its level, and in its block where there are several; None where it has none.

    ``beside`` is how many other units have the same rank at the level.
    """

    level: Place | None
    block: GroupRank | None = None
    beside: int = 0


def placed(table: RankingTable, key: str) -> Placed:
    """Return where a unit stands in a ranking."""
    blocks = {each.placement.block for each in table.standings}
    groups = table.group_ranks.get(key, {})
    level = table.place(key)
    keys = (
        [] if level is None else [row.standing.placement.key for row in table.rows if row.rank == level.rank]
    )
    return Placed(level, groups.get("block") if len(blocks) > 1 else None, len(set(keys) - {key}))


def placed_instead(
    table: RankingTable, score: UnitScore, *, key: str, policy: RankingPolicy, allow_incomplete: bool = False
) -> Placed:
    """Return where a unit would stand with another score."""
    changed = ranking_table(
        [_changed(each, score) if each.placement.key == key else each for each in table.standings],
        policy,
        scales=table.scales,
        allow_incomplete=allow_incomplete,
        expected_size=table.expected_size,
    )
    return placed(changed, key)


def others(table: RankingTable, key: str) -> Sequence[Standing]:
    """Return the ranked units but for one, the best first."""
    return [row.standing for row in table.rows if row.standing.placement.key != key]


def _changed(standing: Standing, score: UnitScore) -> Standing:
    percent = score.published.percent
    return replace(
        standing,
        points=Fraction(score.published.points),
        percent=None if percent is None else Fraction(percent),
        exact_points=score.points,
        exact_percent=score.percent,
        applicable_max=score.applicable_max,
        grade=score.grade.name if score.grade else None,
        grade_id=score.grade.id if score.grade else "",
        incomplete=score.incomplete,
    )
