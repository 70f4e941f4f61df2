# mypy: disable-error-code="comparison-overlap"
# A whole number equals its Fraction.
"""A header that stands again inside the table is no row; in another order its columns do not count."""

from __future__ import annotations

from pathlib import Path

import pytest

from parcli.model.assessment import DatumState
from parcli.workbook.form import Form
from parcli.workbook.reading import read_workbook
from support.workbooks import codes_and_places, write

HEADER = "STT | Nội dung | Điểm tối đa | Điểm tự chấm | Điểm thẩm định"
TABLE = """
{header}
'1.1 | Kế hoạch | 2 | 2 | 1
{again}
'1.2 | Báo cáo | 3 | 3 | 2
"""


def read(tmp_path: Path, again: str, *, header: str = HEADER, merge: tuple[str, ...] = ()) -> Form:
    return read_workbook(write(tmp_path / "f.xlsx", TABLE.format(header=header, again=again), merge=merge))


def ignored(form: Form) -> list[tuple[int, str]]:
    return [(row.row, row.why) for row in form.ignored]


@pytest.mark.parametrize("again", [HEADER, HEADER.upper(), "STT | Nội dung | Điểm tối đa"])
def test_a_header_in_the_same_order_is_passed_over(tmp_path: Path, again: str) -> None:
    form = read(tmp_path, again)
    assert [("1.1",), ("1.2",)] == [row.codes for row in form.rows]
    assert ([(3, "header")], []) == (ignored(form), codes_and_places(form.findings))


def test_every_row_of_a_header_is_passed_over(tmp_path: Path) -> None:
    rows = "STT | Nội dung | Điểm tối đa | Điểm đánh giá |\n | | | Tự đánh giá | Thẩm định"
    form = read(tmp_path, rows, header=rows, merge=("D1:E1",))
    assert ([(4, "header"), (5, "header")], []) == (ignored(form), codes_and_places(form.findings))


def test_columns_that_have_changed_places_do_not_count(tmp_path: Path) -> None:
    form = read(tmp_path, "STT | Nội dung | Điểm tối đa | Điểm thẩm định | Điểm tự chấm")
    assert codes_and_places(form.findings) == [("header-order-differs", "CCHC!D3")]
    assert [2, 3] == [row.at("max").number for row in form.rows]
    assert [DatumState.GIVEN, DatumState.REFUSED] == [row.at("self").state for row in form.rows]
    assert [DatumState.GIVEN, DatumState.REFUSED] == [row.at("appraised_1").state for row in form.rows]


def test_a_row_of_a_header_that_has_not_changed_does_not_mend_the_one_above(tmp_path: Path) -> None:
    top, below = "STT | Nội dung | Điểm tối đa | Điểm đánh giá |", "\n | | | Tự đánh giá | Thẩm định"
    other = "STT | Nội dung | Điểm đánh giá | Điểm tối đa |"
    form = read(tmp_path, other + below, header=top + below, merge=("D1:E1",))
    assert codes_and_places(form.findings) == [("header-order-differs", "CCHC!C4")]
    assert [(2, 1), (None, 2)] == [(row.at("self").number, row.at("appraised_1").number) for row in form.rows]


def test_a_word_that_the_header_lacks_changes_its_column_alone(tmp_path: Path) -> None:
    form = read(tmp_path, "STT | Nội dung | Điểm tối đa | Điểm tự chấm | Tài liệu kiểm chứng")
    assert codes_and_places(form.findings) == [("header-order-differs", "CCHC!E3")]
    assert [2, 3] == [row.at("self").number for row in form.rows]


def test_rows_are_not_read_where_their_titles_have_moved(tmp_path: Path) -> None:
    form = read(tmp_path, "Nội dung | STT | Điểm tối đa | Điểm tự chấm | Điểm thẩm định")
    assert ([(3, "header"), (4, "moved")], [("header-order-differs", "CCHC!A3")]) == (
        ignored(form),
        codes_and_places(form.findings),
    )


def test_a_third_header_in_the_first_order_makes_columns_count_again(tmp_path: Path) -> None:
    other = "STT | Nội dung | Điểm tối đa | Điểm thẩm định | Điểm tự chấm"
    form = read(tmp_path, f"{other}\n'1.3 | Họp | 1 | 1 | 1\n{HEADER}")
    assert [2, None, 3] == [row.at("self").number for row in form.rows]


@pytest.mark.parametrize("row", [" | Nội dung | | Có |", " | Điểm tự chấm | | 1 |", " | Nội dung"])
def test_a_row_that_is_only_called_like_a_column_is_read(tmp_path: Path, row: str) -> None:
    assert [] == ignored(read(tmp_path, row))
