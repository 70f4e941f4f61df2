"""Figures in sentences against those of the year, unit and kind that the sentence says; nothing else."""

from __future__ import annotations

import pytest

from parcli.analysis.reconcile.outcome import Checked, Unchecked
from parcli.analysis.reconcile.sentences import compare
from support.reconciling import grid_of

TWO_YEARS = """
Tỉnh | Năm 2023 | Năm 2024 | Tăng giảm | Xếp hạng
Hà Nội | 91,43 | 92,57 | 1,14 | 1
An Giang | 85,20 | 88,51 | 3,31 | 3
Cần Thơ | 87,72 | 89,00 | 1,28 | 2
"""
ONE_YEAR = """
Tỉnh | Điểm | Xếp hạng
Hà Nội | 92,57 | 1
An Giang | 88,51 | 2
"""
AREAS = """
STT | Lĩnh vực | Điểm tối đa | Điểm đạt
1 | Chỉ đạo điều hành | 14 | 10
2 | Cải cách thể chế | 86 | 65,61
 | Tổng cộng | 100 | 75,61
"""
OWN_YEARS = "Năm 2024, Hà Nội đạt 92,57 điểm, tăng 1,32 điểm so với năm 2023 (91,43 điểm)."
REGION = "An Giang năm 2024 đạt 88,51 điểm, cao hơn 1,58 điểm so với năm 2023 (87,72)."


def differing(text: str, table: str = TWO_YEARS) -> list[tuple[str, str]]:
    """Return code and printed figure of what does not agree."""
    found = [each.disagreement for each in compare(text, "câu", grid_of(table)) if isinstance(each, Checked)]
    return [(each.finding.code, each.printed) for each in found if each is not None]


def counted(text: str, table: str = TWO_YEARS) -> tuple[int, int]:
    """Return how many figures agree, and how many were left open."""
    found = compare(text, "câu", grid_of(table))
    agreeing = sum(isinstance(each, Checked) and each.disagreement is None for each in found)
    return agreeing, sum(isinstance(each, Unchecked) for each in found)


@pytest.mark.parametrize("table", [TWO_YEARS, TWO_YEARS.replace("Tăng giảm", "Ghi chú")])
def test_a_wrong_change_is_found_and_the_right_earlier_figure_is_not_accused(table: str) -> None:
    """Hà Nội 2024: 92.57, "+1.32 on 2023" (91.43): 1.14."""
    assert [("reconcile-text-change", "1,32")] == differing(OWN_YEARS, table)


def test_the_sentence_s_own_figures_tell_a_wrong_change_where_the_table_has_one_year() -> None:
    assert [("reconcile-text-own-change", "1,32")] == differing(OWN_YEARS, ONE_YEAR)


def test_the_right_change_agrees_with_the_sentence_s_own_figures() -> None:
    assert [] == differing(OWN_YEARS.replace("1,32", "1,14"), ONE_YEAR)


def test_a_change_and_another_unit_s_earlier_figure_are_both_found() -> None:
    """A region 2024: 88,51, "1.58 above 2023 (87,72)"; 87.72 belongs to another one."""
    expected = {("reconcile-text-change", "1,58"), ("reconcile-text-other-row", "87,72")}

    assert expected == set(differing(REGION))


def test_the_same_sentence_is_judged_by_itself_where_the_table_has_one_year() -> None:
    assert [("reconcile-text-own-change", "1,58")] == differing(REGION, ONE_YEAR)


@pytest.mark.parametrize(
    "text",
    [
        "Năm 2023 Hà Nội đạt 91,43 điểm; năm 2024 đạt 92,57 điểm.",
        "Năm 2023 Hà Nội đạt 91,43 điểm; An Giang đạt 85,20 điểm.",
        "Hà Nội đạt 92,57 điểm (năm 2023: 91,43 điểm).",
        "Hà Nội đạt 92,57 điểm năm 2024 và 91,43 điểm năm 2023.",
        "Năm 2023 Hà Nội đạt 91,43 điểm, năm 2024 đạt 92,57 điểm.",
        "So với năm 2023, Hà Nội đạt 92,57 điểm, tăng 1,14 điểm.",
        "Hà Nội đạt 92,57 điểm, tăng 1,14 điểm so với năm trước (91,43 điểm).",
        "Hà Nội đạt 92,57 điểm, cao hơn An Giang 4,06 điểm.",
        "An Giang đạt 88,51 điểm, kém Hà Nội 4,06 điểm.",
        "Hà Nội đạt 92,57 điểm, cao hơn 4,06 điểm so với An Giang.",
        "Hà Nội đạt 92,57 điểm, cao hơn tỉnh Bắc Ninh 2,10 điểm.",
        "Hà Nội đạt 92,57 điểm, cao hơn 2,10 điểm so với Bắc Ninh.",
        "Khoảng cách giữa Hà Nội và An Giang là 4,06 điểm.",
        "Hà Nội dẫn đầu với 92,57 điểm; xếp thứ 2 là Cần Thơ.",
        "Mục tiêu năm 2024 của Hà Nội là đạt 93,50 điểm trở lên.",
        "Hà Nội phấn đấu đạt 93,50 điểm.",
        "Tỷ lệ giải ngân của Hà Nội tăng 5,20%.",
        "Năm 2021 Hà Nội đạt 90,10 điểm, xếp thứ 4.",
        "Năm 2022, Hà Nội tăng 0,55 điểm so với năm 2021.",
        "Năm 2022, An Giang dẫn đầu cả nước.",
        "An Giang dẫn đầu về cải cách thể chế.",
    ],
)
def test_a_true_sentence_or_one_of_other_things_is_not_accused(text: str) -> None:
    assert [] == differing(text)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Năm 2023 Hà Nội đạt 92,57 điểm; năm 2024 đạt 92,57 điểm.", "92,57"),
        ("Hà Nội đạt 92,57 điểm (năm 2023: 91,34 điểm).", "91,34"),
        ("Năm 2024 An Giang đạt 85,20 điểm.", "85,20"),
        ("An Giang tăng 3,13 điểm so với năm 2023.", "3,13"),
    ],
)
def test_a_figure_of_another_year_is_wrong_in_the_year_that_is_named(text: str, printed: str) -> None:
    assert [printed] == [each for _, each in differing(text)]


def test_a_share_of_the_maximum_is_no_number_of_points() -> None:
    text = "Chỉ đạo điều hành đạt 10/14 điểm, đạt 71,43%. Cải cách thể chế đạt 76,29%."

    assert [] == differing(text, AREAS)


def test_points_are_not_held_against_a_percentage() -> None:
    table = "Đơn vị | Tỷ lệ %\nSở A | 96,85\nSở B | 94,43"

    assert (0, 1) == counted("Sở A đạt 69,25 điểm.", table)


def test_what_is_of_a_year_that_the_table_lacks_is_left_open() -> None:
    assert (0, 1) == counted("Năm 2021 Hà Nội đạt 90,10 điểm.")


SCORES = """
Đơn vị | Điểm đạt | Điểm tối đa | Tỷ lệ % | Xếp hạng
Sở A | 69,25 | 71,5 | 96,85 | 1
Sở B | 94,43 | 100 | 94,43 | 2
Sở C | 90,10 | 96,5 | 93,37 | 3
Sở D | 40,62 | 80 | 50,78 | 4
Sở E | 39,07 | 80 | 48,84 | 5
"""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Có 2 đơn vị dưới 60 điểm.", []),
        ("Có 2 đơn vị đạt trên 90 điểm.", []),
        ("Có 3 đơn vị đạt từ 90% trở lên.", []),
        ("Có 3 đơn vị dưới 60 điểm.", [("reconcile-text-count", "3")]),
        ("Có 3 đơn vị từ 60 điểm đến dưới 80 điểm.", []),
        ("Có 3 đơn vị chưa nộp báo cáo.", []),
        ("Tổng số 6 đơn vị.", [("reconcile-text-count", "6")]),
        ("Năm 2021 có 6 đơn vị được đánh giá, năm 2024 có 5 đơn vị.", []),
        ("Mục tiêu là 6 đơn vị được đánh giá.", []),
        ("Có 3 đơn vị tăng hạng.", []),
    ],
)
def test_units_are_counted_where_it_is_understood_which(text: str, found: list[tuple[str, str]]) -> None:
    assert found == differing(text, SCORES)


@pytest.mark.parametrize(
    "text",
    [
        "53 tỉnh tăng và 9 tỉnh giảm trong 63 tỉnh.",
        "Có 53 tỉnh, thành phố tăng điểm, 9 tỉnh, thành phố giảm điểm trong tổng số 63 tỉnh, thành phố.",
        "Trong tổng số 63 tỉnh, thành phố có 53 tỉnh tăng điểm và 9 tỉnh giảm điểm.",
        "Trong 63 tỉnh, 53 địa phương tăng, 9 địa phương giảm.",
        "Cả nước có 63 tỉnh. 53 tỉnh tăng điểm; 9 tỉnh giảm điểm.",
    ],
)
def test_counts_that_do_not_add_up_are_found_in_any_wording(text: str) -> None:
    right = text.replace("9 ", "10 ")

    assert ([("reconcile-text-counts", "63")], []) == (differing(text, SCORES), differing(right, SCORES))
