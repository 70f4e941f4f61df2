"""``parindex rank`` of what others published: whole tables, and fields of which only a part is known."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path

import pytest

from cli.small_office import Office
from parcli.model.period import Period
from support.provinces_table import MAXIMA, Row, write_provinces
from support.tables import DATA, write_csv


@pytest.fixture(scope="module")
def provinces(tmp_path_factory: pytest.TempPathFactory) -> tuple[Office, tuple[Row, ...]]:
    """Return an office that imported a full table of the 63 provinces, and the table's rows."""
    folder = tmp_path_factory.mktemp("provinces")
    rows = write_provinces(folder / "bang.csv", Period(2022))
    office = Office(folder)
    words = ("--index", "PAR", "--level", "province", "--fail-on", "never")
    assert 0 == office.run("import", "bang.csv", *words).code
    return office, rows


@pytest.mark.parametrize("region", [None, "Tây Nguyên", "Đông Nam Bộ"])
def test_a_full_table_is_ranked_in_all_and_by_region(
    region: str | None, provinces: tuple[Office, tuple[Row, ...]]
) -> None:
    office, rows = provinces
    words = ("--region", region) if region else ()
    found = office.run("rank", "--level", "province", *words, "--format", "json").json["rows"]
    totals = {row.unit.name: row.total for row in rows if region in (None, row.unit.region)}

    assert totals.keys() == {row["unit"]["name"] for row in found}
    assert _ranked(totals.values()) == [(row["rank"], totals[row["unit"]["name"]]) for row in found]


@pytest.mark.parametrize("area", [1, 7])
def test_a_full_table_is_ranked_by_area(area: int, provinces: tuple[Office, tuple[Row, ...]]) -> None:
    office, rows = provinces
    words = ("--by", f"area:{area}", "--format", "json")
    found = office.run("rank", "--level", "province", *words).json["rows"]

    assert _ranked(row.areas[area - 1] for row in rows) == [
        (row["rank"], Decimal(str(row["points"]))) for row in found
    ]
    assert {float(MAXIMA[area - 1])} == {row["applicable_max"] for row in found}


def test_imported_results_are_told_apart_from_our_own(provinces: tuple[Office, tuple[Row, ...]]) -> None:
    lines = provinces[0].run("rank", "--level", "province").out.splitlines()

    assert "¹ Kết quả nhập từ nơi khác công bố, không phải do phần mềm này chấm." in lines
    assert 63 == sum("¹ " in line for line in lines[2:65])


@pytest.fixture
def panel(tmp_path: Path) -> Office:
    """Return an office that knows some of the 63 provinces from many sources."""
    office = Office(tmp_path)
    assert 0 == office.run("import", DATA / "province_panel_partial_2012_2024.csv", "--fail-on", "never").code
    return office


PANEL_2022 = ("rank", "--level", "province", "--index", "PAR", "--year", "2022")


def test_of_a_partly_known_field_the_printed_ranks_are_shown(panel: Office) -> None:
    rows = panel.run(*PANEL_2022, "--format", "json").json["rows"]
    found = {row["unit"]["name"]: (row["rank"], row["printed_rank"]) for row in rows}

    assert ((8, 8), (25, 25)) == (found["Long An"], found["Khánh Hòa"])
    assert 14 == next(row["change"]["rank"] for row in rows if row["unit"]["name"] == "Long An")


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("vi", "Hạng theo công bố; chỉ biết 10 đơn vị trong số 63."),
        ("en", "Ranks as printed; only 10 of 63 units are known."),
    ],
)
def test_how_much_of_the_field_is_known_is_said(lang: str, told: str, panel: Office) -> None:
    assert told in panel.run(*PANEL_2022, "--lang", lang).out.splitlines()


def test_ranks_of_a_part_of_the_known_units_are_said_to_be_of_these_alone(panel: Office) -> None:
    found = panel.run(*PANEL_2022, "--region", "Đồng bằng sông Hồng").out

    assert "đơn vị trong số 11: hạng chỉ tính trong các đơn vị này." in found


def test_a_region_that_is_only_like_one_is_suggested(panel: Office) -> None:
    outcome = panel.run(*PANEL_2022, "--region", "Tay Nguyen")

    assert (2, True) == (outcome.code, "tên gần giống: Tây Nguyên." in outcome.err)


def test_a_unit_that_no_register_knows_has_no_code(tmp_path: Path) -> None:
    office = Office(tmp_path)
    table = "Huyện | Điểm | Điểm tối đa\nHuyện A | 90 | 100\nHuyện B | 80 |"
    words = ("--index", "PAR", "--level", "district", "--period", "2023", "--fail-on", "never")
    office.run("import", write_csv(tmp_path / "d.csv", table), *words)
    document = office.run("rank", "--level", "district", "--format", "json").json

    assert ["", ""] == [document["rows"][0]["unit"]["code"], document["unranked"][0]["code"]]


def test_case_d_has_its_printed_ranks(tmp_path: Path) -> None:
    office = Office(tmp_path)
    table = "Kỳ | Xã | Tỷ lệ (%) | Hạng\n2022 | Hải Trường | | 4\n2023-H1 | Hải Trường | 73.9 | 6/16"
    office.run("import", write_csv(tmp_path / "d.csv", table), "--index", "PAR", "--level", "commune")
    found = [
        office.run("rank", "--level", "commune", "--period", period, "--format", "json").json["rows"][0]
        for period in ("2022", "2023-H1")
    ]

    assert [(4, None), (6, 16)] == [(row["rank"], row["of"]) for row in found]
    assert "6/16" == office.run("rank", "--level", "commune").out.splitlines()[2].split()[0]


def test_no_rank_by_area_is_made_of_a_part_of_a_ranked_field(tmp_path: Path) -> None:
    office = Office(tmp_path)
    table = "Kỳ | Xã | Tỷ lệ (%) | Hạng | LV6\n2023-H1 | Hải Trường | 73.9 | 6/16 | 30 %"
    office.run("import", write_csv(tmp_path / "d.csv", table), "--index", "PAR", "--level", "commune")
    by_area = ("rank", "--level", "commune", "--by", "area:6")
    found = office.run(*by_area, "--format", "json").json
    out = office.run(*by_area).out.splitlines()

    assert ([], ["no-printed-rank"]) == (found["rows"], [each["reason"] for each in found["unranked"]])
    assert "Hạng theo công bố; chỉ biết 1 đơn vị trong số 16." in out


def test_a_printed_rank_that_the_figures_contradict_is_said(tmp_path: Path) -> None:
    office = Office(tmp_path)
    table = "Huyện | Tỷ lệ (%) | Hạng\nHuyện A | 90 | 2\nHuyện B | 80 | 1"
    words = ("--index", "PAR", "--level", "district", "--period", "2023", "--fail-on", "never")
    office.run("import", write_csv(tmp_path / "d.csv", table), *words)
    out = office.run("rank", "--level", "district").out.splitlines()

    assert "Huyện A: hạng công bố là 2, hạng tính từ số liệu là 1." in out


def test_a_rank_that_could_not_be_read_is_not_said_to_be_missing(tmp_path: Path) -> None:
    office = Office(tmp_path)
    table = "Huyện | Tỷ lệ (%) | Hạng\nHuyện A | 90 | 1\nHuyện B | 80 | 2-3\nHuyện C | 70 | 4"
    words = ("--index", "PAR", "--level", "district", "--period", "2023", "--fail-on", "never")
    office.run("import", write_csv(tmp_path / "d.csv", table), *words)
    out = office.run("rank", "--level", "district").out.splitlines()

    assert "–  Huyện B (80,00 %): nguồn công bố không có hạng đọc được" in out


def test_what_is_printed_without_a_rank_counts_in_the_sums(tmp_path: Path) -> None:
    office = Office(tmp_path)
    rows = ("Huyện A | 90 | 1 | Tốt", "Huyện B | 80 | 0 | tốt", "Huyện C | 70 | 4 | Tốt")
    table = "\n".join(["Huyện | Tỷ lệ (%) | Hạng | Xếp loại", *rows])
    words = ("--index", "PAR", "--level", "district", "--period", "2023", "--fail-on", "never")
    office.run("import", write_csv(tmp_path / "d.csv", table), *words)
    out = office.run("rank", "--level", "district").out.splitlines()

    assert ["Số đơn vị theo xếp loại: Tốt 3.", "Trung bình 80,00 % của 3 đơn vị."] == [
        line for line in out if line.startswith(("Số đơn vị", "Trung bình"))
    ]


def test_a_unit_that_has_only_points_is_shown_with_them(tmp_path: Path) -> None:
    office = Office(tmp_path)
    table = "Huyện | Điểm | Điểm tối đa\nHuyện A | 90 | 100\nHuyện B | 80 |"
    words = ("--index", "PAR", "--level", "district", "--period", "2023", "--fail-on", "never")
    office.run("import", write_csv(tmp_path / "d.csv", table), *words)
    out = office.run("rank", "--level", "district").out.splitlines()

    assert "–  Huyện B (điểm 80,00): chỉ có điểm, không có tỷ lệ % để xếp hạng" in out


def _ranked(points: Iterable[Decimal]) -> list[tuple[int, Decimal]]:
    """Return points from the best, each with its standard competition rank."""
    ordered = sorted(points, reverse=True)
    return [(1 + ordered.index(each), each) for each in ordered]
