"""The Markdown of a report: names stay literal, tables keep their shape, figures are the context's."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from msgspec.structs import replace

from parcli.model.text import Lang
from parcli.report.context import ReportContext
from parcli.report.markdown import MOST_UNITS, render
from parcli.report.markdown.escaping import escaped
from parcli.report.saying import Saying
from support.partial_reports import partly_known, the_commune
from support.report_values import HALF_UP_2, HOSTILE_NAMES, made_context

VI = Saying("vi", HALF_UP_2)
_CELLS = re.compile(r"(?<!\\)\|")


def cells(line: str) -> list[str]:
    """Return the cells of a table's row as a renderer reads them."""
    return [unescaped(cell.strip()) for cell in _CELLS.split(line)[1:-1]]


def unescaped(text: str) -> str:
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text)


def tables(text: str) -> list[list[str]]:
    """Return the lines of each table."""
    found: list[list[str]] = [[]]
    for line in text.splitlines():
        if line.startswith("|"):
            found[-1].append(line)
        elif found[-1]:
            found.append([])
    return [each for each in found if each]


def hostile() -> ReportContext:
    return made_context(6, names=HOSTILE_NAMES)


@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_a_hostile_name_stands_literally_in_the_ranking(name: str) -> None:
    ranked = [cells(line)[1] for lines in tables(render(hostile(), "vi"))[1:3] for line in lines[2:]]

    assert " ".join(name.split()) in ranked


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_row_of_a_table_has_as_many_cells_as_its_head(lang: Lang) -> None:
    ragged = [
        line
        for lines in tables(render(hostile(), lang))
        for line in lines
        if len(cells(line)) != len(cells(lines[0]))
    ]

    assert [] == ragged


def test_no_name_brings_markup_in() -> None:
    text = render(hostile(), "vi")

    assert [] == re.findall(r"(?<!\\)[<>`]", text)


@pytest.mark.parametrize(
    ("text", "literal"),
    [
        ("# Đề mục", r"\# Đề mục"),
        ("- gạch", r"\- gạch"),
        ("1. một", r"1\. một"),
        ("+ cộng", r"\+ cộng"),
        ("1.1", "1.1"),
        ("-3,5", "-3,5"),
        ("&lt;b&gt;", r"\&lt;b\&gt;"),
        ("$x$", r"\$x\$"),
        ("hai\n\ndòng", "hai dòng"),
    ],
)
def test_what_begins_a_block_or_an_entity_is_made_literal(text: str, literal: str) -> None:
    assert literal == escaped(text)


def test_every_unit_has_its_section() -> None:
    context = made_context(5)
    text = render(context, "vi")

    assert [each.name for each in context.units] == re.findall(r"^### (Sở thử .*)$", text, re.MULTILINE)


def test_units_stand_in_order_of_rank_with_their_figures() -> None:
    context = made_context(4, years=1)
    (block,) = context.blocks
    expected = [
        [str(place), each.name, VI.published(each.points), "100", VI.published(each.percent)]
        for place, each in enumerate(context.members(block), start=1)
    ]

    assert expected == [cells(line)[:5] for line in tables(render(context, "vi"))[1][2:]]


def test_several_blocks_have_the_rank_among_all_beside_that_in_the_block() -> None:
    context = made_context(6)
    head, _, *rows = tables(render(context, "vi"))[1]
    ranks = [(cells(row)[0], cells(row)[6]) for row in rows]
    units = context.members(context.blocks[0])

    assert ("Hạng trong khối", "Hạng chung") == (cells(head)[0], cells(head)[6])
    assert [
        (str(each.block_rank.rank), str(each.rank.rank)) for each in units if each.block_rank and each.rank
    ] == ranks


def test_findings_stand_in_a_units_own_section_alone() -> None:
    context = made_context(2)
    found = replace(context, units=tuple(replace(unit, errors=1) for unit in context.units))
    text = render(found, "vi")

    assert 2 == text.count("- Ghi chú: bảng số liệu có 1 lỗi\n")
    assert 2 == text.count("bảng số liệu có")


def test_one_block_has_one_rank() -> None:
    assert "Hạng chung" not in render(made_context(3), "vi")


def test_the_areas_of_a_unit_end_with_its_total() -> None:
    context = made_context(1)
    (unit,) = context.units
    of_unit = _after(render(context, "vi"), f"### {unit.name}")
    row = cells(tables(of_unit)[0][-1])

    assert ["**Tổng cộng**", "100", VI.published(unit.points)] == row[1:4]
    assert VI.published(unit.lost) == row[5]


def test_a_criterion_with_points_lost_has_its_cell_and_reason() -> None:
    context = made_context(1)
    (unit,) = context.units
    loss = unit.losses[0]
    row = cells(tables(_after(render(context, "vi"), f"### {unit.name}"))[1][2])

    assert [loss.node.code, loss.node.title.vi, VI.figure(loss.node.points)] == row[:3]
    assert (loss.node.explanation.vi if loss.node.explanation else "", "QĐ 01") == (row[5], row[7])
    assert loss.node.place == row[8]


def test_a_report_of_one_unit_has_its_section_alone() -> None:
    context = made_context(5)
    unit = context.units[2]
    one = replace(context, units=(unit,), head=replace(context.head, unit=unit.key))
    heads = _headings(render(one, "vi"))

    assert ["Chi tiết từng đơn vị", unit.name, "Phương pháp và nguồn số liệu"] == heads[1:]


def test_a_large_report_leaves_sections_of_units_out_and_says_so() -> None:
    text = render(made_context(MOST_UNITS + 1, years=1, areas=1), "vi")

    assert "### Sở thử 07" not in text
    assert f"Báo cáo có nhiều hơn {MOST_UNITS} đơn vị" in text


@pytest.mark.parametrize(("lang", "word"), [("vi", "DỰ THẢO"), ("en", "DRAFT")])
def test_a_draft_is_marked(lang: Lang, word: str) -> None:
    assert f"**{word}**" in render(made_context(1), lang)


@pytest.mark.parametrize("units", [0, 1, 2])
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_small_reports_can_be_written(lang: Lang, units: int) -> None:
    assert render(made_context(units, years=1), lang).startswith("# ")


def test_an_english_report_holds_no_words_in_vietnamese_of_ours() -> None:
    context = made_context(2)
    english = [replace(each, title=replace(each.title, en=f"Area {each.code}")) for each in context.areas]
    known = {"Ủy ban nhân dân tỉnh (ví dụ)", "Bộ thử", "QĐ 01"}
    names = {*known, *(each.name for each in context.units)}
    text = render(replace(context, areas=tuple(english)), "en")
    for name in names:
        text = text.replace(name, "")
    text = re.sub(r"Tiêu chí \d\.\d|Biểu mẫu", "", text)

    assert [] == re.findall(r"\w*[ạ-ỹ]\w*", text)


def test_one_unit_alone_has_no_means_of_areas() -> None:
    alone, several = render(the_commune(), "vi"), render(partly_known(2), "vi")
    assert (0, 1) == (alone.count("Điểm bình quân"), several.count("Điểm bình quân"))
    assert [] == re.findall(r"^\| 1 \|.*95,03.*95,03", _after(alone, "## Chi tiết"), re.MULTILINE)


def _after(text: str, line: str) -> str:
    return text[text.index(line) :]


def _headings(text: str) -> Sequence[str]:
    return re.findall(r"^#+ (.*)$", text, re.MULTILINE)
