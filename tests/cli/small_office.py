"""Makes an office's folder with a criteria set of three rows, so that a test shows every figure."""

from __future__ import annotations

from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path

from cli.running import Outcome, parindex
from support.workbooks import Grid, write

SET = """
id: {id}
title: Bộ tiêu chí thử
index: PAR
level: district
status: illustrative
modelled_on: [Không mô phỏng văn bản nào]
applies: {{from: 2020, to: 2025}}
total: 100
policy:
  rounding: {{digits: 2, mode: half_up, stage: publication}}
  missing: zero
  appraised_blank: confirmed
  not_applicable: exclude
  did_not_arise: exclude
  ranking: {{by: percent, precision: published, ties: competition}}
  grade_on: published
grades:
  - {{id: good, name: {{vi: Tốt, en: Good}}, from: 80%}}
  - {{id: fair, name: {{vi: Khá, en: Fair}}, from: 0%}}
areas:
  - {{code: "1", title: Chỉ đạo điều hành, max: {first}, reference: Mục 1, rule: {{kind: points}}}}
  - {{code: "2", title: Thủ tục hành chính, max: {second}, reference: Mục 2, rule: {{kind: points}}}}
  - code: "3"
    title: Mức độ hài lòng
    max: 10
    reference: Mục 3
    scored_by: imported
    rule: {{kind: imported, source: SIPAS, as: percent}}
"""
SETS = {"thu": (60, 30), "thu-khac": (50, 40)}  # the maxima of the first two areas
HEAD = "code,name,level,block,region,parent,valid_from,valid_to,predecessors\n"


@dataclass(frozen=True, slots=True)
class Form:
    """A district's workbook: points of 60, of 30 and of 10; None is an empty cell.

    ``appraised`` are points for the first area that differ from the unit's own. Without a ``criteria_set``
    the workbook names none, and has the rows of "thu".
    """

    name: str
    first: float
    second: float | str | None = 30
    sipas: float | None = 10
    year: int = 2023
    code: str = ""
    appraised: float | None = None
    criteria_set: str = "thu"
    level: str = ""


@dataclass(frozen=True, slots=True)
class Office:
    """A project folder; commands are run in it and keep their results there."""

    folder: Path

    def run(self, *words: str | Path) -> Outcome:
        """Run a command in the folder."""
        with chdir(self.folder):
            return parindex(*words, env={"PARINDEX_STORE": "parindex.db"})

    def hand_in(self, *forms: Form) -> None:
        """Write a workbook for each form, named after the unit and the year."""
        for form in forms:
            self.write(f"{form.name} {form.year}", form)

    def write(self, stem: str, form: Form) -> Path:
        """Write one workbook under ``bang`` and return its path."""
        return write(self.folder / "bang" / f"{stem}.xlsx", _rows(form))


def small_office(folder: Path, *units: str) -> Office:
    """Make the folder; ``units`` are lines of its units.csv after the head."""
    (folder / "bang").mkdir(parents=True)
    (folder / "criteria").mkdir()
    (folder / "parindex.toml").touch()
    (folder / "units.csv").write_text(HEAD + "\n".join(units), encoding="utf-8")
    for name, (first, second) in SETS.items():
        text = SET.format(id=name, first=first, second=second)
        (folder / "criteria" / f"{name}.yaml").write_text(text, encoding="utf-8")
    return Office(folder)


def _rows(form: Form) -> Grid:
    first, second = SETS[form.criteria_set or "thu"]
    appraised = form.first if form.appraised is None else form.appraised
    return [
        ["Đơn vị", form.name],
        ["Mã đơn vị", form.code or None],
        ["Kỳ đánh giá", f"Năm {form.year}"],
        ["Bộ tiêu chí", form.criteria_set or None],
        *([["Cấp", form.level]] if form.level else []),
        [],
        ["Mã", "Tiêu chí", "Điểm tối đa", "Tự chấm", "Thẩm định", "SIPAS"],
        ["1", "Chỉ đạo điều hành", first, form.first, appraised],
        ["2", "Thủ tục hành chính", second, form.second, form.second],
        ["3", "Mức độ hài lòng", 10, None, None, form.sipas],
    ]
