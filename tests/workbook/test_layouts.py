"""Forms A to D as offices make them give the scores of the same answers in a plain form."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path

import pytest

from parcli.workbook.reading import read_workbook
from support.workbooks import grid, write
from workbook.layouts import NATION, SIGNED, found, plain_points, points, scored

# ruff: noqa: E501 - a form's header stands on one line

FORM_A = """
    STT | Lĩnh vực/Tiêu chí/TCTP | Điểm tối đa | Điểm đánh giá | | | Điểm đạt được | Chỉ số | Ghi chú
    | | | Điều tra XHH | Tự đánh giá | SNV đánh giá | | |
    (1) | (2) | (3) | (4) | (5) | (6) | (7)=(4)+(6) | (8) | (9)
    I | CHỈ ĐẠO, ĐIỀU HÀNH | 5 | | 5 | 3 | 3 | |
    '1.1 | Kế hoạch cải cách hành chính | 3 | | 3 | 1.5 | 1.5 | |
    '1.1.1 | Ban hành kế hoạch | 1 | | 1 | 0.5 | 0.5 | |
    '1.1.2 | Mức độ hoàn thành kế hoạch | 2 | | 2 | 1 | 1 | |
    '1.2 | Báo cáo định kỳ | 2 | | 2 | 1.5 | 1.5 | | thiếu quý III
    II | TÁC ĐỘNG | 5 | 3.2 | 1 | 1 | 4.2 | |
    '2.1 | Mức độ hài lòng | 4 | 3.2 | | | 3.2 | |
    '2.2 | Chuyển đổi số | 1 | | 1 | 1 | 1 | |
    '2.2.1 | Hạ tầng | 1 | | 1 | 1 | 1 | |
    '2.2.1.1 | Mạng | 1 | | 1 | 1 | 1 | |
    '2.2.1.1.1 | Tỷ lệ máy tính nối mạng | 1 | | 1 | 1 | 1 | |
    | TỔNG CỘNG | 10 | 3.2 | 6 | 4 | 7.2 | |
    """
FORM_B = """
    STT | Tiêu chí, TCTP | Điểm tối đa | Số liệu kê khai | Cách tính điểm | Các yêu cầu và TLKC | Điểm tự đánh giá
    I | Chỉ đạo, điều hành | 5 | | | |
    '1.1 | Kế hoạch cải cách hành chính | 3 | | | |
    '1.1.1 | Ban hành kế hoạch | 1 | | | Kế hoạch | 1
    | - Ban hành kịp thời: | 1 | x | 1 điểm | |
    | - Ban hành không kịp thời: | 0.5 | | 0,5 điểm | |
    | - Không ban hành: | 0 | | 0 điểm | |
    '1.1.2 | Mức độ hoàn thành kế hoạch | 2 | | | Báo cáo | 2
    | + Số nhiệm vụ trong kế hoạch | | 50 | | |
    | + Số nhiệm vụ đã hoàn thành | | 45 | | |
    | Từ 90% trở lên: 2 điểm | | | | |
    '1.2 | Báo cáo định kỳ | 2 | | | | 2
    II | Tác động | 5 | | | |
    '2.1 | Mức độ hài lòng | 4 | | | |
    '2.2 | Chuyển đổi số | 1 | | | |
    '2.2.1 | Hạ tầng | 1 | | | |
    '2.2.1.1 | Mạng | 1 | | | |
    '2.2.1.1.1 | Tỷ lệ máy tính nối mạng | 1 | | | | 1
    """
FORM_C = """
    Nội dung | Điểm chuẩn | Tự chấm | TLKC/Giải trình | Điểm chấm thực tế | Ý kiến | Điểm chấm thực tế | Ý kiến
    I. Chỉ đạo, điều hành | 5 | 5 | | 2 | | 3 |
    "  1.1. Kế hoạch cải cách hành chính" | 3 | 3 | | 1 | | 1.5 |
    "    1.1.1. Ban hành kế hoạch" | 1 | 1 | KH 01 | 0 | muộn | 0.5 | đã giải trình
    "    1.1.2.Mức độ hoàn thành kế hoạch" | 2 | 2 | BC 02 | 1 | | 1 |
    "  1.2 Báo cáo định kỳ" | 2 | 2 | | 1 | | 1.5 |
    II. Tác động | 5 | 1 | | 1 | | 1 |
    "  2.1. Mức độ hài lòng" | 4 | | | | | |
    "  2.2. Chuyển đổi số" | 1 | 1 | | 1 | | 1 |
    "    2.2.1. Hạ tầng" | 1 | 1 | | 1 | | 1 |
    "      2.2.1.1. Mạng" | 1 | 1 | | 1 | | 1 |
    "        2.2.1.1.1. Tỷ lệ máy tính nối mạng" | 1 | 1 | | 1 | | 1 |
    Tổng điểm | 10 | 6 | | 3 | | 4 |
    """
FORM_D = """
    Tiêu chí | Nội dung | Điểm tối đa | Điểm tự chấm | Điểm thẩm định | Điểm bị trừ | Điểm thẩm định sau khi trừ
    I | Chỉ đạo, điều hành | 5 | 5 | 3.25 | 0.25 | 3
    '1.1 | Kế hoạch cải cách hành chính | 3 | 3 | 1.5 | | 1.5
    '1.1.1 | Ban hành kế hoạch | 1 | 1 | 0.5 | | 0.5
    '1.1.2 | Mức độ hoàn thành kế hoạch | 2 | 2 | 1 | |
    '1.2 | Báo cáo định kỳ | 2 | 2 | 1.75 | 0.25 | 1.5
    II | Tác động | 5 | 1 | 1 | | 1
    '2.1 | Mức độ hài lòng | 4 | | | |
    '2.2 | Chuyển đổi số | 1 | 1 | 1 | | 1
    '2.2.1 | Hạ tầng | 1 | 1 | 1 | | 1
    '2.2.1.1 | Mạng | 1 | 1 | 1 | | 1
    '2.2.1.1.1 | Tỷ lệ máy tính nối mạng | 1 | 1 | 1 | | 1
    Tổng cộng | | 10 | 6 | 4.25 | 0.25 | 4
    """
_SURVEY = "2.1"


def unquoted(table: str) -> list[list[object]]:
    """Return the cells, indented titles without the marks that keep their spaces."""
    return [[cell.strip('"') if isinstance(cell, str) else cell for cell in row] for row in grid(table)]


def _without_survey(worth: Mapping[str, Fraction]) -> dict[str, Fraction]:
    return {code: points for code, points in worth.items() if code != _SURVEY}


def test_form_a_with_roman_areas_numbered_columns_and_signatures(tmp_path: Path) -> None:
    rows = [*grid(NATION), *grid(FORM_A), *grid(SIGNED)]
    form = read_workbook(write(tmp_path / "a.xlsx", rows, merge=("A6:A7", "B6:B7", "C6:C7", "D6:F6")))

    assert plain_points(tmp_path) == points(form)
    assert {"column-derived"} == {code for code, _ in found(form)}


def test_form_b_takes_options_and_raw_data_from_the_rows_below(tmp_path: Path) -> None:
    form = read_workbook(write(tmp_path / "b.xlsx", [*grid(NATION), *grid(FORM_B)]))
    expected = _without_survey(plain_points(tmp_path, stage="self"))

    assert expected == _without_survey(points(form, stage="self"))
    by_rule = {n.code: n.own.basis[0].code for n in scored(form).walk() if n.own and n.own.basis}
    assert ("choice", "ratio") == (by_rule["1.1.1"], by_rule["1.1.2"])


def test_form_b_with_two_options_ticked_is_refused(tmp_path: Path) -> None:
    table = FORM_B.replace("| - Không ban hành: | 0 | |", "| - Không ban hành: | 0 | x |")
    form = read_workbook(write(tmp_path / "b.xlsx", grid(table)))

    findings = {(each.code, each.place) for each in scored(form).findings}
    assert ("options-ticked", "CCHC!D5") in findings
    assert Fraction(0) == points(form, stage="self")["1.1.1"]


def test_form_c_with_codes_in_titles_and_two_rounds(tmp_path: Path) -> None:
    above = [*grid(NATION), [], [], []]
    rows = [*above, *unquoted(FORM_C), *grid(SIGNED)]
    form = read_workbook(write(tmp_path / "c.xlsx", rows))

    assert _without_survey(plain_points(tmp_path)) == _without_survey(points(form))
    assert ["appraisals-by-order"] == [code for code, _ in found(form)]


@pytest.mark.parametrize("word", ["Lần", "Vòng"])
def test_form_c_with_rounds_in_a_row_above(tmp_path: Path, word: str) -> None:
    rounds = f"| | | | {word} 1 | | {word} 2 |"
    rows = [*grid(rounds), *unquoted(FORM_C)]
    form = read_workbook(write(tmp_path / "c.xlsx", rows, merge=("E1:F1", "G1:H1")))

    assert _without_survey(plain_points(tmp_path)) == _without_survey(points(form))
    assert [] == found(form)


@pytest.mark.parametrize("hidden", [(), ("F",), ("F", "G")])
def test_form_d_counts_points_after_the_deduction(tmp_path: Path, hidden: tuple[str, ...]) -> None:
    rows = [*grid(NATION), [], [], *grid(FORM_D)]
    path = write(tmp_path / "d.xlsx", rows, merge=("A20:B20",), hide_cols=hidden)
    form = read_workbook(path)

    assert _without_survey(plain_points(tmp_path)) == _without_survey(points(form))
    assert ["hidden-column"] * len(hidden) == [code for code, _ in found(form)]


def test_form_d_without_any_penalty_has_its_appraisal_only(tmp_path: Path) -> None:
    rows = [[*row[:5], None, None] if number > 0 else row for number, row in enumerate(grid(FORM_D))]
    form = read_workbook(write(tmp_path / "d.xlsx", rows, hide_cols=("F", "G")))

    assert (Fraction(7, 4), []) == (points(form)["1.2"], found(form))


def test_form_d_with_a_deduction_that_nobody_worked_out(tmp_path: Path) -> None:
    table = FORM_D.replace("2 | 1.75 | 0.25 | 1.5", "2 | 1.75 | 0.25 |")
    form = read_workbook(write(tmp_path / "d.xlsx", grid(table)))

    assert [("deduction-not-worked-out", "CCHC!G6")] == found(form)
    assert Fraction(0) == points(form)["1.2"]


def test_form_d_with_a_deduction_that_does_not_add_up(tmp_path: Path) -> None:
    table = FORM_D.replace("2 | 1.75 | 0.25 | 1.5", "2 | 1.75 | -0.5 | 1.5")
    form = read_workbook(write(tmp_path / "d.xlsx", grid(table)))

    assert [("deduction-differs", "CCHC!G6")] == found(form)
    assert Fraction(3, 2) == points(form)["1.2"]


def test_a_deduction_without_what_it_comes_to_is_noted(tmp_path: Path) -> None:
    table = "Tiêu chí | Điểm tự chấm | Điểm thẩm định | Điểm bị trừ\nBáo cáo định kỳ | 2 | 1.75 | 0.25"
    form = read_workbook(write(tmp_path / "d.xlsx", table))

    assert [("column-unread", "CCHC!D1")] == found(form)
