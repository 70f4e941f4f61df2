"""The row of an area may stand in the title's cell, with a letter or none; its total is that of the area."""

from __future__ import annotations

from pathlib import Path

import pytest

from parcli.cli.mapping import mapping_document
from parcli.model.assessment import Assessment
from parcli.model.period import Period
from parcli.model.unit import Unit
from parcli.workbook.match import to_assessment
from parcli.workbook.reading import read_workbook
from support.workbooks import codes_and_places, write
from workbook.layouts import layout_set

ROWS = """
    Mã | Tiêu chí | Điểm tối đa | Tự chấm
    {first} | 5 | 5
    '1.1 | Kế hoạch cải cách hành chính | 3 |
    '1.1.1 | Ban hành kế hoạch | 1 | 1
    '1.1.2 | Mức độ hoàn thành kế hoạch | 2 | 2
    '1.2 | Báo cáo định kỳ | 2 | 2
    {second} | 5 | 1
    '2.1 | Mức độ hài lòng | 4 |
    '2.2 | Chuyển đổi số | 1 |
    '2.2.1 | Hạ tầng | 1 |
    '2.2.1.1 | Mạng | 1 |
    '2.2.1.1.1 | Tỷ lệ máy tính nối mạng | 1 | 1
    """


def table(first: str, second: str) -> str:
    return ROWS.format(first=first, second=second)


def assessed(path: Path) -> Assessment:
    return to_assessment(read_workbook(path), layout_set(), unit=Unit("Sở A"), period=Period(2024))


def sums(found: Assessment) -> list[tuple[str, int]]:
    return [(each.code, int(each.datum.number or 0)) for each in found.sums]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("| A. Chỉ đạo, điều hành", "| B. Tác động"),
        ("| A. Công tác chỉ đạo điều hành", "| B. Tác động của cải cách hành chính"),
        ("| A - CHỈ ĐẠO, ĐIỀU HÀNH", "| B - TÁC ĐỘNG"),
        ("| Lĩnh vực A: Chỉ đạo, điều hành (5 điểm)", "| Lĩnh vực B: Tác động (5 điểm)"),
        ("| C. Chỉ đạo, điều hành", "| D. Tác động"),
        ("| Công tác chỉ đạo, điều hành", "| Tác động của cải cách"),
        ("A. Chỉ đạo, điều hành |", "B. Tác động |"),
        ("C. Chỉ đạo, điều hành |", "D. Tác động |"),
        ("I. Chỉ đạo, điều hành |", "II. Tác động |"),
    ],
)
def test_a_heading_without_a_code_is_the_areas(tmp_path: Path, first: str, second: str) -> None:
    found = assessed(write(tmp_path / "f.xlsx", table(first, second)))

    assert [("1", 5), ("2", 1)] == sums(found)
    assert [] == codes_and_places(found.findings)


def test_a_letter_before_another_title_is_said(tmp_path: Path) -> None:
    found = assessed(write(tmp_path / "f.xlsx", table("| A. Chỉ đạo, điều hành", "| B. Xây dựng nông thôn")))

    assert ([("1", 5)], [("code-unknown", "CCHC!B7")]) == (sums(found), codes_and_places(found.findings))


def test_a_list_of_a_criterion_before_the_next_area_stays_its_own(tmp_path: Path) -> None:
    rows = table("'1 | Chỉ đạo, điều hành", "'2 | Tác động")
    rows = rows.replace("    '2 | Tác động", "    | Tác động đến người dân | 2 | 2\n    '2 | Tác động")
    found = assessed(write(tmp_path / "f.xlsx", rows))

    assert [("1", 5), ("2", 1)] == sums(found)
    assert ["Tác động đến người dân"] == [each.label for each in found.answers["1.2"].details]


def test_the_mapping_shows_no_title_for_a_code(tmp_path: Path) -> None:
    form = read_workbook(write(tmp_path / "f.xlsx", table("A. Chỉ đạo, điều hành |", "II. Tác động |")))
    rows = mapping_document(form, layout_set())["rows"]

    assert [("1", "A. Chỉ đạo, điều hành"), ("2", "Tác động")] == [
        (row["criterion"], row["title"]) for row in rows if row["criterion"] in {"1", "2"}
    ]


@pytest.mark.parametrize(
    "name",
    [
        "Tổng điểm của lĩnh vực 1",
        "Tổng điểm của Lĩnh vực I: Chỉ đạo",
        "Tổng số điểm đạt được của lĩnh vực 1 (Chỉ đạo, điều hành)",
        "Tổng điểm tự chấm lĩnh vực 1",
        "Tổng điểm các tiêu chí của lĩnh vực 1",
        "Cộng điểm của phần I",
        "Điểm của lĩnh vực 1",
        "Tổng điểm của lĩnh vực",
        "Tổng điểm lĩnh vực Chỉ đạo, điều hành",
        "CỘNG LĨNH VỰC CHỈ ĐẠO ĐIỀU HÀNH",
        "Tổng điểm của lĩnh vực: Công tác chỉ đạo, điều hành",
    ],
)
def test_a_total_is_of_the_area_that_it_names(tmp_path: Path, name: str) -> None:
    rows = table("'1 | Chỉ đạo, điều hành", f"| {name} | 5 | 4\n    '2 | Tác động")
    found = assessed(write(tmp_path / "f.xlsx", rows))

    assert [("1", 5), ("2", 1), ("1", 4)] == sums(found)


def test_a_total_may_stand_behind_another_area(tmp_path: Path) -> None:
    rows = table("'1 | Chỉ đạo, điều hành", "| Cộng lĩnh vực Tác động | 5 | 4\n    '2 | Tác động")
    found = assessed(write(tmp_path / "f.xlsx", rows))

    assert [("1", 5), ("2", 1), ("2", 4)] == sums(found)


@pytest.mark.parametrize("name", ["Cộng lĩnh vực 9", "Tổng điểm của lĩnh vực Xây dựng nông thôn"])
def test_a_total_of_a_part_that_is_not_there_is_said(tmp_path: Path, name: str) -> None:
    rows = table("'1 | Chỉ đạo, điều hành", f"| {name} | 5 | 4\n    '2 | Tác động")
    found = assessed(write(tmp_path / "f.xlsx", rows))

    assert [("1", 5), ("2", 1)] == sums(found)
    assert [("sum-unclear", "CCHC!B7")] == codes_and_places(found.findings)


@pytest.mark.parametrize("name", ["Điểm phần mềm dùng chung", "Tổng phần mềm", "Tổng lĩnh vực được kiểm tra"])
def test_a_name_that_only_begins_like_a_total_is_none(tmp_path: Path, name: str) -> None:
    rows = table("'1 | Chỉ đạo, điều hành", f"| {name} | | 4\n    '2 | Tác động")
    found = assessed(write(tmp_path / "f.xlsx", rows))

    assert [name] == [each.label for each in found.answers["1.2"].details]
