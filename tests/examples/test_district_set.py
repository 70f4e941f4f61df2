"""The district set that travels with the package: sound, and true to the little that is published."""

from __future__ import annotations

import unicodedata
from fractions import Fraction
from pathlib import Path

import pytest

from parcli.criteria.library import load_set
from parcli.model.criteria_set import CriteriaSet

FILE = Path(__file__).resolve().parents[2] / "criteria" / "district-2023.yaml"


@pytest.fixture(scope="module")
def district() -> CriteriaSet:
    return load_set(FILE).criteria_set


def test_file_has_no_finding() -> None:
    assert load_set(FILE).findings == ()


def test_file_is_named_for_its_id(district: CriteriaSet) -> None:
    assert district.id == FILE.stem


def test_file_is_in_unicode_nfc() -> None:
    text = FILE.read_text(encoding="utf-8")
    assert text == unicodedata.normalize("NFC", text)


def test_set_is_an_illustration_of_the_district_level(district: CriteriaSet) -> None:
    assert (district.level, district.status) == ("district", "illustrative")


def test_set_holds_for_three_years(district: CriteriaSet) -> None:
    assert [year for year in range(2020, 2027) if district.applies_in(year)] == [2022, 2023, 2024]


def test_there_are_eight_areas(district: CriteriaSet) -> None:
    assert [area.code for area in district.areas()] == list("12345678")


def test_set_is_small(district: CriteriaSet) -> None:
    assert len(district.leaves()) == 30


def test_satisfaction_index_is_worth_ten_points_of_a_hundred(district: CriteriaSet) -> None:
    sipas = district.find("8.1")
    assert sipas is not None
    assert (sipas.scored_by, sipas.max_points, district.total) == ("imported", Fraction(10), Fraction(100))


def test_only_the_maximum_of_the_satisfaction_index_claims_to_be_read_in_a_source(
    district: CriteriaSet,
) -> None:
    assert [node.code for node in district.walk() if node.status] == ["8.1"]


def test_every_title_is_given_in_english(district: CriteriaSet) -> None:
    assert [node.code for node in district.walk() if not node.title.en] == []


def test_five_grades_from_ninety_eighty_seventy_and_fifty_per_cent(district: CriteriaSet) -> None:
    grades = district.scale_for("").grades
    assert [(grade.name.vi, float(grade.bound), grade.inclusive) for grade in grades] == [
        ("Xuất sắc", 0.9, True),
        ("Tốt", 0.8, True),
        ("Khá", 0.7, True),
        ("Trung bình", 0.5, True),
        ("Yếu", 0.0, True),
    ]
