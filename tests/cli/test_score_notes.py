"""What ``parindex score`` says beside the results: units of the register, who is missing, what is pending."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from cli.small_office import Form, Office, small_office

DISTRICTS = (
    "H1,Huyện A,district,,,,,,",
    "H2,Huyện B,district,,,,,,",
    "H3,Huyện C,district,,,,,2022-12-31,",
    "H4,Huyện D,district,,,,2023-01-01,,H3",
)
A = Form("Huyện A", 50, code="H1")


@pytest.fixture
def office(tmp_path: Path) -> Office:
    made = small_office(tmp_path / "cơ quan", *DISTRICTS)
    made.hand_in(A)
    return made


def test_a_line_each_says_below_what_the_register_does_not_know(office: Office) -> None:
    office.hand_in(Form("Huyen B", 50))
    out = office.run("score", "bang").out

    assert "Số cảnh báo" in out
    assert "bang/Huyen B 2023.xlsx  [unit-like]" in out
    assert "có thể là: Huyện B" in out


def test_the_summary_counts_files_with_findings_and_the_missing(office: Office) -> None:
    office.hand_in(Form("Huyen B", 50))

    assert (
        "2 tệp đã chấm (có phát hiện: 1), 0 tệp không dùng được, 0 tệp không đổi, 2 đơn vị chưa có bảng."
        in office.run("score", "bang").err.splitlines()
    )


def test_a_unit_of_another_time_is_said_to_be_so(office: Office) -> None:
    office.hand_in(Form("Huyện C", 50, code="H3"))
    out = office.run("score", "bang").out

    assert "[unit-not-valid]" in out
    assert "“Huyện C” (H3) có trong danh sách đơn vị nhưng không có hiệu lực trong kỳ 2023" in out
    assert ("(có hiệu lực từ … đến 2022-12-31)" in out, "đơn vị kế tiếp: Huyện D" in out) == (True, True)


def test_a_workbook_named_itself_does_not_ask_for_the_others(office: Office) -> None:
    assert "chưa có bảng" not in office.run("score", "bang/Huyện A 2023.xlsx").err


def test_without_storing_who_is_in_the_register_is_not_missing(office: Office) -> None:
    office.run("score", "bang")
    (office.folder / "khác").mkdir()
    copy = office.write("Huyện B 2023", Form("Huyện B", 50, code="H2"))
    copy.rename(office.folder / "khác" / copy.name)

    assert "1 đơn vị trong danh sách chưa có bảng: Huyện D." in office.run("score", "khác", "--no-store").err


def test_criteria_that_are_not_due_are_counted(office: Office) -> None:
    file = office.folder / "criteria" / "thu.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("scored_by: imported", "scored_by: imported\n    due_in: [year]"), "utf-8")
    path = office.write("A", A)
    book = openpyxl.load_workbook(path)
    book.worksheets[0]["B3"] = "6 tháng đầu năm 2023"
    book.save(path)
    out = office.run("score", path).out

    assert "1 tiêu chí chưa đến kỳ chấm." in out
