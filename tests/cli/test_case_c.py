"""Case C: a department's published table, typed as printed, gives the published result."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from cli.running import Outcome, parindex, score_of
from support.workbooks import write

# the notice prints one number with a comma, which is text in the workbook, beside numbers
TABLE = """
Đơn vị: Sở Xây dựng
Năm: 2023

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
PERCENTAGES = [78.90, 71.43, 62.06, 90.00, 91.67, 67.36, 75.55]


@pytest.fixture
def printed(tmp_path: Path) -> Path:
    return write(tmp_path / "case_c.xlsx", TABLE, title="Kết quả")


@pytest.fixture
def contradicted(tmp_path: Path) -> Path:
    """Return the table with the total which the notice's text names."""
    return write(tmp_path / "case_c.xlsx", TABLE.replace("| 75.61", "| 72,32"), title="Kết quả")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("points", 75.61),
        ("max_points", 100),
        ("applicable_max", 100),
        ("percent", 75.61),
        ("grade", "fair"),
        ("incomplete", False),
        ("provisional", False),
        ("period", "2023"),
        ("criteria_set", "department-2023-areas"),
        ("exact", {"points": "75.61", "percent": "75.61"}),
    ],
)
def test_the_printed_table_scores_as_published(printed: Path, field: str, value: object) -> None:
    assert value == score_of(printed)[field]


def test_the_areas_have_their_percentages_to_two_digits(printed: Path) -> None:
    assert PERCENTAGES == [area["percent"] for area in score_of(printed)["areas"]]


def test_the_unit_is_named(printed: Path) -> None:
    assert "Sở Xây dựng" == score_of(printed)["unit"]["name"]


def test_the_terminal_says_the_grade_in_words(printed: Path) -> None:
    assert "Xếp loại: Khá" in parindex("score", printed).out.splitlines()


def test_the_terminal_prints_total_maximum_and_percentage(printed: Path) -> None:
    (total,) = [line for line in parindex("score", printed).out.splitlines() if "Tổng cộng" in line]

    assert ["Tổng", "cộng", "75,61", "100", "75,61"] == total.split()


def test_the_printed_table_needs_no_action(printed: Path) -> None:
    assert 0 == parindex("score", printed).code


def test_another_total_is_one_error_at_its_cell(contradicted: Path) -> None:
    assert [("total-differs", "error", "'Kết quả'!C12")] == [
        (each["code"], each["severity"], each["place"]) for each in _errors(contradicted)
    ]


@pytest.mark.parametrize(("lang", "numbers"), [("vi", ("72,32", "75,61")), ("en", ("72.32", "75.61"))])
def test_another_total_is_named_beside_the_sum(
    contradicted: Path, lang: str, numbers: tuple[str, str]
) -> None:
    (found,) = _errors(contradicted, "--lang", lang)

    assert [] == [number for number in numbers if number not in found["message"]]


def test_another_total_changes_no_point(contradicted: Path) -> None:
    assert "75.61" == score_of(contradicted)["exact"]["points"]


@pytest.mark.parametrize("command", ["score", "check"])
def test_another_total_is_exit_code_1(contradicted: Path, command: str) -> None:
    assert 1 == parindex(command, contradicted).code


def test_findings_may_be_let_pass(contradicted: Path) -> None:
    assert 0 == parindex("score", contradicted, "--fail-on", "never").code


def test_notes_may_be_made_to_count(printed: Path) -> None:
    assert [0, 0, 1] == [_with_fail_on(printed, severity).code for severity in ("error", "warning", "info")]


def _with_fail_on(path: Path, severity: str) -> Outcome:
    return parindex("score", path, "--fail-on", severity)


def _errors(path: Path, *words: str) -> list[dict[str, Any]]:
    return [each for each in score_of(path, *words)["findings"] if each["severity"] != "info"]
