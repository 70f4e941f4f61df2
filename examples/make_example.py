"""Writes the two example workbooks into a folder, the same bytes every time; it scores nothing.

Run as ``python examples/make_example.py FOLDER``.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import yaml
from xlsxwriter.worksheet import Worksheet

from example_layout import A4, Styles, new_workbook, write_workbook
from example_rows import form_rows, read_answers
from parcli.criteria.library import load_set

HERE = Path(__file__).resolve().parent
ANSWERS = HERE / "department-2023-answers.yaml"
CASE_C = HERE / "case-c.yaml"
CRITERIA = HERE.parent / "criteria"


def make_workbook(path: Path) -> None:
    """Write the filled form of the whole department set."""
    form = read_answers(ANSWERS)
    criteria_set = load_set(CRITERIA / f"{form.criteria_set}.yaml").criteria_set
    write_workbook(path, form, form_rows(criteria_set, form.answers))


def make_case_c(path: Path) -> None:
    """Write the table of a published result as its notice prints it."""
    case = yaml.safe_load(CASE_C.read_text(encoding="utf-8"))
    with new_workbook(path, "Kết quả Chỉ số cải cách hành chính") as book:
        sheet = book.add_worksheet("Kết quả")
        styles = Styles(book)
        sheet.set_column(0, 0, 62, styles.of())
        sheet.set_column(1, 2, 16, styles.of())
        sheet.write_string(0, 0, f"Đơn vị: {case['unit']}", styles.of(bold=True))
        sheet.write_string(1, 0, f"Năm: {case['year']}", styles.of(bold=True))
        header, rows, footer = case["header"], case["rows"], case["footer"]
        for col, text in enumerate(header):
            sheet.write_string(3, col, text, styles.of(border=1, bold=True, align="center"))
        for row, cells in enumerate(rows, start=4):
            _write_printed(sheet, styles, row, cells)
        _write_printed(sheet, styles, 4 + len(rows), footer, bold=True)
        sheet.set_paper(A4)
        sheet.fit_to_pages(1, 0)


def _write_printed(
    sheet: Worksheet, styles: Styles, row: int, cells: Sequence[str | float], **look: object
) -> None:
    """Write a row as printed: text stays text, even where it reads as a number."""
    for col, value in enumerate(cells):
        style = styles.of(border=1, align="right" if col else "left", **look)
        if isinstance(value, str):
            sheet.write_string(row, col, value, style)
        else:
            sheet.write_number(row, col, value, style)


def main(arguments: Sequence[str]) -> int:
    """Write both workbooks into the folder named on the command line."""
    if len(arguments) != 1:
        print("usage: python examples/make_example.py FOLDER", file=sys.stderr)
        return 2
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    make_workbook(folder / "workbook.xlsx")
    make_case_c(folder / "case_c.xlsx")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
