"""The points of both sides on two sheets are one unit's form; other sheets are not taken for that."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from parcli.workbook.reading import read_workbook
from support.workbooks import grid, write_sheets
from workbook.layouts import found

CLAIMED = "Mã | Tiêu chí | Điểm tối đa | Điểm tự chấm\n'1.1.1 | Kế hoạch | 1 | 1\n'1.2 | Báo cáo | 2 | 2"
APPRAISED = CLAIMED.replace("tự chấm", "thẩm định").replace("| 2 | 2", "| 2 | 1.5")


def test_both_sides_points_on_two_sheets_are_one_form(tmp_path: Path) -> None:
    form = read_workbook(write_sheets(tmp_path / "s.xlsx", {"Thẩm định": APPRAISED, "Tự chấm": CLAIMED}))

    assert [(Fraction(2), Fraction(3, 2))] == [
        tuple(row.at(role).number for role in ("self", "appraised_1"))
        for row in form.rows
        if "1.2" in row.codes
    ]
    assert [("sheets-joined", "'Thẩm định'!A1")] == found(form)


@pytest.mark.parametrize(
    ("second", "code"),
    [
        ([["Năm: 2023"], *grid(APPRAISED)], "sheet-differs"),  # of another period
        # the same column: which of two claims counts is not for us to choose
        (grid(CLAIMED), "sheet-not-read"),
        (grid(APPRAISED.replace("'1.2", "'1.3")), "sheet-differs"),  # of another row
    ],
)
def test_sheets_that_are_no_two_sides_of_one_table_are_not_joined(
    tmp_path: Path, second: list[list[object]], code: str
) -> None:
    sheets = {"Tự chấm": [["Năm: 2024"], *grid(CLAIMED)], "Khác": second}
    form = read_workbook(write_sheets(tmp_path / "s.xlsx", sheets))

    assert [code] == [each for each, _ in found(form)]
