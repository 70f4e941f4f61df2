"""Rounding as sets state it: digits and mode, on exact numbers."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parcli.model.rules import Rounding, RoundingMode
from parcli.scoring.rounding import is_rounded, rounded, rounded_exact
from scoring import naive
from scoring.rule_strategies import PROPERTY

MODES: tuple[RoundingMode, ...] = ("half_up", "half_even", "down")


@pytest.mark.parametrize(
    ("value", "digits", "mode", "expected"),
    [
        (Fraction("9.117"), 2, "half_up", "9.12"),
        (Fraction(80, 384) * 3, 2, "half_up", "0.63"),
        (Fraction("0.625"), 2, "half_even", "0.62"),
        (Fraction("0.635"), 2, "half_even", "0.64"),
        (Fraction("0.6250000001"), 2, "half_even", "0.63"),
        (Fraction("0.6249999999"), 2, "half_up", "0.62"),
        (Fraction("62.62") / 70 * 100, 2, "down", "89.45"),
        (Fraction("62.62") / 70 * 100, 2, "half_up", "89.46"),
        (Fraction("69.25") / Fraction("71.5") * 100, 2, "half_up", "96.85"),
        (Fraction("40.62") / 80 * 100, 2, "half_up", "50.78"),
        (Fraction("40.62") / 80 * 100, 2, "down", "50.77"),
        (Fraction("0.999"), 2, "down", "0.99"),
        (Fraction("0.995"), 2, "half_up", "1.00"),
        (Fraction("-0.125"), 2, "half_up", "-0.13"),
        (Fraction("-0.125"), 2, "half_even", "-0.12"),
        (Fraction("-0.129"), 2, "down", "-0.12"),
        (Fraction("2.5"), 0, "half_up", "3"),
        (Fraction("2.5"), 0, "half_even", "2"),
        (Fraction(2, 3), 3, "half_up", "0.667"),
        (Fraction(12345678901234567890, 7), 2, "half_up", "1763668414462081127.14"),
    ],
)
def test_rounds_as_stated(value: Fraction, digits: int, mode: RoundingMode, expected: str) -> None:
    assert rounded(value, Rounding(digits, mode)) == Decimal(expected)


@pytest.mark.parametrize("mode", MODES)
def test_keeps_trailing_zeros(mode: RoundingMode) -> None:
    assert str(rounded(Fraction(84), Rounding(2, mode))) == "84.00"


def test_a_negative_that_rounds_to_nothing_is_zero_without_a_sign() -> None:
    assert str(rounded(Fraction("-0.001"), Rounding(2, "half_up"))) == "0.00"


@pytest.mark.parametrize("mode", MODES)
@PROPERTY
@given(value=st.fractions(-1000, 1000), digits=st.integers(0, 4))
def test_equals_long_division(mode: RoundingMode, value: Fraction, digits: int) -> None:
    rounding = Rounding(digits, mode)
    assert Fraction(rounded(value, rounding)) == naive.rounded(value, rounding)


@pytest.mark.parametrize("mode", MODES)
def test_a_rounded_value_is_one_that_rounding_leaves_as_it_is(mode: RoundingMode) -> None:
    values = [Fraction(top, bottom) for top in range(-30, 31) for bottom in (1, 2, 3, 4, 8, 40, 125)]
    roundings = [Rounding(digits, mode) for digits in range(4)]
    unchanged = [rounded_exact(value, each) == value for each in roundings for value in values]
    assert [is_rounded(value, each) for each in roundings for value in values] == unchanged
