"""One unit's results of all periods in one line, ours and published ones told apart."""

from __future__ import annotations

from fractions import Fraction
from types import MappingProxyType

from parcli.analysis.history import history
from parcli.model.period import Period
from parcli.ranking.change import Change
from parcli.ranking.lineage import Lineage
from parcli.ranking.table import Place
from support.register_values import placement, published, stored, table

KEY = "name:an"
AREAS = ("53.57 %", "45.83 %", "81.05 %", "100 %", "75 %", "30 %", "38.15 %")


def test_case_d_imported_ranks_and_a_half_year_are_one_line() -> None:
    commune = placement("Hải Trường", key="HT")
    areas = MappingProxyType({str(n): text for n, text in enumerate(AREAS, start=1)})
    half = published(commune, period="2023-H1", percent="73.9", grade="Khá", rank=6, rank_of=16, areas=areas)
    earlier = [
        published(commune, period=year, rank=rank) for year, rank in [("2022", 4), ("2020", 2), ("2021", 2)]
    ]
    line = history(["HT"], [table(each) for each in [half, *earlier]])

    assert [
        ("2020", Place(2, None, printed=True), None, None),
        ("2021", Place(2, None, printed=True), None, None),
        ("2022", Place(4, None, printed=True), None, None),
        ("2023-H1", Place(6, 16, printed=True), Fraction("73.9"), "Khá"),
    ] == [
        (
            str(point.period),
            point.place,
            point.standing.percent,
            point.standing.grade and point.standing.grade.vi,
        )
        for point in line
    ]
    assert [None, 0, -2, None] == [point.change and point.change.rank for point in line]
    assert [Fraction(text.rstrip(" %")) for text in AREAS] == [
        each.percent for each in line[-1].standing.areas
    ]


def test_a_half_year_after_a_whole_year_carries_the_reason() -> None:
    line = history(
        [KEY], [table(stored("An", "70", period="2022")), table(stored("An", "80", period="2023-H1"))]
    )
    change = line[1].change

    assert change is not None
    assert (None, None, ("period-kind",)) == (change.points, change.percent, change.reasons)


def test_periods_stand_in_the_order_in_which_they_end() -> None:
    periods = ["2023", "2023-H2", "2023-Q4", "2023-Q3", "2023-H1", "2023-Q2", "2023-Q1", "2022"]
    line = history([KEY], [table(stored("An", "70", period=each)) for each in periods])

    assert periods[::-1] == [str(point.period) for point in line]


def test_our_own_rank_is_that_of_the_periods_table() -> None:
    (point,) = history([KEY], [table(stored("An", "70"), stored("Ba", "80"))])

    assert ("own", Place(2, 2)) == (point.standing.origin, point.place)


def test_a_published_result_without_a_rank_gets_none() -> None:
    (point,) = history([KEY], [table(published("An", percent="70"), published("Ba", percent="80"))])

    assert ("published", None) == (point.standing.origin, point.place)


def test_our_own_and_published_results_stand_in_one_line() -> None:
    tables = [
        table(published("An", period="2022", percent="70", rank=5)),
        table(stored("An", "80"), published("An", percent="79")),
    ]

    assert [("published", ()), ("own", ("percent",))] == [
        (point.standing.origin, point.standing.differing) for point in history([KEY], tables)
    ]


def test_a_former_name_is_part_of_the_line() -> None:
    tables = [
        table(stored(placement("Thị xã Cũ", key="TX"), "70", period="2022")),
        table(stored(placement("Thành phố Mới", key="TP"), "75")),
    ]

    assert [("Thị xã Cũ", None), ("Thành phố Mới", ("renamed",))] == [
        (point.standing.placement.name, point.change and point.change.reasons)
        for point in history(["TP", "TX"], tables, lineage=lambda before, now: Lineage({"TP": ("TX",)}))
    ]


def test_a_result_under_a_name_that_is_in_no_register_is_not_said_to_be_renamed() -> None:
    tables = [
        table(published(placement("An", key="A"), period="2025", rank=4)),
        table(published("An", period="2026", rank=3)),
    ]

    assert ("set-unknown",) == (history(["A", KEY], tables)[1].change or Change()).reasons


def test_a_unit_that_took_another_in_is_not_compared_with_what_it_was() -> None:
    tables = [table(stored("An", "70", period="2022")), table(stored("An", "80"))]
    (_, point) = history([KEY], tables, lineage=lambda before, now: Lineage({KEY: (KEY, "name:ba")}))

    assert Change(reasons=("merged",)) == point.change


def test_periods_in_which_the_unit_is_not_known_are_left_out() -> None:
    assert () == history([KEY], [table(stored("Ba", "70"))])


def test_the_order_of_a_period_is_by_its_end() -> None:
    assert (2023, 6, 6) == Period(2023, "H1").order
