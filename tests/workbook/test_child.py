"""A function in a limited process hands back what it makes, and never harms the process that asked for it."""

from __future__ import annotations

import multiprocessing
import operator
import os
import signal
import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from parcli.errors import UnusableFile
from parcli.workbook.calamine_reader import read_values
from parcli.workbook.child import ChildFailed, run_limited

posix = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
linux = pytest.mark.skipif(sys.platform != "linux", reason="memory is limited on Linux")


def test_the_result_comes_back() -> None:
    assert 42 == run_limited(operator.mul, 6, 7)


def test_an_exception_comes_back_as_it_is() -> None:
    with pytest.raises(ZeroDivisionError, match="division by zero"):
        run_limited(operator.truediv, 1, 0)


def test_an_error_of_ours_keeps_its_code_and_params(tmp_path: Path) -> None:
    with pytest.raises(UnusableFile) as caught:
        run_limited(read_values, tmp_path / "none.xls")
    assert ("file-unreadable", {"path": str(tmp_path / "none.xls")}) == (
        caught.value.code,
        caught.value.params,
    )


def test_what_is_printed_does_not_get_into_the_result() -> None:
    assert 3 == run_limited(os.write, 1, b"abc")


def test_a_function_without_end_is_ended() -> None:
    assert "time" == _reason(sum, range(10**12), seconds=0.3)


@linux
def test_too_much_memory_is_refused() -> None:
    assert "memory" == _reason(bytearray, 400_000_000)


@linux
def test_memory_within_the_limit_is_given() -> None:
    assert 60_000_000 == len(run_limited(operator.mul, b"x", 60_000_000))


def test_an_aborted_process_is_a_crash() -> None:
    assert "crash" == _reason(os.abort)


@posix
def test_a_killed_process_is_a_crash() -> None:
    assert "crash" == _reason(signal.raise_signal, signal.SIGKILL)


def test_a_process_that_leaves_by_itself_is_a_crash() -> None:
    assert "crash" == _reason(os._exit, 0)


def test_a_function_of_no_module_that_the_child_finds_does_not_start(tmp_path: Path) -> None:
    (tmp_path / "passing.py").write_text("def f():\n    return 1\n", encoding="utf-8")
    sys.path.insert(0, str(tmp_path))
    try:
        import passing  # type: ignore[import-not-found]
    finally:
        sys.path.remove(str(tmp_path))
    assert "start" == _reason(passing.f)


def test_a_module_in_the_working_folder_is_not_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "operator.py").write_text("raise SystemExit\n", encoding="utf-8")
    (tmp_path / "pickle.py").write_text("raise SystemExit\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert 42 == run_limited(operator.mul, 6, 7)


@posix
def test_no_process_is_left() -> None:
    run_limited(os.getpid)
    _reason(os.abort)
    _reason(sum, range(10**12), seconds=0.1)
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_it_runs_from_a_worker_process() -> None:
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(max_workers=1, mp_context=spawn) as pool:
        assert 42 == pool.submit(run_limited, operator.mul, 6, 7).result()


def _reason(function: Callable[..., object], *args: object, seconds: float = 5) -> str:
    with pytest.raises(ChildFailed) as caught:
        run_limited(function, *args, seconds=seconds)
    return caught.value.reason
