"""Which result stands, what a locked period takes, which workbooks are known, which rows are new."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from types import MappingProxyType

import pytest
from msgspec.structs import replace

from parcli.errors import StoreError
from parcli.model.period import Period
from parcli.model.register import Lock, Placement, PublishedResult, ResultKey, Selection
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


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with opened(tmp_path / "parindex.db") as made:
        yield made


def figures(store: Store, selection: Selection) -> list[tuple[str, str, int]]:
    """Return unit, period and points of the selected results in order."""
    return [(r.placement.name, str(r.period), int(r.points)) for r in store.results(selection)]


def test_a_newer_run_supersedes_a_unit_s_older_result(store: Store) -> None:
    store.save_run(simple_run(3))
    store.save_run(simple_run(5))

    assert [9] == [result.points for result in store.results(Selection())]


def test_a_superseded_result_is_shown_when_asked_for(store: Store) -> None:
    store.save_run(simple_run(3))
    store.save_run(simple_run(5))

    both = store.results(Selection(superseded=True))

    assert [(9, False), (7, True)] == [(int(result.points), result.superseded) for result in both]


def test_a_run_shows_what_it_stored_even_when_superseded(store: Store) -> None:
    first = store.save_run(simple_run(3))
    store.save_run(simple_run(5))

    assert [(7, True)] == [(int(result.points), result.superseded) for result in store.results_of_run(first)]


@pytest.mark.parametrize(
    "other",
    [
        new_run(new_result(unit_score(5), index="SIPAS")),
        new_run(new_result(unit_score(5), placed(level="district"))),
        new_run(new_result(unit_score(5, period="2025-H1"))),
        new_run(new_result(replace(unit_score(5), stage="self"))),
        new_run(new_result(unit_score(5), placed("Sở Tài chính"))),
    ],
    ids=["index", "level", "period", "stage", "unit"],
)
def test_a_result_of_another_kind_supersedes_nothing(store: Store, other: object) -> None:
    store.save_run(simple_run(3))
    store.save_run(other)  # type: ignore[arg-type]

    assert not store.results_of_run(1)[0].superseded


def test_a_renamed_unit_with_the_same_key_is_one_unit(store: Store) -> None:
    store.save_run(new_run(new_result(unit_score(3), placed("Sở Y tế", key="SYT"))))
    store.save_run(new_run(new_result(unit_score(5), placed("Sở Y tế và Dân số", key="SYT"))))

    assert [("Sở Y tế và Dân số", "2025", 9)] == figures(store, Selection())


def test_results_come_by_period_and_best_first(store: Store) -> None:
    store.save_run(simple_run(9, name="Sở A", period="2025"))
    store.save_run(simple_run(3, name="Sở B", period="2025-H1"))
    store.save_run(simple_run(5, name="Sở C", period="2025-H1"))

    assert [("Sở C", "2025-H1", 9), ("Sở B", "2025-H1", 7), ("Sở A", "2025", 13)] == figures(
        store, Selection()
    )


@pytest.mark.parametrize(
    ("selection", "names"),
    [
        (Selection(level="district"), ["Huyện C"]),
        (Selection(periods=(Period(2024),)), ["Sở B"]),
        (Selection(periods=(Period(2024), Period(2025))), ["Sở B", "Huyện C", "Sở A"]),
        (Selection(index="SIPAS"), ["Huyện C"]),
        (Selection(units=(placed("Sở A").key,)), ["Sở A"]),
        (Selection(stage="self"), []),
    ],
)
def test_a_selection_narrows_the_results(store: Store, selection: Selection, names: list[str]) -> None:
    store.save_run(simple_run(3, name="Sở A"))
    store.save_run(simple_run(3, name="Sở B", period="2024"))
    store.save_run(new_run(new_result(unit_score(4), placed("Huyện C", level="district"), index="SIPAS")))

    assert names == [name for name, _, _ in figures(store, selection)]


def test_periods_are_those_of_level_and_index_newest_last(store: Store) -> None:
    for period in ("2025", "2023", "2025-H1", "2024"):
        store.save_run(simple_run(period=period))
    store.save_run(new_run(new_result(unit_score(period="2019"), placed(level="district"))))

    assert ["2023", "2024", "2025-H1", "2025"] == [str(period) for period in store.periods(LEVEL, "PAR")]
    assert "2019" == str(store.periods()[0])


def test_a_locked_period_refuses_a_run_without_a_reason(store: Store) -> None:
    store.lock(PERIOD, LEVEL, "PAR")

    with pytest.raises(StoreError) as raised:
        store.save_run(simple_run(5, reason="  "))

    assert "results-locked-new" == raised.value.code
    assert () == store.runs()


def test_a_run_is_refused_whole_when_one_of_its_periods_is_locked(store: Store) -> None:
    store.lock(PERIOD, LEVEL, "PAR")

    with pytest.raises(StoreError):
        store.save_run(new_run(new_result(unit_score(period="2024")), new_result(unit_score())))

    assert () == store.results(Selection())


def test_a_correction_stands_with_its_reason_beside_the_published_figure(store: Store) -> None:
    store.save_run(simple_run(3))
    store.lock(PERIOD, LEVEL, "PAR")
    store.save_run(simple_run(5, reason="Cộng nhầm điểm 2.1"))

    both = store.results(Selection(superseded=True))

    assert [(9, "Cộng nhầm điểm 2.1", False), (7, "", True)] == [
        (int(result.points), result.correction, result.superseded) for result in both
    ]


def test_a_reason_given_for_an_open_period_corrects_nothing(store: Store) -> None:
    store.save_run(simple_run(5, reason="Chấm lại"))

    assert [""] == [result.correction for result in store.results(Selection())]


@pytest.mark.parametrize(
    "lock", [(Period(2024), LEVEL, "PAR"), (PERIOD, "district", "PAR"), (PERIOD, LEVEL, "SIPAS")]
)
def test_a_lock_holds_its_own_period_level_and_index_only(
    store: Store, lock: tuple[Period, str, str]
) -> None:
    store.lock(*lock)  # type: ignore[arg-type]

    assert 1 == store.save_run(simple_run())


def test_a_lock_is_kept_with_its_time(store: Store) -> None:
    made = store.lock(PERIOD, LEVEL, "PAR")

    assert (Lock(PERIOD, LEVEL, "PAR", NOW), (made,)) == (made, store.locks())


def test_a_period_is_not_locked_twice(store: Store) -> None:
    store.lock(PERIOD, LEVEL, "PAR")

    with pytest.raises(StoreError) as raised:
        store.lock(PERIOD, LEVEL, "PAR")

    assert "period-already-locked" == raised.value.code


def test_a_scored_workbook_is_known(store: Store) -> None:
    store.save_run(file_run("a.xlsx", "bản 1"))

    assert {sha256("bản 1")} == set(store.known([sha256("bản 1"), sha256("bản 2")], FINGERPRINT))


def test_a_workbook_scored_under_other_options_is_not_known(store: Store) -> None:
    store.save_run(file_run("a.xlsx", "bản 1", fingerprint="self"))

    assert {} == store.known([sha256("bản 1")], FINGERPRINT)


def test_an_older_version_put_back_is_not_known(store: Store) -> None:
    store.save_run(file_run("a.xlsx", "bản 1", 3))
    store.save_run(file_run("a.xlsx", "bản 2", 5))

    assert {sha256("bản 2")} == set(store.known([sha256("bản 1"), sha256("bản 2")], FINGERPRINT))


def test_of_two_results_of_one_unit_in_one_run_the_later_one_is_known(store: Store) -> None:
    made = (new_result(unit_score(3, source="a.xlsx")), new_result(unit_score(5, source="b.xlsx")))
    store.save_run(new_run(*made))

    key = frozenset({ResultKey(placed().key, LEVEL, PERIOD, "PAR")})
    assert {sha256("b.xlsx"): key} == store.known([sha256("a.xlsx"), sha256("b.xlsx")], FINGERPRINT)


def test_a_failed_workbook_is_not_known(store: Store) -> None:
    run = file_run("a.xlsx", "bản 1")
    store.save_run(replace(run, files=(replace(run.files[0], outcome="failed"),), results=()))

    assert {} == store.known([sha256("bản 1")], FINGERPRINT)


def test_more_workbooks_than_fit_into_one_query(store: Store) -> None:
    results = [new_result(unit_score(source=f"{n}.xlsx"), placed(f"Sở {n}")) for n in range(3)]
    store.save_run(new_run(*results))
    asked = [sha256(f"{n}.xlsx") for n in range(1500, -1, -1)]

    assert 3 == len(store.known(asked, FINGERPRINT))


def test_the_same_published_row_is_stored_once(store: Store) -> None:
    store.save_published((printed(),), file="a.csv", sha256="1")

    assert 0 == store.save_published((printed(place="a.csv:99"),), file="a.csv", sha256="2")
    assert (printed(),) == store.published(Selection())


@pytest.mark.parametrize(
    "other",
    [
        printed(score_as_printed="87,42", percent=Fraction(8742, 100)),
        printed(rank=8),
        printed(source="Báo Long An"),
        printed(areas=MappingProxyType({"1": "9,13", "2": "9,5"})),
        printed(area_ranks=MappingProxyType({"1": 6})),
        printed(rank_of=63),
    ],
    ids=["score", "rank", "source", "areas", "area ranks", "field"],
)
def test_rows_that_contradict_one_another_are_all_kept(store: Store, other: PublishedResult) -> None:
    store.save_published((printed(), other), file="a.csv", sha256="1")

    assert (printed(), other) == store.published(Selection())


def test_two_rows_of_one_file_that_say_the_same_are_both_kept_and_found_again(store: Store) -> None:
    twins = (printed("Tân Thành", place="a.csv:2"), printed("Tân Thành", place="a.csv:9"))
    first = store.save_published(twins, file="a.csv", sha256="1")
    again = store.save_published(twins, file="a.csv", sha256="1")

    assert (2, 0, twins) == (first, again, store.published(Selection()))


def test_a_placement_that_is_known_better_by_now_holds(store: Store) -> None:
    known = printed(placement=Placement("80", "Long An", "province", region="Đồng bằng sông Cửu Long"))
    store.save_published((printed(),), file="a.csv", sha256="1")

    assert 1 == store.save_published((known,), file="a.csv", sha256="1")
    assert (known,) == store.published(Selection())


def test_published_results_are_selected_like_ours(store: Store) -> None:
    rows = (printed(), printed("Huế", period=Period(2022)), printed("Sở Y tế", level="department", index="X"))
    store.save_published(rows, file="a.csv", sha256="1")

    assert (rows[1], rows[0]) == store.published(Selection(level="province"))
    assert (rows[2],) == store.published(Selection(index="X"))
    assert (rows[0],) == store.published(Selection(units=(rows[0].placement.key,)))


def test_published_results_are_no_results_of_ours(store: Store) -> None:
    store.save_published((printed(),), file="a.csv", sha256="1")

    assert ((), ()) == (store.results(Selection()), store.periods())


def test_a_published_result_of_a_locked_period_needs_a_reason(store: Store) -> None:
    store.lock(Period(2022), "province", "PAR")
    rows = (printed("Huế"), printed(period=Period(2022)))

    with pytest.raises(StoreError) as raised:
        store.save_published(rows, file="a.csv", sha256="1")

    assert ("period-locked", ()) == (raised.value.code, store.published(Selection()))


def test_the_reason_is_kept_with_the_published_results_that_needed_it(store: Store) -> None:
    store.lock(Period(2022), "province", "PAR")
    rows = (printed(period=Period(2022)), printed("Huế"))
    store.save_published(rows, file="a.csv", sha256="1", reason="bổ sung")

    assert ["bổ sung", ""] == [each.correction for each in store.published(Selection())]


def test_what_a_locked_period_has_already_needs_no_reason(store: Store) -> None:
    rows = (printed(period=Period(2022)),)
    store.save_published(rows, file="a.csv", sha256="1")
    store.lock(Period(2022), "province", "PAR")

    assert 0 == store.save_published(rows, file="a.csv", sha256="1")
