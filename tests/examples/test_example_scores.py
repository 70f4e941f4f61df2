"""The example workbooks come out, from cell to grade, as their answers were worked out by hand."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from parcli.criteria.library import load_set
from parcli.model.period import Period
from parcli.model.score import UnitScore
from parcli.model.unit import Unit
from parcli.scoring.engine import score
from parcli.workbook.match import to_assessment
from parcli.workbook.reading import read_workbook

ROOT = Path(__file__).resolve().parents[2]


def scored(workbook: str, set_id: str) -> UnitScore:
    criteria_set = load_set(ROOT / "criteria" / f"{set_id}.yaml").criteria_set
    form = read_workbook(ROOT / "examples" / workbook)
    unit = Unit("Sở Xây dựng", block="quan-ly-nganh")
    return score(
        criteria_set, to_assessment(form, criteria_set, unit=unit, period=Period(2023)), stage="final"
    )


@pytest.fixture(scope="module")
def example() -> UnitScore:
    return scored("workbook.xlsx", "department-2023")


@pytest.fixture(scope="module")
def case_c() -> UnitScore:
    return scored("case_c.xlsx", "department-2023-areas")


def test_areas_come_to_the_points_worked_out_by_hand(example: UnitScore) -> None:
    by_hand = ("12.225", "11.219", "15.594", "9.25", "8.93", "6.6", "14.865")
    assert tuple(area.points for area in example.areas()) == tuple(map(Fraction, by_hand))


def test_what_does_not_apply_leaves_the_maximum(example: UnitScore) -> None:
    assert example.applicable_max == 100 - Fraction("1.5") - 3


def test_result_and_grade_of_the_example(example: UnitScore) -> None:
    assert example.grade is not None
    assert (example.published.points, example.published.percent, example.grade.id) == (
        Decimal("78.68"),
        Decimal("82.39"),
        "good",
    )


def test_example_is_complete_and_final(example: UnitScore) -> None:
    assert (example.incomplete, example.provisional) == (False, False)


def test_bonus_and_penalty_of_the_example(example: UnitScore) -> None:
    assert [block.points for block in example.adjustments] == [Fraction(1, 2), Fraction(1, 2)]


def test_example_has_the_two_findings_that_it_is_made_to_show(example: UnitScore) -> None:
    assert [finding.code for finding in example.findings] == ["claim-differs", "evidence-missing"]


def test_case_c_comes_to_its_printed_total_and_grade(case_c: UnitScore) -> None:
    assert case_c.grade is not None
    assert (case_c.published.points, case_c.published.percent, case_c.grade.id) == (
        Decimal("75.61"),
        Decimal("75.61"),
        "fair",
    )


def test_case_c_has_no_finding(case_c: UnitScore) -> None:
    assert case_c.findings == ()
