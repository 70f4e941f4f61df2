"""Makes the sound workbooks that fuzzing starts from: as people, libraries and odd programs write them."""

from __future__ import annotations

import io
import random
import tempfile
from datetime import datetime
from functools import cache
from pathlib import Path

import xlsxwriter

from support.odd_workbooks import odd_workbook
from support.workbooks import Grid, write_sheets

EXAMPLES = Path(__file__).parents[2] / "examples"
_ODD = 200  # different odd workbooks


def base_workbook(rng: random.Random) -> bytes:
    """Return a workbook; the small form of one unit is the commonest, being quick to read."""
    make = rng.choices((_form, _odd, _by_openpyxl, _by_xlsxwriter, _district), (8, 5, 3, 3, 1))[0]
    return make(rng)


def _form(_rng: random.Random) -> bytes:
    return _file(EXAMPLES / "case_c.xlsx")


def _district(_rng: random.Random) -> bytes:
    return _file(EXAMPLES / "province-2023" / "H01.xlsx")


def _odd(rng: random.Random) -> bytes:
    return _odd_number(rng.randrange(_ODD))


@cache
def _file(path: Path) -> bytes:
    return path.read_bytes()


@cache
def _odd_number(seed: int) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        return odd_workbook(Path(folder) / "odd.xlsx", seed).read_bytes()


def _by_openpyxl(_rng: random.Random) -> bytes:
    return _openpyxl_book()


def _by_xlsxwriter(_rng: random.Random) -> bytes:
    return _xlsxwriter_book()


@cache
def _openpyxl_book() -> bytes:
    rows: Grid = [
        ["Mã", "Tiêu chí", "Điểm tối đa", "Tự chấm", "Thẩm định"],
        ["1", "Chỉ đạo điều hành", 10, "=C2-1", True],
        ["2", "Thủ tục hành chính", 0.85, datetime.fromisoformat("2023-10-01T08:30:00"), "#N/A"],
        [None, " khoảng ", 123456789012345, -1.5, 1e-9],
    ]
    with tempfile.TemporaryDirectory() as folder:
        path = write_sheets(
            Path(folder) / "a.xlsx",
            {"CCHC": rows, "Ẩn": rows[:2], "Rỗng": []},
            hidden=("Ẩn",),
            hide_cols=("C",),
            hide_rows=(3,),
            merge=("A1:B1", "D3:E4"),
            formats={"C3": "0.0%", "C4": "[h]:mm"},
        )
        return path.read_bytes()


@cache
def _xlsxwriter_book() -> bytes:
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as book:
        percent = book.add_format({"num_format": "0.00%"})
        date = book.add_format({"num_format": "dd/mm/yyyy"})
        sheet = book.add_worksheet("Tự chấm")
        sheet.write_row(0, 0, ["Mã", "Tiêu chí", "Điểm tối đa", "Tự chấm"])
        sheet.write_row(1, 0, ["1", "Chỉ đạo", 10, 9.5])
        sheet.write_datetime(1, 4, datetime.fromisoformat("2023-10-01"), date)
        sheet.write_number(1, 5, 0.5, percent)
        sheet.write_formula(1, 6, "=C2*2", percent, 20)
        sheet.write_formula(2, 6, "=1/0", None, "#DIV/0!")
        sheet.write_rich_string(2, 1, book.add_format({"bold": True}), "đậm", " thường")
        sheet.merge_range("A5:C6", "gộp", date)
        sheet.set_row(8, None, None, {"hidden": True})
        sheet.set_column("H:XFD", None, None, {"hidden": True})
        book.add_worksheet("Ẩn").very_hidden()
    return target.getvalue()
