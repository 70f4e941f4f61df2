"""Reads the manifests of runs, their files, and which workbooks need not be scored again."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Literal

from parcli.errors import StoreError
from parcli.model.criteria_set import Status
from parcli.model.period import Period
from parcli.model.register import Lock, Outcome, ResultKey, RunFile, RunSummary
from parcli.model.unit import Level
from parcli.store.counting import imported, replaced, withdrawn
from parcli.store.results_reading import Condition, chunks, is_in, where
from parcli.store.values import WITHDRAWAL, mapping, period, time, withdrawal

# results from before answers were kept are scored once more, so that they have some
_ANSWERED = "EXISTS (SELECT 1 FROM result_answers AS a WHERE a.result = r.number)"
# What a file gave stands until its run is withdrawn or a later result of the same kind replaces it. A file of
# several units of which one failed is not done with: that one would be passed over from then on. The plus
# keeps SQLite from looking through all files of the run for it.
_STANDING = f"""
    SELECT DISTINCT f.sha256, r.number, r.unit, r.level, r.period, r.index_name
    FROM run_file AS f
    JOIN run AS u ON u.number = f.run
    JOIN result AS r ON r.run = f.run AND r.file = f.path
    WHERE f.outcome = 'scored' AND u.fingerprint = ?
        AND NOT EXISTS (
            SELECT 1 FROM run_file AS o WHERE +o.run = f.run AND o.path = f.path AND o.outcome = 'failed'
        )
        AND NOT EXISTS (SELECT 1 FROM result_part AS p WHERE p.result = r.number)
        AND {_ANSWERED} AND NOT {withdrawn("r")} AND NOT {replaced("r")}
"""
_STANDING_TOGETHER = f"""
    SELECT f.sha256, r.number, r.unit, r.level, r.period, r.index_name
    FROM result_part AS f
    JOIN result AS r ON r.number = f.result
    JOIN run AS u ON u.number = r.run
    WHERE u.fingerprint = ? AND {_ANSWERED} AND NOT {withdrawn("r")} AND NOT {replaced("r")}
"""
_Table = Literal["result", "published"]
# the index in which the rows of one ranking lie together, by its columns, and which rows count
_COUNTING = MappingProxyType(
    {
        "result": (("stage", "level", "period", "index_name"), f"NOT {withdrawn('t')}"),
        "published": (("level", "period", "index_name"), imported("t")),
    }
)


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
    sets = _sets(connection, number)
    condition, values = where([] if number is None else [("u.number = ?", (number,))])
    rows = connection.execute(
        "SELECT u.number, u.created_at, u.tool_version, u.options, u.reason,"
        f" {WITHDRAWAL} FROM run AS u LEFT JOIN withdrawal AS w ON w.run = u.number"
        f" WHERE {condition} ORDER BY u.number",
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
            withdrawn=withdrawal(*gone),
            sets=tuple(sets[run]),
        )
        for run, created_at, tool_version, options, reason, *gone in rows.fetchall()
    )


def _sets(connection: sqlite3.Connection, number: int | None) -> Mapping[int, Sequence[tuple[str, Status]]]:
    """Return id and status of the sets of every run or of one, in the order of ids."""
    condition, values = where([] if number is None else [("r.run = ?", (number,))])
    found: dict[int, list[tuple[str, Status]]] = defaultdict(list)
    for run, set_id, status in connection.execute(
        "SELECT DISTINCT r.run, e.criteria_set, e.status FROM result AS r"
        f" JOIN edition AS e ON e.number = r.edition WHERE {condition} ORDER BY e.criteria_set, e.status",
        values,
    ):
        found[run].append((set_id, status))
    return found


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
    """Return what the content hashes gave under the same fingerprint, where nothing later superseded it.

    A file whose result was made from several is left out if one of the others is not among them.
    """
    asked = frozenset(sha256s)
    found: dict[str, set[ResultKey]] = defaultdict(set)
    results: dict[int, set[str]] = defaultdict(set)
    for query in (_STANDING, _STANDING_TOGETHER):
        for some in chunks(asked):
            condition, values = is_in("f.sha256", some)
            for sha256, number, unit, level, text, index in connection.execute(
                f"{query} AND {condition}", (fingerprint, *values)
            ):
                found[sha256].add(ResultKey(unit, level, period(text), index))
                results[number].add(sha256)
    alone = {sha256 for number in _incomplete(connection, results, asked) for sha256 in results[number]}
    return {sha256: frozenset(keys) for sha256, keys in found.items() if sha256 not in alone}


def _incomplete(connection: sqlite3.Connection, results: Iterable[int], asked: frozenset[str]) -> set[int]:
    """Return the results that were made from a file which is not among those asked for."""
    found: set[int] = set()
    for some in chunks(results):
        condition, values = is_in("result", some)
        rows = connection.execute(f"SELECT result, sha256 FROM result_part WHERE {condition}", values)
        found |= {number for number, sha256 in rows if sha256 not in asked}
    return found


def periods_of(
    connection: sqlite3.Connection,
    table: _Table,
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
    rows = connection.execute(_counted(table, "period", condition), values)
    return tuple(sorted((period(text) for (text,) in rows), key=lambda each: each.order))


def indices_of(connection: sqlite3.Connection, level: Level) -> tuple[str, ...]:
    """Return the indices of which a level has results, ours or published."""
    tables: tuple[_Table, ...] = ("result", "published")
    queries = (f"SELECT index_name FROM ({_counted(each, 'index_name', 'level = ?')})" for each in tables)
    rows = connection.execute(f"{' UNION '.join(queries)} ORDER BY 1", (level, level))
    return tuple(name for (name,) in rows)


def locks_of(connection: sqlite3.Connection) -> tuple[Lock, ...]:
    """Return every lock in the order in which they were made."""
    rows = connection.execute("SELECT period, level, index_name, locked_at FROM period_lock ORDER BY number")
    return tuple(Lock(period(text), level, index, time(at)) for text, level, index, at in rows)


def _counted(table: _Table, column: str, condition: str) -> str:
    """Return the query for the values of a column in what counts.

    It steps from one ranking to the next in the index: there are few, with thousands of rows each.
    """
    columns, counts = _COUNTING[table]
    keys = ", ".join(columns)
    same = " AND ".join(f"t.{column} = f.{column}" for column in columns)
    return f"""
        WITH RECURSIVE field ({keys}) AS (
            SELECT * FROM (SELECT {keys} FROM {table} ORDER BY {keys} LIMIT 1)
            UNION ALL
            SELECT {", ".join(f"n.{column}" for column in columns)}
            FROM field AS f JOIN {table} AS n ON n.number = coalesce({_following(table, columns)})
        )
        SELECT DISTINCT {column} FROM field AS f
        WHERE {condition} AND EXISTS (SELECT 1 FROM {table} AS t WHERE {same} AND {counts})
    """


def _following(table: _Table, columns: Sequence[str]) -> str:
    """Return queries for the first row of the next ranking: the first that finds one has found it.

    Columns that are compared together, as (a, b) > (c, d), are not looked up in an index beyond the first.
    """
    queries = []
    for known in reversed(range(len(columns))):
        equal = "".join(f"{column} = f.{column} AND " for column in columns[:known])
        condition = f"{equal}{columns[known]} > f.{columns[known]}"
        order = ", ".join(columns[known:])
        queries.append(f"(SELECT number FROM {table} WHERE {condition} ORDER BY {order} LIMIT 1)")
    return ", ".join(queries)
