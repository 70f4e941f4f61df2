"""The sheets of a report in print: paper, scale, repeated rows, headers, footers, panes, filters, fonts."""

from __future__ import annotations

import re
from functools import cache

import pytest
from msgspec.structs import replace

from parcli.report.context import ReportContext
from parcli.report.excel.book import render
from support.report_values import made_context
from support.report_workbooks import opened, part, parts

TABLES = ("Xếp hạng", "Lĩnh vực", "Tiêu chí", "Các kỳ", "Điểm mất")


@cache
def _sheets(units: int = 30) -> dict[str, str]:
    """Return the XML of each sheet by its name."""
    context = made_context(units)
    data = render(context, "vi")
    names = opened(context).sheetnames
    return {name: part(data, f"xl/worksheets/sheet{n}.xml") for n, name in enumerate(names, start=1)}


def test_every_sheet_is_printed_on_a4() -> None:
    assert [] == [name for name, text in _sheets().items() if 'paperSize="9"' not in text]


@pytest.mark.parametrize("name", TABLES)
def test_tables_are_printed_across_a_landscape_page(name: str) -> None:
    assert 'orientation="landscape"' in _sheets()[name]


def test_a_table_of_one_block_is_as_wide_as_a_page() -> None:
    text = _sheets(2)["Xếp hạng"]

    assert "<pageSetUpPr fitToPage=" in text
    assert 'fitToHeight="0"' in text


def test_each_block_of_the_ranking_begins_a_page() -> None:
    text = _sheets()["Xếp hạng"]
    first = sum(unit.block == "so" for unit in made_context(30).units)

    assert [str(7 + first)] == re.findall(r'<rowBreaks[^>]*><brk id="(\d+)"', text)
    assert "fitToPage" not in text  # Excel leaves breaks out of pages that it fits


def test_headers_come_on_every_page() -> None:
    titles = part(render(made_context(30), "vi"), "xl/workbook.xml")

    assert "'Xếp hạng'!$6:$7" in titles
    assert "'Tiêu chí'!$A:$C,'Tiêu chí'!$6:$7" in titles


def test_pages_are_numbered() -> None:
    assert [] == [name for name, text in _sheets().items() if "Trang &amp;P/&amp;N" not in text]


def test_marks_in_an_office_are_no_codes_of_a_header() -> None:
    context = made_context(1)
    office = 'Sở A&B "C" &P\x02'
    context = replace(context, head=replace(context.head, office=office, title="100&T"))
    texts = parts(render(context, "vi"), r"xl/worksheets/sheet\d+\.xml").values()

    assert all("Sở A&amp;&amp;B " in text and "&amp;&amp;P&amp;R" in text for text in texts)
    assert all("100&amp;&amp;T&amp;C" in text for text in texts)


@pytest.mark.parametrize("name", TABLES)
def test_heads_stay_in_sight_and_can_be_filtered(name: str) -> None:
    text = _sheets()[name]

    assert 'state="frozen"' in text
    assert "<autoFilter ref=" in text


def test_all_is_in_times_new_roman() -> None:
    styles = part(render(made_context(2), "vi"), "xl/styles.xml")

    assert {"Times New Roman"} == set(re.findall(r'<name val="([^"]+)"', styles))


def test_wide_sheets_go_over_several_pages_that_can_be_read() -> None:
    text = _sheets()["Tiêu chí"]

    assert 'scale="55"' in text
    assert "<colBreaks" in text


def test_files_with_an_odd_office_and_title_are_sound() -> None:
    context: ReportContext = made_context(1)
    head = replace(context.head, office="\x00\x0b<&>\ud800", title="\x1f\uffff'\"<x>")

    assert 9 == len(opened(replace(context, head=head)).sheetnames)
