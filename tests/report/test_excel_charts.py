"""Native charts of a report: what they draw stands in the sheets, they are named, told, and begin at 0."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import pytest
from openpyxl.utils import range_boundaries

from parcli.model.text import Lang
from parcli.report.excel.book import render
from support.report_values import HOSTILE_NAMES, made_context
from support.report_workbooks import opened, parts

_RANGE = re.compile(r"<c:f>'([^']+)'!([^<]+)</c:f>")


@cache
def _charts(units: int = 30, lang: Lang = "vi", *, hostile: bool = False) -> tuple[str, ...]:
    context = made_context(units, names=HOSTILE_NAMES if hostile else ())
    found = parts(render(context, lang), r"xl/charts/chart\d+\.xml")
    return tuple(found[name] for name in sorted(found, key=lambda name: int(re.sub(r"\D", "", name))))


def _values(chart: str, tag: str, units: int = 30) -> list[list[Any]]:
    """Return the values that the series of a chart draw, read in the sheets."""
    book = opened(made_context(units), values=True)
    found = []
    for text in re.findall(rf"<c:{tag}>.*?</c:{tag}>", chart, re.DOTALL):
        match = _RANGE.search(text)
        assert match is not None
        first_col, first_row, last_col, last_row = range_boundaries(match[2].replace("$", ""))
        rows = book[match[1]].iter_rows(
            min_row=first_row, max_row=last_row, min_col=first_col, max_col=last_col, values_only=True
        )
        found.append([value for row in rows for value in row])
    return found


def test_each_block_has_three_charts() -> None:
    assert 2 * 3 == len(_charts())


def test_bars_are_the_percentages_of_a_block_under_its_units() -> None:
    context = made_context(30)
    units = context.members(context.blocks[0])
    chart = _charts()[0]

    assert [[unit.name for unit in units]] == _values(chart, "cat")
    assert [[float(unit.percent or 0) for unit in units]] == _values(chart, "val")


def test_areas_are_drawn_by_mean_and_best() -> None:
    block = made_context(30).blocks[0]
    means, best = _values(_charts()[1], "val")

    assert [round(float(area.mean_percent or 0), 2) for area in block.areas] == means
    assert [float(area.best or 0) for area in block.areas] == best


def test_ranks_are_drawn_over_the_periods() -> None:
    context = made_context(30)
    units = context.members(context.blocks[0])
    ranks = [[past.rank.rank if past.rank else None for past in unit.history] for unit in units]

    assert ranks == _values(_charts()[2], "val")
    assert [["2021", "2022", "2023"]] * len(units) == _values(_charts()[2], "cat")


@pytest.mark.parametrize("number", [0, 1])
def test_bars_begin_at_nothing(number: int) -> None:
    assert '<c:min val="0"/>' in _charts()[number]


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_chart_has_a_title_and_an_alternative_text(lang: Lang) -> None:
    drawing = "".join(parts(render(made_context(30), lang), r"xl/drawings/drawing\d+\.xml").values())

    assert [] == [chart for chart in _charts(30, lang) if "<c:title>" not in chart]
    assert len(_charts(30, lang)) == len(re.findall(r'descr="[^"]{20,}"', drawing))


@pytest.mark.parametrize("units", [0, 1, 61])
def test_what_nobody_could_read_is_not_drawn(units: int) -> None:
    drawn = {0: 0, 1: 2, 61: 5}  # 49 units of the first block are too many lines

    assert drawn[units] == len(_charts(units))


def test_markup_in_names_stays_text() -> None:
    assert all("<script" not in chart for chart in _charts(5, hostile=True))
