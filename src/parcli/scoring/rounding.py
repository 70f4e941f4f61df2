"""Rounds exact numbers as a set says; the only place where precision is given up on purpose."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from parcli.model.rules import Rounding


def rounded(value: Fraction, rounding: Rounding) -> Decimal:
    """Return the value with the rounding's number of decimals.

    ``half_up`` takes halves away from zero (as offices do, domain: 9,117 is published as 9,12),
    ``half_even`` to the even neighbour, ``down`` cuts off.
    """
    # whole numbers throughout: the figures of a long list are rounded one by one
    numerator, denominator = value.numerator, value.denominator
    whole, rest = divmod(abs(numerator) * 10**rounding.digits, denominator)
    if rounding.mode == "half_up":
        whole += 2 * rest >= denominator
    elif rounding.mode == "half_even":
        whole += 2 * rest > denominator or (2 * rest == denominator and whole % 2 == 1)
    return Decimal(-whole if numerator < 0 else whole).scaleb(-rounding.digits)


def rounded_points(value: Fraction, rounding: Rounding, most: Fraction) -> Fraction:
    """Return a rule's points under its own rounding, which never lifts them above the maximum."""
    return min(rounded_exact(value, rounding), most)


def rounded_exact(value: Fraction, rounding: Rounding) -> Fraction:
    """Return the rounded value as an exact number, for a stage that goes on calculating with it."""
    return Fraction(rounded(value, rounding))


def is_rounded(value: Fraction, rounding: Rounding) -> bool:
    """Tell whether a value has no more decimals than the rounding leaves, so that it would not change it."""
    return bool(10**rounding.digits % value.denominator == 0)


def shows_rounding(points: Fraction, most: Fraction, rounding: Rounding) -> bool:
    """Tell whether the percentage of exact points is printed differently from that of the printed points."""
    if not most:
        return False
    printed = rounded_exact(points, rounding) / most * 100
    return rounded(printed, rounding) != rounded(points / most * 100, rounding)
