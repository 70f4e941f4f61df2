"""Tells whether a number in a workbook is the one that was worked out here; it takes no part in scoring."""

from __future__ import annotations

from fractions import Fraction

from parcli.model.rules import Rounding
from parcli.scoring.rounding import rounded_exact

# Sheets calculate in binary fractions and show 15 digits: 2/3 is 0.666666666666667 there, and a sum of such
# numbers is off a little more. Nobody claims points finer than this.
_SHEET_NOISE = Fraction(1, 10**9)


def agrees(claimed: Fraction, exact: Fraction, rounding: Rounding) -> bool:
    """Return whether a claim is an exact value, as a sheet works it out or with the set's decimals."""
    if claimed == exact:  # nearly always, and cheaper than the others
        return True
    return abs(claimed - exact) <= _SHEET_NOISE or claimed == rounded_exact(exact, rounding)
