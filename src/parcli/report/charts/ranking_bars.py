"""Draws who is where: a bar from 0 for each unit on pale grade bands, with a dashed mean; ranks nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from parcli.report.charts.fitting import SIZE, labels_end, lines_of, stacked, width_of
from parcli.report.charts.scale import Band, Scale, Tick
from parcli.report.charts.shapes import Box, Drawing, Shape, Stroke, Words

NARROW = 520.0
_HEAD = 44.0
_FOOT = 22.0
_RANK = 34.0
_AFTER = 64.0  # room for a value's text beyond the end of the axis


class Bar(Struct, frozen=True):
    """A unit: its rank and value as text, the value, its grade's tone (0 without one) and a note."""

    name: str
    rank: str
    value: float
    text: str
    tone: int = 0
    note: str = ""


class Axis(Struct, frozen=True):
    """What a chart of values stands on: from ``low`` to ``high``, bands and ticks; the mean and its text."""

    high: float
    bands: tuple[Band, ...] = ()
    ticks: tuple[Tick, ...] = ()
    low: float = 0.0
    mean: float | None = None
    mean_text: str = ""


class _Rows(Struct, frozen=True):
    """Where rows lie: their height, the bar's offset and height in them, and the axis."""

    height: float
    bar_from: float
    bar: float
    scale: Scale

    def top(self, row: int) -> float:
        return _HEAD + row * self.height


def ranking_bars(
    bars: Sequence[Bar], axis: Axis, *, title: str, description: str, width: float = 920.0
) -> Drawing:
    """Return the chart; in a drawing narrower than 520 names stand above their bars."""
    rows = _rows(axis, width, [bar.name for bar in bars])
    bottom = rows.top(len(bars))
    shapes: list[Shape] = [
        *ground(axis, rows.scale, (_HEAD, bottom)),
        *(shape for n, bar in enumerate(bars) for shape in _bar(bar, n, rows)),
        *_mean(axis, rows.scale, bottom),
        *(shape for n, bar in enumerate(bars) for shape in (*_name(bar, n, rows), _value(bar, n, rows))),
    ]
    return Drawing(width, bottom + _FOOT, title, description, tuple(shapes))


def ground(axis: Axis, scale: Scale, span: tuple[float, float]) -> Iterator[Shape]:
    """Yield grade bands between two heights with their names, where these fit, and the ticks above them."""
    top, bottom = span
    for band in axis.bands:
        left, right = scale.at(band.low), scale.at(band.high)
        yield Box(left, top, right - left, bottom - top, f"band t{band.tone}", band.name)
        if width_of(band.name) <= right - left - 4:
            yield Words((left + right) / 2, top - 28, band.name, "band-name", "middle")
    for tick in axis.ticks:
        x = scale.at(tick.value)
        yield Stroke(x, top, x, bottom, "grid")
        yield Words(x, top - 8, tick.text, "tick", "middle")


def _rows(axis: Axis, width: float, names: Sequence[str]) -> _Rows:
    if width < NARROW:
        return _Rows(40, 20, 13, Scale(axis.low, axis.high, 8, width - 14))
    return _Rows(30, 6, 18, Scale(axis.low, axis.high, labels_end(names, _RANK, width / 3), width - _AFTER))


def _bar(bar: Bar, row: int, rows: _Rows) -> Iterator[Shape]:
    top, scale = rows.top(row), rows.scale
    length = max(scale.at(bar.value) - scale.start, 0.0)
    yield Box(scale.start, top + rows.bar_from, length, rows.bar, f"bar t{bar.tone}", bar.note)


def _name(bar: Bar, row: int, rows: _Rows) -> Iterator[Shape]:
    top, scale = rows.top(row), rows.scale
    if scale.start < _RANK:
        lines = lines_of(f"{bar.rank}. {bar.name}" if bar.rank else bar.name, scale.end - 76, most=1)
        yield from stacked(lines, scale.start, top + 11, "name")
        return
    yield Words(_RANK - 10, top + rows.height / 2 + SIZE * 0.35, bar.rank, "rank", "end")
    lines = lines_of(bar.name, scale.start - _RANK - 12)
    yield from stacked(lines, scale.start - 12, top + rows.height / 2, "name", anchor="end")


def _value(bar: Bar, row: int, rows: _Rows) -> Words:
    # after the mean's line, so that the text stays readable on it
    top, scale = rows.top(row), rows.scale
    if scale.start < _RANK:
        return Words(scale.end, top + 11 + SIZE * 0.35, bar.text, "value", "end")
    return Words(scale.at(bar.value) + 7, top + rows.height / 2 + SIZE * 0.35, bar.text, "value")


def _mean(axis: Axis, scale: Scale, bottom: float) -> Iterator[Shape]:
    if axis.mean is None:
        return
    x = scale.at(axis.mean)
    yield Stroke(x, _HEAD, x, bottom + 4, "mean")
    half = width_of(axis.mean_text) / 2
    middle = min(max(x, half), scale.end + (0 if scale.start < _RANK else _AFTER) - half)
    yield Words(middle, bottom + 17, axis.mean_text, "mean-name", "middle")
