from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

import pytest
import xlsxwriter

from parcli.workbook.openpyxl_reader import open_book
from parcli.workbook.sheet import Area, Cell, SparseSheet, column_letters, place_of
from support.workbooks import changed, write


def cells_of(path: Path) -> Mapping[tuple[int, int], Cell]:
    return open_book(path).sheets[0].cells


def test_values_keep_their_kind(tmp_path: Path) -> None:
    path = write(tmp_path / "a.xlsx", [["chữ", 1, 0.5, True, datetime.fromisoformat("2023-10-01"), None]])
    cells = cells_of(path)
    assert [cells[1, col].kind for col in range(1, 6)] == ["text", "number", "number", "boolean", "date"]
    assert (1, 6) not in cells


def test_percent_format_is_kept_and_quoted_percent_is_none(tmp_path: Path) -> None:
    path = write(tmp_path / "a.xlsx", [[0.85, 85]], formats={"A1": "0.0%", "B1": '0"%"'})
    assert [cells_of(path)[1, col].percent_format for col in (1, 2)] == [True, False]


def test_formula_without_a_cached_value_is_told_from_one_with(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_formula("A1", "=1+1", value=2)
        sheet.write_formula("A2", '=IF(1,"","")', value="x")
        sheet.write_formula("A3", "=1/0", value="#DIV/0!")
    plain = cells_of(changed(path, lambda xml: xml.replace("<v>x</v>", "<v></v>")))
    assert (plain[1, 1].value, plain[1, 1].formula, plain[1, 1].has_cached) == (2, "=1+1", True)
    assert plain[2, 1].empty
    assert plain[3, 1].error == "#DIV/0!"
    uncached = cells_of(write(tmp_path / "b.xlsx", [["=1+1"]]))[1, 1]
    assert (uncached.value, uncached.formula, uncached.has_cached) == (None, "=1+1", False)


def test_merged_ranges_and_hidden_parts_are_kept(tmp_path: Path) -> None:
    path = write(
        tmp_path / "a.xlsx", "A | B | C\n1 | 2 | 3", merge=("A1:B1",), hide_rows=(2,), hide_cols=("C",)
    )
    sheet = open_book(path).sheets[0]
    assert (sheet.merged, sheet.hidden_rows, sheet.hidden_cols) == (
        (Area(1, 1, 1, 2),),
        frozenset({2}),
        frozenset({3}),
    )
    assert sheet.bounds == (2, 3)


@pytest.mark.parametrize(
    ("title", "place"),
    [
        ("CCHC", "CCHC!B7"),
        ("Tự chấm", "'Tự chấm'!B7"),
        ("Sở's", "'Sở''s'!B7"),
        ("2023", "'2023'!B7"),
        ("AB12", "'AB12'!B7"),
        ("a-b", "'a-b'!B7"),
    ],
)
def test_places_are_written_as_excel_writes_them(title: str, place: str) -> None:
    assert place_of(SparseSheet(title), 7, 2) == place


@pytest.mark.parametrize(("col", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (703, "AAA")])
def test_column_letters(col: int, letters: str) -> None:
    assert column_letters(col) == letters
