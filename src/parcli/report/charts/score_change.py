"""Draws how scores changed: an open dot for the period before, a filled one for now, a line between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from parcli.report.charts.fitting import SIZE, labels_end, lines_of, stacked, width_of
from parcli.report.charts.ground import NARROW, Axis, ground, head_of
from parcli.report.charts.scale import Scale
from parcli.report.charts.shapes import Dot, Drawing, Shape, Stroke, Words

_RADIUS = 5.5
_CHANGE = 64.0


class Changed(Struct, frozen=True):
    """A unit's value before and now, and the signed change as it is published."""

    name: str
    before: float
    now: float
    text: str
    note: str = ""


def score_change(
    units: Sequence[Changed],
    axis: Axis,
    *,
    title: str,
    description: str,
    width: float = 920.0,
) -> Drawing:
    """Return one row for each unit; dots may stand on an axis that does not begin at 0, as ``axis`` says."""
    narrow = width < NARROW
    row_height = 42.0 if narrow else 28.0
    start = 12 if narrow else max(_CHANGE, labels_end([unit.name for unit in units], 0, width / 3))
    scale = Scale(axis.low, axis.high, start, width - (12 if narrow else _CHANGE + 12))
    head = head_of(axis, scale, width)
    bottom = head + row_height * len(units)
    shapes: list[Shape] = list(ground(axis, scale, (head, bottom), width=width))
    for n, unit in enumerate(units):
        top = head + n * row_height
        shapes += _marks(unit, top + (28 if narrow else row_height / 2), scale)
        shapes += _texts(unit, top + (11 if narrow else row_height / 2), scale, width)
    return Drawing(width, bottom + 6, title, description, tuple(shapes))


def _marks(unit: Changed, y: float, scale: Scale) -> Iterator[Shape]:
    before, now = scale.at(unit.before), scale.at(unit.now)
    kind = _way(unit)
    if abs(now - before) > _RADIUS:
        edge = _RADIUS if now > before else -_RADIUS
        yield Stroke(before + edge, y, now, y, f"link {kind}")
    yield Dot(before, y, _RADIUS, f"before {kind}", unit.note)
    yield Dot(now, y, _RADIUS, f"now {kind}", unit.note)


def _texts(unit: Changed, middle: float, scale: Scale, width: float) -> Iterator[Shape]:
    kind, base = _way(unit), middle + SIZE * 0.35
    yield Words(width - 4, base, unit.text, f"move {kind}", "end")
    if scale.start < _CHANGE:
        room = width - 24 - width_of(unit.text)
        yield from stacked(lines_of(unit.name, room, most=1), scale.start - 6, middle, "name")
    else:
        lines = lines_of(unit.name, scale.start - 24)
        yield from stacked(lines, scale.start - 14, middle, "name", anchor="end")


def _way(unit: Changed) -> str:
    if unit.now == unit.before:
        return "still"
    return "up" if unit.now > unit.before else "down"
