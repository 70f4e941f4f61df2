"""``parindex runs``: what was scored, when and how; two runs side by side; a copy of the register."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest

from cli.area_forms import area_form, scored
from cli.running import CASE_C, parindex

_HASH = re.compile(r"[0-9a-f]{64}")


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def two_runs(tmp_path: Path) -> None:
    """Score two departments, then one of them again with 2 points more, and a third."""
    first, second = area_form(tmp_path / "a.xlsx", "Sở A"), area_form(tmp_path / "b.xlsx", "Sở B")
    scored(first, second)
    area_form(first, "Sở A", {"2": 12})
    scored(first, area_form(tmp_path / "c.xlsx", "Sở C"))


def _table(*words: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(parindex(*words, "--format", "csv").out[1:]), delimiter=";"))


def test_without_a_register_it_says_what_to_do() -> None:
    outcome = parindex("runs", "list")

    assert (3, "", True) == (outcome.code, outcome.out, "hãy chấm điểm (parindex score)" in outcome.err)


def test_the_newest_run_comes_first(two_runs: None) -> None:
    out = parindex("runs", "list").out

    assert ["Lượt chấm 2", "Lượt chấm 1"] == re.findall(r"^Lượt chấm \d+", out, re.MULTILINE)


def test_a_run_says_how_many_files_came_to_what(tmp_path: Path) -> None:
    scored(CASE_C, "no.xlsx")

    assert "1 tệp đã chấm, 1 tệp không dùng được" in parindex("runs", "list").out.splitlines()[0]


def test_options_are_told_in_words(two_runs: None) -> None:
    lines = parindex("runs", "list", "--lang", "en").out.splitlines()

    assert "Stage: result · Criteria set: department-2023-areas" == lines[1].strip()


def test_the_list_as_json(two_runs: None) -> None:
    runs = parindex("runs", "list", "--format", "json").json["runs"]

    assert [(2, {"scored": 2}, ""), (1, {"scored": 2}, "")] == [
        (run["number"], run["files"], run["reason"]) for run in runs
    ]


def test_the_list_as_csv(two_runs: None) -> None:
    head, *rows = _table("runs", "list")

    assert ("Lượt chấm", ["2", "1"]) == (head[0], [row[0] for row in rows])


@pytest.mark.parametrize("number", ["7", "0", "x", "1.5", "²", "9" * 40])
@pytest.mark.parametrize("command", [["show"], ["diff", "1"]], ids=["show", "diff"])
def test_a_run_that_there_is_not_is_wrong_usage(command: list[str], number: str, two_runs: None) -> None:
    outcome = parindex("runs", *command, number)

    said = number if len(number) <= 30 else number[:30] + "…"
    sentence = f"Lỗi: Không có lượt chấm số {said}: xem các lượt chấm bằng parindex runs list.\n"
    assert (2, "", sentence) == (outcome.code, outcome.out, outcome.err)


def test_a_run_shows_its_set_with_its_hash_and_status(two_runs: None) -> None:
    document = parindex("runs", "show", "1", "--format", "json").json
    (used,) = document["sets"]

    assert ("department-2023-areas", "illustrative", True) == (
        used["id"],
        used["status"],
        bool(_HASH.fullmatch(used["meaning_hash"])),
    )


def test_a_run_shows_its_files_and_why_one_failed() -> None:
    scored(CASE_C, "no.xlsx")

    lines = [line.strip() for line in parindex("runs", "show", "1").out.splitlines()]

    assert (True, True) == (
        f"{CASE_C} · đã chấm" in lines,
        any(line.startswith("no.xlsx · không dùng được: Không tìm thấy tệp no.xlsx") for line in lines),
    )


def test_a_run_shows_its_results_as_published(two_runs: None) -> None:
    (row,) = [line.split() for line in parindex("runs", "show", "1").out.splitlines() if "Sở B" in line]

    assert ["Sở", "B", "2023", "PAR", "75,61", "100", "75,61", "Khá"] == row


def test_a_superseded_result_stays_with_its_figures_and_names_what_replaced_it(two_runs: None) -> None:
    (row,) = [row for row in _table("runs", "show", "1") if row[1] == "Sở A"]

    assert ["75,61", "100", "75,61", "Khá", "đã được lượt 2 thay thế: 77,61 điểm"] == row[-5:]


def test_a_result_names_what_it_replaced(two_runs: None) -> None:
    (result, _) = parindex("runs", "show", "2", "--format", "json").json["results"]

    assert ({"run": 1, "points": 75.61, "percent": 75.61}, None, False) == (
        result["replaces"],
        result["superseded_by"],
        result["superseded"],
    )


def test_a_difference_shows_figures_and_items_of_both_runs(two_runs: None) -> None:
    lines = [line.strip() for line in parindex("runs", "diff", "1", "2").out.splitlines()]

    start = lines.index("Sở A · 2023 · PAR · kết quả")
    assert ["Điểm: 75,61 → 77,61 (+2,00)", "%: 75,61 → 77,61 (+2,00)", "Xếp loại: Khá"] == lines[
        start + 1 : start + 4
    ]


def test_a_difference_names_the_items_that_differ(two_runs: None) -> None:
    (unit,) = parindex("runs", "diff", "1", "2", "--format", "json").json["units"]

    assert [("2", 10, 12)] == [
        (leaf["code"], leaf["before"]["points"], leaf["after"]["points"]) for leaf in unit["leaves"]
    ]


def test_a_difference_names_the_units_of_one_run_only(two_runs: None) -> None:
    lines = parindex("runs", "diff", "1", "2").out.splitlines()

    assert [
        "0 đơn vị không thay đổi.",
        "Chỉ có trong lượt 1: Sở B · 2023 · PAR · kết quả",
        "Chỉ có trong lượt 2: Sở C · 2023 · PAR · kết quả",
    ] == lines[-3:]


def test_a_unit_whose_file_was_unchanged_has_not_changed(tmp_path: Path) -> None:
    folder = tmp_path / "bảng"
    folder.mkdir()
    area_form(folder / "a.xlsx", "Sở A")
    area_form(folder / "b.xlsx", "Sở B")
    scored(folder)
    area_form(folder / "a.xlsx", "Sở A", {"2": 12})
    scored(folder)
    difference = parindex("runs", "diff", "1", "2").out

    assert "1 đơn vị không thay đổi." == difference.splitlines()[-1]


def test_a_lost_point_has_a_minus(two_runs: None) -> None:
    assert "Điểm: 77,61 → 75,61 (−2,00)" in parindex("runs", "diff", "2", "1").out


def test_units_without_a_change_are_counted(two_runs: None) -> None:
    assert ["2 đơn vị không thay đổi."] == parindex("runs", "diff", "1", "1").out.splitlines()[-1:]


def test_an_item_that_lost_its_points_is_said_to_be_without(tmp_path: Path) -> None:
    scored(area_form(tmp_path / "a.xlsx", "Sở A"))
    scored(area_form(tmp_path / "a.xlsx", "Sở A", {"2": "mười"}))

    out = parindex("runs", "diff", "1", "2").out

    assert (True, True) == (
        "0/14 (chưa có điểm)" in out,
        "Tình trạng: đầy đủ, đã thẩm định → chưa đầy đủ" in out,
    )


def test_the_difference_as_csv_has_a_row_for_each_unit_and_item(two_runs: None) -> None:
    rows = _table("runs", "diff", "1", "2")[1:]

    assert [
        ["Sở A", "", "75,61", "77,61"],
        ["Sở A", "2", "10", "12"],
        ["Sở B", "", "75,61", ""],
        ["Sở C", "", "", "75,61"],
    ] == [[row[0], *row[4:7]] for row in rows]


@pytest.fixture
def edited_set(tmp_path: Path) -> None:
    """Score a department, then again with 2 points more, after a grade's bound was lowered in the set."""
    source = area_form(tmp_path / "a.xlsx", "Sở A")
    scored(source)
    text = (CASE_C.parents[1] / "criteria" / "department-2023-areas.yaml").read_text(encoding="utf-8")
    (tmp_path / "criteria").mkdir()
    edited = text.replace("from: 80%}", "from: 75%}")
    (tmp_path / "criteria" / "department-2023-areas.yaml").write_text(edited, encoding="utf-8")
    scored(area_form(source, "Sở A", {"2": 12}))


def test_no_difference_is_drawn_between_sets_that_differ(edited_set: None) -> None:
    lines = [line.strip() for line in parindex("runs", "diff", "1", "2").out.splitlines()]
    start = lines.index("Sở A · 2023 · PAR · kết quả")

    assert [
        "Bộ tiêu chí department-2023-areas đã được sửa giữa hai lượt: không tính chênh lệch.",
        "Điểm: 75,61 → 77,61",
        "%: 75,61 → 77,61",
        "Xếp loại: Khá → Tốt",
        "0 đơn vị không thay đổi.",
    ] == lines[start + 1 :]


def test_the_document_says_that_sets_differ(edited_set: None) -> None:
    (unit,) = parindex("runs", "diff", "1", "2", "--format", "json").json["units"]

    assert (False, True, None) == (unit["same_set"], unit["changed"], unit["leaves"])


def test_a_backup_prints_its_path_alone(two_runs: None, tmp_path: Path) -> None:
    outcome = parindex("runs", "backup")
    path = Path(outcome.out.removesuffix("\n"))

    assert (0, "", tmp_path / "backups", True) == (outcome.code, outcome.err, path.parent, path.is_file())


def test_a_backup_holds_every_run(two_runs: None, tmp_path: Path) -> None:
    parindex("runs", "backup", "copy.db")

    env = {"PARINDEX_STORE": str(tmp_path / "copy.db")}
    assert 2 == len(parindex("runs", "list", "--format", "json", env=env).json["runs"])


def test_a_backup_overwrites_nothing(two_runs: None, tmp_path: Path) -> None:
    (tmp_path / "copy.db").write_text("x", encoding="utf-8")

    outcome = parindex("runs", "backup", "copy.db")

    assert (3, "", "Lỗi: Đã có tệp copy.db: hãy chọn tên khác cho bản sao lưu.\n") == (
        outcome.code,
        outcome.out,
        outcome.err,
    )


def test_a_name_of_a_workbook_cannot_steer_the_terminal(tmp_path: Path) -> None:
    scored(area_form(tmp_path / "a.xlsx", "Sở A"), "--unit", "Sở \x1b[31m A")

    assert "\x1b" not in parindex("runs", "show", "1").out
