"""Every output made by a set that is not read from its decision says so."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from cli.ranked_office import A, B, scored
from cli.running import Outcome, parindex
from cli.small_office import Office, small_office

TOLD = "minh họa, không phải bộ tiêu chí chính thức"
COLUMN = "Tình trạng"
DIFF = ("criteria", "diff", "department-2023", "department-2025")
TEST = ("criteria", "test", "department-2023")


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return scored(small_office(tmp_path), A, B, replace(A, year=2022), replace(B, year=2022))


def _csv(outcome: Outcome) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(outcome.out.removeprefix("\ufeff")), delimiter=";"))


def _json(outcome: Outcome) -> Any:
    return json.loads(outcome.out)


@pytest.mark.parametrize(
    "words",
    [
        ("compare", "2022", "2023"),
        ("compare", "2022", "2023", "--unit", A.name),
        ("compare", "--unit", A.name),
    ],
)
def test_comparisons_name_the_sets_status(office: Office, words: tuple[str, ...]) -> None:
    assert f"Bộ tiêu chí: thu ({TOLD})" in " ".join(office.run(*words).out.split())


def test_the_csv_of_a_comparison_has_both_statuses(office: Office) -> None:
    row = _csv(office.run("compare", "2022", "2023", "--format", "csv"))[0]

    assert ("illustrative", "illustrative") == (row[f"{COLUMN} 2022"], row[f"{COLUMN} 2023"])


def test_the_csv_of_a_history_has_the_status(office: Office) -> None:
    rows = _csv(office.run("compare", "--unit", A.name, "--format", "csv"))

    assert ["illustrative"] * 2 == [row[COLUMN] for row in rows]


@pytest.mark.parametrize("words", [("compare", "2022", "2023"), ("compare", "--unit", A.name), ("rank",)])
def test_json_documents_give_each_sets_status(office: Office, words: tuple[str, ...]) -> None:
    level = ("--level", "district") if words == ("rank",) else ()

    assert {"thu": "illustrative"} == _json(office.run(*words, *level, "--format", "json"))["statuses"]


def test_json_of_a_comparison_gives_the_status_beside_the_figures(office: Office) -> None:
    unit = _json(office.run("compare", "2022", "2023", "--format", "json"))["units"][0]

    assert "illustrative" == unit["now"]["set_status"]


def test_a_ranking_gives_the_status_of_each_result(office: Office) -> None:
    words = ("rank", "--level", "district", "--format")

    assert ("illustrative", "illustrative") == (
        _csv(office.run(*words, "csv"))[0][COLUMN],
        _json(office.run(*words, "json"))["rows"][0]["set_status"],
    )


def test_the_list_of_runs_gives_the_statuses(office: Office) -> None:
    words = ("runs", "list")

    assert (True, "illustrative", {"thu": "illustrative"}) == (
        TOLD in office.run(*words).out,
        _csv(office.run(*words, "--format", "csv"))[0][COLUMN],
        _json(office.run(*words, "--format", "json"))["runs"][0]["statuses"],
    )


@pytest.mark.parametrize("form", ["table", "md"])
def test_differences_of_editions_name_both_statuses(form: str) -> None:
    out = parindex(*DIFF, "--format", form).out

    assert f"Bộ tiêu chí: department-2023 ({TOLD}), department-2025 ({TOLD})" in " ".join(out.split())


def test_differences_of_editions_as_data_give_both_statuses() -> None:
    rows, document = _csv(parindex(*DIFF, "--format", "csv")), _json(parindex(*DIFF, "--format", "json"))

    assert ("illustrative", {"old": "illustrative", "new": "illustrative"}) == (
        rows[0][COLUMN],
        document["statuses"],
    )


def test_worked_examples_say_the_status_of_their_set() -> None:
    assert (True, "illustrative", "illustrative") == (
        f"Bộ tiêu chí: department-2023 ({TOLD})" in " ".join(parindex(*TEST).out.split()),
        _csv(parindex(*TEST, "--format", "csv"))[0][COLUMN],
        _json(parindex(*TEST, "--format", "json"))["sets"][0]["set_status"],
    )
