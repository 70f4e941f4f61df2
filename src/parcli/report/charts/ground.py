"""Draws what charts of values stand on: grade bands with their names, and ticks; it draws no value."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from parcli.report.charts.fitting import BOLD, width_of
from parcli.report.charts.scale import Band, Scale, Tick
from parcli.report.charts.shapes import Box, Shape, Stroke, Words

NARROW = 520.0
_HEAD = 44.0
_LEVEL = 14.0  # the height of a line of names
_LEVELS = 3
_APART = 6.0
_NAME_SIZE = 12.0


class Axis(Struct, frozen=True):
    """What a chart of values stands on: from ``low`` to ``high``, bands and ticks; the mean and its text."""

    high: float
    bands: tuple[Band, ...] = ()
    ticks: tuple[Tick, ...] = ()
    low: float = 0.0
    mean: float | None = None
    mean_text: str = ""


def head_of(axis: Axis, scale: Scale, width: float) -> float:
    """Return the height that names of bands and ticks take above the rows of a chart."""
    return _HEAD + _LEVEL * max((level for _, _, level in names_of(axis.bands, scale, width)), default=0)


def ground(axis: Axis, scale: Scale, span: tuple[float, float], *, width: float) -> Iterator[Shape]:
    """Yield grade bands between two heights with their names, and the ticks above them."""
    top, bottom = span
    for band in axis.bands:
        left, right = scale.at(band.low), scale.at(band.high)
        yield Box(left, top, right - left, bottom - top, f"band t{band.tone}", band.name)
    for name, x, level in names_of(axis.bands, scale, width):
        yield Words(x, top - 28 - _LEVEL * level, name, "band-name", "middle")
    places = [(tick, scale.at(tick.value)) for tick in axis.ticks]
    yield from (Stroke(x, top, x, bottom, "grid") for _, x in places)
    yield from (Words(x, top - 8, tick.text, "tick", "middle") for tick, x in places)


def names_of(bands: Sequence[Band], scale: Scale, width: float) -> tuple[tuple[str, float, int], ...]:
    """Return each band's name, where its middle lies, and in which line above the others it has room.

    A name stands above its band; where the one before reaches into it, it stands a line higher.
    """
    ends = [0.0] * _LEVELS
    placed: list[tuple[str, float, int]] = []
    for band in sorted(bands, key=lambda each: each.low):
        half = width_of(band.name, _NAME_SIZE) * BOLD / 2
        middle = (scale.at(band.low) + scale.at(band.high)) / 2
        x = min(max(middle, half), width - half)
        level = next((n for n, end in enumerate(ends) if end <= x - half), None)
        if level is not None:
            ends[level] = x + half + _APART
            placed.append((band.name, x, level))
    return tuple(placed)
