"""The workbook of a report: its sheets and figures, names that come out literally, equal bytes."""

from __future__ import annotations

import re
from datetime import timedelta
from fractions import Fraction
from typing import Any

import pytest
from msgspec.structs import replace
from openpyxl.utils.escape import unescape
from openpyxl.worksheet.worksheet import Worksheet

from parcli.model.text import Lang, Text
from parcli.report.context import ReportContext, UnitReport
from parcli.report.excel.book import render
from parcli.report.excel.ranking_sheet import FIRST_ROW
from support.report_values import HOSTILE_NAMES, MADE_AT, made_context
from support.report_workbooks import formulas, opened, part, parts

LANGS: tuple[Lang, ...] = ("vi", "en")
SHEETS = {
    "vi": [
        "Giới thiệu",
        "Xếp hạng",
        "Lĩnh vực",
        "Tổng hợp",
        "Tiêu chí",
        "Các kỳ",
        "Điểm mất",
        "Biểu đồ",
        "Phương pháp",
    ],
    "en": ["About", "Ranking", "Areas", "Summary", "Criteria", "Periods", "Points lost", "Charts", "Method"],
}
HOSTILE = (
    *HOSTILE_NAMES,
    "@SUM(A1)",
    "{=1+1}",
    "+cmd|' /C calc'!A0",
    "-1",
    "http://example.org/",
    "Tên\x01 có \x1f ký tự điều khiển",
    "Tên rất dài " * 40,
)


def sheet(context: ReportContext, name: str, *, values: bool = True) -> Worksheet:
    found = opened(context, values=values)[name]
    assert isinstance(found, Worksheet)
    return found


def column(context: ReportContext, head: str, name: str = "Xếp hạng") -> list[Any]:
    """Return the values of a column below its head."""
    rows = list(sheet(context, name).iter_rows(values_only=True))
    col = next(row.index(head) for row in rows if head in row)
    return [row[col] for row in rows[FIRST_ROW : FIRST_ROW + len(context.units)]]


def in_order(context: ReportContext) -> list[UnitReport]:
    """Return the units block by block, as the workbook has them."""
    return [unit for block in context.blocks for unit in context.members(block)]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("units", [1, 2, 30])
def test_sheets_stand_in_the_readers_order(units: int, lang: Lang) -> None:
    assert SHEETS[lang] == opened(made_context(units), lang).sheetnames


def test_a_report_of_nobody_says_so() -> None:
    cells = {cell.value for row in sheet(made_context(0), "Xếp hạng").iter_rows() for cell in row}

    assert "Chưa có đơn vị nào có kết quả." in cells


def test_the_ranking_holds_the_published_figures() -> None:
    context = made_context(30)
    units = in_order(context)

    assert [float(unit.percent or 0) for unit in units] == column(context, "Chỉ số (%)")
    assert [float(unit.points or 0) for unit in units] == column(context, "Tổng điểm")
    assert [unit.rank.rank for unit in units if unit.rank] == column(context, "Xếp hạng")
    assert [unit.block_rank.rank for unit in units if unit.block_rank] == column(context, "Hạng khối")
    assert [unit.grade.vi for unit in units if unit.grade] == column(context, "Xếp loại")


def test_points_of_criteria_are_exact() -> None:
    context = made_context(2)
    unit = in_order(context)[0]
    rows = list(sheet(context, "Tiêu chí").iter_rows(values_only=True))
    shown = {row[0]: row[3] for row in rows if row[0]}

    assert {node.code: float(node.points) for node in unit.nodes} == {
        node.code: shown[node.code] for node in unit.nodes
    }


def test_criteria_stand_in_the_official_order_with_their_maxima() -> None:
    context = made_context(1)
    nodes = context.units[0].nodes
    rows = sheet(context, "Tiêu chí").iter_rows(values_only=True)
    codes = {node.code for node in nodes}

    assert [(node.code, float(node.max_points)) for node in nodes] == [
        (row[0], row[2]) for row in rows if row[0] in codes
    ]


def test_units_stand_below_each_other_where_columns_would_be_too_many() -> None:
    context = made_context(201, years=1, areas=2)
    found = sheet(context, "Tiêu chí")

    assert 201 == sum(isinstance(row[0], int) for row in found.iter_rows(values_only=True))
    assert found.max_column < 20


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_comes_out_literally(name: str) -> None:
    context = made_context(2, names=(name,))

    # openpyxl leaves control characters as the file escapes them, Excel does not
    assert name in [unescape(each) for each in column(context, "Tên đơn vị")]


def test_no_text_becomes_a_formula_or_a_link() -> None:
    plain, hostile = made_context(len(HOSTILE)), made_context(len(HOSTILE), names=HOSTILE)

    assert set(formulas(opened(plain))) == set(formulas(opened(hostile)))
    assert {"internal"} == {
        "internal" if 'location="' in link else link
        for text in parts(render(hostile, "vi"), r"xl/worksheets/sheet\d+\.xml").values()
        for link in re.findall(r"<hyperlink [^>]*>", text)
    }


def test_a_name_that_is_too_long_for_a_cell_is_cut_and_says_so() -> None:
    (name,) = column(made_context(1, names=("a" * 40_000,)), "Tên đơn vị")

    assert (32_767, "…") == (len(name), name[-1])


def test_a_unit_without_a_rank_stands_last_with_the_reason() -> None:
    context = made_context(3, years=1)
    units = [
        replace(context.units[0], rank=None, block_rank=None, not_ranked="incomplete"),
        *context.units[1:],
    ]
    context = replace(context, units=tuple(units))

    assert units[0].name == column(context, "Tên đơn vị")[-1]
    assert [True, True, False] == [rank is not None for rank in column(context, "Xếp hạng")]
    assert column(context, "Ghi chú")[-1]


def test_a_unit_without_a_result_has_an_empty_row() -> None:
    context = made_context(2, years=1)
    nothing = UnitReport("X", "unit-9", "Sở chưa nộp", block="so", not_ranked="no-result")
    blocks = tuple(replace(each, units=(*each.units, "X")) for each in context.blocks)
    context = replace(context, units=(*context.units, nothing), blocks=blocks)

    assert "Sở chưa nộp" == column(context, "Tên đơn vị")[-1]
    assert None is column(context, "Tổng điểm")[-1]


def test_results_without_criteria_leave_out_their_sheet() -> None:
    context = made_context(3)
    units = tuple(replace(unit, nodes=(), origin="published") for unit in context.units)
    context = replace(context, units=units)

    assert "Tiêu chí" not in opened(context).sheetnames
    assert [float(unit.points or 0) for unit in in_order(context)] == column(context, "Tổng điểm")


def test_the_sheet_of_one_unit_is_a_workbook_too() -> None:
    context = made_context(5)
    context = replace(
        context, units=context.units[2:3], head=replace(context.head, unit=context.units[2].key)
    )

    assert [context.units[0].name] == column(context, "Tên đơn vị")


def test_figures_keep_every_decimal_that_somebody_printed() -> None:
    context = made_context(1)
    unit = replace(context.units[0], percent=Fraction("83.286"), nodes=())
    found = sheet(replace(context, units=(unit,)), "Xếp hạng")
    formats = {cell.number_format for row in found.iter_rows() for cell in row if cell.value == 83.286}

    assert {"0.000"} == formats


def test_a_draft_and_an_illustrative_set_are_marked_on_every_sheet() -> None:
    book = opened(made_context(2))
    marked = {
        found.title
        for found in book
        for row in found.iter_rows(max_row=8, values_only=True)
        if any(str(value).startswith("DỰ THẢO. Chấm theo bộ tiêu chí minh họa") for value in row)
    }

    assert set(book.sheetnames) == marked


def test_equal_reports_are_equal_bytes() -> None:
    assert render(made_context(5), "vi") == render(made_context(5), "vi")


def test_only_the_time_differs_between_reports_made_at_two_times() -> None:
    context = made_context(3)
    later = replace(context, head=replace(context.head, made_at=MADE_AT + timedelta(days=1)))
    first, second = (parts(render(each, "vi"), r".*") for each in (context, later))
    timeless = {name for name in first if first[name] == second[name]}
    sheets = {name for name in first if name.startswith("xl/worksheets/sheet")}

    assert set(first) - sheets - {"docProps/core.xml", "xl/sharedStrings.xml"} <= timeless


def test_no_person_is_the_author() -> None:
    core = part(render(made_context(1), "vi"), "docProps/core.xml")

    assert "<dc:creator></dc:creator>" in core
    assert "<cp:lastModifiedBy></cp:lastModifiedBy>" in core


def test_own_words_that_are_no_sheet_names_are_made_some() -> None:
    own = {
        "xl-sheet-ranking": Text("Kết quả [xếp hạng] của các đơn vị: năm", "Ranking"),
        "xl-sheet-areas": Text("Tiêu chí", "Areas"),
    }
    names = opened(replace(made_context(1), own_words=own)).sheetnames

    assert ["Kết quả xếp hạng của các đơn vị", "Tiêu chí", "Tổng hợp", "Tiêu chí 2"] == names[1:5]
