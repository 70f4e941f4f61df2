"""Hands in workbooks of one district's parts and rounds, of an office that scores three criteria."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from cli.small_office import Office
from support.workbooks import write

DISTRICTS = ("H1,Huyện A,district,,,,,,", "H2,Huyện B,district,,,,,,")
ROWS = {
    "1": ("1", "Chỉ đạo điều hành", 60),
    "2": ("2", "Thủ tục hành chính", 30),
    "3": ("3", "Mức độ hài lòng", 10),
}
HEAD = ["Mã", "Tiêu chí", "Điểm tối đa", "Tự chấm", "Thẩm định", "SIPAS"]


def hand_in(office: Office, stem: str, *rows: Sequence[Any], name: str = "Huyện B", code: str = "H2") -> Path:
    """Write a workbook of some rows: code, then own points, appraised ones, imported ones."""
    grid: list[Sequence[Any]] = [
        ["Đơn vị", name],
        ["Mã đơn vị", code or None],
        ["Kỳ đánh giá", "Năm 2023"],
        ["Bộ tiêu chí", "thu"],
        [],
        HEAD,
        *([*ROWS[code], *cells] for code, *cells in rows),
    ]
    path = office.folder / "bang" / f"{stem}.xlsx"
    path.parent.mkdir(parents=True, exist_ok=True)
    return write(path, grid)


def results(office: Office, *words: str) -> list[Any]:
    found: list[Any] = office.run("score", *words, "--format", "json").json["results"]
    return found


def codes(result: Any) -> list[str]:
    return [each["code"] for each in result["findings"]]
