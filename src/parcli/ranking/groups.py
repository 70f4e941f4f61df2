"""Sums up a group of standings: units per grade, mean, median, extremes; exact, rounding is the caller's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from math import lcm
from statistics import median
from typing import Literal

from msgspec import Struct

from parcli.model.criteria_set import Grade, GradeScale
from parcli.model.folding import folded
from parcli.model.text import Text
from parcli.ranking.collation import collation_key
from parcli.ranking.standing import Standing

GroupKind = Literal["block", "region"]
Scales = Mapping[str, GradeScale]


class GradeCount(Struct, frozen=True):
    """How many units have a grade; ``id`` is empty for a printed grade that is in no scale."""

    id: str
    name: Text
    count: int


class Spread(Struct, frozen=True):
    """The extremes and the median, exact, of the published points that ``measured`` units have."""

    measured: int
    median: Fraction
    highest: Fraction
    lowest: Fraction


class Summary(Struct, frozen=True):
    """What is said of a group. ``mean``, ``median`` and extremes are of published percentages, in per cent.

    They are exact, and None where none of the ``units`` has a percentage, which ``measured`` of them have;
    ``points`` is what is said instead where none has one, but points are known. ``grades`` is in the scale's
    order with zeros kept; grades that are only printed follow in the order of the units.
    """

    units: int
    grades: tuple[GradeCount, ...]
    ungraded: int
    mean: Fraction | None
    median: Fraction | None
    highest: Fraction | None
    lowest: Fraction | None
    measured: int
    points: Spread | None = None


def summarise(standings: Sequence[Standing], scales: Scales) -> Summary:
    """Sum up standings; ``scales`` is keyed by block as in a criteria set ("" is the common one)."""
    percents = [each.percent for each in standings if each.percent is not None]
    # over one denominator, which is small for published figures: whole numbers sort and add up faster
    unit = lcm(*(percent.denominator for percent in percents))
    ordered = sorted(percent.numerator * (unit // percent.denominator) for percent in percents)
    count = len(ordered)
    return Summary(
        units=len(standings),
        grades=_grade_counts(standings, scales),
        ungraded=sum(each.grade is None for each in standings),
        mean=Fraction(sum(ordered), unit * count) if count else None,
        median=Fraction(ordered[(count - 1) // 2] + ordered[count // 2], 2 * unit) if count else None,
        highest=Fraction(ordered[-1], unit) if count else None,
        lowest=Fraction(ordered[0], unit) if count else None,
        measured=count,
        points=None if count else _spread([each.points for each in standings if each.points is not None]),
    )


def by_group(standings: Sequence[Standing], kind: GroupKind, *, scales: Scales) -> Mapping[str, Summary]:
    """Return a summary for each block or region that occurs, in the order of their names."""
    members: dict[str, list[Standing]] = {}
    for each in standings:
        name = group_names(each)[kind]
        if name:
            members.setdefault(name, []).append(each)
    return {name: summarise(members[name], scales) for name in sorted(members, key=collation_key)}


def group_names(standing: Standing) -> Mapping[str, str]:
    """Return the block and the region that a unit belongs to in the period, by kind; "" is none."""
    return {"block": standing.placement.block, "region": standing.placement.region}


def _spread(points: Sequence[Fraction]) -> Spread | None:
    if not points:
        return None
    return Spread(len(points), median(points), max(points), min(points))


def _grade_counts(standings: Sequence[Standing], scales: Scales) -> tuple[GradeCount, ...]:
    grades = _grades_in_use(standings, scales)
    ids = {folded(grade.name.vi): grade.id for grade in grades}
    counted: Counter[str] = Counter()
    printed: dict[str, list[Text]] = {}
    for grade, grade_id in ((each.grade, each.grade_id) for each in standings):
        if grade is None:
            continue
        known = grade_id or ids.get(folded(grade.vi), "")
        if any(known == each.id for each in grades):
            counted[known] += 1
        else:
            printed.setdefault(folded(grade.vi), []).append(grade)
    in_scale = (GradeCount(grade.id, grade.name, counted[grade.id]) for grade in grades)
    return (*in_scale, *(GradeCount("", names[0], len(names)) for names in printed.values()))


def _grades_in_use(standings: Iterable[Standing], scales: Scales) -> tuple[Grade, ...]:
    """Return the grades of the scales that hold for the units' blocks, each once, best first."""
    blocks = dict.fromkeys(each.placement.block for each in standings)
    in_use = (scales.get(block) or scales.get("") for block in blocks)
    grades = (grade for scale in in_use if scale is not None for grade in scale.grades)
    return tuple({grade.id: grade for grade in grades}.values())
