"""Tây Ninh 2023 (Decision 2729/QĐ-UBND): percentages, order and grades come out as printed."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

import pytest

from parcli.model.criteria_set import GradeScale
from parcli.ranking.standing import Standing
from parcli.scoring.grading import grade_for
from support.register_values import BY_PERCENT, placement, published, standing, table
from support.scoring_sets import grade

FILE = Path(__file__).parents[1] / "data" / "tayninh2023_units.csv"
SCALE = GradeScale(
    "percent",
    (grade("good", "Tốt", "above 80%"), grade("fair", "Khá", "from 60%"), grade("poor", "Kém", "from 0%")),
)
Row = dict[str, str]


def rows(block: str) -> Sequence[Row]:
    with FILE.open(encoding="utf-8", newline="") as lines:
        return [row for row in csv.DictReader(lines) if row["block"] == block]


def computed(row: Row) -> Standing:
    """Return the row's standing with its percentage worked out, not read."""
    unit = placement(row["unit"], block=row["block"])
    return standing(published(unit, points=row["diem_tham_dinh"], max_points=row["diem_toi_da"]))


@pytest.mark.parametrize("block", ["so", "huyen"])
def test_every_percentage_is_the_printed_one(block: str) -> None:
    printed = [Fraction(row["ty_le_dat"].rstrip("%")) for row in rows(block)]

    assert printed == [computed(row).percent for row in rows(block)]


@pytest.mark.parametrize("block", ["so", "huyen"])
def test_the_order_is_the_printed_one(block: str) -> None:
    results = [
        published(row["unit"], points=row["diem_tham_dinh"], max_points=row["diem_toi_da"])
        for row in reversed(rows(block))
    ]

    assert [(int(row["stt"]), row["unit"]) for row in rows(block)] == [
        (row.rank, row.standing.placement.name) for row in table(*results, policy=BY_PERCENT).rows
    ]


@pytest.mark.parametrize("block", ["so", "huyen"])
def test_every_grade_is_the_printed_one(block: str) -> None:
    grades = [
        grade_for(SCALE, percent=each.percent, points=each.points or Fraction(0))
        for each in map(computed, rows(block))
    ]

    assert [row["xep_loai"] for row in rows(block)] == [found.name.vi if found else "" for found in grades]


def test_the_office_with_the_smaller_maximum_is_first_of_all() -> None:
    first = table(
        *(
            published(row["unit"], points=row["diem_tham_dinh"], max_points=row["diem_toi_da"])
            for row in [*rows("huyen"), *rows("so")]
        )
    ).rows[0]

    assert ("Văn phòng UBND tỉnh", Fraction("69.25"), Fraction("71.5")) == (
        first.standing.placement.name,
        first.standing.points,
        first.standing.applicable_max,
    )


def test_grades_and_mean_of_the_departments() -> None:
    results = [
        published(row["unit"], percent=row["ty_le_dat"].rstrip("%"), grade=row["xep_loai"])
        for row in rows("so")
    ]
    summary = table(*results, scales={"": SCALE}).summary
    printed = [Fraction(row["ty_le_dat"].rstrip("%")) for row in rows("so")]

    assert ([("Tốt", 17), ("Khá", 1), ("Kém", 1)], sum(printed) / 19) == (
        [(each.name.vi, each.count) for each in summary.grades],
        summary.mean,
    )
