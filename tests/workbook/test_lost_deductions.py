"""What a form takes off outside its criteria is counted nowhere, and said wherever it stands."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from parcli.workbook.reading import read_workbook
from support.workbooks import codes_and_places, write
from workbook.layouts import points, scored

HEAD = (
    "Mã | Tiêu chí | Điểm tối đa | Điểm tự chấm | Điểm thẩm định | Điểm bị trừ | Điểm thẩm định sau khi trừ"
)
WITHOUT = "Mã | Tiêu chí | Điểm tối đa | Điểm tự chấm | Điểm thẩm định"
PLAN = "1 | 1 | 0.5 | | 0.5"
_SAID = {"row-missing", "awaiting-points", "sum-differs", "total-differs"}  # of the rows that the form lacks


def form(area: str = "", *, plan: str = PLAN, below: str = "", total: str = "", head: str = HEAD) -> str:
    """Return a form of form D, with what stands behind the area's title, below its rows and at the end."""
    lines = f"""
    {head}
    '1 | Chỉ đạo, điều hành | 5 | {area}
    '1.1 | Kế hoạch cải cách hành chính | 3
    '1.1.1 | Ban hành kế hoạch | {plan}
    '1.1.2 | Mức độ hoàn thành kế hoạch | 2 | 2 | 1 | | 1
    '1.2 | Báo cáo định kỳ | 2 | 2 | 1.5 | | 1.5
    {below}
    '2 | Tác động | 5
    '2.2 | Chuyển đổi số | 1
    '2.2.1 | Hạ tầng | 1
    '2.2.1.1 | Mạng | 1
    '2.2.1.1.1 | Tỷ lệ máy tính nối mạng | 1 | 1 | 1 | | 1
    {total}
    """
    return "\n".join(line for line in lines.splitlines() if line.strip())


def said(tmp_path: Path, table: str) -> list[tuple[str, str]]:
    found = scored(read_workbook(write(tmp_path / "d.xlsx", table))).findings
    return [(code, place) for code, place in codes_and_places(found) if code not in _SAID]


@pytest.mark.parametrize("area", ["5 | | 1", "5 | | 1 | 2", "5 | 3 | 1 | 2", "5 | | trừ 1 điểm"])
def test_a_deduction_on_an_area_alone_is_said(tmp_path: Path, area: str) -> None:
    assert [("deduction-on-part", "CCHC!F2")] == said(tmp_path, form(area))


@pytest.mark.parametrize(
    "area", ["5 | 3 | 0.5 | 2.5", "5 | 3 | -0.5 | 2.5", "5 | 3 | - | 3", "5 | 3 | 0 | 3", "5"]
)
def test_an_area_may_repeat_what_its_criteria_say(tmp_path: Path, area: str) -> None:
    taken = "0.5 | 0" if "0.5" in area else " | 0.5"

    assert [] == said(tmp_path, form(area, plan=f"1 | 1 | 0.5 | {taken}"))


def test_the_lowest_part_that_differs_is_said(tmp_path: Path) -> None:
    table = form("5 | 3 | 1 | 2", total="| Tổng cộng | 10 | 6 | 4 | 1 | 3")
    table = table.replace("hành chính | 3", "hành chính | 3 | | | 1")

    assert [("deduction-on-part", "CCHC!F3")] == said(tmp_path, table)


@pytest.mark.parametrize(
    ("below", "total", "expected"),
    [
        ("| Cộng lĩnh vực 1 | 5 | | | 1", "", ("deduction-on-part", "CCHC!F7")),
        ("", "| Tổng cộng | 10 | | | 1", ("deduction-on-total", "CCHC!F12")),
        ("| Điểm bị trừ lĩnh vực 1 | | | | 1", "", ("deduction-row", "CCHC!F7")),
        ("| Do chậm báo cáo | | | | 1", "", ("deduction-row", "CCHC!F7")),
        ("| Điểm bị trừ | | | 1", "", ("deduction-row", "CCHC!E7")),
        ("| Điểm trừ | | | -1", "", ("deduction-row", "CCHC!E7")),
        ("| Trừ điểm | | -1", "", ("deduction-row", "CCHC!D7")),
        ("", "| Tổng cộng | 10\n| Điểm bị trừ | | | | 1", ("deduction-row", "CCHC!F13")),
    ],
)
def test_a_deduction_in_a_row_of_its_own_is_said(
    tmp_path: Path, below: str, total: str, expected: tuple[str, str]
) -> None:
    assert [expected] == said(tmp_path, form(below=below, total=total))


def test_a_row_below_the_area_is_said_once(tmp_path: Path) -> None:
    assert [("deduction-row", "CCHC!F3")] == said(tmp_path, form("\n| Điểm bị trừ | | | | 1"))


def test_a_row_of_all_deductions_may_repeat_them(tmp_path: Path) -> None:
    total = "| Tổng cộng | 10\n| Tổng điểm bị trừ | | | | 0.5"

    assert [] == said(tmp_path, form(plan="1 | 1 | 0.5 | 0.5 | 0", total=total))


@pytest.mark.parametrize("row", ["| Điểm bị trừ | | | 1", "| Điểm trừ do chậm báo cáo | | | -0.5"])
def test_a_form_without_a_column_for_it_may_have_a_row(tmp_path: Path, row: str) -> None:
    table = form(plan="1 | 1 | 0.5", below=row, head=WITHOUT).replace(" | | 1.5", "").replace("1 | | 1", "1")

    assert [("deduction-row", "CCHC!E7")] == said(tmp_path, table)


@pytest.mark.parametrize("taken", ["0.5", "trừ 0,5"])
def test_a_deduction_from_points_not_stated_confirms_nothing(tmp_path: Path, taken: str) -> None:
    table = form(plan=f"1 | 1 | | {taken}")

    assert [("deduction-without-points", "CCHC!F4")] == said(tmp_path, table)
    assert Fraction(0) == points(read_workbook(tmp_path / "d.xlsx"))["1.1.1"]


def test_a_deduction_in_words_is_not_passed_over(tmp_path: Path) -> None:
    table = form(plan="1 | 1 | 0.5 | trừ 0,25")

    assert [("deduction-not-worked-out", "CCHC!G4")] == said(tmp_path, table)


@pytest.mark.parametrize("nothing", ["-", "–", "…", "0", "Không", "Không áp dụng"])
def test_a_cell_that_takes_nothing_off_leaves_the_points(tmp_path: Path, nothing: str) -> None:
    table = form(plan=f"1 | 1 | 0.5 | {nothing}")

    assert [] == said(tmp_path, table)
    assert Fraction(1, 2) == points(read_workbook(tmp_path / "d.xlsx"))["1.1.1"]
