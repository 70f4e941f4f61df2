"""A row that looks like a signer ends no table while criteria follow; what is not its own still does."""

from __future__ import annotations

from pathlib import Path

import pytest

from parcli.workbook.form import Form
from parcli.workbook.reading import read_workbook
from support.workbooks import codes_and_places, write

TABLE = """
STT | Nội dung | Điểm tối đa | Số liệu kê khai | Điểm tự chấm
'1 | Chỉ đạo | 4 | |
'1.1 | Kế hoạch | 2 | | 2
{signer}
{below}
"""
SIGNERS = [
    " | Giám đốc Sở Nội vụ",
    " | Ký số",
    " | Ngày 15 tháng 01 năm 2023",
    " | | | Giám đốc",
    " | Nơi nhận:",
]


def read(tmp_path: Path, *, signer: str, below: str, table: str = TABLE) -> Form:
    return read_workbook(write(tmp_path / "f.xlsx", table.format(signer=signer, below=below)))


def coded(form: Form) -> list[str]:
    return [row.codes[0] for row in form.rows if row.codes]


@pytest.mark.parametrize("signer", SIGNERS)
def test_a_signer_above_a_further_criterion_ends_no_table(tmp_path: Path, signer: str) -> None:
    form = read(tmp_path, signer=signer, below="'1.2 | Báo cáo | 2 | | 1")
    assert (["1", "1.1", "1.2"], []) == (coded(form), codes_and_places(form.findings))


def test_every_signer_above_the_last_criterion_is_passed_over(tmp_path: Path) -> None:
    rows = ["'1.2 | Báo cáo | 2 | | 1", "'1.3 | Hội nghị | 2 | | 1", " | Ghi thêm | | | 3"]
    form = read(tmp_path, signer=" | Ký số", below="\n | Giám đốc\n".join(rows))
    assert coded(form) == ["1", "1.1", "1.2", "1.3"]
    assert codes_and_places(form.findings) == [("value-below-table", "CCHC!E9")]


@pytest.mark.parametrize("signer", SIGNERS)
def test_a_list_that_begins_anew_is_below_the_table(tmp_path: Path, signer: str) -> None:
    form = read(tmp_path, signer=signer, below="'1 | Quyết định số 5 | 1 | | 1")
    assert (["1", "1.1"], [("value-below-table", "CCHC!E5")]) == (
        coded(form),
        codes_and_places(form.findings),
    )


def test_a_table_with_another_header_is_below_the_table(tmp_path: Path) -> None:
    below = "STT | Tên văn bản | Số trang\n'1.2 | Quyết định số 5 | 3"
    form = read(tmp_path, signer=" | Giám đốc", below=below)
    assert coded(form) == ["1", "1.1"]


def test_a_numbered_line_without_maximum_is_below_the_table(tmp_path: Path) -> None:
    form = read(tmp_path, signer=" | Nơi nhận:", below="'2 | Văn phòng\n'3 | Lưu")
    assert coded(form) == ["1", "1.1"]


def test_without_maxima_a_code_goes_on_with_the_table(tmp_path: Path) -> None:
    table = "STT | Nội dung | Điểm tự chấm\n'1.1 | Kế hoạch | 2\n{signer}\n{below}"
    form = read(tmp_path, signer=" | Giám đốc", below="'1.2 | Báo cáo | 1", table=table)
    assert coded(form) == ["1.1", "1.2"]
