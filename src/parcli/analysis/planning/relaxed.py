"""Bounds the effort that a gain takes at least, by letting every leaf go any part of the way to an option.

The relaxed problem is solved by taking the cheapest ways first (the lower convex hulls of the options); it
never takes more effort than the real one.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import accumulate, pairwise

from msgspec import Struct

from parcli.analysis.planning.problem import Choice, Option


class Way(Struct, frozen=True):
    """A straight piece of a leaf's hull: what it gains and costs, and the option at its end."""

    leaf: int
    gain: int
    effort: int
    option: Option


class Ways:
    """All leaves' ways, cheapest first; gains are counted times ``gains``, efforts times ``efforts``."""

    def __init__(self, choices: Sequence[Choice], *, gains: int, efforts: int) -> None:
        ways = [way for leaf, choice in enumerate(choices) for way in _hull(leaf, choice, gains, efforts)]
        self.all: tuple[Way, ...] = tuple(sorted(ways, key=lambda way: Fraction(way.effort, way.gain)))

    def outside(self, first: int, last: int, *, but: frozenset[int] = frozenset()) -> Rest:
        """Return the ways of the leaves with a number below ``first``, or from ``last`` on, ``but`` some."""
        return Rest(way for way in self.all if not first <= way.leaf < last and way.leaf not in but)


class Rest:
    """Some leaves' ways, added up from the cheapest on."""

    def __init__(self, ways: Iterable[Way]) -> None:
        self._ways = tuple(ways)
        self._gains = list(accumulate((way.gain for way in self._ways), initial=0))
        self._efforts = list(accumulate((way.effort for way in self._ways), initial=0))

    def least_effort(self, gain: int) -> int | None:
        """Return a bound below the effort of a gain (rounded down), None where it is out of reach."""
        if gain <= 0:
            return 0
        if gain > self._gains[-1]:
            return None
        at = bisect_left(self._gains, gain) - 1
        way = self._ways[at]
        return self._efforts[at] + (gain - self._gains[at]) * way.effort // way.gain


def _hull(leaf: int, choice: Choice, gains: int, efforts: int) -> Iterator[Way]:
    """Yield the pieces of the lower convex hull of a leaf's options, from staying as it is on."""
    points = sorted(
        (_scaled(option.value - choice.now, gains), _scaled(option.effort, efforts), number)
        for number, option in enumerate(choice.options)
        if option.value > choice.now
    )
    hull: list[tuple[int, int, int]] = [(0, 0, -1)]
    for point in points:
        while len(hull) > 1 and _above(hull[-2], hull[-1], point):
            hull.pop()
        if point[0] > hull[-1][0]:
            hull.append(point)
    for low, high in pairwise(hull):
        yield Way(leaf, high[0] - low[0], high[1] - low[1], choice.options[high[2]])


def _above(first: tuple[int, int, int], middle: tuple[int, int, int], last: tuple[int, int, int]) -> bool:
    """Tell whether a point lies on or above the line between two others, or gains no less than the last."""
    return (middle[1] - first[1]) * (last[0] - first[0]) >= (last[1] - first[1]) * (middle[0] - first[0])


def _scaled(value: Fraction, scale: int) -> int:
    return value.numerator * (scale // value.denominator)
