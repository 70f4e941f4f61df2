"""What a locked period takes from a run: differing results with a reason, the same ones without any."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from parcli.errors import StoreError
from parcli.model.register import NewRun, Selection
from parcli.store import Store
from store.register_values import LEVEL, PERIOD, new_result, new_run, opened, placed, unit_score

NAMES = ("Sở A", "Sở B")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Return a register in which two departments' period is locked."""
    made = opened(tmp_path / "parindex.db")
    made.save_run(run_of(3, 3))
    made.lock(PERIOD, LEVEL, "PAR")
    return made


def run_of(*points: int, reason: str = "") -> NewRun:
    results = (new_result(unit_score(n), placed(name)) for name, n in zip(NAMES, points, strict=False))
    return new_run(*results, reason=reason)


def corrections(store: Store) -> dict[str, str]:
    return {each.placement.name: each.correction for each in store.results(Selection())}


def test_only_the_units_whose_result_changes_are_corrected(store: Store) -> None:
    store.save_run(run_of(3, 5, reason="Cộng nhầm"))

    assert {"Sở A": "", "Sở B": "Cộng nhầm"} == corrections(store)


def test_an_earlier_reason_stays_with_a_result_that_stays(store: Store) -> None:
    store.save_run(run_of(3, 5, reason="Cộng nhầm"))
    store.save_run(run_of(4, 5, reason="Thêm minh chứng"))

    assert {"Sở A": "Thêm minh chứng", "Sở B": "Cộng nhầm"} == corrections(store)


def test_the_same_results_need_no_reason(store: Store) -> None:
    assert 2 == store.save_run(run_of(3, 3))


def test_a_refusal_names_the_units_that_would_change_and_stores_nothing(store: Store) -> None:
    with pytest.raises(StoreError) as raised:
        store.save_run(run_of(3, 5))

    assert ("results-locked", ("Sở B",)) == (raised.value.code, raised.value.params["units"])
    assert 1 == len(store.runs())


def test_a_unit_without_a_result_in_the_locked_period_is_a_correction(store: Store) -> None:
    with pytest.raises(StoreError) as raised:
        store.save_run(new_run(new_result(unit_score(3), placed("Sở C"))))

    assert ("results-locked-new", ("Sở C",)) == (raised.value.code, raised.value.params["units"])


def test_a_self_assessment_of_a_published_period_needs_no_reason_and_corrects_nothing(store: Store) -> None:
    for points in (3, 5):  # the first one, then another in its place
        own = replace(unit_score(points), stage="self")
        store.save_run(new_run(new_result(own, placed("Sở A")), reason="Chấm thử"))

    assert [""] == [each.correction for each in store.results(Selection(stage="self"))]


def test_a_self_assessment_that_counts_again_in_a_published_period_is_no_correction(store: Store) -> None:
    runs = [
        store.save_run(new_run(new_result(replace(unit_score(points), stage="self"), placed("Sở A"))))
        for points in (3, 5)
    ]
    store.withdraw_run(runs[-1], reason="Chấm nhầm", tool_version="1")

    assert [""] == [each.correction for each in store.results(Selection(stage="self"))]
