"""What printed numbers stand for: a figure comes in, an interval goes out; it judges nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from parcli.model.number import added
from parcli.model.rules import Bound, Interval, Rounding, RoundingMode
from parcli.scoring.rounding import rounded_exact


class Printed(Struct, frozen=True):
    """A number as printed: 96.85 for "96,85%", with the decimals that it is exact to and where it stands."""

    value: Fraction
    digits: int
    text: str
    place: str = ""

    @property
    def step(self) -> Fraction:
        """Return one unit of the last decimal."""
        return Fraction(1, 10**self.digits)


def stands_for(printed: Printed, mode: RoundingMode = "half_up") -> Interval:
    """Return every exact number that a mode of rounding prints so: 12.34 is [12.335, 12.345) half up.

    Cut off it is [12.34, 12.35). Below zero the ends change places, because halves go away from zero.
    """
    value, step = printed.value, printed.step
    if mode == "down":
        low, high = (value, value + step) if value > 0 else (value - step, value)
        if value == 0:
            return _between(-step, step)
    else:
        low, high = value - step / 2, value + step / 2
        if value == 0:
            return Interval(Bound(low, mode == "half_even"), Bound(high, mode == "half_even"))
    both = mode == "half_even"  # of two halves one is meant, and which one the last digit tells
    return Interval(Bound(low, value > 0 or both), Bound(high, value < 0 or both))


def exactly(value: Fraction) -> Interval:
    """Return the interval of one number, as a maximum or a count is."""
    return Interval(Bound(value, inclusive=True), Bound(value, inclusive=True))


def sum_of(intervals: Iterable[Interval]) -> Interval:
    """Return every sum that takes one number of each interval; all of them have two ends."""
    found = list(intervals)
    lower, upper = [_low(each) for each in found], [_high(each) for each in found]
    return Interval(_end(lower), _end(upper))


def times(interval: Interval, factor: Fraction) -> Interval:
    """Return the numbers of an interval times a factor other than 0."""
    ends = [Bound(end.value * factor, end.inclusive) for end in (_low(interval), _high(interval))]
    return Interval(*(ends if factor > 0 else reversed(ends)))


def meet(one: Interval, two: Interval) -> bool:
    """Tell whether a number lies in both intervals."""
    return _reaches(one, two) and _reaches(two, one)


def prints_as(exact: Fraction, printed: Printed, mode: RoundingMode = "half_up") -> bool:
    """Tell whether an exact number, rounded to the decimals of a printed one, is that one."""
    return rounded_exact(exact, Rounding(printed.digits, mode)) == printed.value


def with_usual_digits(numbers: Sequence[Printed]) -> tuple[Printed, ...]:
    """Return the numbers of a column; those with fewer decimals than usual there are exact to the usual ones.

    "54,2" among "31,59" and "85,78" is 54,20, whose last zero nobody typed. The usual number of decimals is
    the commonest of those that have any, the greater one of two.
    """
    counts = Counter(each.digits for each in numbers if each.digits)
    usual = max(counts, key=lambda digits: (counts[digits], digits), default=0)
    return tuple(replace(each, digits=max(each.digits, usual)) for each in numbers)


def _between(low: Fraction, high: Fraction) -> Interval:
    return Interval(Bound(low, inclusive=False), Bound(high, inclusive=False))


def _end(bounds: Iterable[Bound]) -> Bound:
    ends = list(bounds)
    return Bound(added(end.value for end in ends), all(end.inclusive for end in ends))


def _reaches(one: Interval, two: Interval) -> bool:
    """Tell whether the first interval begins where, or before, the second one ends."""
    low, high = _low(one), _high(two)
    return low.value < high.value or (low.value == high.value and low.inclusive and high.inclusive)


def _low(interval: Interval) -> Bound:
    assert interval.lower is not None
    return interval.lower


def _high(interval: Interval) -> Bound:
    assert interval.upper is not None
    return interval.upper
