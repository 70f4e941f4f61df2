"""Draws where a unit loses points: from the maximum down, step by step, to what it has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from msgspec import Struct

from parcli.report.charts.fitting import BOLD, LINE, SIZE, lines_of, stacked, width_of
from parcli.report.charts.scale import Scale, Tick
from parcli.report.charts.shapes import Anchor, Box, Drawing, Shape, Stroke, Words

_HEAD = 22.0
_ROW = 42.0
_BAR = (20.0, 13.0)  # the bar's offset in its row and its height


class Step(Struct, frozen=True):
    """What an area takes from the maximum (below 0) or a bonus adds to it, with its text."""

    name: str
    change: float
    text: str


class Ends(Struct, frozen=True):
    """The first and the last bar: the maximum and what was reached, with their names and texts."""

    maximum: float
    maximum_name: str
    maximum_text: str
    reached: float
    reached_name: str
    reached_text: str


class LossAxis(Struct, frozen=True):
    """Where the axis begins, and its ticks; it ends at the highest sum on the way."""

    low: float
    ticks: tuple[Tick, ...] = ()


def waterfall(
    ends: Ends,
    steps: Sequence[Step],
    axis: LossAxis,
    *,
    title: str,
    description: str,
    width: float = 390.0,
) -> Drawing:
    """Return the chart: the maximum, the steps in the order given, and what was reached."""
    sums = running(ends.maximum, steps)
    scale = Scale(axis.low, max(ends.maximum, *sums), 8, width - 8)
    rows = [
        _Row(ends.maximum_name, ends.maximum_text, (axis.low, ends.maximum), "bar whole"),
        *(_step(step, span) for step, span in zip(steps, pairwise(sums), strict=True)),
        _Row(ends.reached_name, ends.reached_text, (axis.low, ends.reached), "bar own"),
    ]
    named = [_lines(row, scale) for row in rows]
    tops = tuple(accumulate((_ROW + LINE * (len(lines) - 1) for lines in named), initial=_HEAD))
    places = [(tick, scale.at(tick.value)) for tick in axis.ticks]
    shapes: list[Shape] = [Stroke(x, _HEAD - 4, x, tops[-1], "grid") for _, x in places]
    shapes += (Words(x, 12, tick.text, "tick", _anchor(x, width)) for tick, x in places)
    bars = [bottom - _ROW + _BAR[0] for bottom in tops[1:]]
    for place, start in zip(sums, pairwise(bars), strict=True):
        shapes.append(Stroke(scale.at(place), start[0] + _BAR[1], scale.at(place), start[1], "thread"))
    for row, lines, top, bar in zip(rows, named, tops, bars, strict=False):
        shapes += stacked(lines, scale.start, top + 9 + LINE * (len(lines) - 1) / 2, "name over")
        shapes += _bar(row, bar, scale)
    return Drawing(width, tops[-1] + 4, title, description, tuple(shapes))


def running(maximum: float, steps: Sequence[Step]) -> tuple[float, ...]:
    """Return the sum before the first step and after each."""
    sums = [maximum]
    for step in steps:
        sums.append(sums[-1] + step.change)
    return tuple(sums)


class _Row(Struct, frozen=True):
    """A bar between two values, with its name and text."""

    name: str
    text: str
    span: tuple[float, float]
    kind: str


def _step(step: Step, span: tuple[float, float]) -> _Row:
    return _Row(step.name, step.text, span, "bar gain" if step.change > 0 else "bar loss")


def _lines(row: _Row, scale: Scale) -> tuple[str, ...]:
    return lines_of(row.name, scale.end - scale.start - width_of(row.text) * BOLD - 12, most=3)


def _bar(row: _Row, y: float, scale: Scale) -> Iterator[Shape]:
    left, right = sorted(map(scale.at, row.span))
    yield Box(left, y, right - left, _BAR[1], row.kind)
    yield Words(scale.end, y - _BAR[0] + 9 + SIZE * 0.35, row.text, "value", "end")


def _anchor(x: float, width: float) -> Anchor:
    return "start" if x < 20 else "end" if x > width - 20 else "middle"
