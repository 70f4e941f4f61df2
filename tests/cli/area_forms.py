"""Workbooks that hold only the points of a department's seven areas, as case C prints them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import openpyxl

from cli.running import CASE_C, Outcome, parindex

FIRST_ROW, TOTAL_ROW = 5, 12


def area_form(path: Path, unit: str, points: Mapping[str, Any] | None = None) -> Path:
    """Write case C for a unit, with the points of some areas changed; None leaves an area without points."""
    book = openpyxl.load_workbook(CASE_C)
    sheet = book.worksheets[0]
    sheet["A1"] = f"Đơn vị: {unit}"
    for code, value in (points or {}).items():
        sheet.cell(FIRST_ROW + int(code) - 1, 3).value = value
    if points:
        sheet.cell(TOTAL_ROW, 3).value = None
    book.save(path)
    return path


def self_assessed_form(path: Path, unit: str) -> Path:
    """Write case C for a unit whose points nobody has appraised yet."""
    book = openpyxl.load_workbook(area_form(path, unit))
    book.worksheets[0].cell(FIRST_ROW - 1, 3).value = "Điểm tự đánh giá"
    book.save(path)
    return path


def scored(*words: str | Path) -> Outcome:
    """Score workbooks under the set of the areas."""
    return parindex("score", *words, "--criteria", "department-2023-areas")
