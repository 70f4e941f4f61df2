from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest

from parcli.errors import UnusableFile
from parcli.messages.errors import ERRORS
from parcli.messages.filling import fill
from parcli.workbook.form import Form
from parcli.workbook.header import find_header
from parcli.workbook.openpyxl_reader import open_book
from parcli.workbook.reading import read_workbook
from support.workbooks import codes_and_places, grid, write, write_sheets

# ruff: noqa: E501 - a form's header stands on one line


def roles(path: Path) -> dict[str, str]:
    """Return the column letter of each role."""
    header = find_header(open_book(path).sheets[0])
    assert header is not None
    return {column.role: column.place.partition("!")[2].rstrip("0123456789") for column in header.columns}


def codes(form: Form) -> list[tuple[str, str]]:
    return codes_and_places(form.findings)


def test_form_a_two_rows_with_a_merged_parent(tmp_path: Path) -> None:
    path = write(
        tmp_path / "a.xlsx",
        """
        STT | Lĩnh vực/Tiêu chí/TCTP | Điểm tối đa | Điểm đánh giá | | | Điểm đạt được | Chỉ số | Ghi chú
        | | | Điều tra XHH | Tự đánh giá | SNV đánh giá | | |
        1 | Chỉ đạo | 10 | | 9 | 8 | | |
        """,
        merge=("A1:A2", "B1:B2", "C1:C2", "D1:F1"),
    )
    assert roles(path) == {
        "code": "A",
        "title": "B",
        "max": "C",
        "survey": "D",
        "self": "E",
        "appraised_1": "F",
        "derived": "H",
        "note": "I",
    }


def test_unmerged_parent_spreads_over_its_children(tmp_path: Path) -> None:
    path = write(
        tmp_path / "a.xlsx",
        """
        STT | Nội dung | Điểm | | |
        | | Tối đa | TC | TĐ |
        1 | Chỉ đạo | 10 | 9 | 8 |
        """,
    )
    assert roles(path) == {"code": "A", "title": "B", "max": "C", "self": "D", "appraised_1": "E"}


def test_form_b_one_row(tmp_path: Path) -> None:
    path = write(
        tmp_path / "b.xlsx",
        """
        STT | Tiêu chí, TCTP | Điểm tối đa | Số liệu kê khai | Cách tính điểm | Các yêu cầu và TLKC | Điểm tự đánh giá
        1 | Chỉ đạo | 10 | | | | 9
        """,
    )
    found = roles(path)
    assert (found["title"], found["declared"], found["self"], found["derived"]) == ("B", "D", "G", "F")


def test_form_c_names_rounds_by_order(tmp_path: Path) -> None:
    path = write(
        tmp_path / "c.xlsx",
        """
        Nội dung | Điểm chuẩn | Tự chấm | TLKC/Giải trình | Điểm chấm thực tế | Ý kiến | Điểm chấm thực tế | Ý kiến
        1. Chỉ đạo | 10 | 9 | | 8 | | 9 |
        """,
    )
    found = roles(path)
    assert (found["appraised_1"], found["appraised_2"], found["evidence"]) == ("E", "G", "D")
    assert codes(read_workbook(path)) == [("appraisals-by-order", "CCHC!G1")]


def test_rounds_named_in_words_need_no_finding(tmp_path: Path) -> None:
    path = write(
        tmp_path / "c.xlsx",
        """
        Nội dung | Tự chấm | Thẩm định lần 2 | Giải trình | Thẩm định lần 1
        1. Chỉ đạo | 9 | 8 | | 9
        """,
    )
    found = roles(path)
    assert (found["appraised_1"], found["appraised_2"], found["explanation"]) == ("E", "C", "D")
    assert codes(read_workbook(path)) == []


def test_three_header_rows_with_rounds_below_a_parent(tmp_path: Path) -> None:
    path = write(
        tmp_path / "c.xlsx",
        """
        TT | Nội dung | Điểm | | | |
        | | Tối đa | Tự chấm | Thẩm định | |
        | | | | Lần 1 | Lần 2 |
        1 | Chỉ đạo | 10 | 9 | 8 | 9
        """,
        merge=("C1:F1", "E2:F2", "A1:A3", "B1:B3", "C2:C3", "D2:D3"),
    )
    assert roles(path) == {
        "code": "A",
        "title": "B",
        "max": "C",
        "self": "D",
        "appraised_1": "E",
        "appraised_2": "F",
    }


def test_four_header_rows(tmp_path: Path) -> None:
    path = write(
        tmp_path / "d.xlsx",
        """
        TT | Tiêu chí | Kết quả năm | | |
        | | Phần kê khai | | Phần chấm |
        | | Số liệu kê khai | | Điểm |
        | | Tử số | Mẫu số | Tự chấm
        1 | Chỉ đạo | 1 | 2 | 9
        """,
        merge=("C1:E1", "C2:D2", "C3:D3", "A1:A4", "B1:B4"),
    )
    assert roles(path) == {"code": "A", "title": "B", "numerator": "C", "denominator": "D", "self": "E"}


def test_header_with_line_breaks_spaces_case_and_loose_unicode(tmp_path: Path) -> None:
    path = write(
        tmp_path / "d.xlsx",
        [
            ["", "", ""],
            ["TIÊU\nCHÍ ", " Điểm \n tối  đa", "To\u031b\u0323 nope", "Tự đánh gi\u0061\u0301"],
            ["Chỉ đạo", 10, None, 9],
        ],
    )
    found = roles(path)
    assert (found["title"], found["max"], found["self"]) == ("A", "B", "D")


def test_header_of_form_d_has_codes_below_the_word_for_criterion(tmp_path: Path) -> None:
    path = write(
        tmp_path / "d.xlsx",
        """
        Tiêu chí | Nội dung | Điểm tối đa | Điểm tự chấm | Điểm thẩm định | Điểm bị trừ | Điểm thẩm định sau khi trừ
        '1.1 | Kế hoạch | 10 | 9 | 8 | 1 | 7
        '1.2 | Báo cáo | 10 | 9 | 8 | | 8
        """,
    )
    found = roles(path)
    assert (found["code"], found["title"], found["before"], found["appraised_1"]) == ("A", "B", "E", "G")
    assert codes(read_workbook(path)) == []


def test_two_columns_for_one_role_are_not_used_and_named(tmp_path: Path) -> None:
    path = write(
        tmp_path / "d.xlsx",
        """
        Tiêu chí | Tự chấm | Điểm tự đánh giá | Thẩm định
        Chỉ đạo | 9 | 8 | 7
        """,
    )
    form = read_workbook(path)
    assert codes(form) == [("column-ambiguous", "CCHC!C1")]
    assert form.findings[0].params["other"] == "CCHC!B1"
    assert "self" not in form.roles


def test_unknown_filled_column_is_noted(tmp_path: Path) -> None:
    path = write(
        tmp_path / "d.xlsx",
        """
        Tiêu chí | Tự chấm | Phụ trách | Trống
        Chỉ đạo | 9 | Phòng A |
        """,
    )
    assert codes(read_workbook(path)) == [("column-unknown", "CCHC!C1")]


def test_column_order_does_not_matter(tmp_path: Path) -> None:
    columns: dict[str, list[str | int]] = {
        "code": ["STT", "1"],
        "title": ["Tiêu chí", "Chỉ đạo"],
        "self": ["Tự chấm", 9],
        "appraised_1": ["Thẩm định", 8],
    }
    for order in permutations(columns):
        rows = [[columns[role][line] for role in order] for line in (0, 1)]
        form = read_workbook(write(tmp_path / "p.xlsx", rows))
        row = form.rows[0]
        assert (row.codes, row.title, row.at("self").text, row.at("appraised_1").text) == (
            ("1",),
            "Chỉ đạo",
            "9",
            "8",
        )


def test_header_far_below_is_found_and_titles_above_are_reported(tmp_path: Path) -> None:
    lines = [["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"], [], *[[] for _ in range(30)]]
    path = write(tmp_path / "h.xlsx", [*lines, *grid("Tiêu chí | Tự chấm\nChỉ đạo | 9")])
    form = read_workbook(path)
    assert form.columns[0].place == "CCHC!A33"
    assert [(ignored.row, ignored.why) for ignored in form.ignored] == [(1, "title")]


@pytest.mark.parametrize(
    ("table", "code", "found", "missing"),
    [
        ("Họ tên | Ngày sinh\nA | B", "header-not-found", None, None),
        ("Tiêu chí | Điểm tối đa\nA | 5", "header-incomplete", "Tiêu chí (CCHC!A1)", "Tự chấm"),
        ("Điểm tối đa | Tự chấm\n5 | 5", "header-incomplete", "Tự chấm (CCHC!B1)", "Tiêu chí"),
    ],
)
def test_table_without_usable_header_says_what_is_missing(
    tmp_path: Path, table: str, code: str, found: str | None, missing: str | None
) -> None:
    with pytest.raises(UnusableFile) as caught:
        read_workbook(write(tmp_path / "x.xlsx", table))
    assert caught.value.code == code
    assert all(fill(ERRORS[code], caught.value.params, lang) for lang in ("vi", "en"))
    assert found is None or found in str(caught.value.params["found"])
    assert missing is None or missing in str(caught.value.params["missing"])


def test_sheet_with_most_rows_is_read_and_the_other_is_named(tmp_path: Path) -> None:
    path = write_sheets(
        tmp_path / "s.xlsx",
        {
            "Nháp": "Tiêu chí | Tự chấm\nChỉ đạo | 9",
            "Tự chấm": "Tiêu chí | Tự chấm\nChỉ đạo | 9\nThể chế | 8",
            "Ẩn": "Tiêu chí | Tự chấm\nA | 9\nB | 8\nC | 8",
        },
        hidden=("Ẩn",),
    )
    form = read_workbook(path)
    assert form.sheet == "Tự chấm"
    assert codes(form) == [("sheet-not-read", "Nháp")]


def test_hidden_rows_and_columns_with_values_are_warned_of(tmp_path: Path) -> None:
    path = write(
        tmp_path / "h.xlsx",
        "Tiêu chí | Tự chấm | Thẩm định\nChỉ đạo | 9 | 9\nThể chế | 8 | 8",
        hide_rows=(3,),
        hide_cols=("C",),
    )
    assert codes(read_workbook(path)) == [("hidden-column", "CCHC!C1"), ("hidden-row", "CCHC!A3")]


def test_hidden_sheet_is_read_where_no_other_is_usable(tmp_path: Path) -> None:
    sheets = {"Bìa": "Xin chào", "Ẩn": "Tiêu chí | Tự chấm\nChỉ đạo | 9"}
    form = read_workbook(write_sheets(tmp_path / "s.xlsx", sheets, hidden=("Ẩn",)))
    assert form.sheet == "Ẩn"


def test_header_cell_merged_over_two_columns_is_one_column(tmp_path: Path) -> None:
    path = write(
        tmp_path / "m.xlsx",
        """
        Tiêu chí | | Điểm tối đa | Tự chấm |
        Chỉ đạo | | 10 | 9 |
        """,
        merge=("A1:B1", "D1:E1"),
    )
    assert roles(path) == {"title": "A", "max": "C", "self": "D"}


def test_sheet_with_other_values_for_the_same_criteria_is_warned_of(tmp_path: Path) -> None:
    table = "Mã | Tiêu chí | Tự chấm\n'1 | Chỉ đạo | 9\n| Kế hoạch | 2\n'2 | Thể chế | {}"
    sheets = {"Tự chấm": table.format(8), "Tự chấm (2)": table.format(7)}
    form = read_workbook(write_sheets(tmp_path / "s.xlsx", sheets))
    assert codes(form) == [("sheet-differs", "'Tự chấm (2)'!C4")]
    assert form.findings[0].params["count"] == 1


def test_points_and_remarks_below_each_round(tmp_path: Path) -> None:
    path = write(
        tmp_path / "c.xlsx",
        """
        STT | Nội dung | Điểm chuẩn | Tự chấm | Thẩm định lần 1 | | Thẩm định lần 2 |
        | | | | Điểm | Ý kiến | Điểm | Ý kiến
        1.1 | Kế hoạch | 3 | 3 | 2 | Thiếu | 2.5 | Đủ
        """,
        merge=("A1:A2", "B1:B2", "C1:C2", "D1:D2", "E1:F1", "G1:H1"),
    )
    form = read_workbook(path)
    (row,) = form.rows
    assert ("2", "2.5", "Thiếu; Đủ") == (
        row.at("appraised_1").text,
        row.at("appraised_2").text,
        row.text("note")[0],
    )
    assert [] == codes(form)


@pytest.mark.parametrize("below", ["Kết quả", "Số liệu"])
def test_what_is_no_points_below_whose_it_is_stays_unclear(tmp_path: Path, below: str) -> None:
    table = f"Mã | Tiêu chí | Tự đánh giá |\n | | {below} | Điểm\n'1.1 | Kế hoạch | 80 | 3"
    form = read_workbook(write(tmp_path / "c.xlsx", table, merge=("A1:A2", "B1:B2", "C1:D1")))
    assert "3" == form.rows[0].at("self").text


def test_a_header_cell_without_stored_value_is_named(tmp_path: Path) -> None:
    table = grid("Mã | Tiêu chí | Tối đa | ? | Thẩm định\n'1.1 | Kế hoạch | 3 | 2 | 1")
    table[0][3] = '="Tự chấm năm "&2023'
    form = read_workbook(write(tmp_path / "f.xlsx", table))
    assert [("header-no-value", "CCHC!D1")] == codes(form)


def test_a_header_that_lacks_points_for_a_formula_names_its_cell(tmp_path: Path) -> None:
    table = grid("Mã | Tiêu chí | Tối đa | ?\n'1.1 | Kế hoạch | 3 | 2")
    table[0][3] = '="Tự chấm năm "&2023'
    with pytest.raises(UnusableFile) as caught:
        read_workbook(write(tmp_path / "f.xlsx", table))
    assert ("header-formula-no-value", ("CCHC!D1",)) == (caught.value.code, caught.value.params["cells"])
