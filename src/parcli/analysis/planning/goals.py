"""What a unit is to reach: a grade, a rank, so many more points; as a bound on the figure that decides it."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Literal

from msgspec import Struct

from parcli.model.criteria_set import CriteriaSet, Grade
from parcli.model.rules import Rounding
from parcli.model.score import UnitScore
from parcli.ranking.collation import collation_key
from parcli.ranking.standing import Standing
from parcli.scoring.rounding import rounded_exact

Figure = Literal["percent", "points"]


class Bar(Struct, frozen=True):
    """A figure's least value, which itself is enough unless ``beyond``; percentages are in per cent.

    ``rounding`` is that under which the figure is published, None where the exact one decides. Where it is
    ``unbounded`` every value is enough.
    """

    figure: Figure
    least: Fraction
    beyond: bool = False
    rounding: Rounding | None = None
    unbounded: bool = False

    def passed(self, value: Fraction) -> bool:
        """Tell whether an exact figure is enough."""
        if self.unbounded:
            return True
        if self.rounding is not None:
            value = rounded_exact(value, self.rounding)
        return value > self.least or (value == self.least and not self.beyond)

    @property
    def at_least(self) -> Fraction | None:
        """Return an exact figure below which none is enough, None where every one is."""
        if self.unbounded:
            return None
        return self.least if self.rounding is None else self.least - Fraction(1, 10**self.rounding.digits)


class Goal(Struct, frozen=True):
    """A bar; ``grade`` is set where a clause that lowers the grade below it stands in the way too."""

    bar: Bar
    grade: Grade | None = None
    rank: int | None = None
    points: Fraction | None = None


def to_grade(criteria_set: CriteriaSet, block: str, grade: Grade) -> Goal:
    """Return the goal of a grade of the block's scale."""
    scale, policy = criteria_set.scale_for(block), criteria_set.policy
    rounding = policy.rounding if policy.grade_on == "published" else None
    if grade == scale.grades[-1]:  # the last one is for everything below, too
        return Goal(Bar(scale.by, Fraction(0), unbounded=True), grade=grade)
    least = grade.bound * 100 if scale.by == "percent" else grade.bound
    return Goal(Bar(scale.by, least, not grade.inclusive, rounding), grade=grade)


def to_points(score: UnitScore, points: Fraction) -> Goal:
    """Return the goal of so many points more than now."""
    return Goal(Bar("points", score.points + points), points=points)


def to_rank(
    criteria_set: CriteriaSet, others: Sequence[Standing], *, rank: int, name: str, by: Figure
) -> Goal:
    """Return the goal of a rank among others, who stay as they are; ``by`` is what ranks them.

    Equal values are treated as the set says, so that a tie may be enough.
    """
    policy = criteria_set.policy.ranking
    rounding = criteria_set.policy.rounding if policy.precision == "published" else None
    values = [value for each in others if (value := _value(each, by, exact=rounding is None)) is not None]
    steps = sorted(set(values) if policy.ties == "dense" else values, reverse=True)
    if len(steps) < rank:
        return Goal(Bar(by, Fraction(0), unbounded=True), rank=rank)
    least = steps[rank - 1]
    beyond = False
    if policy.ties == "by_name":
        before = sum(value > least for value in values)
        equal = (each for each in others if _value(each, by, exact=rounding is None) == least)
        before += sum(collation_key(each.placement.name) < collation_key(name) for each in equal)
        beyond = before >= rank
    return Goal(Bar(by, least, beyond, rounding), rank=rank)


def _value(standing: Standing, by: Figure, *, exact: bool) -> Fraction | None:
    if by == "percent":
        return standing.exact_percent if exact else standing.percent
    return standing.exact_points if exact else standing.points
