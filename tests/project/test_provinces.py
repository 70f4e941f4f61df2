"""The packaged provinces against public law: Resolutions 81/2023, 175/2024, 202/2025 (QH15)."""

from __future__ import annotations

import csv
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from parcli.model.period import Period
from parcli.project.provinces import FILE, provinces
from parcli.project.unit_checks import check_units
from parcli.project.unit_table import read_table
from parcli.project.units import RegisteredUnit, Registry

PANEL = Path(__file__).parents[1] / "data" / "province_panel_partial_2012_2024.csv"
UNCHANGED = {
    "ha-noi",
    "hue",
    "lai-chau",
    "dien-bien",
    "son-la",
    "cao-bang",
    "lang-son",
    "quang-ninh",
    "thanh-hoa",
    "nghe-an",
    "ha-tinh",
}
REGIONS = {
    "Trung du và miền núi phía Bắc": 14,
    "Đồng bằng sông Hồng": 11,
    "Bắc Trung Bộ và duyên hải miền Trung": 14,
    "Tây Nguyên": 5,
    "Đông Nam Bộ": 6,
    "Đồng bằng sông Cửu Long": 13,
}
MERGED_ON = date(2025, 7, 1)


@pytest.fixture(scope="module")
def units() -> Registry:
    return Registry(packaged=provinces)


def at(units: Registry, period: str) -> tuple[RegisteredUnit, ...]:
    return units.units("province", Period.parse(period))


@pytest.mark.parametrize(
    ("period", "count"),
    [("2012", 63), ("2024", 63), ("2025-Q1", 63), ("2025-H1", 63), ("2025", 34), ("2026", 34)],
)
def test_there_are_63_until_june_2025_and_34_from_july(units: Registry, period: str, count: int) -> None:
    assert count == len(at(units, period))


@pytest.mark.parametrize(("period", "cities"), [("2024", 5), ("2025-H1", 6), ("2026", 6)])
def test_the_cities_under_the_central_government_are_told(units: Registry, period: str, cities: int) -> None:
    assert cities == Counter(unit.kind for unit in at(units, period))["thành phố"]


def test_the_file_has_no_mistake_and_no_name_or_alias_is_ambiguous_on_any_day() -> None:
    table = read_table(FILE.read_bytes(), FILE.name)

    assert () == (*table.findings, *check_units(table, outside=tuple))


def test_each_former_province_is_unchanged_or_merged_into_exactly_one() -> None:
    new = [unit for unit in provinces() if unit.validity.first == MERGED_ON]
    merged = Counter(code for unit in new for code in unit.predecessors)
    former = {unit.code for unit in at(Registry(packaged=provinces), "2025-H1")}

    assert (23, 52, {1}) == (len(new), len(merged), set(merged.values()))
    assert (UNCHANGED, former) == (former - set(merged), UNCHANGED | set(merged))


def test_each_new_province_was_made_from_two_or_three_and_bears_the_name_of_one() -> None:
    named = {unit.code: unit.name for unit in provinces()}
    new = [unit for unit in provinces() if unit.validity.first == MERGED_ON]

    assert {2, 3} == {len(unit.predecessors) for unit in new}
    assert [] == [unit.code for unit in new if unit.name not in {named[code] for code in unit.predecessors}]


def test_hue_follows_thua_thien_hue_on_the_first_of_january_2025(units: Registry) -> None:
    old, new = units.get("thua-thien-hue"), units.get("hue")
    assert old is not None
    assert new is not None

    assert (date(2024, 12, 31), date(2025, 1, 1)) == (old.validity.last, new.validity.first)
    assert (old,) == units.predecessors(new)


@pytest.mark.parametrize("period", ["2012", "2024", "2025-H1"])
def test_the_six_regions_hold_until_june_2025(units: Registry, period: str) -> None:
    placed = [units.placement(unit, Period.parse(period)) for unit in at(units, period)]

    assert REGIONS == Counter(each.region for each in placed)


def test_no_region_is_stated_from_july_2025(units: Registry) -> None:
    assert {""} == {units.placement(unit, Period(2026)).region for unit in at(units, "2026")}


def test_every_unit_states_its_source() -> None:
    assert [] == [unit.code for unit in provinces() if "/QH15" not in unit.source]


def test_every_province_of_the_published_panel_is_matched(units: Registry) -> None:
    with PANEL.open(encoding="utf-8-sig", newline="") as file:
        printed = [(row["province_as_printed"], int(row["year"])) for row in csv.DictReader(file)]

    matches = {
        (name, year): units.match(name, period=Period(year), level="province") for name, year in printed
    }
    assert len(printed) > 100
    assert [] == [printed for printed, match in matches.items() if match.kind == "none"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("TP. Hồ Chí Minh", "ho-chi-minh"),
        ("Thành phố Hồ Chí Minh", "ho-chi-minh"),
        ("TPHCM", "ho-chi-minh"),
        ("Ho Chi Minh City", "ho-chi-minh"),
        ("Thừa Thiên - Huế", "thua-thien-hue"),
        ("Thừa Thiên – Huế", "thua-thien-hue"),
        ("Thừa Thiên-Huế", "thua-thien-hue"),
        ("Bà Rịa – Vũng Tàu", "ba-ria-vung-tau"),
        ("Bà Rịa-Vũng Tàu", "ba-ria-vung-tau"),
        ("BÀ RỊA - VŨNG TÀU", "ba-ria-vung-tau"),
        ("Ba Ria – Vung Tau", "ba-ria-vung-tau"),
        ("UBND tỉnh Hoà Bình", "hoa-binh"),
        ("Tỉnh Đắk Lắk", "dak-lak"),
        ("Hanoi", "ha-noi"),
        ("Hai Phong City", "hai-phong"),
    ],
)
def test_spellings_of_published_tables_are_known(units: Registry, text: str, code: str) -> None:
    unit = units.match(text, period=Period(2023), level="province").unit

    assert code == (unit and unit.code)


@pytest.mark.parametrize(
    ("text", "code"), [("Đăk Lăk", "dak-lak"), ("Quảng Nin", "quang-ninh"), ("Đắc Lắc", "dak-lak")]
)
def test_other_words_are_only_suggested(units: Registry, text: str, code: str) -> None:
    match = units.match(text, period=Period(2023), level="province")

    assert ("none", code) == (match.kind, match.suggestions[0].code)


@pytest.mark.parametrize(
    ("period", "code"), [("2024", "tay-ninh"), ("2025-H1", "tay-ninh"), ("2025", "tay-ninh-2025")]
)
def test_a_name_that_was_kept_means_the_province_of_its_time(units: Registry, period: str, code: str) -> None:
    unit = units.match("Tây Ninh", period=Period.parse(period), level="province").unit

    assert code == (unit and unit.code)


def test_a_merged_province_leads_to_the_one_it_became_part_of(units: Registry) -> None:
    match = units.match("Long An", period=Period(2026), level="province")

    assert ("none", "tay-ninh-2025") == (match.kind, match.suggestions[0].code)


def test_without_a_period_a_kept_name_means_neither(units: Registry) -> None:
    match = units.match("Tây Ninh", level="province")

    assert ("none", {"tay-ninh", "tay-ninh-2025"}) == (match.kind, {u.code for u in match.suggestions[:2]})
