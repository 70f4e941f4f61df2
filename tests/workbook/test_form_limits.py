"""Sheets up to a limit may be forms; larger ones are set aside, and the others are read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook

from cli.running import CASE_C
from parcli.messages.findings_forms import CELLS, CHARACTERS, HEADS, ROWS
from parcli.model.text import Text
from parcli.workbook.form_limits import within_limits
from parcli.workbook.limits import MAX_FORM_CELLS, MAX_FORM_ROWS, MAX_FORM_TEXT, MAX_HEADER_CELLS
from parcli.workbook.reading import read_forms
from parcli.workbook.sheet import Cell, SparseSheet


def test_a_large_sheet_beside_a_form_is_set_aside_with_a_finding(tmp_path: Path) -> None:
    book = load_workbook(CASE_C)
    sheet = book.create_sheet("Danh sách")
    for number in range(MAX_FORM_ROWS + 1):
        sheet.append([f"Văn bản {number}"])
    book.save(tmp_path / "a.xlsx")

    (read,) = read_forms(tmp_path / "a.xlsx")

    assert ["Danh sách"] == [each.place for each in read.findings if each.code == "sheet-too-large"]


@pytest.mark.parametrize(
    ("what", "cells", "most"),
    [
        (ROWS, lambda most: (Cell(n, 1, 1.0, "number") for n in range(1, most + 1)), MAX_FORM_ROWS),
        (
            CELLS,
            lambda most: (Cell(1 + n // 100, 1 + n % 100, 1.0, "number") for n in range(most)),
            MAX_FORM_CELLS,
        ),
        (CHARACTERS, lambda most: iter([Cell(1, 1, "a" * most, "text")]), MAX_FORM_TEXT),
        (
            HEADS,
            lambda most: (Cell(1 + n // 600, 1 + n % 600, "a", "text") for n in range(most)),
            MAX_HEADER_CELLS,
        ),
    ],
)
def test_what_is_exactly_at_a_limit_is_read(
    what: Text, cells: Callable[[int], Iterator[Cell]], most: int
) -> None:
    at, over = (
        SparseSheet("A", {(cell.row, cell.col): cell for cell in cells(number)})
        for number in (most, most + 1)
    )

    assert ([], [(what, most + 1, most)]) == (
        within_limits([at])[1],
        [(each.what, each.found, each.most) for each in within_limits([over])[1]],
    )


def test_what_sheets_share_of_a_limit_goes_to_the_first() -> None:
    text = {(1, 1): Cell(1, 1, "a" * (MAX_FORM_TEXT // 2), "text")}
    sheets = [SparseSheet(name, text) for name in "ABC"]

    kept, left = within_limits(sheets)

    assert (["A", "B"], ["C"]) == ([sheet.title for sheet in kept], [each.sheet for each in left])
