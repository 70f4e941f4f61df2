"""Departments of a made province over two editions of their set: workbooks in, parts of each change out."""

from __future__ import annotations

from contextlib import chdir
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

import make_province as made
from cli.running import Outcome, parindex

SETS = {2024: "department-2023", 2025: "department-2025"}
DEPARTMENTS = 7  # the first four of the list are vertical agencies, to which some of the set does not apply


@dataclass(frozen=True, slots=True)
class Province:
    """The folder in which both years were scored."""

    folder: Path

    def compare(self, *words: str) -> Outcome:
        with chdir(self.folder):
            return parindex("compare", "2024", "2025", *words, env={"PARINDEX_STORE": "parindex.db"})

    def units(self) -> list[Any]:
        """Return the units whose results of both years are complete."""
        document = self.compare("--level", "department", "--format", "json").json
        return [
            each for each in document["units"] if "set-changed" in (each["change"] or {}).get("reasons", ())
        ]


@pytest.fixture(scope="module")
def province(tmp_path_factory: pytest.TempPathFactory) -> Province:
    folder = tmp_path_factory.mktemp("tinh")
    (folder / "parindex.toml").touch()
    with pytest.MonkeyPatch.context() as patch, chdir(folder):
        for year, criteria_set in SETS.items():
            patch.setattr(made, "SETS", {"department": criteria_set})
            plan = made.Plan(year=year, departments=DEPARTMENTS, districts=0)
            made.make_province(folder / str(year), plan)
        (folder / "units.csv").write_bytes((folder / "2025" / "units.csv").read_bytes())
        scored = parindex("score", "2024", "2025", env={"PARINDEX_STORE": "parindex.db"})
        assert 3 > scored.code, scored.err
    return Province(folder)


def test_every_complete_result_of_both_years_is_parted(province: Province) -> None:
    units = province.units()

    assert (True, []) == (len(units) > 2, [each for each in units if "withheld" in each["parts"]])


def test_exact_parts_add_up_to_the_exact_change(province: Province) -> None:
    for unit in province.units():
        exact = {key: Fraction(value) for key, value in unit["parts"]["exact"].items()}
        shown = Fraction(str(unit["now"]["percent"])) - Fraction(str(unit["before"]["percent"]))

        assert abs(exact["now"] - exact["before"] - shown) <= Fraction(1, 100)


def test_printed_parts_add_up_to_the_printed_change(province: Province) -> None:
    for unit in province.units():
        for each in (unit["parts"], *unit["parts"]["areas"]):
            parts = Fraction(str(each["of_rules"])) + Fraction(str(each["of_unit"]))

            assert parts == Fraction(str(each["change"]))


def test_the_units_change_is_the_one_that_is_printed_beside_both_figures(province: Province) -> None:
    for unit in province.units():
        assert round(unit["change"]["percent"], 2) == unit["parts"]["change"]


def test_all_seven_areas_continue_one_area_each(province: Province) -> None:
    assert {7} == {len(each["parts"]["areas"]) for each in province.units()}


def test_rules_that_did_not_change_have_no_part_in_an_area(province: Province) -> None:
    same = {"3", "4", "5", "6"}  # the areas that both editions have alike
    areas = [area for unit in province.units() for area in unit["parts"]["areas"]]

    assert {0} == {area["of_rules"] for area in areas if area["code"] in same}


def test_what_the_editions_say_of_their_criteria_is_listed(province: Province) -> None:
    for unit in province.units():
        left_out = {each["code"]: each["reason"] for each in unit["parts"]["not_rescored"]}

        assert {"1.9": "new", "2.2.3": "split", "2.2.4": "split"}.items() <= left_out.items()
        assert left_out.keys() <= {"1.9", "2.2.3", "2.2.4", "7.2.2"}  # whose rule got stricter
        assert ["1.4.3"] == [each["code"] for each in unit["parts"]["dropped"]]


def test_a_units_page_lists_what_could_not_be_rescored(province: Province) -> None:
    name = province.units()[0]["unit"]["name"]
    out = province.compare("--unit", name).out

    assert "  1.9 Khắc phục hạn chế sau khi công bố Chỉ số năm trước: tiêu chí mới" in out.splitlines()
    assert "Tiêu chí của kỳ 2024 đã bỏ (1): 1.4.3 Hình thức tuyên truyền mới." in out.splitlines()


def test_the_same_in_english(province: Province) -> None:
    name = province.units()[0]["unit"]["name"]
    out = province.compare("--unit", name, "--lang", "en").out

    assert "  2.2.4 Documents settled as proposed: split from one criterion" in out.splitlines()
    assert "Criteria of 2024 that were dropped (1): 1.4.3 New forms of communication." in out.splitlines()


def test_the_table_of_all_units_says_how_many_could_not_be_rescored(province: Province) -> None:
    counts = {len(each["parts"]["not_rescored"]) for each in province.units()}
    out = province.compare("--level", "department").out
    said = f"{min(counts)}" if len(counts) == 1 else f"từ {min(counts)} đến {max(counts)}"

    assert f"không chấm lại được theo câu trả lời kỳ 2024: {said} ở mỗi đơn vị" in out
