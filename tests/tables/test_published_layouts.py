"""Layouts of published tables: the cases' own, and the traps that real ones set."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from openpyxl import Workbook

from parcli.errors import UnusableFile
from parcli.messages.catalog import error_text
from parcli.model.period import Period
from parcli.model.register import PublishedResult
from parcli.workbook.published import Published
from support.tables import GIVEN, SMALL, known, published, rows_of, write_csv, write_xlsx

CASE_A = """
Khối | STT | Đơn vị | Điểm thẩm định | Xếp loại | Xếp hạng
Sở | 1 | Cục Thuế tỉnh | 93,71 | Xuất sắc | 1
Sở | 2 | Bảo hiểm xã hội tỉnh | 92,5 | Xuất sắc | 2
Huyện | 1 | Huyện Đắk R'Lấp | 83,4 | Tốt | 1
Huyện | 2 | Huyện Đắk Song | 79,25 | Khá | 2
"""

CASE_C = """
Đơn vị: Sở Xây dựng
Năm: 2023
Lĩnh vực | Điểm tối đa | CTHĐ Thẩm định
Công tác chỉ đạo điều hành cải cách hành chính | 15.5 | 12.23
Cải cách thể chế | 14 | 10
Cải cách thủ tục hành chính | 17.5 | 10,86
Cải cách tổ chức bộ máy hành chính nhà nước | 10 | 9
Cải cách chế độ công vụ | 12 | 11
Cải cách tài chính công | 11 | 7.41
Xây dựng và phát triển chính quyền điện tử, chính quyền số | 20 | 15.11
Tổng cộng điểm | 100 | 75.61
"""

CASE_D = """
Kỳ | Xã | Tỷ lệ (%) | Xếp loại | Xếp hạng | LV1 | LV2 | LV3 | LV4 | LV5 | LV6 | LV7
2020 | Hải Trường | | | 2 | | | | | | |
2021 | Hải Trường | | | 2 | | | | | | |
2022 | Hải Trường | | | 4 | | | | | | |
6 tháng đầu năm 2023 | Hải Trường | 73.9 | Khá | 6/16 |53.57 %|45.83 %|81.05 %|100 %|75 %|30 %|38.15 %
"""

CASE_E = """
Năm | Chỉ số | Tỉnh | Điểm | Xếp hạng | Tăng/giảm bậc
2022 | PAR | Long An | 87,42 | 8/63 | tăng 14 bậc
2021 | PAR | Long An | 87,20 | 22 |
2022 | PAR | Quảng Ninh | 90,1 | 1 |
"""


@pytest.fixture(params=["csv", "xlsx"])
def file_of(request: pytest.FixtureRequest, tmp_path: Path) -> Any:
    """Return a function that writes a typed table to a file of the kind."""

    def written(table: str) -> Path:
        if request.param == "csv":
            return write_csv(tmp_path / "t.csv", table)
        return write_xlsx(tmp_path / "t.xlsx", rows_of(table))

    return written


def test_case_a_has_two_blocks_each_at_its_level(file_of: Any) -> None:
    found = published(file_of(CASE_A), **{**GIVEN, "level": None})

    departments = [("department", "Sở", 1), ("department", "Sở", 2)]
    districts = [("district", "Huyện", 1), ("district", "Huyện", 2)]
    assert departments + districts == [
        (each.level, each.placement.block, each.rank) for each in found.results
    ]


def test_case_c_is_one_result_with_seven_areas(file_of: Any) -> None:
    (result,) = published(file_of(CASE_C), index="PAR", level="department", source="Thông báo").results

    assert (Fraction("75.61"), Fraction(100)) == (result.points, result.max_points)
    assert ["12.23/15.5", "10/14", "10,86/17.5", "9/10", "11/12", "7.41/11", "15.11/20"] == list(
        result.areas.values()
    )


def test_case_c_names_unit_and_year_above_the_table(file_of: Any) -> None:
    (result,) = published(file_of(CASE_C), index="PAR", level="department", source="Thông báo").results

    assert ("Sở Xây dựng", Period(2023)) == (result.name_as_printed, result.period)


def test_case_d_is_a_history_of_ranks_and_a_half_year(file_of: Any) -> None:
    found = published(file_of(CASE_D), index="PAR", source="Báo cáo")

    assert [("2020", 2, None), ("2021", 2, None), ("2022", 4, None), ("2023-H1", 6, 16)] == [
        (str(each.period), each.rank, each.rank_of) for each in found.results
    ]


def test_case_d_has_its_areas_by_percentage(file_of: Any) -> None:
    last = published(file_of(CASE_D), index="PAR", source="Báo cáo").results[-1]

    assert (Fraction("73.9"), None) == (last.percent, last.points)
    assert {"1": "53.57 %", "4": "100 %", "7": "38.15 %"}.items() <= dict(last.areas).items()


def test_case_e_has_ranks_among_sixty_three(file_of: Any) -> None:
    first = published(file_of(CASE_E), source="báo Long An").results[0]

    assert (Fraction("87.42"), 8, 63, "tăng 14 bậc") == (
        first.points,
        first.rank,
        first.rank_of,
        first.rank_change_as_printed,
    )


@pytest.mark.parametrize(
    ("table", "missing"),
    [(CASE_A, ["index", "period"]), (CASE_D, ["index"]), (CASE_E, []), (SMALL, ["index", "period", "level"])],
)
def test_text_and_workbook_give_the_same_results(tmp_path: Path, table: str, missing: list[str]) -> None:
    options = {name: GIVEN[name] for name in missing}
    text = published(write_csv(tmp_path / "t.csv", table), **options)
    book = published(write_xlsx(tmp_path / "t.xlsx", rows_of(table)), **options)

    assert _without_places(text) == _without_places(book)


def test_number_cells_and_percent_formats_are_read_as_shown(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (["Đơn vị", "Điểm thẩm định", "Tỷ lệ đạt"], ["Huyện A", 92.125, 0.92125]):
        sheet.append(row)
    sheet["C2"].number_format = "0.00%"
    book.save(tmp_path / "t.xlsx")

    (result,) = published(tmp_path / "t.xlsx", **GIVEN).results

    assert (Fraction("92.125"), Fraction("92.125")) == (result.points, result.percent)


def test_a_header_of_two_rows_is_read_by_its_lower_words(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (
        ["Xếp hạng", "Tên đơn vị", "Điểm thẩm định", "Điểm tác động", None, "Tổng điểm"],
        [None, None, None, "KSCB", "SIPAS", None],
        [1, "Huyện A", 60, 20, 8, 88],
    ):
        sheet.append(row)
    for area in ("A1:A2", "B1:B2", "C1:C2", "D1:E1", "F1:F2"):
        sheet.merge_cells(area)
    book.save(tmp_path / "t.xlsx")

    found = published(tmp_path / "t.xlsx", **GIVEN)

    assert [(1, Fraction(88))] == [(each.rank, each.points) for each in found.results]


def test_words_below_a_header_of_several_columns_are_no_result(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet["A1"] = "Đơn vị: UBND xã An Bình"
    for row in (
        ("Xếp hạng", "Tên đơn vị", "Điểm tác động", None, "Tổng điểm"),
        (None, None, "KSCB", "SIPAS", None),
        (1, "Xã A", 5, 4, 80),
        (2, "Xã B", 4, 4, 70),
    ):
        sheet.append(row)
    sheet.merge_cells("C2:D2")
    book.save(tmp_path / "t.xlsx")

    found = published(tmp_path / "t.xlsx", placement_of=known, **GIVEN)

    assert ["Xã A", "Xã B"] == [each.name_as_printed for each in found.results]
    assert [] == [each.code for each in found.findings if each.code == "published-row-no-unit"]


def test_a_row_without_a_name_is_not_the_unit_above_the_table(tmp_path: Path) -> None:
    table = "Đơn vị: Xã A\nĐơn vị | Điểm | Hạng\nXã B | 90 | 1\n | 80 | 2"
    found = published(write_csv(tmp_path / "t.csv", table), placement_of=known, **GIVEN)

    assert ["Xã B"] == [each.name_as_printed for each in found.results]


def test_a_unit_cell_merged_downwards_names_each_of_its_rows(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (["Đơn vị", "Năm", "Điểm"], ["Huyện A", 2022, 80], [None, 2023, 85]):
        sheet.append(row)
    sheet.merge_cells("A2:A3")
    book.save(tmp_path / "t.xlsx")

    found = published(tmp_path / "t.xlsx", **{**GIVEN, "period": None})

    assert [("Huyện A", 2022), ("Huyện A", 2023)] == [
        (each.name_as_printed, each.period.year) for each in found.results
    ]


@pytest.mark.parametrize(
    ("missing", "code"),
    [("index", "table-no-index"), ("period", "table-no-period"), ("level", "table-no-level")],
)
def test_what_neither_table_nor_option_says_is_asked_for(tmp_path: Path, missing: str, code: str) -> None:
    path = write_csv(tmp_path / "t.csv", SMALL)

    with pytest.raises(UnusableFile) as caught:
        published(path, **{**GIVEN, missing: None})

    assert code == caught.value.code
    assert f"--{missing}" in error_text(code, caught.value.params, "vi")


def test_a_table_of_areas_without_a_unit_is_refused(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "t.csv", CASE_C.replace("Đơn vị: Sở Xây dựng", ""))

    with pytest.raises(UnusableFile) as caught:
        published(path, **GIVEN)

    assert "table-no-unit" == caught.value.code


def test_areas_of_two_units_in_one_table_stay_apart(tmp_path: Path) -> None:
    rows = (
        "Đơn vị | Lĩnh vực | Điểm | Điểm tối đa | Xếp hạng",
        "Huyện A | 1. Thể chế | 9 | 10 | 2",
        "Huyện A | Tổng | 80 | 100 | 1",
        "Huyện B | 1. Thể chế | 9,5 | 10 | 1",
    )

    first, second = published(write_csv(tmp_path / "t.csv", "\n".join(rows)), **GIVEN).results

    assert ({"1": "9/10"}, {"1": 2}, Fraction(80), 1) == (
        dict(first.areas),
        dict(first.area_ranks),
        first.points,
        first.rank,
    )
    assert ({"1": "9,5/10"}, {"1": 1}, None, None) == (
        dict(second.areas),
        dict(second.area_ranks),
        second.points,
        second.rank,
    )


def test_a_row_alone_heads_the_block_below_it(tmp_path: Path) -> None:
    rows = ("STT | Đơn vị | Điểm", "I | Khối A |", "1 | Sở A | 80", "II | Khối B |", "1 | Sở B | 70")
    path = write_csv(tmp_path / "t.csv", "\n".join(rows))

    results = published(path, **GIVEN).results

    assert [("Sở A", "Khối A"), ("Sở B", "Khối B")] == [
        (each.name_as_printed, each.placement.block) for each in results
    ]


def test_a_unit_without_figures_is_kept(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "t.csv", "STT | Đơn vị | Điểm\n1 | Sở A | 80\n2 | Sở B |")

    assert ["Sở A", "Sở B"] == [each.name_as_printed for each in published(path, **GIVEN).results]


def test_a_column_headed_index_that_holds_numbers_is_the_score(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "t.csv", "Đơn vị | Chỉ số\nHuyện A | 80,5")

    assert Fraction("80.5") == published(path, **GIVEN).results[0].points


def _without_places(found: Published) -> list[PublishedResult]:
    return [replace(each, place="") for each in found.results]


def test_the_columns_of_a_ranking_of_ours_are_read_as_what_they_are(tmp_path: Path) -> None:
    rows = (
        "Hạng | Đơn vị | Hạng khối | Điểm | Áp dụng | % | ± điểm | ± hạng | Hạng công bố | Trong số | Nguồn",
        "2 | Huyện A | 1 | 76,00 | 95 | 80,00 | +1,50 | -3 | 2 | 16 | đã công bố",
    )
    found = published(write_csv(tmp_path / "t.csv", "\n".join(rows)), placement_of=known, **GIVEN)
    (result,) = found.results

    assert () == found.findings
    assert (Fraction(76), Fraction(95), Fraction(80), 2, 16) == (
        result.points,
        result.max_points,
        result.percent,
        result.rank,
        result.rank_of,
    )
    assert ("+1,50", "-3", "QĐ 1") == (
        result.change_as_printed,
        result.rank_change_as_printed,
        result.source,
    )


def test_a_published_rank_alone_is_the_rank(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "t.csv", "Đơn vị | Điểm | Hạng công bố\nHuyện A | 80 | 3")

    assert 3 == published(path, placement_of=known, **GIVEN).results[0].rank


def test_points_of_an_appraisal_may_be_headed_in_short(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "t.csv", "Đơn vị | Điểm TĐ | Hạng\nHuyện A | 80 | 3")

    assert Fraction(80) == published(path, placement_of=known, **GIVEN).results[0].points


def test_a_header_that_only_begins_as_the_applicable_maximum_is_none(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "t.csv", "Đơn vị | Điểm | Áp dụng công nghệ\nHuyện A | 80 | 90")
    found = published(path, placement_of=known, **GIVEN)

    assert ["table-column-unread"] == [each.code for each in found.findings]
