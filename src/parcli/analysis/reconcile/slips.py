"""Tells whether a number is another one with two neighbouring digits exchanged; it corrects nothing."""

from __future__ import annotations

from fractions import Fraction

from parcli.analysis.reconcile.printed import Printed


def exchanged(printed: Printed, meant: Fraction) -> bool:
    """Tell whether exchanging two neighbouring digits of a printed number gives another (10.05, 10.50)."""
    scale = 10**printed.digits
    if meant < 0 or printed.value < 0 or (meant * scale).denominator != 1:
        return False
    one, two = str(printed.value * scale), str(meant * scale)
    width = max(len(one), len(two))
    one, two = one.zfill(width), two.zfill(width)
    differing = [place for place in range(width) if one[place] != two[place]]
    return (
        len(differing) == 2
        and differing[1] == differing[0] + 1
        and (one[differing[0]], one[differing[1]]) == (two[differing[1]], two[differing[0]])
    )
