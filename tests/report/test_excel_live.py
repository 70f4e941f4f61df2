"""Formulas of a report's workbook: LibreOffice comes to the very figures that were written beside them."""

from __future__ import annotations

import re
import zipfile
from fractions import Fraction
from pathlib import Path

import pytest
from msgspec.structs import replace
from openpyxl import load_workbook

from parcli.report.context import ReportContext
from parcli.report.excel.book import render
from parcli.report.excel.rank_formulas import rank_formula
from support.partial_reports import in_points, partly_known
from support.random_reports import random_context
from support.recalculated import recalculated
from support.report_values import HOSTILE_NAMES, made_context
from support.report_workbooks import changed, formulas

RANDOM = 8


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("workbooks")
    contexts = {f"made-{units}": made_context(units) for units in (0, 1, 2, 30)}
    contexts["hostile"] = made_context(5, names=HOSTILE_NAMES)
    contexts["long"] = made_context(203, areas=2)
    contexts["published"] = _published(made_context(6))
    contexts["points"] = in_points(partly_known(5))
    contexts |= {f"random-{seed}": random_context(seed) for seed in range(RANDOM)}
    return [_saved(folder / f"{name}.xlsx", context) for name, context in contexts.items()]


@pytest.mark.office
def test_every_formula_comes_to_what_was_written(written: list[Path], tmp_path: Path) -> None:
    pairs = zip(written, recalculated(written, tmp_path), strict=True)

    assert [] == [f"{path.name}: {cell}" for path, again in pairs for cell in changed(path, again)]


@pytest.mark.office
def test_a_figure_that_is_not_its_formulas_would_be_seen(tmp_path: Path) -> None:
    path = _saved(tmp_path / "wrong.xlsx", made_context(2))
    _spoil(path)
    (again,) = recalculated([path], tmp_path)

    assert [] != list(changed(path, again))


@pytest.mark.parametrize("units", [1, 2, 30])
def test_what_is_worked_out_is_a_formula(units: int, tmp_path: Path) -> None:
    found = formulas(load_workbook(_saved(tmp_path / "a.xlsx", made_context(units))))
    sheets = {place.partition("!")[0] for place in found}

    assert {"Xếp hạng", "Lĩnh vực", "Tổng hợp", "Tiêu chí"} <= sheets
    assert units <= sum("RANK(" in text for place, text in found.items() if place.startswith("Xếp hạng!"))


def test_a_total_that_no_formula_comes_to_is_a_plain_number(tmp_path: Path) -> None:
    context = made_context(1, years=1)
    odd = replace(context.units[0], points=Fraction("12.34"), percent=Fraction("56.78"))
    path = _saved(tmp_path / "a.xlsx", replace(context, units=(odd,)))
    cells = {cell.value for row in load_workbook(path)["Tiêu chí"].iter_rows() for cell in row}

    assert {12.34, 56.78} <= cells


@pytest.mark.parametrize(
    ("ranks", "formula"),
    [
        ([1, 2, 2, 4], "RANK(b,all)"),
        ([1, 2, 3, 4], "RANK(b,all)+COUNTIF(down,b)-1"),
        ([1, 2, 2, 3], "ROUND(1+SUMPRODUCT((all>b)/COUNTIF(all,all)),0)"),
        ([1, 3, 2, 4], None),
        ([1, 2, None, 4], None),
    ],
)
def test_ties_are_said_as_the_set_says_them(ranks: list[int | None], formula: str | None) -> None:
    found = rank_formula([Fraction(9), Fraction(8), Fraction(8), Fraction(7)], ranks)

    assert formula == (None if found is None else found("b", "all", "down"))


def test_units_without_a_value_are_ranked_by_no_formula() -> None:
    assert rank_formula([Fraction(1), None], [1, None]) is None


def _saved(path: Path, context: ReportContext) -> Path:
    path.write_bytes(render(context, "vi"))
    return path


def _published(context: ReportContext) -> ReportContext:
    units = (replace(unit, nodes=(), losses=(), origin="published") for unit in context.units)
    return replace(context, units=tuple(units))


def _spoil(path: Path) -> None:
    """Put another number beside a formula of the ranking."""
    with zipfile.ZipFile(path) as archive:
        contents = {name: archive.read(name) for name in archive.namelist()}
    name = "xl/worksheets/sheet2.xml"
    contents[name] = re.sub(rb"</f><v>[0-9.]+</v>", b"</f><v>99</v>", contents[name], count=1)
    with zipfile.ZipFile(path, "w") as archive:
        for part, content in contents.items():
            archive.writestr(part, content)
