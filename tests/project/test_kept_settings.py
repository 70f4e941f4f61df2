"""Settings that are kept are those that would be read again, or they are not used."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from parcli.project.settings import Settings
from parcli.project.settings_file import read_settings
from parcli.project.settings_schema import checked

FULL = """
office = "UBND tỉnh Mẫu"
lang = "en"
levels = ["department", "district"]
[blocks]
chuyen-mon = "Khối chuyên môn"
[criteria.department]
2024-h1 = "department-2024-h1"
default = "department-2025"
[header_words]
self = ["Điểm của phòng", "Tự chấm"]
[reports]
folder = "out"
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder for a project, with nothing kept yet."""
    monkeypatch.setenv("PARINDEX_CACHE", str(tmp_path / "kept"))
    project = tmp_path / "office"
    project.mkdir()
    return project


def _read(folder: Path, text: str, env: Mapping[str, str] | None = None) -> Settings:
    path = folder / "parindex.toml"
    path.write_text(text, encoding="utf-8")
    settings, findings = read_settings(path, env or {})
    assert () == findings
    return settings


def _forbid_checking(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("parcli.project.settings_file._checked", lambda *_: pytest.fail("checked again"))


def test_kept_settings_are_the_checked_ones(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = _read(folder, FULL)
    _forbid_checking(monkeypatch)

    assert first == _read(folder, FULL)


def test_settings_of_variables_are_kept_too(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    env = {"PARINDEX_STORE": "x.db"}
    first = read_settings(None, env)
    _forbid_checking(monkeypatch)

    assert first == read_settings(None, env) == (Settings(store="x.db"), ())


def test_an_edited_file_is_read_again(folder: Path) -> None:
    _read(folder, FULL)

    assert "UBND tỉnh Khác" == _read(folder, FULL.replace("Mẫu", "Khác")).office


def test_another_variable_is_heeded(folder: Path) -> None:
    _read(folder, FULL, {"PARINDEX_STORE": "x.db"})

    assert "y.db" == _read(folder, FULL, {"PARINDEX_STORE": "y.db"}).store


def test_mistakes_are_told_each_time(folder: Path) -> None:
    path = folder / "parindex.toml"
    path.write_text('ofice = "x"\n', encoding="utf-8")

    first, second = (read_settings(path, {}) for _ in range(2))

    assert ["setting-unknown"] == [finding.code for finding in first[1]]
    assert first == second


def test_nothing_to_read_gives_what_checking_nothing_gives() -> None:
    """Without a file and variables pydantic-settings is not asked."""
    assert checked({}, {}) == read_settings(None, {})[0]


def test_where_to_keep_is_no_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    _forbid_checking(monkeypatch)

    assert (Settings(), ()) == read_settings(None, {"PARINDEX_CACHE": "x", "HOME": "y"})
