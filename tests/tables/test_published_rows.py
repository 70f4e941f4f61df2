"""A row of a published table with a name and a figure is read, or said to be left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from parcli.messages.catalog import finding_text
from support.tables import GIVEN, known, published, write_csv
from support.workbooks import codes_and_places

NAMES = [
    "Ký Phú",
    "Ký",
    "Chủ tịch Hồ Chí Minh",
    "Chủ tịch",
    "Nơi Nhận",
    "Giám Đốc",
    "Kết Luận",
    "Đại diện",
    "Q 1",
    "Q.1",
    "Q. 12",
    "P 7",
    "P.5",
    "H A",
    "Q",
]


@pytest.mark.parametrize("name", NAMES)
def test_a_unit_with_a_figure_is_read_whatever_its_name_begins_with(name: str, tmp_path: Path) -> None:
    table = f"Đơn vị | Điểm | Xếp hạng\nHuyện A | 90 | 1\n{name} | 80 | 2\nHuyện C | 70 | 3"
    found = published(write_csv(tmp_path / "t.csv", table), placement_of=known, **GIVEN)

    assert ["Huyện A", name, "Huyện C"] == [each.name_as_printed for each in found.results]
    assert [] == codes_and_places(found.findings)


@pytest.mark.parametrize("name", ["Giám đốc", "Ký Phú", "Nơi nhận"])
def test_a_numbered_unit_without_figures_ends_no_table(name: str, tmp_path: Path) -> None:
    table = f"STT | Đơn vị | Điểm\n1 | Huyện A | 90\n2 | {name} |\n3 | Huyện C | 70"
    found = published(write_csv(tmp_path / "t.csv", table), placement_of=known, **GIVEN)

    assert ["Huyện A", name, "Huyện C"] == [each.name_as_printed for each in found.results]


def test_a_figure_below_the_signatures_is_said(tmp_path: Path) -> None:
    table = "Đơn vị | Điểm | Hạng\nHuyện A | 90 | 1\nNgười lập | | Giám đốc\nHuyện C | 70 | 2\n(Ký) | | (Ký)"
    found = published(write_csv(tmp_path / "t.csv", table), placement_of=known, **GIVEN)

    assert [("published-signatures", "t.csv:3"), ("published-row-below-signatures", "t.csv:4")] == (
        codes_and_places(found.findings)
    )
    assert "“Huyện C”" in finding_text(found.findings[1], "vi").message


def test_a_figure_below_the_signatures_is_said_also_where_no_unit_is_named(tmp_path: Path) -> None:
    table = "STT | Đơn vị | Điểm\n1 | Huyện A | 90\n | Người lập |\n2 | | 70"
    found = published(write_csv(tmp_path / "t.csv", table), placement_of=known, **GIVEN)

    assert "“2”" in finding_text(found.findings[1], "vi").message


def test_a_rank_alone_is_a_figure(tmp_path: Path) -> None:
    table = "Đơn vị | Điểm | Hạng\nHuyện A | 90 | 1\nGiám đốc | | 2"
    found = published(write_csv(tmp_path / "t.csv", table), placement_of=known, **GIVEN)

    assert ["Huyện A", "Giám đốc"] == [each.name_as_printed for each in found.results]


def test_the_row_that_numbers_the_columns_goes_without_saying(tmp_path: Path) -> None:
    table = "Đơn vị | Điểm | Hạng\nA | 1 | 2\nHuyện A | 90 | 1\nA | 1 | 2\nB | 80 | 2"
    found = published(write_csv(tmp_path / "t.csv", table), placement_of=known, **GIVEN)

    assert ["Huyện A", "B"] == [each.name_as_printed for each in found.results]
    assert [("published-row-numbering", "t.csv:4")] == codes_and_places(found.findings)


def test_a_name_of_digits_is_said(tmp_path: Path) -> None:
    table = "Đơn vị | Điểm | Hạng\nHuyện A | 90 | 1\n7 | 80 | 2"
    found = published(write_csv(tmp_path / "t.csv", table), placement_of=known, **GIVEN)

    assert [("published-row-no-unit", "t.csv:3")] == codes_and_places(found.findings)
