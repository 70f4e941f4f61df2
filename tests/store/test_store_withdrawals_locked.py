"""What was published stays when runs and imports of a locked period are withdrawn, or is a correction."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from fractions import Fraction
from pathlib import Path

import pytest

from parcli.errors import StoreError
from parcli.model.period import Period
from parcli.model.register import Selection
from parcli.store import Store, open_store
from store.register_values import (
    LEVEL,
    NOW,
    PERIOD,
    new_result,
    new_run,
    opened,
    placed,
    printed,
    simple_run,
    unit_score,
)

REASON = "Chấm nhầm tệp"
ALL = Selection()
LONG_AN = printed()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with opened(tmp_path / "parindex.db") as made:
        yield made


def points(store: Store) -> list[int]:
    return [int(result.points) for result in store.results(ALL)]


def withdraw(store: Store, run: int, reason: str = REASON) -> None:
    store.withdraw_run(run, reason=reason, tool_version="0.1.0")


def withdraw_import(store: Store, number: int) -> None:
    store.withdraw_import(number, reason=REASON, tool_version="0.1.0")


@pytest.fixture
def corrected(store: Store) -> Store:
    """Return a store in which 7 points were published and corrected to 9."""
    store.save_run(simple_run(3))
    store.lock(PERIOD, LEVEL, "PAR")
    store.save_run(simple_run(5, reason="Cộng nhầm"))
    return store


def test_what_counts_again_in_a_locked_period_is_a_correction_with_the_reason(corrected: Store) -> None:
    withdraw(corrected, 2)

    assert [(7, REASON)] == [(int(each.points), each.correction) for each in corrected.results(ALL)]


def test_the_last_of_several_withdrawals_gives_the_reason(corrected: Store) -> None:
    withdraw(corrected, 2, "Lần một")
    corrected.save_run(simple_run(6, reason="Chấm lại"))
    withdraw(corrected, 3, "Lần hai")

    assert [(7, "Lần hai")] == [(int(each.points), each.correction) for each in corrected.results(ALL)]


def test_the_same_figures_again_in_a_locked_period_are_no_correction(corrected: Store) -> None:
    corrected.save_run(simple_run(5))
    withdraw(corrected, 3)

    assert [(9, "Cộng nhầm")] == [(int(each.points), each.correction) for each in corrected.results(ALL)]


def test_a_superseded_run_that_is_withdrawn_corrects_nothing(corrected: Store) -> None:
    withdraw(corrected, 1)

    assert [(9, "Cộng nhầm")] == [(int(each.points), each.correction) for each in corrected.results(ALL)]


def test_a_published_unit_is_not_left_without_a_result(corrected: Store) -> None:
    withdraw(corrected, 1)

    with pytest.raises(StoreError) as raised:
        withdraw(corrected, 2)

    assert ("withdrawal-of-published-run", [9]) == (raised.value.code, points(corrected))


def test_the_units_that_would_be_left_without_a_result_are_named(store: Store) -> None:
    names = ("Sở A", "Sở B")
    store.save_run(new_run(*(new_result(unit_score(3), placed(name)) for name in names)))
    store.lock(PERIOD, LEVEL, "PAR")
    store.save_run(simple_run(5, name="Sở B", reason="Cộng nhầm"))

    with pytest.raises(StoreError) as raised:
        withdraw(store, 1)

    assert (1, ("Sở A",)) == (raised.value.params["number"], raised.value.params["units"])


def test_a_unit_that_came_after_the_publication_can_go_again(corrected: Store) -> None:
    corrected.save_run(simple_run(3, name="Sở Y tế", reason="Nộp muộn"))
    withdraw(corrected, 3)

    assert [9] == points(corrected)


def test_what_was_withdrawn_before_the_publication_was_not_published(tmp_path: Path) -> None:
    moments = iter(NOW + timedelta(minutes=n) for n in range(9))
    with open_store(tmp_path / "parindex.db", clock=lambda: next(moments)) as store:
        store.save_run(simple_run(3))
        store.save_run(simple_run(5))
        withdraw(store, 2)
        store.lock(PERIOD, LEVEL, "PAR")

        assert [7] == [int(each.points) for each in store.results_when_locked(ALL)]


def test_a_reinstated_result_that_is_withdrawn_too_has_its_own_reason_again(corrected: Store) -> None:
    corrected.save_run(simple_run(6, reason="Lần hai"))
    withdraw(corrected, 3, "Rút lần hai")
    withdraw(corrected, 2, "Rút lần một")

    assert [("Rút lần một", 2), ("Cộng nhầm", None)] == [
        (each.correction, each.reinstated_by) for run in (1, 2) for each in corrected.results_of_run(run)
    ]


def test_the_reason_for_scoring_a_reinstated_result_again_is_kept(corrected: Store) -> None:
    withdraw(corrected, 2)
    corrected.save_run(simple_run(3, reason="Khôi phục"))

    assert ["Khôi phục"] == [each.correction for each in corrected.results(ALL)]


def test_a_withdrawal_s_reason_stays_where_the_same_is_scored_without_any(corrected: Store) -> None:
    withdraw(corrected, 2)
    corrected.save_run(simple_run(3))

    assert [REASON] == [each.correction for each in corrected.results(ALL)]


CORRECTED = printed(score_as_printed="87,30", percent=Fraction(8730, 100))


@pytest.fixture
def locked_import(store: Store) -> Store:
    """Return a store with an import in a locked period."""
    store.save_published((LONG_AN,), file="a.csv", sha256="1")
    store.lock(Period(2023), "province", "PAR")
    return store


def test_an_import_of_a_locked_period_stays_while_a_unit_has_nothing_else(locked_import: Store) -> None:
    with pytest.raises(StoreError) as raised:
        withdraw_import(locked_import, 1)

    assert "withdrawal-of-published-import" == raised.value.code
    assert (("Long An",), (LONG_AN,)) == (raised.value.params["units"], locked_import.published(ALL))


def test_an_import_of_a_locked_period_can_go_once_it_is_corrected(locked_import: Store) -> None:
    locked_import.save_published((CORRECTED,), file="b.csv", sha256="2", reason="QĐ 9")
    withdraw_import(locked_import, 1)

    assert ["87,30"] == [each.score_as_printed for each in locked_import.published(ALL)]


def test_an_import_of_a_locked_period_can_go_where_a_result_of_ours_counts(store: Store) -> None:
    ours = placed("Long An", key=LONG_AN.placement.key, level="province")
    store.save_run(new_run(new_result(unit_score(3, period="2023"), ours)))
    store.save_published((LONG_AN,), file="a.csv", sha256="1")
    store.lock(Period(2023), "province", "PAR")
    withdraw_import(store, 1)

    assert () == store.published(ALL)


def test_rows_that_come_back_into_a_locked_period_need_a_reason(locked_import: Store) -> None:
    locked_import.save_published((CORRECTED,), file="b.csv", sha256="2", reason="QĐ 9")
    withdraw_import(locked_import, 1)

    with pytest.raises(StoreError) as raised:
        locked_import.save_published((LONG_AN,), file="a.csv", sha256="1")

    assert "period-locked" == raised.value.code
