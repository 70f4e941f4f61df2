"""Several processes at one store, and processes that are killed: what was reported as stored is there."""

from __future__ import annotations

import random
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from architecture.source_tree import ROOT
from parcli.errors import StoreError
from parcli.model.register import Selection
from store.register_values import LEVEL, PERIOD, opened, simple_run

KILLS = 100
WRITERS = 4
RUNS_EACH = 15
UNITS_IN_A_RUN = 3
LONGEST_LIFE = 0.06  # seconds after the first run, about twenty runs

# Saves runs of three units and prints each run's number once it is stored; a count of 0 goes on until killed.
_WRITER = """
import itertools, sys
from pathlib import Path
from store.register_values import new_result, new_run, opened, placed, unit_score

path, name, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
reason = sys.argv[4] if len(sys.argv) > 4 else ""
scores = [unit_score(points) for points in (3, 5, 7)]
with opened(path) as store:
    print("ready", flush=True)
    for number in itertools.count(1) if not count else range(1, count + 1):
        units = [placed(f"{name} {number}.{i}" if not reason else f"S{i}") for i in range(len(scores))]
        results = (new_result(score, unit) for score, unit in zip(scores, units))
        print(store.save_run(new_run(*results, reason=reason)), flush=True)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "parindex.db"


def writer(path: Path, name: str, count: int, *reason: str) -> subprocess.Popen[str]:
    """Start a process that saves runs."""
    return subprocess.Popen(
        [sys.executable, "-c", _WRITER, str(path), name, str(count), *reason],
        cwd=ROOT / "tests",
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def reported(process: subprocess.Popen[str]) -> list[int]:
    """Wait for the process and return the runs that it said were stored."""
    out, err = process.communicate(timeout=60)
    assert process.returncode == 0, err
    return [int(line) for line in out.split() if line != "ready"]


def run_sizes(path: Path) -> dict[int, tuple[int, int]]:
    """Return for each run how many results and nodes it has, as the file says and not as our code does."""
    with closing(sqlite3.connect(path)) as connection:
        assert [("ok",)] == connection.execute("PRAGMA integrity_check").fetchall()
        rows = connection.execute(
            "SELECT run.number, count(DISTINCT result.number), count(node.position) FROM run"
            " LEFT JOIN result ON result.run = run.number LEFT JOIN node ON node.result = result.number"
            " GROUP BY run.number"
        )
        return {run: (results, nodes) for run, results, nodes in rows}
