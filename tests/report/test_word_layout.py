"""The Word files have the layout of Decree 30/2020/NĐ-CP: page, letters, numbers of pages, tables."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

import pytest
from docx.enum.section import WD_ORIENT
from docx.shared import Length, Mm
from msgspec.structs import replace

from parcli.report.word import documents
from support.report_values import made_context
from support.word_files import opened, part

ONE = replace(made_context(4), units=made_context(4).units[:1])
NOTICE_OF = replace(ONE, head=replace(ONE.head, unit=ONE.units[0].key))


@pytest.fixture(scope="module")
def decision() -> bytes:
    return documents.render(made_context(6), "vi")


@pytest.fixture(scope="module")
def notice() -> bytes:
    return documents.render(NOTICE_OF, "vi")


@pytest.fixture(scope="module", params=["decision", "notice"])
def either(request: pytest.FixtureRequest) -> bytes:
    content: bytes = request.getfixturevalue(request.param)
    return content


def test_pages_are_a4_with_the_margins_of_the_decree(either: bytes) -> None:
    for section in opened(either).sections:
        sides = sorted((section.page_width or Length(0), section.page_height or Length(0)))
        assert [210, 297] == [round(side.mm) for side in sides]
        margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
        allowed = ((20, 25), (20, 25), (30, 35), (15, 20))
        for margin, (least, most) in zip(margins, allowed, strict=True):
            assert Mm(least) - 1000 <= (margin or 0) <= Mm(most) + 1000


def test_every_script_is_set_in_times_new_roman(either: bytes) -> None:
    (fonts,) = re.findall(r"<w:rFonts ([^>]*)/>", part(either, "word/styles.xml"))

    assert {f'w:{script}="Times New Roman"' for script in ("ascii", "hAnsi", "cs", "eastAsia")} == set(
        re.findall(r'w:\w+="[^"]*"', fonts)
    )


def test_no_part_sets_another_font(either: bytes) -> None:
    assert "w:rFonts" not in part(either)


def test_the_language_is_vietnamese(either: bytes) -> None:
    assert 'w:lang w:val="vi-VN"' in part(either, "word/styles.xml")


def test_the_page_number_stands_in_the_top_margin_but_not_on_page_1(either: bytes) -> None:
    first = opened(either).sections[0]

    assert first.different_first_page_header_footer
    assert " PAGE " in first.header._element.xml
    assert "PAGE" not in first.first_page_header._element.xml
    assert '<w:jc w:val="center"/>' in _style(either, "Header")


def test_the_body_is_justified_in_14_points(either: bytes) -> None:
    assert '<w:jc w:val="both"/>' in _style(either, "BodyText")
    assert '<w:sz w:val="28"/>' in part(either, "word/styles.xml")


def test_state_motto_and_office_have_their_letters(either: bytes) -> None:
    (office, state), *_ = ([cell.paragraphs for cell in row.cells] for row in opened(either).tables[0].rows)

    assert ["ỦY BAN NHÂN DÂN", "TỈNH (VÍ DỤ)"] == [each.text for each in office[:2]]
    assert [("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, True), ("Độc lập - Tự do - Hạnh phúc", 13, True)] == [
        (each.text, each.runs[0].font.size.pt if each.runs[0].font.size else 0, each.runs[0].bold)
        for each in state[:2]
    ]
    assert "w:pBdr" in state[2]._element.xml


def test_number_date_and_signer_are_blank(decision: bytes) -> None:
    document = opened(decision)
    head, foot = document.tables[0].rows[0].cells, document.tables[1].rows[0].cells

    assert "Số:            /QĐ-UBND" in head[0].text
    assert "…………, ngày …… tháng …… năm ………" in head[1].text
    assert "CHỦ TỊCH" == foot[1].text.strip()


def test_headings_are_styles(decision: bytes, notice: bytes) -> None:
    def styled(content: bytes, name: str) -> list[str]:
        return [each.text for each in opened(content).paragraphs if each.style and each.style.name == name]

    assert ["QUYẾT ĐỊNH"] == styled(decision, "Title")
    assert [
        "Phụ lục I",
        "Biểu đồ và nhận xét kèm theo Phụ lục I",
        "Phụ lục II",
        "Biểu đồ và nhận xét kèm theo Phụ lục II",
    ] == styled(decision, "Heading 1")
    assert [
        "1. Kết quả chung",
        "2. Kết quả theo lĩnh vực",
        "3. Tiêu chí mất điểm",
        "4. So với các kỳ trước",
    ] == styled(notice, "Heading 2")


def test_tables_of_annexes_lie_across_and_count_their_pages_anew(decision: bytes) -> None:
    sections = opened(decision).sections

    assert [WD_ORIENT.PORTRAIT, *[WD_ORIENT.LANDSCAPE, WD_ORIENT.PORTRAIT] * 2] == [
        each.orientation for each in sections
    ]
    assert [False, True, False, True, False] == ["w:pgNumType" in each._sectPr.xml for each in sections]


def test_tables_repeat_their_heads_and_split_no_row(either: bytes) -> None:
    for table in _tables(either):
        rows = re.findall(r"<w:tr>.*?</w:tr>", table, re.DOTALL)
        heads = [n for n, row in enumerate(rows) if "<w:tblHeader/>" in row]
        assert heads in ([0], [0, 1])
        assert len(rows) == table.count("<w:cantSplit/>")


def test_tables_have_widths_in_grid_and_cells(either: bytes) -> None:
    for table in _tables(either):
        grid = [int(width) for width in re.findall(r'<w:gridCol w:w="(\d+)"/>', table)]
        last = re.findall(r"<w:tr>.*?</w:tr>", table, re.DOTALL)[-1]
        assert grid == [int(width) for width in re.findall(r'<w:tcW w:w="(\d+)"', last)]
        assert [sum(grid)] == [int(width) for width in re.findall(r'<w:tblW w:w="(\d+)"', table)]


def test_tables_and_pictures_are_told_to_who_cannot_see_them(either: bytes) -> None:
    markup = part(either)
    drawings = re.findall(r'<wp:docPr [^>]*descr="([^"]*)"', markup)

    assert drawings
    assert all(drawings)
    for table in _tables(either):
        assert re.search(r'<w:tblCaption w:val="[^"]+"/><w:tblDescription w:val="[^"]+"/>', table)


def test_pictures_fit_between_the_margins(either: bytes) -> None:
    sizes = re.findall(r'<wp:extent cx="(\d+)" cy="(\d+)"/>', part(either))

    assert sizes
    assert all(int(wide) <= Mm(165) and int(high) <= Mm(230) for wide, high in sizes)


def test_the_same_report_is_the_same_file(decision: bytes) -> None:
    assert decision == documents.render(made_context(6), "vi")


def test_the_author_is_the_office_and_no_person(decision: bytes) -> None:
    properties = opened(decision).core_properties

    assert ("Ủy ban nhân dân tỉnh (ví dụ)", "parindex") == (properties.author, properties.last_modified_by)
    assert properties.created == properties.modified
    with zipfile.ZipFile(BytesIO(decision)) as archive:
        assert {(1980, 1, 1, 0, 0, 0)} == {entry.date_time for entry in archive.infolist()}


def test_a_page_of_the_ranking_chart_holds_what_a_page_can() -> None:
    markup = part(documents.render(made_context(75), "vi"))

    assert all(int(high) <= Mm(235) for high in re.findall(r'<wp:extent cx="\d+" cy="(\d+)"/>', markup))
    assert "(phần 1/3)" in markup


def _tables(content: bytes) -> list[str]:
    """Return the markup of tables with lines: the head and the foot of a document have none."""
    tables = re.findall(r"<w:tbl>.*?</w:tbl>", part(content), re.DOTALL)
    return [each for each in tables if "w:tblBorders" in each]


def _style(content: bytes, name: str) -> str:
    (found,) = re.findall(
        rf'<w:style [^>]*w:styleId="{name}">.*?</w:style>', part(content, "word/styles.xml")
    )
    return str(found)
