"""Draws one unit's areas against its block: bar = unit, tick = mean, diamond = best, grey = range."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from msgspec import Struct

from parcli.report.charts.fitting import BOLD, LINE, SIZE, lines_of, stacked, width_of
from parcli.report.charts.scale import Scale, Tick
from parcli.report.charts.shapes import Anchor, Box, Curve, Drawing, Shape, Stroke, Words

_HEAD = 22.0
_ROW = 46.0
_BAR = (24.0, 10.0)  # the bar's offset in its row and its height
_DIAMOND = 5.5


class Field(Struct, frozen=True):
    """What the block reached in an area, in per cent of its maximum."""

    least: float
    mean: float
    best: float


class AreaRow(Struct, frozen=True):
    """An area of a unit: its share of the maximum in per cent and the block's; texts as they are shown.

    ``gap`` is the signed difference to the mean in points of per cent ("+3,2"), "" without a block.
    """

    name: str
    value: float
    text: str
    field: Field | None = None
    gap: str = ""
    note: str = ""


def area_bullet(
    rows: Sequence[AreaRow], ticks: Sequence[Tick], *, title: str, description: str, width: float = 390.0
) -> Drawing:
    """Return the chart on an axis from 0 to 100 per cent; names stand above bars, in up to three lines."""
    scale = Scale(0, 100, 8, width - 8)
    named = [_lines(row, scale) for row in rows]
    tops = tuple(accumulate((_ROW + LINE * (len(lines) - 1) for lines in named), initial=_HEAD))
    places = [(tick, scale.at(tick.value)) for tick in ticks]
    shapes: list[Shape] = [Stroke(x, _HEAD - 4, x, tops[-1], "grid") for _, x in places]
    shapes += (Words(x, 12, tick.text, "tick", _anchor(tick)) for tick, x in places)
    for row, lines, top in zip(rows, named, tops, strict=False):
        shapes += stacked(lines, scale.start, top + 8 + LINE * (len(lines) - 1) / 2, "name over")
        shapes += _row(row, top + LINE * (len(lines) - 1), scale)
    return Drawing(width, tops[-1] + 4, title, description, tuple(shapes))


def _lines(row: AreaRow, scale: Scale) -> tuple[str, ...]:
    taken = width_of(f"{row.text}  {row.gap}") * BOLD + 10
    return lines_of(row.name, scale.end - scale.start - taken, most=3)


def _anchor(tick: Tick) -> Anchor:
    return "start" if tick.value <= 0 else "end" if tick.value >= 100 else "middle"


def _row(row: AreaRow, top: float, scale: Scale) -> Iterator[Shape]:
    y, height = top + _BAR[0], _BAR[1]
    if row.field:
        least, best = scale.at(row.field.least), scale.at(row.field.best)
        yield Box(least, y - 4, best - least, height + 8, "range")
    below = row.field is not None and row.value < row.field.mean
    kind = "bar below" if below else "bar own"
    yield Box(scale.start, y, scale.at(row.value) - scale.start, height, kind, row.note)
    if row.field:
        mean = scale.at(row.field.mean)
        yield Stroke(mean, y - 6, mean, y + height + 6, "tick-mean")
        yield _diamond(scale.at(row.field.best), y + height / 2)
    base = top + 8 + SIZE * 0.35
    if row.gap:
        yield Words(scale.end, base, row.gap, "gap low" if below else "gap high", "end")
    taken = width_of(row.gap) + 8 if row.gap else 0
    yield Words(scale.end - taken, base, row.text, "value", "end")


def _diamond(x: float, y: float) -> Curve:
    reach = _DIAMOND
    return Curve(((x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y)), "best", "closed")
