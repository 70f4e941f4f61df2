"""What is printed: harmless whatever stands in a workbook, UTF-8 on every console, CSV as Excel opens it."""

from __future__ import annotations

import csv
import io
import os
import subprocess
import sys
from pathlib import Path
from unittest.mock import patch

import pytest
from rich.console import Console

from cli.filled_forms import changed, write_cells
from cli.running import CASE_C, EXAMPLE, ROOT, parindex, process
from parcli.cli.output import NumberText, console_on, print_rows, write_csv

ESCAPE = "\x1b"
MARKUP = "Sở [bold red]Xây[/] dựng"


def _named(folder: Path, unit: str) -> Path:
    return write_cells(folder / "named.xlsx", changed({"C5": unit}))


@pytest.mark.parametrize("command", ["score", "check", "explain"])
def test_markup_in_a_name_is_printed_as_it_stands(command: str, tmp_path: Path) -> None:
    assert MARKUP in parindex(command, _named(tmp_path, MARKUP)).out.splitlines()[0]


@pytest.mark.parametrize("command", ["score", "check", "explain"])
def test_a_name_given_as_an_option_cannot_steer_the_terminal(command: str) -> None:
    out = parindex(command, CASE_C, "--unit", f"Sở{ESCAPE}[31m A").out

    assert (False, "Sở\\x1b[31m A") == (ESCAPE in out, out.splitlines()[0].split(" · ")[0])


def test_a_file_name_cannot_steer_the_terminal() -> None:
    err = parindex("score", f"{ESCAPE}[2J.xlsx").err

    assert (False, True) == (ESCAPE in err, "\\x1b[2J.xlsx" in err)


def test_a_mistyped_command_cannot_steer_the_terminal() -> None:
    assert ESCAPE not in parindex(f"{ESCAPE}[2J").err


def test_criteria_check_prints_a_file_name_without_control_characters(tmp_path: Path) -> None:
    source = ROOT / "criteria" / "department-2023-areas.yaml"
    path = tmp_path / f"{ESCAPE}" / source.name
    path.parent.mkdir()
    path.write_bytes(source.read_bytes())

    assert ESCAPE not in parindex("criteria", "check", path).out


def test_check_prints_a_file_name_without_control_characters(tmp_path: Path) -> None:
    path = tmp_path / f"{ESCAPE}[2J.xlsx"
    path.write_bytes(CASE_C.read_bytes())

    assert ESCAPE not in parindex("check", path).out


def test_markup_in_a_refused_cell_is_printed_as_it_stands(tmp_path: Path) -> None:
    path = write_cells(tmp_path / "cell.xlsx", changed({"F122": "[link=file:///x]Trình[/link]"}))

    assert "“[link=file:///x]Trình[/link]”" in parindex("check", path).out


def test_the_mapping_prints_cells_as_they_stand(tmp_path: Path) -> None:
    path = write_cells(tmp_path / "cell.xlsx", changed({"F122": "[red]Trình[/red]"}))

    assert "[red]Trình[/red] ('Tự đánh giá'!F122)" in parindex("check", path, "--show-mapping").out


@pytest.mark.parametrize("env", [{}, {"NO_COLOR": "1"}], ids=["no terminal", "NO_COLOR"])
@pytest.mark.parametrize("words", [["score"], ["check"], ["explain"]], ids=" ".join)
def test_no_colour_goes_into_a_file(words: list[str], env: dict[str, str]) -> None:
    outcome = (
        parindex(*words, EXAMPLE, "no-file.xlsx", env=env)
        if words != ["explain"]
        else parindex(*words, EXAMPLE)
    )

    assert ESCAPE not in outcome.out + outcome.err


@pytest.mark.parametrize(
    "env",
    [{"PYTHONIOENCODING": "cp1252"}, {"PYTHONIOENCODING": "ascii"}, {"LC_ALL": "C", "PYTHONUTF8": "0"}],
    ids=str,
)
def test_every_console_gets_utf_8(env: dict[str, str]) -> None:
    assert "Xếp loại: Khá" in process("score", CASE_C, env=env).out


def test_messages_are_utf_8_too() -> None:
    assert "Không tìm thấy tệp" in process("score", "no.xlsx", env={"PYTHONIOENCODING": "cp1252"}).err


def test_a_reader_that_leaves_early_sees_no_traceback() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as broken:
        done = subprocess.run(
            [sys.executable, "-m", "parcli", "criteria", "show", "department-2023"],
            check=False,
            stdout=broken,
            stderr=subprocess.PIPE,
        )

    assert b"" == done.stderr


def test_debug_shows_where_an_error_arose() -> None:
    assert "Traceback (most recent call last)" in parindex("score", CASE_C, "--criteria", "x", "--debug").err


def test_without_debug_there_is_no_traceback() -> None:
    assert "Traceback" not in parindex("score", CASE_C, "--criteria", "x").err


@pytest.mark.parametrize(("words", "seen"), [([], False), (["--debug"], True)])
def test_a_fault_of_the_program_is_a_sentence_too(words: list[str], seen: bool) -> None:
    with patch("parcli.workflows.scoring.read_forms", side_effect=ZeroDivisionError("x")):
        outcome = parindex("score", CASE_C, *words)

    assert (3, True, seen) == (
        outcome.code,
        outcome.err.startswith("Lỗi: Chương trình gặp lỗi ngoài dự kiến (ZeroDivisionError)"),
        "Traceback" in outcome.err,
    )


def _table(*words: str | Path, delimiter: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(parindex(*words, "--format", "csv").out[1:]), delimiter=delimiter))


@pytest.mark.parametrize(
    "words", [["score", EXAMPLE], ["check", EXAMPLE], ["criteria", "list"]], ids=["score", "check", "list"]
)
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_csv_begins_with_one_byte_order_mark(words: list[str | Path], lang: str) -> None:
    out = parindex(*words, "--format", "csv", "--lang", lang).out

    assert (True, 1) == (out.startswith("\ufeff"), out.count("\ufeff"))


def test_vietnamese_csv_has_semicolons_and_decimal_commas() -> None:
    rows = _table("score", CASE_C, delimiter=";")

    assert ["Tổng cộng", "75,61", "100,00", "100,00", "75,61", "Khá"] == rows[-1][9:15]


def test_english_csv_has_commas_and_decimal_points() -> None:
    rows = _table("score", CASE_C, "--lang", "en", delimiter=",")

    assert ["Total", "75.61", "100.00", "100.00", "75.61", "Fair"] == rows[-1][9:15]


def test_csv_has_a_head_an_area_a_row_and_a_total() -> None:
    assert [19] * 9 == [len(row) for row in _table("score", CASE_C, delimiter=";")]


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_text_that_excel_would_run_is_guarded(start: str) -> None:
    rows = _table("score", CASE_C, "--unit", f"{start}HYPERLINK(A1)", delimiter=";")

    assert {f"'{start}HYPERLINK(A1)"} == {row[1] for row in rows[1:]}


def test_a_negative_number_is_not_guarded(tmp_path: Path) -> None:
    path = write_cells(tmp_path / "below.xlsx", changed({"I46": -0.5, **_no_other_points()}))
    rows = _table("score", path, delimiter=";")

    assert "-0,50" == rows[1][10]
    assert "−0,50" in parindex("score", path).out


def test_a_program_reads_the_sign_that_it_knows() -> None:
    out = io.StringIO()
    write_csv(out, [[NumberText("−0,50"), "giảm −0,50"]], "vi", begin=False)

    assert "-0,50;giảm −0,50\n" == out.getvalue()


def _no_other_points() -> dict[str, None]:
    """Return the rows of the first area emptied, but for the one of 1.7.2, which may go below 0."""
    rows = [row for row in range(15, 48) if row != 46]
    return {f"{column}{row}": None for row in rows for column in "DEFGHIL"}


def test_csv_tells_what_is_provisional_incomplete_and_wrong(tmp_path: Path) -> None:
    path = write_cells(tmp_path / "doubtful.xlsx", changed({"G15": 9}))

    assert ["0,00", "không", "không", "2"] == _table("score", path, delimiter=";")[-1][15:]


@pytest.mark.parametrize("width", [40, 400])
def test_no_line_of_a_table_ends_in_spaces(width: int) -> None:
    out = io.StringIO()
    console = console_on(out)
    console.width = width
    print_rows(console, [("Hạng", True), ("Đơn vị", False), ("Xếp loại", False)], [["1", "Xã A", "Tốt"]] * 2)

    assert [line.rstrip() for line in out.getvalue().splitlines()] == out.getvalue().splitlines()


def test_a_column_that_is_empty_in_every_row_is_left_out() -> None:
    out = io.StringIO()
    print_rows(
        Console(file=out, width=80), [("Hạng", True), ("Điểm", True), ("%", True)], [["1", "", "80,00"]]
    )

    assert ["Hạng", "%", "1", "80,00"] == out.getvalue().split()


def test_heads_are_broken_before_names_and_figures_never_are() -> None:
    out = io.StringIO()
    heads = [("Đơn vị", False), ("Hạng trong khối", True), ("Hạng trong vùng", True)]
    print_rows(Console(file=out, width=32), heads, [["Huyện Đắk Glong", "12/130", "1/14"]])

    assert ["Huyện", "Đắk", "Glong", "12/130", "1/14"] == out.getvalue().splitlines()[-1].split()


def test_a_long_ranking_is_written_in_plain_columns() -> None:
    out = io.StringIO()
    rows = [[str(number), f"Xã số {number}", "7,50"] for number in range(1, 302)]

    print_rows(console_on(out), [("Hạng", True), ("Đơn vị", False), ("Điểm", True)], rows)

    lines = out.getvalue().splitlines()
    assert ["Hạng  Đơn vị     Điểm", "   1  Xã số 1    7,50", " 301  Xã số 301  7,50"] == [
        *lines[:2],
        lines[-1],
    ]
