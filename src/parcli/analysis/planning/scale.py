"""The values that a measure can take in practice: cases of a ratio, tenths of a per cent, whole numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from math import ceil, floor

from msgspec import Struct

from parcli.analysis.planning.moves import Draft, Move, Said, in_cell, number_cell, pair_cell
from parcli.model.assessment import Datum
from parcli.model.finding import Param
from parcli.model.number import terminates
from parcli.model.rules import Bound, Interval, Measure
from parcli.scoring.measures import measured, shown

_TENTH_OF_A_PERCENT = Fraction(1, 1000)
_MOST_DECIMALS = 6


class Scale(Struct, frozen=True):
    """Multiples of ``unit`` within the measure's range; ``step`` is the distance that counts as one step.

    ``value`` is what is declared now, None where that is not known; ``whole`` the denominator, which stays as
    it is, where a ratio is declared by its two numbers.
    """

    of: Measure
    unit: Fraction
    step: Fraction
    value: Fraction | None = None
    whole: Fraction | None = None

    def nearest(self, interval: Interval, start: Fraction) -> Fraction | None:
        """Return the value of an interval that is nearest to another value, None where it has none."""
        value = self._rounded_up(start) if start in interval else start
        low, high = interval.lower, interval.upper
        if low is not None and not _above(start, low):
            value = self._rounded_up(low.value)
            value += 0 if _above(value, low) else self.unit
        elif high is not None and not _below(start, high):
            value = self._rounded_down(high.value)
            value -= 0 if _below(value, high) else self.unit
        return value if value in interval and value in self.of.range else None

    def between(self, low: Fraction, high: Fraction, *, most: int) -> Iterator[Fraction]:
        """Yield the values from just below one to just above another, not many more than ``most``."""
        unit = self.unit
        while (high - low) / unit > most:
            unit *= 10
        grid = {unit * number for number in range(ceil(low / unit), floor(high / unit) + 1)}
        below, above = self._rounded_up(low), self._rounded_down(high)
        ends = {below - self.unit, below, above, above + self.unit}
        yield from sorted(value for value in grid | ends if value in self.of.range)

    def cell(self, value: Fraction) -> Datum:
        """Return the cell that declares a value."""
        if self.whole is not None:
            return pair_cell(value * self.whole, self.whole)
        return number_cell(value, percent=self.of.is_percent)

    def draft(self, value: Fraction, start: Fraction) -> Draft:
        """Return the answer that declares a value, with its distance from what counts as declared now."""
        return in_cell(self.cell(value), abs(value - start) / self.step, self.move(value))

    def move(self, value: Fraction) -> Move:
        """Return the move to a value."""
        if self.whole is not None and self.value is not None:
            numbers = self.whole * self.value, self.whole * value
            return Move("ratio", numbers[1], numbers[0], self.of.labels[0], whole=self.whole)
        before: Param | None = None if self.value is None else shown(self.of, self.value)
        return Move("value", shown(self.of, value), before, self.of.labels[0])

    def _rounded_up(self, value: Fraction) -> Fraction:
        return ceil(value / self.unit) * self.unit

    def _rounded_down(self, value: Fraction) -> Fraction:
        return floor(value / self.unit) * self.unit


def scale_of(of: Measure, said: Said, stated: Iterable[Fraction]) -> Scale:
    """Return the scale of a measure; ``stated`` are the values that its rule names.

    One step is ten percentage points, or a tenth of the greatest number that the rule names.
    """
    found = measured(of, said.declared).value if said.known else None
    values = list(stated)
    if of.is_percent:
        step = Fraction(1, 10)
        pair = said.declared.pair
        if found is not None and pair is not None:
            return Scale(of, 1 / pair[1], step, found, pair[1])
        return Scale(of, min(_TENTH_OF_A_PERCENT, unit_of(values)), step, found)
    step = max((abs(value) for value in values), default=Fraction(0)) / 10 or Fraction(1, 10)
    return Scale(of, unit_of([*values, *([] if found is None else [found])]), step, found)


def unit_of(values: Iterable[Fraction]) -> Fraction:
    """Return the unit of the last decimal that any of the values has, 1 where all are whole."""
    digits = 0
    for value in values:
        while terminates(value) and digits < _MOST_DECIMALS and 10**digits % value.denominator:
            digits += 1
    return Fraction(1, 10**digits)


def edge_values(interval: Interval) -> Iterator[Fraction]:
    """Yield the ends of an interval that are stated."""
    yield from (bound.value for bound in (interval.lower, interval.upper) if bound is not None)


def _above(value: Fraction, bound: Bound) -> bool:
    return value > bound.value or (bound.inclusive and value == bound.value)


def _below(value: Fraction, bound: Bound) -> bool:
    return value < bound.value or (bound.inclusive and value == bound.value)
