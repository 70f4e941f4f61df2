"""The council's summary: its sums and ranks are right when worked out, and it is read unit by unit."""

from __future__ import annotations

import io
from fractions import Fraction
from pathlib import Path

import pytest
from msgspec.structs import replace
from openpyxl import load_workbook

from parcli.criteria.library import Library
from parcli.model.period import Period
from parcli.model.unit import Unit
from parcli.workbook.reading import read_forms
from parcli.workbook.template.council import CouncilHead, council_bytes
from support.made_templates import MADE_AT
from support.recalculated import recalculated

NAMES = ("UBND xã Tân Lập", "=HYPERLINK(1)", "UBND xã Hòa Bình")
SET = Library().get("commune-2025").criteria_set
HEAD = CouncilHead(
    SET, tuple(Unit(name, level="commune") for name in NAMES), Period(2025), MADE_AT, "Sở Nội vụ"
)
APPRAISED, CLAIMED, AREAS = "Thẩm định", "Tự chấm", "Theo lĩnh vực"
_FIRST_UNIT = 4


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """Return the summary as a file."""
    path = tmp_path / "summary.xlsx"
    path.write_bytes(council_bytes(HEAD))
    return path


def test_a_cell_is_open_for_each_unit_and_leaf_that_is_scored_there() -> None:
    book = load_workbook(io.BytesIO(council_bytes(HEAD)))
    leaves = (*SET.leaves(), *SET.adjustment_items())
    scored = {APPRAISED: leaves, CLAIMED: [leaf for leaf in leaves if leaf.scored_by == "self"]}
    for name, filled in scored.items():
        sheet = book[name]
        open_cells = {
            (row[0].value, cell.column)
            for row in sheet.iter_rows()
            for cell in row
            if not cell.protection.locked
        }
        assert {(leaf.code, _FIRST_UNIT + unit) for leaf in filled for unit in range(3)} == open_cells


def test_nothing_can_be_entered_by_area() -> None:
    sheet = load_workbook(io.BytesIO(council_bytes(HEAD)))[AREAS]

    assert {True} == {cell.protection.locked for row in sheet.iter_rows() for cell in row}


def test_a_name_never_becomes_a_formula() -> None:
    book = load_workbook(io.BytesIO(council_bytes(HEAD)))
    cells = [
        cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value == "=HYPERLINK(1)"
    ]

    assert ["s", "s", "s"] == [cell.data_type for cell in cells]


def test_the_summary_is_read_as_one_form_for_each_unit(written: Path) -> None:
    forms = read_forms(written)

    assert list(NAMES) == [form.unit_name for form in forms]
    assert {"sheets-joined", "sheet-is-summary"} <= {each.code for form in forms for each in form.findings}
    assert {frozenset({"self", "appraised_1"})} == {form.stages for form in forms}


def _filled(written: Path, shares: dict[str, float]) -> None:
    """Fill in the first unit's points, a share of the maximum on each sheet, and work nothing out."""
    book = load_workbook(written)
    leaves = (*SET.leaves(), *SET.adjustment_items())
    most = {leaf.code: float(leaf.max_points) for leaf in leaves if leaf.scored_by == "self"}
    for name, share in shares.items():
        sheet = book[name]
        for row in range(1, sheet.max_row + 1):
            code = str(sheet.cell(row, 1).value)
            if code in most:
                sheet.cell(row, _FIRST_UNIT).value = most[code] * share
    book.save(written)


def test_each_stage_has_the_points_of_its_own_sheet(written: Path) -> None:
    _filled(written, {APPRAISED: 0.5, CLAIMED: 1})
    (form, *_) = read_forms(written)
    first = next(row for row in form.rows if row.codes and row.codes[0] == SET.leaves()[0].code)

    assert [SET.leaves()[0].max_points * share for share in (1, Fraction(1, 2))] == [
        first.at(role).number for role in ("self", "appraised_1")
    ]
    assert [f"'{CLAIMED}'!D10", f"'{APPRAISED}'!D10"] == [
        first.at(role).place for role in ("self", "appraised_1")
    ]


def test_one_line_titles_have_rows_of_one_height() -> None:
    sheet = load_workbook(io.BytesIO(council_bytes(HEAD)))[APPRAISED]
    short = [row for row in range(10, sheet.max_row + 1) if len(str(sheet.cell(row, 2).value)) < 35]

    assert 1 == len({sheet.row_dimensions[row].height for row in short if sheet.cell(row, 1).value})


def test_what_the_columns_hold_is_said_on_every_page_across() -> None:
    units = tuple(Unit(f"UBND xã số {number}", level="commune") for number in range(1, 26))
    sheet = load_workbook(io.BytesIO(council_bytes(replace(HEAD, units=units))))[APPRAISED]
    said = [cell.column for cell in sheet[6] if cell.value == "Điểm thẩm định"]

    assert [4, 14, 24] == said
    assert [13, 23] == [each.id for each in sheet.col_breaks.brk]


@pytest.mark.office
def test_worked_out_totals_shares_and_ranks_are_right(tmp_path: Path, written: Path) -> None:
    book = load_workbook(written)
    sheet = book[APPRAISED]
    left_out = next(leaf for leaf in SET.leaves() if leaf.not_applicable == "exclude")
    forbidding = next(leaf for leaf in SET.leaves() if leaf.not_applicable == "forbidden")
    for row in range(1, sheet.max_row + 1):
        leaf = next((each for each in SET.leaves() if each.code == sheet.cell(row, 1).value), None)
        if leaf is not None:
            for unit, part in enumerate((1, 0.5, 0.5)):
                sheet.cell(row, _FIRST_UNIT + unit).value = float(leaf.max_points) * part
            if leaf in (left_out, forbidding):
                sheet.cell(row, _FIRST_UNIT + 1).value = "Không áp dụng"
    book.save(written)
    (made,) = recalculated([written], tmp_path)
    sheet = load_workbook(made, data_only=True)[APPRAISED]
    foot = {
        sheet.cell(row, 2).value: [sheet.cell(row, _FIRST_UNIT + unit).value for unit in range(3)]
        for row in range(sheet.max_row - 3, sheet.max_row + 1)
    }

    rest, half = SET.total - left_out.max_points, SET.total / 2
    points = (rest - forbidding.max_points) / 2  # the word is worth nothing there, and the maximum stays
    assert [100, float(points), float(half)] == pytest.approx(foot["Tổng cộng"])
    assert [100, float(rest), 100] == pytest.approx(foot["Điểm tối đa áp dụng"])
    assert [1, round(float(points / rest), 4), 0.5] == pytest.approx(foot["Tỷ lệ (%)"])
    assert [1, 3, 2] == foot["Xếp hạng"]
    by_area = load_workbook(made, data_only=True)[AREAS]
    assert ["1", "3", "2"] == [by_area.cell(row, by_area.max_column).value for row in (7, 8, 9)]
    first = SET.areas()[0]
    assert float(first.max_points) == pytest.approx(by_area.cell(7, 3).value)
    most = first.max_points - left_out.max_points
    lost = forbidding.max_points if forbidding in first.walk() else 0
    assert float((most - lost) / 2 / most) == pytest.approx(by_area.cell(8, 5).value)
