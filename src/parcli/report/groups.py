"""Sums up units of a report: takes finished units, gives a group with its means, grades and losses.

Only units that count in the ranking are summed up; nothing is rounded.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from math import lcm

from parcli.analysis.gaps import exact_sum, scored_criteria
from parcli.model.criteria_set import GradeScale
from parcli.model.register import NodeTally
from parcli.model.text import Text
from parcli.ranking.groups import Summary
from parcli.report.context import (
    AreaHead,
    Band,
    CriterionLoss,
    GradeAxis,
    GroupArea,
    GroupKind,
    GroupReport,
    UnitArea,
    UnitReport,
)

_COUNTED = (None, "no-printed-rank")


def group_report(
    units: Sequence[UnitReport],
    heads: Iterable[AreaHead],
    *,
    named: tuple[GroupKind, str, Text | None],
    summary: Summary,
    axis: GradeAxis | None,
    tallies: Iterable[Sequence[NodeTally]] = (),
) -> GroupReport:
    """Return a group of units, which are in its order; ``named`` is its kind, its id and its title.

    ``tallies`` are the nodes of those units that count, an outline each; without any it has no losses.
    """
    counted = [each for each in units if counts(each)]
    kind, name, title = named
    areas = (_group_area(head.code, counted) for head in heads)
    return GroupReport(
        kind=kind,
        id=name,
        title=title,
        units=tuple(each.key for each in units),
        summary=summary,
        axis=axis,
        areas=tuple(area for area in areas if area is not None),
        losses=criterion_losses(tallies),
    )


def grade_axis(scale: GradeScale) -> GradeAxis:
    """Return a set's grades as stretches of the axis, in per cent or points."""
    times = 100 if scale.by == "percent" else 1
    uppers = (None, *(grade.bound * times for grade in scale.grades))
    return GradeAxis(
        scale.by,
        tuple(
            Band(grade.id, grade.name, grade.bound * times, upper, grade.inclusive)
            for grade, upper in zip(scale.grades, uppers, strict=False)
        ),
    )


def common_axis(scales: Mapping[str, GradeScale], blocks: Iterable[str]) -> GradeAxis | None:
    """Return the axis of units of some blocks, None where their grades are not known or not the same."""
    used = [scales.get(block) or scales.get("") for block in dict.fromkeys(blocks)]
    if not used or used[0] is None or any(scale != used[0] for scale in used):
        return None
    return grade_axis(used[0])


def counts(unit: UnitReport) -> bool:
    """Tell whether a unit's figures count in sums and means, as they do in the ranking's."""
    return unit.not_ranked in _COUNTED


def criterion_losses(tallies: Iterable[Sequence[NodeTally]]) -> tuple[CriterionLoss, ...]:
    """Return the scored criteria in which any unit lost points, the largest sum first, then in their order.

    Criteria of one code are one: it is named as in the first of the outlines.
    """
    scored: dict[str, list[tuple[str, NodeTally]]] = {}
    for nodes in tallies:
        for area, node in scored_criteria(nodes):
            scored.setdefault(node.code, []).append((area, node))
    losses = (_criterion_loss(found) for found in scored.values())
    return tuple(sorted((each for each in losses if each.lost), key=lambda each: each.lost, reverse=True))


def _criterion_loss(found: Sequence[tuple[str, NodeTally]]) -> CriterionLoss:
    area, first = found[0]
    applying = [
        (points, most, units) for _, node in found for (points, most), units in node.figures.items() if most
    ]
    return CriterionLoss(
        code=first.code,
        title=first.title,
        area=area,
        lost=exact_sum((most - points) * units for points, most, units in applying),
        applicable_max=exact_sum(most * units for _, most, units in applying),
        losing=sum(units for points, most, units in applying if points < most),
        units=sum(units for _, _, units in applying),
    )


def _group_area(code: str, units: Iterable[UnitReport]) -> GroupArea | None:
    known = (each.area(code) for each in units)
    found = [area for area in known if area is not None and _has_figure(area)]
    if not found:
        return None
    percents = _Figures([area.percent for area in found if area.percent is not None])
    points = _Figures([area.points for area in found if area.points is not None])
    lost = _Figures([area.lost for area in found if area.lost is not None])
    return GroupArea(
        code=code,
        measured=len(found),
        mean_points=points.total / points.count if points.count == len(found) else None,
        mean_percent=percents.total / percents.count if percents.count == len(found) else None,
        best=percents.largest,
        lowest=percents.smallest,
        lost=lost.total if lost.count == len(found) else None,
    )


def _has_figure(area: UnitArea) -> bool:
    return area.applicable_max != 0 and (area.points is not None or area.percent is not None)


class _Figures:
    """Exact figures over one denominator: whole numbers of thousands of units add up and compare faster."""

    def __init__(self, values: Iterable[Fraction]) -> None:
        ratios = [value.as_integer_ratio() for value in values]
        self._unit = lcm(*{below for _, below in ratios})
        self._wholes = [above * (self._unit // below) for above, below in ratios]

    @property
    def count(self) -> int:
        return len(self._wholes)

    @property
    def total(self) -> Fraction:
        return Fraction(sum(self._wholes), self._unit)

    @property
    def largest(self) -> Fraction | None:
        return Fraction(max(self._wholes), self._unit) if self._wholes else None

    @property
    def smallest(self) -> Fraction | None:
        return Fraction(min(self._wholes), self._unit) if self._wholes else None
