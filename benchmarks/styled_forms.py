"""Writes filled forms as large and as styled as those that the targets were set on; it reads and scores none.

A department's form of 120 rows in twelve columns, with borders, fonts, merged cells and comments, by three
programs in turn: xlsxwriter, openpyxl, and LibreOffice where it is installed. What is answered is what the
example units answer.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from random import Random

import openpyxl
import xlsxwriter
from msgspec import Struct
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, Side
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from parcli.workbook.libreoffice import program

ROOT = Path(__file__).resolve().parents[1]
sys.path.append(str(ROOT / "examples"))

from example_rows import Row, Share, Value, form_rows  # noqa: E402 - found only after the path is set
from parcli.criteria.library import load_set  # noqa: E402 - in order
from province_answers import Menus, Wish, answers_for  # noqa: E402 - found only after the path is set

COLUMNS: Mapping[str, str] = {
    "code": "STT",
    "title": "Lĩnh vực, tiêu chí, tiêu chí thành phần",
    "max": "Điểm tối đa",
    "numerator": "Tử số (kỳ này)",
    "denominator": "Mẫu số (kỳ trước)",
    "declared": "Giá trị kê khai",
    "self": "Điểm tự chấm",
    "appraised_1": "Điểm thẩm định lần 1",
    "appraised_2": "Điểm thẩm định lần 2",
    "explanation": "Giải trình",
    "evidence": "Tài liệu kiểm chứng",
    "note": "Ghi chú",
}
HEAD = ("ỦY BAN NHÂN DÂN TỈNH", "BIỂU TỰ ĐÁNH GIÁ, THẨM ĐỊNH CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2023")
REMARK = "Cần bổ sung tài liệu kiểm chứng."
_AT_ONCE = 50  # files
REMARKED = 20  # every so many rows
MATTERS = ("cải cách hành chính", "kiểm tra công vụ", "chuyển đổi số", "tinh giản biên chế", "dịch vụ công")
_FIRST, _SUMMED = 8, ("max", "self", "appraised_1", "appraised_2")


class _Sum(Struct, frozen=True):
    """A formula and what it comes to."""

    formula: str
    value: float


_Cell = str | float | _Sum | None
_Table = Sequence[Sequence[_Cell]]


def make_styled(folder: Path, count: int) -> list[Path]:
    """Write ``count`` forms into a folder and return their paths."""
    criteria_set = load_set(ROOT / "criteria" / "department-2023.yaml").criteria_set
    menus, paths = Menus(criteria_set), [folder / f"{number:04}.xlsx" for number in range(count)]
    for number, path in enumerate(paths):
        chance = Random(number)
        wish = Wish(Fraction(chance.randint(705, 955), 1000))
        rows = form_rows(criteria_set, answers_for(menus, wish, chance))
        write = _by_openpyxl if number % 3 == 1 else _by_xlsxwriter
        write(path, f"Cơ quan cấp sở số {number + 1}", _table(rows, chance))
    others = paths[2::3]
    for start in range(0, len(others), _AT_ONCE):  # of several hundred it leaves one out
        _save_by_libreoffice(others[start : start + _AT_ONCE], folder)
    return paths


def _table(rows: Sequence[Row], chance: Random) -> _Table:
    """Return the rows of areas, criteria and answers; whatever needs further rows is claimed in points."""
    kept = [index for index, row in enumerate(rows) if row.kind != "detail"]
    places = {index: _FIRST + place for place, index in enumerate(kept)}
    return [
        [_sum(rows, index, key, places) or _written(cells.get(key)) for key in COLUMNS]
        for index in kept
        for cells in [_cells(rows[index], chance)]
    ]


def _cells(row: Row, chance: Random) -> Mapping[str, Value]:
    """Return what stands in a row, with proof and reasons in words of its own."""
    cells = {"code": row.code, "title": row.title, **row.cells}
    for key in ("evidence", "explanation"):
        if key in cells or (row.kind == "leaf" and chance.random() < 0.7):
            plan, report, day = chance.randint(1, 999), chance.randint(1, 999), chance.randint(1, 28)
            about = f"về {chance.choice(MATTERS)} và {chance.choice(MATTERS)} năm 2023"
            cells[key] = f"Kế hoạch số {plan}/KH-SNV ngày {day}/3/2023 {about}; Báo cáo số {report}/BC-SNV"
    return cells


def _sum(rows: Sequence[Row], index: int, key: str, places: Mapping[int, int]) -> _Sum | None:
    if key not in _SUMMED or not rows[index].parts or key in rows[index].cells:
        return None
    column = "ABCDEFGHIJKL"[list(COLUMNS).index(key)]
    cells = ",".join(f"{column}{places[part]}" for part in rows[index].parts)
    return _Sum(f"=SUM({cells})", float(_total(rows, index, key)))


def _total(rows: Sequence[Row], index: int, key: str) -> Decimal:
    own = rows[index].cells.get(key)
    if isinstance(own, Decimal):
        return own
    return sum((_total(rows, part, key) for part in rows[index].parts), Decimal(0))


def _written(value: Value | None) -> _Cell:
    if isinstance(value, Share):
        return f"{float(value.value) * 100:g}%"
    return float(value) if isinstance(value, Decimal) else value or None


def _labels(unit: str) -> Mapping[str, str]:
    return {"Đơn vị": unit, "Kỳ đánh giá": "Năm 2023", "Bộ tiêu chí": "department-2023"}


def _by_xlsxwriter(path: Path, unit: str, table: _Table) -> None:
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Tự đánh giá")
        common = {"font_name": "Times New Roman", "border": 1, "text_wrap": True}
        plain, bold, points = (
            book.add_format({**common, **look}) for look in ({}, {"bold": True}, {"num_format": "0.00"})
        )
        for row, title in enumerate(HEAD):
            sheet.merge_range(row, 0, row, len(COLUMNS) - 1, title, bold)
        for row, (label, text) in enumerate(_labels(unit).items(), len(HEAD)):
            sheet.write_row(row, 1, (f"{label}:", text), plain)
        sheet.write_row(_FIRST - 2, 0, COLUMNS.values(), bold)
        for row, cells in enumerate(table, _FIRST - 1):
            for col, value in enumerate(cells):
                _write(sheet, (row, col), value, points if isinstance(value, float | _Sum) else plain)
            if row % REMARKED == 0:
                sheet.write_comment(row, 1, REMARK)


def _write(sheet: Worksheet, place: tuple[int, int], value: _Cell, look: Format) -> None:
    if isinstance(value, _Sum):
        sheet.write_formula(*place, value.formula, look, value.value)
    else:
        sheet.write(*place, value, look)


def _by_openpyxl(path: Path, unit: str, table: _Table) -> None:
    """Write a form in which sums are numbers: openpyxl keeps no value beside a formula."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row, title in enumerate(HEAD, 1):
        sheet.cell(row, 1, title)
        sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=len(COLUMNS))
    for row, (label, text) in enumerate(_labels(unit).items(), 1 + len(HEAD)):
        sheet.cell(row, 2, f"{label}:")
        sheet.cell(row, 3, text)
    side = Side(style="thin")
    border, wrap = Border(side, side, side, side), Alignment(wrap_text=True)
    fonts = [Font(name="Times New Roman", size=size, bold=size > 12) for size in (12, 13)]
    for row, cells in enumerate((list[_Cell](COLUMNS.values()), *table), _FIRST - 1):
        for col, value in enumerate(cells, 1):
            cell = sheet.cell(row, col, value.value if isinstance(value, _Sum) else value)
            cell.border, cell.alignment, cell.font = border, wrap, fonts[row % 2]
            cell.number_format = "0.00" if isinstance(value, float | _Sum) else "General"
        if row % REMARKED == 0:
            sheet.cell(row, 2).comment = Comment(REMARK, "")
    book.save(path)


def _save_by_libreoffice(paths: Sequence[Path], folder: Path) -> None:
    """Have LibreOffice save forms again, all in one start; without it they stay as they are."""
    soffice = program()
    if soffice is None or not paths:
        return
    made = folder / "made"
    command = [str(soffice), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(made), *map(str, paths)]
    subprocess.run(command, check=True, capture_output=True)
    for path in paths:
        (made / path.name).replace(path)
