"""``parindex demo``: works in an empty folder, never writes over anything, and shows what to try next."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from cli.running import CASE_C, EXAMPLE, parindex, process


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PARINDEX_STORE")


def test_it_writes_the_workbooks_and_keeps_their_results(tmp_path: Path) -> None:
    parindex("demo")

    assert ["case_c.xlsx", "parindex.db", "province-2023", "workbook.xlsx"] == sorted(
        path.name for path in (tmp_path / "parindex-demo").iterdir()
    )


def test_the_districts_of_the_demo_can_be_ranked_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parindex("demo")
    monkeypatch.chdir(tmp_path / "parindex-demo")

    rows = parindex("rank", "--level", "district", "--format", "json").json["rows"]

    assert [1, 2, 3, 4, 5, 6, 7, 8] == [row["rank"] for row in rows]


@pytest.mark.parametrize("source", [EXAMPLE, CASE_C], ids=lambda path: path.name)
def test_the_workbooks_are_the_examples(source: Path, tmp_path: Path) -> None:
    parindex("demo")

    assert source.read_bytes() == (tmp_path / "parindex-demo" / source.name).read_bytes()


def test_the_example_has_a_finding_and_the_demo_is_fine_all_the_same() -> None:
    outcome = parindex("demo")

    assert (0, "") == (outcome.code, outcome.err)


def test_a_second_run_takes_the_next_name(tmp_path: Path) -> None:
    parindex("demo")
    parindex("demo")

    assert ["parindex-demo", "parindex-demo-2"] == sorted(path.name for path in tmp_path.iterdir())


def test_a_folder_may_be_named(tmp_path: Path) -> None:
    parindex("demo", "thử nghiệm/một")

    assert (tmp_path / "thử nghiệm" / "một" / "workbook.xlsx").exists()


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_folder_with_something_in_it_is_wrong_usage(lang: str, tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "notes.txt").write_text("x")

    outcome = parindex("demo", "full", "--lang", lang)

    assert (2, "", ["notes.txt"]) == (
        outcome.code,
        outcome.out,
        [path.name for path in (tmp_path / "full").iterdir()],
    )


def test_a_file_in_place_of_the_folder_is_wrong_usage(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")

    assert 2 == parindex("demo", "file").code


@pytest.mark.parametrize(("lang", "words"), [("vi", "Xếp loại: Tốt"), ("en", "Grade: Good")])
def test_it_shows_the_score(lang: str, words: str) -> None:
    assert words in parindex("demo", "--lang", lang).out.splitlines()


def test_every_command_that_it_shows_runs_in_the_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = parindex("demo").out
    commands = re.findall(r"^(?:\$|  )\s*parindex (.+)$", out, re.MULTILINE)
    monkeypatch.chdir(tmp_path / "parindex-demo")

    codes = {command: parindex(*shlex.split(command)).code for command in commands}

    # the example's one error makes score and check exit with 1, as findings do
    assert (9, {0, 1}) == (len(codes), set(codes.values()))


def test_the_process_needs_nothing_of_the_repository(tmp_path: Path) -> None:
    assert 0 == process("demo", cwd=tmp_path).code
