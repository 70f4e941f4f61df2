"""A table ends where somebody signs, not where a name or a title begins with the same words."""

from __future__ import annotations

from pathlib import Path

import pytest

from parcli.workbook.form import Form
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


SIGNED_FORM = """
STT | Nội dung | Điểm tối đa | Số liệu kê khai | Điểm tự chấm
'1.1 | Kế hoạch | 2 | | 2
'1.2 | Báo cáo | 2 | | 1
{total}
 | {left} | | {value} | {points}
 | (Đã ký) | | (Đã ký) |
"""
TOTAL = " | Tổng cộng | 4 | | 3"
PAIRS = [
    ("NGƯỜI LẬP BIỂU", "CHỦ TỊCH"),
    ("NGƯỜI LẬP BIỂU", "TM. ỦY BAN NHÂN DÂN CHỦ TỊCH"),
    ("NGƯỜI LẬP", "THỦ TRƯỞNG ĐƠN VỊ"),
    ("Người tổng hợp", "GIÁM ĐỐC"),
    ("Nơi nhận:", "TM. UBND"),
    ("Công chức Văn phòng - Thống kê", "Chủ tịch"),
]


def signed(path: Path, *, left: str, value: str = "", points: str = "", total: str = TOTAL) -> Form:
    table = SIGNED_FORM.format(left=left, value=value, points=points, total=total)
    return read_workbook(write(path / "f.xlsx", table))


@pytest.mark.parametrize("total", [TOTAL, ""])
@pytest.mark.parametrize(("left", "right"), PAIRS)
def test_who_signs_beside_each_other_is_no_answer(tmp_path: Path, left: str, right: str, total: str) -> None:
    for form in (
        signed(tmp_path, left=left, value=right, total=total),
        signed(tmp_path, left=left, points=right, total=total),
    ):
        assert [row.title for row in form.rows if row.kind == "row"] == ["Kế hoạch", "Báo cáo"]
        assert [row.why for row in form.ignored if left in row.text] == ["signature"]
        assert codes_and_places(form.findings) == []


def test_words_that_nobody_knows_are_no_answer_below_the_total(tmp_path: Path) -> None:
    form = signed(tmp_path, left="Cán bộ theo dõi", points="Bí thư Đảng ủy")
    assert [row.why for row in form.ignored if row.text.startswith("Cán bộ")] == ["signature"]


@pytest.mark.parametrize("answer", ["2", "Có", "Không", "x", "Không áp dụng"])
def test_an_answer_below_the_total_is_kept(tmp_path: Path, answer: str) -> None:
    form = signed(tmp_path, left="Đối thoại", value=answer)
    assert "Đối thoại" in [row.title for row in form.rows]


def test_a_row_between_criteria_may_name_who_signs(tmp_path: Path) -> None:
    form = signed(tmp_path, left="Người ký", value="Chủ tịch", total="", points="")
    table = SIGNED_FORM.format(left="Người ký", value="Chủ tịch", points="", total="")
    path = write(tmp_path / "g.xlsx", table + "'1.3 | Hội nghị | 2 | | 1\n")
    assert "Người ký" not in [row.title for row in form.rows]
    assert "Người ký" in [row.title for row in read_workbook(path).rows]
