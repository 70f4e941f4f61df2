"""Whether a file is known is looked up by its own path, however many files and results a run has."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest

from parcli.store import runs_reading
from parcli.store.backups import latest_backup
from parcli.store.schema import MIGRATIONS
from parcli.store.sqlite_store import SqliteStore


def clock() -> datetime:
    return datetime(2024, 1, 15, 8, tzinfo=UTC)


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return how SQLite goes about the queries by which unchanged files are told."""
    path = tmp_path / "parindex.db"
    SqliteStore(path, clock=clock, migrations=MIGRATIONS[:2]).close()
    SqliteStore(path, clock=clock).close()
    assert latest_backup(path) is not None
    with sqlite3.connect(path) as connection:
        asked: list[str] = []
        connection.set_trace_callback(asked.append)
        runs_reading.standing_files(connection, ["0" * 64], "fingerprint")
        connection.set_trace_callback(None)
        steps = [row[3] for sql in asked for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}")]
    connection.close()
    return steps


def test_results_are_found_by_their_file(plan: list[str]) -> None:
    assert "SEARCH r USING INDEX result_of_file (run=? AND file=?)" in plan


def test_what_failed_of_a_file_is_found_by_its_path(plan: list[str]) -> None:
    assert "SEARCH o USING INDEX run_file_failed (path=?)" in plan


def test_nothing_is_looked_through(plan: list[str]) -> None:
    assert [] == [step for step in plan if step.startswith("SCAN") and "CONSTANT" not in step]
