"""A copy with comments says each finding at its cell, and everything else in it is as it was."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from cli.running import EXAMPLE
from parcli.errors import UnusableFile
from parcli.model.finding import Severity
from parcli.workbook.annotate import annotated_copy, has_macros, lost_in_copy
from parcli.workbook.annotate_list import list_workbook
from parcli.workbook.annotation import Annotation, Note, Spot, in_order, spot_of
from parcli.workbook.copy_mark import COPY_SHEET
from parcli.workbook.reading import read_workbook

RED, AMBER, VIOLET = "FFF8C9C4", "FFFFE699", "FFDDD6F0"
SHEET = "Phòng A's"
LIST = "Kết quả kiểm tra"
FIRST = 7  # the row of the first note in the list


def note(
    place: str = "", message: str = "Sai.", severity: Severity = Severity.ERROR, remedy: str = "Sửa."
) -> Note:
    return Note(severity, "some-code", message, remedy, place, spot_of(place))


def annotation(*notes: Note) -> Annotation:
    moment = datetime(2026, 11, 22, 11, tzinfo=UTC)
    return Annotation("bảng.xlsx", moment, ("bộ-2023 (minh họa)",), in_order(notes), "vi")


NOTES = (
    note(f"'{SHEET.replace(chr(39), chr(39) * 2)}'!B2", "Ô đã có lời."),
    note("CCHC!A2", "Ô gộp."),
    note("CCHC!B2", "Ô gộp nữa.", Severity.WARNING),
    note("CCHC!C3", "Công thức.", Severity.WARNING),
    note("CCHC!C4", "Ô nền tối.", Severity.INFO),
    note("CCHC!C5", '=HYPERLINK("http://x","y")', Severity.INFO),
    note("", "=1+1 của cả tệp.", Severity.WARNING),
    note("Không có!B2", "Ở nơi khác."),
)


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "CCHC"
    sheet["A1"] = CellRichText("Đơn vị ", TextBlock(InlineFont(b=True), "đậm"))
    sheet["A2"] = "gộp"
    sheet.merge_cells("A2:B2")
    sheet["C2"], sheet["C3"] = 4, "=C2*2"
    sheet["C4"] = "tối"
    sheet["C4"].font, sheet["C4"].fill = Font(color="FFFFFFFF"), PatternFill("solid", fgColor="FF000080")
    sheet["C5"] = "=không phải công thức"
    sheet["C5"].data_type = "s"
    sheet["C6"].number_format = "0.00%"
    sheet.row_dimensions[6].hidden = True
    sheet.protection.enable()
    choices = DataValidation("list", formula1='"Có,Không"')
    choices.add("D2")
    sheet.add_data_validation(choices)
    other = book.create_sheet(SHEET)
    other["B2"] = 7
    other["B2"].comment = Comment("Số này lấy từ báo cáo.", "Văn thư")
    book.create_sheet(LIST.upper())
    path = tmp_path_factory.mktemp("annotate") / "bảng.xlsx"
    book.save(path)
    return path


@pytest.fixture(scope="module")
def content(original: Path) -> bytes:
    return annotated_copy(original, annotation(*NOTES))


@pytest.fixture
def copy(content: bytes) -> Workbook:
    return opened(content)


def opened(content: bytes) -> Workbook:
    return load_workbook(io.BytesIO(content), rich_text=True)


def comments(book: Workbook) -> dict[str, str]:
    return {
        f"{sheet.title}!{cell.coordinate}": cell.comment.text
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.comment
    }


def listed(sheet: Worksheet) -> list[list[Any]]:
    return [[cell.value for cell in row] for row in sheet.iter_rows(min_row=FIRST)]


def fill_of(book: Workbook, sheet: str, address: str) -> str:
    colour = book[sheet][address].fill.fgColor.rgb
    assert isinstance(colour, str)
    return colour


def test_each_cell_has_one_comment_with_all_that_is_said_of_it(copy: Workbook) -> None:
    assert {
        f"{SHEET}!B2": "Số này lấy từ báo cáo.\n\nparindex:\nLỗi: Ô đã có lời.\n→ Sửa.",
        "CCHC!A2": "parindex:\nLỗi: Ô gộp.\n→ Sửa.\n\nCảnh báo: Ô gộp nữa.\n→ Sửa.",
        "CCHC!C3": "parindex:\nCảnh báo: Công thức.\n→ Sửa.",
        "CCHC!C4": "parindex:\nLưu ý: Ô nền tối.\n→ Sửa.",
        "CCHC!C5": 'parindex:\nLưu ý: =HYPERLINK("http://x","y")\n→ Sửa.',
    } == comments(copy)


def test_who_wrote_a_comment_stays_its_author(copy: Workbook) -> None:
    authors = [copy[sheet][address].comment.author for sheet, address in ((SHEET, "B2"), ("CCHC", "C3"))]

    assert ["Văn thư", "parindex"] == authors


def test_cells_have_the_colour_of_the_heaviest_finding(copy: Workbook) -> None:
    shown = {address: fill_of(copy, "CCHC", address) for address in ("A2", "C3", "C4")}

    assert {"A2": RED, "C3": AMBER, "C4": VIOLET} == shown


def test_white_text_becomes_black_on_the_colour(copy: Workbook) -> None:
    assert "FF000000" == copy["CCHC"]["C4"].font.color.rgb


def test_formulas_and_text_like_formulas_stay_what_they_are(copy: Workbook) -> None:
    kept = {
        address: (copy["CCHC"][address].value, copy["CCHC"][address].data_type) for address in ("C3", "C5")
    }

    assert {"C3": ("=C2*2", "f"), "C5": ("=không phải công thức", "s")} == kept


def test_what_stands_around_the_values_survives(copy: Workbook) -> None:
    sheet = copy["CCHC"]

    assert "Đơn vị đậm" == str(sheet["A1"].value)
    assert isinstance(sheet["A1"].value, CellRichText)
    assert "0.00%" == sheet["C6"].number_format
    assert ["A2:B2"] == [str(area) for area in sheet.merged_cells.ranges]
    assert ["D2"] == [str(each.sqref) for each in sheet.data_validations.dataValidation]
    assert (True, True) == (sheet.row_dimensions[6].hidden, sheet.protection.sheet)


def test_the_list_has_a_name_that_is_free(copy: Workbook) -> None:
    assert ["CCHC", SHEET, LIST.upper(), f"{LIST} (2)", COPY_SHEET] == copy.sheetnames
    assert "veryHidden" == copy[COPY_SHEET].sheet_state


def test_the_copy_asks_to_be_worked_out_when_it_is_opened(copy: Workbook) -> None:
    assert copy.calculation.fullCalcOnLoad is True


def test_only_the_list_is_selected(copy: Workbook) -> None:
    selected = [sheet.title for sheet in copy.worksheets if sheet.sheet_view.tabSelected]

    assert ([f"{LIST} (2)"], f"{LIST} (2)") == (selected, copy.active and copy.active.title)


def test_the_list_goes_from_the_whole_file_to_the_lightest(copy: Workbook) -> None:
    rows = [row[1:4] for row in listed(copy[f"{LIST} (2)"])]

    assert [
        ["Cảnh báo", "Cả tệp", "=1+1 của cả tệp."],
        ["Lỗi", "CCHC!A2", "Ô gộp."],
        ["Lỗi", "Không có!B2", "Ở nơi khác."],
        ["Lỗi", "'Phòng A''s'!B2", "Ô đã có lời."],
        ["Cảnh báo", "CCHC!B2", "Ô gộp nữa."],
        ["Cảnh báo", "CCHC!C3", "Công thức."],
        ["Lưu ý", "CCHC!C4", "Ô nền tối."],
        ["Lưu ý", "CCHC!C5", '=HYPERLINK("http://x","y")'],
    ] == rows


def test_text_on_the_list_is_never_a_formula(copy: Workbook) -> None:
    cells = [cell for row in copy[f"{LIST} (2)"].iter_rows() for cell in row if isinstance(cell.value, str)]

    assert {"s"} == {cell.data_type for cell in cells}
    assert {True} == {cell.quotePrefix for cell in cells if str(cell.value).startswith("=")}


def test_links_lead_to_cells_of_the_copy_only(copy: Workbook) -> None:
    links = [cell.hyperlink for row in copy[f"{LIST} (2)"].iter_rows() for cell in row if cell.hyperlink]

    assert [None] * 6 == [link.target for link in links]
    assert ["'CCHC'!A2", "'Phòng A''s'!B2", "'CCHC'!B2", "'CCHC'!C3"] == [link.location for link in links][:4]


def test_the_head_names_file_set_and_counts(copy: Workbook) -> None:
    head = [str(copy[f"{LIST} (2)"].cell(row, 1).value) for row in (2, 3)]

    assert head[0].startswith("Tệp: bảng.xlsx · Kiểm tra lúc 22/11/2026")
    assert head[0].endswith("Bộ tiêu chí: bộ-2023 (minh họa)")
    assert "Phát hiện: 3 lỗi, 3 cảnh báo, 2 lưu ý." == head[1]


def test_annotating_a_copy_again_takes_the_earlier_findings_away(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "lần hai.xlsx"
    path.write_bytes(content)

    again = opened(annotated_copy(path, annotation(note("CCHC!C3", "Vẫn sai."))))

    assert {
        f"{SHEET}!B2": "Số này lấy từ báo cáo.",
        "CCHC!C3": "parindex:\nLỗi: Vẫn sai.\n→ Sửa.",
    } == comments(again)
    assert ("FF000080", "FFFFFFFF") == (fill_of(again, "CCHC", "C4"), again["CCHC"]["C4"].font.color.rgb)
    assert again["CCHC"]["A2"].fill.fill_type is None
    assert ["CCHC", SHEET, LIST.upper(), f"{LIST} (2)", COPY_SHEET] == again.sheetnames
    assert 1 == len(listed(again[f"{LIST} (2)"]))


def test_a_copy_that_excel_has_not_saved_gives_one_cause_for_its_formulas(tmp_path: Path) -> None:
    path = tmp_path / "bản sao.xlsx"
    path.write_bytes(annotated_copy(EXAMPLE, annotation(note("", "Cả tệp."))))

    codes = [each.code for each in read_workbook(path).findings]

    assert (1, 0) == (codes.count("annotated-copy-not-saved"), codes.count("formula-no-value"))


def test_comments_are_as_high_as_their_text_needs(original: Path) -> None:
    notes = (note("CCHC!C2", "Ngắn."), note("CCHC!C3", "Một câu dài hơn nhiều. " * 10))

    with zipfile.ZipFile(io.BytesIO(annotated_copy(original, annotation(*notes)))) as package:
        shapes = package.read("xl/drawings/commentsDrawing1.vml").decode()

    assert ["height:68px", "height:136px"] == [
        part for part in shapes.split(";") if part.startswith("height")
    ]


def test_control_characters_make_no_file_that_cannot_be_opened(original: Path) -> None:
    book = opened(annotated_copy(original, annotation(note("CCHC!C3", "a\x00\x1b[31m\ud800\uffffb"))))

    assert "parindex:\nLỗi: a\ufffd\ufffd[31m\ufffd\ufffdb\n→ Sửa." == comments(book)["CCHC!C3"]


def test_a_damaged_file_is_said_to_be_damaged(original: Path, tmp_path: Path) -> None:
    path = tmp_path / "hỏng.xlsx"
    with zipfile.ZipFile(original) as source, zipfile.ZipFile(path, "w") as target:
        for name in source.namelist():
            target.writestr(name, b"<a" if name == "xl/styles.xml" else source.read(name))

    with pytest.raises(UnusableFile) as caught:
        annotated_copy(path, annotation())

    assert "workbook-damaged" == caught.value.code


def with_parts(original: Path, path: Path, change: Callable[[str], str], *parts: str) -> Path:
    with zipfile.ZipFile(original) as source, zipfile.ZipFile(path, "w") as target:
        for name in source.namelist():
            text = source.read(name).decode()
            target.writestr(name, change(text) if name == "[Content_Types].xml" else text)
        for name in parts:
            target.writestr(name, b"content")
    return path


def macros(text: str) -> str:
    plain = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    return text.replace(plain, "application/vnd.ms-excel.sheet.macroEnabled.main+xml")


def test_macros_stay_in_the_copy(original: Path, tmp_path: Path) -> None:
    path = with_parts(original, tmp_path / "m.xlsm", macros, "xl/vbaProject.bin")

    with zipfile.ZipFile(io.BytesIO(annotated_copy(path, annotation(*NOTES)))) as package:
        assert b"content" == package.read("xl/vbaProject.bin")
        assert b"sheet.macroEnabled" in package.read("[Content_Types].xml")
    assert (True, False) == (has_macros(path), has_macros(original))


def test_what_the_copy_may_lack_is_known(original: Path, tmp_path: Path) -> None:
    parts = ("xl/charts/chart1.xml", "xl/ctrlProps/ctrlProp1.xml", "xl/threadedComments/threadedComment1.xml")
    path = with_parts(original, tmp_path / "c.xlsx", str, *parts)

    assert ("drawings", "controls", "threads") == lost_in_copy(path)
    assert () == lost_in_copy(original)


def test_a_drawing_without_anything_is_no_loss(original: Path, tmp_path: Path) -> None:
    assert () == lost_in_copy(with_parts(original, tmp_path / "d.xlsx", str, "xl/drawings/drawing1.xml"))


def test_a_list_links_into_the_original_beside_it() -> None:
    book = opened(list_workbook(annotation(*NOTES[:1], note("", "Cả.")), "../b%C3%A0i.xls"))

    link = book[LIST]["C8"].hyperlink
    assert ("../b%C3%A0i.xls", "'Phòng A''s'!B2") == (link.target, link.location)
    assert [LIST] == book.sheetnames


@pytest.mark.parametrize(
    ("place", "spot"),
    [
        ("CCHC!B7", Spot("CCHC", 7, 2)),
        ("'Tự chấm'!AA12:AB14", Spot("Tự chấm", 12, 27)),
        ("'A''s'!C1", Spot("A's", 1, 3)),
        ("CCHC!XFD1048576", None),
        ("units.csv:3", None),
        ("", None),
    ],
)
def test_places_are_cells(place: str, spot: Spot | None) -> None:
    assert spot == spot_of(place)
