"""Two workbooks of one unit by different sets: neither is stored, both are named, however often."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from cli.small_office import Form, Office, small_office

DISTRICTS = ("H1,Huyện A,district,,,,,,", "H2,Huyện B,district,,,,,,")
A, B = Form("Huyện A", 50, code="H1"), Form("Huyện B", 55, code="H2")
OTHER_B = Form("Huyện B", 50, code="H2", criteria_set="thu-khac")  # of the same index
FILES = {"bang/Huyện B 2023.xlsx", "bang/Huyện B bản sửa.xlsx"}


@pytest.fixture
def office(tmp_path: Path) -> Office:
    made = small_office(tmp_path / "cơ quan", *DISTRICTS)
    made.hand_in(A, B)
    return made


def twice(office: Office) -> dict[str, str]:
    """Score the folder and return the messages about units with two workbooks, by file."""
    results = office.run("score", "bang", "--format", "json").json["results"]
    found = ((each["file"], finding) for each in results for finding in each["findings"])
    return {file: finding["message"] for file, finding in found if finding["code"] == "unit-twice"}


def points(office: Office) -> dict[str, Any]:
    """Return the points of the units that the ranking has."""
    rows = office.run("rank", "--level", "district", "--format", "json").json["rows"]
    return {row["unit"]["name"]: row["points"] for row in rows if row["rank"] is not None}


def test_both_are_an_error_that_names_both(office: Office) -> None:
    office.write("Huyện B bản sửa", OTHER_B)
    found = twice(office)

    assert FILES == set(found)
    assert [True, True] == [all(file in message for file in FILES) for message in found.values()]


def test_neither_is_stored_and_the_summary_says_so(office: Office) -> None:
    office.write("Huyện B bản sửa", OTHER_B)
    outcome = office.run("score", "bang")

    assert (1, {"Huyện A": 90}) == (outcome.code, points(office))
    assert "2 tệp không được lưu: các bảng của cùng một đơn vị không gộp được." in outcome.err


def test_the_summary_and_the_list_of_runs_count_the_same(office: Office) -> None:
    office.write("Huyện B bản sửa", OTHER_B)
    said = office.run("score", "bang").err

    assert "1 tệp đã chấm (có phát hiện: 0), 2 tệp không dùng được, 0 tệp không đổi" in said
    assert "1 tệp đã chấm, 2 tệp không dùng được" in office.run("runs", "list").out


def test_a_second_run_says_the_same(office: Office) -> None:
    office.write("Huyện B bản sửa", OTHER_B)
    first = twice(office)

    assert (first, first) == (twice(office), twice(office))


def test_an_unchanged_workbook_is_one_of_the_two(office: Office) -> None:
    office.run("score", "bang")
    office.write("Huyện B bản sửa", OTHER_B)

    assert (FILES, FILES) == (set(twice(office)), set(twice(office)))
    assert {"Huyện A": 90, "Huyện B": 95} == points(office)


def test_the_manifest_says_why_neither_counted(office: Office) -> None:
    office.write("Huyện B bản sửa", OTHER_B)
    office.run("score", "bang")
    lines = office.run("runs", "show", "1").out.splitlines()

    assert 2 == sum("không bảng nào được lưu" in line for line in lines)


def test_what_is_left_when_one_is_taken_away_is_stored(office: Office) -> None:
    copy = office.write("Huyện B bản sửa", OTHER_B)
    office.run("score", "bang")
    copy.unlink()
    office.run("score", "bang")

    assert {"Huyện A": 90, "Huyện B": 95} == points(office)


def test_copies_without_a_units_name_are_of_the_units_that_their_files_name(tmp_path: Path) -> None:
    office = small_office(tmp_path / "cơ quan", *DISTRICTS)
    for stem in ("Huyện A", "Huyện B"):
        office.write(stem, Form("", 50))
    office.run("score", "bang")

    assert {} == twice(office)
