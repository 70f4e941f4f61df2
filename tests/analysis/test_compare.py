"""Two periods side by side: what changed, what cannot be compared, who is new, gone, renamed or merged."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from parcli.analysis.compare import UnitChange, area_changes, compare
from parcli.model.register import StoredNode
from parcli.model.text import Text
from parcli.ranking.areas import AreaFigure, printed_areas
from parcli.ranking.change import Change, Reason
from parcli.ranking.lineage import UNCHANGED, Lineage
from parcli.ranking.table import Place, RankingTable, ranking_table
from support.register_values import (
    BY_PERCENT,
    HALF_UP_2,
    area,
    placement,
    published,
    standings,
    stored,
    table,
)

BEFORE = (AreaFigure("1", Text("Chỉ đạo"), Fraction(9), Fraction(10), Fraction(90)),)
NOW = (AreaFigure("1", Text("Chỉ đạo"), Fraction(8), Fraction(10), Fraction(80)),)


def only(before: RankingTable, now: RankingTable, **options: Any) -> UnitChange:
    (change,) = compare(before, now, **options)
    return change


def with_areas(points: str, *areas: StoredNode, period: str, **fields: Any) -> RankingTable:
    return ranking_table(
        standings(stored("An", points, period=period, **fields), nodes={1: areas}), BY_PERCENT
    )


def test_case_e_long_an_gains_14_places_on_22_hundredths() -> None:
    before = table(
        published("Long An", period="2021", points="87.20", rank=22),
    )
    now = table(
        published("Quảng Ninh", period="2022", points="90.1", rank=1),
        published("Hải Phòng", period="2022", rank=2),
        published("Long An", period="2022", points="87.42", rank=8),
    )
    long_an = next(each for each in compare(before, now) if each.placement.name == "Long An")

    assert (
        Place(22, None, printed=True),
        Place(8, None, printed=True),
        Change(points=Fraction("0.22"), rank=14, reasons=("set-unknown",)),
    ) == (long_an.place_before, long_an.place_now, long_an.change)


def test_case_e_ranks_by_area_are_compared_where_both_are_printed() -> None:
    before = table(published("Long An", period="2021", area_ranks={"Cải cách thể chế": 15}))
    now = table(published("Long An", period="2022", area_ranks={"Cải cách thể chế": 12, "Cải cách TTHC": 55}))

    assert [("Cải cách thể chế", 3), ("Cải cách TTHC", None)] == [
        (each.code, each.rank) for each in only(before, now).areas
    ]


def test_ranks_of_own_results_are_those_of_their_tables() -> None:
    before = table(stored("An", "70", period="2022"), stored("Ba", "75", period="2022"))
    now = table(stored("An", "80"), stored("Ba", "75"))

    assert [("An", 1), ("Ba", -1)] == [
        (each.placement.name, each.change and each.change.rank) for each in compare(before, now)
    ]


def test_a_published_result_is_compared_with_our_own() -> None:
    before = table(published("An", period="2022", percent="79.5", rank=4, rank_of=16))
    now = table(stored("An", "80"), stored("Ba", "81"))

    assert Change(percent=Fraction("0.5"), rank=2, reasons=("set-unknown", "maximum-unknown")) == (
        compare(before, now)[1].change
    )


def test_an_area_is_compared_in_points_and_percentage_points() -> None:
    before = with_areas("70", area("1", "9", "12"), period="2022")
    now = with_areas("80", area("1", "9.3", "12"), period="2023")

    assert [(Fraction("0.3"), Fraction("2.5"))] == [
        (each.points, each.percent) for each in only(before, now).areas
    ]


def test_under_another_set_no_area_is_compared() -> None:
    before = with_areas("70", area("1", "9", "12"), period="2022")
    now = with_areas("80", area("1", "9.3", "12"), period="2023", meaning_hash="other")
    (changed,) = only(before, now).areas

    assert (None, None, Fraction(9), Fraction("9.3")) == (
        changed.points,
        changed.percent,
        changed.before and changed.before.points,
        changed.now and changed.now.points,
    )


def test_under_another_set_the_total_in_per_cent_is_compared_with_the_reason() -> None:
    before = table(stored("An", "70", period="2022"))
    now = table(stored("An", "80", meaning_hash="other"))

    assert Change(percent=Fraction(10), rank=0, reasons=("set-changed",)) == only(before, now).change


@pytest.mark.parametrize("reason", ["set-changed", "period-kind", "period-part", "incomplete"])
def test_areas_on_another_yardstick_are_not_compared(reason: Reason) -> None:
    (changed,) = area_changes(BEFORE, NOW, reasons=[reason])

    assert (None, None) == (changed.points, changed.percent)


@pytest.mark.parametrize("reason", ["set-unknown", "maximum-changed", "maximum-unknown", "renamed"])
def test_areas_are_compared_where_only_the_total_has_another_scale(reason: Reason) -> None:
    (changed,) = area_changes(BEFORE, NOW, reasons=[reason])

    assert (Fraction(-1), Fraction(-10)) == (changed.points, changed.percent)


def test_an_areas_points_over_another_maximum_are_not_compared() -> None:
    now = (AreaFigure("1", Text("Chỉ đạo"), Fraction(8), Fraction(16), Fraction(50)),)
    (changed,) = area_changes(BEFORE, now)

    assert (None, Fraction(-40)) == (changed.points, changed.percent)


def test_an_area_of_a_publication_is_found_by_its_title() -> None:
    (changed,) = area_changes(printed_areas({"chỉ  đạo": "85 %"}, rounding=HALF_UP_2), NOW)

    assert ("1", Fraction(-5)) == (changed.code, changed.percent)


def test_areas_of_one_side_only_are_shown() -> None:
    new = (AreaFigure("2", Text("Thể chế"), Fraction(1)),)

    assert [("2", True, False), ("1", False, True)] == [
        (each.code, each.before is None, each.now is None) for each in area_changes(BEFORE, new)
    ]


def test_a_unit_that_is_new_has_nothing_to_compare_with() -> None:
    change = only(table(), table(stored("An", "80")))

    assert (None, None, Place(1, 1)) == (change.before, change.change, change.place_now)


def test_a_unit_that_is_gone_is_listed_last() -> None:
    before = table(stored("An", "99", period="2022"), stored("Ba", "70", period="2022"))
    changes = compare(before, table(stored("Ba", "75")))

    assert [("Ba", False), ("An", True)] == [(each.placement.name, each.now is None) for each in changes]


def test_units_without_a_rank_follow_the_ranked_ones() -> None:
    now = table(stored("An", "0", "0"), stored("Ba", "75"))

    assert ["Ba", "An"] == [each.placement.name for each in compare(table(), now)]


def test_a_renamed_unit_stands_beside_what_it_was_called() -> None:
    before = table(stored(placement("Thị xã Cũ", key="TX"), "70", period="2022"))
    now = table(stored(placement("Thành phố Mới", key="TP"), "75"))
    change = only(before, now, lineage=Lineage({"TP": ("TX",)}))

    assert ("Thị xã Cũ", Change(Fraction(5), Fraction(5), 0, reasons=("renamed",))) == (
        change.before and change.before.placement.name,
        change.change,
    )


def test_a_merged_province_shows_its_predecessors_and_no_difference() -> None:
    before = table(
        published(placement("Tây Ninh", key="72"), period="2024", percent="86", rank=30),
        published(placement("Long An", key="80"), period="2024", percent="88", rank=20),
    )
    now = table(published(placement("Tây Ninh", key="80-moi"), period="2025", percent="90", rank=5))
    change = only(before, now, lineage=Lineage({"80-moi": ("72", "80")}))

    assert (None, Change(reasons=("merged",)), ["Tây Ninh", "Long An"], ()) == (
        change.before,
        change.change,
        [each.placement.name for each in change.predecessors],
        change.areas,
    )


def test_a_unit_that_took_another_in_is_not_compared_with_itself() -> None:
    before = table(stored("An", "70", period="2022"), stored("Ba", "80", period="2022"))
    lineage = Lineage({"name:an": ("name:an", "name:ba")})

    assert Change(reasons=("merged",)) == only(before, table(stored("An", "80")), lineage=lineage).change


def test_the_parts_of_a_unit_that_was_split_are_not_compared_with_it() -> None:
    before = table(stored("An", "70", period="2022"))
    now = table(stored("An", "80"), stored("Ba", "85"))
    lineage = Lineage({"name:an": ("name:an",), "name:ba": ("name:an",)})

    assert [("Ba", ("split",)), ("An", ("split",))] == [
        (each.placement.name, each.change and each.change.reasons)
        for each in compare(before, now, lineage=lineage)
    ]


def test_without_a_lineage_units_of_one_key_are_one_unit() -> None:
    before = table(stored(placement("Cũ", key="SNV"), "70", period="2022"))
    now = table(stored(placement("Mới", key="SNV"), "80"))

    assert Change(Fraction(10), Fraction(10), 0) == only(before, now, lineage=UNCHANGED).change
