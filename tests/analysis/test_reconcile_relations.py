"""Layouts of sums, changes, ranks of two periods, means: each relation holds, breaks, or is left open."""

from __future__ import annotations

from fractions import Fraction

import pytest

from parcli.analysis.reconcile.grid import Rules
from parcli.model.text import Text
from parcli.workflows.reconcile_rules import rules_of
from support.reconciling import grid_of, held, left_open, only, reconciled, verdicts
from support.scoring_sets import area, criteria_set, leaf

# per area "điều tra XHH, thẩm định, tổng, chỉ số" over a row of maxima (layout G)
BY_AREA = """
Đơn vị | Thể chế | | | | Tài chính công | | | | Tổng điểm
 | ĐTXHH | Thẩm định | Tổng điểm | Chỉ số (%) | ĐTXHH | Thẩm định | Tổng điểm | Chỉ số (%) |
Điểm tối đa | 4 | 6 | 10 | | 2 | 10 | 12 | | 22
Sở A | 3,5 | 5,25 | 8,75 | 87,50 | 1 | 8 | 9 | 75,00 | 17,75
Sở B | 3 | 5 | 8 | 80,00 | 2 | 10 | 12 | 100,00 | 20
"""
BY_AREA_MERGED = [(1, 1, 2, 1), (1, 2, 1, 5), (1, 6, 1, 9), (1, 10, 2, 10)]
# self-assessed, appraised, taken off, what is left (layout D)
TAKEN_OFF = """
Tiêu chí | Điểm tối đa | Điểm tự chấm | Điểm thẩm định | Điểm bị trừ | Điểm thẩm định sau khi trừ
1. Kế hoạch | 10 | 10 | 9 | 0,5 | 8,5
2. Báo cáo | 10 | 9 | 8 | 0 | 8
Tổng cộng | 20 | 19 | 17 | 0,5 | 16,5
"""
# criteria under areas, bonus and penalty below the total
TREE = """
STT | Nội dung | Điểm tối đa | Sở A | Sở B
I | Chỉ đạo | 10 | 8 | 9
1 | Kế hoạch | 4 | 3 | 4
2 | Kiểm tra | 6 | 5 | 5
II | Thể chế | 5 | 4 | 5
 | Tổng cộng | 15 | 12 | 14
 | Điểm thưởng | 5 | 1 | 0
 | Điểm trừ | 2 | 0,5 | 1
 | Tổng điểm | | 12,5 | 13
"""


def test_areas_with_their_own_totals_add_up_on_both_levels() -> None:
    found = reconciled(BY_AREA, merged=BY_AREA_MERGED)

    assert ([], 9, 4) == (verdicts(found), held(found, "sum-across"), held(found, "percent"))


@pytest.mark.parametrize(
    ("right", "wrong", "place"),
    [
        ("8,75 | 87,50", "8,85 | 88,50", "T!D4"),
        ("75,00", "75,50", "T!I4"),
        ("17,75", "17,95", "T!J4"),
        ("10 | | 2", "11 | | 2", "T!D3"),
    ],
)
def test_a_wrong_figure_of_an_area_is_found_where_it_stands(right: str, wrong: str, place: str) -> None:
    found = reconciled(BY_AREA.replace(right, wrong, 1), merged=BY_AREA_MERGED)

    assert place in [each.finding.place for each in found.disagreements]


def test_points_that_are_taken_off_are_subtracted() -> None:
    found = reconciled(TAKEN_OFF)

    assert ([], 3) == (verdicts(found), held(found, "sum-across"))


def test_points_that_were_not_taken_off_are_found() -> None:
    table = TAKEN_OFF.replace("8 | 0 | 8\n", "8 | 0,25 | 8\n").replace("0,5 | 16,5", "0,75 | 16,5")

    assert ["T!F3", "T!F4"] == [each.finding.place for each in reconciled(table).disagreements]


def test_areas_criteria_bonus_and_penalty_add_up() -> None:
    found = reconciled(TREE)

    assert ([], 8) == (verdicts(found), held(found, "sum-down"))


@pytest.mark.parametrize(
    ("right", "wrong", "places"),
    [
        ("2 | Kiểm tra | 6 | 5 | 5", "2 | Kiểm tra | 6 | 6 | 5", ["T!D2"]),
        ("II | Thể chế | 5 | 4 | 5", "II | Thể chế | 5 | 4 | 4", ["T!E6"]),
        ("| 12,5 | 13", "| 13 | 13", ["T!D9"]),
    ],
)
def test_a_wrong_figure_breaks_the_sum_that_it_is_part_of(right: str, wrong: str, places: list[str]) -> None:
    found = reconciled(TREE.replace(right, wrong))

    assert places == [each.finding.place for each in found.disagreements]


def test_a_sum_with_a_blank_part_is_left_open() -> None:
    table = "Lĩnh vực | Điểm\nThể chế | 5\nTài chính công |\nTổng cộng | 8"

    assert ["no-number"] == left_open(reconciled(table), "sum-down")


def test_columns_of_which_nobody_knows_what_adds_up_are_left_open() -> None:
    table = "Đơn vị | Cột một | Cột hai | Tổng điểm\nA | 1 | 2 | 9\nB | 3 | 4 | 8\nC | 5 | 6 | 7"

    assert ["parts-unclear"] * 3 == left_open(reconciled(table), "sum-across")


def test_columns_that_add_up_in_most_rows_are_taken_for_parts() -> None:
    table = "Đơn vị | Cột một | Cột hai | Tổng điểm\nSở A | 1 | 2 | 3\nB | 3 | 4 | 7\nC | 5 | 6 | 14"

    assert [("sum-across", "unsettled", "T!D4")] == verdicts(reconciled(table))


def test_columns_of_two_years_give_the_change() -> None:
    table = "Tỉnh | Năm 2021 | Năm 2022 | Tăng/giảm\nLong An | 87,20 | 87,42 | 0,22\nB | 80 | 79 | -2"

    assert [("change", "unsettled", "T!D3")] == verdicts(reconciled(table))


def test_a_change_of_unrounded_figures_is_explained() -> None:
    table = "Tỉnh | Năm trước | Điểm | Tăng/giảm\nA | 87,20 | 87,42 | +0,23\nB | 80,11 | 80,22 | +0,11"

    assert [("change", "rounding", "T!D2")] == verdicts(reconciled(table))


def test_a_change_without_last_years_figure_is_left_open() -> None:
    assert ["no-earlier"] == left_open(reconciled("Tỉnh | Điểm | Tăng/giảm\nA | 87,42 | +0,22"), "change")


@pytest.mark.parametrize(
    ("said", "codes"),
    [
        ("tăng 14 bậc", []),
        ("14", []),
        ("giảm 14 bậc", ["reconcile-places-gained"]),
        ("tăng 13 bậc", ["reconcile-places-gained"]),
    ],
)
def test_a_change_of_rank_is_counted_from_the_year_before(said: str, codes: list[str]) -> None:
    """Long An: 22nd in 2021, 8th in 2022."""
    table = f"""
    Năm | Tỉnh | Điểm | Xếp hạng | Tăng/giảm bậc
    2021 | Long An | 87,20 | 22/63 |
    2022 | Long An | 87,42 | 8/63 | {said}
    """

    assert codes == [each.finding.code for each in reconciled(table).disagreements]


def test_a_fall_is_said_as_one() -> None:
    table = "Tỉnh | Điểm | Xếp hạng | Hạng năm trước | Tăng/giảm bậc\nA | 80 | 16 | 8 | giảm 7 bậc"

    assert "reconcile-places-lost" == only(reconciled(table)).finding.code


@pytest.mark.parametrize(
    ("mean", "causes"),
    [("85,01", []), ("85,00", ["rounding"]), ("85,10", ["unsettled"])],
)
def test_a_mean_is_that_of_the_rows_above(mean: str, causes: list[str]) -> None:
    """80,01 + 90,00 = 170,01, whose half is 85,005."""
    table = f"Huyện | Điểm\nA | 80,01\nB | 90,00\nTrung bình | {mean}"

    assert causes == [each.cause for each in reconciled(table).disagreements]


def test_the_highest_and_the_lowest_are_those_of_the_rows() -> None:
    table = "Huyện | Điểm\nA | 80\nB | 90\nCao nhất | 90\nThấp nhất | 81"

    assert [("extreme", "unsettled", "T!B5")] == verdicts(reconciled(table))


def test_points_above_the_maximum_are_found() -> None:
    table = "Lĩnh vực | Điểm tối đa | Điểm\nThể chế | 10 | 10,5"

    assert [("maximum", "unsettled", "T!C2")] == verdicts(reconciled(table))


def test_a_percentage_without_maximum_is_left_open() -> None:
    assert ["no-maximum"] == left_open(reconciled("Đơn vị | Điểm | Tỷ lệ\nA | 60 | 85,71%"), "percent")


def test_a_maximum_behind_a_stroke_serves() -> None:
    assert ["truncation"] == [
        each.cause for each in reconciled("Tỉnh | Điểm | Tỷ lệ\nA | 40,62/80 điểm | 50,77%").disagreements
    ]


def test_three_decimals_are_points_and_no_thousands() -> None:
    """A province prints three decimals: 92.830 is 92,83 points."""
    table = "Đơn vị | Điểm tối đa | Điểm | Tỷ lệ\nA | 100 | 92.830 | 92,83%"

    assert ([], 1) == (verdicts(reconciled(table)), held(reconciled(table), "percent"))


def test_a_set_that_cuts_off_makes_cutting_off_right() -> None:
    table = "Tỉnh | Điểm | Điểm tối đa | Tỷ lệ\nA | 40,62 | 80 | 50,77%"

    assert [] == verdicts(reconciled(table, Rules(mode="down")))


def test_a_set_gives_the_maxima_of_areas_in_columns() -> None:
    known = criteria_set(
        leaf("1", 10, title=Text("Cải cách thể chế"), role="area", depth=1),
        area("2", leaf("2.1", 5)),
    )
    grid = grid_of("Đơn vị | Cải cách thể chế | LV2 | Tổng điểm\nA | 10,5 | 5 | 15,5")
    rules = rules_of(known, grid)

    assert {2: Fraction(10), 3: Fraction(5)} == dict(rules.column_maxima)


def test_a_units_maximum_is_none_of_its_parts() -> None:
    table = "Đơn vị | LV1 | LV2 | Tổng điểm | Điểm tối đa\nA | 60 | 30 | 90 | 100"

    assert 1 == held(reconciled(table), "maximum")


def test_a_column_that_contradicts_in_most_rows_holds_something_else() -> None:
    rows = [f"Việc {n} | 10 | {n + 1},25 | {3 * n}%" for n in range(1, 7)]
    found = reconciled("\n".join(["Lĩnh vực | Điểm tối đa | Điểm | Tỷ lệ", *rows]))

    assert ([], {"columns-unclear"}) == (verdicts(found), set(left_open(found, "percent")))


def test_points_lost_are_held_against_no_maximum() -> None:
    table = "Lĩnh vực | Điểm tối đa | Tổng điểm mất\nThể chế | 10 | 27,25\nTài chính công | 8 | 11"

    assert [] == verdicts(reconciled(table))


@pytest.mark.parametrize(
    "rows",
    [
        "3.2 Đúng hạn | 12\n8.2 Đầu tư | 10",
        "3.2 Đúng hạn | 12\n3.2.2 Cấp xã | 5",
        "8.1 Hài lòng | 7,81\n3.1.1 Công khai | 0",
    ],
    ids=["of another area", "not all sub-criteria", "a deeper one of another area"],
)
def test_a_choice_of_criteria_adds_up_to_nothing(rows: str) -> None:
    assert [] == verdicts(reconciled(f"Tiêu chí | Điểm\n{rows}"))


def test_criteria_may_be_numbered_on_from_area_to_area() -> None:
    table = """
    STT | Nội dung | Điểm
    I | Chỉ đạo | 8
    1 | Kế hoạch | 3
    1.1 | Ban hành | 1
    1.2 | Thực hiện | 2
    2 | Kiểm tra | 5
    II | Thể chế | 5
    3 | Soạn thảo | 4
    """

    assert [("sum-down", "unsettled", "T!C7")] == verdicts(reconciled(table))


def test_a_label_merged_over_numbers_and_names_is_a_rows_name() -> None:
    table = """
    TT | Lĩnh vực | Điểm tối đa | Điểm
    1 | Thể chế | 10 | 8
    2 | Tài chính công | 5 | 4
    Tổng cộng | | 15 | 13
    """

    assert [("sum-down", "unsettled", "T!D4")] == verdicts(reconciled(table, merged=[(4, 1, 4, 2)]))


def test_whole_points_are_not_rounded() -> None:
    table = "Lĩnh vực | Điểm\nThể chế | 8\nTài chính công | 4\nTổng cộng | {}"

    assert (["unsettled"], []) == tuple(
        [each.cause for each in reconciled(table.format(total)).disagreements] for total in (13, 12)
    )


@pytest.mark.parametrize(
    ("table", "found"),
    [
        (
            """
            Địa phương | Tổng số huyện | Xuất sắc | Tốt | Khá | Trung bình
            Đồng Nai | 11 | 1 | 5 | 4 | 0
            Bình Dương | 9 | 2 | 5 | 2 | 0
            """,
            ("sum-across", "counts", "T!B2"),
        ),
        (
            """
            Năm | Số tỉnh | Số tỉnh tăng | Số tỉnh giảm | Giữ nguyên
            2024 | 63 | 53 | 9 | 0
            2023 | 63 | 50 | 12 | 1
            """,
            ("sum-across", "counts", "T!B2"),
        ),
        (
            """
            Đơn vị | Điểm thẩm định | Điểm XHH | Chỉ số SIPAS | Tác động | Tổng điểm
            Hòa Bình | 57,04 | 8,19 | 18,34 | 4,32 | 86,89
            Hà Nội | 60,00 | 8,57 | 18,00 | 6,00 | 92,57
            Quảng Ninh | 61,11 | 8,22 | 18,33 | 5,44 | 93,10
            """,
            ("sum-across", "unsettled", "T!F2"),
        ),
    ],
    ids=["grades", "moved", "sipas"],
)
def test_heads_of_counts_and_parts_as_papers_write_them(table: str, found: tuple[str, str, str]) -> None:
    assert [found] == verdicts(reconciled(table))


def test_columns_of_units_that_do_not_add_up_are_counted_as_not_checked() -> None:
    table = """
    STT | Nội dung | Điểm tối đa | Sở Nội vụ
    1 | Chỉ đạo điều hành | 15 | 12,5
    2 | Thể chế | 10 | 8
     | Tổng | 25 | 21,83
    """

    assert ([], ["columns-unclear"]) == (
        verdicts(reconciled(table)),
        left_open(reconciled(table), "sum-down"),
    )


def test_a_total_below_zero_is_found_unless_points_are_taken_away() -> None:
    table = "Đơn vị | Điểm | Điểm tối đa\nSở A | 80 | 100\nSở B | -5 | 100"
    found = reconciled(table)

    assert ["reconcile-below-zero"] == [each.finding.code for each in found.disagreements]
    assert [] == verdicts(reconciled(table.replace("Điểm |", "Điểm trừ |")))


BONUS = """
STT | Lĩnh vực | Điểm tối đa | Điểm đạt
1 | Chỉ đạo điều hành | 40 | 40,00
2 | Cải cách thể chế | 60 | 59,50
 | Điểm thưởng | 2 | 2,00
 | Tổng cộng | 100 | 101,50
"""


@pytest.mark.parametrize(("total", "found"), [("101,50", []), ("102,50", ["T!D5", "T!D5"])])
def test_a_total_may_exceed_its_maximum_by_the_bonus_alone(total: str, found: list[str]) -> None:
    assert found == [place for _, _, place in verdicts(reconciled(BONUS.replace("101,50", total)))]
