from __future__ import annotations

from pathlib import Path

import pytest

from parcli.workbook.form import Form
from parcli.workbook.reading import read_workbook
from support.workbooks import codes_and_places, write

HEADER = "Mã | Tiêu chí | Điểm tối đa | Tự chấm | Thẩm định lần 1 | {} | Khảo sát | Ghi chú"


def form_of(tmp_path: Path, table: str, *merge: str) -> Form:
    return read_workbook(write(tmp_path / "u.xlsx", table, merge=merge))


def between(tmp_path: Path, header: str) -> Form:
    return form_of(tmp_path, HEADER.format(header) + "\n'1.1 | Kế hoạch | 2 | 1 | 1 | 1.5 | |")


@pytest.mark.parametrize("header", ["Kết quả", "Điểm", "Phường"])
def test_column_between_points_that_is_not_understood_is_an_error(tmp_path: Path, header: str) -> None:
    form = between(tmp_path, header)
    assert [("column-not-understood", "CCHC!F1")] == codes_and_places(form.findings)


def test_third_round_of_appraisal_is_an_error(tmp_path: Path) -> None:
    header = "Mã | Tiêu chí | Thẩm định lần 1 | Thẩm định lần 2 | Thẩm định lần 3"
    form = form_of(tmp_path, header + "\n'1.1 | Kế hoạch | 1 | 1 | 1.5")
    assert [("column-not-understood", "CCHC!E1")] == codes_and_places(form.findings)


def test_column_without_header_is_an_error(tmp_path: Path) -> None:
    assert [("column-without-header", "CCHC!F1")] == codes_and_places(between(tmp_path, "").findings)


def test_finding_tells_how_many_values_where_and_what_the_form_lacks(tmp_path: Path) -> None:
    params = between(tmp_path, "Kết quả").findings[0].params
    assert ("Kết quả", 1, "CCHC!F2") == (params["header"], params["count"], params["first"])
    assert "Thẩm định lần 2" in params["missing"]  # type: ignore[operator]
    assert "Tự chấm" not in params["missing"]  # type: ignore[operator]


def test_emptied_header_below_a_parent_is_an_error(tmp_path: Path) -> None:
    table = """
        Mã | Tiêu chí | Điểm tối đa | Điểm | |
        | | | Tự chấm | Thẩm định |
        '1.1 | Kế hoạch | 2 | 1 | 1 | 1.5
        """
    form = form_of(tmp_path, table, "A1:A2", "B1:B2", "C1:C2", "D1:F1")
    assert [("column-without-header", "CCHC!F1")] == codes_and_places(form.findings)


def test_unclear_header_below_declared_values_is_an_error(tmp_path: Path) -> None:
    table = """
        Mã | Tiêu chí | Số liệu kê khai | | | Tự chấm
        | | Tử số | Mẫu số | Kết quả |
        '1.1 | Kế hoạch | 4 | 5 | 0.8 | 1
        """
    form = form_of(tmp_path, table, "A1:A2", "B1:B2", "C1:E1", "F1:F2")
    assert [("column-not-understood", "CCHC!E2")] == codes_and_places(form.findings)


def test_column_of_numbers_is_an_error_where_the_form_lacks_points(tmp_path: Path) -> None:
    form = form_of(tmp_path, "Mã | Tiêu chí | Tự chấm | Phường\n'1.1 | Kế hoạch | 1 | 1.5")
    assert [("column-not-understood", "CCHC!D1")] == codes_and_places(form.findings)


def test_column_beside_complete_points_is_a_warning(tmp_path: Path) -> None:
    form = form_of(tmp_path, "Mã | Tiêu chí | Tự chấm | Thẩm định | Phường\n'1.1 | Kế hoạch | 1 | 1 | 1.5")
    assert [("column-unknown", "CCHC!E1")] == codes_and_places(form.findings)


def test_column_of_results_is_noted(tmp_path: Path) -> None:
    assert [("column-derived", "CCHC!F1")] == codes_and_places(between(tmp_path, "Điểm đạt được").findings)


def test_column_without_values_in_rows_of_criteria_is_not_mentioned(tmp_path: Path) -> None:
    form = form_of(tmp_path, HEADER.format("Kết quả") + "\n'1.1 | Kế hoạch | 2 | 1 | 1 | | |")
    assert () == form.findings


@pytest.mark.parametrize(
    ("headers", "roles"),
    [
        ("Đơn vị chấm | Tổ thẩm định | Hội đồng", ["self", "appraised_1", "appraised_2"]),
        ("Tự chấm | Thẩm định lần 1 | Điểm Hội đồng", ["self", "appraised_1", "appraised_2"]),
        ("Tự chấm | Hội đồng chấm | Điểm chốt", ["self", "appraised_1", "appraised_2"]),
        ("Tự chấm | Điểm chốt | Điều tra XHH", ["self", "appraised_1", "survey"]),
        ("Thẩm định lần 1 | Thẩm định lần 2 | Điểm chốt", ["appraised_1", "appraised_2", "unread"]),
    ],
)
def test_headers_of_units_and_councils(tmp_path: Path, headers: str, roles: list[str]) -> None:
    table = f"""
        Mã | Tiêu chí | Điểm | |
        | | {headers}
        '1.1 | Kế hoạch | 1 | 1 | 1
        """
    form = form_of(tmp_path, table, "A1:A2", "B1:B2", "C1:E1")
    assert roles == [column.role for column in form.columns[2:]]


def test_column_filled_by_its_number_only_is_empty(tmp_path: Path) -> None:
    header = "Mã | Tiêu chí | Điểm tối đa | Tự chấm | Chuyên viên X"
    form = form_of(tmp_path, header + "\nA | B | 1 | 2 | 3\n'1.1 | Kế hoạch | 2 | 1 |")
    assert form.findings == ()


@pytest.mark.parametrize(
    ("header", "example"),
    [
        ("Kết quả phòng CM rà", "Kết quả phòng CM rà=declared"),
        ("", "F=declared"),
        ('Kết quả "rà"', "F=declared"),
    ],
)
def test_finding_gives_an_example_that_can_be_copied(tmp_path: Path, header: str, example: str) -> None:
    (finding, *_) = between(tmp_path, header).findings
    assert finding.params["example"] == example


@pytest.mark.parametrize("header", ["Sở Nội vụ chấm", "Phòng Nội vụ chấm", "Phòng Nội vụ thẩm định"])
def test_points_of_home_affairs_are_appraised(tmp_path: Path, header: str) -> None:
    form = form_of(tmp_path, f"Mã | Tiêu chí | Tự chấm | {header}\n'1.1 | Kế hoạch | 2 | 1")
    assert [column.role for column in form.columns][-1] == "appraised_1"


def test_a_second_column_of_points_is_never_said_to_be_others_points(tmp_path: Path) -> None:
    form = form_of(tmp_path, "Mã | Tiêu chí | Điểm tự chấm | Điểm tự chấm lại\n'1.1 | Kế hoạch | 2 | 1.5")
    assert ["D=ignore"] == [str(f.params["example"]).replace("Điểm tự chấm lại", "D") for f in form.findings]


@pytest.mark.parametrize("header", ["Chênh lệch", "Chênh lệch (5)-(4)", "Điểm chênh lệch", "Tăng, giảm"])
def test_a_difference_is_derived(tmp_path: Path, header: str) -> None:
    assert [("column-derived", "CCHC!F1")] == codes_and_places(between(tmp_path, header).findings)
