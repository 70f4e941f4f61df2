"""The units of a ranking as they are varied: exact figures of areas and criteria; varies nothing itself."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from functools import cached_property
from typing import Literal

from msgspec import Struct, field

from parcli.model.criteria_set import GradeScale, RankingPolicy
from parcli.model.rules import Rounding

Measure = Literal["percent", "points"]


class Share(Struct, frozen=True, gc=False):
    """What a unit has in an area or a criterion: points of an applicable maximum, both exact.

    ``full`` is the maximum that the set gives it, whatever applies to the unit.
    """

    points: Fraction
    most: Fraction
    full: Fraction


class OpenAnswer(Struct, frozen=True, gc=False):
    """A criterion that may still go either way, and how many points it may come to at the least and most."""

    code: str
    points: Fraction
    lowest: Fraction
    highest: Fraction


class FirmUnit(Struct, frozen=True, dict=True):
    """A unit of a ranking. ``points`` and ``percent`` (in per cent) are exact, with bonus and penalty points.

    ``areas`` and ``criteria`` are by code; ``criteria`` is empty where only areas are known. ``grade`` is the
    id of the grade that the unit has, which a clause may have lowered; "" where it has none.
    """

    key: str
    name: str
    points: Fraction
    percent: Fraction
    areas: Mapping[str, Share]
    criteria: Mapping[str, Share] = field(default_factory=dict)
    open_answers: tuple[OpenAnswer, ...] = ()
    scale: GradeScale | None = None
    grade: str = ""

    def value(self, by: Measure) -> Fraction:
        """Return the figure that ranks."""
        return self.percent if by == "percent" else self.points

    @cached_property
    def applicable_max(self) -> Fraction:
        """Return the sum of what applies to the unit."""
        return sum((each.most for each in self.areas.values()), Fraction(0))

    @cached_property
    def in_areas(self) -> tuple[float, float]:
        """Return points and applicable maximum of all areas as floats."""
        return float(sum(each.points for each in self.areas.values())), float(self.applicable_max)


class Field(Struct, frozen=True):
    """The units that are ranked against each other, with how they are ranked and rounded."""

    units: tuple[FirmUnit, ...]
    ranking: RankingPolicy
    rounding: Rounding
