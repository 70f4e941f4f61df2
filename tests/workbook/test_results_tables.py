"""Forms E, F and G hold totals of many units: they are refused in a sentence that says what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from parcli.errors import UnusableFile
from parcli.messages.catalog import error_text
from parcli.workbook.reading import read_forms, read_workbook
from support.workbooks import write, write_sheets
from workbook.layouts import NATION, PLAIN, found

# ruff: noqa: E501 - a form's header stands on one line

FORM_E = """
    STT | Tên đơn vị | Lĩnh vực đánh giá | | | | | | | | Tổng điểm
    | | 1. Công tác chỉ đạo, điều hành (9,5 điểm) | | | | 2. Cải cách thể chế (10 điểm) | | | |
    | | TC | TĐ | Bị trừ | Tổng | TC | TĐ | Bị trừ | Tổng |
    1 | Sở A | 9 | 8.5 | 0.25 | 8.25 | 9 | 9 | | 9 | 17.25
    2 | Sở B | 9 | 8 | | 8 | 9 | 8 | | 8 | 16
    """
FORM_F = """
    Xếp hạng | Tên đơn vị | Điểm thẩm định | Điểm tác động | | Tổng điểm
    | | | KSCB | SIPAS |
    1 | Sở A | 60 | 20 | 9 | 89
    2 | Sở B | 58 | 19 | 9 | 86
    """
FORM_F_NUMBERED = """
    STT | Sở, ban, ngành | Điểm thẩm định | Điều tra XHH | Xếp hạng
    1 | Sở A | 60 | 20 | 1
    2 | Sở B | 58 | 19 | 2
    """
FORM_G = """
    STT | Đơn vị | Cải cách thể chế | | | | Cải cách tài chính công | | |
    | | Đánh giá qua ĐTXHH | Thẩm định | Tổng điểm | Chỉ số(%) | Đánh giá qua ĐTXHH | Thẩm định | Tổng điểm | Chỉ số(%)
    | Điểm tối đa | 4 | 6 | 10 | 100 | 2 | 10 | 12 | 100
    1 | Sở A | 3.5 | 5.5 | 9 | 90 | 1.5 | 9 | 10.5 | 87.5
    """
FORM_E_NUMBERED = """
    STT | Tên đơn vị | Lĩnh vực 1 | | | | Lĩnh vực 2 | | |
    | | (10 điểm) | | | | (10 điểm) | | |
    | | TC | TĐ | Bị trừ | Tổng | TC | TĐ | Bị trừ | Tổng
    1 | Sở A | 9 | 8 | 0.5 | 7.5 | 9 | 8 | 0.5 | 7.5
    """
_MERGED_E = ("A6:A8", "B6:B8", "C6:J6", "C7:F7", "G7:J7", "K6:K8")


@pytest.mark.parametrize(
    ("table", "merge", "code", "place"),
    [
        (FORM_E, _MERGED_E, "workbook-is-areas", "CCHC!B6"),
        (FORM_E_NUMBERED, ("C6:F6", "G6:J6", "C7:F7", "G7:J7"), "workbook-is-areas", "CCHC!B6"),
        (FORM_F, ("D6:E6", "A6:A7", "B6:B7"), "workbook-is-ranking", "CCHC!B6"),
        (FORM_F_NUMBERED, (), "workbook-is-ranking", "CCHC!B6"),
        (FORM_G, ("C6:F6", "G6:J6", "A6:A7", "B6:B7"), "workbook-is-indices", "CCHC!B6"),
    ],
)
def test_a_table_of_results_is_refused(
    tmp_path: Path, table: str, merge: tuple[str, ...], code: str, place: str
) -> None:
    path = write(tmp_path / "r.xlsx", NATION + "\n" + table.strip("\n"), merge=merge)
    with pytest.raises(UnusableFile) as caught:
        read_forms(path)

    assert (code, place) == (caught.value.code, caught.value.params["place"])
    assert all(
        f"parindex import {path}" in error_text(code, caught.value.params, lang) for lang in ("vi", "en")
    )


def test_a_sheet_of_results_beside_a_form_is_named(tmp_path: Path) -> None:
    form = read_workbook(write_sheets(tmp_path / "r.xlsx", {"Bảng": PLAIN, "Xếp hạng": FORM_F_NUMBERED}))

    assert ("Bảng", [("sheet-is-summary", "'Xếp hạng'!B1")]) == (form.sheet, found(form))


def test_a_form_may_have_a_column_of_units(tmp_path: Path) -> None:
    table = "Mã | Tiêu chí | Điểm tối đa | Điểm tự chấm | Đơn vị\n'1.2 | Báo cáo định kỳ | 2 | 2 | Phòng A"
    form = read_workbook(write(tmp_path / "u.xlsx", table))

    assert [("column-unknown", "CCHC!E1")] == found(form)
