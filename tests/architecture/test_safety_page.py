"""The page on safety prints the limits that the code has."""

from __future__ import annotations

import re

import pytest

from architecture.source_tree import ROOT
from parcli.workbook import child, libreoffice, limits
from parcli.workflows import report_rehearsal

PAGE = (ROOT / "docs" / "explanation" / "safety.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("row", "numbers"),
    [
        ("cỡ tệp", [limits.MAX_FILE_BYTES // 10**6]),
        ("tổng cỡ sau giải nén", [limits.MAX_UNPACKED_BYTES // 10**6]),
        ("thật sự giải nén", [limits.MAX_PART_BYTES // 10**6, limits.MAX_READ_BYTES // 10**6]),
        ("số phần trong tệp nén", [limits.MAX_PARTS]),
        ("ô có nội dung", [limits.MAX_CELLS]),
        ("dòng và cột xa nhất", [limits.MAX_ROW, limits.MAX_COL]),
        ("ô nằm trong các vùng gộp", [limits.MAX_MERGED_CELLS]),
        ("chuỗi dùng chung", [limits.MAX_SHARED_STRINGS]),
        ("chữ trong một ô", [limits.MAX_TEXT]),
        ("chữ trong mọi ô", [limits.MAX_TEXT_OF_ALL]),
        ("thẻ XML", [limits.MAX_TAGS]),
        ("độ sâu thẻ XML", [limits.MAX_DEPTH]),
        ("dòng trên một trang tính của bảng chấm", [limits.MAX_FORM_ROWS]),
        ("dòng của bảng chấm của mọi đơn vị", [limits.MAX_FORM_ROWS_OF_ALL]),
        ("ô của các trang tính được đọc", [limits.MAX_FORM_CELLS]),
        ("ký tự trong các ô đó", [limits.MAX_FORM_TEXT]),
        ("ô chữ ở 40 dòng đầu", [limits.MAX_HEADER_CELLS]),
    ],
)
def test_a_limit_of_the_table(row: str, numbers: list[int]) -> None:
    (line,) = re.findall(rf"^\| {row}.*\|(.*)\|$", PAGE, re.MULTILINE)

    assert numbers == [int(found.replace(".", "")) for found in re.findall(r"[\d.]+", line)]


def test_the_limits_of_other_processes() -> None:
    own = f"quá {child.SECONDS:.0f} giây hoặc {child.MEGABYTES} MB"
    office = (
        f"{libreoffice.SECONDS:.0f} giây, trong đó {libreoffice.CPU_SECONDS} giây làm việc,"
        f" và {libreoffice.DATA_MEGABYTES} MB"
    )

    assert (True, True) == (own in PAGE, office in PAGE)


def test_the_limits_of_own_templates() -> None:
    seconds, memory = report_rehearsal.SECONDS, report_rehearsal.MEGABYTES
    more = str(report_rehearsal.SECONDS_FOR_UNIT).replace(".", ",")
    size = f"{memory:,}".replace(",", ".")
    said = f"quá {seconds:.0f} giây (thêm {more} giây cho mỗi đơn vị) hoặc {size} MB"

    assert said in " ".join(PAGE.split())
