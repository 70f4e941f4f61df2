"""Mutated workbooks are read as openpyxl reads them, or refused; never anything else.

``benchmarks/fuzz_workbooks.py`` does the same with 20,000 files and more, each process under watch.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Never

import pytest

from parcli.errors import UnusableFile
from parcli.workbook import opening
from parcli.workbook.xlsx import reader
from parcli.workbook.xlsx.declined import Declined
from support.fuzzing import fuzz, opened
from support.workbooks import write

_FILES = 300
_BLOCK = 50
# Files at which something went wrong once, by their seeds in full runs.
_ONCE_WRONG = (59, 1136, 1528, 8344, 9437, 20421, 22750)


@pytest.mark.parametrize("first", range(1, _FILES, _BLOCK))
def test_mutated_workbooks_are_read_as_openpyxl_reads_them_or_refused(tmp_path: Path, first: int) -> None:
    fuzzed = [fuzz(seed, tmp_path) for seed in range(first, first + _BLOCK)]

    assert [] == [each for each in fuzzed if each.wrong]


def test_enough_mutated_workbooks_stay_readable_and_are_scored(tmp_path: Path) -> None:
    fuzzed = [fuzz(seed, tmp_path) for seed in range(1, 101)]

    assert (True, True) == (
        sum(each.outcome == "read" for each in fuzzed) >= 20,
        sum(each.scored for each in fuzzed) >= 10,
    )


@pytest.mark.parametrize("seed", _ONCE_WRONG)
def test_what_went_wrong_once(tmp_path: Path, seed: int) -> None:
    assert () == fuzz(seed, tmp_path).wrong


def refusing(error: Exception) -> Callable[[Path], Never]:
    def refuse(path: Path) -> Never:
        raise error

    return refuse


def test_a_file_that_is_read_is_not_asked_for_its_kind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "kind_of", refusing(UnusableFile("file-not-workbook")))
    outcome, book = opened(write(tmp_path / "a.xlsx", "A | B"))

    assert ("read", True) == (outcome, book is not None)


@pytest.mark.parametrize(
    ("kind", "outcome"),
    [
        (lambda path: "xlsx", "workbook-damaged"),
        (lambda path: "xls", "other kind"),
        (refusing(UnusableFile("file-is-word", path="a.xlsx")), "file-is-word"),
    ],
)
def test_the_kind_tells_why_a_file_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: Callable[[Path], str], outcome: str
) -> None:
    path = str(tmp_path / "a.xlsx")
    monkeypatch.setattr(reader, "open_book", refusing(UnusableFile("workbook-damaged", path=path)))
    monkeypatch.setattr(opening, "kind_of", kind)

    assert (outcome, None) == opened(write(tmp_path / "a.xlsx", "A | B"))


def test_a_file_that_is_declined_is_read_by_openpyxl(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "open_book", refusing(Declined("odd")))
    outcome, book = opened(write(tmp_path / "a.xlsx", "A | B"))

    assert ("declined", True) == (outcome, book is not None)
