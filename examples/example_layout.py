"""Lays the rows of a filled form out as an office does; what stands in them comes from elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import cache
from pathlib import Path
from textwrap import wrap

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from example_rows import STAGES, Answers, Row, Share, Value


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the form; ``parent`` is the header cell above several columns."""

    key: str
    header: str
    width: float
    parent: str = ""


COLUMNS = (
    Column("code", "STT", 6),
    Column("title", "Lĩnh vực/Tiêu chí/Tiêu chí thành phần", 38),
    Column("max", "Điểm tối đa", 7),
    Column("numerator", "Tử số (kỳ này)", 7.5, "Số liệu kê khai"),
    Column("denominator", "Mẫu số (kỳ trước)", 8.5, "Số liệu kê khai"),
    Column("declared", "Giá trị kê khai", 17, "Số liệu kê khai"),
    Column("self", "Tự đánh giá", 7.5, "Điểm"),
    Column("appraised_1", "Thẩm định lần 1", 8, "Điểm"),
    Column("appraised_2", "Thẩm định lần 2", 8, "Điểm"),
    Column("survey", "Điều tra XHH", 7.5, "Điểm"),
    Column("imported", "Chỉ số hài lòng, chuyển đổi số", 10, "Điểm"),
    Column("leaders", "Lãnh đạo đánh giá", 8.5, "Điểm"),
    Column("explanation", "Giải trình", 20),
    Column("evidence", "Tài liệu kiểm chứng", 21),
    Column("note", "Ghi chú", 20),
)
COLUMN = {column.key: index for index, column in enumerate(COLUMNS)}
SUMMED = ("max", *STAGES)
TEXTS = frozenset({"title", "explanation", "evidence", "note"})
POINTS = frozenset(COLUMN) - TEXTS - {"code", "declared", "numerator", "denominator"}
COUNTED = frozenset({"numerator", "denominator"})
WRAPPED = TEXTS | {"declared"}
CHARACTERS = 1.2  # of 11-point Times New Roman in one unit of column width, bold and indent allowed for
TITLE_ROW, LABEL_ROW = 2, 4  # close together: all of it stays on the screen with the header
LINE_HEIGHT = 15.5
A4 = 9
MADE_AT = datetime(2024, 1, 15)  # noqa: DTZ001 - a document property, which has no zone in the file


def new_workbook(path: Path, title: str) -> Workbook:
    """Open a workbook to be written; the same content gives the same bytes at any time."""
    book = Workbook(path, {"in_memory": True})  # no temporary files: thousands are written in tests
    book.set_properties({"title": title, "created": MADE_AT})
    return book


def write_workbook(path: Path, form: Answers, rows: Sequence[Row]) -> None:
    """Write a workbook of one sheet, the filled form."""
    with new_workbook(path, "Chỉ số cải cách hành chính") as book:
        write_form(book.add_worksheet("Tự đánh giá"), Styles(book), form, rows)


def write_form(sheet: Worksheet, styles: Styles, form: Answers, rows: Sequence[Row]) -> None:
    """Write head, header, table and signatures, and set the page up for A4 across."""
    _write_head(sheet, styles, form)
    first = _write_header(sheet, styles, LABEL_ROW + len(form.labels) + 1)
    _write_rows(sheet, styles, rows, first)
    _write_signatures(sheet, styles, first + len(rows) + 1)
    _set_up_page(sheet, first)


class Styles:
    """The cell formats of one workbook, each made once."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, object], ...], Format] = {}
        self._cells: dict[tuple[str, str, str], Format] = {}

    def of(self, **properties: object) -> Format:
        """Return the format with these properties of xlsxwriter on top of the common font."""
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            common = {"font_name": "Times New Roman", "font_size": 11, "valign": "vcenter"}
            self._made[key] = self._book.add_format(common | properties)
        return self._made[key]

    def cell(self, row: Row, column: str) -> Format:
        """Return the format of a cell of the table."""
        key = (row.kind, column, _number_format(row, column))
        if key not in self._cells:
            self._cells[key] = self.of(**_look(*key))
        return self._cells[key]


def _look(kind: str, column: str, number_format: str) -> dict[str, object]:
    look: dict[str, object] = {"border": 1, "text_wrap": True}
    look["align"] = "left" if column in TEXTS else "center"
    look["bold"] = kind in {"area", "criterion", "footer"}
    if kind in {"area", "footer"}:
        look["bg_color"] = "#E7EEF7"
    if kind == "detail":
        look["italic"] = True
        look["indent"] = 2 if column == "title" else 0
    return look | ({"num_format": number_format} if number_format else {})


def _number_format(row: Row, column: str) -> str:
    """Return the number format of a cell, "" for one without."""
    value = row.cells.get(column)
    if isinstance(value, Share):
        tenths = value.value * 1000
        return "0.0%" if tenths == int(tenths) else "0.00%"
    if column in COUNTED or column == "declared" or row.kind == "detail":
        return "#,##0" if isinstance(value, Decimal) else ""
    return "0.00#" if column in POINTS else ""


def _write_head(sheet: Worksheet, styles: Styles, form: Answers) -> None:
    plain, bold = styles.of(align="center"), styles.of(bold=True, align="center")
    underlined = styles.of(bold=True, align="center", underline=1)
    middle, last = COLUMN["appraised_2"], len(COLUMNS) - 1
    sheet.merge_range(0, 0, 0, 2, form.superior.upper(), plain)
    sheet.merge_range(1, 0, 1, 2, form.labels["Đơn vị"].upper(), bold)
    sheet.merge_range(0, middle, 0, last, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold)
    sheet.merge_range(1, middle, 1, last, "Độc lập - Tự do - Hạnh phúc", underlined)
    title = f"BIỂU TỰ ĐÁNH GIÁ, THẨM ĐỊNH CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM {form.year}"
    sheet.set_row(TITLE_ROW, 2 * LINE_HEIGHT)
    sheet.merge_range(
        TITLE_ROW, 0, TITLE_ROW, last, title, styles.of(bold=True, align="center", font_size=14)
    )
    remark = "(Biểu ví dụ: số liệu minh họa, không phải số liệu thật của đơn vị)"
    sheet.merge_range(TITLE_ROW + 1, 0, TITLE_ROW + 1, last, remark, styles.of(italic=True, align="center"))
    for row, (label, text) in enumerate(form.labels.items(), start=LABEL_ROW):
        sheet.write_string(row, 1, f"{label}:", styles.of(bold=True, align="right"))
        sheet.write_string(row, 2, text, styles.of())


def _write_header(sheet: Worksheet, styles: Styles, top: int) -> int:
    """Write the two header rows from ``top`` and return the index of the first row of the table."""
    style = styles.of(bold=True, align="center", border=1, text_wrap=True, bg_color="#D9E2EF")
    for col, column in enumerate(COLUMNS):
        sheet.set_column(col, col, column.width, styles.of())
        if column.parent:
            sheet.write_string(top + 1, col, column.header, style)
        else:
            sheet.merge_range(top, col, top + 1, col, column.header, style)
    for parent in dict.fromkeys(column.parent for column in COLUMNS if column.parent):
        below = [col for col, column in enumerate(COLUMNS) if column.parent == parent]
        sheet.merge_range(top, below[0], top, below[-1], parent, style)
    sheet.set_row(top - 1, LINE_HEIGHT / 2)
    sheet.set_row(top + 1, 3 * LINE_HEIGHT)
    return top + 2


def _write_rows(sheet: Worksheet, styles: Styles, rows: Sequence[Row], first: int) -> None:
    for index, row in enumerate(rows):
        sheet.set_row(first + index, LINE_HEIGHT * _lines(row))
        for col, column in enumerate(COLUMNS):
            style = styles.cell(row, column.key)
            total = _total(rows, index, column.key)
            if column.key in row.cells or total is None:
                _write(sheet, first + index, col, _content(row, column.key), style)
            else:
                parts = ",".join(xl_rowcol_to_cell(first + part, col) for part in row.parts)
                sheet.write_formula(first + index, col, f"=SUM({parts})", style, float(total))


def _lines(row: Row) -> int:
    """Return how many lines the longest text of a row takes; readers do not all fit rows by themselves."""
    texts = [(str(_content(row, column.key)), column.width) for column in COLUMNS if column.key in WRAPPED]
    return max(1, *(_lines_of(text, int(width * CHARACTERS)) for text, width in texts))


@cache
def _lines_of(text: str, width: int) -> int:
    return len(wrap(text, width))


def _total(rows: Sequence[Row], index: int, column: str) -> Decimal | None:
    """Return what a row comes to in a summed column, None where nothing below it holds a number."""
    if column not in SUMMED:
        return None
    value = rows[index].cells.get(column)
    if isinstance(value, Decimal):
        return value
    found = [_total(rows, part, column) for part in rows[index].parts]
    numbers = [number for number in found if number is not None]
    return sum(numbers, Decimal(0)) if numbers else None


def _content(row: Row, key: str) -> Value:
    fixed = {"code": row.code, "title": row.title}
    return fixed[key] if key in fixed else row.cells.get(key, "")


def _write(sheet: Worksheet, row: int, col: int, value: Value, style: Format) -> None:
    if value == "":
        sheet.write_blank(row, col, None, style)
    elif isinstance(value, str):
        sheet.write_string(row, col, value, style)
    else:
        sheet.write_number(row, col, float(value.value if isinstance(value, Share) else value), style)


def _write_signatures(sheet: Worksheet, styles: Styles, row: int) -> None:
    """Write the places for signatures; the example names nobody."""
    bold, slant = styles.of(bold=True, align="center"), styles.of(italic=True, align="center")
    left, right = (0, COLUMN["title"]), (COLUMN["explanation"], len(COLUMNS) - 1)
    for (first, last), who, how in (
        (left, "NGƯỜI LẬP BIỂU", "(Ký, ghi rõ họ tên)"),
        (right, "THỦ TRƯỞNG ĐƠN VỊ", "(Ký tên, đóng dấu)"),
    ):
        sheet.merge_range(row, first, row, last, who, bold)
        sheet.merge_range(row + 1, first, row + 1, last, how, slant)


def _set_up_page(sheet: Worksheet, first: int) -> None:
    sheet.freeze_panes(first, COLUMN["max"])
    sheet.ignore_errors({"number_stored_as_text": f"A{first}:A1000"})
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.5)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(first - 2, first - 1)
    sheet.set_footer("&C&P/&N")
    sheet.hide_gridlines(2)
