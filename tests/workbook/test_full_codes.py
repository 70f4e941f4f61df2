"""Areas by letters, and codes that begin again in each area, are the set's where its titles say so."""

from __future__ import annotations

from pathlib import Path

import pytest

from parcli.model.assessment import Assessment
from parcli.model.period import Period
from parcli.model.text import Text
from parcli.model.unit import Unit
from parcli.workbook.match import to_assessment
from parcli.workbook.reading import read_workbook
from support.scoring_sets import area, bonus, branch, criteria_set, leaf
from support.workbooks import codes_and_places, write

SET = criteria_set(
    area(
        "1",
        branch("1.1", leaf("1.1.1", 1, title=Text("Ban hành")), title=Text("Kế hoạch năm")),
        leaf("1.2", 2, title=Text("Báo cáo định kỳ")),
    ),
    area(
        "2", leaf("2.1", 3, title=Text("Rà soát văn bản")), leaf("2.2", 4, title=Text("Phổ biến pháp luật"))
    ),
    adjustments=(bonus(leaf("IX.1", 1, title=Text("Sáng kiến")), cap=1),),
)
HEADER = "STT | Nội dung | Điểm tối đa | Tự chấm"
TITLES = (
    "Kế hoạch năm | 1 |",
    "Ban hành | 1 | 0.5",
    "Báo cáo định kỳ | 2 | 1.5",
    "Rà soát văn bản | 3 | 2.5",
)
FULL = ("'1.1", "'1.1.1", "'1.2", "'2.1", "'2.2", "'IX.1")
ENDS = ("1", "'1.1", "2", "1", "2", "1")
EXPECTED = {"1.1.1": 0.5, "1.2": 1.5, "2.1": 2.5, "2.2": 3.5, "IX.1": 1}


def assessed(
    tmp_path: Path, areas: tuple[str, str, str], codes: tuple[str, ...], *, below: str = ""
) -> Assessment:
    lines = [
        HEADER,
        f"{areas[0]} | {SET.roots[0].title.vi} | 3 |",
        *(f"{code} | {title}" for code, title in zip(codes[:3], TITLES[:3], strict=True)),
        *below.splitlines(),
        f"{areas[1]} | {SET.roots[1].title.vi} | 7 |",
        f"{codes[3]} | {TITLES[3]}",
        f"{codes[4]} | Phổ biến pháp luật | 4 | 3.5",
        f"{areas[2]} | Điểm thưởng | 1 |",
        f"{codes[5]} | Sáng kiến | 1 | 1",
    ]
    form = read_workbook(write(tmp_path / "f.xlsx", "\n".join(lines)))
    return to_assessment(form, SET, unit=Unit("Sở A"), period=Period(2024))


def points(assessment: Assessment) -> dict[str, float]:
    return {code: float(each.at("self").number or 0) for code, each in assessment.answers.items()}


@pytest.mark.parametrize(
    "areas", [("I", "II", "IX"), ("A", "B", "C"), ("A.", "B.", "C."), ("'1", "'2", "IX")]
)
def test_areas_by_numerals_or_letters(tmp_path: Path, areas: tuple[str, str, str]) -> None:
    found = assessed(tmp_path, areas, FULL)
    assert (EXPECTED, []) == (points(found), codes_and_places(found.findings))


@pytest.mark.parametrize("areas", [("I", "II", "IX"), ("A", "B", "C")])
def test_codes_that_begin_again_stand_below_their_area(tmp_path: Path, areas: tuple[str, str, str]) -> None:
    found = assessed(tmp_path, areas, ENDS)
    assert (EXPECTED, []) == (points(found), codes_and_places(found.findings))


def test_letters_in_another_order_are_no_areas(tmp_path: Path) -> None:
    found = assessed(tmp_path, ("A", "C", "B"), FULL)
    assert ("code-unknown", "CCHC!A6") in codes_and_places(found.findings)


def test_codes_that_stand_twice_by_mistake_are_still_said(tmp_path: Path) -> None:
    found = assessed(tmp_path, ("I", "II", "IX"), (*FULL[:2], "'1.1", *FULL[3:]))
    assert ("row-duplicate", "CCHC!A5") in codes_and_places(found.findings)
    assert points(found)["1.1.1"] == EXPECTED["1.1.1"]


def test_a_total_by_such_a_code_is_of_the_part_below_its_area(tmp_path: Path) -> None:
    found = assessed(
        tmp_path, ("I", "II", "IX"), ENDS, below=" | Cộng mục 1 | 1 | 0.5\n | Cộng lĩnh vực I | | 2"
    )
    assert ["1.1", "1"] == [each.code for each in found.sums]
