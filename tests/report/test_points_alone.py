"""Reports on points without percentages, and on a part of a field: each table is of what is known."""

from __future__ import annotations

from fractions import Fraction
from statistics import median

import pytest
from msgspec.structs import replace

from parcli.model.text import Lang
from parcli.report import markdown
from parcli.report.context import GroupReport, ReportContext
from parcli.report.sentences import result_sentences
from parcli.report.word import documents
from support.partial_reports import in_points, partly_known
from support.report_values import made_context
from support.report_workbooks import formulas, opened
from support.word_files import paragraphs

POINTS = in_points(partly_known(3))


def rows(text: str, heading: str) -> list[list[str]]:
    """Return the cells of the first table below a heading of Markdown, its head first."""
    lines = text[text.index(heading) :].splitlines()
    first = next(number for number, line in enumerate(lines) if line.startswith("|"))
    table = [line for line in lines[first:][: lines[first:].index("")] if not line.startswith("|-")]
    return [[cell.strip() for cell in line.split("|")[1:-1]] for line in table]


def summed_up(context: ReportContext) -> list[tuple[object, object]]:
    """Return what the sheet of summaries says of the first block: labels and values."""
    sheet = opened(context, values=True)["Tổng hợp"]
    cells = [(row[1], row[2]) for row in sheet.iter_rows(min_row=1, max_row=14, values_only=True)]
    start = next(n for n, (label, _) in enumerate(cells) if label == "Số đơn vị")
    return [each for each in cells[start + 2 :][:4] if each[0]]


def shown(value: Fraction | None) -> str:
    return f"{float(value or 0):.2f}".replace(".", ",")


def test_a_decision_says_what_is_known_of_points() -> None:
    said = paragraphs(documents.render(POINTS, "vi"))
    known = result_sentences(POINTS, POINTS.level, "vi")

    assert 3 <= len(known)
    assert set(known) <= set(said)


def test_markdown_sums_points_up_without_a_mean() -> None:
    points = [unit.points or Fraction(0) for unit in POINTS.units]
    head, row, *_ = rows(markdown.render(POINTS, "vi"), "## Tổng quan")

    assert ["Nhóm", "Số đơn vị", "Trung vị (điểm)", "Cao nhất (điểm)", "Thấp nhất (điểm)"] == head
    assert ["3", *map(shown, (median(points), max(points), min(points)))] == row[1:]


@pytest.mark.parametrize(
    ("lang", "said"), [("vi", "Chỉ tính các đơn vị đã biết."), ("en", "Of the known units")]
)
def test_markdown_says_that_figures_are_of_a_part(lang: Lang, said: str) -> None:
    assert said in markdown.render(POINTS, lang)
    assert said not in markdown.render(made_context(3), lang)


def test_markdown_sums_nobody_up_who_is_alone() -> None:
    assert "| Nhóm |" not in markdown.render(partly_known(1), "vi")
    assert "| Nhóm |" in markdown.render(partly_known(2), "vi")


def test_a_region_of_points_beside_others_of_percentages_has_none() -> None:
    context = made_context(3)
    alone = replace(
        context,
        regions=(_region(POINTS.level, "Bắc", context), replace(context.level, kind="region", id="Nam")),
    )
    _, north, south = rows(markdown.render(alone, "vi"), "### Theo vùng")

    assert (["–"] * 4, 4) == (north[2:], len([cell for cell in south[2:] if cell != "–"]))


def test_a_ranking_has_no_column_that_is_empty() -> None:
    plain, *_ = rows(markdown.render(made_context(3), "vi"), "## Xếp hạng")
    bare, *_ = rows(markdown.render(POINTS, "vi"), "## Xếp hạng")

    assert ["Điểm", "Điểm tối đa", "Tỷ lệ (%)", "Xếp loại"] == plain[2:6]
    assert ["Hạng", "Đơn vị", "Điểm"] == bare[:3]
    assert set(plain[3:6]).isdisjoint(bare)


def test_without_percentages_of_areas_there_is_no_table_of_them() -> None:
    assert "Tỷ lệ đạt theo lĩnh vực (%)" in markdown.render(made_context(3), "vi")
    assert "lĩnh vực" not in markdown.render(POINTS, "vi").lower().partition("## chi tiết")[0]


def test_the_sheet_of_summaries_is_of_points() -> None:
    points = [unit.points or Fraction(0) for unit in POINTS.units]

    assert [
        ("Trung vị (điểm)", float(median(points))),
        ("Cao nhất (điểm)", float(max(points))),
        ("Thấp nhất (điểm)", float(min(points))),
    ] == summed_up(POINTS)[:3]
    assert any("MEDIAN" in each for cell, each in formulas(opened(POINTS)).items() if "Tổng hợp" in cell)


def test_the_sheet_of_summaries_is_else_of_percentages() -> None:
    assert ["Bình quân (%)", "Trung vị (%)", "Cao nhất (%)", "Thấp nhất (%)"] == [
        label for label, _ in summed_up(made_context(3))
    ]


def test_the_sheet_of_summaries_says_that_figures_are_of_a_part() -> None:
    assert "Chỉ tính các đơn vị đã biết." in _cells(POINTS)
    assert "Chỉ tính các đơn vị đã biết." not in _cells(made_context(3))


def _cells(context: ReportContext) -> set[object]:
    return {cell for row in opened(context)["Tổng hợp"].iter_rows(values_only=True) for cell in row}


def _region(group: GroupReport, name: str, context: ReportContext) -> GroupReport:
    return replace(group, kind="region", id=name, units=context.level.units, partial=False)
