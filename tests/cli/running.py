"""Runs the command line inside the test's process or as a process of its own, the two streams apart."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

from parcli.cli.app import run

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples" / "workbook.xlsx"
CASE_C = ROOT / "examples" / "case_c.xlsx"
_UNSET = ("PARINDEX_LANG", "NO_COLOR", "FORCE_COLOR", "PYTHONIOENCODING", "PYTHONUTF8", "LC_ALL")


@dataclass(frozen=True, slots=True)
class Outcome:
    """The exit code and what was written to either stream."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Return what was written to stdout as a JSON document."""
        return json.loads(self.out)


def parindex(*words: str | Path, env: Mapping[str, str] | None = None) -> Outcome:
    """Run a command in this process, on a wide screen so that no sentence is broken."""
    out, err = io.StringIO(), io.StringIO()
    with (
        patch.dict(os.environ, _environment(env or {}), clear=True),
        redirect_stdout(out),
        redirect_stderr(err),
    ):
        code = run([str(word) for word in words])
    return Outcome(int(code), out.getvalue(), err.getvalue())


def process(*words: str | Path, env: Mapping[str, str] | None = None, cwd: Path | None = None) -> Outcome:
    """Run a command as users do, in a process of its own; what it writes has to be UTF-8."""
    done = subprocess.run(
        [sys.executable, "-m", "parcli", *map(str, words)],
        check=False,
        capture_output=True,
        stdin=subprocess.DEVNULL,
        env=_environment(env or {}),
        cwd=cwd,
    )
    return Outcome(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


def score_of(path: Path, *words: str) -> dict[str, Any]:
    """Return the one result of ``parindex score`` as JSON."""
    (result,) = parindex("score", path, "--format", "json", *words).json["results"]
    assert isinstance(result, dict)
    return result


def _environment(extra: Mapping[str, str]) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in _UNSET}
    return kept | {"COLUMNS": "400"} | dict(extra)
