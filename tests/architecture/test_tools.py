"""The checkers run inside the suite, so that one command does what CI does."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from architecture.source_tree import ROOT

_PROGRAMS = str(Path(sys.executable).parent)


@pytest.mark.parametrize(
    "command",
    [
        ["ruff", "check", "--no-fix", "."],
        ["ruff", "format", "--check", "."],
        ["mypy"],
        ["lint-imports", "--no-logo", "--no-cache"],
    ],
    ids=" ".join,
)
def test_checker_has_no_complaint(command: list[str]) -> None:
    program = shutil.which(command[0], path=_PROGRAMS)
    assert program is not None, f"{command[0]} is not installed beside {sys.executable}"

    run = subprocess.run(
        [program, *command[1:]], cwd=ROOT, check=False, capture_output=True, text=True, encoding="utf-8"
    )

    assert run.returncode == 0, run.stdout + run.stderr
