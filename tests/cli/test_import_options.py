"""Options of an import: a blank index says nothing, a level may be named in Vietnamese."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.running import parindex
from support.tables import write_csv


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder that commands are called in."""
    monkeypatch.setenv("PARINDEX_STORE", str(tmp_path / "parindex.db"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("index", ["", "  "])
def test_a_blank_index_is_none(index: str, folder: Path) -> None:
    table = write_csv(folder / "t.csv", "Đơn vị | Điểm\nHuyện A | 90")
    outcome = parindex("import", table, "--index", index, "--level", "district", "--period", "2023")

    assert (3, True) == (outcome.code, "thêm --index" in outcome.err)
    assert not (folder / "parindex.db").exists()


@pytest.mark.parametrize("word", ["district", "huyện", "Huyện", "cấp huyện"])
def test_a_level_may_be_named_by_the_words_of_a_units_file(word: str, folder: Path) -> None:
    write_csv(folder / "t.csv", "Đơn vị | Điểm\nHuyện A | 90")
    outcome = parindex("import", "t.csv", "--index", "PAR", "--level", word, "--period", "2023")

    assert (0, True) == (outcome.code, "huyện" in outcome.out)
