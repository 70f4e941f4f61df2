"""The page is one safe file: it holds its sections in order, names literally, and a policy that fits it."""

from __future__ import annotations

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from urllib.parse import quote

import pytest
from msgspec.structs import replace

from parcli.messages.wording import word
from parcli.model.text import Lang
from parcli.report.context import ReportContext
from parcli.report.html.page import render, unit_folder, unit_pages
from parcli.report.html.tables import unbroken
from parcli.report.saying import saying_of
from parcli.report.sentences import grade_sentence
from support.markup import Markup
from support.page_tables import tables
from support.report_values import HOSTILE_NAMES, made_context

LANGS: tuple[Lang, ...] = ("vi", "en")


@cache
def _page(units: int = 30, lang: Lang = "vi", *, hostile: bool = False) -> str:
    return render(made_context(units, names=HOSTILE_NAMES if hostile else ()), lang)


@cache
def _markup(units: int = 30, lang: Lang = "vi", *, hostile: bool = False) -> Markup:
    return Markup(_page(units, lang, hostile=hostile))


@pytest.mark.parametrize("lang", LANGS)
def test_sections_stand_in_the_readers_order(lang: Lang) -> None:
    ids = [attributes.get("id") for attributes in _markup(lang=lang).named("section")]

    assert ["overview", "ranking", "areas", "changes", "sheets", "method"] == ids


def test_the_policy_allows_this_style_and_this_script_alone() -> None:
    page = _page()
    (policy,) = (each["content"] for each in _markup().named("meta") if "http-equiv" in each)
    style, script = (_between(page, tag) for tag in ("style", "script"))

    assert (
        f"default-src 'none'; img-src data:; style-src '{_hash(style)}'; script-src '{_hash(script)}';"
        " base-uri 'none'; form-action 'none'"
    ) == policy


def test_no_element_has_a_style_or_a_script_of_its_own() -> None:
    attributes = {name for _, each in _markup(hostile=True).elements for name in each}

    assert set() == {name for name in attributes if name == "style" or name.startswith("on")}


def test_the_page_asks_for_nothing_from_anywhere() -> None:
    assert [] == _markup().values("src")
    assert {"#"} == {link[0] for link in _markup().values("href")}


def test_every_link_inside_leads_somewhere() -> None:
    ids = set(_markup().values("id"))

    assert set() == {link[1:] for link in _markup().values("href")} - ids


@pytest.mark.parametrize("units", [0, 1, 2, 30])
def test_no_two_elements_have_the_same_id(units: int) -> None:
    ids = _markup(units).values("id")

    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_a_hostile_name_comes_out_literally(name: str) -> None:
    links = [" ".join(text.split()) for text in _markup(hostile=True).inside["a"]]

    assert " ".join(name.split()) in links


def test_a_hostile_name_adds_no_element() -> None:
    plain, hostile = (sorted({name for name, _ in _markup(hostile=each).elements}) for each in (False, True))

    assert plain == hostile
    assert 1 == len(_markup(hostile=True).named("script"))


def test_every_chart_has_a_title_and_a_description() -> None:
    markup = _markup()
    charts = [each for each in markup.named("svg") if each.get("role") == "img"]
    ids = set(markup.values("id"))

    assert charts
    assert [] == [each for each in charts if not set(each["aria-labelledby"].split()) <= ids]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("units", [0, 1])
def test_a_report_of_hardly_any_units_is_a_page_too(units: int, lang: Lang) -> None:
    assert units == len(_markup(units, lang).named("article"))


def test_the_sheet_of_a_single_unit_is_open() -> None:
    assert [["open"], []] == [
        sorted({name for each in _markup(units).named("details") for name in each if name == "open"})
        for units in (1, 2)
    ]


def test_a_report_of_one_period_has_no_section_of_changes() -> None:
    page = render(made_context(5, years=1), "vi")

    assert 'id="changes"' not in page


def test_a_report_of_published_results_has_no_empty_parts() -> None:
    context = made_context(3)
    units = tuple(replace(unit, areas=(), nodes=(), losses=(), sha256="", run=None) for unit in context.units)
    level = replace(context.level, areas=(), losses=())
    blocks = tuple(replace(block, areas=(), losses=()) for block in context.blocks)
    page = render(replace(context, areas=(), units=units, level=level, blocks=blocks), "vi")

    assert 'id="areas"' not in page
    assert "<table" in page


def test_the_same_report_made_twice_is_the_same_text() -> None:
    assert render(made_context(4), "vi") == render(made_context(4), "vi")


def test_figures_have_the_marks_of_the_language() -> None:
    assert "83,77" in _page(lang="vi")
    assert "83.77" in _page(lang="en")


def test_up_to_200_units_have_their_sheets_inside() -> None:
    context = made_context(200, areas=1, years=1)

    assert 200 == len(Markup(render(context, "vi")).named("article"))
    assert [] == list(unit_pages(context, "vi"))


def test_above_200_units_each_has_a_page_of_its_own_that_the_table_links_to() -> None:
    context = made_context(201, areas=1, years=1)
    pages = dict(unit_pages(context, "vi"))
    links = Markup(render(context, "vi")).values("href")

    assert set(pages) == {link for link in links if link.startswith(unit_folder(context))}
    assert 201 == len(pages)
    assert all(page.startswith("<!DOCTYPE html>") for page in pages.values())


def test_every_criterion_of_a_sheet_leads_to_its_rule_and_names_its_cell() -> None:
    page = _page(2)
    ids = set(_markup(2).values("id"))
    trees = "".join(re.findall(r'<table class="tree">.*?</table>', page, re.DOTALL))
    rows = re.findall(
        r'<tr><th><a href="#(rule-[^"]+)">[^<]+</a> [^<]+<td[^>]*>[\d,]+/[\d,]+<td>Biểu mẫu!F\d+\n', trees
    )

    assert 2 * 16 == len(rows)
    assert set(rows) <= ids


def test_every_criterion_that_lost_points_leads_to_its_rule() -> None:
    tables = re.findall(r'<table class="losses">.*?</table>', _page(2), re.DOTALL)
    links = [link for table in tables for link in Markup(table).values("href")]
    lost = sum(len(unit.losses) for unit in made_context(2).units)

    assert lost == len(links) > 0
    assert set(links) <= {f"#{each}" for each in _markup(2).values("id") if each.startswith("rule-")}


def test_a_page_beside_states_the_rules_of_what_the_unit_lost() -> None:
    beside, inside = (made_context(units, areas=1, years=1) for units in (201, 1))
    _, text = next(unit_pages(_with_rules(beside), "vi"))

    assert 2 == text.count('<details class="rule"><summary>Quy tắc chấm</summary>Chấm từ 0 đến')
    assert 'class="rule"' not in render(_with_rules(inside), "vi")


def test_every_area_of_a_sheet_leads_to_the_criteria_that_it_sums_up() -> None:
    page = _page(1)
    areas = re.findall(r'<th><a href="#(unit-1-\d+)">(\d)\. ', page)
    rows = re.findall(r'<tr id="(unit-1-\d+)"><th class="inner">(\d) ', page)

    assert areas == rows
    assert 8 == len(rows)


def test_a_rule_stands_with_its_clause() -> None:
    row = _between_rows(_page(1), "rule-1-1")

    assert "Chấm từ 0 đến 5 điểm, mỗi mức cách nhau 0,25 điểm." in row
    assert "Mục thử" in row


def test_a_page_beside_leads_to_the_rules_of_the_page_of_its_level() -> None:
    context = made_context(201, areas=1, years=1)
    _, text = next(unit_pages(context, "vi"))
    links = {link for link in Markup(text).values("href") if "#rule" in link}

    assert {f"../{unit_folder(context)}.html#rule-1-1", f"../{unit_folder(context)}.html#rule-1-2"} == links
    assert {link.partition("#")[2] for link in links} <= set(Markup(render(context, "vi")).values("id"))


def test_a_units_own_page_is_titled_by_the_unit_and_leads_back() -> None:
    context = made_context(201, areas=1, years=1)
    _, text = next(unit_pages(context, "vi"))

    assert f"<title>Kết quả Chỉ số cải cách hành chính năm 2023 của {context.units[0].name}</title>" in text
    assert f"../{unit_folder(context)}.html#ranking" in Markup(text).values("href")


def test_no_line_ends_between_a_number_and_its_per_cent() -> None:
    said = [text for text in _markup(2).inside["li"] if re.search(r"\d\s%", text)]

    assert said
    assert [] == [text for text in said if " %" in text]


def test_two_indices_have_two_folders_of_pages_and_links_that_a_browser_can_follow() -> None:
    context = made_context(201, areas=1, years=1)
    other = replace(context, head=replace(context.head, index="SIPAS", block="khối 1 #"))
    folder = unit_folder(other)

    assert unit_folder(context) != folder
    assert {f"{quote(folder)}/unit-{n}.html" for n in range(1, 202)} <= set(
        Markup(render(other, "vi")).values("href")
    )


def test_a_finding_is_said_in_words_beside_its_code() -> None:
    assert 'Ví dụ: Điểm 3 vượt điểm tối đa 2. <span class="below">points-above-max</span>' in _page(1)


def test_30_units_with_everything_take_at_most_1_2_megabytes() -> None:
    assert len(_page().encode()) <= 1_200_000


def test_3300_units_would_take_at_most_3_megabytes() -> None:
    fewer, more = (len(_page(units).encode()) for units in (210, 310))

    assert fewer + (3300 - 210) * (more - fewer) / 100 <= 3_000_000


def _with_rules(context: ReportContext) -> ReportContext:
    """Return a context whose losses know their criteria."""
    criteria = context.method.sets[0].criteria
    units = tuple(
        replace(unit, losses=tuple(replace(loss, criterion=criteria[loss.node.code]) for loss in unit.losses))
        for unit in context.units
    )
    return replace(context, units=units)


def _between_rows(page: str, anchor: str) -> str:
    found = re.search(f'<tr id="{anchor}">(.*?)(?=<tr|</tbody)', page, re.DOTALL)
    assert found
    return found[1]


def _ranking(context: ReportContext) -> tuple[list[str], list[list[str]]]:
    """Return the heads and the rows of the table of all units, as text."""
    (table,) = tables(_section(render(context, "vi"), "ranking"))
    return list(table.heads), [list(row) for row in table.rows]


def _section(page: str, name: str) -> str:
    return page.split(f'<section id="{name}">')[1].split("</section>", maxsplit=1)[0]


def _between(page: str, tag: str) -> str:
    found = re.search(f"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
    assert found
    return found[1]


def _hash(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()


def test_all_units_are_summed_up_above_their_blocks_and_below_the_table() -> None:
    context = made_context(12)
    overview = _section(_page(12), "overview")
    counted = [str(each.count) for each in context.level.summary.grades]
    foot = re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", overview[overview.index("<tfoot>") :])

    assert ["Sở, ban, ngành", "Sở, ban, ngành", "Cơ quan ngành dọc"] == re.findall("<h3>(.*?)</h3>", overview)
    assert unbroken(grade_sentence(context.level, saying_of(context, "vi"))) in overview
    assert ["12", *counted] == foot[1 : 2 + len(counted)]


def test_several_blocks_have_the_rank_among_all_units_too() -> None:
    heads, cells = _ranking(made_context(12))
    units = {each.name: each for each in made_context(12).units}
    at = heads.index("Hạng chung")

    assert "Hạng trong khối" == heads[0]
    assert all(str(units[row[1]].rank.rank) == row[at] for row in cells)  # type: ignore[union-attr]
    assert "Hạng chung" not in _ranking(made_context(4))[0]


def test_areas_without_points_show_their_percentages() -> None:
    context = made_context(2)
    bare = tuple(
        replace(unit, areas=tuple(replace(area, points=None) for area in unit.areas))
        for unit in context.units
    )
    _, cells = _ranking(replace(context, units=bare))
    say = saying_of(context, "vi")

    assert [say.published(area.percent) for area in bare[0].areas] == cells[0][2:10]
    assert "Tỷ lệ đạt (%) theo lĩnh vực" in render(replace(context, units=bare), "vi")


def test_an_area_without_points_among_others_says_that_it_is_a_percentage() -> None:
    context = made_context(2)
    first, *rest = context.units
    bare = replace(first, areas=(replace(first.areas[0], points=None), *first.areas[1:]))
    _, cells = _ranking(replace(context, units=(bare, *rest)))

    assert saying_of(context, "vi").published_percent(bare.areas[0].percent) == cells[0][2]


def test_a_table_of_results_alone_promises_neither_areas_nor_grades() -> None:
    context = made_context(2)
    bare = tuple(replace(unit, areas=(), grade=None) for unit in context.units)
    page = _section(render(replace(context, units=bare), "vi"), "ranking")

    assert ["Hạng", "Đơn vị", "Điểm", "So với 2022", "Tăng, giảm bậc", "Diễn biến"] == _ranking(
        replace(context, units=bare)
    )[0]
    assert 'class="scale"' not in page
    assert "Kết quả của từng đơn vị" in page


def test_of_a_partly_known_field_no_extremes_are_shown_in_large_type() -> None:
    context = made_context(3)
    partly = replace(context, method=replace(context.method, partial_field=True, field_size=9))

    assert 4 == _section(render(context, "vi"), "overview").count('class="tile"')
    assert 1 == _section(render(partly, "vi"), "overview").count('class="tile"')


def test_one_block_has_no_row_of_its_own_sum() -> None:
    assert "<tfoot>" not in _section(_page(4), "overview")


@pytest.mark.parametrize("lang", LANGS)
def test_a_page_by_an_illustrative_set_says_so_in_its_overview(lang: Lang) -> None:
    context = made_context(3)
    method = context.method
    illustrative = tuple(replace(each, status="illustrative") for each in method.sets)
    page = render(replace(context, method=replace(method, sets=illustrative)), lang)

    assert 1 == page.count(word("head-illustrative", lang))
