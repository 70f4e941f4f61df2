"""The criteria sets and levels that parindex.toml names, against what a workbook is of."""

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


@pytest.mark.parametrize("named_in_workbook", [True, False])
def test_a_set_of_another_level_in_the_settings_is_the_fault_of_the_settings(
    office: Office, named_in_workbook: bool
) -> None:
    settings(office, "department-2023")
    if not named_in_workbook:
        office.write("Huyện A 2023", Form("Huyện A", 50, code="H1", criteria_set="", level="Huyện"))
    outcome = office.run("score", "bang")

    assert (2, "", 1) == (outcome.code, outcome.out, len(outcome.err.splitlines()))
    assert "[criteria.district] ghi bộ tiêu chí “department-2023”, là bộ của cấp sở" in outcome.err


def test_a_workbook_of_a_level_that_is_not_in_use_is_refused(office: Office) -> None:
    (office.folder / "units.csv").unlink()
    (office.folder / "parindex.toml").write_text('levels = ["department", "commune"]\n', encoding="utf-8")
    outcome = office.run("score", "bang")

    assert (3, "") == (outcome.code, outcome.out)
    assert "cấp huyện, không thuộc các cấp đang dùng (levels: department, commune)" in outcome.err


def test_a_workbook_of_a_level_in_use_is_scored(office: Office) -> None:
    (office.folder / "parindex.toml").write_text('levels = ["district"]\n', encoding="utf-8")

    assert 0 == office.run("score", "bang").code
