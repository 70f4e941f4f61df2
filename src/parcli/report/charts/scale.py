"""Places values along an axis, chooses its ticks and cuts it into grade bands; draws nothing."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from msgspec import Struct

TONES = 5
_STEPS = (1, 2, 2.5, 5, 10)


class Scale(Struct, frozen=True):
    """A straight axis: ``low`` lies at ``start``, ``high`` at ``end``."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """Return where a value lies; what is beyond the axis lies at its end."""
        inside = min(max(value, self.low), self.high)
        return self.start + (inside - self.low) / (self.high - self.low) * (self.end - self.start)


class Band(Struct, frozen=True):
    """A grade's part of the axis, ``tone`` 1 (the best) to 5 (the worst)."""

    name: str
    low: float
    high: float
    tone: int


class Tick(Struct, frozen=True):
    """A value of the axis and its text."""

    value: float
    text: str


def tone(place: int, count: int) -> int:
    """Return the tone of the grade at ``place`` (0 is the best) of ``count``: both ends of five are used."""
    return 1 + round(place * (TONES - 1) / (count - 1)) if count > 1 else 1


def steps(low: float, high: float, *, most: int = 6) -> tuple[float, ...]:
    """Return round values from ``low`` to ``high``, at most so many."""
    rough = (high - low) / max(most - 1, 1)
    power = 10 ** math.floor(math.log10(rough))
    width = next(each * power for each in _STEPS if each * power >= rough - 1e-9)
    first = math.ceil(low / width - 1e-9)
    last = math.floor(high / width + 1e-9)
    return tuple(round(each * width, 6) for each in range(first, last + 1))


def floor_below(values: Iterable[float], *, high: float, share: float = 0.4) -> float:
    """Return where an axis up to ``high`` may begin: 0, or a round value below all where they lie close.

    The axis is cut only if all values lie in the upper part that is ``share`` of it.
    """
    lowest = min(values, default=0.0)
    if lowest < high * (1 - share):
        return 0.0
    width = high / 20
    return max(0.0, (math.floor(lowest / width) - 1) * width)


def within(bands: Sequence[Band], low: float, high: float) -> tuple[Band, ...]:
    """Return the bands that can be seen between two values, cut to them."""
    cut = (Band(each.name, max(each.low, low), min(each.high, high), each.tone) for each in bands)
    return tuple(each for each in cut if each.high > each.low)
