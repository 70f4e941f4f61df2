"""The two tables of real publications, imported whole."""

from __future__ import annotations

import csv
import unicodedata
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from parcli.model.period import Period
from parcli.model.register import Placement, PublishedResult
from parcli.model.unit import Level
from parcli.workbook.published import FoundUnit, Published
from support.tables import DATA, published, write_xlsx
from support.workbooks import codes_and_places

TAY_NINH = DATA / "tayninh2023_units.csv"
PANEL = DATA / "province_panel_partial_2012_2024.csv"
PANEL_NAME = PANEL.name
ENGLISH = {"hanoi": "ha noi", "hai phong city": "hai phong"}


def provinces(name: str, code: str, level: Level, period: Period) -> FoundUnit:
    """Find every province, its English and unaccented names taken as aliases."""
    plain = "".join(c for c in unicodedata.normalize("NFD", name.casefold()) if not unicodedata.combining(c))
    key = plain.replace("đ", "d").replace("–", "-")
    return FoundUnit(Placement(ENGLISH.get(key, key), name, level))


def printed(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def tay_ninh() -> Published:
    return published(TAY_NINH, index="PAR", period=Period(2023))


@pytest.fixture(scope="module")
def panel() -> Published:
    return published(PANEL, placement_of=provinces)


def test_every_percentage_of_tay_ninh_is_the_one_recomputed(tay_ninh: Published) -> None:
    assert [row["ty_le_dat"] for row in printed(TAY_NINH)] == [_two_digits(r) for r in tay_ninh.results]


def test_tay_ninh_gives_no_finding_but_of_its_unknown_units(tay_ninh: Published) -> None:
    assert {"published-unit-unknown"} == {code for code, _ in codes_and_places(tay_ninh.findings)}


@pytest.mark.parametrize(("level", "count"), [("department", 19), ("district", 6)])
def test_the_order_of_tay_ninh_by_percent_is_the_printed_one(
    tay_ninh: Published, level: str, count: int
) -> None:
    block = [each for each in tay_ninh.results if each.level == level]

    assert count == len(block)
    assert block == sorted(block, key=lambda each: each.percent or 0, reverse=True)


def test_the_grades_of_tay_ninh_are_kept(tay_ninh: Published) -> None:
    assert [row["xep_loai"] for row in printed(TAY_NINH)] == [each.grade for each in tay_ninh.results]


def test_a_smaller_maximum_is_kept_with_the_points(tay_ninh: Published) -> None:
    first = tay_ninh.results[0]

    assert ("69.25; 96.85%", Fraction("69.25"), Fraction("71.5")) == (
        first.score_as_printed,
        first.points,
        first.max_points,
    )


def test_each_result_of_tay_ninh_keeps_its_source(tay_ninh: Published) -> None:
    assert [row["source"] for row in printed(TAY_NINH)] == [each.source for each in tay_ninh.results]


def test_a_changed_percentage_of_tay_ninh_is_found(tmp_path: Path) -> None:
    path = tmp_path / "changed.csv"
    path.write_text(TAY_NINH.read_text(encoding="utf-8").replace("94.30%", "94.29%"), encoding="utf-8")

    found = published(path, index="PAR", period=Period(2023)).findings

    assert ("published-percent-differs", "changed.csv:5") in codes_and_places(found)


def test_no_row_of_the_panel_is_dropped(panel: Published) -> None:
    assert [f"{PANEL_NAME}:{line}" for line in range(2, 113)] == [each.place for each in panel.results]


def test_the_panel_has_four_indices(panel: Published) -> None:
    assert {"PAR", "SIPAS", "PCI", "PAPI"} == {each.index for each in panel.results}


@pytest.mark.parametrize(
    ("column", "field"),
    [
        ("province_as_printed", "name_as_printed"),
        ("score_as_printed", "score_as_printed"),
        ("delta_score_as_printed", "change_as_printed"),
        ("delta_rank_as_printed", "rank_change_as_printed"),
        ("note", "note"),
        ("source", "source"),
    ],
)
def test_the_panel_is_kept_as_printed(panel: Published, column: str, field: str) -> None:
    assert [row[column] for row in printed(PANEL)] == [getattr(each, field) for each in panel.results]


def test_every_score_of_the_panel_is_read(panel: Published) -> None:
    assert [] == [
        each.place
        for each in panel.results
        if each.score_as_printed and each.points is None and each.percent is None
    ]


def test_the_panels_contradictions_and_its_one_unreadable_rank_are_all_that_is_found(
    panel: Published,
) -> None:
    assert [
        ("published-rank-unreadable", f"{PANEL_NAME}:69:rank"),
        ("published-contradiction", f"{PANEL_NAME}:18"),  # Quảng Ninh 2018: 89,06% and 89.6
        ("published-contradiction", f"{PANEL_NAME}:70"),  # Hải Phòng 2023: 91,87% and 91.81%
        ("published-contradiction", f"{PANEL_NAME}:82"),  # Hòa Bình 2023: 86.89 and 86.76%
    ] == codes_and_places(panel.findings)


def test_long_an_has_its_two_years_and_the_ranks_of_seven_areas(panel: Published) -> None:
    long_an = [r for r in panel.results if r.name_as_printed == "Long An" and r.index == "PAR"]

    assert [(2022, Fraction("87.42"), 8), (2021, Fraction("87.2"), 22)] == [
        (each.period.year, each.points, each.rank) for each in long_an if each.rank
    ]
    assert [6, 7, 12, 14, 17, 32, 55] == [rank for each in long_an for rank in each.area_ranks.values()]


@pytest.mark.parametrize("source", [TAY_NINH, PANEL], ids=["tay-ninh", "panel"])
def test_a_workbook_of_the_same_texts_gives_the_same_results(tmp_path: Path, source: Path) -> None:
    options: dict[str, Any] = {"placement_of": provinces}
    if source == TAY_NINH:  # which prints neither
        options |= {"index": "PAR", "period": Period(2023)}
    with source.open(encoding="utf-8", newline="") as file:
        workbook = write_xlsx(tmp_path / "table.xlsx", list(csv.reader(file)))

    assert _without_places(published(source, **options)) == _without_places(published(workbook, **options))


def _two_digits(result: PublishedResult) -> str:
    assert result.points is not None
    assert result.max_points is not None
    share = result.points / result.max_points * 100
    exact = Decimal(share.numerator) / Decimal(share.denominator)
    return f"{exact.quantize(Decimal('0.01'), ROUND_HALF_UP)}%"


def _without_places(found: Published) -> list[PublishedResult]:
    return [replace(each, place="") for each in found.results]
