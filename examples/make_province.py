"""Writes the workbooks of a made province, and the list of its units, into a folder; it scores nothing.

Run as ``python examples/make_province.py FOLDER [--year 2023] [--seed 1] [--districts 8] [--departments 22]
[--bad 0]``. The same options write the same bytes.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from fractions import Fraction
from pathlib import Path
from random import Random

from bad_files import Good, plant
from example_layout import write_workbook
from example_rows import Answers, Row, form_rows
from parcli.criteria.library import load_set
from province_answers import Menus, Wish, answers_for
from province_units import VERTICAL, Kind, MadeUnit, sipas, standing, units_of, wanted, write_units

CRITERIA = Path(__file__).resolve().parent.parent / "criteria"
SETS: Mapping[Kind, str] = {"department": "department-2023", "district": "district-2023"}
LEVELS: Mapping[Kind, str] = {"department": "Sở, ban, ngành", "district": "Huyện"}
SUPERIOR = "Ủy ban nhân dân tỉnh"
SIPAS: Mapping[Kind, str] = {"district": "8.1"}
# Vertical agencies have no public service units of their own.
NOT_FOR: Mapping[str, frozenset[str]] = {VERTICAL: frozenset({"6.4.1", "6.4.2"})}
OWN_REVENUE = "6.3"  # of the district set: what a district without service units leaves out
TIED, SMALLER, INCOMPLETE = (1, 2), 3, -1  # places among the districts


@dataclass(frozen=True, slots=True)
class Plan:
    """What to write.

    ``special`` gives the districts a tie (second and third), a unit with a smaller applicable maximum (the
    fourth) and one whose satisfaction index has not come (the last, which is therefore incomplete).
    """

    year: int = 2023
    seed: int = 1
    departments: int = 22
    districts: int = 8
    bad: int = 0
    special: bool = False


@dataclass(frozen=True, slots=True)
class Made:
    """What was written: the workbook and the wanted percentage of each unit, and the bad files."""

    workbooks: Mapping[MadeUnit, Path]
    percents: Mapping[MadeUnit, Fraction]
    bad: tuple[Path, ...]


def make_province(folder: Path, plan: Plan) -> Made:
    """Write one workbook for each unit that hands one in, ``units.csv``, and the bad files asked for."""
    folder.mkdir(parents=True, exist_ok=True)
    departments = units_of("department", plan.departments)
    districts = units_of("district", plan.districts)
    write_units(folder / "units.csv", (*departments, *districts))
    jobs = [*_jobs(plan, departments), *_jobs(plan, districts)]
    desks = {level: _Desk(level, plan.year) for level in dict.fromkeys(job.unit.level for job in jobs)}
    workbooks = {job.unit: desks[job.unit.level].write(folder, job) for job in jobs}
    bad = plant(folder, plan.bad, _good(plan)) if plan.bad else ()
    return Made(workbooks, {job.unit: job.wish.percent for job in jobs}, bad)


@dataclass(frozen=True, slots=True)
class _Job:
    """A unit's workbook to write; equal ``luck`` and wish give equal answers."""

    unit: MadeUnit
    wish: Wish
    luck: str


def _jobs(plan: Plan, units: Sequence[MadeUnit]) -> list[_Job]:
    """Return the jobs of one level, the best unit first."""
    handing_in = [unit for unit in units if not unit.silent]
    if not handing_in:
        return []
    level, number = handing_in[0].level, len(handing_in)
    order = standing(level, number, year=plan.year, seed=plan.seed)
    jobs = []
    for place, percent in enumerate(wanted(level, number, year=plan.year, seed=plan.seed)):
        unit = handing_in[order[place]]
        indices = {SIPAS[level]: sipas(place, number)} if level in SIPAS else {}
        without = NOT_FOR.get(unit.block, frozenset())
        wish = Wish(percent, without=without, indices=indices)
        jobs.append(_Job(unit, wish, f"{plan.seed} {plan.year} {unit.code}"))
    return _with_special(jobs) if plan.special and level == "district" else jobs


def _with_special(jobs: Sequence[_Job]) -> list[_Job]:
    changed = list(jobs)
    first, second = TIED
    changed[second] = replace(jobs[first], unit=jobs[second].unit)
    smaller, incomplete = jobs[SMALLER], jobs[INCOMPLETE]
    left_out, not_come = frozenset({OWN_REVENUE}), frozenset({SIPAS["district"]})
    changed[SMALLER] = replace(smaller, wish=replace(smaller.wish, without=left_out))
    changed[INCOMPLETE] = replace(incomplete, wish=replace(incomplete.wish, silent=not_come))
    return changed


class _Desk:
    """Writes the workbooks of one level; the set is read and its answers worked out once."""

    def __init__(self, level: Kind, year: int) -> None:
        self.criteria_set = load_set(CRITERIA / f"{SETS[level]}.yaml").criteria_set
        self._menus = Menus(self.criteria_set)
        self._level = level
        self._year = year

    def form(self, job: _Job) -> Answers:
        """Return a unit's filled form."""
        unit = job.unit
        labels = {"Đơn vị": unit.name, "Mã đơn vị": unit.code, "Cấp": LEVELS[self._level]}
        if unit.block:
            labels["Khối"] = self.criteria_set.blocks[unit.block].vi
        labels |= {"Kỳ đánh giá": f"Năm {self._year}", "Bộ tiêu chí": self.criteria_set.id}
        answers = answers_for(self._menus, job.wish, Random(job.luck))
        return Answers(labels, SUPERIOR, self.criteria_set.id, self._year, answers)

    def rows(self, form: Answers) -> tuple[Row, ...]:
        """Return the rows of a unit's table."""
        return form_rows(self.criteria_set, form.answers)

    def write(self, folder: Path, job: _Job) -> Path:
        """Write a unit's workbook and return its path."""
        path, form = folder / f"{job.unit.code}.xlsx", self.form(job)
        write_workbook(path, form, self.rows(form))
        return path


def _good(plan: Plan) -> Good:
    """Return the good form that the bad files are made of."""
    one, other = _Desk("district", plan.year), _Desk("department", plan.year)
    form = one.form(_jobs(replace(plan, special=False), units_of("district", 1))[0])
    other_form = other.form(_jobs(plan, units_of("department", 1))[0])
    return Good(form, one.rows(form), other.rows(other_form))


def main(arguments: Sequence[str]) -> int:
    """Write the province that the command line asks for."""
    parser = ArgumentParser(prog="make_province.py", description="Write the workbooks of a made province.")
    parser.add_argument("folder", type=Path)
    for field in fields(Plan):
        if isinstance(field.default, bool):
            parser.add_argument(f"--{field.name}", action="store_true")
        else:
            parser.add_argument(f"--{field.name}", type=int, default=field.default)
    options = vars(parser.parse_args(arguments))
    folder = options.pop("folder")
    made = make_province(folder, Plan(**options))
    print(f"{len(made.workbooks)} workbooks, {len(made.bad)} bad files in {folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
