"""Reads the manifests of runs, their files, and which workbooks need not be scored again."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Literal

from parcli.errors import StoreError
from parcli.model.period import Period
from parcli.model.register import Lock, Outcome, ResultKey, RunFile, RunSummary
from parcli.model.unit import Level
from parcli.store.results_reading import Condition, chunks, is_in, where
from parcli.store.values import mapping, period, time

# What a file gave stands until a later run has a result of the same unit, index, level, period and stage.
# One of the same run does not count: two files of one unit, which older runs have, would otherwise be scored
# anew for ever, in turn.
_STANDING = """
    SELECT DISTINCT f.sha256, r.unit, r.level, r.period, r.index_name
    FROM run_file AS f
    JOIN run AS u ON u.number = f.run
    JOIN result AS r ON r.run = f.run AND r.file = f.path
    WHERE f.outcome = 'scored' AND u.fingerprint = ?
        AND NOT EXISTS (
            SELECT 1 FROM result AS later
            WHERE later.stage = r.stage AND later.level = r.level AND later.period = r.period
                AND later.index_name = r.index_name AND later.unit = r.unit AND later.run > r.run
        )
"""


def run_summaries(connection: sqlite3.Connection, number: int | None = None) -> tuple[RunSummary, ...]:
    """Return every run or the one asked for, newest last."""
    condition, values = where([] if number is None else [("run = ?", (number,))])
    outcomes: dict[int, dict[Outcome, int]] = defaultdict(dict)
    for run, outcome, count in connection.execute(
        f"SELECT run, outcome, count(*) FROM run_file WHERE {condition}"
        " GROUP BY run, outcome ORDER BY outcome",
        values,
    ):
        outcomes[run][outcome] = count
    condition, values = where([] if number is None else [("number = ?", (number,))])
    rows = connection.execute(
        "SELECT number, created_at, tool_version, options, reason FROM run"
        f" WHERE {condition} ORDER BY number",
        values,
    )
    return tuple(
        RunSummary(
            number=run,
            created_at=time(created_at),
            tool_version=tool_version,
            options=mapping(options),
            outcomes=MappingProxyType(outcomes[run]),
            reason=reason,
        )
        for run, created_at, tool_version, options, reason in rows.fetchall()
    )


def known_run(connection: sqlite3.Connection, number: int) -> RunSummary:
    """Return one run.

    Raises:
        StoreError: ``run-unknown``.
    """
    found = run_summaries(connection, number)
    if not found:
        raise StoreError("run-unknown", number=number)
    return found[0]


def files_of(connection: sqlite3.Connection, run: int) -> tuple[RunFile, ...]:
    """Return a run's files in its order."""
    rows = connection.execute(
        "SELECT path, sha256, outcome, message FROM run_file WHERE run = ? ORDER BY position", (run,)
    )
    return tuple(RunFile(*row) for row in rows)


def standing_files(
    connection: sqlite3.Connection, sha256s: Iterable[str], fingerprint: str
) -> Mapping[str, frozenset[ResultKey]]:
    """Return what the content hashes gave under the same fingerprint, where no later run superseded it."""
    found: dict[str, set[ResultKey]] = defaultdict(set)
    for some in chunks(sha256s):
        condition, values = is_in("f.sha256", some)
        rows = connection.execute(f"{_STANDING} AND {condition}", (fingerprint, *values))
        for sha256, unit, level, text, index in rows:
            found[sha256].add(ResultKey(unit, level, period(text), index))
    return {sha256: frozenset(keys) for sha256, keys in found.items()}


def periods_of(
    connection: sqlite3.Connection,
    table: Literal["result", "published"],
    *,
    level: Level | None,
    index: str | None,
) -> tuple[Period, ...]:
    """Return the periods of our results or of published ones, newest last."""
    conditions: list[Condition] = []
    if level is not None:
        conditions.append(("level = ?", (level,)))
    if index is not None:
        conditions.append(("index_name = ?", (index,)))
    condition, values = where(conditions)
    rows = connection.execute(
        f"SELECT DISTINCT period_order, period FROM {table} WHERE {condition} ORDER BY period_order", values
    )
    return tuple(period(text) for _, text in rows)


def indices_of(connection: sqlite3.Connection, level: Level) -> tuple[str, ...]:
    """Return the indices of which a level has results, ours or published."""
    rows = connection.execute(
        "SELECT index_name FROM result WHERE level = ? UNION SELECT index_name FROM published WHERE level = ?"
        " ORDER BY 1",
        (level, level),
    )
    return tuple(name for (name,) in rows)


def locks_of(connection: sqlite3.Connection) -> tuple[Lock, ...]:
    """Return every lock in the order in which they were made."""
    rows = connection.execute("SELECT period, level, index_name, locked_at FROM period_lock ORDER BY number")
    return tuple(Lock(period(text), level, index, time(at)) for text, level, index, at in rows)
