"""The page in Chromium, on a screen and on paper: no half of it is empty, no tree is printed unasked."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from parcli.messages.wording import word
from parcli.report.context import ReportContext
from parcli.report.html.page import render
from support.browser import Browser
from support.partial_reports import partly_known, the_commune
from support.report_values import made_context

pytestmark = pytest.mark.browser

# how much of the width of what holds them the last row of some parts takes
LAST_ROW = """(() => {
  const holder = document.querySelector('%s');
  const parts = [...holder.children].map(e => e.getBoundingClientRect());
  const last = parts.filter(each => each.top >= parts.at(-1).top - 1);
  return (last.at(-1).right - last[0].left) / holder.getBoundingClientRect().width;
})()"""

SEEN = "each => each.getBoundingClientRect().height > 0"


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(made_context(6), tmp_path_factory.mktemp("page"))


def written(context: ReportContext, folder: Path) -> Path:
    file = folder / "report.html"
    file.write_text(render(context, "vi"), encoding="utf-8")
    return file


def in_blocks(count: int) -> ReportContext:
    """Return a report of so many blocks."""
    context = made_context(2 * count)
    keys = [unit.key for unit in context.units]
    blocks = (
        replace(context.blocks[0], id=f"b{n}", title=None, units=tuple(keys[2 * n : 2 * n + 2]))
        for n in range(count)
    )
    return replace(context, blocks=tuple(blocks))


@pytest.mark.parametrize("blocks", [2, 3, 4, 5])
@pytest.mark.parametrize("width", [375, 900, 1280])
def test_what_is_said_of_blocks_fills_the_page(
    blocks: int, width: int, browser: Browser, tmp_path: Path
) -> None:
    browser.open(written(in_blocks(blocks), tmp_path), width=width)

    assert 0.95 < browser.value(LAST_ROW % "#overview .pair")


def test_three_blocks_stand_side_by_side(browser: Browser, tmp_path: Path) -> None:
    browser.open(written(in_blocks(3), tmp_path))
    tops = browser.value(
        "[...document.querySelector('#overview .pair').children].map(e => e.getBoundingClientRect().top)"
    )

    assert 3 == len(tops)
    assert 1 == len(set(tops))


def test_areas_of_one_unit_stand_beside_their_drawing(browser: Browser, tmp_path: Path) -> None:
    browser.open(written(the_commune(), tmp_path))

    assert 0.95 < browser.value(LAST_ROW % "#areas .pair")
    assert 0.95 < browser.value(LAST_ROW % "#sheets .pair")
    assert [] == browser.complaints  # of a table of one row there is nothing to find or to sort


@pytest.mark.parametrize("width", [375, 1280])
def test_a_single_tile_leaves_no_blank_beside_it(width: int, browser: Browser, tmp_path: Path) -> None:
    browser.open(written(partly_known(3), tmp_path), width=width)

    assert 0.98 < browser.value(LAST_ROW % ".tiles")


def test_trees_of_units_are_not_printed_unasked(browser: Browser, page: Path) -> None:
    browser.open(page)
    browser.value("document.querySelector('.sheet').open = true")
    browser.value("document.querySelector('.sheet details.whole').open = true")
    browser.value("dispatchEvent(new Event('beforeprint'))")
    browser.printing(yes=True)
    try:
        trees, losses, bars = (
            browser.value(f"[...document.querySelectorAll('.sheet {each}')].map({SEEN})")
            for each in ("details.whole", ".losses", "svg .whole")
        )
        rules = browser.value("document.querySelector('#method .whole').offsetHeight")
    finally:
        browser.printing(yes=False)

    assert [True, *5 * [False]] == trees
    assert 6 * [True] == losses == bars
    assert rules > 100


def test_the_print_says_where_the_trees_are(browser: Browser, page: Path) -> None:
    browser.open(page)
    note = "document.querySelector('.printed')"
    shown = f"getComputedStyle({note}).display"
    on_screen = browser.value(shown)
    browser.printing(yes=True)
    try:
        printed = browser.value(shown)
    finally:
        browser.printing(yes=False)

    assert ("none", "block") == (on_screen, printed)
    assert word("printed-without-trees", "vi") == browser.value(
        "document.querySelector('.printed').textContent"
    )


def test_sheets_begin_on_new_pages(browser: Browser, page: Path) -> None:
    browser.open(page)
    browser.printing(yes=True)
    try:
        breaks = browser.value(
            "['#sheets', '.sheet', '.sheet ~ .sheet']"
            ".map(e => getComputedStyle(document.querySelector(e)).breakBefore)"
        )
    finally:
        browser.printing(yes=False)

    assert ["page", "auto", "page"] == breaks


def test_sheets_of_a_few_lines_share_pages(browser: Browser, tmp_path: Path) -> None:
    context = partly_known(3, areas=(), nodes=(), losses=(), lost=None, applicable_max=None)
    browser.open(written(context, tmp_path))
    browser.printing(yes=True)
    try:
        breaks = browser.value(
            "[...document.querySelectorAll('.sheet')].map(e => getComputedStyle(e).breakBefore)"
        )
    finally:
        browser.printing(yes=False)

    assert 3 * ["auto"] == breaks


def test_a_table_of_few_columns_stays_on_an_upright_page(browser: Browser, tmp_path: Path) -> None:
    pages = []
    for context in (the_commune(), made_context(6)):
        browser.open(written(context, tmp_path))
        browser.printing(yes=True)
        pages.append(
            browser.value("getComputedStyle(document.querySelector('.scroll.tall').parentElement).page")
        )
        browser.printing(yes=False)

    assert ["auto", "wide"] == pages


@pytest.mark.parametrize(
    "context",
    [
        the_commune(),
        made_context(12, areas=2, years=1),
        made_context(4, areas=6, years=1),
        made_context(4, areas=2),
    ],
    ids=["areas", "blocks", "points and per cent", "changes"],
)
def test_an_upright_table_fits_the_page(context: ReportContext, browser: Browser, tmp_path: Path) -> None:
    browser.open(written(context, tmp_path), width=673)  # between the margins of an upright A4
    browser.printing(yes=True)
    try:
        wide = browser.value("document.querySelector('.wide-sheet #ranks') !== null")
        width = browser.value("document.getElementById('ranks').scrollWidth")
    finally:
        browser.printing(yes=False)

    assert not wide
    assert width <= 673


def test_no_text_of_a_ranking_lies_on_the_line_of_the_mean(browser: Browser, tmp_path: Path) -> None:
    page = written(made_context(16), tmp_path)
    crossed = """[...document.querySelectorAll('#ranking .mean')].flatMap(mean => {
      const svg = mean.closest('svg');
      const box = svg.getBoundingClientRect(), scale = box.width / svg.viewBox.baseVal.width;
      const all = [...svg.querySelectorAll('text')].map(e => e.getBoundingClientRect());
      const lines = mean.getAttribute('d').match(/[\\d.]+ [\\d.]+V[\\d.]+/g);
      return lines.map(line => line.split(/[ V]/).map(Number)).flatMap(([x, top, bottom]) =>
        all.filter(text => text.left < box.left + x * scale && box.left + x * scale < text.right &&
          text.top + 3 < box.top + bottom * scale && box.top + top * scale < text.bottom - 3));
    }).length"""
    for width in (375, 1280):
        browser.open(page, width=width)
        assert browser.value("document.querySelectorAll('#ranking .mean').length") > 0
        assert 0 == browser.value(crossed)


@pytest.mark.parametrize("width", [375, 1280])
def test_every_grade_of_an_axis_is_named_without_covering_another(
    width: int, browser: Browser, page: Path
) -> None:
    browser.open(page, width=width)
    names = browser.value(
        "[...[...document.querySelectorAll('#ranking svg')].find(e => e.getBoundingClientRect().width)"
        ".querySelectorAll('.band-name')].map(e => e.textContent)"
    )
    covered = """[...document.querySelectorAll('#ranking svg, #overview svg')].flatMap(svg => {
        const all = [...svg.querySelectorAll('.band-name')].map(e => e.getBoundingClientRect());
        const box = svg.getBoundingClientRect();
        const outside = all.filter(each => each.left < box.left - 1 || each.right > box.right + 1);
        const meets = (a, b) =>
          a.left < b.right && b.left < a.right && a.top + 3 < b.bottom && b.top + 3 < a.bottom;
        return [...outside, ...all.filter((a, n) => all.slice(n + 1).some(b => meets(a, b)))];
      }).length"""

    assert ["Yếu", "Trung bình", "Khá", "Tốt", "Xuất sắc"] == names
    assert 0 == browser.value(covered)
