from __future__ import annotations

import codecs
from pathlib import Path
from typing import Any

import pytest

from parcli.errors import UnusableFile
from parcli.messages.catalog import error_text
from parcli.workbook.table import read_table
from support.tables import write_csv, write_xlsx
from support.workbooks import write_sheets

TABLE = """
Đơn vị | Điểm | Ghi chú
Huyện A | 85,78 | một
Huyện B | 80,5 |
"""


def cells(path: Path) -> list[list[str]]:
    table = read_table(path)
    return [[row.at(column.col).text for column in table.columns] for row in table.rows]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_every_delimiter_and_encoding_gives_the_same_cells(
    tmp_path: Path, delimiter: str, encoding: str
) -> None:
    path = write_csv(tmp_path / "t.csv", TABLE, delimiter=delimiter, encoding=encoding)

    assert [["Huyện A", "85,78", "một"], ["Huyện B", "80,5", ""]] == cells(path)


def test_a_line_that_names_the_delimiter_is_obeyed(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("sep=;\nĐơn vị;Điểm\nHuyện A;85,78\n", encoding="utf-8")

    table = read_table(tmp_path / "t.csv")

    assert ("t.csv:3", "85,78") == (table.rows[0].place, table.rows[0].at(2).text)


def test_a_place_is_the_line_on_which_the_record_begins(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(
        '"Đơn\nvị",Điểm\n"Huyện\nA",85\nHuyện B,80\n', encoding="utf-8", newline=""
    )

    assert ["t.csv:3", "t.csv:5"] == [row.place for row in read_table(tmp_path / "t.csv").rows]


def test_a_cells_place_names_its_column(tmp_path: Path) -> None:
    table = read_table(write_csv(tmp_path / "t.csv", TABLE))

    assert "t.csv:2:Điểm" == table.rows[0].at(2).place


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "file-empty"),
        (b"\n\n , ,\n", "file-empty-table"),
        ("Đơn vị,Điểm\nHuyện Đ,1\n".encode("cp1258", "replace"), "table-encoding"),
        ("Đơn vị,Điểm\n".encode("utf-16-le"), "table-encoding"),
        (codecs.BOM_UTF16_LE + b"a", "table-encoding"),
        ('Đơn vị,Điểm\n"Huyện A,1\nHuyện B,2\n'.encode(), "table-open-quote"),
        (("Đơn vị,Điểm\n" + "x" * 200_000 + ",1\n").encode(), "table-damaged"),
        (b"a,b\n1,2\n", "table-no-header"),
        ("Đơn vị\nHuyện A\n".encode(), "table-no-header"),
    ],
)
def test_a_file_that_cannot_be_used_is_one_sentence(tmp_path: Path, content: bytes, code: str) -> None:
    (tmp_path / "t.csv").write_bytes(content)

    with pytest.raises(UnusableFile) as caught:
        read_table(tmp_path / "t.csv")

    assert code == caught.value.code
    assert all("t.csv" in error_text(code, caught.value.params, lang) for lang in ("vi", "en"))


@pytest.mark.parametrize(("name", "code"), [("no.csv", "file-missing"), ("no.xlsx", "file-missing")])
def test_a_missing_file_is_one_sentence(tmp_path: Path, name: str, code: str) -> None:
    with pytest.raises(UnusableFile) as caught:
        read_table(tmp_path / name)

    assert code == caught.value.code


def test_a_folder_is_no_table(tmp_path: Path) -> None:
    (tmp_path / "t.csv").mkdir()

    with pytest.raises(UnusableFile) as caught:
        read_table(tmp_path / "t.csv")

    assert "file-is-folder" == caught.value.code


def test_title_rows_above_the_header_are_skipped_in_a_workbook(tmp_path: Path) -> None:
    titles: list[list[Any]] = [["UBND TỈNH X", None, "CỘNG HÒA"], ["KẾT QUẢ NĂM 2023"], []]
    rows: list[list[Any]] = [*titles, ["STT", "Đơn vị", "Điểm"], [1, "A", 8.5]]

    table = read_table(write_xlsx(tmp_path / "t.xlsx", rows))

    assert ["STT", "Đơn vị", "Điểm"] == [column.header for column in table.columns]
    assert ["Bảng!A5"] == [row.place for row in table.rows]


def test_a_visible_sheet_comes_before_a_hidden_one(tmp_path: Path) -> None:
    sheets = {"Cũ": "Đơn vị | Điểm\nA | 1", "Mới": "Đơn vị | Điểm\nB | 2", "Sau": "Đơn vị | Điểm\nC | 3"}
    path = write_sheets(tmp_path / "t.xlsx", sheets, hidden=("Cũ",))

    assert [["B", "2"]] == cells(path)


def test_the_title_rows_say_the_period(tmp_path: Path) -> None:
    rows: list[list[Any]] = [["KẾT QUẢ NĂM 2023"], ["Đơn vị", "Điểm"], ["Huyện A", 85]]

    period = read_table(write_xlsx(tmp_path / "t.xlsx", rows)).labels.period

    assert period is not None
    assert 2023 == period.value.year


HOSTILE = ["=HYPERLINK(1)", "<script>alert(1)</script>", "@SUM(A1)", "[bold]x[/bold]", "+1|2"]


@pytest.mark.parametrize("text", [*HOSTILE, "a\x1b[31mb"])
def test_a_hostile_text_is_plain_text(tmp_path: Path, text: str) -> None:
    (tmp_path / "t.csv").write_text(f'Đơn vị,Điểm\n"{text}",1\n', encoding="utf-8")

    assert [[text, "1"]] == cells(tmp_path / "t.csv")


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_cell_is_plain_text(tmp_path: Path, text: str) -> None:
    assert [[text, "1"]] == cells(write_xlsx(tmp_path / "t.xlsx", [["Đơn vị", "Điểm"], [text, 1]]))
