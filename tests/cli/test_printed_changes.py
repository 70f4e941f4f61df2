"""A change that a table prints is held against the figures of both periods, wherever they stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.running import parindex
from support.tables import DATA, write_csv

HEAD = "Năm | Huyện | Tỷ lệ (%) | Hạng | Tăng/giảm điểm | Tăng/giảm bậc | Nguồn"
BEFORE = "2023 | Huyện A | 91.43 | 3 | | | QĐ 1"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def codes(*rows: str) -> list[str]:
    """Import a table and return the codes of what is said of changes."""
    path = write_csv(Path("t.csv"), "\n".join((HEAD, *rows)))
    words = ("--index", "PAR", "--level", "district", "--fail-on", "never", "--format", "json")
    found = parindex("import", path, *words).json["findings"]
    return [each["code"] for each in found if "change" in each["code"]]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ("+1.32", ["published-change-differs"]),
        ("tăng 1.32 điểm", ["published-change-differs"]),
        ("-1.14", ["published-change-differs"]),
        ("giảm 1.14", ["published-change-differs"]),
        ("+1.14", []),
        ("an increase of 1.1%", []),
        ("up 1.14 from 2023", []),
        ("up 1.32 from 2023 and 2.99 from 2022", ["published-change-differs"]),
        ("up 1.32 from 2022", []),
        ("1.14", []),
        ("+1.15", []),  # the printed figures are rounded
        ("không đổi", []),
    ],
)
def test_a_change_is_held_against_both_figures_of_the_table(change: str, expected: list[str]) -> None:
    assert expected == codes(BEFORE, f"2024 | Huyện A | 92.57 | 2 | {change} | | QĐ 2")


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ("tăng 1 bậc", []),
        ("up 1 place", []),
        ("-1", []),
        ("tăng 2 bậc", ["published-rank-change-differs"]),
        ("giảm 01 bậc", ["published-rank-change-differs"]),
    ],
)
def test_a_change_of_rank_is_held_against_both_ranks(change: str, expected: list[str]) -> None:
    assert expected == codes(BEFORE, f"2024 | Huyện A | 92.57 | 2 | | {change} | QĐ 2")


def test_the_earlier_figure_may_come_from_an_earlier_import() -> None:
    codes(BEFORE)

    assert ["published-change-differs"] == codes("2024 | Huyện A | 92.57 | 2 | +1.32 | | QĐ 2")


def test_of_several_figures_any_two_may_give_the_change() -> None:
    other = "2023 | Huyện A | 91.25 | 3 | | | QĐ 3"

    assert [] == codes(BEFORE, other, "2024 | Huyện A | 92.57 | 2 | +1.32 | | QĐ 2")


def test_without_an_earlier_figure_nothing_is_said() -> None:
    assert [] == codes(
        "2022 | Huyện A | 91.43 | 3 | | | Q", "2024 | Huyện A | 92.57 | 2 | +1.32 | tăng 9 | Q"
    )


def test_the_panel_has_the_change_of_ha_noi() -> None:
    table = DATA / "province_panel_partial_2012_2024.csv"
    out = parindex("import", table, "--level", "province", "--fail-on", "never").out
    told = "và 91,43% của kỳ 2023 (province_panel_partial_2012_2024.csv:65) chênh nhau 1,14."

    assert told in " ".join(out.split())
