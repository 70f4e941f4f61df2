"""A published table is reconciled from every kind of file, with its sentences and its bounds of grades."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from cli.running import parindex
from support.published_files import (
    document_cell,
    document_table,
    html_of,
    word_document,
    write_document,
    write_markdown,
    write_page,
    write_parts,
)
from support.tables import DATA, rows_of, write_csv, write_xlsx

WRONG = """
Đơn vị | Điểm thẩm định | SIPAS | Tổng điểm | Xếp hạng
Sở A | 57,04 | 8,19 | 65,23 | 1
Sở B | 50,00 | 8,00 | 59,00 | 2
Sở C | 49,99 | 8,00 | 57,99 | 3
"""
RIGHT = WRONG.replace("59,00", "58,00")


def _xlsx(path: Path, table: str) -> Path:
    return write_xlsx(path, rows_of(table))


def _page(path: Path, table: str) -> Path:
    return write_page(path, html_of(table))


WRITERS: dict[str, Callable[[Path, str], Path]] = {
    "t.csv": write_csv,
    "t.xlsx": _xlsx,
    "t.html": _page,
    "t.md": write_markdown,
    "t.docx": write_document,
}


@pytest.mark.parametrize("name", WRITERS)
def test_a_wrong_total_is_found_in_every_kind_of_file(name: str, tmp_path: Path) -> None:
    outcome = parindex("reconcile", WRITERS[name](tmp_path / name, WRONG), "--format", "json")
    (found,) = outcome.json["disagreements"]

    assert (1, "sum-across", "unsettled", "59,00", "58") == (
        outcome.code,
        found["relation"],
        found["cause"],
        found["printed"],
        found["recomputed"],
    )


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("t.csv", "t.csv:3:Tổng điểm"),
        ("t.xlsx", "'Bảng'!D3"),
        ("t.html", "'Bảng 1'!D3"),
        ("t.md", "t.md:6:Tổng điểm"),
        ("t.docx", "'Bảng 1'!D3"),
    ],
)
def test_the_place_is_that_of_the_cell(name: str, place: str, tmp_path: Path) -> None:
    outcome = parindex("reconcile", WRITERS[name](tmp_path / name, WRONG), "--format", "json")

    assert [place.replace("'Bảng'", "Bảng")] == [each["place"] for each in outcome.json["disagreements"]]


@pytest.mark.parametrize("name", WRITERS)
def test_a_table_that_agrees_ends_with_0(name: str, tmp_path: Path) -> None:
    outcome = parindex("reconcile", WRITERS[name](tmp_path / name, RIGHT))

    assert (0, True) == (outcome.code, "Mọi quan hệ đã xét đều khớp." in outcome.out)


def test_what_rounding_explains_ends_with_0(tmp_path: Path) -> None:
    outcome = parindex("reconcile", write_csv(tmp_path / "t.csv", RIGHT.replace("57,99", "58,00")))

    assert (0, True) == (outcome.code, "Do làm tròn" in outcome.out)


def test_the_table_of_tay_ninh_ends_with_0() -> None:
    assert 0 == parindex("reconcile", DATA / "tayninh2023_units.csv").code


def test_json_counts_what_was_checked_and_left_open() -> None:
    found = parindex("reconcile", DATA / "area_level_points_provinces.csv", "--format", "json").json
    sums = found["relations"][0]

    assert {
        "relation": "sum-down",
        "checked": 6,
        "agree": 4,
        "explained": 1,
        "contradict": 1,
        "unchecked": {"no-number": 2},
    } == sums


def test_json_has_both_intervals_of_an_explanation() -> None:
    found = parindex("reconcile", DATA / "area_level_points_provinces.csv", "--format", "json").json
    rounding = next(each for each in found["disagreements"] if each["cause"] == "rounding")

    assert (
        {"from": {"value": "85.775", "inclusive": True}, "to": {"value": "85.785", "inclusive": False}},
        {"from": {"value": "85.78", "inclusive": True}, "to": {"value": "85.8", "inclusive": False}},
    ) == (rounding["printed_stands_for"], rounding["recomputed_stands_for"])


def test_csv_has_one_row_for_each_disagreement(tmp_path: Path) -> None:
    outcome = parindex("reconcile", write_csv(tmp_path / "t.csv", WRONG), "--format", "csv")
    head, *rows = csv.reader(io.StringIO(outcome.out.removeprefix("\ufeff")), delimiter=";")

    assert (["Tệp", "Vị trí", "Quan hệ"], 1, "58") == (head[:3], len(rows), rows[0][5])


def test_a_file_gets_what_would_be_printed(tmp_path: Path) -> None:
    table, made = write_csv(tmp_path / "t.csv", WRONG), tmp_path / "out" / "kq.md"
    outcome = parindex("reconcile", table, "--format", "md", "-o", made)

    assert (1, "", True) == (outcome.code, outcome.out, "| Vị trí |" in made.read_text(encoding="utf-8"))


def test_names_of_the_register_stand_for_one_unit(tmp_path: Path) -> None:
    """Hanoi and Hà Nội are one: 92.57 less 91,43 is 1.14, and not 1.32; 2.99 on 2022 is right."""
    outcome = parindex("reconcile", DATA / "province_panel_partial_2012_2024.csv", "--format", "json")
    changes = [each for each in outcome.json["disagreements"] if each["relation"] == "change"]

    assert [("Hanoi", "57/50", "unsettled")] == [
        (each["message"].partition(":")[0], each["recomputed"].replace("1.14", "57/50"), each["cause"])
        for each in changes
        if "Hanoi" in each["message"]
    ]


def test_a_page_with_merged_heads_is_read_as_it_is_seen(tmp_path: Path) -> None:
    body = (
        "<table><tr><td rowspan=2>Đơn vị<td colspan=2>Lĩnh vực 1<td rowspan=2>Tổng điểm"
        "<tr><td>TĐ<td>XHH<tr><td>Sở A<td>5,5<td>3<td>8,5<tr><td>Sở B<td>5<td>3<td>9</table>"
    )
    outcome = parindex("reconcile", write_page(tmp_path / "t.html", body), "--format", "json")

    assert [("9", "8")] == [(each["printed"], each["recomputed"]) for each in outcome.json["disagreements"]]


def test_a_document_with_merged_cells_is_read_as_it_is_seen(tmp_path: Path) -> None:
    merged, below = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    rows = [
        [
            document_cell("Đơn vị", merged),
            document_cell("Lĩnh vực 1", '<w:gridSpan w:val="2"/>'),
            document_cell("Tổng điểm", merged),
        ],
        [document_cell("", below), document_cell("TĐ"), document_cell("XHH"), document_cell("", below)],
        [*map(document_cell, ("Sở A", "5,5", "3", "8,5"))],
        [*map(document_cell, ("Sở B", "5", "3", "9"))],
    ]
    path = write_parts(tmp_path / "t.docx", word_document(document_table(rows)))
    outcome = parindex("reconcile", path, "--format", "json")

    assert [("9", "8")] == [(each["printed"], each["recomputed"]) for each in outcome.json["disagreements"]]


def test_a_table_is_named_by_its_number(tmp_path: Path) -> None:
    path = write_markdown(tmp_path / "t.md", RIGHT, WRONG)

    assert (0, 1) == tuple(parindex("reconcile", path, "--table", number).code for number in ("1", "2"))


def test_a_table_is_named_by_its_sheet(tmp_path: Path) -> None:
    book = Workbook()
    for number, (name, table) in enumerate({"Sở": RIGHT, "Huyện": WRONG}.items()):
        sheet = book.create_sheet(name, number)
        for row in rows_of(table):
            sheet.append(row)
    book.save(tmp_path / "t.xlsx")
    codes = [
        parindex("reconcile", tmp_path / "t.xlsx", "--sheet", name).code for name in ("Sở", "Huyện", "?")
    ]

    assert [0, 1, 2] == codes


def test_a_column_nobody_knows_gets_its_role_by_an_option(tmp_path: Path) -> None:
    table = WRONG.replace("Đơn vị", "Cơ sở").replace("Xếp hạng", "Thứ bậc chung cuộc")
    path = write_csv(tmp_path / "t.csv", table)

    assert [3, 1] == [parindex("reconcile", path, *words).code for words in ([], ["--map", "Cơ sở=name"])]


def test_sentences_are_compared_with_the_table(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "t.csv", RIGHT)
    outcome = parindex("reconcile", path, "--text", "Sở A đạt 66,23 điểm.", "--format", "json")

    assert (1, [("--text:1", "66,23")]) == (
        outcome.code,
        [(each["place"], each["printed"]) for each in outcome.json["disagreements"]],
    )


def test_sentences_are_read_from_a_file(tmp_path: Path) -> None:
    path, text = write_csv(tmp_path / "t.csv", RIGHT), tmp_path / "bai.txt"
    text.write_text("Kết quả:\nSở A đạt 66,23 điểm.", encoding="utf-8")
    outcome = parindex("reconcile", path, "--text", f"@{text}", "--format", "json")

    assert ["bai.txt:2"] == [each["place"] for each in outcome.json["disagreements"]]


@pytest.mark.parametrize(
    ("row", "causes"),
    [
        ("Công tác chỉ đạo, điều hành CCHC | 15.5 | 14", []),
        ("Công tác chỉ đạo, điều hành CCHC | 15 | 14", ["unsettled"]),
        ("Công tác chỉ đạo, điều hành CCHC | 15.5 | 15.75", ["unsettled"]),
    ],
)
def test_maxima_are_compared_with_a_set(row: str, causes: list[str], tmp_path: Path) -> None:
    path = write_csv(tmp_path / "t.csv", f"Lĩnh vực | Điểm tối đa | Điểm đạt được\n{row}")
    outcome = parindex("reconcile", path, "--criteria", "department-2023", "--format", "json")

    assert causes == [each["cause"] for each in outcome.json["disagreements"]]


def test_grades_are_compared_with_the_bounds_of_a_set(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "t.csv", "Đơn vị | Tỷ lệ | Xếp loại\nA | 92% | Xuất sắc\nB | 81% | Khá")
    outcome = parindex("reconcile", path, "--criteria", "department-2023", "--format", "json")

    assert [("grade", "81%")] == [
        (each["cause"], "81%") for each in outcome.json["disagreements"] if "81%" in each["message"]
    ]


GRADED = "Đơn vị | Tỷ lệ | Xếp loại\nA | 96,85% | Tốt\nB | 79,5% | Tốt\nC | 60% | Khá\nD | 49,07% | Kém"
BOUNDS = "Xếp loại: Tốt trên 80%; Khá từ 60% đến 80%; Kém dưới 60%"


def test_bounds_that_stand_above_the_table_are_those_of_its_grades(tmp_path: Path) -> None:
    outcome = parindex("reconcile", write_csv(tmp_path / "t.csv", f"{BOUNDS}\n{GRADED}"))

    assert (True, 1, True) == (
        "B: 79,5% in xếp loại Tốt; theo mức xếp loại là Khá." in outcome.out,
        outcome.code,
        "Mức xếp loại đã nêu: Tốt trên 80 %; Khá từ 60 % trở lên; Kém từ 0 % trở lên" in outcome.out,
    )


def test_bounds_that_sentences_state_are_those_of_the_grades(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "t.csv", GRADED)
    outcome = parindex("reconcile", path, "--text", f"{BOUNDS}.", "--format", "json")

    assert [("Tốt", "80", False), ("Khá", "60", True), ("Kém", "0", True)] == [
        (each["name"], each["from_percent"], each["inclusive"]) for each in outcome.json["stated_grades"]
    ]


def test_bounds_of_some_grades_only_are_not_used(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "t.csv", f"Tốt: trên 80%\n{GRADED}")

    assert None is parindex("reconcile", path, "--format", "json").json["stated_grades"]


def test_a_workbook_of_numbers_formats_and_headings_is_read_as_it_is_seen(tmp_path: Path) -> None:
    """69,25/71,5 is 96,853146… in the cell and 96.85% on the sheet; blocks stand below Roman numbers."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["STT", "Đơn vị", "Điểm tối đa", "Tổng điểm", "Chỉ số (%)", "Xếp hạng"])
    units = [("Văn phòng", 71.5, 69.25, 1), ("Sở Nội vụ", 96.5, 90.32, 2)]
    for heading, rows in (("Khối sở", units), ("Khối huyện", [("A", 96.5, 83.59, 2), ("B", 96.5, 78.84, 1)])):
        sheet.append(["I" if rows is units else "II", heading])
        for number, (name, most, points, rank) in enumerate(rows, start=1):
            sheet.append([number, name, most, points, points / most, rank])
            sheet.cell(sheet.max_row, 5).number_format = "0.00%"
    book.save(tmp_path / "t.xlsx")
    outcome = parindex("reconcile", tmp_path / "t.xlsx", "--format", "json")
    relations = {each["relation"]: each["agree"] for each in outcome.json["relations"]}

    assert ({"maximum": 4, "percent": 4, "rank": 2}, ["Sheet!F6", "Sheet!F7"], True) == (
        relations,
        [each["place"] for each in outcome.json["disagreements"]],
        "≈86.6218%" in outcome.json["disagreements"][0]["message"],
    )


def test_a_screen_shows_the_first_of_very_many_and_says_how_many_more(tmp_path: Path) -> None:
    rows = [f"Xã {n} | 10 | 5 | 20" for n in range(300)] + [f"Phường {n} | 10 | 5 | 15" for n in range(400)]
    path = write_csv(tmp_path / "t.csv", "\n".join(["Xã | LV1 | LV2 | Tổng điểm", *rows]))
    outcome = parindex("reconcile", path)

    assert (200, True) == (outcome.out.count("[reconcile-sum"), "Còn 100 chỗ nữa" in outcome.out)


def test_a_screen_shows_the_first_of_very_many_figures_that_cannot_be_read(tmp_path: Path) -> None:
    rows = [f"Xã {n} | 10 | 5 | nhiều" for n in range(300)]
    outcome = parindex(
        "reconcile",
        write_csv(tmp_path / "t.csv", "\n".join(["Xã | LV1 | LV2 | Tổng điểm", *rows, "Xã A | 1 | 2 | 3"])),
    )

    assert (200, True) == (
        outcome.out.count("[published-figure-unreadable]"),
        "Còn 100 số nữa: xem đủ bằng --format json." in outcome.out,
    )


def test_a_column_below_the_head_of_its_year_is_told_with_it(tmp_path: Path) -> None:
    page = """<table><tr><th rowspan=2>Đơn vị</th><th colspan=2>2023</th><th colspan=2>2024</th></tr>
    <tr><th>Điểm</th><th>Hạng</th><th>Điểm</th><th>Hạng</th></tr>
    <tr><td>Sở A</td><td>70,00</td><td>2</td><td>88,38</td><td>1</td></tr>
    <tr><td>Sở B</td><td>88,00</td><td>1</td><td>77,00</td><td>2</td></tr></table>"""
    out = " ".join(parindex("reconcile", write_page(tmp_path / "t.html", page)).out.split())

    assert "2023 – Điểm (tổng) · 2023 – Hạng (hạng) · 2024 – Điểm (tổng) · 2024 – Hạng (hạng)" in out
    assert "hạng theo điểm 4 4 – – –" in out
