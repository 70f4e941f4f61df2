"""Mutated workbooks are read as openpyxl reads them, or refused; never anything else.

``benchmarks/fuzz_workbooks.py`` does the same with 20,000 files and more, each process under watch.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from support.fuzzing import fuzz

_FILES = 300
_BLOCK = 50
# Files at which something went wrong once, by their seeds in full runs.
_ONCE_WRONG = (59, 1136, 1528, 8344, 9437)


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
