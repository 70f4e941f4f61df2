"""The grade of an incomplete result is not the last word: it is starred, and no change is drawn from it."""

from __future__ import annotations

import csv
import io

import pytest

from cli.small_office import Form, Office, small_office

COMPARE = ("compare", "2022", "2023")


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """Return an office with a unit whose first result lacks an area and so has a lower grade."""
    made = small_office(tmp_path_factory.mktemp("xếp loại"), "H1,Huyện A,district,,,,,,")
    made.hand_in(Form("Huyện A", 50, second="?", year=2022), Form("Huyện A", 55))
    made.run("score", "bang")
    return made


def test_no_grade_is_said_to_have_changed(office: Office) -> None:
    (unit,) = office.run(*COMPARE, "--format", "json").json["units"]

    assert ("Khá", "Tốt") == (unit["before"]["grade"], unit["now"]["grade"])
    assert ([unit["before"]["incomplete"]], False) == ([True], unit["change"]["grade_changed"])


def test_a_unit_s_table_draws_no_change_of_grade(office: Office) -> None:
    lines = office.run(*COMPARE, "--unit", "H1").out.splitlines()

    assert [["Xếp", "loại", "Khá*", "Tốt"]] == [line.split() for line in lines if "Xếp loại" in line]


def test_the_list_stars_the_grade_and_says_why(office: Office) -> None:
    lines = office.run(*COMPARE).out.splitlines()

    assert [True] == [line.endswith("Khá* → Tốt") for line in lines if line.startswith("Huyện A")]
    assert "* Chưa đầy đủ: có tiêu chí chưa có điểm hoặc điểm không dùng được." in lines


def test_the_rows_star_it_too(office: Office) -> None:
    text = office.run(*COMPARE, "--format", "csv").out.removeprefix("\ufeff")
    (row,) = csv.DictReader(io.StringIO(text), delimiter=";")

    assert ("Khá*", "Tốt") == (row["Xếp loại 2022"], row["Xếp loại 2023"])


def test_a_ranking_stars_it_the_same_way(office: Office) -> None:
    words = ("rank", "--level", "district", "--year", "2022", "--allow-incomplete")

    assert "Khá*" in office.run(*words).out
