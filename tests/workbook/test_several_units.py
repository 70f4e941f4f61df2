"""Several units side by side or on sheets, and one unit on several sheets, score as if each were alone."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path

import pytest

from parcli.errors import UnusableFile
from parcli.workbook.form import Form
from parcli.workbook.own_words import OwnWords
from parcli.workbook.reading import read_forms, read_workbook
from support.workbooks import grid, write, write_sheets
from workbook.layouts import NATION, PLAIN, found, plain_points, points

HEADS = "STT | Nội dung | Điểm tối đa | {heads}"
# each line: code, title, maximum, and the points of the first unit; the second has half of them
ROWS = (
    ("'1", "Chỉ đạo, điều hành", 5, None),
    ("'1.1", "Kế hoạch cải cách hành chính", 3, None),
    ("'1.1.1", "Ban hành kế hoạch", 1, 0.5),
    ("'1.1.2", "Mức độ hoàn thành kế hoạch", 2, 1),
    ("'1.2", "Báo cáo định kỳ", 2, 1.5),
    ("'2", "Tác động", 5, None),
    ("'2.2.1.1.1", "Tỷ lệ máy tính nối mạng", 1, 1),
)
AREA_1 = "\n".join(PLAIN.strip().splitlines()[:6])
AREA_2 = "\n".join([PLAIN.strip().splitlines()[0], *PLAIN.strip().splitlines()[6:]])


def side_by_side(*header: str, shares: tuple[float, ...] = (1, 0.5, 0)) -> list[list[object]]:
    """Return a table below header rows in which each unit has a share of the points."""
    rows = [
        [code[1:], title, most, *(None if each is None else each * share for share in shares)]
        for code, title, most, each in ROWS
    ]
    return [*grid("\n".join(header)), *rows]


def _by_unit(forms: tuple[Form, ...]) -> dict[str, Mapping[str, Fraction]]:
    return {form.unit_name: points(form) for form in forms}


def _half(worth: Mapping[str, Fraction]) -> dict[str, Fraction]:
    return {code: each / 2 for code, each in worth.items()}


def test_a_column_for_each_unit_is_a_form_for_each(tmp_path: Path) -> None:
    rows = [*grid(NATION), *side_by_side(HEADS.format(heads="Sở A | Sở B | Sở C"))]
    forms = read_forms(write(tmp_path / "f.xlsx", rows))
    alone = dict(plain_points(tmp_path)) | {"2.1": Fraction(0)}

    assert {"Sở A": alone, "Sở B": _half(alone), "Sở C": dict.fromkeys(alone, 0)} == _by_unit(forms)
    assert [("unit-column-appraised", f"CCHC!{letter}6") for letter in "DEF"] == [
        each for form in forms for each in found(form)
    ]
    assert all(form.beside for form in forms)


def test_a_number_in_a_units_name_is_part_of_it(tmp_path: Path) -> None:
    rows = [*grid(NATION), *side_by_side(HEADS.format(heads="Phường số 1 | Phường số 2 | Phường số 10"))]
    forms = read_forms(write(tmp_path / "f.xlsx", rows))

    assert ["Phường số 1", "Phường số 2", "Phường số 10"] == [form.unit_name for form in forms]


def test_a_header_over_the_units_says_what_their_columns_hold(tmp_path: Path) -> None:
    heads = HEADS.format(heads="Điểm tự chấm | |"), "| | | Bình Minh | Tân Lập | Yên Sơn"
    forms = read_forms(write(tmp_path / "f.xlsx", side_by_side(*heads), merge=("D1:F1",)))

    assert ["Bình Minh", "Tân Lập", "Yên Sơn"] == [form.unit_name for form in forms]
    assert {"self"} == {stage for form in forms for stage in form.stages}
    assert [] == [each for form in forms for each in found(form)]


def test_a_line_above_says_that_the_points_are_the_units_own(tmp_path: Path) -> None:
    rows = [
        *grid("BẢNG TỔNG HỢP ĐIỂM TỰ CHẤM NĂM 2024"),
        *side_by_side(HEADS.format(heads="Sở A | Sở B | Sở C")),
    ]
    forms = read_forms(write(tmp_path / "f.xlsx", rows))

    assert ["unit-column-self"] * 3 == [code for form in forms for code, _ in found(form)]


def test_several_columns_below_each_units_name(tmp_path: Path) -> None:
    heads = (
        HEADS.format(heads="Sở A | | | Sở B | |"),
        "| | | TC | Điểm thẩm định | Ghi chú | TC | Điểm thẩm định | Ghi chú",
    )
    heads = (heads[0], heads[1].replace("TC", "Tự chấm").replace("Ghi chú", "Điều tra XHH"))
    rows = side_by_side(*heads, shares=(1, 1, 0, 1, 0.5, 0))
    forms = read_forms(write(tmp_path / "f.xlsx", rows, merge=("D1:F1", "G1:I1")))
    alone = dict(plain_points(tmp_path)) | {"2.1": Fraction(0)}

    assert {"Sở A": alone, "Sở B": _half(alone)} == _by_unit(forms)
    assert {"self", "appraised_1", "survey"} == {stage for form in forms for stage in form.stages}


@pytest.mark.parametrize(
    "heads",
    [
        "Điểm phòng rà soát | Điểm sở rà soát",
        "Năm 2023 | Năm 2024 | Năm 2025",
        "Quý I | Quý II",
        "Cấp tỉnh | Cấp huyện | Cấp xã",
    ],
)
def test_rounds_years_and_points_of_somebody_are_no_units(tmp_path: Path, heads: str) -> None:
    with pytest.raises(UnusableFile) as caught:
        read_forms(write(tmp_path / "f.xlsx", side_by_side(HEADS.format(heads=heads))))

    assert "header-unclear" == caught.value.code


def test_units_that_handed_in_nothing_or_words_are_units_too(tmp_path: Path) -> None:
    table = """
        STT | Nội dung | Điểm tối đa | Bình Minh | Tân Lập | Yên Sơn | Phụ trách
        '1.1.1 | Ban hành kế hoạch | 1 | 1 | | KAD |
        '1.2 | Báo cáo định kỳ | 2 | 1 | | Không áp dụng |
        """
    forms = read_forms(write(tmp_path / "f.xlsx", table))

    assert ["Bình Minh", "Tân Lập", "Yên Sơn"] == [form.unit_name for form in forms]


def test_members_of_a_council_are_no_units(tmp_path: Path) -> None:
    heads = HEADS.format(heads="Điểm thẩm định | |"), "| | | Ông A | Bà B | Ông C"
    form = read_workbook(write(tmp_path / "f.xlsx", side_by_side(*heads), merge=("D1:F1",)))

    assert {"column-without-header", "column-ambiguous", "column-not-understood"} & {
        c for c, _ in found(form)
    }


def test_means_beside_the_units_are_not_one_of_them(tmp_path: Path) -> None:
    rows = side_by_side(HEADS.format(heads="Sở A | Sở B | Trung bình"), shares=(1, 0.5, 0.75))
    forms = read_forms(write(tmp_path / "f.xlsx", rows))

    assert ["Sở A", "Sở B"] == [form.unit_name for form in forms]
    assert [("column-derived", "CCHC!F1")] == [
        each for each in found(forms[0]) if each[0] != "unit-column-appraised"
    ]


def test_a_file_of_several_units_is_not_the_form_of_one(tmp_path: Path) -> None:
    path = write(tmp_path / "f.xlsx", side_by_side(HEADS.format(heads="Sở A | Sở B | Sở C")))
    with pytest.raises(UnusableFile) as caught:
        read_workbook(path)

    assert ("workbook-several-units", ("Sở A", "Sở B", "Sở C")) == (
        caught.value.code,
        caught.value.params["names"],
    )


def test_sheets_that_name_units_are_theirs(tmp_path: Path) -> None:
    sheets = {name: [["Đơn vị: " + unit], *grid(PLAIN)] for name, unit in (("1", "Sở A"), ("2", "Sở B"))}
    forms = read_forms(write_sheets(tmp_path / "s.xlsx", sheets))

    assert dict.fromkeys(("Sở A", "Sở B"), plain_points(tmp_path)) == _by_unit(forms)
    assert [] == [each for form in forms for each in found(form)]


def test_sheets_called_like_units_are_theirs(tmp_path: Path) -> None:
    forms = read_forms(write_sheets(tmp_path / "s.xlsx", {"Xã Bình Minh": PLAIN, "Phường 1": PLAIN}))

    assert ["Xã Bình Minh", "Phường 1"] == [form.unit_name for form in forms]
    assert [("unit-from-sheet", "'Xã Bình Minh'!A1"), ("unit-from-sheet", "'Phường 1'!A1")] == [
        each for form in forms for each in found(form)
    ]


def test_areas_on_two_sheets_are_one_form(tmp_path: Path) -> None:
    form = read_workbook(write_sheets(tmp_path / "s.xlsx", {"LV 1": AREA_1, "LV 2": AREA_2}))

    assert plain_points(tmp_path) == points(form)
    assert [("sheets-joined", "'LV 2'!A1")] == found(form)


def test_the_totals_of_parts_are_not_those_of_the_whole(tmp_path: Path) -> None:
    total = "\n| Tổng cộng | 5 | 5 | 3 |"
    form = read_workbook(write_sheets(tmp_path / "s.xlsx", {"LV 1": AREA_1 + total, "LV 2": AREA_2 + total}))

    assert ((), ["part_sum", "part_sum"]) == (form.sums, [ignored.why for ignored in form.ignored])
    assert plain_points(tmp_path) == points(form)


def test_parts_that_name_two_periods_say_so(tmp_path: Path) -> None:
    sheets = {"LV 1": [["Năm: 2024"], *grid(AREA_1)], "LV 2": [["Năm: 2023"], *grid(AREA_2)]}
    form = read_workbook(write_sheets(tmp_path / "s.xlsx", sheets))

    assert ("label-conflict", "'LV 2'!A1") in found(form)


def test_sheets_with_other_columns_are_no_parts(tmp_path: Path) -> None:
    other = "Mã | Tiêu chí | Điểm tối đa | Khảo sát\n'9.1 | Tài liệu | 5 | 1"
    form = read_workbook(write_sheets(tmp_path / "s.xlsx", {"Bảng": PLAIN, "Khác": other}))

    assert [("sheet-not-read", "Khác")] == found(form)


@pytest.mark.parametrize("rows", [1, 2])
def test_short_heads_below_units_are_self_and_appraised(tmp_path: Path, rows: int) -> None:
    heads = " | ".join(("Sở Nội vụ", "", "Sở Xây dựng", "", "Sở Tư pháp", "")[: 2 + 2 * rows])
    lines = side_by_side(
        HEADS.format(heads=heads),
        " |  |  | " + " | ".join(["TC", "TĐ"] * (1 + rows)),
        shares=(1, 0.5) * (1 + rows),
    )
    forms = read_forms(write(tmp_path / "form.xlsx", lines))
    assert [form.roles & {"self", "appraised_1"} for form in forms] == [{"self", "appraised_1"}] * (1 + rows)
    assert [points(forms[1], stage=stage)["1.2"] for stage in ("self", "final")] == [1.5, 0.75]


def test_short_heads_beside_each_other_are_self_and_appraised(tmp_path: Path) -> None:
    lines = side_by_side("STT | Nội dung | Điểm tối đa | TC | TĐ", shares=(1, 0.5))
    (form,) = read_forms(write(tmp_path / "form.xlsx", lines))
    assert [c.role for c in form.columns] == ["code", "title", "max", "self", "appraised_1"]
    assert found(form) == []


def test_map_names_columns_below_units(tmp_path: Path) -> None:
    lines = side_by_side(
        HEADS.format(heads="Sở Nội vụ |  | Sở Xây dựng | "),
        " |  |  | KQ1 | KQ2 | KQ1 | KQ2",
        shares=(1, 0.5, 1, 0.5),
    )
    words = OwnWords(asked={"KQ1": "self", "KQ2": "appraised_1"})
    forms = read_forms(write(tmp_path / "form.xlsx", lines), words)
    assert [form.roles & {"self", "appraised_1"} for form in forms] == [{"self", "appraised_1"}] * 2
    assert [finding for form in forms for finding in form.findings if finding.code == "map-unused"] == []
