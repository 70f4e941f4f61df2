"""A workbook scored by a set that a later one at hand has taken the place of."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.small_office import SET, Form, Office, small_office


@pytest.fixture
def office(tmp_path: Path) -> Office:
    made = small_office(tmp_path / "cơ quan", "H1,Huyện A,district,,,,,,")
    made.hand_in(Form("Huyện A", 50, code="H1"))
    return made


def later_edition(office: Office, *, first_year: int) -> None:
    text = SET.format(id="thu-moi", first=60, second=30).replace("from: 2020", f"from: {first_year}")
    path = office.folder / "criteria" / "thu-moi.yaml"
    path.write_text(text.replace("total: 100", "supersedes: thu\ntotal: 100"), encoding="utf-8")


def test_a_later_edition_for_the_same_period_is_named(office: Office) -> None:
    later_edition(office, first_year=2023)
    (result,) = office.run("score", "bang", "--format", "json").json["results"]
    (found,) = result["findings"]

    assert "set-not-for-period" == found["code"]
    assert all(word in found["message"] for word in (" thu,", "thu-moi", "2023"))


def test_a_later_edition_for_later_periods_is_no_finding(office: Office) -> None:
    later_edition(office, first_year=2024)
    (result,) = office.run("score", "bang", "--format", "json").json["results"]

    assert [] == result["findings"]


def test_a_later_edition_with_errors_stops_nobody(office: Office) -> None:
    path = office.folder / "criteria" / "thu-moi.yaml"
    path.write_text("id: thu-moi\nsupersedes: thu\n", encoding="utf-8")
    (result,) = office.run("score", "bang", "--format", "json").json["results"]

    assert [] == result["findings"]
