"""A table ends where somebody signs, not where a name or a title begins with the same words."""

from __future__ import annotations

from pathlib import Path

import pytest

from parcli.workbook.reading import read_workbook
from parcli.workbook.signatures import is_signature
from support.workbooks import codes_and_places, write

SIGNED = [
    "Giám đốc",
    "GIÁM ĐỐC",
    "Thủ trưởng đơn vị",
    "Người lập biểu Giám đốc",
    "KT. CHỦ TỊCH PHÓ CHỦ TỊCH",
    "TM. ỦY BAN NHÂN DÂN XÃ AN BÌNH",
    "Chủ tịch UBND xã An Bình",
    "(Ký, ghi rõ họ tên)",
    "(Ký)",
    "(Ký tên, đóng dấu)",
    "Nơi nhận:",
    "An Bình, ngày 05 tháng 01 năm 2024",
    "…, ngày … tháng … năm …",
]
NOT_SIGNED = [
    "",
    "Ký Phú",
    "Ký kết hợp đồng đúng hạn",
    "Kỳ Sơn",
    "Chủ tịch đối thoại với người dân",
    "Giám đốc phải chủ trì cuộc họp",
    "Nơi nhận hồ sơ tại bộ phận một cửa",
    "Kết Luận",
    "Báo cáo trước ngày 15 tháng 12 năm 2023",
    "Trước ngày 15 tháng 12",
]
TABLE = """
Mã | Tiêu chí | Điểm tối đa | Tự chấm
'1.1 | Kế hoạch | 2 | 2
 | {title} | {rest}
'1.2 | Báo cáo | 2 | 1
"""


@pytest.mark.parametrize("text", SIGNED)
def test_who_signs_and_when_is_a_signature(text: str) -> None:
    assert is_signature(text)


@pytest.mark.parametrize("text", NOT_SIGNED)
def test_what_only_begins_alike_is_none(text: str) -> None:
    assert not is_signature(text)


@pytest.mark.parametrize(
    ("title", "rest"),
    [
        ("Ký kết hợp đồng đúng hạn", "|"),
        ("Chủ tịch đối thoại với người dân", "|"),
        ("Báo cáo trước ngày 15 tháng 12 năm 2023", "|"),
        ("Thủ trưởng đơn vị", "2 |"),
    ],
)
def test_an_unnumbered_title_or_one_with_a_maximum_ends_no_form(
    tmp_path: Path, title: str, rest: str
) -> None:
    form = read_workbook(write(tmp_path / "f.xlsx", TABLE.format(title=title, rest=rest)))

    assert ([2, 3, 4], []) == ([row.row for row in form.rows], codes_and_places(form.findings))
