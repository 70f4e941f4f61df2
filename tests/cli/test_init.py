"""``parindex init``: two files to fill in, nothing written over, and the office's language."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.running import CASE_C, parindex, process


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PARINDEX_STORE")  # a project keeps its own register
    monkeypatch.chdir(tmp_path)


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_it_writes_the_two_files_here(tmp_path: Path) -> None:
    outcome = parindex("init")

    assert (0, "", ["parindex.toml", "units.csv"]) == (outcome.code, outcome.err, _names(tmp_path))


def test_it_makes_the_folder_that_is_named(tmp_path: Path) -> None:
    parindex("init", "cơ quan/cchc")

    assert ["parindex.toml", "units.csv"] == _names(tmp_path / "cơ quan" / "cchc")


@pytest.mark.parametrize(
    ("lang", "lines"),
    [
        ("vi", ["Đã tạo parindex.toml.", "Đã tạo units.csv.", "Việc cần làm tiếp theo:"]),
        ("en", ["Made parindex.toml.", "Made units.csv.", "What comes next:"]),
    ],
)
def test_it_says_what_it_wrote_and_what_comes_next(lang: str, lines: list[str]) -> None:
    assert lines == parindex("init", "--lang", lang).out.splitlines()[:3]


def test_it_writes_what_is_missing_and_says_what_it_keeps(tmp_path: Path) -> None:
    (tmp_path / "units.csv").write_text("của tôi", encoding="utf-8")

    outcome = parindex("init")

    assert (0, "", ["Đã tạo parindex.toml.", "units.csv đã có, giữ nguyên."]) == (
        outcome.code,
        outcome.err,
        outcome.out.splitlines()[:2],
    )
    assert ("của tôi", ["parindex.toml", "units.csv"]) == (
        (tmp_path / "units.csv").read_text(encoding="utf-8"),
        _names(tmp_path),
    )


@pytest.mark.parametrize("words", [["score", CASE_C], ["check", CASE_C], ["rank", "--level", "department"]])
def test_a_list_of_units_without_a_project_is_said_not_to_be_used(tmp_path: Path, words: list[str]) -> None:
    (tmp_path / "units.csv").write_text("code,name,level\n", encoding="utf-8")
    said = f"Danh sách đơn vị {tmp_path / 'units.csv'} không được dùng"

    assert said in parindex(*words).err
    parindex("init")
    assert said not in parindex(*words).err


def test_it_says_what_to_do_where_a_project_is() -> None:
    parindex("init")

    assert (
        "Lỗi: Tệp parindex.toml đã có và được giữ nguyên: hãy sửa tệp đó hoặc chọn thư mục khác.\n"
        == parindex("init").err
    )


def test_a_command_below_the_folder_keeps_its_results_in_the_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parindex("init")
    (tmp_path / "2023").mkdir()
    monkeypatch.chdir(tmp_path / "2023")

    parindex("score", CASE_C)

    assert ((tmp_path / "parindex.db").exists(), []) == (True, _names(tmp_path / "2023"))


def test_the_language_is_the_projects(tmp_path: Path) -> None:
    parindex("init", "--lang", "en")

    assert "There is no store" in parindex("runs", "list").err


def test_a_command_below_the_folder_speaks_its_language(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parindex("init", "--lang", "en")
    (tmp_path / "deep" / "er").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "deep" / "er")

    assert parindex("--help").out.startswith("Usage: ")


def test_the_option_comes_before_the_project() -> None:
    parindex("init", "--lang", "en")

    assert parindex("--help", "--lang", "vi").out.startswith("Cách dùng: ")


def test_the_environment_comes_before_the_project() -> None:
    parindex("init", "--lang", "en")

    assert parindex("--help", env={"PARINDEX_LANG": "vi"}).out.startswith("Cách dùng: ")


@pytest.mark.parametrize("text", ["lang = ", 'lang = "fr"', "lang = 7", 'lang = "\xff"'])
def test_help_needs_no_project_without_mistakes(text: str, tmp_path: Path) -> None:
    (tmp_path / "parindex.toml").write_text(text, encoding="latin-1")

    outcome = parindex("--help")

    assert (0, "", True) == (outcome.code, outcome.err, outcome.out.startswith("Cách dùng: "))


def test_every_mistake_of_a_project_is_listed_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "parindex.toml").write_text('lang = "fr"\nofice = "Sở Nội vụ"\n', encoding="utf-8")

    outcome = parindex("runs", "list")

    assert (3, "", ["parindex.toml:1", "parindex.toml:2"]) == (
        outcome.code,
        outcome.out,
        [line.split()[-2] for line in outcome.err.splitlines() if "[setting-" in line],
    )


def test_the_process_needs_nothing_but_the_folder(tmp_path: Path) -> None:
    assert 0 == process("init", "mới", cwd=tmp_path).code
