"""Builders of stored and published results for tests: few words in, frozen register values out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from parcli.model.criteria_set import RankingPolicy
from parcli.model.folding import folded
from parcli.model.period import Period
from parcli.model.register import Placement, PublishedResult, StoredNode, StoredResult
from parcli.model.rules import Rounding
from parcli.model.text import Text
from parcli.ranking.standing import Standing, standings_of
from parcli.ranking.table import RankingTable, ranking_table
from parcli.scoring.rounding import rounded

HALF_UP_2 = Rounding(2, "half_up")
BY_PERCENT = RankingPolicy("percent", "published", "competition")

Result = StoredResult | PublishedResult


def placement(name: str, *, key: str = "", **groups: str) -> Placement:
    """Return a district's placement; without a key it has that of a unit that no registry knows."""
    return Placement(key or f"name:{folded(name)}", name, "district", **groups)


def stored(
    unit: Placement | str, points: str, most: str = "100", *, period: str = "2023", **fields: Any
) -> StoredResult:
    """Return an own result with its percentage worked out and rounded half up to two digits."""
    exact, maximum = Fraction(points), Fraction(most)
    percent = exact / maximum * 100 if maximum else None
    made: dict[str, Any] = {
        "number": 1,
        "run": 1,
        "placement": placement(unit) if isinstance(unit, str) else unit,
        "period": Period.parse(period),
        "index": "PAR",
        "criteria_set": "thu-2023",
        "meaning_hash": "meaning",
        "set_status": "illustrative",
        "stage": "final",
        "provisional": False,
        "incomplete": False,
        "points": exact,
        "max_points": Fraction(100),
        "applicable_max": maximum,
        "percent": percent,
        "published_points": rounded(exact, HALF_UP_2),
        "published_percent": None if percent is None else rounded(percent, HALF_UP_2),
        "grade": "",
        "grade_name": None,
        "ranking": BY_PERCENT,
        "rounding": HALF_UP_2,
    }
    return StoredResult(**{**made, **fields})


def published(unit: Placement | str, *, period: str = "2023", **fields: Any) -> PublishedResult:
    """Return a published result; points and percentages are written as text ("87.42")."""
    where = placement(unit) if isinstance(unit, str) else unit
    for figure in {"points", "max_points", "percent"} & fields.keys():
        fields[figure] = Fraction(Decimal(fields[figure]))
    return PublishedResult("PAR", where.level, Period.parse(period), where, where.name, **fields)


def area(code: str, points: str, most: str, *, title: str = "") -> StoredNode:
    """Return the stored node of an area in which everything applies."""
    maximum = Fraction(most)
    return StoredNode(
        code, Text(title or f"Lĩnh vực {code}"), "area", Fraction(points), maximum, maximum, "scored"
    )


def standings(*results: Result, **options: Any) -> tuple[Standing, ...]:
    """Return the standings of results of both kinds, percentages rounded half up to two digits."""
    own = [each for each in results if isinstance(each, StoredResult)]
    others = [each for each in results if isinstance(each, PublishedResult)]
    return standings_of(own, others, **{"rounding": HALF_UP_2, **options})


def standing(result: Result, **options: Any) -> Standing:
    """Return the one standing of one result."""
    (made,) = standings(result, **options)
    return made


def table(*results: Result, policy: RankingPolicy = BY_PERCENT, **options: Any) -> RankingTable:
    """Return the ranking of results of both kinds, by published percentage unless told otherwise."""
    return ranking_table(standings(*results), policy, **options)


def order(ranking: RankingTable) -> Sequence[tuple[int, str]]:
    """Return rank and name of the ranked units in order."""
    return [(row.rank, row.standing.placement.name) for row in ranking.rows]


def left_out(ranking: RankingTable) -> Iterable[tuple[str, str]]:
    """Return name and reason of the units without a rank in order."""
    return [(row.placement.name, row.reason) for row in ranking.unranked]
