"""Draws who is where: a bar from 0 for each unit on pale grade bands, with a dashed mean; ranks nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from parcli.report.charts.fitting import BOLD, SIZE, labels_end, lines_of, stacked, width_of
from parcli.report.charts.ground import NARROW, Axis, ground, head_of
from parcli.report.charts.scale import Scale
from parcli.report.charts.shapes import Box, Drawing, Shape, Stroke, Words

_FOOT = 22.0
_RANK = 34.0
_AFTER = 64.0  # room for a value's text beyond the end of the axis
_BESIDE = 2.0  # between a value's text and the mean's line


class Bar(Struct, frozen=True):
    """A unit: its rank and value as text, the value, its grade's tone (0 without one) and a note."""

    name: str
    rank: str
    value: float
    text: str
    tone: int = 0
    note: str = ""


class _Rows(Struct, frozen=True):
    """Where rows lie: below what height, their own, the bar's offset and height in them, and the axis."""

    head: float
    height: float
    bar_from: float
    bar: float
    scale: Scale

    def top(self, row: int) -> float:
        return self.head + row * self.height


def ranking_bars(
    bars: Sequence[Bar], axis: Axis, *, title: str, description: str, width: float = 920.0
) -> Drawing:
    """Return the chart; in a drawing narrower than 520 names stand above their bars."""
    rows = _rows(axis, width, [bar.name for bar in bars])
    bottom = rows.top(len(bars))
    shapes: list[Shape] = [
        *ground(axis, rows.scale, (rows.head, bottom), width=width),
        *(shape for n, bar in enumerate(bars) for shape in _bar(bar, n, rows)),
        *_mean(axis, bars, rows),
        *(shape for n, bar in enumerate(bars) for shape in (*_name(bar, n, rows), _value(bar, n, rows))),
    ]
    return Drawing(width, bottom + _FOOT, title, description, tuple(shapes))


def _rows(axis: Axis, width: float, names: Sequence[str]) -> _Rows:
    narrow = width < NARROW
    start, end = (8.0, width - 14) if narrow else (labels_end(names, _RANK, width / 3), width - _AFTER)
    scale = Scale(axis.low, axis.high, start, end)
    head = head_of(axis, scale, width)
    return _Rows(head, 40, 20, 13, scale) if narrow else _Rows(head, 30, 6, 18, scale)


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
    top, scale = rows.top(row), rows.scale
    if scale.start < _RANK:
        return Words(scale.end, top + 11 + SIZE * 0.35, bar.text, "value", "end")
    return Words(scale.at(bar.value) + 7, top + rows.height / 2 + SIZE * 0.35, bar.text, "value")


def _mean(axis: Axis, bars: Sequence[Bar], rows: _Rows) -> Iterator[Shape]:
    """Yield the mean's line, which leaves out the heights at which a text stands in its way, and its name."""
    if axis.mean is None:
        return
    scale, bottom = rows.scale, rows.top(len(bars))
    x, start = scale.at(axis.mean), rows.head
    for top, end in (each for n, bar in enumerate(bars) for each in _texts(bar, n, rows, x)):
        if top > start:
            yield Stroke(x, start, x, top, "mean")
        start = end
    yield Stroke(x, start, x, bottom + 4, "mean")
    half = width_of(axis.mean_text) / 2
    middle = min(max(x, half), scale.end + (0 if scale.start < _RANK else _AFTER) - half)
    yield Words(middle, bottom + 17, axis.mean_text, "mean-name", "middle")


def _texts(bar: Bar, row: int, rows: _Rows, x: float) -> Iterator[tuple[float, float]]:
    """Yield from where to where a row has text that a line at ``x`` would cross."""
    top, scale = rows.top(row), rows.scale
    if scale.start < _RANK:  # name and value above the bar
        yield top, top + rows.bar_from - 2
        return
    left = scale.at(bar.value) + 7
    if left - _BESIDE < x < left + width_of(bar.text) * BOLD + _BESIDE:
        yield top + rows.height / 2 - SIZE * 0.7, top + rows.height / 2 + SIZE * 0.7
