from __future__ import annotations

from datetime import date

import pytest

from parcli.model.period import Period
from parcli.project.validity import ALWAYS, Validity, days_of


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        ("2023", date(2023, 1, 1), date(2023, 12, 31)),
        ("2023-H1", date(2023, 1, 1), date(2023, 6, 30)),
        ("2023-H2", date(2023, 7, 1), date(2023, 12, 31)),
        ("2024-Q1", date(2024, 1, 1), date(2024, 3, 31)),
        ("2024-Q4", date(2024, 10, 1), date(2024, 12, 31)),
    ],
)
def test_a_period_spans_whole_months(period: str, first: date, last: date) -> None:
    assert Validity(first, last) == days_of(Period.parse(period))


def test_a_year_before_all_days_of_an_old_register_has_days() -> None:
    assert Validity(date(1, 1, 1), date(1, 12, 31)) == days_of(Period(0))


def test_no_period_spans_all_days() -> None:
    assert ALWAYS == days_of(None)


@pytest.mark.parametrize(
    ("last", "overlaps"), [(date(2024, 12, 31), False), (date(2025, 1, 1), True), (None, True)]
)
def test_the_last_day_is_included(last: date | None, overlaps: bool) -> None:
    assert overlaps == Validity(None, last).overlaps(days_of(Period(2025)))


@pytest.mark.parametrize(
    ("first", "overlaps"), [(date(2026, 1, 1), False), (date(2025, 12, 31), True), (None, True)]
)
def test_the_first_day_is_included(first: date | None, overlaps: bool) -> None:
    assert overlaps == Validity(first, None).overlaps(days_of(Period(2025)))


def test_one_day_is_not_reversed() -> None:
    assert not Validity(date(2025, 7, 1), date(2025, 7, 1)).reversed
