"""Printed parts add up to the printed change, and a part that is nothing is printed as nothing."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from parcli.analysis.change_parts import Parts
from parcli.cli.parts_text import printed_parts
from parcli.model.rules import Rounding
from parcli.scoring.rounding import rounded
from support.scoring_sets import exact

_FIGURES = st.fractions(0, 100, max_denominator=990)


def _printed(parts: Parts, digits: int) -> Decimal:
    """Return the change of the rounded figures, as tables print it."""
    rounding = Rounding(digits, "half_up")
    return rounded(parts.now, rounding) - rounded(parts.before, rounding)


@given(_FIGURES, _FIGURES, _FIGURES, st.integers(0, 3))
def test_printed_parts_add_up_to_the_printed_change(
    before: Fraction, between: Fraction, now: Fraction, digits: int
) -> None:
    parts = Parts(before, between, now)
    found = printed_parts(parts, _printed(parts, digits), by="percent")

    assert found.change == found.of_rules + found.of_unit == _printed(parts, digits)


@given(_FIGURES, _FIGURES, _FIGURES)
def test_no_printed_part_is_off_by_two_of_the_last_digit(
    before: Fraction, between: Fraction, now: Fraction
) -> None:
    parts = Parts(before, between, now)
    found = printed_parts(parts, _printed(parts, 2), by="percent")
    off = (Fraction(found.of_rules) - parts.of_rules, Fraction(found.of_unit) - parts.of_unit)

    assert all(abs(each) < Fraction(2, 100) for each in off)


@given(_FIGURES, _FIGURES)
def test_a_part_that_is_nothing_is_printed_as_nothing(before: Fraction, now: Fraction) -> None:
    assume(before != now)
    by_rules, by_unit = Parts(before, now, now), Parts(before, before, now)
    found = [printed_parts(each, _printed(each, 2), by="points") for each in (by_rules, by_unit)]

    assert [Decimal(0)] * 2 == [found[0].of_unit, found[1].of_rules]


@pytest.mark.parametrize(
    ("figures", "printed"),
    [
        (("70", "70.333", "70.666"), ("0.67", "0.34", "0.33")),  # equal parts: the rules take the rest
        (("70", "70.333", "71"), ("1.00", "0.33", "0.67")),
        (("70", "69.995", "69.995"), ("0.00", "0.00", "0.00")),  # too little for the decimals published
    ],
)
def test_the_smaller_part_is_rounded_and_the_other_is_the_rest(
    figures: tuple[str, str, str], printed: tuple[str, str, str]
) -> None:
    parts = Parts(*map(exact, figures))
    found = printed_parts(parts, _printed(parts, 2), by="percent")

    assert printed == tuple(str(each) for each in (found.change, found.of_rules, found.of_unit))
