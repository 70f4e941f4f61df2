"""``parindex report --format xlsx``: a workbook of each level, which ``parindex import`` reads back."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from cli.ranked_office import A, B, C, four_districts, scored
from cli.running import parindex
from cli.small_office import Form, Office
from parcli.model.folding import folded
from support.recalculated import recalculated
from support.report_workbooks import changed

WORDS = ("--level", "district", "--index", "PAR")
HOSTILE = '=1+1|"A" & <b>'


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """Return an office with two years, two blocks, a tie and a unit without a result."""
    office = four_districts(tmp_path)
    scored(office, Form("Huyện A", 40, code="H1", year=2022), Form("Huyện C", 45, code="H3", year=2022))
    return scored(office, A, B, C)


def workbook(office: Office, *words: str) -> Path:
    """Return the one workbook that a command writes."""
    done = office.run("report", "--year", "2023", "--format", "xlsx", "--force", *words)
    assert 0 == done.code, done.err
    (line,) = done.out.splitlines()
    return Path(office.folder / line)


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_ranking_is_read_back_as_it_was(
    lang: str, office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = workbook(office, "--lang", lang)
    before = figures(office.run("rank", "--level", "district", "--format", "json").json)
    (tmp_path / "khác").mkdir()
    monkeypatch.chdir(tmp_path / "khác")
    monkeypatch.setenv("PARINDEX_STORE", str(tmp_path / "khác.db"))

    outcome = parindex("import", path, "--index", "PAR", "--source", "x", "--format", "json")
    again = parindex("rank", *WORDS, "--format", "json").json

    assert 0 == outcome.code, outcome.err
    assert {"published-unit-unknown", "table-column-unread"} >= {
        each["code"] for each in outcome.json["findings"] if each["severity"] != "info"
    }
    assert before == figures(again)


@pytest.mark.office
def test_every_formula_of_a_scored_level_comes_to_what_was_written(office: Office, tmp_path: Path) -> None:
    path = workbook(office)
    (again,) = recalculated([path], tmp_path)

    assert [] == list(changed(path, again))


def test_the_periods_are_beside_each_other(office: Office) -> None:
    rows = list(load_workbook(workbook(office), data_only=True)["Các kỳ"].iter_rows(values_only=True))
    (unit,) = [row for row in rows if row[1] == "Huyện A"]

    assert (80, 90) == unit[2:4]
    assert 10 == unit[8]


def test_who_gave_points_stands_beside_the_total(office: Office) -> None:
    office.run("score", "bang", "--stage", "self")
    rows = list(load_workbook(workbook(office), data_only=True)["Xếp hạng"].iter_rows(values_only=True))
    heads = [lower if lower else upper for upper, lower in zip(*rows[5:7], strict=True)]
    (unit,) = [row for row in rows if "Huyện A" in row]
    shown = dict(zip(heads, unit, strict=True))

    assert {"Điểm tự đánh giá": 80, "Điểm thẩm định": 80, "Điểm nhập": 10, "Tổng điểm": 90} == {
        head: shown[head] for head in ("Điểm tự đánh giá", "Điểm thẩm định", "Điểm nhập", "Tổng điểm")
    }


def test_a_unit_without_a_result_is_named_last(office: Office) -> None:
    rows = list(load_workbook(workbook(office), data_only=True)["Xếp hạng"].iter_rows(values_only=True))
    names = [row[2] for row in rows if isinstance(row[2], str)]

    assert "Huyện D" in names


def test_the_same_store_and_time_give_the_same_bytes(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1707206400")

    assert workbook(office).read_bytes() == workbook(office).read_bytes()


def test_a_title_is_a_text_whatever_it_holds(office: Office) -> None:
    book = load_workbook(workbook(office, "--title", HOSTILE))

    assert HOSTILE == book["Giới thiệu"]["A3"].value
    assert "s" == book["Giới thiệu"]["A3"].data_type
    assert HOSTILE == book.properties.title


def figures(ranking: Mapping[str, Any]) -> list[tuple[object, ...]]:
    keys = ("rank", "points", "applicable_max", "percent")
    return [(folded(row["unit"]["name"]), *(row[key] for key in keys)) for row in ranking["rows"]]
