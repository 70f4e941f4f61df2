"""Grades at their bounds, open and closed, by percentage and by points."""

from __future__ import annotations

from fractions import Fraction

import pytest

from parcli.model.criteria_set import GradeScale
from parcli.scoring.grading import grade_for
from support.scoring_sets import FIVE_GRADES, grade

STEP = Fraction(1, 10**9)

TAY_NINH = GradeScale(
    "percent",
    (grade("good", "Tốt", "above 80%"), grade("fair", "Khá", "from 60%"), grade("poor", "Kém", "from 0%")),
)
NAM_DINH_DEPARTMENTS = GradeScale(
    "percent",
    (
        grade("I", "Loại I", "from 90%"),
        grade("II", "Loại II", "from 80%"),
        grade("III", "Loại III", "from 0%"),
    ),
)
NAM_DINH_DISTRICTS = GradeScale(
    "percent",
    (
        grade("I", "Loại I", "from 80%"),
        grade("II", "Loại II", "from 70%"),
        grade("III", "Loại III", "from 0%"),
    ),
)
KHANH_HOA = GradeScale(
    "percent",
    (
        grade("good", "Tốt", "from 85%"),
        grade("fair", "Khá", "from 70%"),
        grade("average", "Trung bình", "from 50%"),
        grade("weak", "Yếu", "from 0%"),
    ),
)
BY_POINTS = GradeScale(
    "points",
    (grade("A", "Nhóm A", "from 63"), grade("B", "Nhóm B", "above 56"), grade("C", "Nhóm C", "from 0")),
)


@pytest.mark.parametrize(
    ("scale", "percent", "expected"),
    [
        (TAY_NINH, Fraction(80), "fair"),
        (TAY_NINH, 80 + STEP, "good"),
        (TAY_NINH, 80 - STEP, "fair"),
        (TAY_NINH, Fraction(60), "fair"),
        (TAY_NINH, 60 - STEP, "poor"),
        (NAM_DINH_DEPARTMENTS, Fraction(90), "I"),
        (NAM_DINH_DEPARTMENTS, 90 - STEP, "II"),
        (NAM_DINH_DEPARTMENTS, Fraction(80), "II"),
        (NAM_DINH_DEPARTMENTS, 80 - STEP, "III"),
        (NAM_DINH_DISTRICTS, Fraction(80), "I"),
        (NAM_DINH_DISTRICTS, 80 - STEP, "II"),
        (NAM_DINH_DISTRICTS, Fraction(70), "II"),
        (NAM_DINH_DISTRICTS, 70 - STEP, "III"),
        (KHANH_HOA, Fraction(84), "fair"),
        (FIVE_GRADES, Fraction(100), "excellent"),
        (FIVE_GRADES, Fraction(90), "excellent"),
        (FIVE_GRADES, 90 - STEP, "good"),
        (FIVE_GRADES, Fraction(50), "average"),
        (FIVE_GRADES, 50 - STEP, "weak"),
        (FIVE_GRADES, Fraction(0), "weak"),
    ],
)
def test_grade_of_a_percentage(scale: GradeScale, percent: Fraction, expected: str) -> None:
    found = grade_for(scale, percent=percent, points=Fraction(0))
    assert found is not None
    assert found.id == expected


@pytest.mark.parametrize(
    ("points", "expected"),
    [
        (Fraction(63), "A"),
        (63 - STEP, "B"),
        (56 + STEP, "B"),
        (Fraction(56), "C"),
        (Fraction(0), "C"),
    ],
)
def test_grade_of_points(points: Fraction, expected: str) -> None:
    found = grade_for(BY_POINTS, percent=Fraction(100), points=points)
    assert found is not None
    assert found.id == expected


def test_no_grade_where_nothing_applies() -> None:
    assert grade_for(FIVE_GRADES, percent=None, points=Fraction(0)) is None
