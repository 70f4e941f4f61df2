"""Totals are of the part that they name, of the one that has ended above them, or of the whole set."""

from __future__ import annotations

from pathlib import Path

import pytest

from parcli.model.assessment import Assessment
from parcli.model.period import Period
from parcli.model.text import Text
from parcli.model.unit import Unit
from parcli.scoring.engine import score
from parcli.workbook.match import to_assessment
from parcli.workbook.reading import read_workbook
from parcli.workbook.sum_names import sum_name
from support.scoring_sets import area, bonus, branch, criteria_set, leaf
from support.workbooks import codes_and_places, write

PLAN = branch("1.1", leaf("1.1.1", 1), leaf("1.1.2", 2), title=Text("Kế hoạch"))
SET = criteria_set(
    area("1", PLAN, leaf("1.2", 2)),
    area("2", leaf("2.1", 4), leaf("2.2", 1)),
    adjustments=(bonus(leaf("IX.1", 1), cap=1),),
)
ROWS = {
    "1": "'1 | | 5 |",
    "1.1": "'1.1 | Kế hoạch | 3 |",
    "1.1.1": "'1.1.1 | | 1 | 1",
    "1.1.2": "'1.1.2 | | 2 | 2",
    "1.2": "'1.2 | | 2 | 1",
    "2": "'2 | | 5 |",
    "2.1": "'2.1 | | 4 | 3",
    "2.2": "'2.2 | | 1 | 1",
    "IX": "'IX | | 1 |",
    "IX.1": "'IX.1 | | 1 | 1",
}


def assessed(tmp_path: Path, **below: str) -> Assessment:
    """Return what a table says with rows put below others: ``r1_2="Cộng | 4"`` below 1.2."""
    said = {key[1:].replace("_", "."): rows.split("\n") for key, rows in below.items()}
    lines = ["STT | Nội dung | Điểm tối đa | Tự chấm"]
    for code, row in ROWS.items():
        lines += [row, *(f" | {each}" for each in said.get(code, []))]
    form = read_workbook(write(tmp_path / "f.xlsx", "\n".join(lines)))
    return to_assessment(form, SET, unit=Unit("Sở A"), period=Period(2024))


def sums(assessment: Assessment) -> list[tuple[str, float]]:
    return [(each.code, float(each.datum.number or 0)) for each in assessment.sums]


NAMED = [
    "Cộng lĩnh vực {code}",
    "Cộng mục {code}",
    "Tổng điểm lĩnh vực {code}",
    "Tổng lĩnh vực {code}:",
    "Tổng cộng lĩnh vực {code}: Cải cách thể chế",
    "Cộng điểm phần {code}",
    "CỘNG ({code})",
    "Tổng số điểm mục {code}",
    "Điểm lĩnh vực {code}",
]


@pytest.mark.parametrize("text", NAMED)
@pytest.mark.parametrize("codes", [("1", "2"), ("I", "II")])
def test_a_total_is_of_the_part_that_it_names(tmp_path: Path, text: str, codes: tuple[str, str]) -> None:
    first, second = (text.format(code=code) for code in codes)
    found = assessed(tmp_path, r1_2=f"{first} | | 4", r2_2=f"{second} | | 4", rIX_1="Tổng cộng | | 9")
    assert sums(found) == [("1", 4), ("2", 4), ("", 9)]


@pytest.mark.parametrize("text", ["Cộng", "Tổng điểm", "Tổng"])
def test_a_total_without_a_name_is_of_the_area_that_has_ended(tmp_path: Path, text: str) -> None:
    found = assessed(tmp_path, r1_2=f"{text} | | 4", r2_2=f"{text} | | 4\nTổng cộng | | 8")
    assert sums(found) == [("1", 4), ("2", 4), ("", 8)]


def test_right_totals_of_areas_are_no_error(tmp_path: Path) -> None:
    found = assessed(tmp_path, r1_2="Cộng | | 4", r2_2="Cộng | | 4", rIX_1="Cộng | | 1\nTổng cộng | | 9")
    findings = score(SET, found, stage="self").findings
    assert [] == [code for code, _ in codes_and_places(findings) if "differs" in code]


def test_a_wrong_total_of_an_area_is_held_against_that_area(tmp_path: Path) -> None:
    found = assessed(tmp_path, r1_2="Cộng | | 5", rIX_1="Tổng cộng | | 9")
    findings = [each for each in score(SET, found, stage="self").findings if "differs" in each.code]
    assert [("sum-differs", "1", 4)] == [(f.code, f.params["code"], f.params["sum"]) for f in findings]


def test_totals_of_criteria_and_of_their_area_follow_each_other(tmp_path: Path) -> None:
    found = assessed(tmp_path, r1_1_2="Cộng | | 3", r1_2="Cộng | | 4", r2_2="Tổng cộng | | 8")
    assert sums(found) == [("1.1", 3), ("1", 4), ("", 8)]


def test_the_printed_maximum_tells_what_a_total_is_of(tmp_path: Path) -> None:
    found = assessed(tmp_path, r1_2="Cộng | 5 | 4", r2_2="Cộng | 10 | 8")
    assert (sums(found), []) == ([("1", 4), ("", 8)], codes_and_places(found.findings))


def test_a_last_total_that_may_be_of_an_area_or_of_all_is_left_out(tmp_path: Path) -> None:
    assert sums(assessed(tmp_path, r1_2="Cộng | | 4", r2_2="Cộng | | 4")) == [("1", 4)]


def test_a_total_above_bonus_points_is_of_the_whole_set(tmp_path: Path) -> None:
    found = assessed(tmp_path, r2_2="Tổng cộng | | 8", rIX_1="Tổng cộng | | 9")
    assert sums(found) == [("", 8), ("", 9)]


def test_another_maximum_of_an_area_is_a_finding_at_its_total(tmp_path: Path) -> None:
    found = assessed(tmp_path, r1_2="Cộng lĩnh vực 1 | 6 | 4")
    assert codes_and_places(found.findings) == [("max-differs", "CCHC!C7")]


@pytest.mark.parametrize(
    "text",
    ["Tổng số hồ sơ", "Tổng mục tiêu", "Cộng 5 điểm", "Điểm 1", "Tổng số tiêu chí 1", "Điểm mục tiêu", ""],
)
def test_other_rows_with_such_words_are_no_totals(text: str) -> None:
    assert sum_name(text) is None
