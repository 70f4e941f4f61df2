"""The council's summary: its sums and ranks are right when worked out, and it is read unit by unit."""

from __future__ import annotations

import io
from fractions import Fraction
from pathlib import Path

import pytest
from msgspec.structs import replace
from openpyxl import Workbook, load_workbook

from parcli.criteria.library import Library
from parcli.model.period import Period
from parcli.model.score import ScoreStage
from parcli.model.unit import Unit
from parcli.scoring.engine import score
from parcli.workbook.match import to_assessment
from parcli.workbook.reading import read_forms
from parcli.workbook.template.council import CouncilHead, council_bytes
from support.made_templates import MADE_AT
from support.recalculated import recalculated

NAMES = ("UBND xã Tân Lập", "=HYPERLINK(1)", "UBND xã Hòa Bình")
SET = Library().get("commune-2025").criteria_set
HEAD = CouncilHead(
    SET, tuple(Unit(name, level="commune") for name in NAMES), Period(2025), MADE_AT, "Sở Nội vụ"
)
APPRAISED, SECOND, CLAIMED = "Thẩm định lần 1", "Thẩm định lần 2", "Tự chấm"
AREAS, RESULTS = "Theo lĩnh vực", "Kết quả"
_FIRST_UNIT = 4
_AREA_HEAD, _AREA_FIRST = 7, 10


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """Return the summary as a file."""
    path = tmp_path / "summary.xlsx"
    path.write_bytes(council_bytes(HEAD))
    return path


def test_a_cell_is_open_for_each_unit_and_leaf_that_is_scored_there() -> None:
    book = load_workbook(io.BytesIO(council_bytes(HEAD)))
    leaves = (*SET.leaves(), *SET.adjustment_items())
    scored = {
        APPRAISED: leaves,
        SECOND: leaves,
        CLAIMED: [leaf for leaf in leaves if leaf.scored_by == "self"],
    }
    for name, filled in scored.items():
        sheet = book[name]
        open_cells = {
            (row[0].value, cell.column)
            for row in sheet.iter_rows()
            for cell in row
            if not cell.protection.locked
        }
        assert {(leaf.code, _FIRST_UNIT + unit) for leaf in filled for unit in range(3)} == open_cells


@pytest.mark.parametrize("name", [AREAS, RESULTS])
def test_nothing_can_be_entered_where_all_is_worked_out(name: str) -> None:
    sheet = load_workbook(io.BytesIO(council_bytes(HEAD)))[name]

    assert {True} == {cell.protection.locked for row in sheet.iter_rows() for cell in row}


def test_a_name_never_becomes_a_formula() -> None:
    book = load_workbook(io.BytesIO(council_bytes(HEAD)))
    cells = [
        cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value == "=HYPERLINK(1)"
    ]

    assert ["s"] * 5 == [cell.data_type for cell in cells]


def test_the_summary_is_read_as_one_form_for_each_unit(written: Path) -> None:
    forms = read_forms(written)

    assert list(NAMES) == [form.unit_name for form in forms]
    assert {"sheets-joined", "sheet-is-summary"} <= {each.code for form in forms for each in form.findings}
    assert {frozenset({"self", "appraised_1", "appraised_2"})} == {form.stages for form in forms}


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
    said = [cell.column for cell in sheet[6] if cell.value == "Điểm thẩm định lần 1"]

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
    rank = next(cell.column for cell in by_area[_AREA_HEAD] if cell.value == "Xếp hạng")
    assert ["1", "3", "2"] == [by_area.cell(_AREA_FIRST + unit, rank).value for unit in range(3)]
    first = SET.areas()[0]
    assert float(first.max_points) == pytest.approx(by_area.cell(_AREA_FIRST, 3).value)
    most = first.max_points - left_out.max_points
    lost = forbidding.max_points if forbidding in first.walk() else 0
    assert float((most - lost) / 2 / most) == pytest.approx(by_area.cell(_AREA_FIRST + 1, 7).value)


def _fill_two_rounds(book: Workbook) -> None:
    """Give the second unit full marks everywhere, then take the first leaf away and excuse another one."""
    excused = next(leaf for leaf in SET.leaves()[1:] if leaf.not_applicable == "exclude")
    filled: dict[str, dict[str, float | str]] = {
        APPRAISED: {leaf.code: float(leaf.max_points) for leaf in SET.leaves()},
        CLAIMED: {leaf.code: float(leaf.max_points) for leaf in SET.leaves() if leaf.scored_by == "self"},
        SECOND: {SET.leaves()[0].code: 0, excused.code: "Không áp dụng"},
    }
    for name, answers in filled.items():
        for row in range(8, book[name].max_row + 1):
            code = str(book[name].cell(row, 1).value)
            if code in answers:
                book[name].cell(row, _FIRST_UNIT + 1).value = answers[code]


@pytest.mark.office
def test_the_second_round_counts_where_it_says_something(tmp_path: Path, written: Path) -> None:
    book = load_workbook(written)
    _fill_two_rounds(book)
    book.save(written)
    (made,) = recalculated([written], tmp_path)
    shown = load_workbook(made, data_only=True)
    by_hand = SET.leaves()[0].max_points
    excused = next(leaf for leaf in SET.leaves()[1:] if leaf.not_applicable == "exclude").max_points
    total, most = float(100 - by_hand - excused), float(100 - excused)
    results = [shown[RESULTS].cell(9, column).value for column in range(1, 10)]

    assert ("1", "=HYPERLINK(1)") == tuple(results[:2])
    assert [total, round(total / most, 4)] == pytest.approx(results[-2:])
    assert total == pytest.approx(sum(float(str(each)) for each in results[2:-2]))
    first = [shown[AREAS].cell(_AREA_FIRST + 1, column).value for column in range(2, 8)]
    area, taken = SET.areas()[0].max_points, by_hand + excused
    claimed = sum(leaf.max_points for leaf in SET.areas()[0].walk() if leaf.scored_by == "self" and leaf.rule)
    expected = (claimed, area, taken, area - taken, area - taken - claimed)
    assert [float(each) for each in expected] == pytest.approx(first[:5])
    assert float((area - taken) / (area - excused)) == pytest.approx(first[5])


@pytest.mark.office
@pytest.mark.parametrize("stage", ["self", "final"])
def test_sums_of_the_second_round_are_no_mistakes(stage: ScoreStage, tmp_path: Path, written: Path) -> None:
    book = load_workbook(written)
    _fill_two_rounds(book)
    book.save(written)
    (made,) = recalculated([written], tmp_path)
    form = read_forms(made)[1]
    unit = Unit(form.unit_name, level="commune")
    found = score(SET, to_assessment(form, SET, unit=unit, period=Period(2025)), stage=stage).findings

    assert set() == {each.code for each in found} & {"sum-differs", "total-differs"}


def test_form_e_has_its_heads_below_each_area_and_the_total() -> None:
    sheet = load_workbook(io.BytesIO(council_bytes(HEAD)))[AREAS]
    heads = [cell.value for cell in sheet[_AREA_FIRST - 1] if cell.value]
    groups = len(SET.areas()) + len(SET.adjustments) + 1

    assert ["TC", "TĐ", "Bị trừ", "Tổng", "Chênh lệch", "Tỷ lệ"] * groups == heads
    assert "Tổng cộng" == [cell.value for cell in sheet[_AREA_HEAD] if cell.value][-2]


def test_form_f_lists_rank_unit_points_and_those_of_others() -> None:
    sheet = load_workbook(io.BytesIO(council_bytes(HEAD)))[RESULTS]
    top, below = ([cell.value for cell in sheet[row] if cell.value] for row in (6, 7))

    points = ["Điểm thẩm định", "Điểm tác động", "Điểm cộng, điểm trừ", "Tổng điểm", "Tỷ lệ (%)"]
    assert ["Xếp hạng", "Tên đơn vị", *points] == top
    assert ["Điều tra XHH", "Điểm nhập", "Lãnh đạo đánh giá"] == below


@pytest.mark.parametrize("name", [APPRAISED, SECOND, CLAIMED, AREAS])
def test_the_official_heading_stands_whole_on_every_page_across(name: str) -> None:
    units = tuple(Unit(f"UBND xã số {number}", level="commune") for number in range(1, 26))
    sheet = load_workbook(io.BytesIO(council_bytes(replace(HEAD, units=units))))[name]
    breaks = [each.id for each in sheet.col_breaks.brk]
    title = sheet.print_title_cols
    assert title is not None
    repeated = sheet[title.rpartition(":")[2].lstrip("$") + "1"].column
    starts = [repeated + 1, *(each + 1 for each in breaks)]
    merged = {(each.min_row, each.min_col): each.max_col for each in sheet.merged_cells.ranges}

    for row, words in ((1, "SỞ NỘI VỤ"), (3, "NĂM 2025")):
        said = [cell.column for cell in sheet[row] if words in str(cell.value)]
        assert starts == said
    for start, after in zip(starts, [*starts[1:], 10_000], strict=True):
        across = [end for (row, col), end in merged.items() if row < 6 and start <= col < after]
        assert max(across) < after
    motto = [cell.column for cell in sheet[1] if cell.value == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]
    assert len(starts) == len(motto)
