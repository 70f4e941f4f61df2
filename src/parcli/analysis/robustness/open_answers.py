"""Says between which ranks a unit can end up, whichever way missing and disputed answers go; exact.

A missing answer may come to nothing or to full marks, a disputed one to what the unit claims or to what the
appraisal gives.
"""

from __future__ import annotations

from bisect import bisect_right
from fractions import Fraction

from msgspec import Struct

from parcli.analysis.robustness.field import Field, FirmUnit
from parcli.scoring.rounding import rounded_exact


class OpenRanks(Struct, frozen=True):
    """What open answers leave possible: figures from ``lowest`` to ``highest``, ranks from best to worst.

    ``answers`` counts the unit's own open answers. A unit without any may move as well, when others do.
    """

    key: str
    answers: int
    lowest: Fraction
    highest: Fraction
    best: int
    worst: int


def open_ranks(field: Field) -> tuple[OpenRanks, ...]:
    """Return what is possible for each unit, in the order of the field's units; empty where nothing is open.

    The best rank of a unit is the one with all its own answers going up and all others' going down. Ranks are
    counted as 1, 2, 2, 4, whatever the set does with equal ones.
    """
    if not any(unit.open_answers for unit in field.units):
        return ()
    ends = [_ends(unit, field) for unit in field.units]
    lows, highs = sorted(low for low, _ in ends), sorted(high for _, high in ends)
    found = []
    for unit, (low, high) in zip(field.units, ends, strict=True):
        surely_above = len(lows) - bisect_right(lows, high)
        maybe_above = len(highs) - bisect_right(highs, low) - (high > low)  # itself is not above itself
        answers = len(unit.open_answers)
        found.append(OpenRanks(unit.key, answers, low, high, surely_above + 1, maybe_above + 1))
    return tuple(found)


def _ends(unit: FirmUnit, field: Field) -> tuple[Fraction, Fraction]:
    """Return the least and the greatest figure that a unit can come to, as the set ranks it."""
    down = sum((each.points - each.lowest for each in unit.open_answers), Fraction(0))
    up = sum((each.highest - each.points for each in unit.open_answers), Fraction(0))
    value = unit.value(field.ranking.by)
    times = 1 if field.ranking.by == "points" else 100 / unit.applicable_max
    ends = value - down * times, value + up * times
    if field.ranking.precision == "exact":
        return ends
    low, high = (rounded_exact(each, field.rounding) for each in ends)
    return low, high
