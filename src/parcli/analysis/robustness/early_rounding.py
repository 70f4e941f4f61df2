"""Ranks a field as if points had been rounded at another stage than they were; exact.

Sums of rounded parts differ from rounded sums (domain of the field: 9 of 17 ministries in 2023), which may
turn ranks.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Literal, get_args

from msgspec import Struct

from parcli.analysis.robustness.field import Field, FirmUnit, Share
from parcli.model.rules import Rounding
from parcli.ranking.rank import Entry, rank
from parcli.scoring.rounding import rounded_exact

Stage = Literal["never", "criteria", "areas", "total"]
STAGES: tuple[Stage, ...] = get_args(Stage)


class RoundedRanks(Struct, frozen=True):
    """A unit's rank now, and by the stage at which points would be rounded; only stages that can be tried."""

    key: str
    rank: int
    ranks: Mapping[Stage, int]

    @property
    def moves(self) -> bool:
        """Tell whether any stage gives another rank."""
        return any(each != self.rank for each in self.ranks.values())


def rounded_ranks(field: Field) -> tuple[RoundedRanks, ...]:
    """Return the ranks that every stage gives, in the order of the field's units.

    "total" rounds the figure that ranks, "areas" and "criteria" the points below it, "never" nothing. Where
    the criteria of a unit are not known that stage is left out.
    """
    stages = [each for each in STAGES if each != "criteria" or all(unit.criteria for unit in field.units)]
    now = _ranks(field, "total" if field.ranking.precision == "published" else "never")
    found = {stage: _ranks(field, stage) for stage in stages}
    return tuple(
        RoundedRanks(unit.key, now[unit.key], {stage: ranks[unit.key] for stage, ranks in found.items()})
        for unit in field.units
    )


def _ranks(field: Field, stage: Stage) -> Mapping[str, int]:
    entries = [Entry(unit.key, unit.name, _figure(unit, stage, field)) for unit in field.units]
    ranked = rank(entries, field.ranking)
    return {each.entry.key: each.rank for each in ranked if each.rank is not None}


def _figure(unit: FirmUnit, stage: Stage, field: Field) -> Fraction:
    value = unit.value(field.ranking.by)
    if stage == "never":
        return value
    if stage != "total":
        shares = unit.areas if stage == "areas" else unit.criteria
        more = sum((_lift(each, field.rounding) for each in shares.values()), Fraction(0))
        value += more if field.ranking.by == "points" else more / unit.applicable_max * 100
    rounds = stage == "total" or field.ranking.precision == "published"
    return rounded_exact(value, field.rounding) if rounds else value


def _lift(share: Share, rounding: Rounding) -> Fraction:
    return rounded_exact(share.points, rounding) - share.points
