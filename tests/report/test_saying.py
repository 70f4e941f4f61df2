"""Figures of the page: classes of attainment, values that scripts sort by, published figures and dashes."""

from __future__ import annotations

from fractions import Fraction

import pytest

from parcli.model.rules import Rounding
from parcli.report.html.tables import heat, sortable
from parcli.report.saying import Saying


@pytest.mark.parametrize(
    ("percent", "expected"),
    [("0", 1), ("49.99", 1), ("50", 2), ("79.99", 4), ("80", 5), ("94.99", 6), ("95", 7), ("101", 7)],
)
def test_attainment_has_seven_classes(percent: str, expected: int) -> None:
    assert expected == heat(Fraction(percent))


def test_attainment_that_is_not_known_has_no_class() -> None:
    assert 0 == heat(None)


@pytest.mark.parametrize(
    ("value", "text"), [(Fraction("93.02"), "93.02"), (Fraction("-1.5"), "-1.5"), (None, "")]
)
def test_scripts_get_numbers_with_a_dot(value: Fraction | None, text: str) -> None:
    assert text == sortable(value)


def test_a_published_figure_is_the_same_the_second_time() -> None:
    say = Saying("vi", Rounding(2, "half_up"))

    assert ["75,60", "75,60"] == [say.published(Fraction("75.6")) for _ in range(2)]


def test_what_is_not_known_is_a_dash() -> None:
    assert "–" == Saying("en", Rounding(2, "half_up")).published(None)
