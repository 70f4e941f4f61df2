"""Formulas are put together exactly as Excel and LibreOffice read them, and compare without binary noise."""

from __future__ import annotations

from fractions import Fraction

import pytest

from parcli.model.rules import Rounding, RoundingMode
from parcli.spreadsheet.formula_text import (
    every,
    held,
    number,
    quoted,
    rounded,
    same_text,
    settled,
    settled_difference,
    some,
    within,
)
from support.scoring_sets import interval


@pytest.mark.parametrize(
    ("value", "expected"), [("0.25", "0.25"), ("-3", "-3"), ("1/3", "(1/3)"), ("15.5", "15.5"), ("0", "0")]
)
def test_numbers_are_exact(value: str, expected: str) -> None:
    assert expected == number(Fraction(value))


def test_a_quote_in_a_text_is_doubled() -> None:
    assert '"nói ""có"""' == quoted('nói "có"')


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("above 70% to 90%", "AND(x>0.7,x<=0.9)"),
        ("from 70% below 90%", "AND(x>=0.7,x<0.9)"),
        ("from 70%", "x>=0.7"),
        ("below 0", "x<0"),
        ("equal 1", "x=1"),
        ("above 1/3", "x>ROUND((1/3),12)"),
        ("", ""),
    ],
)
def test_intervals_have_the_regulations_bounds(words: str, expected: str) -> None:
    assert expected == within("x", interval(words))


def test_what_is_compared_is_rounded_first() -> None:
    assert "ROUND(E5/F5,12)" == settled("E5/F5")


def test_a_difference_of_large_numbers_keeps_fewer_decimals() -> None:
    """0.1 more than 1234567.8 is 0.0999999998603 on a sheet."""
    assert "ROUND(E5-F5,13-LEN(INT(MAX(ABS(E5),ABS(F5)))))" == settled_difference("E5", "F5")


@pytest.mark.parametrize(
    ("mode", "expected"),
    [
        ("half_up", "ROUND(ROUND(x,12),1)"),
        ("down", "TRUNC(ROUND(x,12),1)"),
        ("half_even", "SIGN(x)*(ROUND(ROUND(ABS(x)*10,11),0)-(MOD(ROUND(ABS(x)*10,11),2)=0.5))/10"),
    ],
)
def test_every_rounding_has_its_formula(mode: RoundingMode, expected: str) -> None:
    assert expected == rounded("x", Rounding(1, mode))


@pytest.mark.parametrize(
    ("least", "most", "expected"),
    [(None, None, "x"), (None, 2, "MIN(2,x)"), (0, None, "MAX(0,x)"), (0, 2, "MAX(0,MIN(2,x))")],
)
def test_values_are_held_between_two_ends(least: int | None, most: int | None, expected: str) -> None:
    ends = {name: Fraction(end) for name, end in (("least", least), ("most", most)) if end is not None}
    assert expected == held("x", **ends)


@pytest.mark.parametrize(
    ("stated", "all_of", "one_of"),
    [([], "", ""), (["", "a"], "a", "a"), (["a", "", "b"], "AND(a,b)", "OR(a,b)")],
)
def test_conditions_that_say_nothing_are_left_out(stated: list[str], all_of: str, one_of: str) -> None:
    assert (all_of, one_of) == (every(stated), some(stated))


def test_texts_are_compared_to_the_letter() -> None:
    assert 'EXACT(D5,"Có")' == same_text("D5", quoted("Có"))
