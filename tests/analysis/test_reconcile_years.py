"""Columns of several years, by their heads or those of the years above, are held against their own year."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from support.reconciling import grid_of, held, reconciled, verdicts

Merged = list[tuple[int, int, int, int]]
_EACH = settings(derandomize=True, deadline=None, max_examples=40, database=None)

FLAT = """
Đơn vị | Điểm 2023 | Xếp hạng 2023 | Điểm 2024 | Xếp hạng 2024 | Tăng/giảm | Tăng/giảm bậc
Sở A | 70,00 | 3 | 88,38 | 1 | +18,38 | +2
Sở B | 88,00 | 1 | 77,00 | 2 | -11,00 | -1
Sở C | 75,00 | 2 | 71,00 | 3 | -4,00 | -1
"""
BELOW_YEARS = """
Đơn vị | Năm 2023 | | Năm 2024 | | Tăng/giảm | Tăng/giảm bậc
 | Điểm | Hạng | Điểm | Hạng | |
Sở A | 70,00 | 3 | 88,38 | 1 | +18,38 | +2
Sở B | 88,00 | 1 | 77,00 | 2 | -11,00 | -1
Sở C | 75,00 | 2 | 71,00 | 3 | -4,00 | -1
"""
YEARS_MERGED: Merged = [(1, 1, 2, 1), (1, 2, 1, 3), (1, 4, 1, 5), (1, 6, 2, 6), (1, 7, 2, 7)]
ABOVE_YEARS = """
Đơn vị | Điểm | | Xếp hạng | | Tăng/giảm | Tăng/giảm bậc
 | 2023 | 2024 | 2023 | 2024 | |
Sở A | 70,00 | 88,38 | 3 | 1 | +18,38 | +2
Sở B | 88,00 | 77,00 | 1 | 2 | -11,00 | -1
Sở C | 75,00 | 71,00 | 2 | 3 | -4,00 | -1
"""
TABLES: dict[str, tuple[str, Merged]] = {
    "each by its head": (FLAT, []),
    "below heads of years": (BELOW_YEARS, YEARS_MERGED),
    "below heads of what they are": (ABOVE_YEARS, YEARS_MERGED),
}
WITH_PARTS = """
Đơn vị | 2023 | | | | 2024 | | |
 | Điểm thẩm định | Điểm XHH | Tổng điểm | Hạng | Điểm thẩm định | Điểm XHH | Tổng điểm | Hạng
Sở A | 50,00 | 20,00 | 70,00 | 3 | 60,00 | 28,38 | 88,38 | 1
Sở B | 60,00 | 28,00 | 88,00 | 1 | 50,00 | 27,00 | 77,00 | 2
Sở C | 50,00 | 25,00 | 75,00 | 2 | 50,00 | 21,00 | 71,00 | 3
"""
GRADED = """
Đơn vị | Năm 2023 | | | | Năm 2024 | | |
 | Điểm | Tỷ lệ | Hạng | Xếp loại | Điểm | Tỷ lệ | Hạng | Xếp loại
Sở A | 70,00 | 70,00% | 3 | Khá | 88,38 | 88,38% | 1 | Tốt
Sở B | 88,00 | 88,00% | 1 | Tốt | 77,00 | 77,00% | 2 | Khá
Sở C | 75,00 | 75,00% | 2 | Khá | 71,00 | 71,00% | 3 | Khá
"""
FOUR_BELOW: Merged = [(1, 1, 2, 1), (1, 2, 1, 5), (1, 6, 1, 9)]
GRADED_FLAT = """
Đơn vị | Điểm 2023 | Tỷ lệ 2023 | Xếp loại 2023 | Điểm 2024 | Tỷ lệ 2024 | Xếp loại 2024
Sở A | 70,00 | 70,00% | Khá | 88,38 | 88,38% | Tốt
Sở B | 88,00 | 88,00% | Tốt | 77,00 | 77,00% | Khá
Sở C | 75,00 | 75,00% | Khá | 71,00 | 71,00% | Khá
"""
AREAS = """
Lĩnh vực | Điểm tối đa | Năm 2023 | | Năm 2024 |
 | | Điểm đạt | Tỷ lệ | Điểm đạt | Tỷ lệ
1. Chỉ đạo | 10 | 8,00 | 80,00% | 9,00 | 90,00%
2. Thể chế | 10 | 7,00 | 70,00% | 6,00 | 60,00%
Tổng | 20 | 15,00 | 75,00% | 15,00 | 75,00%
"""
AREAS_MERGED: Merged = [(1, 1, 2, 1), (1, 2, 2, 2), (1, 3, 1, 4), (1, 5, 1, 6)]


@pytest.mark.parametrize("name", TABLES)
def test_ranks_and_changes_of_both_years_are_checked(name: str) -> None:
    found = reconciled(TABLES[name][0], merged=TABLES[name][1])

    assert ([], (6, 3, 3)) == (
        verdicts(found),
        tuple(held(found, relation) for relation in ("rank", "change", "rank-change")),
    )


@pytest.mark.parametrize(
    ("name", "places"),
    [
        ("each by its head", {"T!C2", "T!C4"}),
        ("below heads of years", {"T!C3", "T!C5"}),
        ("below heads of what they are", {"T!D3", "T!D5"}),
    ],
)
def test_ranks_of_the_year_before_are_by_the_points_of_the_year_before(name: str, places: set[str]) -> None:
    table, merged = TABLES[name]
    swapped = table.replace("70,00 | 3 |", "70,00 | 2 |").replace("75,00 | 2 |", "75,00 | 3 |")
    swapped = swapped.replace("| 3 | 1 |", "| 2 | 1 |").replace("| 2 | 3 |", "| 3 | 3 |")
    found = [
        place for relation, _, place in verdicts(reconciled(swapped, merged=merged)) if relation == "rank"
    ]

    assert [] != found
    assert set(found) <= places


def test_the_parts_of_each_year_are_added_up_and_its_ranks_are_by_its_total() -> None:
    found = reconciled(WITH_PARTS, merged=FOUR_BELOW)

    assert ([], 6, 6) == (verdicts(found), held(found, "sum-across"), held(found, "rank"))


def test_a_wrong_total_of_the_year_before_is_found() -> None:
    found = reconciled(WITH_PARTS.replace("75,00 | 2", "76,00 | 2"), merged=FOUR_BELOW)

    assert [("sum-across", "unsettled", "T!D5")] == verdicts(found)


@pytest.mark.parametrize(("table", "merged", "graded"), [(GRADED, FOUR_BELOW, 6), (GRADED_FLAT, [], 3)])
def test_grades_are_held_against_the_scores_of_their_own_year(
    table: str, merged: Merged, graded: int
) -> None:
    found = reconciled(table, merged=merged)

    assert ([], graded) == (verdicts(found), held(found, "grade"))


def test_a_grade_against_the_scores_of_its_year_is_found() -> None:
    found = reconciled(GRADED.replace("3 | Khá | 88", "3 | Tốt | 88"), merged=FOUR_BELOW)

    assert {"grade"} == {relation for relation, _, _ in verdicts(found)}


def test_ranks_and_grades_below_the_head_of_an_area_are_not_held_against_the_total() -> None:
    table = """
    Đơn vị | Thể chế | | | Thủ tục | | | Tổng điểm | Hạng
     | Điểm | Hạng | Xếp loại | Điểm | Hạng | Xếp loại | |
    Sở A | 9,00 | 1 | Tốt | 5,00 | 3 | Yếu | 14,00 | 2
    Sở B | 8,00 | 2 | Khá | 7,00 | 1 | Tốt | 15,00 | 1
    Sở C | 7,00 | 3 | Khá | 6,00 | 2 | Khá | 13,00 | 3
    """
    merged = [(1, 1, 2, 1), (1, 2, 1, 4), (1, 5, 1, 7), (1, 8, 2, 8), (1, 9, 2, 9)]
    found = reconciled(table, merged=merged)

    assert ([], 3, 0) == (verdicts(found), held(found, "rank"), held(found, "grade"))


def test_areas_below_heads_of_years_are_checked_in_each_year() -> None:
    found = reconciled(AREAS, merged=AREAS_MERGED)

    assert ([], 6, 2) == (verdicts(found), held(found, "percent"), held(found, "sum-down") - 1)


def test_ranks_of_the_year_before_stay_open_where_they_may_be_by_percentages() -> None:
    """Their maxima are not printed: 70 of 71.5 points may stand above 88 of 100."""
    table = """
    Đơn vị | Điểm 2023 | Hạng 2023 | Điểm 2024 | Điểm tối đa | Tỷ lệ | Hạng 2024
    Sở A | 70,00 | 1 | 88,38 | 100 | 88,38% | 1
    Sở B | 88,00 | 2 | 77,00 | 100 | 77,00% | 2
    Sở C | 75,00 | 3 | 71,00 | 100 | 71,00% | 3
    """
    found = reconciled(table)

    assert ([], 3) == (verdicts(found), held(found, "rank"))


def test_ranks_of_years_before_the_last_two_are_not_used() -> None:
    table = FLAT.replace("Đơn vị |", "Đơn vị | Điểm 2022 | Hạng 2022 |").replace(
        "Sở A |", "Sở A | 60,00 | 9 |"
    )
    table = table.replace("Sở B |", "Sở B | 61,00 | 8 |").replace("Sở C |", "Sở C | 62,00 | 9 |")

    assert ["other", "text"] == [column.role for column in grid_of(table).columns[1:3]]
    assert [] == verdicts(reconciled(table))


@st.composite
def two_years(draw: st.DrawFn) -> tuple[list[list[int]], list[list[int]]]:
    """Draw the points of two years and the ranks by them."""
    years = [draw(st.lists(st.integers(4000, 9900), min_size=6, max_size=6, unique=True)) for _ in range(2)]
    return years, [[1 + sum(other > each for other in year) for each in year] for year in years]


def printed(years: list[list[int]], ranks: list[list[int]]) -> str:
    rows = ["Đơn vị | 2023 | | 2024 |", " | Điểm | Hạng | Điểm | Hạng"]
    for at in range(6):
        cells = [f"{year[at] / 100:.2f} | {rank[at]}" for year, rank in zip(years, ranks, strict=True)]
        rows.append(" | ".join([f"Sở {at}", *cells]))
    return "\n".join(rows)


_MERGED: Merged = [(1, 1, 2, 1), (1, 2, 1, 3), (1, 4, 1, 5)]


@_EACH
@given(two_years())
def test_right_ranks_of_two_years_are_never_accused(drawn: tuple[list[list[int]], list[list[int]]]) -> None:
    assert [] == verdicts(reconciled(printed(*drawn), merged=_MERGED))


@_EACH
@given(two_years(), st.integers(0, 1), st.permutations(range(6)))
def test_two_ranks_of_a_year_that_changed_places_are_found(
    drawn: tuple[list[list[int]], list[list[int]]], year: int, order: list[int]
) -> None:
    years, ranks = drawn
    one, two = order[:2]
    ranks[year][one], ranks[year][two] = ranks[year][two], ranks[year][one]
    found = verdicts(reconciled(printed(years, ranks), merged=_MERGED))
    column = "CE"[year]

    assert {f"T!{column}{one + 3}", f"T!{column}{two + 3}"} & {place for _, _, place in found}
