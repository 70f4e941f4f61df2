"""The page in Chromium: sorting, filtering, keyboard, print, phones; nothing fails and nothing is fetched."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from parcli.report.html.page import render
from support.browser import Browser
from support.printed import printed
from support.report_values import HOSTILE_NAMES, made_context

pytestmark = pytest.mark.browser

NAMES = (*HOSTILE_NAMES, "Sở Tài nguyên và Môi trường", "Thị xã Đức Phổ")
SHOWN = "[...document.querySelectorAll('#ranks tbody tr:not([hidden])')]"


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("page") / "report.html"
    file.write_text(render(made_context(12, names=NAMES), "vi"), encoding="utf-8")
    return file


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [375, 1280])
def test_the_page_runs_without_a_complaint_or_a_request(
    browser: Browser, page: Path, width: int, dark: bool
) -> None:
    browser.dark(dark=dark)
    browser.open(page, width=width)

    assert [] == browser.complaints
    assert [page.as_uri()] == browser.requests


@pytest.mark.parametrize("width", [375, 768, 1280])
def test_the_page_is_never_wider_than_the_window(browser: Browser, page: Path, width: int) -> None:
    browser.open(page, width=width)
    browser.value("for (const each of document.querySelectorAll('details')) each.open = true")

    assert width == browser.value("document.documentElement.scrollWidth")


@pytest.mark.parametrize(("width", "shown"), [(375, "narrow"), (1280, "wide")])
def test_each_width_has_its_own_charts(browser: Browser, page: Path, width: int, shown: str) -> None:
    browser.open(page, width=width)
    seen = (
        "[...document.querySelectorAll('.wide, .narrow')].filter(e => e.offsetHeight).map(e => e.className)"
    )

    assert {shown} == set(browser.value(seen))


def test_a_head_sorts_its_column_down_and_up_and_says_so(browser: Browser, page: Path) -> None:
    browser.open(page)
    browser.value("document.querySelectorAll('#ranks thead button')[3].click()")
    rising = _column(browser, 3)
    browser.value("document.querySelectorAll('#ranks thead button')[3].click()")
    falling = _column(browser, 3)

    assert sorted(rising) == rising
    assert rising[::-1] == falling
    assert ["descending"] == browser.value(
        "[...document.querySelectorAll('#ranks [aria-sort]')].map(e => e.ariaSort)"
    )


def test_names_sort_as_in_a_vietnamese_dictionary(browser: Browser, page: Path) -> None:
    browser.open(page)
    browser.value("document.querySelectorAll('#ranks thead button')[1].click()")
    names: list[str] = browser.value(f"{SHOWN}.map(row => row.querySelector('th').textContent)")

    assert names.index("Sở Tài nguyên và Môi trường") < names.index("Sở thử 08") < names.index("Sở thử 12")


def test_the_keyboard_alone_sorts(browser: Browser, page: Path) -> None:
    browser.open(page)
    browser.value("document.getElementById('save').focus()")
    browser.press("Tab")  # the region that scrolls
    browser.press("Tab")
    browser.press("Enter", "\r")

    assert "ascending" == browser.value("document.querySelector('#ranks thead th').ariaSort")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("so tai nguyen", ["Sở Tài nguyên và Môi trường"]),
        ("ĐỨC", ["Thị xã Đức Phổ"]),
        ("duc pho", ["Thị xã Đức Phổ"]),
        ("không có", []),
    ],
)
def test_the_filter_finds_names_with_or_without_marks(
    browser: Browser, page: Path, typed: str, found: list[str]
) -> None:
    browser.open(page)
    browser.value("document.getElementById('find').focus()")
    browser.type(typed)

    assert found == browser.value(f"{SHOWN}.map(row => row.querySelector('th').textContent)")
    assert f"{len(found)}/12 đơn vị" == browser.value("document.getElementById('live').textContent")


def test_a_grade_filters_the_table(browser: Browser, page: Path) -> None:
    browser.open(page)
    choose = (
        "const s = document.getElementById('by-grade'); s.value = 'Khá'; s.dispatchEvent(new Event('input'))"
    )
    browser.value(choose)

    assert {"Khá"} == set(browser.value(f"{SHOWN}.map(row => row.lastElementChild.textContent)"))


def test_the_saved_csv_has_a_mark_of_its_encoding_and_no_formula(
    browser: Browser, page: Path, tmp_path: Path
) -> None:
    browser.downloads(tmp_path)
    browser.open(page)
    browser.value("document.getElementById('save').click()")
    browser.wait_for_download()
    (saved,) = tmp_path.glob("*.csv")
    text = saved.read_bytes().decode("utf-8")
    lines = text.split("\r\n")

    assert text.startswith("\ufeff")
    assert 14 == len(lines)
    assert any('"\'=1+1"' in line for line in lines)
    assert any(re.search(r'"[+−]\d,\d\d"', line) for line in lines)


def test_a_link_opens_the_sheet_that_it_leads_to(browser: Browser, page: Path) -> None:
    browser.open(page, fragment="#unit-3")

    assert ["unit-3"] == browser.value(
        "[...document.querySelectorAll('details.sheet[open] article')].map(e => e.id)"
    )


def test_the_page_can_be_read_without_scripts(browser: Browser, page: Path) -> None:
    browser.scripts(allowed=False)
    try:
        browser.open(page)
        tools = browser.value("document.querySelector('.tools').offsetHeight")
        buttons = browser.value("document.querySelectorAll('#ranks button').length")
        rows = browser.value(f"{SHOWN}.length")
    finally:
        browser.scripts(allowed=True)

    assert (0, 0, 12) == (tools, buttons, rows)


def test_print_has_upright_pages_and_a_wide_one_for_the_wide_table(browser: Browser, page: Path) -> None:
    browser.open(page)

    assert {True, False} == {each.is_wide for each in printed(browser.pdf())}


def test_every_printed_page_of_the_wide_table_begins_with_its_heads(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "report.html"
    file.write_text(render(made_context(60, years=1), "vi"), encoding="utf-8")
    browser.open(file)
    heads: int = browser.value("document.querySelectorAll('#ranks thead th').length")
    wide = [each.texts for each in printed(browser.pdf()) if each.is_wide]
    _, second, third, *_ = wide  # the caption stands on the first as well

    assert second[:heads] == third[:heads]


def test_the_keyboard_alone_opens_a_sheet_and_leads_from_a_criterion_to_its_rule(
    browser: Browser, page: Path
) -> None:
    browser.open(page)
    browser.value("document.querySelector('details.sheet summary').focus()")
    browser.press("Enter", "\r")
    browser.value("document.querySelector('details.sheet details.whole summary').focus()")
    browser.press("Enter", "\r")
    browser.value("document.querySelector('details.sheet details.whole a[href^=\"#rule\"]').focus()")
    browser.press("Enter", "\r")
    target = browser.value("location.hash")

    assert target.startswith("#rule-")
    assert browser.value(f"document.querySelector('{target}').offsetHeight") > 0


def test_a_rule_can_be_followed_without_scripts(browser: Browser, page: Path) -> None:
    browser.scripts(allowed=False)
    try:
        browser.open(page, fragment="#rule-1-1")
        shown = browser.value("document.getElementById('rule-1-1').offsetHeight")
    finally:
        browser.scripts(allowed=True)

    assert shown > 0


def test_using_the_page_raises_no_complaint_and_no_request(browser: Browser, page: Path) -> None:
    browser.open(page)
    browser.value("for (const each of document.querySelectorAll('#ranks thead button')) each.click()")
    browser.value("document.getElementById('find').focus()")
    browser.type("so")
    browser.value("for (const each of document.querySelectorAll('details')) each.open = true")
    browser.pdf()

    assert [] == browser.complaints
    assert [page.as_uri()] == browser.requests


def test_print_repeats_heads_and_shows_what_is_closed(browser: Browser, page: Path) -> None:
    browser.open(page)
    browser.printing(yes=True)
    try:
        heads = browser.value("[...document.querySelectorAll('thead')].map(e => getComputedStyle(e).display)")
        button = browser.value("getComputedStyle(document.querySelector('#ranks thead button')).display")
        closed = browser.value("document.querySelector('details.sheet:not([open]) article').offsetHeight")
        tools = browser.value("document.querySelector('.tools').offsetHeight")
    finally:
        browser.printing(yes=False)

    assert {"table-header-group"} == set(heads)
    assert ("contents", 0) == (button, tools)
    assert closed > 100


def test_what_scrolls_can_be_reached_and_has_a_name(browser: Browser, page: Path) -> None:
    browser.open(page, width=375)
    unnamed = (
        "[...document.querySelectorAll('.scroll')]"
        ".filter(e => e.tabIndex !== 0 || !e.ariaLabel || e.role !== 'region').length"
    )

    assert 0 == browser.value(unnamed)


def _column(browser: Browser, place: int) -> list[float]:
    values: list[Any] = browser.value(f"{SHOWN}.map(row => row.cells[{place}].dataset.v)")
    return [float(value) for value in values]
