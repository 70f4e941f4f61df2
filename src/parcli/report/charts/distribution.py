"""Draws how values spread: a strip of dots with a box of quartiles, or a histogram where there are many."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from statistics import quantiles

from msgspec import Struct

from parcli.report.charts.fitting import SIZE, labels_end, lines_of, stacked
from parcli.report.charts.ground import NARROW, Axis, ground, head_of
from parcli.report.charts.scale import Scale
from parcli.report.charts.shapes import Box, Dot, Drawing, Shape, Stroke, Words

MOST_DOTS = 200
_RADIUS = 5.0
_LEAST_FOR_A_BOX = 5
_ROW = 96.0
_ROOM = 40.0  # how far dots may lie from the middle of their row


class Point(Struct, frozen=True):
    """A unit's value, its grade's tone and what a pointer over it is told."""

    value: float
    tone: int = 0
    note: str = ""


class Strip(Struct, frozen=True):
    """A block of units: its label and its values."""

    label: str
    points: tuple[Point, ...]


def distribution(
    strips: Sequence[Strip],
    axis: Axis,
    *,
    title: str,
    description: str,
    width: float = 920.0,
    boxed: bool = True,
) -> Drawing:
    """Return one row for each block: dots for up to 200 units, bars of counts above that.

    Dots lie on a box of their quartiles, unless they are not ``boxed``.
    """
    narrow = width < NARROW
    labels = [strip.label for strip in strips]
    scale = Scale(axis.low, axis.high, 10 if narrow else labels_end(labels, 0, width / 4), width - 16)
    head = head_of(axis, scale, width)
    row_height = _ROW + (18 if narrow else 0)
    bottom = head + row_height * len(strips)
    shapes: list[Shape] = list(ground(axis, scale, (head, bottom), width=width))
    for n, strip in enumerate(strips):
        top = head + n * row_height
        middle = top + row_height - _ROW / 2
        shapes += _label(strip.label, scale, (top, middle), narrow=narrow)
        shapes += (
            _histogram(strip, scale, middle)
            if len(strip.points) > MOST_DOTS
            else _strip(strip, scale, middle, boxed=boxed)
        )
    return Drawing(width, bottom + 6, title, description, tuple(shapes))


def quartiles(values: Sequence[float]) -> tuple[float, float, float] | None:
    """Return the quartiles with straight interpolation between values; None of fewer than five."""
    if len(values) < _LEAST_FOR_A_BOX:
        return None
    low, middle, high = quantiles(values, n=4, method="inclusive")
    return low, middle, high


def swarm(xs: Sequence[float], *, radius: float = _RADIUS, room: float = _ROOM) -> tuple[float, ...]:
    """Return how far up or down each dot moves so that none covers another, 0 where there is place.

    Where the room is used up dots cover one another rather than leave their row.
    """
    order = sorted(range(len(xs)), key=lambda n: xs[n])
    placed: list[tuple[float, float]] = []
    moved = [0.0] * len(xs)
    for n in order:
        placed = [(x, y) for x, y in placed if xs[n] - x < 2 * radius]
        moved[n] = _free(xs[n], placed, radius=radius, room=room)
        placed.append((xs[n], moved[n]))
    return tuple(moved)


def counts_of(values: Sequence[float], low: float, high: float, *, bins: int) -> tuple[int, ...]:
    """Return how many values fall into each of so many equal parts; the last part holds its upper end."""
    counts = [0] * bins
    for value in values:
        place = math.floor((value - low) / (high - low) * bins)
        counts[min(max(place, 0), bins - 1)] += 1
    return tuple(counts)


def _free(x: float, placed: Sequence[tuple[float, float]], *, radius: float, room: float) -> float:
    touching = [(y, math.sqrt(max((2 * radius) ** 2 - (x - other) ** 2, 0.0))) for other, y in placed]
    tries = [0.0, *(y + sign * reach for y, reach in touching for sign in (-1, 1))]
    for y in sorted(tries, key=lambda y: (abs(y), y)):
        if abs(y) <= room and all(abs(y - other) >= reach - 1e-6 for other, reach in touching):
            return y
    return 0.0


def _label(label: str, scale: Scale, span: tuple[float, float], *, narrow: bool) -> Iterator[Shape]:
    top, middle = span
    if narrow:
        yield from stacked(lines_of(label, scale.end, most=1), scale.start, top + 12, "name")
    else:
        yield from stacked(lines_of(label, scale.start - 24), scale.start - 12, middle, "name", anchor="end")


def _strip(strip: Strip, scale: Scale, middle: float, *, boxed: bool) -> Iterator[Shape]:
    box = quartiles([point.value for point in strip.points]) if boxed else None
    if box:
        low, median, high = map(scale.at, box)
        yield Box(low, middle - 24, high - low, 48, "box")
        yield Stroke(median, middle - 24, median, middle + 24, "median")
    xs = [scale.at(point.value) for point in strip.points]
    for point, x, moved in zip(strip.points, xs, swarm(xs), strict=True):
        yield Dot(x, middle + moved, _RADIUS, f"dot t{point.tone}", point.note)


def _histogram(strip: Strip, scale: Scale, middle: float) -> Iterator[Shape]:
    bins = 40
    counts = counts_of([point.value for point in strip.points], scale.low, scale.high, bins=bins)
    width, base, most = (scale.end - scale.start) / bins, middle + _ROOM, max(counts)
    for n, count in enumerate(counts):
        if count:
            height = count / most * (2 * _ROOM - 16)
            yield Box(scale.start + n * width + 0.5, base - height, width - 1, height, "count", str(count))
    peak = counts.index(most)
    x = scale.start + (peak + 0.5) * width
    yield Words(x, middle - _ROOM + SIZE * 0.8, str(most), "tick", "middle")
