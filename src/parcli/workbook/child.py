"""Runs a function in a process of its own: it comes back with the result, or is ended at a limit.

For code that a hostile file can make use up the memory, run without end or abort its process. The function
is one of a module; its arguments and its result are pickled. The process is not ``multiprocessing``'s, which
starts none from daemons and, on Windows, runs the caller's main module again.

    parent                                   child
    (function, args, limits) ── stdin ──►    load the function's module, set the limits
                             ◄── stdout ──   READY, then (fine?, result or exception)
"""

from __future__ import annotations

import contextlib
import faulthandler
import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any, Literal, TypeVar

import parcli

SECONDS = 5.0
MEGABYTES = 300

T = TypeVar("T")
Reason = Literal["start", "time", "memory", "crash"]

_PROGRAM = f"from {__name__} import serve; serve()"
_READY = b"R"
_START_SECONDS = 20.0  # loading libraries from a cold disk, through a virus scanner
_STATM = Path("/proc/self/statm")
_SILENT_FAULTS = 0x0001 | 0x0002  # SEM_FAILCRITICALERRORS and SEM_NOGPFAULTERRORBOX: no window that waits


class ChildFailed(Exception):
    """The process gave no result: it did not start, went over a limit, or crashed."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason


def run_limited(
    function: Callable[..., T], *args: object, seconds: float = SECONDS, megabytes: int = MEGABYTES
) -> T:
    """Return what a module's function returns, or raise what it raises.

    ``seconds`` are counted from when its module is loaded, ``megabytes`` are beyond what the process then
    has. The memory is limited where the system says what a process has (Linux), the time everywhere.

    Raises:
        ChildFailed: the limits were reached, or the process ended by itself.
    """
    request = pickle.dumps(((seconds, megabytes), function, args))
    try:
        # On a time-out, and on any exception here, run() kills the process and waits for it.
        done = subprocess.run(
            [sys.executable, "-P", "-c", _PROGRAM],  # -P: no module is taken from the working folder
            input=request,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=_START_SECONDS + seconds,
            check=False,
            env=os.environ | {"PYTHONPATH": _search_path()},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except subprocess.TimeoutExpired:
        raise ChildFailed("time") from None
    fine, value = _answer(done.stdout, done.returncode)
    if not fine:
        raise value
    result: T = value
    return result


def serve() -> None:
    """Do what the parent asks for on stdin; this is all that the child does."""
    with open(os.dup(1), "wb") as answers, open(os.devnull, "w+b") as nowhere:  # noqa: PTH123 - a descriptor
        os.dup2(nowhere.fileno(), 1)  # whatever a library prints does not get between the answers
        (seconds, megabytes), function, args = pickle.load(sys.stdin.buffer)  # noqa: S301 - from the parent
        answers.write(_READY)
        answers.flush()
        _set_limits(seconds, megabytes, nowhere)
        answers.write(_pickled(function, args))


def _answer(output: bytes, returncode: int) -> tuple[bool, Any]:
    if not output.startswith(_READY):
        raise ChildFailed("start")
    if len(output) > len(_READY) and returncode == 0:
        fine, value = pickle.loads(output[len(_READY) :])  # noqa: S301 - written by this very module
        return fine, value
    raise ChildFailed("time" if returncode == 1 else "crash")


def _search_path() -> str:
    """Return where the child finds this package, also where it is not installed but lies on the path."""
    own = str(Path(parcli.__file__).parents[1])
    return os.pathsep.join(filter(None, (own, os.environ.get("PYTHONPATH", ""))))


def _pickled(function: Callable[..., object], args: tuple[object, ...]) -> bytes:
    try:
        return pickle.dumps((True, function(*args)))
    except MemoryError:
        return pickle.dumps((False, ChildFailed("memory")))
    except Exception as error:  # noqa: BLE001 - the parent raises it again
        with contextlib.suppress(Exception):
            return pickle.dumps((False, error))
    except BaseException:  # noqa: BLE001 - a library in Rust that gives up raises one of its own
        pass
    return pickle.dumps((False, ChildFailed("crash")))


def _set_limits(seconds: float, megabytes: int, nowhere: IO[bytes]) -> None:
    # A thread below Python ends the process with code 1, also while a library in C or Rust does not return.
    faulthandler.dump_traceback_later(seconds, exit=True, file=nowhere)
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.kernel32.SetErrorMode(_SILENT_FAULTS)
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if _STATM.exists():
        pages = int(_STATM.read_text().split()[0])
        most = pages * resource.getpagesize() + megabytes * 1_000_000
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
