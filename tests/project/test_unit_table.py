from __future__ import annotations

import unicodedata
from datetime import date

import pytest

from parcli.model.text import Text
from parcli.project.unit_table import read_table
from parcli.project.units import RegisteredUnit
from parcli.project.validity import Validity
from project.unit_files import spots, table

FULL = RegisteredUnit(
    "H02",
    "Thị xã Trảng Bàng",
    "district",
    block="do-thi",
    region="Phía Nam",
    parent="tay-ninh",
    validity=Validity(date(2020, 2, 1), date(2025, 6, 30)),
    predecessors=("H01", "H00"),
    aliases=("TX Trảng Bàng", "Trảng Bàng"),
    place="units.csv:2",
)
ENGLISH = (
    "code,name,level,block,region,parent,valid_from,valid_to,predecessors,aliases\n"
    "H02,Thị xã Trảng Bàng,district,do-thi,Phía Nam,tay-ninh,2020-02-01,2025-06-30,H01|H00,"
    "TX Trảng Bàng|Trảng Bàng\n"
)
VIETNAMESE = (
    "Mã;Tên đơn vị;Cấp;Khối;Vùng;Đơn vị cấp trên;Hiệu lực từ;đến;Tiền thân;Tên khác\r\n"
    "H02;Thị xã Trảng Bàng;huyện;do-thi;Phía Nam;tay-ninh;01/02/2020;30/6/2025;H01|H00;"
    '"TX Trảng Bàng;Trảng Bàng"\r\n'
)


@pytest.mark.parametrize("text", [ENGLISH, VIETNAMESE, ENGLISH.replace(",", "\t")])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_either_language_and_separator_is_read(text: str, encoding: str) -> None:
    assert (FULL,) == read_table(text.encode(encoding), "units.csv").units


@pytest.mark.parametrize("declaration", ["sep=;\r\n", "SEP=;\n", '"sep=;"\n'])
def test_the_separator_that_excel_declares_is_used(declaration: str) -> None:
    (unit,) = table(f"{declaration}code;name;level\nX1;Xã An;xã\n").units

    assert RegisteredUnit("X1", "Xã An", "commune", place="units.csv:3") == unit


def test_a_mistake_below_a_declared_separator_has_its_line() -> None:
    assert [("unit-level-unknown", "units.csv:3")] == spots(
        table("sep=,\ncode,name,level\nX1,Xã An,quận huyện\n").findings
    )


def test_columns_stand_in_any_order() -> None:
    (unit,) = table("level,note,name,code\ncommune,x,Xã An,X1\n").units

    assert RegisteredUnit("X1", "Xã An", "commune", place="units.csv:2") == unit


def test_columns_of_remarks_may_stand_twice() -> None:
    assert () == table("STT,code,name,level,note\n1,X1,Xã An,xã,x\n").findings


@pytest.mark.parametrize("header", ["CODE,Name,LEVEL", "mã,tên  đơn vị,CẤP", "Ma\u0303,Tên,Cấp"])
def test_the_header_is_folded(header: str) -> None:
    assert "X1" == table(f"{header}\nX1,Xã An,xã\n").units[0].code


def test_names_are_kept_in_nfc() -> None:
    (unit,) = table(unicodedata.normalize("NFD", "code,name,level\nX1,Xã Hòa Bình,xã\n")).units

    assert "Xã Hòa Bình" == unit.name


def test_empty_rows_are_passed_over_and_counted() -> None:
    (unit,) = table("code,name,level\n\n,,\nX1,Xã An,xã\n").units

    assert "units.csv:4" == unit.place


def test_a_line_break_inside_a_cell_counts_as_a_line() -> None:
    first, second = table('code,name,level\nX1,"Xã\nAn",xã\nX2,Xã Bình,xã\n').units

    assert ("Xã An", "units.csv:2", "units.csv:4") == (first.name, first.place, second.place)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ("code,name,level\n".encode("utf-16"), "units-utf16"),
        ("code,name,level\n".encode("utf-16-le"), "units-utf16"),
        ("Mã,Đơn vị\n".encode("cp1258", "ignore"), "units-not-utf8"),
        (b"PK\x03\x04...", "units-is-workbook"),
        (b"", "units-empty"),
        (b"\n\n", "units-empty"),
    ],
)
def test_a_file_that_is_no_utf8_csv_is_one_finding(data: bytes, code: str) -> None:
    assert [(code, "units.csv")] == spots(read_table(data, "units.csv").findings)


@pytest.mark.parametrize(
    ("rows", "code", "line"),
    [
        ("code,name,level,valid form\n", "units-column-unknown", 1),
        ("code,name,level,Mã\n", "units-column-twice", 1),
        ("code,name\n", "units-column-missing", 1),
        ('code,name,level\nX1,Xã An,xã\nX2,"Xã Bình,xã\nX3,Xã Cam,xã\n', "units-row-broken", 3),
        ("code,name,level\nX1,Xã An, Bình,xã\n", "units-extra-cells", 2),
        ("code,name,level\n,Xã An,xã\n", "unit-cell-empty", 2),
        ("code,name,level\nX1,,xã\n", "unit-cell-empty", 2),
        ("code,name,level\nX1,Xã An\n", "unit-cell-empty", 2),
        ("code,name,level\nX1,Xã An,distrct\n", "unit-level-unknown", 2),
        ("code,name,level,valid_from\nX1,Xã An,xã,2025-02-30\n", "unit-date-bad", 2),
        ("code,name,level,valid_to\nX1,Xã An,xã,07/13/2025\n", "unit-date-bad", 2),
        ("code,name,level,region_to\nX1,Xã An,xã,2025\n", "unit-date-bad", 2),
        (
            "code,name,level,valid_from,valid_to\nX1,Xã An,xã,2025-07-01,2025-06-30\n",
            "unit-dates-reversed",
            2,
        ),
    ],
)
def test_a_mistake_is_a_finding_with_its_line(rows: str, code: str, line: int) -> None:
    findings = table(rows).findings

    assert (code, f"units.csv:{line}") == spots(findings)[0]


def test_every_mistake_of_a_file_is_found_at_once() -> None:
    findings = table("""
        code,name,level,valid_from
        ,Xã An,xa,tomorrow
        X2,,xã,
        X3,Xã Cam,xã,
    """).findings

    assert [
        ("unit-level-unknown", "units.csv:2"),
        ("unit-cell-empty", "units.csv:2"),
        ("unit-date-bad", "units.csv:2"),
        ("unit-cell-empty", "units.csv:3"),
    ] == spots(findings)


def test_a_likely_column_is_named() -> None:
    (finding,) = table("code,name,level,valid form\n").findings

    assert Text("valid_from", "valid_from") == finding.params["near"]


@pytest.mark.parametrize(
    ("heads", "named"),
    [
        ("Mã,Tên đơn vị,Cấp,Hieu luc tu", Text("Hiệu lực từ", "Hiệu lực từ")),
        ("aaa,bbb,valid form", Text("Hiệu lực từ", "valid_from")),
    ],
)
def test_columns_are_named_in_the_language_of_the_file(heads: str, named: Text) -> None:
    found = table(heads + "\n").findings

    assert named in [each.params.get("near") for each in found]


def test_a_likely_level_is_named() -> None:
    (finding,) = table("code,name,level\nX1,Xã An,distrct\n").findings

    assert ("district",) == finding.params["known"]


def test_a_cell_is_named_by_the_files_own_heading() -> None:
    findings = table("Mã,Tên đơn vị,Cấp,Từ ngày\n,Xã An,xã,mai\n").findings

    assert ["Mã", "Từ ngày"] == [each.params["column"] for each in findings]


def test_two_columns_of_one_meaning_are_both_named() -> None:
    (finding,) = table("Mã,Tên đơn vị,Cấp,Đơn vị\n").findings

    assert ("Đơn vị", "Tên đơn vị") == (finding.params["column"], finding.params["first"])
