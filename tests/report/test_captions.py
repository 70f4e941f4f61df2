"""A caption explains what its drawing shows, and nothing that is not there."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import replace

from parcli.report.block_charts import blocks_of, distribution_chart, ranking_chart
from parcli.report.context import ReportContext
from parcli.report.html.page import render
from parcli.report.saying import Saying, saying_of
from support.report_values import made_context


def _saying(context: ReportContext) -> Saying:
    return saying_of(context, "vi")


def _ranking(context: ReportContext) -> str:
    say = _saying(context)
    chart = ranking_chart(blocks_of(context, say)[0], say)
    assert chart is not None
    return chart.caption


def _points_alone(context: ReportContext) -> ReportContext:
    """Return a report in which nobody has a percentage."""
    bare = tuple(replace(unit, percent=None) for unit in context.units)
    summary = replace(context.level.summary, mean=None)
    groups = tuple(replace(each, summary=summary, axis=None) for each in context.blocks)
    return replace(context, units=bare, blocks=groups)


def test_a_mean_that_is_drawn_is_named() -> None:
    assert _ranking(made_context(4)) == "Kết quả và xếp loại: Sở, ban, ngành. Vạch đứt là bình quân."


def test_an_axis_has_the_sign_of_per_cent_of_its_language() -> None:
    page = render(made_context(2), "en")

    assert ">75%</text>" in page
    assert " %</text>" not in page


def test_one_unit_has_no_mean() -> None:
    assert _ranking(made_context(1)) == "Kết quả và xếp loại: Sở, ban, ngành."


def test_without_mean_and_grades_neither_is_named() -> None:
    assert _ranking(_points_alone(made_context(4))) == "Kết quả: Sở, ban, ngành."


@pytest.mark.parametrize(("units", "boxed"), [(4, False), (12, True)])
def test_quartiles_are_named_where_they_are_drawn(units: int, boxed: bool) -> None:
    context = made_context(units)
    say = _saying(context)
    chart = distribution_chart(blocks_of(context, say), say)

    assert chart is not None
    assert boxed == ("Khung là từ tứ phân vị" in chart.caption)


def test_figures_of_publications_are_not_called_appraised() -> None:
    context = made_context(2)
    printed = tuple(replace(unit, origin="published") for unit in context.units)

    assert "<dd>kết quả thẩm định</dd>" in render(context, "vi")
    assert "<dd>kết quả đã công bố</dd>" in render(replace(context, units=printed), "vi")


@pytest.mark.parametrize(
    ("errors", "warnings", "said"),
    [
        (0, 0, []),
        (1, 0, ["Tệp số liệu có 1 lỗi."]),
        (0, 2, ["Tệp số liệu có 2 cảnh báo."]),
        (1, 2, ["Tệp số liệu có 1 lỗi và 2 cảnh báo."]),
    ],
)
def test_a_sheet_counts_no_findings_that_there_are_not(errors: int, warnings: int, said: list[str]) -> None:
    context = made_context(1)
    (unit,) = context.units
    page = render(replace(context, units=(replace(unit, errors=errors, warnings=warnings),)), "vi")

    assert said == re.findall(r"Tệp số liệu có [^<]*", page)
