"""Published tables whose areas have several columns each: the whole's are the unit's, an area's never are."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from parcli.errors import UnusableFile
from parcli.messages.catalog import error_text
from parcli.workbook.published import Published
from support.tables import GIVEN, known, published, write_csv

DIRECTING, RULES, WHOLE = "1. Công tác chỉ đạo, điều hành (16 điểm)", "Thể chế số (12 điểm)", "TỔNG CỘNG"
FORM_E = ("TC", "TĐ", "Bị trừ", "Tổng")
FORM_G = ("Đánh giá qua ĐTXHH", "Thẩm định", "Tổng điểm", "Chỉ số (%)")
E_FIGURES = (10, 9, 1, 8, 9, 8.5, 0.5, 7.5, 19, 17.5, 1.5, 16)
G_FIGURES = (3, 9, 12, 75, 1, 8, 9, 75, 4, 17, 21, 75.5)


def grouped(
    folder: Path,
    heads: Sequence[str],
    groups: Sequence[str],
    figures: Sequence[float],
    *,
    numbered: bool = False,
) -> Path:
    """Write a table with one unit: ``heads`` stand below each of the groups, behind number and name."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Bảng"
    sheet["A1"], sheet["B1"] = "STT", "Tên đơn vị"
    for number, name in enumerate(groups):
        first = 3 + number * len(heads)
        sheet.cell(1, first).value = name
        sheet.merge_cells(start_row=1, end_row=1, start_column=first, end_column=first + len(heads) - 1)
    sheet.append([None, None, *(text for _ in groups for text in heads)])
    if numbered:
        sheet.append([None, None, *(f"({number})" for number in range(3, len(figures) + 3))])
    sheet.append([1, "Xã A", *figures])
    path = folder / "t.xlsx"
    book.save(path)
    return path


def form_e(folder: Path, *, whole: str = WHOLE, numbered: bool = False) -> Published:
    path = grouped(folder, FORM_E, (DIRECTING, RULES, whole), E_FIGURES, numbered=numbered)
    return published(path, placement_of=known, **GIVEN)


def refusal(path: Path) -> UnusableFile:
    with pytest.raises(UnusableFile) as caught:
        published(path, placement_of=known, **GIVEN)
    return caught.value


@pytest.mark.parametrize("whole", [WHOLE, "Tổng hợp", "Tổng điểm (28 điểm)", "Chỉ số CCHC"])
def test_form_e_gives_the_total_of_the_whole(whole: str, tmp_path: Path) -> None:
    (result,) = form_e(tmp_path, whole=whole).results
    assert Fraction(16) == result.points


def test_form_e_gives_the_total_of_each_area(tmp_path: Path) -> None:
    (result,) = form_e(tmp_path).results
    assert {"1": "8", "Thể chế số": "7.5"} == dict(result.areas)


def test_form_e_with_appraised_points_alone_gives_those(tmp_path: Path) -> None:
    path = grouped(tmp_path, ("TC", "TĐ"), (DIRECTING, WHOLE), (10, 9, 19, 17.5))
    (result,) = published(path, placement_of=known, **GIVEN).results
    assert (Fraction("17.5"), {"1": "9"}) == (result.points, dict(result.areas))


def test_an_area_with_a_deduction_and_no_total_is_left_out_and_said(tmp_path: Path) -> None:
    heads, figures = ("TĐ", "Bị trừ"), (9, 1, 8.5, 0)
    path = grouped(tmp_path, heads, (DIRECTING, RULES), figures)
    book = load_workbook(path)
    for row, value in enumerate(("Tổng điểm", None, 16.5), start=1):
        book.worksheets[0].cell(row, 7).value = value
    book.worksheets[0].merge_cells("G1:G2")
    book.save(path)
    read = published(path, placement_of=known, **GIVEN)

    assert ("table-area-deduction", "Bảng!D2") in [(each.code, each.place) for each in read.findings]
    assert (Fraction("16.5"), {"Thể chế số": "8.5"}) == (read.results[0].points, dict(read.results[0].areas))


@pytest.mark.parametrize(
    ("header", "row", "points"),
    [
        ("Điểm thẩm định | Điểm bị trừ | Điểm thẩm định sau khi trừ", "90 | 2 | 88", 88),
        ("Điểm thẩm định | Điểm bị trừ | Điểm sau khi trừ | Tổng điểm", "90 | 2 | 88 | 92", 92),
        ("Điểm thẩm định | Điểm bị trừ", "90 | 0", 90),
        ("Điểm thẩm định | Điểm bị trừ", "90 | -", 90),
    ],
)
def test_points_after_a_deduction_are_the_units(header: str, row: str, points: int, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "t.csv", f"Đơn vị | {header}\nXã A | {row}")
    (result,) = published(path, placement_of=known, **GIVEN).results

    assert Fraction(points) == result.points


@pytest.mark.parametrize("taken", ["2", "-2", "trừ 2 điểm"])
def test_points_before_a_deduction_are_never_the_units(taken: str, tmp_path: Path) -> None:
    table = f"Đơn vị | Điểm thẩm định | Điểm bị trừ | Xếp hạng\nXã A | 90 | {taken} | 1"
    error = refusal(write_csv(tmp_path / "t.csv", table))

    assert ("table-deduction", "Điểm thẩm định") == (error.code, error.params["points"])
    assert "{" not in error_text(error.code, error.params, "vi")


def test_form_g_gives_points_and_percentage_of_the_whole(tmp_path: Path) -> None:
    path = grouped(tmp_path, FORM_G, ("Công tác chỉ đạo", "Cải cách thể chế", "Tổng hợp"), G_FIGURES)
    (result,) = published(path, placement_of=known, **GIVEN).results
    assert (Fraction(21), Fraction("75.5")) == (result.points, result.percent)


def test_columns_of_areas_that_are_not_read_are_said_once_for_each_head(tmp_path: Path) -> None:
    said = [each.place for each in form_e(tmp_path).findings if each.code == "table-column-unread"]
    assert ["Bảng!C2", "Bảng!D2", "Bảng!E2"] == said[:3]
    assert [] == [place for place in said if place[6] in "GHI"]


def test_a_row_that_numbers_the_columns_behind_the_names_is_ignored(tmp_path: Path) -> None:
    found = form_e(tmp_path, numbered=True)
    assert ["Xã A"] == [each.name_as_printed for each in found.results]
    assert [] == [each.code for each in found.findings if each.code == "published-row-no-unit"]


@pytest.mark.parametrize(("heads", "figures"), [(FORM_E, E_FIGURES[:8]), (FORM_G, G_FIGURES[:8])])
def test_areas_without_a_whole_are_refused(
    heads: Sequence[str], figures: Sequence[float], tmp_path: Path
) -> None:
    error = refusal(grouped(tmp_path, heads, (DIRECTING, RULES), figures))
    assert "table-no-whole" == error.code
    assert f"({DIRECTING}, {RULES})" in error_text(error.code, error.params, "vi")


def test_one_total_beside_the_areas_is_the_units(tmp_path: Path) -> None:
    path = grouped(tmp_path, ("TC", "TĐ"), (DIRECTING, RULES), (10, 9, 9, 8))
    book = load_workbook(path)
    sheet = book.worksheets[0]
    sheet["G1"], sheet["G3"] = "Tổng điểm", 17
    sheet.merge_cells("G1:G2")
    book.save(path)
    (result,) = published(path, placement_of=known, **GIVEN).results
    assert Fraction(17) == result.points


@pytest.mark.parametrize("groups", [("Năm 2022", "Năm 2023"), ("Kết quả năm 2022", "Kết quả năm 2023")])
def test_two_years_beside_each_other_are_no_areas(groups: tuple[str, str], tmp_path: Path) -> None:
    path = grouped(tmp_path, ("Điểm", "Xếp hạng"), groups, (80, 1, 85, 2))
    found = published(path, placement_of=known, **GIVEN)
    assert {"table-columns-alike"} == {each.code for each in found.findings}
    assert [{}] == [dict(each.areas) for each in found.results]


def test_a_table_without_any_figure_of_units_is_refused(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "t.csv", "STT | Đơn vị | Ghi chú\n1 | Xã A | đã gửi")
    assert "table-no-figures" == refusal(path).code


# what this program writes


def scores(folder: Path, stage: str) -> Path:
    head = "Tệp | Đơn vị | Kỳ | Giai đoạn | Mã | Nội dung | Điểm | Tối đa | Áp dụng | % | Xếp loại"
    rows = (
        f"a.xlsx | Xã A | 2023 | {stage} | {code} | 8 | 10 | 10 | 80 |" for code in ("1 | Thể chế", "| Tổng")
    )
    return write_csv(folder / "t.csv", "\n".join((head, *rows)))


def test_the_csv_of_self_assessed_scores_is_no_published_result(tmp_path: Path) -> None:
    error = refusal(scores(tmp_path, "self"))
    assert ("table-self-assessed", "t.csv:2:Giai đoạn") == (error.code, error.params["place"])


def test_the_csv_of_scores_says_what_to_export_instead(tmp_path: Path) -> None:
    error = refusal(scores(tmp_path, "final"))
    assert "parindex rank … --format csv" in error_text(error.code, error.params, "vi")


@pytest.mark.parametrize("stage", ["self", "tự đánh giá"])
def test_a_ranking_of_self_assessments_is_no_published_result(stage: str, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "t.csv", f"Hạng | Đơn vị | Điểm | Giai đoạn\n1 | Xã A | 80 | {stage}")
    assert "table-self-assessed" == refusal(path).code


def test_a_final_ranking_of_ours_is_read(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "t.csv", "Hạng | Đơn vị | Điểm | Giai đoạn\n1 | Xã A | 80 | final")
    found = published(path, placement_of=known, **GIVEN)
    assert ([Fraction(80)], ()) == ([each.points for each in found.results], found.findings)


def test_another_column_of_that_name_is_not_read_and_said(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "t.csv", "Hạng | Đơn vị | Điểm | Giai đoạn\n1 | Xã A | 80 | 2021-2025")
    found = published(path, placement_of=known, **GIVEN)
    assert ["table-column-unread"] == [each.code for each in found.findings]
