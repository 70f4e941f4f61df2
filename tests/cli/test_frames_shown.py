"""Frames and the sets that extend them, on the command line: shown and listed, refused for scoring."""

from __future__ import annotations

from pathlib import Path
from shutil import copy

import pytest

from cli.running import EXAMPLE, parindex

GOOD = Path(__file__).parents[1] / "criteria" / "good"


@pytest.fixture(autouse=True)
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the current folder be an office's with a frame and a local set of its own."""
    folder = tmp_path / "criteria"
    folder.mkdir()
    for name in ("khung", "dia-phuong"):
        copy(GOOD / f"{name}.yaml", folder)
    monkeypatch.chdir(tmp_path)


def test_a_frame_shows_what_it_leaves_open() -> None:
    done = parindex("criteria", "show", "khung")
    assert "Bộ khung: không dùng để chấm điểm" in done.out
    assert "Để mở: bộ địa phương quy định tiêu chí thành phần, cộng lại bằng 3 điểm." in done.out


def test_programs_see_what_a_frame_leaves_open() -> None:
    area = parindex("criteria", "show", "khung", "--format", "json").json["tree"][1]
    assert ("2", True) == (area["code"], area["open"])


def test_a_local_set_names_its_frame() -> None:
    assert "Mở rộng bộ khung khung." in parindex("criteria", "show", "dia-phuong").out


def test_a_frame_is_listed_as_one() -> None:
    listed = {each["id"]: each for each in parindex("criteria", "list", "--format", "json").json["sets"]}
    assert (True, "khung") == (listed["khung"]["frame"], listed["dia-phuong"]["extends"])
    assert "minh họa, bộ khung" in parindex("criteria", "list").out


def test_both_files_are_checked() -> None:
    assert 0 == parindex("criteria", "check", "khung", "dia-phuong").code


@pytest.mark.parametrize("words", [("score", EXAMPLE), ("template",)], ids=["score", "template"])
def test_nobody_is_scored_by_a_frame(words: tuple[str | Path, ...], tmp_path: Path) -> None:
    more = () if words[0] == "score" else ("--unit", "UBND xã A", "--period", "2025", "-o", tmp_path)
    done = parindex(*words, "--criteria", "khung", *more)
    assert (False, True) == (done.code == 0, "“khung” là bộ khung, không dùng để chấm điểm" in done.err)


def test_a_template_is_made_from_a_local_set(tmp_path: Path) -> None:
    wanted = ("--criteria", "dia-phuong", "--period", "2026", "--units", tmp_path / "units.csv")
    (tmp_path / "units.csv").write_text("code,name,level\nA,UBND xã A,commune\n", encoding="utf-8")
    done = parindex("template", *wanted, "-o", tmp_path / "made")
    assert (0, 1) == (done.code, len(list((tmp_path / "made").glob("*.xlsx"))))
