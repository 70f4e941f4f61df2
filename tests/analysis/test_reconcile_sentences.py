"""Figures in sentences against the table that they are about."""

from __future__ import annotations

from fractions import Fraction

import pytest

from analysis.test_reconcile_published import DEPARTMENT
from parcli.analysis.reconcile.outcome import Checked, Disagreement, Outcome, Unchecked
from parcli.analysis.reconcile.sentences import compare
from support.reconciling import grid_of

RANKED = """
Khối | Đơn vị | Tỷ lệ | Xếp hạng | Xếp loại | Năm trước | Tăng/giảm
Sở | Văn phòng UBND tỉnh | 96,85% | 1 | Tốt | 95,00% | +1,85
Sở | Sở Tài chính | 94,30% | 2 | Tốt | 94,00% | +0,30
Sở | Sở Y tế | 49,07% | 3 | Kém | 60,00% | -10,93
Huyện | UBND huyện Gò Dầu | 87,68% | 1 | Tốt | 87,68% | 0,00
"""


def said(text: str, table: str = RANKED) -> tuple[Outcome, ...]:
    return compare(text, "câu", grid_of(table))


def differing(text: str, table: str = RANKED) -> list[tuple[str, str]]:
    """Return code and printed figure of what does not agree."""
    return [(each.finding.code, each.printed) for each in _disagreements(text, table)]


def checked(text: str, table: str = RANKED) -> tuple[int, int]:
    """Return how many figures agree, and how many could not be compared."""
    found = said(text, table)
    agreeing = sum(isinstance(each, Checked) and each.disagreement is None for each in found)
    return agreeing, sum(isinstance(each, Unchecked) for each in found)


def _disagreements(text: str, table: str) -> list[Disagreement]:
    found = [each.disagreement for each in said(text, table) if isinstance(each, Checked)]
    return [each for each in found if each is not None]


def test_the_notice_of_a_department_gives_last_years_figure_for_this_years() -> None:
    """75.61 less the 3.286 that it says it gained is 72,32."""
    text = "Chỉ số CCHC năm 2023 của Sở đạt 72,32 điểm, tăng 3.286 so với năm 2022, xếp loại Khá."
    (found,) = _disagreements(text, DEPARTMENT)

    assert ("other-release", "72,32", "75.61", "3.286") == (
        found.cause,
        found.printed,
        found.finding.params["table"],
        found.finding.params["change"],
    )


def test_without_the_change_the_same_figure_cannot_be_settled() -> None:
    assert [("reconcile-text-differs", "72,32")] == differing("Sở đạt 72,32 điểm.", DEPARTMENT)


@pytest.mark.parametrize("text", ["Sở đạt 75,61 điểm.", "Sở đạt 75.61/100 điểm.", "Tổng điểm là 75,6 điểm."])
def test_a_figure_of_the_table_agrees_in_any_notation(text: str) -> None:
    assert ([], (1, 0)) == (differing(text, DEPARTMENT), checked(text, DEPARTMENT))


def test_an_area_that_a_sentence_names_is_compared_with_its_own_row() -> None:
    text = "Cải cách thể chế đạt 10 điểm; Cải cách tài chính công đạt 7,14 điểm."

    assert [("reconcile-text-differs", "7,14")] == differing(text, DEPARTMENT)


def test_a_cut_off_figure_is_told_from_a_wrong_one() -> None:
    (found,) = _disagreements("Sở Tài chính đạt 96,8%. Văn phòng UBND tỉnh đạt 96,8%.", RANKED)[1:]

    assert ("truncation", "reconcile-text-truncated") == (found.cause, found.finding.code)


def test_the_figure_of_another_row_is_named() -> None:
    (found,) = _disagreements("Sở Tài chính đạt 96,85%.", RANKED)

    assert ("other-row", "Văn phòng UBND tỉnh") == (found.cause, found.finding.params["other"])


def test_a_name_may_stand_without_the_office_in_front() -> None:
    assert [("reconcile-text-differs", "87,86")] == differing("Huyện Gò Dầu đạt 87,86%.")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Sở Tài chính xếp thứ 2/3.", []),
        ("Sở Tài chính xếp hạng 3.", [("reconcile-text-rank", "3")]),
        ("Sở Tài chính tăng 0,30% so với năm trước.", []),
        ("Sở Tài chính tăng 0,50% so với năm trước.", [("reconcile-text-change", "0,50")]),
        ("Cao nhất là Văn phòng UBND tỉnh (96,85%).", []),
        ("Sở Tài chính dẫn đầu.", [("reconcile-text-not-first", "Sở Tài chính")]),
        ("Thấp nhất là Sở Tài chính.", [("reconcile-text-not-last", "Sở Tài chính")]),
        ("Năm trước Sở Y tế đạt 60,00%.", []),
        ("Sở Y tế đạt 60,00%.", [("reconcile-text-differs", "60,00")]),
        ("Tăng so với năm trước, Sở Y tế đạt 60,00%.", [("reconcile-text-differs", "60,00")]),
        ("Sở Y tế năm trước đạt 60,00%.", []),
    ],
)
def test_what_is_said_of_one_unit(text: str, found: list[tuple[str, str]]) -> None:
    assert found == differing(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Có 04 đơn vị được đánh giá.", []),
        ("Có 05 đơn vị được đánh giá.", [("reconcile-text-count", "05")]),
        ("03 đơn vị xếp loại Tốt, 01 đơn vị xếp loại Kém.", []),
        ("04 đơn vị xếp loại Tốt.", [("reconcile-text-count-of-grade", "04")]),
        ("Gồm 3 sở và 1 huyện.", []),
        ("2 đơn vị tăng điểm, 1 đơn vị giảm điểm.", []),
        ("3 đơn vị tăng điểm.", [("reconcile-text-count", "3")]),
    ],
)
def test_counts_of_units(text: str, found: list[tuple[str, str]]) -> None:
    assert found == differing(text)


def test_counts_of_a_text_that_do_not_add_up_are_found_whatever_the_table() -> None:
    """2024: 53 provinces up and 9 down make 62 of 63."""
    (found,) = _disagreements("Có 53/63 tỉnh tăng điểm, 9 tỉnh giảm điểm.", RANKED)

    assert ("counts", "63", Fraction(62)) == (found.cause, found.printed, found.computed)


def test_counts_of_a_text_that_add_up_agree() -> None:
    assert [] == differing("Có 57/63 tỉnh tăng, 06 tỉnh giảm.")


@pytest.mark.parametrize(
    "text",
    [
        "Quyết định số 2729/QĐ-UBND ngày 25/12/2023.",
        "Tỷ lệ hồ sơ đúng hạn của Sở Tài chính đạt 99,52%.",
        "SIPAS cấp huyện đạt 75,81%.",
        "Đơn vị loại Tốt có tỷ lệ trên 80%.",
        "Đã tiếp nhận 987.406 hồ sơ.",
    ],
)
def test_figures_of_other_things_are_never_held_against_the_table(text: str) -> None:
    assert [] == differing(text)


def test_the_place_is_the_line_of_the_text() -> None:
    (found,) = _disagreements("Kết quả như sau.\nSở Tài chính đạt 90,00%.", RANKED)

    assert "câu:2" == found.finding.place
