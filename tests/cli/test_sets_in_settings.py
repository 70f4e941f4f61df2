"""The criteria set that parindex.toml names for a level, against what a workbook names."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.small_office import Form, Office, small_office


@pytest.fixture
def office(tmp_path: Path) -> Office:
    made = small_office(tmp_path / "cơ quan", "H1,Huyện A,district,,,,,,")
    made.hand_in(Form("Huyện A", 50, code="H1"))
    return made


def settings(office: Office, name: str) -> None:
    text = f'[criteria.district]\ndefault = "{name}"\n'
    (office.folder / "parindex.toml").write_text(text, encoding="utf-8")


def test_another_set_than_the_settings_name_is_a_warning_with_both(office: Office) -> None:
    settings(office, "thu-khac")
    (result,) = office.run("score", "bang", "--format", "json").json["results"]
    (found,) = result["findings"]

    assert "set-not-of-settings" == found["code"]
    assert all(f" {name}" in found["message"] for name in ("thu", "thu-khac"))


def test_the_set_that_the_settings_name_is_no_finding(office: Office) -> None:
    settings(office, "thu")
    (result,) = office.run("score", "bang", "--format", "json").json["results"]

    assert [] == result["findings"]


def test_a_set_in_the_settings_that_there_is_not_is_one_sentence(office: Office) -> None:
    settings(office, "không-có")
    outcome = office.run("score", "bang")

    assert (2, "", 1) == (outcome.code, outcome.out, len(outcome.err.splitlines()))
    assert "“không-có” ở [criteria.district]" in outcome.err
