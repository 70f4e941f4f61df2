from __future__ import annotations

from pathlib import Path

import pytest

from parcli.model.assessment import DatumState
from parcli.workbook.form import Form
from parcli.workbook.reading import read_workbook
from support.workbooks import codes_and_places, write

TABLE = """
    Mã | Tiêu chí | Điểm tối đa | Kê khai | Tự chấm | TLKC
    '1.1 | Kế hoạch | 2 | Kịp thời | 1.5 | KH 01
     | Nhiệm vụ | | Có | |
    '1.2 | Báo cáo | 2 | | |
    '1.3 | Kiểm tra | 2 | Có | 2 | KH 02
    """


def form_of(tmp_path: Path, *merge: str, table: str = TABLE) -> Form:
    return read_workbook(write(tmp_path / "m.xlsx", table, merge=merge))


def test_merged_text_counts_for_every_row(tmp_path: Path) -> None:
    form = form_of(tmp_path, "F2:F4")
    assert [("KH 01", "CCHC!F2")] * 3 == [row.text("evidence") for row in form.rows[:3]]
    assert () == form.findings


def test_points_merged_over_two_criteria_are_refused_for_both(tmp_path: Path) -> None:
    form = form_of(tmp_path, "E2:E4")
    assert [("answer-merged", "CCHC!E2")] == codes_and_places(form.findings)
    assert "E2:E4" == form.findings[0].params["range"]
    assert [DatumState.REFUSED] * 3 == [row.at("self").state for row in form.rows[:3]]
    assert DatumState.GIVEN == form.rows[3].at("self").state


@pytest.mark.parametrize("area", ["D2:D3", "E2:E3"])
def test_answer_merged_over_the_rows_below_its_criterion_is_the_criterions(tmp_path: Path, area: str) -> None:
    form = form_of(tmp_path, area)
    assert [] == codes_and_places(form.findings)
    assert ("Kịp thời", "1.5") == (form.rows[0].at("declared").text, form.rows[0].at("self").text)


def test_answer_merged_from_a_detail_into_the_next_criterion_is_refused(tmp_path: Path) -> None:
    assert [("answer-merged", "CCHC!D3")] == codes_and_places(form_of(tmp_path, "D3:D4").findings)


def test_merged_signature_is_no_answer(tmp_path: Path) -> None:
    table = """
        Mã | Tiêu chí | Điểm tối đa | Tự chấm
        '1.1 | Kế hoạch | 2 | 2
        Người lập biểu | | | Giám đốc
        (Ký tên) | | |
        """
    form = form_of(tmp_path, "D3:D4", table=table)
    assert "answer-merged" not in {finding.code for finding in form.findings}


def test_answer_merged_over_two_details_is_refused(tmp_path: Path) -> None:
    table = """
        Mã | Tiêu chí | Kê khai | Tự chấm
        '1.1 | Kế hoạch | | 2
         | Nhiệm vụ | Có |
         | Kinh phí | |
        '1.2 | Báo cáo | | 2
        """
    form = form_of(tmp_path, "C3:C4", table=table)
    assert [("answer-merged", "CCHC!C3")] == codes_and_places(form.findings)


def test_blank_merged_cell_says_nothing(tmp_path: Path) -> None:
    form = form_of(tmp_path, "E4:E5", table=TABLE.replace("| 2 | KH 02", "| | KH 02"))
    assert [] == codes_and_places(form.findings)
