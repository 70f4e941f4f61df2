"""What the streaming reader makes of unusual writing: it reads it, leaves it to openpyxl, or refuses it."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from parcli.errors import UnusableFile
from parcli.workbook.sheet import Area, Book, Cell
from parcli.workbook.xlsx import package
from parcli.workbook.xlsx.declined import Declined
from parcli.workbook.xlsx.reader import open_book
from support.odd_workbooks import MAIN
from support.workbooks import archive, changed, write, write_sheets

STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
STRICT_RELATIONS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def with_rows(path: Path, rows: str, *, after: str = "") -> Path:
    """Write a workbook whose sheet holds these rows."""
    sheet = f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData>{after}</worksheet>'
    return changed(write(path, "A"), lambda _: sheet)


def rebuilt(path: Path, change: Mapping[str, str | None], *, renamed: str = "/") -> Path:
    """Replace or drop parts of a workbook; ``renamed`` separates folders in the names of its parts."""
    with zipfile.ZipFile(path) as source:
        members = {name: source.read(name).decode() for name in source.namelist()}
    kept = {name: text for name, text in (members | dict(change)).items() if text is not None}
    return archive(path, {name.replace("/", renamed): text for name, text in kept.items()})


def values(book: Book) -> dict[tuple[int, int], object]:
    return {place: cell.value for place, cell in book.sheets[0].cells.items()}


def refused(path: Path) -> str:
    with pytest.raises(UnusableFile) as caught:
        open_book(path)
    assert caught.value.params["path"] == str(path)
    return caught.value.code


def test_cells_and_rows_without_addresses_stand_beside_and_below_the_last(tmp_path: Path) -> None:
    rows = '<row><c><v>1</v></c><c r="D1"><v>2</v></c><c><v>3</v></c></row><row><c/><c><v>4</v></c></row>'
    book = open_book(with_rows(tmp_path / "a.xlsx", rows))

    assert {(1, 1): 1, (1, 4): 2, (1, 5): 3, (2, 2): 4} == values(book)


def test_strict_workbook(tmp_path: Path) -> None:
    path = write(tmp_path / "a.xlsx", "A | 1")
    for member in (
        "xl/workbook.xml",
        "xl/worksheets/sheet1.xml",
        "xl/styles.xml",
        "xl/_rels/workbook.xml.rels",
    ):
        path = changed(
            path, lambda xml: xml.replace(MAIN, STRICT).replace(RELATIONS, STRICT_RELATIONS), member=member
        )

    assert {(1, 1): "A", (1, 2): 1} == values(open_book(path))


def test_parts_named_with_backslashes(tmp_path: Path) -> None:
    path = rebuilt(write(tmp_path / "a.xlsx", "A | 1"), {}, renamed="\\")

    assert {(1, 1): "A", (1, 2): 1} == values(open_book(path))


@pytest.mark.parametrize(
    "target", ["worksheets\\sheet1.xml", "../xl/worksheets/sheet1.xml", "./worksheets/sheet1.xml"]
)
def test_targets_of_sheets(tmp_path: Path, target: str) -> None:
    path = changed(
        write(tmp_path / "a.xlsx", "A"),
        lambda xml: xml.replace("/xl/worksheets/sheet1.xml", target),
        member="xl/_rels/workbook.xml.rels",
    )

    assert {(1, 1): "A"} == values(open_book(path))


def test_shared_formula_moves_its_references(tmp_path: Path) -> None:
    rows = (
        '<row r="1"><c r="C1"><f t="shared" ref="C1:C2" si="0">SUM(A1:$B1)*LOG10(A$1)&amp;"A1"</f></c></row>'
        '<row r="2"><c r="D2"><f t="shared" si="0"/><v>1</v></c></row>'
    )
    cells = open_book(with_rows(tmp_path / "a.xlsx", rows)).sheets[0].cells

    assert ['=SUM(A1:$B1)*LOG10(A$1)&"A1"', '=SUM(B2:$B2)*LOG10(B$1)&"A1"'] == [
        cells[place].formula for place in ((1, 3), (2, 4))
    ]


def test_what_if_table_is_a_formula_without_text(tmp_path: Path) -> None:
    rows = '<row r="1"><c r="A1"><f t="dataTable" ref="A1:A2" dt2D="1" r1="B1"/><v>1</v></c></row>'

    assert (
        Cell(1, 1, 1, "number", "=") == open_book(with_rows(tmp_path / "a.xlsx", rows)).sheets[0].cells[1, 1]
    )


def test_only_the_first_cell_of_a_merged_range_is_kept(tmp_path: Path) -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c></row>'
    merge = '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>'
    sheet = open_book(with_rows(tmp_path / "a.xlsx", rows, after=merge)).sheets[0]

    assert ({(1, 1): 1, (1, 3): 3}, (Area(1, 1, 2, 2),)) == (
        {place: cell.value for place, cell in sheet.cells.items()},
        sheet.merged,
    )


def test_link_on_a_blank_cell_gives_it_no_value(tmp_path: Path) -> None:
    # openpyxl shows the link's target as the cell's value; Excel shows nothing.
    link = '<hyperlinks><hyperlink ref="B1" location="A1"/></hyperlinks>'
    path = with_rows(tmp_path / "a.xlsx", '<row r="1"><c r="A1"><v>1</v></c><c r="B1"/></row>', after=link)

    assert {(1, 1): 1} == values(open_book(path))


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>',
        '<row r="1"><c r="A1"><v>1</v></c><c r="A1"/></row>',
        '<row r="2"/><row r="1"/>',
        '<row r="x"/>',
        '<row r="1"><c r="A2"><v>1</v></c></row>',
        '<row r="1"><c r="a1"><v>1</v></c></row>',
        '<row r="1"><c r="XFE1"><v>1</v></c></row>',
        '<row r="1"><c r="A1"><v>1</v><v>2</v></c></row>',
        '<row r="1"><c r="A1"><v>1<b/></v></c></row>',
        '<row r="1"><c r="A1"><c r="B1"/></c></row>',
        '<row r="1"><c r="A1" t="s"><v>7</v></c></row>',
        '<row r="1"><c r="A1" s="7"><v>7</v></c></row>',
        '<row r="1"><c r="A1" t="new"><v>7</v></c></row>',
        '<row r="1"><c r="A1" t="b"><v>true</v></c></row>',
        '<row r="1"><c r="A1" t="d"><v>1.10.2023</v></c></row>',
        '<row r="1"><c r="A1" t="inlineStr"><is><r><t>a</t></r><t>b</t></is></c></row>',
        '<row r="1"><c r="A1" t="inlineStr"><is><t>a<b/></t></is></c></row>',
        '<row r="1"><row r="2"/></row>',
        '<c r="A1"><v>1</v></c>',
        '<row r="1"><c r="A1"><f t="shared" si="0">A[1]</f></c></row>',
        '<row r="1"><c r="B1"><f t="shared" si="0">A1</f></c></row>'
        '<row r="2"><c r="A2"><f t="shared" si="0"/></c></row>',
    ],
)
def test_rows_that_are_left_to_openpyxl(tmp_path: Path, rows: str) -> None:
    with pytest.raises(Declined):
        open_book(with_rows(tmp_path / "a.xlsx", rows))


@pytest.mark.parametrize(
    "after",
    [
        '<mergeCells><mergeCell ref="B2:A1"/></mergeCells>',
        '<mergeCells><mergeCell ref="A:B"/></mergeCells>',
        "<mergeCells/><mergeCells/>",
        '<row r="1"/>',
    ],
)
def test_ends_of_sheets_that_are_left_to_openpyxl(tmp_path: Path, after: str) -> None:
    with pytest.raises(Declined):
        open_book(with_rows(tmp_path / "a.xlsx", "", after=after))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('name="CCHC"', 'name=""'),
        ('name="CCHC"', 'name="a/b"'),
        ('state="visible"', 'state="gone"'),
        ("<sheets>", f'<sheets><sheet name="cchc" sheetId="9" xmlns:r="{RELATIONS}" r:id="rId1"/>'),
    ],
)
def test_descriptions_that_are_left_to_openpyxl(tmp_path: Path, old: str, new: str) -> None:
    path = changed(
        write(tmp_path / "a.xlsx", "A"), lambda xml: xml.replace(old, new), member="xl/workbook.xml"
    )
    with pytest.raises(Declined):
        open_book(path)


def test_file_that_is_no_archive_is_left_to_others(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"%PDF-1.7")
    with pytest.raises(Declined):
        open_book(tmp_path / "a.xlsx")


def test_sheet_that_is_not_there_is_damage(tmp_path: Path) -> None:
    path = write_sheets(tmp_path / "a.xlsx", {"A": "1", "B": "2"})

    assert "workbook-damaged" == refused(rebuilt(path, {"xl/worksheets/sheet2.xml": None}))


def test_part_that_is_there_twice_is_damage(tmp_path: Path) -> None:
    path = write(tmp_path / "a.xlsx", "A")
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(path, "a") as target:
        target.writestr("xl/worksheets/sheet1.xml", "<worksheet/>")

    assert "workbook-damaged" == refused(path)


@pytest.mark.parametrize(
    "rows", ['<row r="1"><c r="A1"><v>chữ</v></c></row>', '<row r="1">', "<row r='1'>&nbsp;</row>"]
)
def test_rows_that_are_damage(tmp_path: Path, rows: str) -> None:
    assert "workbook-damaged" == refused(with_rows(tmp_path / "a.xlsx", rows))


def test_rows_within_a_comment_are_not_read(tmp_path: Path) -> None:
    row = '<row r="1"><c r="A1"><v>1</v></c></row>'
    sheet = f'<worksheet xmlns="{MAIN}"><!--<sheetData>{row}</sheetData>--><sheetData/></worksheet>'
    path = changed(write(tmp_path / "a.xlsx", "A"), lambda _: sheet)

    assert {} == values(open_book(path))


def test_rows_of_another_vocabulary_are_not_read(tmp_path: Path) -> None:
    row = '<row r="1"><c r="A1"><v>1</v></c></row>'
    sheet = f'<worksheet xmlns="{MAIN}"><a xmlns="urn:a"><sheetData>{row}</sheetData></a></worksheet>'
    path = changed(write(tmp_path / "a.xlsx", "A"), lambda _: sheet)

    assert {} == values(open_book(path))


def test_part_in_another_encoding(tmp_path: Path) -> None:
    path = with_rows(tmp_path / "a.xlsx", '<row r="1"><c r="A1" t="str"><v>é</v></c></row>')
    path = changed(path, lambda xml: f'<?xml version="1.0" encoding="ISO-8859-1"?>{xml}')

    assert {(1, 1): "Ã©"} == values(open_book(path))


def test_usual_rows_are_taken_apart_without_the_parser(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Reading form after form takes a third of the time; the oracle's tests hold for both ways."""
    path = write(tmp_path / "a.xlsx", "A | 1\nB & C | 2.5")

    def fail(*_: object) -> None:
        raise AssertionError("the parser was asked for rows")

    monkeypatch.setattr("parcli.workbook.xlsx.worksheet._Handlers._start_row", fail)
    assert {(1, 1): "A", (1, 2): 1, (2, 1): "B & C", (2, 2): 2.5} == values(open_book(path))
    monkeypatch.setattr(package, "MAX_PLAIN_BYTES", 0)
    with pytest.raises(AssertionError):
        open_book(path)
