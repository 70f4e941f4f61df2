"""``parindex score`` of folders: what is skipped, scored again, kept, refused, and said in the end."""

from __future__ import annotations

import csv
import io
import os
import shutil
import subprocess
import sys
from contextlib import chdir
from pathlib import Path

import pytest

from cli.running import EXAMPLE, parindex
from cli.small_office import Form, Office, small_office
from parcli.criteria.library import Library
from parcli.workflows import batch
from parcli.workflows.files import SUFFIXES
from parcli.workflows.request import Request
from support.workbooks import write

DISTRICTS = ("H1,Huyện A,district,,,,,,", "H2,Huyện B,district,,,,,,", "H3,Huyện C,district,,,,,,")
A, B, C = Form("Huyện A", 50, code="H1"), Form("Huyện B", 55, code="H2"), Form("Huyện C", 45, code="H3")
SKIPPED = "{} tệp không đổi từ lần chấm trước, không chấm lại."


@pytest.fixture
def office(tmp_path: Path) -> Office:
    made = small_office(tmp_path / "cơ quan", *DISTRICTS)
    made.hand_in(A, B)
    return made


def test_the_register_lies_in_the_project_folder_and_is_named(office: Office) -> None:
    outcome = office.run("score", "bang")

    assert (0, True) == (outcome.code, (office.folder / "parindex.db").is_file())
    assert f"Đã lưu lượt 1 vào {office.folder / 'parindex.db'}." in outcome.err


def test_the_three_first_commands_work_in_a_folder_without_a_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PARINDEX_STORE")
    shutil.copyfile(EXAMPLE, "workbook.xlsx")

    score = parindex("score", "workbook.xlsx", "--fail-on", "never")

    said = [
        f"Đã lưu lượt 1 vào {tmp_path / 'parindex.db'}.",
        "Muốn chấm thử mà không lưu thì thêm --no-store.",
    ]
    assert (0, said) == (score.code, score.err.splitlines()[-2:])
    assert (0, 0) == (
        parindex("explain", "workbook.xlsx", "1.1").code,
        parindex("rank", "--level", "department").code,
    )


def test_who_handed_in_nothing_is_named(office: Office) -> None:
    assert "1 đơn vị trong danh sách chưa có bảng: Huyện C." in office.run("score", "bang").err


def test_who_was_scored_before_is_not_missing(office: Office) -> None:
    office.run("score", "bang")
    office.hand_in(C)

    assert "trong danh sách chưa có bảng" not in office.run("score", "bang").err


def test_a_result_of_one_year_does_not_stand_for_another_year(office: Office) -> None:
    office.hand_in(C, Form("Huyện A", 50, code="H1", year=2022))

    said = "2 đơn vị trong danh sách chưa có bảng: Huyện B (2022), Huyện C (2022)."
    assert said in office.run("score", "bang").err


def test_a_unit_that_is_missing_in_two_periods_is_one_unit(office: Office) -> None:
    office.hand_in(Form("Huyện A", 50, code="H1", year=2022), Form("Huyện B", 50, code="H2", year=2022))
    err = office.run("score", "bang").err

    assert "1 đơn vị trong danh sách chưa có bảng: Huyện C (2022, 2023)." in err
    assert ", 1 đơn vị chưa có bảng." in err


def test_unchanged_workbooks_are_skipped_and_said_so(office: Office) -> None:
    office.run("score", "bang")
    again = office.run("score", "bang")

    assert (0, "") == (again.code, again.out.strip())
    assert SKIPPED.format(2) in again.err


def test_a_changed_workbook_alone_is_scored_again(office: Office) -> None:
    office.run("score", "bang")
    office.hand_in(Form("Huyện A", 40, code="H1"))
    again = office.run("score", "bang", "--format", "json")

    assert [("Huyện A", 80)] == [(each["unit"]["name"], each["points"]) for each in again.json["results"]]
    assert SKIPPED.format(1) in again.err


def test_a_changed_criteria_set_scores_all_again(office: Office) -> None:
    office.run("score", "bang")
    file = office.folder / "criteria" / "thu.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("from: 80%", "from: 95%"), encoding="utf-8")

    assert 2 == len(office.run("score", "bang", "--format", "json").json["results"])


def test_a_workbook_named_itself_is_shown_and_not_stored_twice(office: Office) -> None:
    office.run("score", "bang")
    again = office.run("score", "bang/Huyện A 2023.xlsx")

    assert "Huyện A" in again.out
    assert f"Không lưu lại: {office.folder / 'parindex.db'} đã có kết quả này." in again.err
    assert 1 == len(office.run("runs", "list", "--format", "json").json["runs"])


def test_a_reader_who_stops_reading_loses_no_result(office: Office) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "parcli", "score", "bang"]
    env = {**os.environ, "PARINDEX_STORE": "parindex.db"}
    try:
        subprocess.run(
            command, cwd=office.folder, env=env, stdout=writing, stderr=subprocess.PIPE, check=False
        )
    finally:
        os.close(writing)

    assert [{"scored": 2}] == [
        run["files"] for run in office.run("runs", "list", "--format", "json").json["runs"]
    ]


def test_no_store_writes_nothing(office: Office) -> None:
    outcome = office.run("score", "bang", "--no-store")

    assert (0, False) == (outcome.code, (office.folder / "parindex.db").exists())
    assert "parindex.db" not in outcome.err


def test_a_pattern_means_the_files_that_fit_it(office: Office) -> None:
    assert ["Huyện B"] == [
        each["unit"]["name"]
        for each in office.run("score", "bang/*B*.xlsx", "--format", "json").json["results"]
    ]


def test_a_folder_without_workbooks_is_exit_code_3(office: Office) -> None:
    (office.folder / "trống").mkdir()
    outcome = office.run("score", "trống")

    assert (3, 1) == (outcome.code, len(outcome.err.splitlines()))


def test_a_folder_of_bad_files_alone_is_exit_code_3_and_makes_no_run(office: Office) -> None:
    (office.folder / "hỏng").mkdir()
    (office.folder / "hỏng" / "a.xlsx").touch()

    assert 3 == office.run("score", "hỏng").code
    assert [] == office.run("runs", "list", "--format", "json").json["runs"]


def test_what_excel_writes_beside_an_open_workbook_is_no_workbook(office: Office) -> None:
    (office.folder / "bang" / "~$Huyện A 2023.xlsx").write_bytes(b"x")

    assert 0 == office.run("score", "bang").code


def test_files_beside_the_workbooks_that_are_not_read_are_named(office: Office) -> None:
    for name in ("b.xlsb", "a.CSV", "con/d.doc", "~$e.doc", ".f.csv", "units.csv", "minh chứng.pdf"):
        (office.folder / "bang" / name).parent.mkdir(exist_ok=True)
        (office.folder / "bang" / name).touch()
    read = "/".join(sorted(SUFFIXES))
    said = f"3 tệp không phải {read} được bỏ qua: bang/a.CSV, bang/b.xlsb, bang/con/d.doc.\n"

    assert said in office.run("score", "bang").err
    assert said not in office.run("score", "bang", "--quiet").err
    assert "được bỏ qua" not in office.run("score", "bang/*.xlsx").err


def test_a_folder_with_other_files_alone_names_them(office: Office) -> None:
    (office.folder / "khác").mkdir()
    (office.folder / "khác" / "Huyện A.doc").touch()
    outcome = office.run("score", "khác")

    assert (3, True) == (outcome.code, "được bỏ qua: khác/Huyện A.doc." in outcome.err)


@pytest.mark.parametrize("form", ["json", "csv", "table"])
def test_two_processes_write_the_same_bytes_as_one(
    office: Office, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch, "CHUNK", 1)  # as if there were many files
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    office.hand_in(C)
    (office.folder / "bang" / "hỏng.xlsx").touch()
    one, two = (
        office.run("score", "bang", "--no-store", "--format", form, "--workers", number) for number in "12"
    )

    assert one == two


def test_file_names_are_whole_where_the_lines_go_into_a_file(office: Office) -> None:
    folder = office.folder / "bang" / "Phòng Cải cách hành chính, kiểm soát thủ tục"
    folder.mkdir()
    (office.folder / "bang" / "Huyện A 2023.xlsx").rename(folder / "Bảng tự đánh giá chấm điểm.xlsx")
    with chdir(office.folder):
        out = parindex("score", "bang", "--no-store", env={"COLUMNS": "80"}).out

    assert f"bang/{folder.name}/Bảng tự đánh giá chấm điểm.xlsx" in out
    assert "…" not in out


def test_an_absurdly_long_name_takes_one_line(office: Office) -> None:
    office.write("dài", Form("Ủy ban " + "nhân dân " * 40 + "xã", 50))
    out = office.run("score", "bang").out
    (line,) = [line for line in out.splitlines() if line.startswith("Ủy ban nhân dân")]

    assert (101, True) == (
        len(line.partition("  ")[0]),
        "…" in line and line.partition("  ")[0].endswith("xã"),
    )


@pytest.mark.parametrize(
    ("files", "asked", "cores", "processes"),
    [
        (30, 4000, 64, 2),  # two chunks of files
        (5000, 4000, 8, 8),
        (5000, 3, 8, 3),
        (5000, None, 8, 2),
        (5000, None, 1, 1),
        (30, None, 8, 1),
        (0, 4, 8, 1),
    ],
)
def test_there_are_no_more_processes_than_cores_or_work_for_them(
    files: int, asked: int | None, cores: int, processes: int
) -> None:
    assert processes == batch.processes_for(files, asked=asked, cores=cores)


def test_a_great_number_of_workers_starts_no_process_in_vain(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("concurrent.futures.ProcessPoolExecutor", _refused)

    assert 0 == office.run("score", "bang", "--workers", "4000").code


def test_no_process_is_started_for_what_is_unchanged(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "CHUNK", 1)  # as if there were many files
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    office.run("score", "bang")
    office.hand_in(C)
    monkeypatch.setattr("concurrent.futures.ProcessPoolExecutor", _refused)

    assert SKIPPED.format(2) in office.run("score", "bang", "--workers", "2").err


def test_unchanged_files_stand_in_their_places_among_those_scored(tmp_path: Path) -> None:
    """A file of two units has two outcomes, and nothing of another file comes between them."""
    office = small_office(tmp_path / "cơ quan", *DISTRICTS)
    first, two, *others = (office.folder / "bang" / f"{number}.xlsx" for number in range(5))
    for name, path in zip("ACCC", (first, *others), strict=True):
        office.write(path.stem, Form(f"Huyện {name}", 50))
    heads, rows = (
        ["Mã", "Tiêu chí", "Điểm tối đa", "Huyện A", "Huyện B"],
        ["1", "Chỉ đạo điều hành", 60, 50, 40],
    )
    write(two, [["Kỳ đánh giá", "Năm 2023"], ["Bộ tiêu chí", "thu"], [], heads, rows])
    paths = (first, two, *others)
    folders = (office.folder / "criteria",)
    unchanged = {path: path.stem for path in (first, others[0], others[2])}
    outcomes = batch.score_files(paths, Request(), Library(folders), workers=1, unchanged=unchanged)

    found = [(Path(each.file), each.sha256 == unchanged.get(Path(each.file))) for each in outcomes]
    expected = [first, two, two, *others]
    assert [(path, path in unchanged) for path in expected] == found


def _refused(**_: object) -> None:
    raise AssertionError("no process is needed for two files")


def test_csv_of_many_files_has_one_head_and_the_totals_of_each(office: Office) -> None:
    rows = list(
        csv.reader(
            io.StringIO(office.run("score", "bang", "--format", "csv").out.removeprefix("\ufeff")),
            delimiter=";",
        )
    )

    assert {len(rows[0])} == {len(row) for row in rows}
    assert 1 == [row[0] for row in rows].count(rows[0][0])
    assert {"bang/Huyện A 2023.xlsx", "bang/Huyện B 2023.xlsx"} == {row[0] for row in rows[1:]}


def test_json_without_any_result_is_a_document(office: Office) -> None:
    office.run("score", "bang")
    document = office.run("score", "bang", "--format", "json").json

    assert ([], []) == (document["results"], document["failed"])


@pytest.fixture
def published(office: Office) -> Office:
    """Return an office whose district ranks of 2023 are published, and whose workbook A was then changed."""
    office.run("score", "bang")
    assert 0 == office.run("publish", "--level", "district", "--period", "2023").code
    office.hand_in(Form("Huyện A", 40, code="H1"))
    return office


def test_a_correction_of_a_published_period_needs_a_reason(published: Office) -> None:
    outcome = published.run("score", "bang")

    assert (3, "", 1) == (outcome.code, outcome.out, len(outcome.err.splitlines()))
    assert all(text in outcome.err for text in ("2023", "cấp huyện", "Huyện A", "Chưa lưu gì", "--reason"))
    assert [95, 90] == _points(published)


def test_with_a_reason_it_is_stored_and_both_figures_stay_visible(published: Office) -> None:
    outcome = published.run("score", "bang", "--reason", "Kiểm tra lại minh chứng")
    shown = published.run("runs", "show", "2").out

    assert (0, [95, 80]) == (outcome.code, _points(published))
    assert "Kiểm tra lại minh chứng" in shown
    assert ("80,00" in shown, "90" in shown) == (True, True)


def test_an_unchanged_unit_is_not_marked_as_corrected(published: Office) -> None:
    published.write("Huyện B 2023", Form("Huyện B", 55, code="H2", appraised=55))
    file = published.folder / "criteria" / "thu.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "\n# ghi chú\n", encoding="utf-8")
    published.run("score", "bang", "--reason", "Kiểm tra lại minh chứng")
    results = published.run("runs", "show", "2", "--format", "json").json["results"]

    assert [("Huyện A", "Kiểm tra lại minh chứng"), ("Huyện B", "")] == [
        (each["unit"]["name"], each["correction"] or "") for each in results
    ]


def test_the_ranking_says_which_unit_was_corrected_and_why(published: Office) -> None:
    published.run("score", "bang", "--reason", "Kiểm tra lại minh chứng")
    ranking = published.run("rank", "--level", "district")

    assert "\nHuyện A: sửa sau công bố: Kiểm tra lại minh chứng (" in ranking.out


def _points(office: Office) -> list[float]:
    rows = office.run("rank", "--level", "district", "--format", "json").json["rows"]
    return [row["points"] for row in rows]
