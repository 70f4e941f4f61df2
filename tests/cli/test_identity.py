"""What a workbook says it is for, against the options and the criteria set: both sides are named."""

from __future__ import annotations

import os
import socket
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from cli.filled_forms import SHEET, changed, write_cells
from cli.running import CASE_C, EXAMPLE, parindex


def _form(folder: Path, **cells: Any) -> Path:
    return write_cells(folder / "form.xlsx", changed(cells))


def test_another_level_is_named_with_its_cell_and_the_sets_level(tmp_path: Path) -> None:
    done = parindex("check", _form(tmp_path, C6="Cấp huyện"))
    assert 3 == done.code
    assert f"bảng ghi cấp huyện (ô '{SHEET}'!C6)" in done.err
    assert "là của cấp sở, ban, ngành" in done.err


def test_another_year_is_named_with_its_cell_and_the_sets_years(tmp_path: Path) -> None:
    done = parindex("check", _form(tmp_path, C8="Năm 2012"), "--lang", "en")
    assert 3 == done.code
    assert f"is for 2012 (at '{SHEET}'!C8)" in done.err
    assert "applies to 2022–2024" in done.err or "applies to 2023–2024" in done.err


def test_a_period_from_the_options_has_no_cell(tmp_path: Path) -> None:
    done = parindex("check", _form(tmp_path, C8=None, A3="BIỂU TỰ ĐÁNH GIÁ"), "--period", "2012")
    assert 3 == done.code
    assert "không áp dụng cho kỳ 2012" in done.err


def test_an_option_that_names_no_block_is_wrong_usage() -> None:
    done = parindex("check", EXAMPLE, "--block", "zzz")
    assert 2 == done.code
    assert "không có khối “zzz”: dùng --block với một trong " in done.err


def test_a_block_asked_of_a_set_without_blocks_is_wrong_usage() -> None:
    done = parindex("check", CASE_C, "--criteria", "department-2023-areas", "--block", "zzz")
    assert 2 == done.code
    assert "“zzz”" in done.err


def test_a_workbook_is_no_criteria_set() -> None:
    done = parindex("criteria", "check", EXAMPLE)
    assert 3 == done.code
    assert "không phải là tệp bộ tiêu chí (.yaml)" in done.err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes with names")
@pytest.mark.parametrize("words", [("check", "pipe.xlsx"), ("criteria", "check", "pipe.yaml")])
def test_a_pipe_is_refused_at_once(tmp_path: Path, words: tuple[str, ...]) -> None:
    pipe = tmp_path / words[-1]
    os.mkfifo(pipe)
    done = parindex(*words[:-1], pipe)
    assert 3 == done.code
    assert "không phải là một tệp thông thường" in done.err


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="the system has no sockets with names")
def test_a_socket_is_refused_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # a socket's path has to be short
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("s.xlsx")
        done = parindex("check", "s.xlsx")
    assert 3 == done.code
    assert "không phải là một tệp thông thường" in done.err


def test_one_wrong_maximum_is_found_in_the_recognised_set(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(CASE_C, data_only=True)
    book.worksheets[0]["B7"] = 17
    book.save(tmp_path / "c.xlsx")
    out = parindex("check", tmp_path / "c.xlsx").out
    assert "[max-differs]" in out
    assert "[set-recognised]" in out
