"""Takes nothing, makes 300 workbooks as units send them, prints what each reader takes for one of them.

It must not be run as a test: it depends on the load of the machine.
"""

from __future__ import annotations

import argparse
import gc
import random
import statistics
import tempfile
import time
import zipfile
from collections.abc import Callable, Mapping
from importlib.util import find_spec
from pathlib import Path
from xml.parsers import expat

import openpyxl
import pandas as pd
import xlsxwriter
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, Side

from parcli.workbook.xlsx.reader import open_book

WORDS = ("Ban hành kế hoạch", "cải cách hành chính năm", "báo cáo kết quả", "thực hiện", "đúng thời hạn")
Reader = Callable[[Path], object]
Grid = list[list[str | float | None]]


def main() -> None:
    """Make the workbooks, read each with every reader in turn, print medians and ratios."""
    options = _options()
    with tempfile.TemporaryDirectory() as name:
        paths = [make(Path(name) / f"{n:03}.xlsx", random.Random(n)) for n in range(options.files)]
        sizes = [path.stat().st_size / 1024 for path in paths]
        print(f"{len(paths)} workbooks of {min(sizes):.0f} to {max(sizes):.0f} KB")
        taken = measure(paths, readers())
    floor = taken["floor"]
    for reader, times in taken.items():
        ratio = statistics.median(one / least for one, least in zip(times, floor, strict=True))
        print(f"{reader:<28}{statistics.median(times) * 1000:>9.1f} ms{ratio:>8.1f} × floor")


def readers() -> Mapping[str, Reader]:
    """Return what is compared; the floor unpacks and scans every part of XML, and keeps nothing."""
    found: dict[str, Reader] = {
        "floor": _scan,
        "own streaming reader": open_book,
        "openpyxl": openpyxl.load_workbook,
        "openpyxl, formulas and values": _twice,
        "pandas with openpyxl": lambda path: pd.read_excel(
            path, sheet_name=None, header=None, engine="openpyxl"
        ),
    }
    if find_spec("python_calamine"):
        from python_calamine import CalamineWorkbook

        found["python-calamine"] = lambda path: [
            book.get_sheet_by_name(name).to_python()
            for book in [CalamineWorkbook.from_path(path)]
            for name in book.sheet_names
        ]
    return found


def measure(paths: list[Path], compared: Mapping[str, Reader]) -> Mapping[str, list[float]]:
    """Return seconds by reader, one for each file; every file is read by all readers before the next one."""
    taken: dict[str, list[float]] = {name: [] for name in compared}
    for path in paths:
        for name, read in compared.items():
            gc.collect()  # what the reader before has left is not this one's to clear away
            start = time.perf_counter()
            read(path)
            taken[name].append(time.perf_counter() - start)
    return taken


def make(path: Path, rng: random.Random) -> Path:
    """Write a workbook of 90 to 130 rows and 8 to 12 columns, by one of two libraries."""
    cols = rng.randint(8, 12)
    rows = [[_value(rng, col) for col in range(cols)] for _ in range(rng.randint(90, 130))]
    if rng.random() < 0.5:
        _by_xlsxwriter(path, rows)
    else:
        _by_openpyxl(path, rows)
    return path


def _value(rng: random.Random, col: int) -> str | float | None:
    if col == 1:
        return " ".join(rng.choices(WORDS, k=rng.randint(2, 6)))
    if rng.random() < 0.45:
        return None
    texts = (f"Số {rng.randint(1, 999)}/KH-UBND", "Có", f"=SUM(C{rng.randint(1, 40)}:D60)")
    return rng.choice((*texts, rng.randint(0, 100), round(rng.random() * 10, 2), round(rng.random(), 4)))


def _by_xlsxwriter(path: Path, rows: Grid) -> None:
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("CCHC")
        looks = [
            book.add_format({"font_name": "Times New Roman", "border": 1, "text_wrap": True, **look})
            for look in ({}, {"bold": True}, {"num_format": "0.00"}, {"num_format": "0.0%"})
        ]
        for row, cells in enumerate(rows, 3):
            for col, value in enumerate(cells):
                sheet.write(row, col, value, looks[(row + col) % len(looks)])
            if row % 20 == 0:
                sheet.write_comment(row, 1, "Cần bổ sung tài liệu kiểm chứng.")
        for row, title in enumerate(("ỦY BAN NHÂN DÂN TỈNH", "BIỂU TỰ ĐÁNH GIÁ")):
            sheet.merge_range(row, 0, row, 7, title, looks[1])


def _by_openpyxl(path: Path, rows: Grid) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    side = Side(style="thin")
    border, wrap = Border(side, side, side, side), Alignment(wrap_text=True)
    fonts = [Font(name="Times New Roman", size=size, bold=size > 12) for size in (12, 13)]
    for row, cells in enumerate(rows, 4):
        for col, value in enumerate(cells, 1):
            cell = sheet.cell(row, col, value)
            cell.border, cell.alignment, cell.font = border, wrap, fonts[row % 2]
            cell.number_format = ("General", "0.00", "0.0%")[(row + col) % 3]
        if row % 20 == 0:
            sheet.cell(row, 2).comment = Comment("Cần bổ sung tài liệu kiểm chứng.", "")
    for row, title in enumerate(("ỦY BAN NHÂN DÂN TỈNH", "BIỂU TỰ ĐÁNH GIÁ"), 1):
        sheet.cell(row, 1, title)
        sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=8)
    book.save(path)


def _scan(path: Path) -> None:
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            content = archive.read(name)
            if name.endswith((".xml", ".rels", ".vml")):
                expat.ParserCreate().Parse(content, True)  # noqa: FBT003 - the parser takes it by position only


def _twice(path: Path) -> None:
    for data_only in (False, True):
        openpyxl.load_workbook(path, data_only=data_only)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=300, help="how many files (default 300)")
    return parser.parse_args()


if __name__ == "__main__":
    main()
