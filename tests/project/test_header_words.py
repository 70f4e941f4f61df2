"""The office's own header words in ``parindex.toml`` and the environment."""

from __future__ import annotations

from pathlib import Path

import pytest

from parcli.model.finding import Finding
from parcli.model.text import Lang
from parcli.project.settings import Settings
from parcli.project.settings_file import read_settings
from parcli.project.starter import init_project


def _read(folder: Path, text: str, **env: str) -> tuple[Settings, tuple[Finding, ...]]:
    path = folder / "parindex.toml"
    path.write_text(text, encoding="utf-8")
    return read_settings(path, env)


def test_words_by_role(tmp_path: Path) -> None:
    text = '[header_words]\nself = ["Điểm của phòng", "Điểm tự rà soát"]\nignore = ["Năm trước"]\n'
    settings, findings = _read(tmp_path, text)

    assert ({"self": ("Điểm của phòng", "Điểm tự rà soát"), "ignore": ("Năm trước",)}, ()) == (
        settings.header_words,
        findings,
    )


def test_words_of_the_environment(tmp_path: Path) -> None:
    settings, _ = _read(tmp_path, "", PARINDEX_HEADER_WORDS='{"note": ["Ý kiến khác"]}')

    assert {"note": ("Ý kiến khác",)} == settings.header_words


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ('[header_words]\nselff = ["A"]', "setting-unknown", 2),
        ('[header_words]\nself = "Điểm"', "setting-not-list", 2),
        ("[header_words]\nself = [1]", "setting-not-text", 2),
        ('[header_words]\nself = [""]', "setting-empty", 2),
        ('[header_words]\nself = ["Điểm A"]\nnote = ["điểm  a"]', "setting-word-twice", 1),
    ],
)
def test_a_mistake_names_its_line(tmp_path: Path, text: str, code: str, line: int) -> None:
    _, findings = _read(tmp_path, text)

    assert [(code, f"parindex.toml:{line}")] == [(each.code, each.place) for each in findings]


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_starter_file_shows_the_table(tmp_path: Path, lang: Lang) -> None:
    init_project(tmp_path, lang=lang)
    path = tmp_path / "parindex.toml"
    text = (
        path.read_text(encoding="utf-8")
        .replace("# self = [", "self = [")
        .replace("# ignore = [", "ignore = [")
    )
    settings, findings = _read(tmp_path, text)

    assert ((), {"self", "ignore"}) == (findings, set(settings.header_words))
