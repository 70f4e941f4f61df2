"""``check`` of a file of several units: what they share is said once; files and units are counted apart."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from cli.small_office import Office, small_office
from support.workbooks import write

NAMES = ("Huyện A", "Huyện B", "Huyện C")
DISTRICTS = tuple(f"H{number},{name},district,,,,,," for number, name in enumerate(NAMES, start=1))


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return small_office(tmp_path / "cơ quan", *DISTRICTS)


def beside(office: Office, *points: Any, name: str = "chung") -> Path:
    """Hand in a table with a column for each unit, and these points of theirs for one criterion."""
    rows = [
        ["Kỳ đánh giá", "Năm 2023"],
        ["Bộ tiêu chí", "thu"],
        [],
        ["Mã", "Tiêu chí", "Điểm tối đa", *NAMES],
        ["1", "Chỉ đạo điều hành", 60, *points],
        ["2", "Thủ tục hành chính", 30, 30, 20, 10],
        ["3", "Mức độ hài lòng", 10, None, None, None],
    ]
    path = office.folder / "bang" / f"{name}.xlsx"
    path.parent.mkdir(exist_ok=True)
    return write(path, rows)


def test_what_all_units_share_is_said_once_with_their_number(office: Office) -> None:
    out = office.run("check", beside(office, 55, 50, 45)).out
    assert ["Cảnh báo  (3 đơn vị)  [awaiting-points]"] == [
        line for line in out.splitlines() if "[awaiting-points]" in line
    ]
    assert 1 == out.count("[unit-column-appraised]")


def test_units_without_anything_of_their_own_are_named_in_one_line(office: Office) -> None:
    out = office.run("check", beside(office, 55, 50, 45)).out
    assert "Không có phát hiện nào khác: 3 đơn vị (Huyện A, Huyện B, Huyện C)." in out


def test_what_is_one_units_own_stands_below_its_name(office: Office) -> None:
    out = office.run("check", beside(office, 55, 70, 45)).out
    below = out[out.index("Huyện B · huyện") :]
    assert "Lỗi  CCHC!E5  [points-above-max]" in below
    assert "Không có phát hiện nào khác: 2 đơn vị (Huyện A, Huyện C)." in below


def test_the_same_fault_in_each_units_own_cell_is_said_of_each(office: Office) -> None:
    out = office.run("check", beside(office, 70, 70, 45)).out
    assert ["CCHC!D5", "CCHC!E5"] == [
        line.split()[1] for line in out.splitlines() if "[points-above-max]" in line
    ]


def test_the_count_has_what_is_shared_once(office: Office) -> None:
    out = office.run("check", beside(office, 55, 70, 45)).out
    assert "chung.xlsx: 3 đơn vị. Phát hiện: 1 lỗi, 1 cảnh báo, 1 lưu ý." in out


def test_data_for_programs_stays_that_of_each_unit(office: Office) -> None:
    results = office.run("check", beside(office, 55, 50, 45), "--format", "json").json["results"]
    assert [True] * 3 == ["awaiting-points" in {f["code"] for f in each["findings"]} for each in results]


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("check", "1 tệp đã kiểm tra, 3 đơn vị, 0 tệp không dùng được."),
        ("score", "1 tệp đã chấm, 3 đơn vị, 0 tệp không dùng được."),
    ],
)
def test_a_file_of_several_units_is_one_file(command: str, said: str, office: Office) -> None:
    assert said in office.run(command, beside(office, 55, 50, 45)).err.splitlines()


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("check", "2 tệp đã kiểm tra, 3 đơn vị, 1 tệp không dùng được."),
        ("score", "2 tệp đã chấm, 3 đơn vị, 1 tệp không dùng được."),
    ],
)
def test_the_files_of_merged_results_are_counted_alike(command: str, said: str, office: Office) -> None:
    paths = [beside(office, 55, 50, 45), beside(office, 55, 50, None, name="phần")]
    damaged = office.folder / "hỏng.xlsx"
    damaged.write_bytes(b"x")
    assert said in office.run(command, *paths, damaged).err.splitlines()


def test_check_never_says_that_it_scored(office: Office) -> None:
    done = office.run("check", beside(office, 55, 50, 45), beside(office, 55, 50, 45, name="hai"))
    assert "đã chấm" not in done.out + done.err
