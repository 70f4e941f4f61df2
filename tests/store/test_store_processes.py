"""Several processes at one store, and processes that are killed: what was reported as stored is there."""

from __future__ import annotations

import pickle
import random
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from parcli.errors import StoreError
from parcli.model.register import Selection
from store.register_values import LEVEL, PERIOD, new_result, new_run, opened, placed, simple_run, unit_score

KILLS = 100
NEW_FILE_EVERY = 10
WRITERS = 4
RUNS_EACH = 15
UNITS = tuple(f"Sở {number}" for number in range(3))
NODES_IN_A_RUN = 6 * len(UNITS)
LONGEST_LIFE = 0.08  # seconds: time to make a new file and to store a few runs

# Stores one run again and again and prints its number each time; a count of 0 goes on until killed. The run
# comes finished, because loading the engine would be most of the life of a process that is soon killed.
_WRITER = """
import itertools, pickle, sys
from datetime import UTC, datetime
from pathlib import Path
from parcli.store import open_store

run = pickle.loads(Path(sys.argv[2]).read_bytes())
count = int(sys.argv[3])
print("ready", flush=True)
with open_store(Path(sys.argv[1]), clock=lambda: datetime.now(UTC)) as store:
    for _ in range(count) if count else itertools.count():
        print(store.save_run(run), flush=True)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "parindex.db"


@pytest.mark.parametrize("seed", [2026])
def test_a_process_killed_at_any_moment_leaves_the_store_whole(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    stored, in_the_middle = 0, 0
    for number in range(KILLS):
        path = tmp_path / f"{number // NEW_FILE_EVERY}.db"
        before = stored if path.exists() else 0
        with writer(path, reason="") as process:
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
            time.sleep(chance.uniform(0, LONGEST_LIFE))
            process.kill()
            assert process.stderr is not None
            # communicate() would pass over the lines that came along with "ready"
            out, err = process.stdout.read(), process.stderr.read()
        in_the_middle += path.with_name(f"{path.name}-journal").exists()
        assert err == ""
        told = [int(line) for line in out.splitlines()]
        kept = run_sizes(path)
        assert set(told) <= set(kept)
        assert list(range(1, len(kept) + 1)) == sorted(kept)
        # the run that was being reported when the process died may be there as well
        assert before + len(told) <= len(kept) <= before + len(told) + 1
        assert {(len(UNITS), NODES_IN_A_RUN)} >= set(kept.values())
        stored = len(kept)
    assert in_the_middle > 0, "no process was killed while it wrote"


def test_four_writers_at_once_lose_nothing(path: Path) -> None:
    processes = [start(path, reason="", count=RUNS_EACH) for _ in range(WRITERS)]
    told = [run for process in processes for run in reported(process)]

    assert list(range(1, WRITERS * RUNS_EACH + 1)) == sorted(told)
    assert dict.fromkeys(sorted(told), (len(UNITS), NODES_IN_A_RUN)) == run_sizes(path)


def test_two_processes_that_correct_a_locked_period_both_stay_visible(path: Path) -> None:
    with opened(path) as store:
        store.save_run(simple_run(3, name=UNITS[0]))
        store.lock(PERIOD, LEVEL, "PAR")
    reasons = {"Sửa 1.1": 5, "Sửa 2.1": 6}
    processes = [start(path, reason=reason, count=1, points=points) for reason, points in reasons.items()]
    for process in processes:
        reported(process)

    with opened(path) as store:
        figures = store.results(Selection(units=(placed(UNITS[0]).key,), superseded=True))

    assert 3 == len(figures)
    assert {"", "Sửa 1.1", "Sửa 2.1"} == {figure.correction for figure in figures}
    assert [3] == [figure.run for figure in figures if not figure.superseded]


def test_a_process_without_a_reason_cannot_write_into_a_period_that_another_locked(path: Path) -> None:
    with opened(path) as mine, opened(path) as theirs:
        theirs.lock(PERIOD, LEVEL, "PAR")

        with pytest.raises(StoreError) as raised:
            mine.save_run(simple_run())

    assert "results-locked-new" == raised.value.code


def test_a_reader_sees_nothing_of_a_run_that_is_not_finished(path: Path) -> None:
    with opened(path) as writing, opened(path) as reading:
        run = simple_run()
        seen: list[int] = []

        def results() -> Iterator[object]:
            yield from run.results
            seen.append(len(reading.results(Selection())) + len(reading.runs()))

        writing.save_run(new_run(files=(), results=results()))

        assert [0] == seen
        assert 1 == len(reading.results(Selection()))


def start(path: Path, *, reason: str, count: int = 0, points: int = 5) -> subprocess.Popen[str]:
    """Start a process that stores runs."""
    run = path.with_suffix(f".{reason or 'run'}.pickle")
    if not run.exists():
        made = new_run(*(new_result(unit_score(points), placed(name)) for name in UNITS), reason=reason)
        run.write_bytes(pickle.dumps(made))
    return subprocess.Popen(
        [sys.executable, "-c", _WRITER, str(path), str(run), str(count)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


@contextmanager
def writer(path: Path, *, reason: str) -> Iterator[subprocess.Popen[str]]:
    """Start a process that stores runs until it is killed."""
    with start(path, reason=reason) as process:
        try:
            yield process
        finally:
            process.kill()


def reported(process: subprocess.Popen[str]) -> list[int]:
    """Wait for a process and return the runs that it said were stored."""
    out, err = process.communicate(timeout=60)
    assert process.returncode == 0, err
    return [int(line) for line in out.split() if line != "ready"]


def run_sizes(path: Path) -> dict[int, tuple[int, int]]:
    """Return for each run how many results and nodes it has, as the file says and not as our code does."""
    with closing(sqlite3.connect(path)) as connection:
        assert [("ok",)] == connection.execute("PRAGMA integrity_check").fetchall()
        if not connection.execute("SELECT 1 FROM sqlite_master").fetchall():
            return {}
        rows = connection.execute(
            "SELECT run.number, count(DISTINCT result.number), count(node.position) FROM run"
            " LEFT JOIN result ON result.run = run.number LEFT JOIN node ON node.result = result.number"
            " GROUP BY run.number"
        )
        return {run: (results, nodes) for run, results, nodes in rows}
