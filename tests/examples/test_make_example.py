"""The example workbooks: what is committed is what the script makes, and every criterion is answered."""

from __future__ import annotations

import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
import yaml
from openpyxl.worksheet.worksheet import Worksheet

from parcli.criteria.library import load_set

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples"
NAMES = ("workbook.xlsx", "case_c.xlsx")
SUMMED = ("Điểm tối đa", "Tự đánh giá", "Thẩm định lần 1", "Thẩm định lần 2")


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(EXAMPLES / "make_example.py"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("example")
    assert run(str(folder)).stderr == ""
    return folder


def sheet_of(path: Path, *, cached: bool = False) -> Worksheet:
    sheet = openpyxl.load_workbook(path, data_only=cached).active
    assert isinstance(sheet, Worksheet)
    return sheet


def cells(path: Path) -> dict[str, tuple[object, str, bool]]:
    rows = sheet_of(path).iter_rows()
    return {
        cell.coordinate: (cell.value, cell.number_format, bool(cell.font.bold))
        for row in rows
        for cell in row
        if cell.value is not None
    }


@pytest.mark.parametrize("name", NAMES)
def test_committed_workbook_is_what_the_script_makes(made: Path, name: str) -> None:
    assert cells(made / name) == cells(EXAMPLES / name)


@pytest.mark.parametrize("name", NAMES)
def test_second_run_gives_the_same_bytes(made: Path, name: str, tmp_path: Path) -> None:
    run(str(tmp_path))
    assert (tmp_path / name).read_bytes() == (made / name).read_bytes()


def test_script_without_a_folder_says_how_it_is_used() -> None:
    done = run()
    assert (done.returncode, done.stderr) == (2, "usage: python examples/make_example.py FOLDER\n")


def test_answers_cover_every_leaf_and_adjustment() -> None:
    raw = yaml.safe_load((EXAMPLES / "department-2023-answers.yaml").read_text(encoding="utf-8"))
    criteria_set = load_set(ROOT / "criteria" / "department-2023.yaml").criteria_set
    nodes = (*criteria_set.leaves(), *criteria_set.adjustment_items())
    assert set(raw["answers"]) == {node.code for node in nodes}


def test_rows_stand_in_the_official_order() -> None:
    sheet = sheet_of(EXAMPLES / "workbook.xlsx")
    criteria_set = load_set(ROOT / "criteria" / "department-2023.yaml").criteria_set
    codes = [node.code for node in criteria_set.walk()]
    for block in criteria_set.adjustments:
        codes += [block.code, *(item.code for item in block.items)]
    column = [cell.value for cell in sheet["A"] if cell.row > header_row(sheet)]
    assert [value for value in column if isinstance(value, str) and value[0].isdigit()] == codes


def header_row(sheet: Worksheet) -> int:
    """Return the lower of the two header rows."""
    return 1 + int(next(cell.row for cell in sheet["A"] if cell.value == "STT"))


def test_unit_and_period_stand_in_labelled_cells() -> None:
    sheet = sheet_of(EXAMPLES / "workbook.xlsx")
    labelled = {sheet.cell(row, 2).value: sheet.cell(row, 3).value for row in range(1, header_row(sheet) - 1)}
    assert {key: labelled[key] for key in labelled if key} == {
        "Đơn vị:": "Sở Xây dựng",
        "Cấp:": "Sở, ban, ngành",
        "Khối:": "Khối sở quản lý ngành, lĩnh vực",
        "Kỳ đánh giá:": "Năm 2023",
        "Bộ tiêu chí:": "department-2023",
    }


def test_every_total_carries_the_value_of_its_formula() -> None:
    formulas = sheet_of(EXAMPLES / "workbook.xlsx")
    values = sheet_of(EXAMPLES / "workbook.xlsx", cached=True)
    wrong = []
    totals = 0
    for row in formulas.iter_rows(min_row=header_row(formulas) + 1):
        for cell in row:
            if not isinstance(cell.value, str) or not cell.value.startswith("=SUM("):
                continue
            totals += 1
            parts = cell.value.removeprefix("=SUM(").removesuffix(")").split(",")
            numbers = [values[part].value for part in parts]
            expected = sum(Decimal(str(n)) for n in numbers if isinstance(n, int | float))
            if Decimal(str(values[cell.coordinate].value)) != expected:
                wrong.append(cell.coordinate)
    assert (totals > len(SUMMED), wrong) == (True, [])


def test_case_c_stands_cell_by_cell_as_printed() -> None:
    case = yaml.safe_load((EXAMPLES / "case-c.yaml").read_text(encoding="utf-8"))
    rows = sheet_of(EXAMPLES / "case_c.xlsx").iter_rows(min_row=4, values_only=True)
    assert [list(row) for row in rows] == [case["header"], *case["rows"], case["footer"]]


def test_case_c_keeps_the_comma_as_text() -> None:
    assert sheet_of(EXAMPLES / "case_c.xlsx")["C7"].value == "10,86"
