"""A printed number stands for exactly the numbers that are rounded to it."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parcli.analysis.reconcile.keeping_order import out_of_order
from parcli.analysis.reconcile.printed import (
    Printed,
    exactly,
    meet,
    prints_as,
    stands_for,
    sum_of,
    times,
    with_usual_digits,
)
from parcli.analysis.reconcile.slips import exchanged
from parcli.model.rules import RoundingMode

# thousandths and halves of them, so that halves of the printed hundredths occur often
_EXACT = st.integers(-60_000, 60_000).map(lambda n: Fraction(n, 2_000))


def printed(text: str) -> Printed:
    return Printed(Fraction(text), len(text.partition(".")[2]), text)


@pytest.mark.parametrize("mode", ["half_up", "down"])
@given(exact=_EXACT, hundredths=st.integers(-30, 30))
def test_a_number_is_in_the_interval_if_it_is_printed_so(
    exact: Fraction, hundredths: int, mode: RoundingMode
) -> None:
    shown = printed(f"{hundredths / 100:.2f}")

    assert prints_as(exact, shown, mode) == (exact in stands_for(shown, mode))


@given(exact=_EXACT)
def test_rounding_halves_to_even_stays_in_the_interval(exact: Fraction) -> None:
    scaled = exact * 100
    shown = Printed(Fraction(round(scaled), 100), 2, "")

    assert exact in stands_for(shown, "half_even")


@given(st.lists(st.tuples(_EXACT, st.sampled_from([1, -1])), min_size=1, max_size=6))
def test_a_sum_of_exact_numbers_is_in_the_sum_of_what_they_are_printed_as(
    signed: list[tuple[Fraction, int]],
) -> None:
    total = sum((value * sign for value, sign in signed), Fraction(0))
    parts = [(_as_printed(value), sign) for value, sign in signed]

    assert total in sum_of(times(stands_for(part), Fraction(sign)) for part, sign in parts)


@pytest.mark.parametrize(
    ("one", "two", "do"),
    [("88.32", "88.33", False), ("88.33", "88.33", True), ("-0.01", "0.00", False), ("88.3", "88.33", True)],
)
def test_two_prints_next_to_each_other_have_no_number_in_common(one: str, two: str, do: bool) -> None:
    assert do == meet(stands_for(printed(one)), stands_for(printed(two)))


def test_a_maximum_stands_for_itself() -> None:
    assert (True, False) == tuple(
        meet(exactly(Fraction(10)), exactly(Fraction(value))) for value in ("10", "10.01")
    )


def test_a_figure_with_fewer_decimals_than_usual_has_lost_its_zeros() -> None:
    """54,2 among figures of two decimals; a third decimal is no reason to doubt the others."""
    found = with_usual_digits([printed(text) for text in ("54.2", "31.59", "85.78", "7", "3.286")])

    assert [2, 2, 2, 2, 3] == [each.digits for each in found]


@pytest.mark.parametrize(
    ("typed", "meant", "is_slip"),
    [
        ("10.05", "10.50", True),
        ("87.89", "78.89", True),
        ("86.89", "87.89", False),
        ("10.05", "10.61", False),
        ("10.05", "15.00", False),
        ("1.05", "10.50", False),
        ("10.05", "-10.50", False),
    ],
)
def test_only_neighbouring_digits_are_exchanged(typed: str, meant: str, is_slip: bool) -> None:
    assert is_slip == exchanged(printed(typed), Fraction(meant))


@given(st.lists(st.integers(0, 9), max_size=8))
def test_what_is_left_is_in_order_and_nothing_longer_is(numbers: list[int]) -> None:
    keys = [(number, 0) for number in numbers]
    wrong = set(out_of_order(keys))
    left = [number for position, number in enumerate(numbers) if position not in wrong]

    assert (sorted(left), _longest(numbers)) == (left, len(left))


def _as_printed(value: Fraction) -> Printed:
    size = abs(value) * 100
    hundredths = int(size + Fraction(1, 2))
    return Printed(Fraction(-hundredths if value < 0 else hundredths, 100), 2, "")


def _longest(numbers: list[int]) -> int:
    """Return how many numbers the longest subsequence has that never goes down, by trying all."""
    best = 0
    for mask in range(1 << len(numbers)):
        chosen = [number for at, number in enumerate(numbers) if mask >> at & 1]
        best = max(best, len(chosen) if chosen == sorted(chosen) else 0)
    return best
