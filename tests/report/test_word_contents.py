"""The Word files say what the report says, and every name stands in them as it was written."""

from __future__ import annotations

import re
from fractions import Fraction
from pathlib import Path

import pytest
from msgspec.structs import replace

from parcli.model.criteria_set import LegalBasis
from parcli.model.text import Lang, Text
from parcli.report.context import ReportContext
from parcli.report.sentences import cause_sentences, result_sentences, unit_sentences
from parcli.report.word import documents
from parcli.report.word.decision import roman
from parcli.report.word.xml import escaped, legal
from support.report_values import HOSTILE_NAMES, made_context
from support.word_files import cells, opened, paragraphs, part, read_by_office

HOSTILE = (
    *HOSTILE_NAMES,
    "{{ 7*7 }} {% for x in y %}",
    "Chuông \x07 và \x0b ngắt\x00",
    "{_{ 1 }_} {#ẩn#}",
    "a\tb",
)


def of_unit(context: ReportContext, place: int = 0) -> ReportContext:
    """Return a report restricted to one of its units."""
    unit = context.units[place]
    return replace(context, units=(unit,), head=replace(context.head, unit=unit.key))


def test_a_decision_says_who_has_what_of_each_block() -> None:
    context = made_context(12)
    said = paragraphs(documents.render(context, "vi"))

    for block in context.blocks:
        assert set(result_sentences(context, block, "vi")) <= set(said)
        assert set(cause_sentences(context, block, "vi")) <= set(said)
    assert "1. Sở, ban, ngành (Phụ lục I)" in said
    assert any(each.startswith("Điều 1. Công bố kết quả Chỉ số cải cách hành chính") for each in said)


def test_an_english_decision_says_once_that_it_publishes_results() -> None:
    said = paragraphs(documents.render(made_context(12), "en"))

    assert "on the publication of PAR Index results of departments, 2023" in said
    assert (
        "Article 1. This decision publishes PAR Index results of departments, 2023 (Annex I, II), as follows:"
        in said
    )


def test_a_decision_says_first_who_has_what_of_all_blocks_together() -> None:
    context = made_context(12)
    said = paragraphs(documents.render(context, "vi"))
    of_all = result_sentences(context, context.level, "vi")

    assert list(of_all) == said[said.index(of_all[0]) :][: len(of_all)]
    assert said.index(of_all[-1]) < said.index("1. Sở, ban, ngành (Phụ lục I)")


def test_a_decision_on_one_block_says_its_results_once() -> None:
    context = made_context(4)
    said = paragraphs(documents.render(context, "vi"))

    assert 1 == said.count(result_sentences(context, context.level, "vi")[0])


def test_an_annex_lists_each_unit_in_order_of_rank() -> None:
    context = made_context(6)
    block = context.blocks[0]
    head, codes, *rows = cells(documents.render(context, "vi"), 2)

    assert ["Hạng", "Đơn vị", "Điểm đạt được", "Tỷ lệ đạt của lĩnh vực (%)", "Xếp loại"] == list(
        dict.fromkeys(head)
    )
    assert [*"12345678"] == codes[3:11]
    assert [each.name for each in context.members(block)] == [row[1] for row in rows]
    assert [str(n + 1) for n in range(len(rows))] == [row[0] for row in rows]


def test_claimed_points_stand_beside_appraised_ones() -> None:
    context = made_context(2)
    units = tuple(replace(each, claimed=Fraction(90)) for each in context.units)
    head, _, first, *_ = cells(documents.render(replace(context, units=units), "vi"), 2)

    assert ["Điểm tự đánh giá", "Điểm thẩm định"] == head[2:4]
    assert "90,00" == first[2]


def test_maximum_and_percentage_stand_there_where_they_tell_more() -> None:
    context = made_context(2)
    units = tuple(replace(each, applicable_max=Fraction("71.5")) for each in context.units)
    head, _, first, *_ = cells(documents.render(replace(context, units=units), "vi"), 2)

    assert ["Điểm tối đa", "Chỉ số (%)"] == head[3:5]
    assert "71,5" == first[3]


def test_a_notice_says_what_the_report_says_of_the_unit() -> None:
    context = made_context(4)
    said = paragraphs(documents.render(of_unit(context, 1), "vi"))

    assert set(unit_sentences(of_unit(context, 1), context.units[1], "vi")) <= set(said)


def test_a_notice_names_reason_and_clause_of_the_points_lost() -> None:
    context = of_unit(made_context(4))
    rows = cells(documents.render(context, "vi"), 2)
    (unit,) = context.units

    assert ["Mã", "Tiêu chí", "Điểm / tối đa", "Điểm mất", "Lý do"] == rows[0]
    assert [each.node.code for each in unit.losses[:10]] == [row[0] for row in rows[1:]]
    assert "Tỷ lệ đạt của tiêu chí" in rows[1][4]


def test_a_notice_says_how_many_losses_it_leaves_out() -> None:
    context = of_unit(made_context(4))
    left = context.units[0].losses[10:]

    assert f"Còn {len(left):02} tiêu chí khác" in "\n".join(paragraphs(documents.render(context, "vi")))


def test_tables_of_a_notice_are_numbered_without_a_gap() -> None:
    whole = of_unit(made_context(4))
    (unit,) = whole.units
    bare = replace(whole, units=(replace(unit, losses=(), nodes=(), origin="published"),))

    assert ["1", "2", "3"] == _numbers(whole)
    assert ["1", "2"] == _numbers(bare)


def _numbers(context: ReportContext) -> list[str]:
    return re.findall(r"Bảng (\d)\. ", "\n".join(paragraphs(documents.render(context, "vi"))))


def test_each_unit_has_its_notice_beside_the_decision() -> None:
    context = made_context(3)
    made = {name: make() for name, make in documents.notices(context, "vi")}

    assert {f"PAR-department-2023-notices/{each.code} - {each.name}.docx" for each in context.units} == set(
        made
    )
    for unit in context.units:
        (content,) = (content for name, content in made.items() if unit.name in name)
        assert f"Kết quả Chỉ số cải cách hành chính năm 2023 của {unit.name}" in paragraphs(content)


def test_a_title_of_ones_own_names_the_unit_too() -> None:
    context = made_context(2)
    titled = replace(context, head=replace(context.head, title="Kết quả thử"))
    (first, *_) = [make() for _, make in documents.notices(titled, "vi")]

    assert f"Kết quả thử: {context.units[0].name}" in paragraphs(first)


def test_too_many_units_have_no_notices() -> None:
    context = made_context(2)
    many = replace(context, units=context.units * 101)

    assert [] == list(documents.notices(many, "vi"))


def test_a_report_of_one_unit_has_nothing_beside_it() -> None:
    assert [] == list(documents.notices(of_unit(made_context(2)), "vi"))


def test_an_illustrative_set_says_so() -> None:
    note = "(Chấm theo bộ tiêu chí minh họa, không phải kết quả chính thức của cơ quan nào.)"
    context = made_context(2)
    official = replace(context.method.sets[0], status="official")

    assert 1 + len(context.blocks) == paragraphs(documents.render(context, "vi")).count(note)
    assert 1 == paragraphs(documents.render(of_unit(context), "vi")).count(note)
    bare = replace(context, method=replace(context.method, sets=(official,)))
    assert note not in paragraphs(documents.render(bare, "vi"))


@pytest.mark.parametrize(("standing", "marked"), [("draft", True), ("final", False)])
def test_a_draft_is_marked(standing: str, marked: bool) -> None:
    context = made_context(2)
    head = replace(context.head, standing=standing)
    left = opened(documents.render(replace(context, head=head), "vi")).tables[0].rows[0].cells[0].text

    assert marked == ("DỰ THẢO" in left)


def test_whoever_decides_signs() -> None:
    context = made_context(2)
    committee = replace(context.head, on_behalf="TM. ỦY BAN NHÂN DÂN")

    def signed(made: ReportContext) -> tuple[str, list[str]]:
        content = documents.render(made, "vi")
        foot = opened(content).tables[1].rows[0].cells[1].text.split("\n")
        (decides,) = (each for each in paragraphs(content) if each.endswith("ỦY BAN NHÂN DÂN TỈNH (VÍ DỤ)"))
        return decides, foot

    assert ("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH (VÍ DỤ)", ["CHỦ TỊCH"]) == signed(context)
    assert ("ỦY BAN NHÂN DÂN TỈNH (VÍ DỤ)", ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]) == signed(
        replace(context, head=committee)
    )


@pytest.mark.parametrize(
    ("office", "lines", "mark"),
    [
        ("Sở Nội vụ", ["SỞ NỘI VỤ"], "QĐ-…"),
        ("UBND tỉnh Ví Dụ", ["UBND TỈNH VÍ DỤ"], "QĐ-UBND"),
        ("Uỷ ban nhân dân xã A", ["UỶ BAN NHÂN DÂN", "XÃ A"], "QĐ-UBND"),
        ("", ["[TÊN CƠ QUAN BAN HÀNH]"], "QĐ-…"),
    ],
)
def test_the_office_heads_the_document(office: str, lines: list[str], mark: str) -> None:
    context = made_context(2)
    left = opened(documents.render(replace(context, head=replace(context.head, office=office)), "vi"))
    said = left.tables[0].rows[0].cells[0].text.split("\n")

    assert lines == said[: len(lines)]
    assert any(each.endswith(f"/{mark}") for each in said)


def test_the_decision_rests_on_the_sets_decisions() -> None:
    context = made_context(2)
    basis = LegalBasis("9/QĐ-BNV", "2022-11-10", "Bộ Nội vụ", Text("Về Bộ chỉ số thử"))
    used = replace(context.method.sets[0], legal_basis=(basis, basis))
    said = paragraphs(documents.render(replace(context, method=replace(context.method, sets=(used,))), "vi"))

    assert 1 == said.count("Căn cứ Quyết định số 9/QĐ-BNV ngày 10/11/2022 của Bộ Nội vụ về Bộ chỉ số thử;")


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_stands_there_literally(name: str) -> None:
    context = made_context(3, names=(name,))
    (unit,) = (each for each in context.units if each.name == name)
    place = context.units.index(unit)
    shown = legal(name)

    assert shown in [row[1] for row in cells(documents.render(context, "vi"), 2)]
    assert any(shown in each for each in paragraphs(documents.render(of_unit(context, place), "vi")))


def test_what_xml_forbids_is_dropped_and_braces_are_written_out() -> None:
    assert "a&amp;&lt;b&gt;&quot;&#123;x&#125;\nc" == escaped('a&<b>"{x}\x00\x1f\r\nc\ufffe\ud800')


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_nobody_and_one_unit_make_a_decision(lang: Lang) -> None:
    assert paragraphs(documents.render(made_context(0), lang))
    assert paragraphs(documents.render(made_context(1, years=1), lang))


def test_published_results_without_areas_make_a_decision_and_a_notice() -> None:
    context = made_context(2, areas=0)
    bare = tuple(
        replace(each, areas=(), nodes=(), losses=(), origin="published", applicable_max=None, lost=None)
        for each in context.units
    )
    published = replace(context, units=bare)

    assert "Chưa có kết quả theo lĩnh vực." in paragraphs(documents.render(of_unit(published), "vi"))
    assert "Kết quả lấy từ nguồn công bố: không có điểm từng tiêu chí." in paragraphs(
        documents.render(of_unit(published), "vi")
    )
    assert cells(documents.render(published, "vi"), 2)


def test_english_claims_no_legal_form() -> None:
    content = documents.render(made_context(3), "en")
    letters = re.sub(r"<[^>]*>", "", part(content))

    assert "this text has no legal form" in letters
    assert not {"CỘNG", "Điều", "Phụ lục"} & set(letters.split())
    assert "Article 1." in letters


@pytest.mark.parametrize(("number", "text"), [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (39, "XXXIX")])
def test_annexes_are_numbered_in_roman(number: int, text: str) -> None:
    assert text == roman(number)


@pytest.mark.office
def test_libreoffice_reads_both_documents(tmp_path: Path) -> None:
    context = made_context(5, names=HOSTILE[:5])
    files = [tmp_path / "decision.docx", tmp_path / "notice.docx"]
    for path, made in zip(files, (context, of_unit(context)), strict=True):
        path.write_bytes(documents.render(made, "vi"))
    decision, notice = read_by_office(files, tmp_path)

    for sentence in result_sentences(context, context.blocks[0], "vi"):
        assert sentence.split("\n")[0] in decision
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in notice
    assert unit_sentences(of_unit(context), context.units[0], "vi")[-1] in notice


def test_where_percentages_alone_are_known_the_table_keeps_to_them() -> None:
    context = of_unit(made_context(2))
    (unit,) = context.units
    areas = tuple(replace(each, points=None, applicable_max=None, lost=None) for each in unit.areas)
    bare = replace(unit, areas=areas, points=None, applicable_max=None, lost=None)
    content = documents.render(replace(context, units=(bare,)), "vi")

    assert ["Mã", "Lĩnh vực", "Tỷ lệ (%)", "Hạng"] == cells(content, 1)[0]


def test_every_table_of_a_notice_is_as_wide_as_the_page() -> None:
    markup = part(documents.render(of_unit(made_context(3)), "vi"))
    widths = {int(each) for each in re.findall(r'<w:tblW w:w="(\d+)"', markup)}

    assert {165} == {round(width / 1440 * 25.4) for width in widths}
