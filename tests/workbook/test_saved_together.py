"""Several .xls and .ods files are saved as .xlsx in one start, and none of them costs the others anything."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from parcli.workbook import child, libreoffice, saving_together
from parcli.workbook.opening import open_book
from parcli.workbook.saved_together import NONE_SAVED, TOGETHER, each_with_saved, saved_together
from parcli.workbook.sniffing import OldKind
from support.old_formats import compound, saved_as
from support.workbooks import write

pytestmark = pytest.mark.office

TABLE = """
'Mã | Tên | Tự chấm
'1 | Kế hoạch | 1,5
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("old")
    sources = [write(folder / f"{name}.xlsx", TABLE.replace("1,5", name)) for name in ("một", "hai")]
    for kind in ("xls", "ods"):
        saved_as(kind, *sources, folder=folder)
    return folder


@pytest.fixture
def old(made: Path, tmp_path: Path) -> list[Path]:
    return [Path(shutil.copy(path, tmp_path)) for path in sorted(made.glob("*.xls"))]


@pytest.fixture
def both(made: Path, old: list[Path], tmp_path: Path) -> list[Path]:
    return [*old, *(Path(shutil.copy(path, tmp_path)) for path in sorted(made.glob("*.ods")))]


@pytest.fixture
def starts(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return how many files each start of LibreOffice is given, as they come."""
    real, counts = libreoffice.all_to_xlsx, list[int]()

    def counted(paths: Sequence[Path], kind: OldKind) -> object:
        counts.extend([len(paths)] if paths else [])
        return real(paths, kind)

    monkeypatch.setattr(libreoffice, "all_to_xlsx", counted)
    return counts


def test_each_kind_costs_one_start_and_the_books_are_those_of_files_saved_alone(
    both: list[Path], starts: list[int]
) -> None:
    with saved_together(both) as saved:
        books = [open_book(path, saved) for path in both]

    assert [2, 2] == starts
    assert [open_book(path) for path in both] == books


def test_one_file_is_left_to_be_saved_alone(old: list[Path], starts: list[int]) -> None:
    with saved_together([old[0], *old[0].parent.glob("*.xlsx")]) as saved:
        assert (NONE_SAVED, []) == (saved, starts)


def test_a_damaged_file_costs_the_others_nothing_and_nothing_is_left_behind(
    old: list[Path], tmp_path: Path
) -> None:
    (tmp_path / "a.xls").write_bytes(compound(["Workbook"]))
    with saved_together([tmp_path / "a.xls", tmp_path / "missing.xls", *old]) as saved:
        assert (set(old), True) == (set(saved), all(path.is_file() for path in saved.values()))
    assert not any(path.exists() for path in saved.values())


def test_a_file_that_libreoffice_leaves_out_is_saved_alone(
    old: list[Path], starts: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    real = libreoffice.all_to_xlsx
    monkeypatch.setattr(
        libreoffice, "all_to_xlsx", lambda paths, kind: real(paths[1:] if len(paths) > 1 else paths, kind)
    )
    with saved_together(old) as saved:
        books = [open_book(path, saved) for path in old]

    assert (1, [()] * 2) == (len(saved), [book.findings for book in books])


def test_a_file_that_was_cut_short_is_saved_alone(old: list[Path]) -> None:
    with saved_together(old) as saved:
        made = saved[old[0]]
        made.write_bytes(made.read_bytes()[:2000])
        assert open_book(old[0]) == open_book(old[0], saved)


def test_a_start_that_was_ended_leaves_the_files_as_they_were(
    old: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(libreoffice, "SECONDS", 0.05)
    with saved_together(old) as saved:
        assert NONE_SAVED == saved


def test_where_a_file_ends_the_process_that_looks_at_it_no_start_is_risked(
    old: list[Path], starts: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    run_limited = child.run_limited
    monkeypatch.setattr(child, "run_limited", lambda _function, _paths: run_limited(os.abort))
    with saved_together(old) as saved:
        assert (NONE_SAVED, []) == (saved, starts)


def test_a_large_file_does_not_use_up_the_time_of_the_others(
    old: list[Path], made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    large = Path(shutil.copy(made / "hai.xls", old[0].parent / "a.xls"))
    large.write_bytes(large.read_bytes() + bytes(10_000))
    monkeypatch.setattr(saving_together, "_MAX_BYTES", large.stat().st_size - 1)
    with saved_together([large, *old]) as saved:
        assert set(old) == set(saved)


def test_a_file_that_is_an_xlsx_by_its_content_is_not_saved(old: list[Path], made: Path) -> None:
    path = Path(shutil.copy(made / "hai.xlsx", old[0].parent / "hai-3.xls"))
    with saved_together([path, *old]) as saved:
        assert set(old) == set(saved)


def test_without_libreoffice_nothing_is_saved(old: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libreoffice, "program", lambda: None)
    with saved_together(old) as saved:
        assert NONE_SAVED == saved


def test_many_files_are_saved_some_at_a_time(
    old: list[Path], starts: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [f"{number}.xls" for number in range(TOGETHER + 2)]
    copies = [Path(shutil.copy(old[0], old[0].parent / name)) for name in names]
    monkeypatch.setattr(libreoffice, "program", lambda: Path("/bin/false"))

    assert copies == [path for path, _ in each_with_saved(copies)]
    assert [TOGETHER, 2] == starts
