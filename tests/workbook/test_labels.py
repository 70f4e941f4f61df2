from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from parcli.model.period import Period
from parcli.workbook.periods import period_in_title, period_of
from parcli.workbook.reading import read_workbook
from support.workbooks import codes_and_places, grid, write

TABLE = "Tiêu chí | Tự chấm\nChỉ đạo | 9"


def labels_of(tmp_path: Path, above: str) -> Any:
    return read_workbook(write(tmp_path / "l.xlsx", [*grid(above), *grid(TABLE)])).labels


def test_labels_in_the_cell_beside(tmp_path: Path) -> None:
    labels = labels_of(
        tmp_path,
        """
        Tên đơn vị: | | Sở Xây dựng
        Mã đơn vị | SXD
        Cấp | Sở, ban, ngành
        Khối | Khối sở
        Kỳ đánh giá | 6 tháng đầu năm 2023
        Mã bộ tiêu chí | department-2023
        """,
    )
    assert (labels.unit.value, labels.unit.place) == ("Sở Xây dựng", "CCHC!C1")
    assert (labels.unit_code.value, labels.level.value, labels.block.value) == (
        "SXD",
        "department",
        "Khối sở",
    )
    assert (str(labels.period.value), labels.period.place) == ("2023-H1", "CCHC!B5")
    assert labels.criteria_set.value == "department-2023"


def test_labels_in_one_cell_and_on_several_lines(tmp_path: Path) -> None:
    labels = labels_of(tmp_path, "Đơn vị: Sở Xây dựng\\nNăm: 2023")
    assert (labels.unit.value, str(labels.period.value)) == ("Sở Xây dựng", "2023")
    assert labels.unit.place == labels.period.place == "CCHC!A1"


def test_year_as_a_number_beside_its_label(tmp_path: Path) -> None:
    assert labels_of(tmp_path, "Năm | 2023").period.value == Period(2023)


def test_unit_of_measure_and_dots_are_no_unit(tmp_path: Path) -> None:
    labels = labels_of(tmp_path, "Đơn vị tính: điểm\nĐơn vị: ...............")
    assert labels.unit is None


def test_year_of_a_title_counts_when_no_label_does(tmp_path: Path) -> None:
    labels = labels_of(tmp_path, "BẢNG TỰ CHẤM ĐIỂM NĂM 2023\nHà Nội, ngày 10 tháng 01 năm 2024")
    assert (labels.period.value, labels.period.place) == (Period(2023), "CCHC!A1")


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2023", "2023"),
        ("Năm 2023", "2023"),
        ("kỳ 2023", "2023"),
        ("2023-h2", "2023-H2"),
        ("6 tháng đầu năm 2023", "2023-H1"),
        ("6 tháng cuối năm 2023", "2023-H2"),
        ("Quý I/2023", "2023-Q1"),
        ("quý iv năm 2023", "2023-Q4"),
        ("Quý 3/2023", "2023-Q3"),
    ],
)
def test_period_notations(text: str, period: str) -> None:
    assert str(period_of(text)) == period


@pytest.mark.parametrize("text", ["", "đầu năm", "23", "9 tháng năm 2023", "Quý 5/2023"])
def test_what_is_no_period(text: str) -> None:
    assert period_of(text) is None


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("KẾT QUẢ 6 THÁNG ĐẦU NĂM 2023", "2023-H1"),
        ("CHỈ SỐ CCHC NĂM 2023", "2023"),
        ("Quyết định số 12/QĐ-UBND ngày 05 tháng 01 năm 2024", "None"),
        ("So sánh năm 2022 và năm 2023", "None"),
        ("CHỈ SỐ CCHC NĂM 2023 (theo Quyết định số 892/QĐ-BNV năm 2024)", "2023"),
        ("CHỈ SỐ CCHC NĂM 2023 theo Thông tư 01/2024 năm 2024", "2023"),
        ("CHỈ SỐ CCHC THEO QUYẾT ĐỊNH SỐ 892/QĐ-BNV NĂM 2023", "2023"),
    ],
)
def test_period_in_title_lines(text: str, period: str) -> None:
    assert str(period_in_title(text)) == period


@pytest.mark.parametrize(
    ("above", "code", "place"),
    [
        ("Đơn vị: Sở A\nTên đơn vị: Sở B", "label-conflict", "CCHC!A2"),
        ("Cấp: liên bang", "level-unknown", "CCHC!A1"),
        ("Kỳ: cả giai đoạn", "period-unclear", "CCHC!A1"),
        ("CHỈ SỐ CCHC NĂM 2022\nNăm: 2023", "period-differs", "CCHC!A1"),
    ],
)
def test_doubtful_labels_are_findings(tmp_path: Path, above: str, code: str, place: str) -> None:
    assert codes_and_places(labels_of(tmp_path, above).findings) == [(code, place)]


def test_same_unit_in_two_spellings_is_no_conflict(tmp_path: Path) -> None:
    assert labels_of(tmp_path, "Đơn vị: Xã Hòa An\nTên đơn vị: XÃ HOÀ AN").findings == ()


def test_unit_with_a_colon_in_its_name_is_read(tmp_path: Path) -> None:
    unit = labels_of(tmp_path, "Đơn vị: | Sở Xây dựng: cơ sở 2").unit
    assert ("Sở Xây dựng: cơ sở 2", "CCHC!B1") == (unit and unit.value, unit and unit.place)


@pytest.mark.parametrize("above", ["Đơn vị: | Cấp: xã", "Đơn vị: | | Điện thoại: 123"])
def test_another_label_is_not_the_blank_ones_value(tmp_path: Path, above: str) -> None:
    assert labels_of(tmp_path, above).unit is None


@pytest.mark.parametrize(
    "above",
    [
        "UBND HUYỆN | | | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐơn vị: ……… | | | Độc lập - Tự do - Hạnh phúc",
        "Đơn vị: | Độc lập – Tự do – Hạnh phúc",
        "Đơn vị | | Tân Lập, ngày 15 tháng 12 năm 2023",
        "Đơn vị: | CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Đơn vị: | Phụ lục II",
        "Đơn vị: | Mẫu số 01",
        "Đơn vị: | | | | UBND HUYỆN NAM HÀ",
        "Đơn vị: ........ | | UBND HUYỆN NAM HÀ",
        "A | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nMã đơn vị: |\nĐơn vị: | | UBND TỈNH",
    ],
)
def test_what_belongs_to_the_letterhead_is_no_unit(tmp_path: Path, above: str) -> None:
    labels = labels_of(tmp_path, above)
    assert (None, None, True) == (labels.unit, labels.unit_code, labels.unit_blank)


@pytest.mark.parametrize(
    "above",
    [
        "UBND TỈNH | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\n\n\nĐơn vị: | | Xã A",
        "Đơn vị: ……… | Xã A",
        "Đơn vị: | | | Xã A",
        "Tên đơn vị được đánh giá: Xã A",
        "Đơn vị: Xã A | | | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    ],
)
def test_a_units_name_beside_its_label_is_read(tmp_path: Path, above: str) -> None:
    labels = labels_of(tmp_path, above)
    assert ("Xã A", False) == (labels.unit.value, labels.unit_blank)


def test_lines_above_the_table_are_kept_without_the_letterheads(tmp_path: Path) -> None:
    above = (
        "UBND XÃ TÂN LẬP | Độc lập - Tự do - Hạnh phúc\n | Tân Lập, ngày 1 tháng 2 năm 2024\nBẢNG CHẤM ĐIỂM"
    )
    headings = labels_of(tmp_path, above).headings
    assert ["UBND XÃ TÂN LẬP", "BẢNG CHẤM ĐIỂM"] == [heading.value for heading in headings]
