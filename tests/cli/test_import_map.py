"""A table whose headers nobody knows is imported by what the user says of its columns, or refused."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from cli.running import Outcome, parindex
from parcli.workbook.asked_table import TABLE_ROLES, read_asked_table
from parcli.workbook.own_words import OwnWords
from support.tables import write_csv, write_xlsx

HEAD = ["TT", "Cơ sở được chấm", "Kết quả cuối", "Thứ bậc", "Nội bộ"]
LETTERHEAD = [["UBND TỈNH X", "PHÒNG Y", "CỘNG HÒA"], ["Báo cáo kết quả năm 2023"], []]
ROWS: list[list[Any]] = [[1, "Huyện A", 90, 1, 3.5], [2, "Huyện B", 80, 2, 3]]


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a workbook none of whose headers is known; commands are called in its folder."""
    monkeypatch.setenv("PARINDEX_STORE", str(tmp_path / "parindex.db"))
    monkeypatch.chdir(tmp_path)
    return write_xlsx(tmp_path / "t.xlsx", [*LETTERHEAD, HEAD, *ROWS])


def imported(path: Path, *maps: str, form: str = "table") -> Outcome:
    words = [word for each in maps for word in ("--map", each)]
    stated = ("--index", "PAR", "--period", "2023", "--level", "district", "--source", "QĐ 1")
    return parindex("import", path, *stated, "--format", form, *words)


def results(path: Path, *maps: str) -> list[tuple[str, str | None, int | None]]:
    read = imported(path, *maps, form="json").json["results"]
    return [(each["unit"]["name"], each["points"], each["rank"]) for each in read]


@pytest.mark.parametrize(
    "maps",
    [
        ("Cơ sở được chấm=unit", "Kết quả cuối=points", "Thứ bậc=rank"),
        ("B=unit", "C=points", "D=rank"),
        ("b=unit", "KẾT QUẢ CUỐI=points", "D=rank"),
    ],
)
def test_columns_are_named_by_header_or_letters(table: Path, maps: tuple[str, ...]) -> None:
    assert [("Huyện A", "90", 1), ("Huyện B", "80", 2)] == results(table, *maps)


def test_a_table_in_csv_is_named_alike(tmp_path: Path, table: Path) -> None:
    path = write_csv(tmp_path / "t.csv", "Cơ sở | Mức\nHuyện A | 90")

    assert [("Huyện A", "90", None)] == results(path, "Cơ sở=unit", "B=points")


def test_the_header_of_a_part_is_its_area(table: Path) -> None:
    (first, _) = imported(table, "B=unit", "C=points", "Nội bộ=part", form="json").json["results"]

    assert {"Nội bộ": "3.5"} == first["areas"]


def test_what_is_said_stands_over_a_known_header(tmp_path: Path, table: Path) -> None:
    path = write_csv(tmp_path / "t.csv", "Đơn vị | Điểm | Điểm cuối cùng\nHuyện A | 1 | 90")
    read = imported(path, "Điểm cuối cùng=points", form="json").json

    assert ["90"] == [each["points"] for each in read["results"]]
    assert ["table-column-unread"] == [each["code"] for each in read["findings"]]


def test_a_column_left_out_on_purpose_is_not_reported(tmp_path: Path, table: Path) -> None:
    path = write_csv(tmp_path / "t.csv", "Đơn vị | Điểm | Khác\nHuyện A | 90 | 7")

    assert [] == imported(path, "Khác=ignore", form="json").json["findings"]


def test_without_a_known_header_the_likeliest_row_is_named_with_an_example(table: Path) -> None:
    outcome = imported(table)

    assert 3 == outcome.code
    assert "Cơ sở được chấm (Bảng!B4)" in outcome.err
    assert '--map "B=unit" --map "E=points"' in outcome.err


def test_the_example_of_the_refusal_works(table: Path) -> None:
    assert [("Huyện A", "3.5", None), ("Huyện B", "3", None)] == results(table, "B=unit", "E=points")


@pytest.mark.parametrize(
    ("maps", "said"),
    [
        (("B=unit", "C=points", "Zz=rank"), "--map nêu “Zz” nhưng bảng"),
        (("B=unit", "C=self"), "không có vai trò “self”"),
        (("B",), "--map “B” chưa đúng"),
        (("B=unit", "B=points"), "hai lần với hai vai trò"),
        (("B=unit", "C=points", "D=points"), "cùng là points: Kết quả cuối (Bảng!C4)"),
    ],
)
def test_what_names_nothing_is_refused_and_nothing_kept(
    tmp_path: Path, table: Path, maps: tuple[str, ...], said: str
) -> None:
    outcome = imported(table, *maps)

    assert (True, True) == (outcome.code != 0, said in outcome.err)
    assert not (tmp_path / "parindex.db").exists()


def test_every_role_is_taken(tmp_path: Path) -> None:
    path = write_csv(
        tmp_path / "t.csv", " | ".join(f"Cột {role}" for role in TABLE_ROLES) + "\na" + " | 1" * 19
    )
    own = OwnWords(asked={f"Cột {role}": role for role in TABLE_ROLES})

    assert TABLE_ROLES == tuple(column.asked for column in read_asked_table(path, own).columns)


def test_a_column_of_a_group_is_named_by_its_letters(tmp_path: Path, table: Path) -> None:
    rows: list[list[Any]] = [
        ["Tên đơn vị", "LV1", "", "LV2", "", "Tổng cộng", ""],
        ["", "TĐ", "Bị trừ", "TĐ", "Bị trừ", "TĐ", "Bị trừ"],
        ["Huyện A", 9, 1, 8, 0, 17, 1],
    ]
    path = write_xlsx(tmp_path / "e.xlsx", rows)
    book = load_workbook(path)
    for cells in ("B1:C1", "D1:E1", "F1:G1", "A1:A2"):
        book.worksheets[0].merge_cells(cells)
    book.save(path)
    (result,) = imported(path, "F=points", "B=part", form="json").json["results"]

    assert "--map “F=points”" in imported(path).err
    assert ("17", {"1": "9", "2": "8"}) == (result["points"], result["areas"])
