"""``parindex claims`` shows who claimed more than was given, and where."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from cli.ranked_office import scored
from cli.small_office import Form, Office, small_office

A = Form("Huyện A", 50, code="H1", appraised=40)
B = Form("Huyện B", 45, code="H2", appraised=47)
C = Form("Huyện C", 30, code="H3")


@pytest.fixture
def office(tmp_path: Path) -> Office:
    made = small_office(
        tmp_path / "co-quan", *(f"H{n},Huyện {name},district" for n, name in ((1, "A"), (2, "B"), (3, "C")))
    )
    return scored(made, A, B, C)


def _document(office: Office, *words: str) -> Any:
    return office.run("claims", *words, "--format", "json").json


def test_units_come_by_what_they_claimed_too_much(office: Office) -> None:
    units = _document(office)["units"]

    assert [("Huyện A", 80, 70), ("Huyện C", 60, 60), ("Huyện B", 75, 77)] == [
        (each["name"], each["claimed"], each["given"]) for each in units
    ]


def test_lowered_and_raised_answers_are_counted_apart(office: Office) -> None:
    total = _document(office)["total"]

    assert (6, 1, 10, 1, 2) == tuple(total[key] for key in ("judged", "lowered", "cut", "raised", "added"))


def test_what_others_score_is_no_claim(office: Office) -> None:
    assert ["1", "2"] == [each["code"] for each in _document(office)["areas"]]


def test_one_unit_shows_each_difference_with_the_cell_of_the_appraisal(office: Office) -> None:
    done = office.run("claims", "--unit", "H1")
    (line,) = [line for line in done.out.splitlines() if "!E" in line]

    assert 0 == done.code
    assert ["1", "50,00", "40,00", "−10,00"] == [word for word in line.split() if word[0] in "−0123456789"]


def test_all_tables_are_in_the_three_forms(office: Office) -> None:
    table, markdown, csv = (office.run("claims", "--format", form).out for form in ("table", "md", "csv"))

    assert (True, True) == ("Theo tiêu chí" in table, "### Theo tiêu chí" in markdown)
    assert ["đơn vị"] * 3 + ["lĩnh vực"] * 2 + ["tiêu chí"] * 2 == [
        line.split(";")[0] for line in csv.splitlines()[1:]
    ]


def test_the_illustrative_set_says_so(office: Office) -> None:
    assert "minh họa" in office.run("claims").out


def test_english_has_every_word(office: Office) -> None:
    assert "Claims and appraisals" in office.run("claims", "--lang", "en").out


def test_the_first_round_is_shown_beside_the_second(tmp_path: Path) -> None:
    """The packaged districts were appraised in two rounds, which agree."""
    office = Office(tmp_path)
    assert 0 == office.run("demo", "vi-du").code
    found = Office(tmp_path / "vi-du").run("claims", "--level", "district", "--format", "json").json["rounds"]

    assert (208, 507.25, 507.25) == (found["judged"], found["first"], found["second"])


def test_published_results_alone_have_nothing_appraised(office: Office) -> None:
    table = office.folder / "cong bo.csv"
    table.write_text("Đơn vị;Điểm\nHuyện A;80\nHuyện B;70\n", encoding="utf-8")
    words = ("--level", "district", "--period", "2021", "--index", "PAR", "--source", "QĐ 1")
    assert 0 == office.run("import", table, *words).code
    done = office.run("claims", "--year", "2021")

    assert (2, True) == (done.code, "chưa có điểm thẩm định" in done.err)


def test_a_set_that_has_changed_since_is_said(office: Office) -> None:
    path = office.folder / "criteria" / "thu.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("max: 60", "max: 59").replace("max: 30", "max: 31"),
        encoding="utf-8",
    )
    done = office.run("claims")

    assert (2, True) == (done.code, "nothing" in done.err or "thẩm định" in done.err)


def test_a_difference_is_that_of_the_figures_beside_it(tmp_path: Path) -> None:
    """50 less 48.775 is 1.225: the figures printed are 50,00 and 48,78."""
    made = small_office(tmp_path / "co-quan", "H1,Huyện A,district")
    scored(made, Form("Huyện A", 50, code="H1", appraised=48.775))
    rows = [line.split() for line in made.run("claims", "--unit", "Huyện A").out.splitlines()]

    assert ["50,00", "48,78", "−1,22"] in [row[at : at + 3] for row in rows for at in range(len(row))]
