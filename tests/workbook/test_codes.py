from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from parcli.workbook.codes import code_candidates, code_in_front, code_key
from parcli.workbook.sheet import Cell


def candidates(value: Any) -> tuple[str, ...]:
    return code_candidates(Cell(1, 1, value, "text" if isinstance(value, str) else "number"))


@pytest.mark.parametrize(
    ("value", "codes"),
    [
        ("1.1", ("1.1",)),
        ("1.1.", ("1.1",)),
        (" 1.1.2 ", ("1.1.2",)),
        ("1,1", ("1.1",)),
        ("I.", ("I",)),
        ("Lĩnh vực II", ("II",)),
        ("II.1", ("II.1",)),
        (3, ("3",)),
        (1.1, ("1.1", "1.10")),
        (1.12, ("1.12",)),
        (2.0, ("2",)),
        ("-", ()),
        ("+", ()),
        ("Tổng", ()),
        (True, ()),
        (0.25, ("0.25",)),
        (1.125, ()),
        (2023, ()),
    ],
)
def test_code_cells(value: Any, codes: tuple[str, ...]) -> None:
    assert candidates(value) == codes


def test_date_is_the_code_that_excel_took_for_one() -> None:
    assert candidates(datetime.fromisoformat("2023-10-01")) == ("1.10", "10.1", "1.10.23", "10.1.23")


@pytest.mark.parametrize(
    ("title", "split"),
    [
        ("1.1. Ban hành", ("1.1", "Ban hành")),
        ("1.1 Ban hành", ("1.1", "Ban hành")),
        ("1.1.Ban hành", ("1.1", "Ban hành")),
        ("1.1.1 - Ban hành", ("1.1.1", "Ban hành")),
        ("   I. Công tác chỉ đạo", ("I", "Công tác chỉ đạo")),
        ("Lĩnh vực 2: Thể chế", ("2", "Thể chế")),
        ("1. Chỉ đạo", ("1", "Chỉ đạo")),
        ("5 nhiệm vụ trọng tâm", ("", "5 nhiệm vụ trọng tâm")),
        ("0,5 điểm cho mỗi văn bản", ("", "0,5 điểm cho mỗi văn bản")),
        ("1.5 điểm", ("", "1.5 điểm")),
        ("a) Đủ nội dung", ("", "a) Đủ nội dung")),
        ("Ban hành", ("", "Ban hành")),
    ],
)
def test_code_in_front_of_a_title(title: str, split: tuple[str, str]) -> None:
    assert code_in_front(title) == split


@pytest.mark.parametrize(
    ("code", "key"),
    [("IV", "4"), ("IX.1", "9.1"), ("xii", "12"), ("01.02", "1.2"), ("1.1.", "1.1"), ("1.a", "1.A")],
)
def test_code_keys_fold_numerals(code: str, key: str) -> None:
    assert code_key(code) == key
