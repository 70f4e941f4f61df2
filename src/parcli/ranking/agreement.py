"""Tells whether two prints can be of one number, and where two publications of one result differ."""

from __future__ import annotations

import re
from fractions import Fraction

from parcli.model.folding import folded
from parcli.model.register import PublishedResult
from parcli.model.rules import Rounding
from parcli.scoring.rounding import rounded_exact

_PRINTED_NUMBER = re.compile(r"[0-9]+(?:[.,]([0-9]+))?")
_USUAL, _MOST = 2, 6


def decimals(value: Fraction, printed: str) -> int:
    """Return how many decimals a value was printed with; where no text tells, two or as many as it has."""
    for match in _PRINTED_NUMBER.finditer(printed):
        if Fraction(match[0].replace(",", ".")) == value:
            return len(match[1] or "")
    return next((digits for digits in range(_USUAL, _MOST) if (value * 10**digits).denominator == 1), _MOST)


def agree(one: Fraction, two: Fraction, digits: int) -> bool:
    """Tell whether two figures are one number at as many decimals as the coarser of them was printed with."""
    return one == two or _half_up(one, digits) == _half_up(two, digits)


def differing(first: PublishedResult, second: PublishedResult) -> tuple[str, str] | None:
    """Return the first two figures of the same thing that differ, as printed; None where all agree.

    Scores are compared on the scale of an index, points without a maximum as points of 100.
    """
    one, two = of_hundred(first), of_hundred(second)
    if one is not None and two is not None:
        digits = min(_digits(first), _digits(second))
        if not agree(one, two, digits):
            return first.score_as_printed, second.score_as_printed
    pairs: list[tuple[str | int | None, str | int | None]] = [
        (first.rank, second.rank),
        (first.grade, second.grade),
    ]
    pairs += [(figure, second.areas.get(area)) for area, figure in first.areas.items()]
    pairs += [(rank, second.area_ranks.get(area)) for area, rank in first.area_ranks.items()]
    for left, right in pairs:
        if left and right and _key(left) != _key(right):
            return str(left), str(right)
    return None


def of_hundred(result: PublishedResult) -> Fraction | None:
    """Return a published score on the scale of an index, None where there is none."""
    if result.percent is not None:
        return result.percent
    if result.points is None or not result.max_points:
        return result.points
    return result.points / result.max_points * 100


def _digits(result: PublishedResult) -> int:
    value = result.points if result.percent is None else result.percent
    return 0 if value is None else decimals(value, result.score_as_printed)


def _key(figure: str | int) -> str:
    return folded(str(figure)).replace(",", ".")


def _half_up(value: Fraction, digits: int) -> Fraction:
    return rounded_exact(value, Rounding(digits, "half_up"))
