"""The unit of a workbook that names it as offices do: in a letterhead, in a title, by its full name."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from cli.small_office import Office, small_office
from support.workbooks import write

UNITS = ("H1,UBND huyện An Bình,district,,,,,,", "H2,Huyện B,district,,,,,,")
ROWS = (
    ["Mã", "Tiêu chí", "Điểm tối đa", "Tự chấm", "Thẩm định", "SIPAS"],
    ["1", "Chỉ đạo điều hành", 60, 50, 50],
    ["2", "Thủ tục hành chính", 30, 30, 30],
    ["3", "Mức độ hài lòng", 10, None, None, 10],
)


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return small_office(tmp_path / "cơ quan", *UNITS)


def hand_in(office: Office, *above: str, stem: str = "bảng") -> Path:
    path = office.folder / "bang" / f"{stem}.xlsx"
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = [["Kỳ đánh giá: Năm 2023"], ["Bộ tiêu chí: thu"], *([line] for line in above)]
    return write(path, [*lines, *ROWS])


def checked(office: Office, *words: str) -> list[tuple[str, set[str]]]:
    results: list[Any] = office.run("check", "bang", *words, "--format", "json").json["results"]
    return [(each["unit"], {f["code"] for f in each["findings"] if "unit" in f["code"]}) for each in results]


@pytest.mark.parametrize("line", ["UBND HUYỆN AN BÌNH", "BẢNG ĐIỂM CỦA HUYỆN AN BÌNH NĂM 2023"])
def test_the_one_registered_unit_above_the_table_is_taken_and_said(office: Office, line: str) -> None:
    hand_in(office, line)
    assert [("UBND huyện An Bình", {"unit-from-heading"})] == checked(office)


def test_a_full_name_behind_its_label_is_the_registered_one(office: Office) -> None:
    hand_in(office, "Tên đơn vị được đánh giá: Ủy ban nhân dân huyện An Bình")
    assert [("Ủy ban nhân dân huyện An Bình", {"unit-noted"})] == checked(office)


def test_a_blank_label_suggests_what_is_named(office: Office) -> None:
    hand_in(office, "UBND HUYỆN AN BÌNH", "Đơn vị: ………")
    assert [("bảng", {"unit-missing-like", "unit-unknown"})] == checked(office)


def test_a_file_named_after_a_registered_unit_is_that_units(office: Office) -> None:
    hand_in(office, "UBND HUYỆN AN BÌNH", stem="Huyện B")
    assert [("Huyện B", {"unit-missing-like"})] == checked(office)


def test_a_unit_that_the_register_lacks_is_said_by_check_as_by_score(office: Office) -> None:
    hand_in(office, "Đơn vị: Phường Lạ")
    assert [("Phường Lạ", {"unit-unknown"})] == checked(office)


def test_two_files_with_one_letterhead_are_never_merged(office: Office) -> None:
    hand_in(office, "UBND HUYỆN AN BÌNH", stem="một")
    hand_in(office, "UBND HUYỆN AN BÌNH", "Phần 2", stem="hai")
    found = checked(office)
    assert [{"unit-from-heading", "unit-twice"}] * 2 == [codes for _, codes in found]


def test_the_unit_asked_for_counts(office: Office) -> None:
    hand_in(office, "UBND HUYỆN AN BÌNH")
    assert [("Huyện B", set())] == checked(office, "--unit", "Huyện B")


def test_two_files_with_blank_units_are_never_merged(office: Office) -> None:
    for folder in ("xã A", "xã B"):
        path = hand_in(office, "Đơn vị: ………")
        path.rename((office.folder / "bang" / folder).with_suffix(".xlsx"))
    assert ["xã A", "xã B"] == [unit for unit, _ in checked(office)]
