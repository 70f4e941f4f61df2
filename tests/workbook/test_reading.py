# mypy: disable-error-code="comparison-overlap"
# A whole number equals its Fraction.
from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from parcli.errors import UnusableFile
from parcli.workbook.form import Form
from parcli.workbook.reading import read_workbook
from support.workbooks import codes_and_places, grid, write

HEADER = "STT | Tiêu chí | Điểm tối đa | Số liệu kê khai | Tự chấm | Ghi chú"


def form_of(tmp_path: Path, rows: str, **look: Any) -> Form:
    return read_workbook(write(tmp_path / "f.xlsx", [*grid(HEADER), *grid(rows)], **look))


def ignored(form: Form) -> list[tuple[int, str]]:
    return [(row.row, row.why) for row in form.ignored]


def test_rows_keep_code_title_values_and_places(tmp_path: Path) -> None:
    form = form_of(tmp_path, "'1.1 | Kế hoạch | 3 | 45/50 | 2,5 | xem phụ lục")
    (row,) = form.rows
    assert (row.row, row.codes, row.title, row.place) == (2, ("1.1",), "Kế hoạch", "CCHC!A2")
    assert (row.at("max").number, row.at("declared").pair) == (3, (45, 50))
    assert (row.at("self").number, row.at("self").place) == (Fraction(5, 2), "CCHC!E2")
    assert row.text("note") == ("xem phụ lục", "CCHC!F2")


def test_code_in_front_of_the_title_when_the_code_column_is_blank(tmp_path: Path) -> None:
    form = form_of(tmp_path, " | 1.1. Kế hoạch | 3 | | 2")
    assert (form.rows[0].codes, form.rows[0].title, form.rows[0].place) == (("1.1",), "Kế hoạch", "CCHC!B2")


def test_running_number_gives_way_to_a_code_in_the_title(tmp_path: Path) -> None:
    form = form_of(tmp_path, "7 | 1.1. Kế hoạch | 3 | | 2")
    assert form.rows[0].codes == ("1.1",)


def test_numbered_list_of_a_unit_is_no_code(tmp_path: Path) -> None:
    form = form_of(tmp_path, "'1.1 | Kế hoạch | 3 | | 2\n | 1. Kế hoạch của phòng | | Có |")
    assert form.rows[1].codes == ()


@pytest.mark.parametrize("text", ["Tổng cộng", "TỔNG ĐIỂM", "Tổng cộng điểm", "Cộng", "Tổng cộng (I+II)"])
def test_footer_totals_are_kept_as_sums(tmp_path: Path, text: str) -> None:
    form = form_of(tmp_path, f"'1.1 | Kế hoạch | 3 | | 2\n{text} | | 3 | | 2")
    assert [(row.row, row.at("self").number) for row in form.sums] == [(3, 2)]


@pytest.mark.parametrize("title", ["Tỷ lệ (%)", "Xếp loại", "Xếp hạng", "Điểm tối đa áp dụng"])
def test_a_result_below_the_total_is_ignored(tmp_path: Path, title: str) -> None:
    form = form_of(tmp_path, f"'1.1 | Kế hoạch | 3 | | 2\nTổng cộng | | 3 | | 2\n | {title} | | | 66")
    assert [(4, "note")] == ignored(form)


def test_rows_without_answers_are_ignored_and_listed(tmp_path: Path) -> None:
    form = form_of(
        tmp_path,
        """1 | 2 | 3 | 4 | 5 | 6
        '1.1 | Kế hoạch | 3 | | 2
        | |
        | Ghi chú: tính đến 31/12 |
        '1.2 | Báo cáo | 3 | | 2
        | | | | | ngày 05 tháng 01 năm 2024
        | Người lập biểu | | | Thủ trưởng đơn vị
        | (Ký, ghi rõ họ tên)""",
    )
    assert [row.codes[0] for row in form.rows] == ["1.1", "1.2"]
    assert ignored(form) == [
        (2, "numbering"),
        (4, "blank"),
        (5, "note"),
        (7, "signature"),
        (8, "signature"),
        (9, "signature"),
    ]


@pytest.mark.parametrize(
    "numbering",
    [
        "(1) | (2) | (3) | (4) | (5)=(3)+(4) | (6)",
        "A | B | 1 | 2 | 3 | 4",
        "A | B | 1 | 2 | 3=1-2 | 4 | 5 | 6",
        "1 | 2 | 3 | | 4 | 5",
        "1 | 2 | 3 | | 5 | 6",
    ],
)
def test_rows_that_number_the_columns(tmp_path: Path, numbering: str) -> None:
    form = form_of(tmp_path, f"{numbering}\n'1.1 | Kế hoạch | 3 | | 2")
    assert ignored(form) == [(2, "numbering")]


@pytest.mark.parametrize("row", ["1 | | 3 | 4 | 5", "2 | 3 | 4 | 5", "A | C | 1 | 2", "1 | 2 | 3 | 7 | 9"])
def test_rows_that_number_nothing_are_read(tmp_path: Path, row: str) -> None:
    assert ignored(form_of(tmp_path, row)) == []


def test_values_below_the_signatures_are_said(tmp_path: Path) -> None:
    form = form_of(tmp_path, "'1.1 | Kế hoạch | 3 | | 2\n | Giám đốc\n | Báo cáo | | | 2")
    assert len(form.rows) == 1
    assert codes_and_places(form.findings) == [("value-below-table", "CCHC!E4")]


def test_criterion_that_begins_like_a_signature_stays_a_row(tmp_path: Path) -> None:
    form = form_of(tmp_path, "'1.1 | Chủ tịch đối thoại với người dân | 3 | | 2")
    assert len(form.rows) == 1


def test_every_bad_cell_is_found_in_one_pass(tmp_path: Path) -> None:
    form = form_of(
        tmp_path,
        """'1.1 | Kế hoạch | 3 | | '92.830
        '1.2 | Báo cáo | =1+2 | | 2
        '1.3 | Kiểm tra | 3 | 1,000 | #DIV/0!""",
    )
    assert codes_and_places(form.findings) == [
        ("number-two-readings", "CCHC!E2"),
        ("formula-no-value", "CCHC!C3"),
        ("number-two-readings", "CCHC!D4"),
        ("cell-error", "CCHC!E4"),
    ]


def test_number_with_two_readings_in_a_note_is_text(tmp_path: Path) -> None:
    assert form_of(tmp_path, "'1.1 | Kế hoạch | 3 | | 2 | '92.830").findings == ()


def test_frame_has_one_row_for_each_value_with_its_address(tmp_path: Path) -> None:
    form = form_of(tmp_path, "'1.1 | Kế hoạch | 3 | Không áp dụng | 85% | nợ")
    frame = form.to_frame()
    assert isinstance(frame, pd.DataFrame)
    shown = frame[["row", "code", "role", "state", "number", "percent", "text", "place"]].astype(object)
    records = shown.where(shown.notna(), None).to_dict("split")["data"]
    assert [tuple(record) for record in records] == [
        (2, "1.1", "max", "given", "3", False, "3", "CCHC!C2"),
        (2, "1.1", "declared", "not_applicable", None, False, "Không áp dụng", "CCHC!D2"),
        (2, "1.1", "self", "given", "0.85", True, "85%", "CCHC!E2"),
        (2, "1.1", "note", "given", None, False, "nợ", "CCHC!F2"),
    ]


def test_frame_of_an_empty_form_has_its_columns(tmp_path: Path) -> None:
    assert list(form_of(tmp_path, "'1.1 | Kế hoạch").to_frame().columns)[:4] == [
        "source",
        "unit",
        "period",
        "row",
    ]


def test_titles_and_labels_are_no_header(tmp_path: Path) -> None:
    table = """
        BIỂU TỰ ĐÁNH GIÁ CHỈ SỐ CẢI CÁCH HÀNH CHÍNH | | |
        (Số liệu kê khai của đơn vị là số liệu minh họa) | | |
        | Đơn vị: | Sở quản lý ngành, lĩnh vực |
        '1.1 | Kế hoạch | 2 | 1
        """
    with pytest.raises(UnusableFile) as caught:
        read_workbook(write(tmp_path / "n.xlsx", table))
    assert "header-not-found" == caught.value.code


def test_file_without_any_computed_value_is_said_once(tmp_path: Path) -> None:
    rows = "\n".join(f"'1.{n} | Kế hoạch | =1+1 | =2-1" for n in range(1, 4))
    form = read_workbook(write(tmp_path / "f.xlsx", f"Mã | Tiêu chí | Điểm tối đa | Tự chấm\n{rows}"))
    assert [("formulas-no-value", "CCHC!C2")] == codes_and_places(form.findings)
    assert (6, "CCHC!D4") == (form.findings[0].params["count"], form.findings[0].params["last"])


def test_few_formulas_without_values_are_said_one_by_one(tmp_path: Path) -> None:
    form = read_workbook(write(tmp_path / "f.xlsx", "Mã | Tiêu chí | Tự chấm\n'1.1 | Kế hoạch | =2-1"))
    assert [("formula-no-value", "CCHC!C2")] == codes_and_places(form.findings)


def test_signatures_below_points_are_not_read(tmp_path: Path) -> None:
    table = """
        Mã | Tiêu chí | Điểm tối đa | Tự chấm | Thẩm định
        '1.1 | Kế hoạch | 2 | 2 | 2
        | Tổng cộng | 2 | 2 | 2
        | | | | T/M ĐƠN VỊ
        | | | | …, ngày 05 tháng 01 năm 2024
        | | | | THỦ TRƯỞNG ĐƠN VỊ
        | | | | Nguyễn Văn A
        """
    form = read_workbook(write(tmp_path / "s.xlsx", table))
    assert [] == codes_and_places(form.findings)
    assert [2, 3] == [row.row for row in form.rows]


def test_number_below_the_signatures_is_found(tmp_path: Path) -> None:
    table = """
        Mã | Tiêu chí | Tự chấm
        '1.1 | Kế hoạch | 2
        | | Giám đốc
        | Báo cáo | 1
        """
    form = read_workbook(write(tmp_path / "s.xlsx", table))
    assert [("value-below-table", "CCHC!C4")] == codes_and_places(form.findings)


def test_unlabelled_text_in_a_column_of_points_is_no_signature(tmp_path: Path) -> None:
    table = "Mã | Tiêu chí | Tự chấm\n'1.1 | Kế hoạch | 2\n | | chưa rõ\n'1.2 | Báo cáo | 1"
    form = read_workbook(write(tmp_path / "s.xlsx", table))
    assert [2, 3, 4] == [row.row for row in form.rows]
