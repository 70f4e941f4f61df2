"""The made province: its workbooks come out, read and scored, with the grades of case A."""

from __future__ import annotations

import csv
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import get_args

import pytest

from bad_files import REFUSED_WITH
from make_province import Made, Plan, make_province
from parcli.errors import UnusableFile
from parcli.model.period import Period
from parcli.model.score import UnitScore
from parcli.project.unit_table import read_table
from province_units import NAMED, Kind, MadeUnit, sipas, standing, units_of, wanted
from support.scored_files import score_of_file

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
COMMITTED = EXAMPLES / "province-2023"
CASE_A = {
    ("department", "Xuất sắc"): 4,
    ("department", "Tốt"): 9,
    ("department", "Khá"): 9,
    ("district", "Tốt"): 3,
    ("district", "Khá"): 5,
}
Results = Mapping[MadeUnit, UnitScore]


def scores(made: Made) -> Results:
    return {unit: score_of_file(path) for unit, path in made.workbooks.items()}


def percent_of(result: UnitScore) -> Fraction:
    assert result.percent is not None
    return result.percent


def graded(results: Results) -> Counter[tuple[str, str]]:
    return Counter((unit.level, result.grade.name.vi) for unit, result in results.items() if result.grade)


@pytest.fixture(scope="module", params=[2022, 2023])
def year(request: pytest.FixtureRequest) -> int:
    return int(request.param)


@pytest.fixture(scope="module")
def province(year: int, tmp_path_factory: pytest.TempPathFactory) -> Made:
    return make_province(tmp_path_factory.mktemp(f"province-{year}"), Plan(year=year, bad=7))


@pytest.fixture(scope="module")
def results(province: Made) -> Results:
    return scores(province)


@pytest.fixture(scope="module")
def special(tmp_path_factory: pytest.TempPathFactory) -> list[UnitScore]:
    """Return the districts of a province with special cases, from the best wanted result to the last."""
    folder = tmp_path_factory.mktemp("special")
    return list(scores(make_province(folder, Plan(departments=0, special=True))).values())


def test_grades_are_counted_as_in_case_a(results: Results) -> None:
    assert graded(results) == CASE_A


def test_no_workbook_has_a_finding(results: Results) -> None:
    assert {unit.code: found for unit, result in results.items() if (found := result.findings)} == {}


def test_every_result_is_complete_and_final(results: Results) -> None:
    assert {(result.incomplete, result.provisional) for result in results.values()} == {(False, False)}


def test_every_result_reaches_the_wanted_percentage(province: Made, results: Results) -> None:
    over = {unit.code: percent_of(result) - 100 * province.percents[unit] for unit, result in results.items()}
    # a satisfaction index rounded down may take half a hundredth away again
    assert {
        code: excess for code, excess in over.items() if not Fraction("-0.005") <= excess < Fraction("0.5")
    } == {}


def test_workbooks_name_their_unit_period_and_block(year: int, results: Results) -> None:
    stated = {(r.unit.code, r.unit.name, r.unit.level, r.unit.block, r.period) for r in results.values()}
    assert stated == {(u.code, u.name, u.level, u.block, Period(year)) for u in results}


def test_units_at_the_top_stay_there(results: Results) -> None:
    departments = [unit for unit in results if unit.level == "department"]
    best = sorted(departments, key=lambda unit: percent_of(results[unit]), reverse=True)
    assert {unit.name for unit in best[:4]} == {name for name, _ in NAMED[:4]}


def test_mean_satisfaction_of_the_districts_is_that_of_case_a() -> None:
    assert sum(sipas(place, 8) for place in range(8)) / 8 == Fraction(7581, 10_000)


def test_districts_satisfaction_comes_from_the_index_in_the_workbook(results: Results) -> None:
    points = [node.points for r in results.values() for node in r.walk() if node.code == "8.1"]
    assert round(sum(points, Fraction(0)) / 8, 2) == Fraction("7.58")


def test_bad_files_are_refused_each_for_its_reason(province: Made) -> None:
    refused = {}
    for path in province.bad:
        with pytest.raises(UnusableFile) as caught:
            score_of_file(path)
        refused[path.stem[len("bad-01-") :]] = caught.value.code
    assert refused == REFUSED_WITH


def test_more_bad_files_than_kinds_begin_again(tmp_path: Path) -> None:
    made = make_province(tmp_path, Plan(departments=0, districts=0, bad=8))
    assert [path.name for path in made.bad[6:]] == ["bad-07-encrypted.xlsx", "bad-08-empty.xlsx"]


def test_registry_lists_every_unit_and_one_more_that_hands_in_nothing(province: Made) -> None:
    folder = next(iter(province.workbooks.values())).parent
    with (folder / "units.csv").open(encoding="utf-8-sig", newline="") as file:
        listed = {row["code"]: row["name"] for row in csv.DictReader(file)}
    silent = {code: name for code, name in listed.items() if not (folder / f"{code}.xlsx").exists()}
    assert (len(listed), silent) == (31, {"S23": "Ban Dân tộc tỉnh"})


def test_registry_reads_without_a_finding(province: Made) -> None:
    folder = next(iter(province.workbooks.values())).parent
    assert read_table((folder / "units.csv").read_bytes(), "units.csv").findings == ()


def test_same_options_give_the_same_bytes(province: Made, year: int, tmp_path: Path) -> None:
    make_province(tmp_path, Plan(year=year, bad=7))
    folder = province.bad[0].parent
    names = sorted(path.name for path in folder.iterdir())
    assert [n for n in names if (tmp_path / n).read_bytes() != (folder / n).read_bytes()] == []


def test_another_seed_gives_other_results(tmp_path: Path) -> None:
    made = [make_province(tmp_path / str(seed), Plan(seed=seed, departments=0)) for seed in (1, 2)]
    assert list(made[0].percents.values()) != list(made[1].percents.values())


@pytest.mark.parametrize("seed", [2, 3])
def test_counts_do_not_hang_on_the_seed(seed: int, tmp_path: Path) -> None:
    made = make_province(tmp_path, Plan(seed=seed, departments=0))
    assert graded(scores(made)) == {key: n for key, n in CASE_A.items() if key[0] == "district"}


def test_two_units_tie(special: list[UnitScore]) -> None:
    percents = [result.published.percent for result in special]
    assert (percents[1] == percents[2], len(set(percents))) == (True, 7)


def test_one_unit_has_a_smaller_applicable_maximum(special: list[UnitScore]) -> None:
    assert [result.applicable_max for result in special] == [100, 100, 100, 98, 100, 100, 100, 100]


def test_one_unit_is_incomplete(special: list[UnitScore]) -> None:
    assert [result.incomplete for result in special] == [*[False] * 7, True]


def test_vertical_agencies_have_a_smaller_applicable_maximum(results: Results) -> None:
    maxima = {(unit.block == "nganh-doc", r.applicable_max) for unit, r in results.items()}
    assert maxima == {(True, Fraction(195, 2)), (False, Fraction(100))}


@pytest.mark.parametrize("kind", get_args(Kind))
@pytest.mark.parametrize("number", [0, 1, 5, 1000])
def test_any_number_of_units_has_a_wish_and_a_place(kind: Kind, number: int) -> None:
    handing_in = [unit for unit in units_of(kind, number) if not unit.silent]
    places = standing(kind, number, year=2023, seed=1)
    percents = wanted(kind, number, year=2023, seed=1)
    assert (len(handing_in), sorted(places), len(percents)) == (number, list(range(number)), number)


@pytest.mark.parametrize("kind", get_args(Kind))
def test_wanted_percentages_stay_half_a_point_away_from_a_bound(kind: Kind) -> None:
    above = [percent * 100 % 10 for percent in wanted(kind, 1000, year=2023, seed=1)]
    assert [distance for distance in above if not Fraction("0.5") <= distance <= Fraction("9.5")] == []


def test_committed_province_is_what_the_script_makes(tmp_path: Path) -> None:
    make_province(tmp_path, Plan(departments=0))
    made = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert made == {path.name: path.read_bytes() for path in COMMITTED.iterdir()}


def test_committed_workbooks_are_small() -> None:
    assert [path.name for path in COMMITTED.glob("*.xlsx") if path.stat().st_size > 15_000] == []


def test_script_says_what_it_wrote(tmp_path: Path) -> None:
    options = ["--departments", "1", "--districts", "1", "--bad", "1"]
    command = [sys.executable, str(EXAMPLES / "make_province.py"), str(tmp_path), *options]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, f"2 workbooks, 1 bad files in {tmp_path}\n")
