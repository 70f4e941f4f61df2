"""Tells whether a number in a workbook is the one that was worked out here; it takes no part in scoring."""

from __future__ import annotations

from fractions import Fraction

from parcli.model.rules import Rounding
from parcli.scoring.rounding import rounded_exact

# Sheets calculate in binary fractions and show 15 digits: 2/3 is 0.666666666666667 there, and a sum of such
# numbers is off a little more. Nobody claims points finer than this.
_SHEET_NOISE = 10**9  # parts of a point


def agrees(claimed: Fraction, exact: Fraction, rounding: Rounding) -> bool:
    """Return whether a claim is an exact value, as a sheet works it out or with the set's decimals."""
    # whole numbers, as every figure of every form is compared with one or several others
    numerator, denominator = claimed.as_integer_ratio()
    own_numerator, own_denominator = exact.as_integer_ratio()
    apart = abs(numerator * own_denominator - own_numerator * denominator)
    whole = denominator * own_denominator
    if apart * _SHEET_NOISE <= whole:
        return True
    # rounding never moves a number by a unit of its last decimal
    return apart * 10**rounding.digits < whole and claimed == rounded_exact(exact, rounding)
