"""An option fills what a table leaves out; where the table says something else the table is refused."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from parcli.errors import UnusableFile
from parcli.messages.catalog import error_text
from parcli.model.period import Period
from support.tables import GIVEN, known, published, rows_of, write_xlsx

CONTRADICTIONS = [
    ("Năm: 2022 | |\nĐơn vị | Điểm | Hạng\nHuyện A | 90 | 1", "“2022” (ô Bảng!A1), khác --period 2023"),
    ("KẾT QUẢ NĂM 2022 | |\nĐơn vị | Điểm | Hạng\nHuyện A | 90 | 1", "khác --period 2023; bỏ --period"),
    ("Đơn vị | Năm | Điểm\nHuyện A | 2023 | 90\nHuyện B | 2022 | 90", "(ô Bảng!B3), khác --period 2023"),
    (
        "Cấp: Sở | |\nĐơn vị | Điểm | Hạng\nSở A | 90 | 1",
        "“sở, ban, ngành” (ô Bảng!A1), khác --level district",
    ),
    ("Đơn vị | Cấp | Điểm\nSở A | Sở | 90", "(ô Bảng!B2), khác --level district"),
    ("Xã | Điểm | Hạng\nXã A | 90 | 1", "“xã” (ô Bảng!A1), khác --level district"),
    ("Đơn vị | Chỉ số | Điểm\nHuyện A | SIPAS | 90", "“SIPAS” (ô Bảng!B2), khác --index PAR"),
]


@pytest.mark.parametrize(("table", "words"), CONTRADICTIONS)
def test_what_the_table_says_otherwise_is_refused_with_its_cell(
    tmp_path: Path, table: str, words: str
) -> None:
    with pytest.raises(UnusableFile) as raised:
        published(write_xlsx(tmp_path / "t.xlsx", rows_of(table)), placement_of=known, **GIVEN)

    assert words in error_text(raised.value.code, raised.value.params, "vi")


AGREEING: list[tuple[str, dict[str, Any]]] = [
    ("Năm: 2023 | |\nĐơn vị | Điểm | Hạng\nHuyện A | 90 | 1", {}),
    ("Huyện | Năm | Điểm\nHuyện A | 2023 | 90\nHuyện B | | 90", {}),
    ("Đơn vị | Chỉ số | Điểm\nHuyện A | par | 90", {}),
    ("Năm: 2022 | |\nĐơn vị | Điểm | Hạng\nHuyện A | 90 | 1", {"period": None}),
    ("Đơn vị | Cấp | Điểm\nSở A | Sở | 90", {"level": None}),
]


@pytest.mark.parametrize(("table", "changed"), AGREEING)
def test_what_agrees_or_stands_alone_is_read(tmp_path: Path, table: str, changed: dict[str, Any]) -> None:
    path = write_xlsx(tmp_path / "t.xlsx", rows_of(table))

    found = published(path, placement_of=known, **(GIVEN | changed))

    assert len(table.splitlines()) - 1 - table.startswith("Năm:") == len(found.results)


def test_the_period_of_a_blank_cell_is_the_option(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "t.xlsx", rows_of("Đơn vị | Năm | Điểm\nHuyện A | | 90"))

    assert [Period(2023)] == [each.period for each in published(path, placement_of=known, **GIVEN).results]
