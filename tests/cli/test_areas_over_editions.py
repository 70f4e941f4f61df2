"""Areas that measure the same in two editions are compared; of the others it is said why they are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.ranked_office import scored
from cli.small_office import SET, Form, Office, small_office

MIXED = "Lĩnh vực 1, 2 đổi điểm tối đa hoặc tiêu chí: không so tỷ lệ"


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """Score a district by a set, and a year later by its successor, in which the first two areas changed."""
    office = small_office(tmp_path)
    later = SET.format(id="thu-khac", first=50, second=40).replace(
        "total: 100", "total: 100\nsupersedes: thu"
    )
    (tmp_path / "criteria" / "thu-khac.yaml").write_text(later, encoding="utf-8")
    before = Form("Huyện A", 50, sipas=8, code="H1", year=2022)
    return scored(office, before, Form("Huyện A", 50, sipas=9, code="H1", criteria_set="thu-khac"))


def _areas(office: Office) -> dict[str, float | None]:
    words = ("compare", "2022", "2023", "--unit", "Huyện A", "--format", "json")
    (unit,) = office.run(*words).json["units"]
    return {area["code"]: area["percent"] for area in unit["areas"]}


def test_only_areas_that_measure_the_same_are_compared(office: Office) -> None:
    changes = _areas(office)

    assert (None, None, False) == (changes["1"], changes["2"], changes["3"] is None)


def test_the_others_are_named_with_the_reason(office: Office) -> None:
    assert MIXED in " ".join(office.run("compare", "2022", "2023", "--unit", "Huyện A").out.split())
