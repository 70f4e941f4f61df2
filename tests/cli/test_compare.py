"""Two periods beside one another, and a unit's history: what is true is drawn, what is not is explained."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from cli.running import Outcome, parindex
from cli.small_office import Form, small_office
from parcli.model.period import Period
from support.provinces_table import write_provinces
from support.tables import DATA, write_csv

PANEL = DATA / "province_panel_partial_2012_2024.csv"
CASE_D = """
Kỳ | Xã | Tỷ lệ (%) | Xếp loại | Xếp hạng | LV1 | LV2 | LV3 | LV4 | LV5 | LV6 | LV7
2020 | Hải Trường | | | 2 | | | | | | |
2021 | Hải Trường | | | 2 | | | | | | |
2022 | Hải Trường | | | 4 | | | | | | |
6 tháng đầu năm 2023 | Hải Trường | 73.9 | Khá | 6/16 |53.57 %|45.83 %|81.05 %|100 %|75 %|30 %|38.15 %
"""
DISTRICTS = """
Huyện | Năm | Điểm | Điểm tối đa | Xếp hạng | Xếp loại | LV1
Huyện A | 2022 | 80,00 | 100 | 1 | Khá | 8/10
Huyện B | 2022 | 70,50 | 100 | 2 | Khá | 7/10
Huyện C | 2022 | 60,00 | 100 | 3 | Yếu | 6/10
Huyện A | 2023 | 78,25 | 100 | 2 | Khá | 7,5/10
Huyện B | 2023 | 81,00 | 90 | 1 | Tốt | 9/10
Huyện D | 2023 | 50,00 | 100 | 3 | Yếu | 5/10
"""
AREAS_OF_LONG_AN = [
    ("Công tác chỉ đạo, điều hành", 6),
    ("Cải cách chế độ công vụ", 7),
    ("Cải cách thể chế", 12),
    ("Cải cách tổ chức bộ máy", 14),
    ("Xây dựng chính quyền điện tử", 17),
    ("Cải cách tài chính công", 32),
    ("Cải cách TTHC", 55),
]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def panel(folder: Path) -> Path:
    assert 0 == parindex("import", PANEL, "--fail-on", "never").code
    return folder


@pytest.fixture
def commune(folder: Path) -> Path:
    keep(write_csv(folder / "d.csv", CASE_D.replace(",", ";")), "--source", "Báo cáo của xã")
    return folder


@pytest.fixture
def districts(folder: Path) -> Path:
    rows = DISTRICTS.replace(",", ".")
    keep(write_csv(folder / "h.csv", rows), "--source", "Quyết định của tỉnh")
    return folder


def keep(path: Path, *words: str) -> None:
    done = parindex("import", path, "--index", "PAR", *words, "--fail-on", "never")
    assert 0 == done.code, done.err


def compared(*words: str) -> Outcome:
    outcome = parindex("compare", *words)
    assert 0 == outcome.code, outcome.err
    return outcome


def document(*words: str) -> Any:
    return compared(*words, "--format", "json").json


def the_unit(*words: str) -> Any:
    (unit,) = document(*words)["units"]
    return unit


def row_of(outcome: Outcome, start: str) -> list[str]:
    (line,) = [line for line in outcome.out.splitlines() if line.startswith(start)]
    return line.split()


def test_case_e_long_an_gained_fourteen_places_on_little_more_points(panel: Path) -> None:
    outcome = compared("2021", "2022", "--unit", "Long An", "--index", "PAR")

    assert ["Điểm", "87,20", "87,42", "+0,22", "điểm"] == row_of(outcome, "Điểm")
    assert ["Hạng", "22", "8", "+14", "bậc"] == row_of(outcome, "Hạng")


def test_case_e_is_worded_in_english_too(panel: Path) -> None:
    outcome = compared("2021", "2022", "--unit", "Long An", "--index", "PAR", "--lang", "en")

    assert ["Points", "87.20", "87.42", "+0.22", "points"] == row_of(outcome, "Points")
    assert ["Rank", "22", "8", "+14", "places"] == row_of(outcome, "Rank")


def test_case_e_has_its_ranks_by_area(panel: Path) -> None:
    areas = the_unit("2021", "2022", "--unit", "Long An", "--index", "PAR")["areas"]

    assert AREAS_OF_LONG_AN == [(each["title"], each["now"]["rank"]) for each in areas]


def test_the_order_of_the_periods_does_not_matter(panel: Path) -> None:
    words = ("--unit", "Long An", "--index", "PAR")

    assert document("2021", "2022", *words) == document("2022", "2021", *words)


def test_the_only_index_of_a_unit_need_not_be_named(panel: Path) -> None:
    assert "PAR" == document("2021", "2022", "--unit", "Long An")["index"]


def test_a_published_result_is_told_apart_and_says_its_source(panel: Path) -> None:
    side = the_unit("2021", "2022", "--unit", "Long An", "--index", "PAR")["now"]

    assert ("published", True) == (side["origin"], "bài báo Long An" in side["source"])


def test_every_publication_of_a_result_is_kept_beside_it(panel: Path) -> None:
    found = {each["period"]: each for each in document("--unit", "Quảng Ninh", "--index", "PAR")["periods"]}
    printed = [found["2018"]["printed"], *(other["printed"] for other in found["2018"]["others"])]

    assert {"89,06%", "89.6 points"} <= set(printed)


def test_every_source_that_a_figure_comes_from_is_named(panel: Path) -> None:
    line = " ".join(row_of(compared("--unit", "Hà Nội", "--index", "PAR"), "2022: "))

    assert ["baodongnai.com.vn", "bài báo Long An"] == [
        each for each in ("baodongnai.com.vn", "bài báo Long An") if each in line
    ]


def test_case_d_is_one_history(commune: Path) -> None:
    periods = document("--unit", "Hải Trường")["periods"]

    assert [
        ("2020", 2, None, None, None),
        ("2021", 2, None, None, None),
        ("2022", 4, None, None, None),
        ("2023-H1", 6, 16, 73.9, "Khá"),
    ] == [(each["period"], each["rank"], each["rank_of"], each["percent"], each["grade"]) for each in periods]


def test_case_d_reads_well_on_the_terminal(commune: Path) -> None:
    outcome = compared("--unit", "Hải Trường")

    assert ["2023-H1", "73,9", "%", "6/16", "Khá", "đã"] == row_of(outcome, "2023-H1  ")[:6]
    assert ["2022", "–", "4", "–", "−2", "bậc"] == row_of(outcome, "2022  ")[:6]


def test_case_d_has_the_percentages_of_its_areas(commune: Path) -> None:
    lines = compared("--unit", "Hải Trường").out.splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith("Lĩnh vực")) + 1

    assert ["53,57 %", "45,83 %", "81,05 %", "100 %", "75 %", "30 %", "38,15 %"] == [
        line[1:].strip() for line in lines[start : start + 7]
    ]


def test_nothing_is_compared_between_a_half_year_and_a_year(commune: Path) -> None:
    last = document("--unit", "Hải Trường")["periods"][-1]["change"]

    assert [None] * 3 == [last[key] for key in ("points", "percent", "rank")]
    assert (False, True) == (last["grade_changed"], "period-kind" in last["reasons"])


def test_a_name_is_found_whatever_the_place_of_its_tone(commune: Path) -> None:
    assert "Hải Trường" == document("--unit", "hải trừơng")["unit"]["name"]


def test_results_from_before_the_register_knew_the_unit_are_in_its_history(commune: Path) -> None:
    (commune / "parindex.toml").touch()
    (commune / "units.csv").write_text("code,name,level\nX6,Hải Trường,commune\n", encoding="utf-8")
    keep(write_csv(commune / "2024.csv", "Xã | Kỳ | Hạng\nHải Trường | 2024 | 3"))

    assert ["2020", "2021", "2022", "2023-H1", "2024"] == [
        each["period"] for each in document("--unit", "X6")["periods"]
    ]


def test_of_two_units_of_one_name_the_code_has_to_be_given(folder: Path) -> None:
    (folder / "parindex.toml").touch()
    for code, year in (("X1", 2022), ("X2", 2023)):  # a list of units that was made anew with other codes
        (folder / "units.csv").write_text(f"code,name,level\n{code},Tân Thành,commune\n", encoding="utf-8")
        keep(write_csv(folder / "x.csv", f"Xã | Kỳ | Hạng\nTân Thành | {year} | 1"))
    (folder / "units.csv").unlink()
    outcome = parindex("compare", "--unit", "Tân Thành")

    assert (2, True) == (outcome.code, "X1, X2" in outcome.err)
    assert ["2023"] == [each["period"] for each in document("--unit", "X2")["periods"]]


def test_a_name_that_is_only_like_one_is_suggested(commune: Path) -> None:
    outcome = parindex("compare", "--unit", "Hai Truong")

    assert (2, True) == (outcome.code, "tên gần giống: Hải Trường." in outcome.err)


def test_a_name_like_none_is_wrong_usage(commune: Path) -> None:
    assert 2 == parindex("compare", "--unit", "Xã Không Có").code


def test_all_units_stand_in_the_order_of_the_later_period(districts: Path) -> None:
    assert ["Huyện B", "Huyện A", "Huyện D", "Huyện C"] == [
        each["unit"]["name"] for each in document("2022", "2023")["units"]
    ]


def test_units_with_a_printed_rank_stand_in_its_order(panel: Path) -> None:
    units = document("2021", "2022", "--level", "province", "--index", "PAR")["units"]

    assert ["Quảng Ninh", "Hải Phòng", "Hà Nội", "Bắc Giang", "Long An"] == [
        each["unit"]["name"] for each in units[:5]
    ]


def test_changes_have_their_signs(districts: Path) -> None:
    line = " ".join(row_of(compared("2022", "2023"), "Huyện A"))

    assert "1 → 2 (−1)" in line
    assert "80,00 78,25 −1,75" in line


def test_another_maximum_is_a_reason_in_place_of_a_difference(districts: Path) -> None:
    change = next(
        each["change"] for each in document("2022", "2023")["units"] if each["unit"]["name"] == "Huyện B"
    )

    assert (None, 19.5, True) == (change["points"], change["percent"], "maximum-changed" in change["reasons"])
    assert "điểm tối đa áp dụng của hai kỳ khác nhau" in compared("2022", "2023").out


def test_a_grade_that_changed_is_said(districts: Path) -> None:
    assert ["Xếp", "loại", "Khá", "Tốt", "đổi", "xếp", "loại"] == row_of(
        compared("2022", "2023", "--unit", "Huyện B"), "Xếp loại"
    )


def test_a_unit_in_one_period_only_has_no_difference(districts: Path) -> None:
    units = {each["unit"]["name"]: each for each in document("2022", "2023")["units"]}

    assert (None, None) == (units["Huyện D"]["before"], units["Huyện D"]["change"])
    assert (None, None) == (units["Huyện C"]["now"], units["Huyện C"]["change"])


def test_areas_are_compared_over_one_maximum(districts: Path) -> None:
    (area,) = the_unit("2022", "2023", "--unit", "Huyện A")["areas"]

    assert ("1", -0.5, -5) == (area["code"], area["points"], area["percent"])


def test_own_results_are_compared_with_their_areas_and_told_apart(tmp_path: Path) -> None:
    office = small_office(tmp_path / "van-phong", "H1,Huyện A,district", "H2,Huyện B,district")
    office.hand_in(Form("Huyện A", 50, year=2022), Form("Huyện A", 55.5), Form("Huyện B", 60))
    office.run("score", "bang")
    (unit,) = office.run("compare", "2022", "2023", "--unit", "Huyện A", "--format", "json").json["units"]

    change, rank = unit["change"], unit["now"]["rank"]
    assert (5.5, 2, ["field-changed-little"]) == (change["points"], rank, change["reasons"])
    assert ("own", "own") == (unit["before"]["origin"], unit["now"]["origin"])
    assert [("1", 5.5), ("2", 0), ("3", 0)] == [(each["code"], each["points"]) for each in unit["areas"]]


def test_another_criteria_set_is_a_reason_in_place_of_a_difference(tmp_path: Path) -> None:
    office = small_office(tmp_path / "van-phong", "H1,Huyện A,district")
    office.hand_in(Form("Huyện A", 50, year=2022), Form("Huyện A", 45, criteria_set="thu-khac"))
    office.run("score", "bang")
    (unit,) = office.run("compare", "2022", "2023", "--unit", "H1", "--format", "json").json["units"]

    assert (None, ["set-changed"]) == (unit["change"]["points"], unit["change"]["reasons"])
    assert [None] * 3 == [each["points"] for each in unit["areas"]]


def test_an_own_result_stands_beside_what_others_published_of_it(tmp_path: Path) -> None:
    office = small_office(tmp_path / "van-phong", "H1,Huyện A,district")
    office.hand_in(Form("Huyện A", 50))
    table = write_csv(
        tmp_path / "t.csv",
        "Huyện | Kỳ | Điểm | Nguồn\nHuyện A | 2022 | 80 | QĐ 1\nHuyện A | 2023 | 77 | QĐ 2",
    )
    office.run("score", "bang")
    office.run("import", table, "--index", "PAR")
    periods = office.run("compare", "--unit", "Huyện A", "--format", "json").json["periods"]

    assert [("2022", "published", []), ("2023", "own", ["QĐ 2"])] == [
        (each["period"], each["origin"], [other["source"] for other in each["others"]]) for each in periods
    ]
    assert ["points"] == periods[1]["differing"]


def test_csv_has_a_row_for_each_unit(districts: Path) -> None:
    rows = compared("2022", "2023", "--format", "csv").out.removeprefix("\ufeff").splitlines()

    assert 5 == len(rows)
    assert "Huyện B;70,50;70,50;2;Khá;81,00;90,00;1;Tốt;;19,50;1;đã công bố;đã công bố;" in rows[1]


def test_csv_of_a_history_has_a_row_for_each_period(commune: Path) -> None:
    rows = compared("--unit", "Hải Trường", "--format", "csv").out.removeprefix("\ufeff").splitlines()

    assert "Hải Trường;2023-H1;;73,9;6;Khá;;;;đã công bố;Báo cáo của xã;" in rows[-1]


@pytest.mark.parametrize(
    ("unit", "predecessors"), [("Tây Ninh", ["Long An", "Tây Ninh"]), ("Long An", ["Long An", "Tây Ninh"])]
)
def test_a_merged_province_stands_beside_those_that_it_was_made_from(
    folder: Path, unit: str, predecessors: list[str]
) -> None:
    for year in (2024, 2025):
        write_provinces(folder / f"{year}.csv", Period(year))
        keep(folder / f"{year}.csv", "--source", "bảng dựng cho phép thử")
    found = the_unit("2024", "2025", "--unit", unit)

    assert ("Tây Ninh", None, ["merged"]) == (
        found["unit"]["name"],
        found["before"],
        found["change"]["reasons"],
    )
    assert predecessors == [each["unit"]["name"] for each in found["predecessors"]]


@pytest.mark.parametrize(
    ("unit", "periods", "made_from"),
    [("Tây Ninh", ["2025"], ["long-an", "tay-ninh"]), ("tay-ninh", ["2024"], [])],
)
def test_the_history_of_a_merged_province_begins_with_it(
    folder: Path, unit: str, periods: list[str], made_from: list[str]
) -> None:
    for year in (2024, 2025):
        write_provinces(folder / f"{year}.csv", Period(year))
        keep(folder / f"{year}.csv")
    found = document("--unit", unit)

    assert (periods, made_from) == (
        [each["period"] for each in found["periods"]],
        [each["code"] for each in found["made_from"]],
    )


def test_a_renamed_province_is_compared_and_the_new_name_said(folder: Path) -> None:
    for year in (2024, 2025):
        write_provinces(folder / f"{year}.csv", Period(year))
        keep(folder / f"{year}.csv")
    found = the_unit("2024", "2025", "--unit", "Thừa Thiên Huế")

    assert ("Huế", "renamed" in found["change"]["reasons"]) == (found["unit"]["name"], True)
    assert ["2024", "2025"] == [each["period"] for each in document("--unit", "Huế")["periods"]]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ([], "--unit"),
        (["2022"], "parindex compare 2022 2023"),
        (["2022", "2022"], "Hai kỳ đều là 2022"),
        (["2022", "2019"], "2019"),
        (["2022", "năm ngoái"], "năm ngoái"),
        (["2022", "2023", "--index", "SIPAS"], "PAR"),
    ],
)
def test_what_cannot_be_compared_is_wrong_usage(districts: Path, words: list[str], told: str) -> None:
    outcome = parindex("compare", *words)

    assert (2, True) == (outcome.code, told in outcome.err)


def test_of_several_levels_one_has_to_be_named(panel: Path) -> None:
    keep(write_csv(panel / "d.csv", CASE_D.replace(",", ";")))
    outcome = parindex("compare", "2021", "2022")

    assert (2, True) == (outcome.code, "province, commune" in outcome.err)


def test_without_a_register_nothing_can_be_compared(folder: Path) -> None:
    assert 3 == parindex("compare", "2022", "2023").code


def test_the_made_table_has_all_provinces_and_their_sums(folder: Path) -> None:
    rows = write_provinces(folder / "63.csv", Period(2022))
    results = parindex("import", folder / "63.csv", "--index", "PAR", "--format", "json").json["results"]

    assert [(row.unit.code, row.total) for row in rows] == [
        (each["unit"]["code"], Decimal(each["points"])) for each in results
    ]
    assert 63 == len(rows)
