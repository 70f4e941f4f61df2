from __future__ import annotations

import pytest

from parcli.model.period import Period
from parcli.project.units import RegisteredUnit
from parcli.workbook.labels import Labels, Stated
from parcli.workflows.headed_units import HeadedUnits, headed_units

PERIOD = Period(2023)
TAN_LAP = RegisteredUnit("X01", "UBND xã Tân Lập", "commune", aliases=("Tân Lập cũ",))
TAN_LAP_DONG = RegisteredUnit("X02", "Xã Tân Lập Đông", "commune")
HOME_AFFAIRS = RegisteredUnit("S01", "Sở Nội vụ", "department")
FINANCE = RegisteredUnit("S02", "Sở Tài chính", "department")
UNITS = (TAN_LAP, TAN_LAP_DONG, HOME_AFFAIRS, FINANCE)


def found(*lines: str, level: str = "commune", blank: bool = False) -> HeadedUnits:
    headings = tuple(Stated(line, f"B!A{row}") for row, line in enumerate(lines, 1))
    labels = Labels(headings=headings, unit_blank=blank)
    return headed_units(labels, UNITS, level, PERIOD)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "line",
    [
        "UBND XÃ TÂN LẬP",
        "Ủy ban nhân dân xã Tân Lập",
        "BẢNG TỰ CHẤM ĐIỂM CHỈ SỐ CCHC CỦA UBND XÃ TÂN LẬP NĂM 2023",
        "Xã Tân  Lập",
        "Tân Lập cũ",
    ],
)
def test_the_one_unit_named_above_the_table_is_meant(line: str) -> None:
    assert (TAN_LAP, "B!A2") == ((only := found("UBND HUYỆN NAM HÀ", line)).only, only.place)


@pytest.mark.parametrize("line", ["UBND XÃ TÂN LẬP ĐÔNG", "Bảng điểm của xã Tân Lập Đông"])
def test_a_name_that_is_part_of_a_longer_one_is_not_named(line: str) -> None:
    assert ((TAN_LAP_DONG,), TAN_LAP_DONG) == (found(line).named, found(line).only)


@pytest.mark.parametrize("line", ["UBND XÃ TÂN", "BẢNG CHẤM ĐIỂM", "Xã Tân Lậpx"])
def test_a_line_without_a_registered_unit_names_none(line: str) -> None:
    assert HeadedUnits() == found(line)


def test_of_two_units_none_is_meant_and_both_are_named() -> None:
    both = found("UBND XÃ TÂN LẬP", "UBND XÃ TÂN LẬP ĐÔNG")
    assert (None, (TAN_LAP, TAN_LAP_DONG)) == (both.only, both.named)


def test_whose_form_it_is_counts_before_a_letterhead() -> None:
    lines = ("SỞ NỘI VỤ", "BẢNG ĐIỂM CỦA SỞ TÀI CHÍNH NĂM 2023")
    assert FINANCE == found(*lines, level="department").only


def test_the_letterhead_of_who_appraises_tells_nothing() -> None:
    headed = found("SỞ NỘI VỤ", "BẢNG CHẤM ĐIỂM", level="department")
    assert (None, (HOME_AFFAIRS,)) == (headed.only, headed.named)
    assert HOME_AFFAIRS == found("BẢNG ĐIỂM CỦA SỞ NỘI VỤ", level="department").only


def test_a_unit_of_another_level_is_not_named() -> None:
    assert HeadedUnits() == found("SỞ NỘI VỤ")


def test_where_a_label_was_left_blank_nobody_is_meant() -> None:
    headed = found("UBND XÃ TÂN LẬP", blank=True)
    assert (None, (TAN_LAP,)) == (headed.only, headed.named)
