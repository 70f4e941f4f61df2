"""Values are placed along an axis, axes get round ticks, text is broken where it no longer fits."""

from __future__ import annotations

import pytest

from parcli.report.charts.fitting import lines_of, width_of
from parcli.report.charts.scale import Band, Scale, floor_below, steps, tone, within


@pytest.mark.parametrize(("value", "place"), [(0, 10), (50, 60), (100, 110), (-5, 10), (120, 110)])
def test_a_value_lies_in_proportion_and_never_beyond_the_axis(value: float, place: float) -> None:
    assert place == Scale(0, 100, 10, 110).at(value)


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (0, 100, (0, 20, 40, 60, 80, 100)),
        (80, 100, (80, 85, 90, 95, 100)),
        (0, 13.5, (0, 5, 10)),
        (0, 1, (0, 0.2, 0.4, 0.6, 0.8, 1)),
    ],
)
def test_ticks_are_round(low: float, high: float, expected: tuple[float, ...]) -> None:
    assert expected == steps(low, high)


@pytest.mark.parametrize(
    ("place", "count", "expected"),
    [(0, 5, 1), (4, 5, 5), (2, 5, 3), (0, 3, 1), (1, 3, 3), (2, 3, 5), (1, 2, 5), (0, 1, 1)],
)
def test_a_scale_of_grades_uses_both_ends_of_the_tones(place: int, count: int, expected: int) -> None:
    assert expected == tone(place, count)


@pytest.mark.parametrize(
    ("values", "floor"), [([75.61], 70), ([59, 95], 0), ([61, 95], 55), ([100], 95), ([], 0), ([0, 90], 0)]
)
def test_an_axis_begins_at_0_unless_all_values_lie_high(values: list[float], floor: float) -> None:
    assert floor == floor_below(values, high=100)


def test_bands_are_cut_to_what_is_seen() -> None:
    bands = (Band("Tốt", 80, 100, 1), Band("Khá", 60, 80, 3), Band("Kém", 0, 60, 5))

    assert (Band("Tốt", 80, 100, 1), Band("Khá", 70, 80, 3)) == within(bands, 70, 100)


def test_a_name_that_fits_stays_in_one_line() -> None:
    assert ("Sở Nội vụ",) == lines_of("Sở Nội vụ", 200)


def test_a_long_name_is_broken_between_words_into_lines_that_fit() -> None:
    lines = lines_of("Ban Quản lý các khu công nghiệp và khu kinh tế", 180)

    assert 2 == len(lines)
    assert "Ban Quản lý các khu công nghiệp và khu kinh tế" == " ".join(lines)
    assert all(width_of(line) <= 180 for line in lines)


def test_a_name_that_goes_on_ends_in_dots_and_fits() -> None:
    lines = lines_of("Xây dựng và phát triển chính quyền điện tử, chính quyền số", 150, most=1)

    assert lines[0].endswith("…")
    assert width_of(lines[0]) <= 150


def test_one_long_word_is_cut() -> None:
    assert lines_of("x" * 80, 100)[0].endswith("x…")
