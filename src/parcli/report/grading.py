"""Says where a group's values stand: its axis, grade bands and tones; takes the context, draws nothing."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from msgspec import Struct

from parcli.report.charts.ground import Axis
from parcli.report.charts.scale import Band, Tick, floor_below, steps, tone, within
from parcli.report.context import GroupReport, Past, UnitReport
from parcli.report.saying import Saying

_LOW_SHARE = 0.8  # dots have no length: their axis may begin close below them


class Grade(Struct, frozen=True):
    """A grade of a scale in words: its name, tone and how many units have it."""

    name: str
    tone: int
    units: int = 0


class Measure(Struct, frozen=True):
    """What a group's charts show: percentages or points, up to ``high``; tones by the grade's id."""

    by: Literal["percent", "points"]
    high: float
    bands: tuple[Band, ...]
    tones: dict[str, int]

    def value(self, unit: UnitReport) -> Fraction | None:
        """Return what the charts show of a unit."""
        return unit.percent if self.by == "percent" else unit.points

    def shown(self, value: Fraction | None, say: Saying) -> str:
        """Return a published value of the measure with what it is ("84,51 %", "87,42 điểm")."""
        return say.published_percent(value) if self.by == "percent" else say.published_points(value)

    def result(self, unit: UnitReport, say: Saying) -> str:
        """Return a unit's value as text, or its other figure where that is not known."""
        value = self.value(unit)
        return result_text(unit, say) if value is None else self.shown(value, say)

    def tone_of(self, unit: UnitReport) -> int:
        """Return the tone of a unit's grade, 0 where the scale does not know it."""
        return self.tones.get(unit.grade_id, 0)


def result_text(result: UnitReport | Past, say: Saying) -> str:
    """Return a percentage with its sign, or the points where that is not known."""
    if result.percent is None and result.points is not None:
        return say.published_points(result.points)
    return say.published_percent(result.percent)


def measure_of(group: GroupReport, units: tuple[UnitReport, ...], say: Saying) -> Measure:
    """Return the measure of a group: what its grades are bounds of, or what its units have."""
    axis = group.axis
    by: Literal["percent", "points"] = "percent" if axis is None else axis.by
    if by == "percent" and units and all(unit.percent is None for unit in units):
        by = "points"
    tones, bands = {}, []
    high = _high(units, by)
    for place, band in enumerate(axis.bands if axis else ()):
        tones[band.id] = tone(place, len(axis.bands) if axis else 1)
        upper = high if band.upper is None else float(band.upper)
        bands.append(Band(say.text(band.name), float(band.lower), upper, tones[band.id]))
    same = axis is not None and axis.by == by
    return Measure(by, high, within(bands, 0.0, high) if same else (), tones)


def axis_of(measure: Measure, group: GroupReport, say: Saying, *, values: list[float] | None = None) -> Axis:
    """Return the axis from 0, or from below ``values`` where these are given and lie close together."""
    low = 0.0 if values is None else floor_below(values, high=measure.high, share=_LOW_SHARE)
    bands = within(measure.bands, low, measure.high)
    edges = sorted({low, *(band.low for band in bands)}) if bands else list(steps(low, measure.high))
    summary = group.summary
    compared = measure.by == "percent" and summary.measured > 1 and not group.partial
    mean = summary.mean if compared else None
    return Axis(
        high=measure.high,
        low=low,
        bands=bands,
        ticks=tuple(Tick(edge, say.plain(Fraction(str(edge)))) for edge in edges),
        mean=None if mean is None else float(mean),
        mean_text=say.word("mean-is", mean=say.figure(mean)),
    )


def grades_of(group: GroupReport, measure: Measure, say: Saying) -> tuple[Grade, ...]:
    """Return the grades in the scale's order with the group's counts."""
    return tuple(
        Grade(say.text(each.name), measure.tones.get(each.id, 0), each.count) for each in group.summary.grades
    )


def _high(units: tuple[UnitReport, ...], by: Literal["percent", "points"]) -> float:
    if by == "percent":
        return max([100.0, *(float(unit.percent) for unit in units if unit.percent is not None)])
    tops = [unit.max_points or unit.points for unit in units]
    return max([1.0, *(float(top) for top in tops if top is not None)])
