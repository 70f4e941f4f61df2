"""A year that can be none is refused before anything is kept; a register that holds one stays of use."""

from __future__ import annotations

from datetime import datetime
from fractions import Fraction
from pathlib import Path

import pytest

from cli.running import parindex
from cli.small_office import Form, Office, small_office
from parcli.model.period import FIRST_YEAR, LAST_YEAR, Period
from parcli.model.register import Placement, PublishedResult
from parcli.store.sqlite_store import open_store
from support.tables import write_csv

GIVEN = ("--index", "PAR", "--level", "district", "--source", "QĐ 1")
TABLE = "Đơn vị | Năm | Điểm\nHuyện A | 2023 | 90\nHuyện B | {year} | 80"
NO_YEARS = ["0000", "0022", "0023", "0999", str(FIRST_YEAR - 1), str(LAST_YEAR + 1)]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder that commands are called in."""
    monkeypatch.setenv("PARINDEX_STORE", str(tmp_path / "parindex.db"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def periods() -> set[str]:
    """Return the periods of all imports in the register."""
    listed = parindex("runs", "list", "--imports", "--format", "json").json["imports"]
    return {part["period"] for each in listed for part in each["contents"]}


@pytest.mark.parametrize("year", [*NO_YEARS, "0022-H1"])
def test_a_row_of_no_year_is_left_out_with_its_cell_and_the_limits(year: str, folder: Path) -> None:
    table = write_csv(folder / "t.csv", TABLE.format(year=year))
    outcome = parindex("import", table, *GIVEN, "--format", "json")
    (finding,) = outcome.json["findings"]

    assert (1, "published-period-unreadable", "t.csv:3:Năm") == (
        outcome.code,
        finding["code"],
        finding["place"],
    )
    assert f"năm từ {FIRST_YEAR} đến {LAST_YEAR}" in finding["remedy"]
    assert {"2023"} == periods()


@pytest.mark.parametrize("year", [*NO_YEARS, "0000-H1"])
@pytest.mark.parametrize(
    "words",
    [
        ("import", "t.csv", *GIVEN),
        ("score", "t.xlsx"),
        ("check", "t.xlsx"),
        ("rank", "--level", "district"),
        ("template", "--criteria", "department-2023-areas", "--output", "m.xlsx"),
    ],
)
def test_an_option_of_no_year_is_wrong_usage(words: tuple[str, ...], year: str, folder: Path) -> None:
    write_csv(folder / "t.csv", "Đơn vị | Điểm\nHuyện A | 90")
    outcome = parindex(*words, "--period", year)

    assert f"Lỗi: “{year}” không phải là một kỳ" in outcome.err
    assert f"(năm từ {FIRST_YEAR} đến {LAST_YEAR})" in outcome.err
    assert not (folder / "parindex.db").exists()


@pytest.mark.parametrize("year", ["20223", "22"])
def test_a_year_to_rank_has_to_be_one(year: str) -> None:
    outcome = parindex("rank", "--level", "district", "--year", year)

    assert (2, True) == (outcome.code, f"Lỗi: “{year}” không phải là một năm: " in outcome.err)


def test_a_label_of_no_year_above_a_table_is_named(folder: Path) -> None:
    table = write_csv(folder / "t.csv", "Năm: 0022 | |\nSTT | Đơn vị | Điểm\n1 | Huyện A | 90")
    outcome = parindex("import", table, *GIVEN)

    assert (3, True) == (outcome.code, "A1 ghi kỳ “0022”" in outcome.err)


def test_a_label_of_no_year_in_a_workbook_is_named(tmp_path: Path) -> None:
    office = _office(tmp_path)
    office.hand_in(Form("Huyện A", 50, code="H1", year=22))
    outcome = office.run("score", "bang")

    assert (3, True) == (outcome.code, "ô CCHC!B3 ghi kỳ “Năm 22”" in outcome.err)


def test_settings_name_no_such_year(tmp_path: Path) -> None:
    office = _office(tmp_path)
    (office.folder / "parindex.toml").write_text('[criteria.district]\n"0022" = "thu"\n', encoding="utf-8")

    assert "[setting-period-unknown]" in office.run("rank", "--level", "district").err


@pytest.mark.parametrize("year", [0, 22, 999])
def test_a_register_with_such_a_year_is_read_and_the_import_withdrawn(year: int, folder: Path) -> None:
    _poison(folder / "parindex.db", Period(year))
    listed = parindex("runs", "list", "--imports")
    ranked = parindex("rank", "--level", "district")
    compared = parindex("compare", "--unit", "Huyện A")
    withdrawn = parindex("runs", "withdraw", "--import", "1", "--reason", "Ghi nhầm năm")

    assert (0, 0, 0) == (listed.code, ranked.code, withdrawn.code)
    assert f"· {year}" in ranked.out
    assert "ValueError" not in compared.err


def test_a_good_year_can_be_imported_beside_such_a_one(folder: Path) -> None:
    _poison(folder / "parindex.db", Period(22, "H1"))
    write_csv(folder / "t.csv", TABLE.format(year="2023"))

    assert 0 == parindex("import", "t.csv", *GIVEN).code
    assert {"22-H1", "2023"} == periods()


def _office(folder: Path) -> Office:
    return small_office(folder / "cơ quan", "H1,Huyện A,district,,,,,,")


def _poison(path: Path, period: Period) -> None:
    """Keep a result as a version without limits did."""
    placement = Placement("name:huyện a", "Huyện A", "district")
    result = PublishedResult("PAR", "district", period, placement, "Huyện A", points=Fraction(80))
    with open_store(path, clock=lambda: datetime(2025, 1, 1).astimezone()) as store:
        store.save_published((result,), file="t.csv", sha256="0" * 64)
