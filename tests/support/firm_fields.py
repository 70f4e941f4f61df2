"""Fields of units for the tests of how firm a ranking is."""

from __future__ import annotations

import random
from collections.abc import Sequence
from fractions import Fraction

from parcli.analysis.robustness.field import Field, FirmUnit, OpenAnswer, Share
from parcli.model.criteria_set import GradeScale, RankingPolicy
from parcli.model.rules import Rounding

MOST = Fraction(50)


def firm_unit(
    name: str,
    points: Sequence[int | Fraction],
    *,
    scale: GradeScale | None = None,
    grade: str = "",
    open_answers: tuple[OpenAnswer, ...] = (),
) -> FirmUnit:
    """Return a unit with points in areas of 50 points each, every area being its own only criterion."""
    areas = {str(number): Share(Fraction(each), MOST, MOST) for number, each in enumerate(points, start=1)}
    total = sum((each.points for each in areas.values()), Fraction(0))
    return FirmUnit(
        key=name,
        name=name,
        points=total,
        percent=total / (MOST * len(areas)) * 100,
        areas=areas,
        criteria=areas,
        open_answers=open_answers,
        scale=scale,
        grade=grade,
    )


def made_field(units: int, *, seed: int) -> Field:
    """Return a field of units with random points in six areas, ranked by exact percentages."""
    rng = random.Random(seed)
    made = (
        firm_unit(f"Xã {n}", [Fraction(rng.randint(3000, 5000), 100) for _ in range(6)]) for n in range(units)
    )
    policy = RankingPolicy(by="percent", precision="exact", ties="competition")
    return Field(tuple(made), policy, Rounding(2, "half_up"))
