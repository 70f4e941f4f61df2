"""Every inconsistency that was seen in published figures is found from the figures as printed, and no other.

The tables hold public figures: domain section 10, and the files of ``tests/data`` with their sources.
"""

from __future__ import annotations

from fractions import Fraction

import pytest

from parcli.messages.numbers import bounds_text
from support.reconciling import held, left_open, only, reconciled, reconciled_file, verdicts
from support.tables import DATA

# Sở Xây dựng of a province, 2023, as its notice prints it (case C)
DEPARTMENT = """
Lĩnh vực | Điểm tối đa | CTHĐ Thẩm định
Công tác chỉ đạo điều hành cải cách hành chính | 15.5 | 12.23
Cải cách thể chế | 14 | 10
Cải cách thủ tục hành chính | 17.5 | 10,86
Cải cách tổ chức bộ máy hành chính nhà nước | 10 | 9
Cải cách chế độ công vụ | 12 | 11
Cải cách tài chính công | 11 | 7.41
Xây dựng và phát triển chính quyền điện tử, chính quyền số | 20 | 15.11
Tổng cộng điểm | 100 | 75.61
"""
# Hòa Bình 2023, baohoabinh.com.vn
HOA_BINH = """
Nội dung | Điểm tối đa | Điểm đạt được
Điểm thẩm định | 61.50 | 57.04
SIPAS | 10 | 8.19
Khảo sát lãnh đạo, quản lý | 22 | 18.34
Tác động đến phát triển KT-XH | 6.50 | 4.32
Tổng cộng | 100 | 86.89
"""
# Hà Nội 2024, hanoitimes.vn; 2023, dantoctongiao.vietnamnet.vn
HA_NOI = """
Năm | Tỉnh | Chỉ số CCHC | Tăng/giảm
2022 | Hà Nội | 89,58% |
2023 | Hà Nội | 91,43% |
2024 | Hà Nội | 92.57% | tăng 1.32 so với 2023 và 2.99 so với 2022
"""
# means of regions 2024, vietnamplus.vn, without those of the year before
REGIONS_2024 = """
Vùng | Giá trị trung bình | Tăng so với năm trước | Năm trước
Đồng bằng sông Hồng | 90.17% | 1.85% | 88.32%
Đông Nam Bộ | 89.44% | 1.99% | 87.45%
Bắc Trung Bộ và duyên hải miền Trung | 88.51% | 1.58% | 87.72%
Trung du miền núi phía Bắc | 88.20% | 0.48% | 87.72%
"""
# PAPI 2021 of Bà Rịa - Vũng Tàu, baobariavungtau.com.vn
PAPI = """
Tỉnh | Điểm | Điểm tối đa | Tỷ lệ
Bà Rịa - Vũng Tàu | 40,62 | 80 | 50,77%
"""


def test_the_table_of_tay_ninh_agrees_in_every_figure() -> None:
    found = reconciled_file(DATA / "tayninh2023_units.csv")

    assert ([], [25, 25, 25, 25]) == (
        verdicts(found),
        [held(found, relation) for relation in ("percent", "maximum", "order", "grade")],
    )


def test_the_table_of_a_department_adds_up() -> None:
    found = reconciled(DEPARTMENT)

    assert ([], 2, 8) == (verdicts(found), held(found, "sum-down"), held(found, "maximum"))


def test_the_total_of_hoa_binh_is_an_error_that_the_table_cannot_settle() -> None:
    found = only(reconciled(HOA_BINH))

    assert ("sum-down", "unsettled", "T!C6", "86.89", Fraction("87.89")) == (
        found.relation,
        found.cause,
        found.finding.place,
        found.printed,
        found.computed,
    )


def test_the_same_total_beside_its_parts_is_found_too() -> None:
    table = """
    Đơn vị | Điểm thẩm định | SIPAS | Khảo sát lãnh đạo | Tác động KT-XH | Tổng điểm
    Hòa Bình | 57.04 | 8.19 | 18.34 | 4.32 | 86.89
    """

    assert [("sum-across", "unsettled", "T!F2")] == verdicts(reconciled(table))


def test_two_pages_on_hoa_binh_print_two_figures_of_which_one_fits_the_next_change() -> None:
    table = """
    Năm | Tỉnh | Chỉ số CCHC | Tăng/giảm
    2023 | Hòa Bình | 86.89/100 |
    2023 | Hòa Bình | 86.76% |
    2024 | Hòa Bình | 88.18% | tăng 1.42%
    """
    found = reconciled(table)

    assert ([("twice", "other-release", "T!C3")], 1) == (verdicts(found), held(found, "change"))


def test_of_two_changes_in_ha_noi_one_is_not_the_difference_and_which_figure_is_wrong_stays_open() -> None:
    found = reconciled(HA_NOI)

    assert (("unsettled", Fraction("1.14")), 1) == (
        (only(found).cause, only(found).computed),
        held(found, "change"),
    )


def test_a_previous_figure_of_another_region_is_named_by_the_row_that_has_it() -> None:
    found = only(reconciled(REGIONS_2024))

    assert ("change", "other-row", Fraction("0.79"), "Trung du miền núi phía Bắc", Fraction("86.93")) == (
        found.relation,
        found.cause,
        found.computed,
        found.finding.params["other"],
        found.finding.params["implied"],
    )


def test_two_releases_of_the_regions_are_told_apart_from_another_row() -> None:
    found = reconciled_file(DATA / "regions_par_2023_2024.csv")
    previous = [each for each in found.disagreements if each.relation == "previous"]

    assert [
        ("88.32%", Fraction("88.33"), "other-release"),
        ("87.45%", Fraction("87.79"), "other-release"),
        ("87.72%", Fraction("86.82"), "other-row"),
    ] == [(each.printed, each.computed, each.cause) for each in previous]


def test_the_changes_of_the_regions_agree_but_for_that_row() -> None:
    found = reconciled_file(DATA / "regions_par_2023_2024.csv")

    assert ([("change", "other-row")], 7) == (
        [(each.relation, each.cause) for each in found.disagreements if each.relation == "change"],
        held(found, "change"),
    )


@pytest.mark.parametrize(
    ("table", "computed"),
    [
        # provinces of 2024, vietnamplus.vn: one unchanged, or one not counted
        ("Năm | Tăng | Giảm | Tổng số\n2024 | 53 | 9 | 63", 62),
        # districts of Đồng Nai, 2022
        ("Cấp | Xuất sắc | Tốt | Khá | Tổng số đơn vị\nHuyện | 1 | 5 | 4 | 11", 10),
        ("Xếp loại | Số đơn vị\nXuất sắc | 1\nTốt | 5\nKhá | 4\nTổng số | 11", 10),
    ],
)
def test_counts_that_do_not_add_up_are_no_matter_of_rounding(table: str, computed: int) -> None:
    found = only(reconciled(table))

    assert ("counts", Fraction(computed)) == (found.cause, found.computed)


def test_the_counts_of_dak_nong_add_up() -> None:
    table = "Khối | Xuất sắc | Tốt | Khá | Tổng số\nSở | 4 | 9 | 9 | 22\nHuyện | 0 | 3 | 5 | 8"

    assert ([], 2) == (verdicts(reconciled(table)), held(reconciled(table), "sum-across"))


def test_an_index_that_was_cut_off_is_told_from_one_that_was_rounded() -> None:
    found = only(reconciled(PAPI))

    assert ("percent", "truncation", Fraction("50.775")) == (found.relation, found.cause, found.computed)


def test_beside_a_rounded_percentage_rounded_points_explain_it_and_not_cutting_off() -> None:
    """18,69/19,5 is 95,846: rounded to 95,85, so the column is not cut off."""
    table = PAPI + "Tỉnh khác | 18,69 | 19,5 | 95,85%\n"

    assert "rounding" == only(reconciled(table)).cause


def test_totals_of_ninh_thuan_and_hoa_binh_in_one_file_of_several_sources() -> None:
    """54,2 + 31,59 = 85,79 is printed 85,78; rows that another page printed are no parts of the total."""
    found = reconciled_file(DATA / "area_level_points_provinces.csv")
    sums = [each for each in found.disagreements if each.relation == "sum-down"]

    assert [("85,78", Fraction("85.79"), "rounding"), ("86.89", Fraction("87.89"), "unsettled")] == [
        (each.printed, each.computed, each.cause) for each in sums
    ]


def test_percentages_of_unrounded_points_are_explained_by_an_interval() -> None:
    found = reconciled_file(DATA / "area_level_points_provinces.csv")
    percents = [each for each in found.disagreements if each.relation == "percent"]

    assert [("99.93%", "rounding"), ("94.66%", "rounding")] == [(e.printed, e.cause) for e in percents]


def test_the_rank_of_an_area_is_not_held_against_other_areas() -> None:
    found = reconciled_file(DATA / "area_level_points_provinces.csv")

    assert {"partial-list"} == set(left_open(found, "rank"))


def test_a_total_a_hundredth_off_is_explained_with_the_interval_that_proves_it() -> None:
    table = (
        "Đơn vị | LV1 | LV2 | LV3 | Tổng điểm\nA | 9,11 | 8,22 | 7,33 | 24,67\nB | 9,00 | 8,00 | 7,00 | 24,00"
    )
    found = only(reconciled(table))
    assert found.proof is not None

    assert ("rounding", "từ 24,665 đến dưới 24,675", "từ 24,645 đến dưới 24,675") == (
        found.cause,
        *(bounds_text(each, False, "vi") for each in found.proof),
    )


def test_the_same_hundredth_of_one_part_alone_is_not_explained() -> None:
    """A figure and its copy in the total stand for the same numbers only if they are the same."""
    table = """
    Nội dung | Điểm tối đa | Điểm
    I. Chỉ đạo | 10 | 9,12
    1. Kế hoạch | 10 | 9,11
    """

    assert ["unsettled"] == [each.cause for each in reconciled(table).disagreements]


def test_maxima_are_not_rounded_and_exchanged_digits_are_named() -> None:
    """Area maxima of 99,55 for a declared 100: 10.05 typed for 10.50."""
    table = """
    Lĩnh vực | Điểm tối đa
    Chỉ đạo, điều hành | 9.5
    Thể chế | 10
    Thủ tục hành chính | 13
    Tổ chức bộ máy | 10.05
    Chế độ công vụ | 15
    Tài chính công | 12
    Chính quyền số | 13.5
    Tác động | 16.5
    Tổng cộng | 100
    """
    found = only(reconciled(table))

    assert ("unsettled", Fraction("99.55"), ("10.05 (T!B5)",)) == (
        found.cause,
        found.computed,
        found.finding.params["slips"],
    )
