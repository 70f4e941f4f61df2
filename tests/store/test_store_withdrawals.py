"""What is withdrawn stays in the store and counts nowhere; what was there before it counts again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from parcli.errors import StoreError
from parcli.model.period import Period
from parcli.model.register import PublishedGroup, ResultKey, Selection, Withdrawal
from parcli.store import Store
from store.register_values import (
    FINGERPRINT,
    LEVEL,
    NOW,
    PERIOD,
    file_run,
    new_result,
    new_run,
    opened,
    placed,
    printed,
    sha256,
    simple_run,
    unit_score,
)

REASON = "Chấm nhầm tệp"
ALL = Selection()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with opened(tmp_path / "parindex.db") as made:
        yield made


def points(store: Store) -> list[int]:
    return [int(result.points) for result in store.results(ALL)]


def withdraw(store: Store, run: int, reason: str = REASON) -> None:
    store.withdraw_run(run, reason=reason, tool_version="0.1.0")


def withdraw_import(store: Store, number: int, reason: str = REASON) -> None:
    store.withdraw_import(number, reason=reason, tool_version="0.1.0")


def refusal(store: Store, run: int, reason: str = REASON) -> str:
    with pytest.raises(StoreError) as raised:
        withdraw(store, run, reason)
    return raised.value.code


def test_the_result_before_counts_again(store: Store) -> None:
    store.save_run(simple_run(3))
    store.save_run(simple_run(5))
    withdraw(store, 2)

    assert [7] == points(store)


def test_a_withdrawal_between_two_runs_changes_nothing_that_counts(store: Store) -> None:
    for n in (3, 4, 5):
        store.save_run(simple_run(n))
    withdraw(store, 2)

    assert [9] == points(store)


def test_two_withdrawals_lead_back_to_the_first_run(store: Store) -> None:
    for n in (3, 4, 5):
        store.save_run(simple_run(n))
    withdraw(store, 2)
    withdraw(store, 3)

    assert [7] == points(store)


def test_a_unit_without_an_earlier_result_has_none(store: Store) -> None:
    withdraw(store, store.save_run(simple_run(3)))

    assert [] == points(store)


def test_a_newer_run_counts_after_a_withdrawal(store: Store) -> None:
    withdraw(store, store.save_run(simple_run(3)))
    store.save_run(simple_run(5))

    assert [9] == points(store)


def test_what_is_withdrawn_is_still_shown_and_said_to_be(store: Store) -> None:
    store.save_run(simple_run(3))
    store.save_run(simple_run(5))
    withdraw(store, 2)

    every = store.results(Selection(superseded=True))

    assert [(9, True, False), (7, False, False)] == [
        (int(result.points), result.withdrawn, result.superseded) for result in every
    ]
    assert [True] == [result.withdrawn for result in store.results_of_run(2)]


def test_a_run_says_when_why_and_by_which_version_it_was_withdrawn(store: Store) -> None:
    store.save_run(simple_run(3))
    store.save_run(simple_run(5))
    withdraw(store, 2, f" {REASON} ")

    assert [None, Withdrawal(NOW, REASON, "0.1.0")] == [run.withdrawn for run in store.runs()]


def test_periods_and_indices_are_those_of_what_counts(store: Store) -> None:
    store.save_run(simple_run(3, period="2024"))
    store.save_run(new_run(new_result(unit_score(5), index="SIPAS")))
    withdraw(store, 2)

    assert ((Period(2024),), ("PAR",)) == (store.periods(LEVEL), store.indices(LEVEL))


def test_a_withdrawn_run_s_workbooks_are_not_known(store: Store) -> None:
    withdraw(store, store.save_run(file_run("a.xlsx", "bản 1")))

    assert {} == store.known([sha256("bản 1")], FINGERPRINT)


def test_workbooks_that_a_withdrawn_run_had_superseded_are_known_again(store: Store) -> None:
    store.save_run(file_run("a.xlsx", "bản 1", 3))
    store.save_run(file_run("a.xlsx", "bản 2", 5))
    withdraw(store, 2)

    key = frozenset({ResultKey(placed().key, LEVEL, PERIOD, "PAR")})
    assert {sha256("bản 1"): key} == store.known([sha256("bản 1"), sha256("bản 2")], FINGERPRINT)


def test_a_run_is_not_withdrawn_twice(store: Store) -> None:
    withdraw(store, store.save_run(simple_run(3)))

    assert "run-withdrawn-already" == refusal(store, 1)


def test_a_run_that_there_is_not_cannot_be_withdrawn(store: Store) -> None:
    assert "run-unknown" == refusal(store, 7)


@pytest.mark.parametrize("reason", ["", " \t"])
def test_a_withdrawal_needs_a_reason(store: Store, reason: str) -> None:
    store.save_run(simple_run(3))

    assert ("withdrawal-without-reason", [7]) == (refusal(store, 1, reason), points(store))


def test_what_counts_again_in_an_open_period_is_no_correction(store: Store) -> None:
    store.save_run(simple_run(3))
    store.save_run(simple_run(5))
    withdraw(store, 2)

    assert [""] == [each.correction for each in store.results(ALL)]


LONG_AN, HUE = printed(), printed("Huế", period=Period(2022))


def test_imports_are_listed_with_what_they_have(store: Store) -> None:
    store.save_published((LONG_AN, HUE), file="a.csv", sha256="1", reason="bổ sung")

    (made,) = store.imports()

    assert (1, NOW, "a.csv", "1", "bổ sung", None) == (
        made.number,
        made.at,
        made.file,
        made.sha256,
        made.reason,
        made.withdrawn,
    )
    assert made.groups == (
        PublishedGroup("PAR", Period(2022), "province", 1),
        PublishedGroup("PAR", Period(2023), "province", 1),
    )


def test_an_import_s_rows_count_no_more(store: Store) -> None:
    store.save_published((LONG_AN,), file="a.csv", sha256="1")
    store.save_published((HUE,), file="b.csv", sha256="2")
    withdraw_import(store, 1)

    assert (HUE,) == store.published(ALL)
    assert (Period(2022),) == store.published_periods("province")


def test_an_index_of_a_withdrawn_import_alone_is_gone(store: Store) -> None:
    store.save_published((LONG_AN,), file="a.csv", sha256="1")
    withdraw_import(store, 1)

    assert () == store.indices("province")


def test_a_withdrawn_import_is_still_shown(store: Store) -> None:
    store.save_published((LONG_AN,), file="a.csv", sha256="1")
    withdraw_import(store, 1)

    assert Withdrawal(NOW, REASON, "0.1.0") == store.imported(1).withdrawn
    assert (LONG_AN,) == store.published_of_import(1)


@pytest.mark.parametrize("number", [1, 2])
def test_a_row_that_two_imports_have_counts_until_both_are_withdrawn(store: Store, number: int) -> None:
    store.save_published((LONG_AN,), file="a.csv", sha256="1")
    store.save_published((LONG_AN,), file="b.csv", sha256="2")
    withdraw_import(store, number)

    assert (LONG_AN,) == store.published(ALL)

    withdraw_import(store, 3 - number)
    assert () == store.published(ALL)


def test_the_same_file_again_is_no_import_of_its_own(store: Store) -> None:
    store.save_published((LONG_AN, HUE), file="a.csv", sha256="1")
    store.save_published((LONG_AN, HUE), file="copy.csv", sha256="1")

    assert ["a.csv"] == [each.file for each in store.imports()]


def test_the_same_file_after_its_withdrawal_is_imported_anew(store: Store) -> None:
    store.save_published((LONG_AN,), file="a.csv", sha256="1")
    withdraw_import(store, 1)

    assert 1 == store.save_published((LONG_AN,), file="a.csv", sha256="1")
    assert (LONG_AN,) == store.published(ALL)


def test_an_older_placement_holds_again(store: Store) -> None:
    better = printed(placement=placed("Long An", key="80", level="province"))
    store.save_published((LONG_AN,), file="a.csv", sha256="1")
    store.save_published((better,), file="b.csv", sha256="2")
    withdraw_import(store, 2)

    assert (LONG_AN,) == store.published(ALL)


@pytest.mark.parametrize(
    ("number", "reason", "code"),
    [
        (1, REASON, "import-withdrawn-already"),
        (7, REASON, "import-unknown"),
        (2, " ", "withdrawal-without-reason"),
    ],
)
def test_withdrawals_of_imports_that_are_refused(store: Store, number: int, reason: str, code: str) -> None:
    store.save_published((LONG_AN,), file="a.csv", sha256="1")
    store.save_published((HUE,), file="b.csv", sha256="2")
    withdraw_import(store, 1)

    with pytest.raises(StoreError) as raised:
        withdraw_import(store, number, reason)

    assert code == raised.value.code


def test_a_run_s_withdrawal_is_none_of_the_import_with_its_number(store: Store) -> None:
    store.save_run(simple_run(3))
    store.save_published((LONG_AN,), file="a.csv", sha256="1")
    withdraw(store, 1)

    assert (LONG_AN,) == store.published(ALL)
