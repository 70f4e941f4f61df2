"""The real cases as reports: a province publishes; a department, a commune, a province read results."""

from __future__ import annotations

import json
import re
from contextlib import chdir
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from cli.running import CASE_C, parindex
from make_province import Plan, make_province
from parcli.model.period import Period
from support.provinces_table import Row, write_provinces
from support.tables import DATA, write_csv
from support.word_files import part

CASE_D = """
Kỳ | Xã | Tỷ lệ (%) | Xếp loại | Xếp hạng | LV1 | LV2 | LV3 | LV4 | LV5 | LV6 | LV7
2020 | Hải Trường | | | 2 | | | | | | |
2021 | Hải Trường | | | 2 | | | | | | |
2022 | Hải Trường | | | 4 | | | | | | |
6 tháng đầu năm 2023 | Hải Trường | 73.9 | Khá | 6/16 |53.57 %|45.83 %|81.05 %|100 %|75 %|30 %|38.15 %
"""
AREAS_OF_CASE_C = [
    ("Công tác chỉ đạo điều hành cải cách hành chính", "15,5", "12,23", "3,27"),
    ("Cải cách thể chế", "14", "10,00", "4,00"),
    ("Cải cách thủ tục hành chính", "17,5", "10,86", "6,64"),
    ("Cải cách tổ chức bộ máy hành chính nhà nước", "10", "9,00", "1,00"),
    ("Cải cách chế độ công vụ", "12", "11,00", "1,00"),
    ("Cải cách tài chính công", "11", "7,41", "3,59"),
    ("Xây dựng và phát triển chính quyền điện tử, chính quyền số", "20", "15,11", "4,89"),
    ("**Tổng cộng**", "100", "75,61", "24,39"),
]
AREAS_OF_LONG_AN = {
    "Công tác chỉ đạo, điều hành": 6,
    "Cải cách chế độ công vụ": 7,
    "Cải cách thể chế": 12,
    "Cải cách tổ chức bộ máy": 14,
    "Xây dựng chính quyền điện tử": 17,
    "Cải cách tài chính công": 32,
    "Cải cách TTHC": 55,
}


@dataclass(frozen=True, slots=True)
class Reports:
    """A folder with results, and the reports made of them."""

    folder: Path

    def made(self, level: str, *words: str) -> tuple[str, Any]:
        """Return the Markdown and the JSON document of a level."""
        with chdir(self.folder):
            store = {"PARINDEX_STORE": "parindex.db"}
            formats = ("--format", "md,json", "--force")
            done = parindex("report", "--level", level, *formats, *words, env=store)
            assert 0 == done.code, done.err
            markdown, document = (Path(line).read_text(encoding="utf-8") for line in done.out.splitlines())
        return markdown, json.loads(document)

    def run(self, *words: str | Path) -> None:
        """Run a command that brings results."""
        with chdir(self.folder):
            done = parindex(*words, env={"PARINDEX_STORE": "parindex.db"})
        assert done.code in (0, 1), done.err


def cells(text: str, heading: str, table: int = 0) -> list[list[str]]:
    """Return the cells of a table below a heading, its head left out."""
    below = text[text.index(heading) :]
    blocks = re.findall(r"(?:^\|.*\n)+", below, re.MULTILINE)
    return [[each.strip() for each in line.split("|")[1:-1]] for line in blocks[table].splitlines()[2:]]


@pytest.fixture(scope="module")
def province(tmp_path_factory: pytest.TempPathFactory) -> Reports:
    folder = tmp_path_factory.mktemp("province")
    make_province(folder, Plan())
    (folder / "parindex.toml").touch()
    reports = Reports(folder)
    reports.run("score", ".", "--quiet")
    return reports


@pytest.fixture(scope="module")
def department(tmp_path_factory: pytest.TempPathFactory) -> Reports:
    reports = Reports(tmp_path_factory.mktemp("department"))
    reports.run("score", CASE_C)
    return reports


@pytest.fixture(scope="module")
def commune(tmp_path_factory: pytest.TempPathFactory) -> Reports:
    folder = tmp_path_factory.mktemp("commune")
    reports = Reports(folder)
    table = write_csv(folder / "d.csv", CASE_D.replace(",", ";"))
    reports.run("import", table, "--index", "PAR", "--source", "Báo cáo của xã", "--fail-on", "never")
    return reports


@pytest.fixture(scope="module")
def panel(tmp_path_factory: pytest.TempPathFactory) -> Reports:
    reports = Reports(tmp_path_factory.mktemp("panel"))
    reports.run("import", DATA / "province_panel_partial_2012_2024.csv", "--fail-on", "never")
    return reports


@pytest.fixture(scope="module")
def country(tmp_path_factory: pytest.TempPathFactory) -> tuple[Reports, tuple[Row, ...]]:
    """Return reports on full tables of all provinces, the same in two years, and their rows."""
    folder = tmp_path_factory.mktemp("country")
    reports = Reports(folder)
    words = ("--index", "PAR", "--level", "province", "--fail-on", "never")
    for year in (2021, 2022):
        rows = write_provinces(folder / f"{year}.csv", Period(year))
        reports.run("import", folder / f"{year}.csv", *words)
    return reports, rows


@pytest.mark.parametrize(
    ("level", "said"),
    [
        (
            "department",
            "Xếp loại Xuất sắc gồm 04 đơn vị; xếp loại Tốt gồm 09 đơn vị; xếp loại Khá gồm 09 đơn vị;"
            " không có đơn vị xếp loại Trung bình, Yếu.",
        ),
        (
            "district",
            "Xếp loại Tốt gồm 03 đơn vị; xếp loại Khá gồm 05 đơn vị;"
            " không có đơn vị xếp loại Xuất sắc, Trung bình, Yếu.",
        ),
    ],
)
def test_case_a_says_how_many_units_have_each_grade(level: str, said: str, province: Reports) -> None:
    markdown, document = province.made(level)

    assert said in document["level"]["sentences"]
    assert f"- {said}\n" in markdown


def test_case_a_says_what_most_units_lost(province: Reports) -> None:
    _, document = province.made("district")
    losing = {each["code"]: each["losing"] for each in document["level"]["losses"]}
    (said,) = [each for each in document["level"]["sentences"] if each.startswith("Đa số đơn vị mất điểm ở")]
    named = re.findall(r"(?:: |; )([\d.]+) .*?\((\d\d) trong 08 đơn vị\)", said)

    assert named
    assert [(code, losing[code]) for code, _ in named] == [(code, int(number)) for code, number in named]


def test_case_a_sums_up_each_block_by_itself(province: Reports) -> None:
    _, document = province.made("department")
    sizes = [each["summary"]["units"] for each in document["blocks"]]

    assert (3, 22) == (len(sizes), sum(sizes))
    assert 3 == len({each["summary"]["mean"] for each in document["blocks"]})


def test_case_a_every_unit_has_its_sheet(province: Reports) -> None:
    markdown, document = province.made("district")

    assert {each["name"] for each in document["units"]} <= set(
        re.findall(r"^### (.*)$", markdown, re.MULTILINE)
    )


def test_case_a_losses_in_criteria_are_those_of_the_total(province: Reports) -> None:
    _, document = province.made("district")

    assert [pytest.approx(each["lost"], abs=0.01) for each in document["units"]] == [
        sum(loss["lost"] for loss in each["losses"]) for each in document["units"]
    ]


def test_case_c_shows_the_table_and_where_points_were_lost(department: Reports) -> None:
    markdown, _ = department.made("department", "--unit", "Sở Xây dựng")
    rows = cells(markdown, "### Sở Xây dựng")

    assert AREAS_OF_CASE_C == [(row[1], row[2], row[3], row[5]) for row in rows]


def test_case_c_says_where_most_points_were_lost(department: Reports) -> None:
    markdown, document = department.made("department", "--unit", "Sở Xây dựng")

    assert "Mất 24,39 điểm trên 100 điểm tối đa." in document["units"][0]["sentences"]
    assert "- Mất nhiều điểm nhất ở: Cải cách thủ tục hành chính (6,64 điểm); Xây dựng và" in markdown


def test_case_c_names_the_set_and_its_standing(department: Reports) -> None:
    markdown, document = department.made("department")
    (used,) = document["method"]["sets"]

    assert ("department-2023-areas", "illustrative") == (used["id"], used["status"])
    assert used["meaning_hash"] in markdown


def test_case_c_traces_each_loss_to_its_cell(department: Reports) -> None:
    markdown, _ = department.made("department")
    rows = cells(markdown, "### Sở Xây dựng", 1)

    assert ("3", "6,64", "'Kết quả'!C7") == (rows[0][0], rows[0][4], rows[0][8])


@pytest.mark.parametrize("place", ["md", "html", "csv", "docx"])
def test_case_a_gives_the_declared_figure_as_the_ground_of_a_loss(place: str, province: Reports) -> None:
    ground = "Kê khai: 152/160; 152 / 160 = 95 %; 95 %: mức trên 90 %, 1,5 điểm; điểm thẩm định 0,75"
    with chdir(province.folder):
        words = ("--level", "department", "--format", place, "--force")
        done = parindex("report", *words, env={"PARINDEX_STORE": "parindex.db"})
        paths = [Path(line) for line in done.out.splitlines()]
        files = [file for path in paths for file in (sorted(path.iterdir()) if path.is_dir() else [path])]
        texts = [_text(file) for file in files]

    assert any(ground in text for text in texts)


def test_case_a_calls_no_bonus_or_penalty_missing_that_nobody_got(province: Reports) -> None:
    with chdir(province.folder):
        words = ("--level", "department", "--format", "xlsx", "--force")
        done = parindex("report", *words, env={"PARINDEX_STORE": "parindex.db"})
        sheet = load_workbook(done.out.strip())["Tiêu chí"]
    rows = {row[0]: row[3:] for row in sheet.iter_rows(values_only=True)}

    assert {None} == {cell for code in ("8.1", "8.2", "9.1", "9.2") for cell in rows[code]}


def _text(file: Path) -> str:
    return part(file.read_bytes()) if file.suffix == ".docx" else file.read_text(encoding="utf-8-sig")


def test_case_d_shows_four_ranks_and_percentages_only(commune: Reports) -> None:
    _, document = commune.made("commune")
    (unit,) = document["units"]
    ranks = [(each["period"], each["rank"]["rank"], each["rank"]["of"]) for each in unit["history"]]

    assert [("2020", 2, None), ("2021", 2, None), ("2022", 4, None), ("2023-H1", 6, 16)] == ranks
    assert (73.9, None, None) == (unit["percent"], unit["points"], unit["lost"])
    assert [53.57, 45.83, 81.05, 100, 75, 30, 38.15] == [each["percent"] for each in unit["areas"]]
    assert {None} == {each["points"] for each in unit["areas"]}


def test_case_d_says_the_half_year_result(commune: Reports) -> None:
    markdown, _ = commune.made("commune")

    assert "- Hải Trường đạt 73,90 %, xếp loại Khá, xếp hạng 6/16.\n" in markdown
    assert "6 tháng đầu năm 2023" in markdown.splitlines()[0]


def test_case_d_names_areas_of_which_a_number_is_printed(commune: Reports) -> None:
    markdown, _ = commune.made("commune")

    assert "Lĩnh vực 6 (30,00 %); Lĩnh vực 7 (38,15 %); Lĩnh vực 2 (45,83 %)." in markdown
    assert ["", "Lĩnh vực 1"] == cells(markdown, "## Chi tiết từng đơn vị")[0][:2]


def test_case_d_breaks_the_line_before_the_half_year(commune: Reports) -> None:
    markdown, _ = commune.made("commune")
    last = cells(markdown, "**Các kỳ**")[-1]

    assert ("6 tháng đầu năm 2023", True) == (last[0], last[-1].endswith("không so sánh"))


def test_case_d_does_not_take_one_commune_for_the_field(commune: Reports) -> None:
    _, document = commune.made("commune")

    assert "Mới biết kết quả của 01 đơn vị trong số 16 đơn vị." == document["level"]["sentences"][0]


def test_case_e_shows_rank_ranks_by_area_and_the_change(panel: Reports) -> None:
    markdown, document = panel.made("province", "--index", "PAR", "--year", "2022", "--unit", "Long An")
    (unit,) = document["units"]
    titles = {each["code"]: each["title"] for each in document["areas"]}

    assert (8, 63) == (unit["rank"]["rank"], unit["rank"]["of"])
    assert AREAS_OF_LONG_AN == {titles[each["code"]]: each["rank"]["rank"] for each in unit["areas"]}
    assert "- Long An đạt 87,42 điểm, xếp hạng 8/63.\n" in markdown
    assert "- So với năm 2021: tăng 0,22 điểm; tăng 14 bậc.\n" in markdown
    # the sources print no rank in the region, and name only one of its provinces
    assert unit["region_rank"] is None


def test_case_e_names_an_area_once_where_the_source_prints_no_code(panel: Reports) -> None:
    markdown, _ = panel.made("province", "--index", "PAR", "--year", "2022", "--unit", "Long An")
    rows = [line for line in markdown.splitlines() if line[:1] == "|" and "Cải cách thể chế" in line]

    assert ["|  | Cải cách thể chế |"] == [row[:23] for row in rows]


def test_case_e_ranks_in_the_country_the_region_and_by_area(
    country: tuple[Reports, tuple[Row, ...]],
) -> None:
    reports, rows = country
    _, document = reports.made("province", "--unit", "Long An")
    (unit,) = document["units"]
    (mine,) = [row for row in rows if row.unit.name == "Long An"]
    region = [row for row in rows if row.unit.region == mine.unit.region]

    assert (_place(mine.total, [row.total for row in rows]), 63) == _rank(unit["rank"])
    assert (_place(mine.total, [row.total for row in region]), len(region)) == _rank(unit["region_rank"])
    assert [
        (_place(points, [row.areas[number] for row in rows]), 63) for number, points in enumerate(mine.areas)
    ] == [_rank(area["rank"]) for area in unit["areas"]]


def test_a_rank_of_the_past_is_known_where_the_whole_field_is(
    country: tuple[Reports, tuple[Row, ...]],
) -> None:
    _, document = country[0].made("province", "--unit", "Long An")
    before, now = (_rank(each["rank"]) for each in document["units"][0]["history"])

    assert now == before


def test_case_e_names_every_source(panel: Reports) -> None:
    markdown, document = panel.made("province", "--index", "PAR", "--year", "2022")

    assert 10 == sum(each["results"] for each in document["method"]["publications"])
    assert all(each["source"].split("?")[0] in markdown for each in document["method"]["publications"])


def _place(mine: Decimal, all_of_them: list[Decimal]) -> int:
    return 1 + sum(other > mine for other in all_of_them)


def _rank(rank: Any) -> tuple[int, int]:
    return rank["rank"], rank["of"]
