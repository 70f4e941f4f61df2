"""Published tables come in whole, with their source, and stand apart from results scored here."""

from __future__ import annotations

import csv
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from cli.area_forms import area_form, scored
from cli.running import Outcome, parindex
from parcli.model.criteria_set import GradeScale
from parcli.scoring.grading import grade_for
from support.scoring_sets import grade
from support.tables import DATA, write_csv

TAY_NINH = DATA / "tayninh2023_units.csv"
PANEL = DATA / "province_panel_partial_2012_2024.csv"
# the bounds which the province published its grades by
TAY_NINH_GRADES = GradeScale(
    "percent",
    (grade("good", "Tốt", "above 80%"), grade("fair", "Khá", "from 60%"), grade("poor", "Kém", "from 0%")),
)
DISTRICTS = """
Huyện | Điểm | Xếp hạng
Huyện A | 90 | 1
Huyện B | 80 | 2
"""
DEPARTMENTS = """
Sở, ban, ngành | Điểm | Xếp hạng
Sở X | 99% | 1
"""
PAR_2023 = ("--index", "PAR", "--period", "2023", "--source", "QĐ 1")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder that commands are called in, and keep their results in."""
    monkeypatch.delenv("PARINDEX_STORE")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def imported(path: Path, *words: str) -> Outcome:
    return parindex("import", path, *words, "--fail-on", "never")


def tay_ninh(*words: str) -> Outcome:
    return imported(TAY_NINH, "--index", "PAR", "--period", "2023", *words)


def printed(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_an_empty_folder_gets_a_store_and_is_told_where(folder: Path) -> None:
    outcome = tay_ninh()

    assert (0, True) == (outcome.code, (folder / "parindex.db").is_file())
    assert str(folder / "parindex.db") in outcome.err


def test_quiet_says_nothing_beside_the_result(folder: Path) -> None:
    assert "" == tay_ninh("--quiet").err


def test_the_counts_are_read_new_and_known(folder: Path) -> None:
    first, again = tay_ninh("--format", "json").json, tay_ninh("--format", "json").json

    assert [(25, 25, 0), (25, 0, 25)] == [
        (each["read"], each["new"], each["known"]) for each in (first, again)
    ]


@pytest.mark.parametrize(
    ("lang", "line"), [("vi", "đọc được 25 kết quả, 25 mới, 0 đã có."), ("en", "25 results read, 25 new")]
)
def test_the_terminal_says_the_counts(folder: Path, lang: str, line: str) -> None:
    assert line in tay_ninh("--lang", lang).out.splitlines()[0]


def test_every_percentage_of_tay_ninh_recomputed_is_the_printed_one(folder: Path) -> None:
    results = tay_ninh("--format", "json").json["results"]
    recomputed = [Fraction(each["points"]) / Fraction(each["max_points"]) * 100 for each in results]

    assert [row["ty_le_dat"] for row in printed(TAY_NINH)] == [f"{_half_up(each)}%" for each in recomputed]


def test_every_grade_of_tay_ninh_is_the_printed_one_under_its_bounds(folder: Path) -> None:
    results = tay_ninh("--format", "json").json["results"]
    grades = [
        grade_for(TAY_NINH_GRADES, percent=Fraction(each["percent"]), points=Fraction(0)) for each in results
    ]

    assert [row["xep_loai"] for row in printed(TAY_NINH)] == [each.name.vi if each else "" for each in grades]


@pytest.mark.parametrize(("level", "block"), [("department", "so"), ("district", "huyen")])
def test_the_order_of_tay_ninh_is_the_printed_one(folder: Path, level: str, block: str) -> None:
    tay_ninh()
    rows = parindex("rank", "--level", level, "--format", "json").json["rows"]

    assert [(int(row["stt"]), row["unit"]) for row in printed(TAY_NINH) if row["block"] == block] == [
        (row["rank"], row["unit"]["name"]) for row in rows
    ]


def test_an_empty_register_says_nothing_of_units(folder: Path) -> None:
    assert [] == tay_ninh("--format", "json").json["findings"]


def test_the_panel_comes_in_whole_with_its_four_indices(folder: Path) -> None:
    results = imported(PANEL, "--format", "json").json["results"]

    assert 111 == len(results)
    assert {"PAR", "SIPAS", "PCI", "PAPI"} == {each["index"] for each in results}


def test_the_panel_is_kept_as_printed_with_its_source(folder: Path) -> None:
    results = imported(PANEL, "--format", "json").json["results"]

    assert [(row["score_as_printed"], row["source"]) for row in printed(PANEL)] == [
        (each["score_as_printed"], each["source"]) for each in results
    ]


def test_every_province_of_the_panel_is_found_in_the_register(folder: Path) -> None:
    results = imported(PANEL, "--format", "json").json["results"]

    assert [] == [each["name_as_printed"] for each in results if not each["unit"]["code"]]


def test_the_contradictions_of_the_panel_are_reported_with_both_places(folder: Path) -> None:
    findings = imported(PANEL, "--format", "json").json["findings"]
    found = [each for each in findings if each["code"] == "published-contradiction"]

    assert [18, 70, 82] == [int(each["place"].rpartition(":")[2]) for each in found]
    assert [True, True, True] == [
        f":{line}" in each["message"] for line, each in zip([13, 64, 81], found, strict=True)
    ]


def test_a_unit_that_no_register_knows_has_no_code(folder: Path) -> None:
    table = write_csv(folder / "huyen.csv", DISTRICTS)

    results = imported(table, *PAR_2023, "--level", "district", "--format", "json").json["results"]

    assert [("", "Huyện A"), ("", "Huyện B")] == [
        (each["unit"]["code"], each["unit"]["name"]) for each in results
    ]


def test_findings_of_error_severity_are_exit_code_1(folder: Path) -> None:
    assert 1 == parindex("import", PANEL).code


@pytest.mark.parametrize(("severity", "code"), [("error", 0), ("warning", 1), ("never", 0)])
def test_the_severity_that_counts_can_be_chosen(folder: Path, severity: str, code: int) -> None:
    table = write_csv(folder / "t.csv", DISTRICTS)
    words = ("--index", "PAR", "--period", "2023", "--fail-on", severity)

    assert code == parindex("import", table, *words).code  # no source is a warning


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (["--period", "2023"], "--index"),
        (["--index", "PAR"], "--period"),
    ],
)
def test_what_the_table_leaves_open_is_asked_for(folder: Path, words: list[str], named: str) -> None:
    outcome = parindex("import", write_csv(folder / "t.csv", DISTRICTS), *words)

    assert (3, True) == (outcome.code, named in outcome.err)


def test_a_missing_table_is_exit_code_3(folder: Path) -> None:
    assert (3, "") == (parindex("import", "khong-co.csv").code, parindex("import", "khong-co.csv").out)


def test_a_period_in_another_notation_is_wrong_usage(folder: Path) -> None:
    assert 2 == parindex("import", TAY_NINH, "--index", "PAR", "--period", "nam 2023").code


def test_a_table_without_results_makes_no_store(folder: Path) -> None:
    table = write_csv(folder / "t.csv", "Huyện | Kỳ | Điểm\nHuyện A | ? | 90\nHuyện B | ? | 80")
    outcome = parindex("import", table, "--index", "PAR")

    assert (3, False) == (outcome.code, (folder / "parindex.db").exists())


@pytest.mark.parametrize("words", [(), ("--format", "json"), ("--quiet",)], ids=" ".join)
def test_a_table_of_a_header_alone_is_refused_in_a_sentence(folder: Path, words: tuple[str, ...]) -> None:
    table = write_csv(folder / "t.csv", "Huyện | Điểm | Xếp hạng")
    outcome = parindex("import", table, *PAR_2023, *words)

    assert (3, True) == (outcome.code, "Lỗi: " in outcome.err and "không nhập gì" in outcome.err)


def test_the_source_of_the_option_fills_what_the_table_leaves_out(folder: Path) -> None:
    table = write_csv(folder / "t.csv", DISTRICTS)
    words = ("--index", "PAR", "--period", "2023", "--source", "QĐ 1/QĐ-UBND", "--format", "json")

    assert ["QĐ 1/QĐ-UBND"] * 2 == [each["source"] for each in imported(table, *words).json["results"]]


def test_the_register_of_the_project_names_the_units(folder: Path) -> None:
    (folder / "parindex.toml").write_text("", encoding="utf-8")
    (folder / "units.csv").write_text(
        "code,name,level,aliases\nH1,Huyện Hoà An,district,H. Hòa An\n", encoding="utf-8"
    )
    table = write_csv(folder / "t.csv", "Huyện | Điểm\nHuyện Hòa An | 90\nH. Hòa An | 80\nHuyện Hoa An | 70")
    document = imported(table, "--index", "PAR", "--period", "2023", "--format", "json").json

    assert ["H1", "H1", ""] == [each["unit"]["code"] for each in document["results"]]
    assert {"published-unit-spelling", "published-unit-like"} <= {
        each["code"] for each in document["findings"]
    }


def test_a_code_and_a_name_of_two_units_are_reported_once(folder: Path) -> None:
    (folder / "parindex.toml").write_text("", encoding="utf-8")
    (folder / "units.csv").write_text(
        "code,name,level\nH1,Huyện A,district\nH2,Huyện B,district\n", encoding="utf-8"
    )
    table = write_csv(
        folder / "t.csv", "Mã đơn vị | Huyện | Năm | Điểm\nH1 | Huyện B | 2022 | 90\nH1 | Huyện B | 2023 | 80"
    )
    document = imported(table, "--index", "PAR", "--format", "json").json

    assert ["H1", "H1"] == [each["unit"]["code"] for each in document["results"]]
    assert 1 == [each["code"] for each in document["findings"]].count("unit-code-name-differ")


def test_findings_come_as_csv(folder: Path) -> None:
    rows = imported(PANEL, "--format", "csv").out.removeprefix("\ufeff").splitlines()

    assert 6 == len(rows)  # the head, one error, three contradictions, one printed change


@pytest.fixture
def own_result(folder: Path) -> Path:
    """Return a folder whose register has a result of Sở A's own."""
    scored(area_form(folder / "a.xlsx", "Sở A"))
    return folder


@pytest.fixture
def locked(own_result: Path) -> Path:
    """Return a folder whose register has that result published."""
    parindex("publish", "--period", "2023", "--level", "department")
    return own_result


def test_a_published_period_takes_imported_results_with_a_reason_only(locked: Path) -> None:
    table = write_csv(locked / "t.csv", DEPARTMENTS)
    before = parindex("rank", "--level", "department", "--format", "json").json["rows"]

    outcome = imported(table, *PAR_2023)

    assert (3, "", True) == (outcome.code, outcome.out, "thêm --reason và nêu lý do" in outcome.err)
    assert before == parindex("rank", "--level", "department", "--format", "json").json["rows"]


def test_with_a_reason_a_published_period_takes_them(locked: Path) -> None:
    table = write_csv(locked / "t.csv", DEPARTMENTS)

    assert 0 == imported(table, *PAR_2023, "--reason", "bổ sung theo QĐ 2").code
    assert 2 == len(parindex("rank", "--level", "department", "--format", "json").json["rows"])


def _findings(folder: Path, rows: str) -> list[tuple[str, str]]:
    """Import a table of departments of 2023; return what is found, and in what words."""
    table = write_csv(folder / "t.csv", "Sở, ban, ngành | Điểm | Tỷ lệ\n" + rows)
    found = imported(table, *PAR_2023, "--format", "json").json["findings"]
    return [(each["code"], each["message"]) for each in found]


def test_units_from_elsewhere_beside_our_own_are_counted(own_result: Path) -> None:
    ((code, message),) = _findings(own_result, "Sở X | 9 |\nSở Y | 8 |\nSở X | 9 |")

    assert ("published-beside-own", True) == (code, "2 đơn vị của bảng này (ví dụ Sở X, Sở Y)" in message)


def test_units_of_a_period_that_was_not_scored_are_not_counted(own_result: Path) -> None:
    table = write_csv(own_result / "t.csv", DEPARTMENTS)
    words = ("--index", "PAR", "--period", "2022", "--source", "QĐ 1", "--format", "json")

    assert [] == imported(table, *words).json["findings"]


OURS_DIFFERS = ["Sở A | 70 | ", "Sở A | 76 | ", "Sở A | 75,7 | ", "Sở A | 75,61 | 75,62%", "Sở A | | 90%"]


@pytest.mark.parametrize("row", OURS_DIFFERS)
def test_a_figure_that_is_not_ours_is_reported_with_both(own_result: Path, row: str) -> None:
    ((code, message),) = _findings(own_result, row)

    assert ("published-differs-from-own", True) == (code, "(lượt 1) là 75,61" in message)


@pytest.mark.parametrize("row", ["Sở A | 75,61 | 75,61%", "Sở A | 75,6 | ", "Sở A | | 75,6%", "Sở A | | "])
def test_a_figure_that_can_be_ours_is_not_reported(own_result: Path, row: str) -> None:
    assert [] == _findings(own_result, row)


def _half_up(value: Fraction) -> Decimal:
    return Decimal(int(value * 100 + Fraction(1, 2))).scaleb(-2)
