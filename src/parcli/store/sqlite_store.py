"""The register in one SQLite file: opens it, and guards every question and every write the same way."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from parcli.errors import StoreError
from parcli.model.assessment import Answers
from parcli.model.finding import Finding
from parcli.model.period import Period
from parcli.model.register import (
    ImportSummary,
    Lock,
    NewRun,
    NodeTally,
    PublishedResult,
    ResultKey,
    RunFile,
    RunSummary,
    Selection,
    StoredNode,
    StoredResult,
)
from parcli.model.unit import Level
from parcli.store.answers import DamagedAnswers, answers_of
from parcli.store.backups import latest_backup, write_backup
from parcli.store.connection import BUSY_SECONDS, connect, damaged, failures_named, writing
from parcli.store.imports_reading import import_summaries, known_import
from parcli.store.locks import locked
from parcli.store.migrations import Migration, migrate
from parcli.store.nodes_reading import finding_codes_of, findings_of, nodes_of
from parcli.store.protocol import Store
from parcli.store.published_results import Origin, published_of_import, read_published, write_published
from parcli.store.results_reading import results_of_run, results_when_locked, selected_results
from parcli.store.runs_reading import (
    files_of,
    indices_of,
    known_run,
    locks_of,
    periods_of,
    run_summaries,
    standing_files,
)
from parcli.store.runs_writing import write_run
from parcli.store.schema import MIGRATIONS
from parcli.store.tallies import tallies_of
from parcli.store.values import time_text
from parcli.store.withdrawals import TakingBack, withdraw_import, withdraw_run

Clock = Callable[[], datetime]


def open_store(path: Path, *, create: bool = True, clock: Clock) -> Store:
    """Open the register in a file, bring it up to date, and make it where there is none and ``create``.

    Raises:
        StoreError: the file is missing, damaged, locked, of a newer version or of another program.
    """
    if not create and not path.exists():
        raise StoreError("store-missing", path=str(path))
    return SqliteStore(path, clock=clock)


class SqliteStore:
    """The ``Store`` in a SQLite file; see the protocol for what each method promises."""

    def __init__(
        self,
        path: Path,
        *,
        clock: Clock,
        migrations: Sequence[Migration] = MIGRATIONS,
        busy_seconds: float = BUSY_SECONDS,
    ) -> None:
        if _emptied(path):
            raise damaged(path)
        self._path = path
        self._clock = clock
        self._connection = connect(path, busy_seconds=busy_seconds)
        try:
            with failures_named(path):
                migrate(self._connection, path, migrations=migrations, now=clock())
        except BaseException:
            self._connection.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def save_run(self, run: NewRun) -> int:
        """Store a run, whole or not at all."""
        with self._writing() as connection:
            return write_run(connection, run)

    def runs(self) -> tuple[RunSummary, ...]:
        """Return every run."""
        with self._reading() as connection:
            return run_summaries(connection)

    def run(self, number: int) -> RunSummary:
        """Return one run."""
        with self._reading() as connection:
            return known_run(connection, number)

    def files(self, run: int) -> tuple[RunFile, ...]:
        """Return a run's files."""
        with self._reading() as connection:
            known_run(connection, run)
            return files_of(connection, run)

    def results(self, selection: Selection) -> tuple[StoredResult, ...]:
        """Return the selected results, from their totals alone."""
        with self._reading() as connection:
            return selected_results(connection, selection)

    def results_when_locked(self, selection: Selection) -> tuple[StoredResult, ...]:
        """Return what locked periods were published with."""
        with self._reading() as connection:
            return results_when_locked(connection, selection)

    def results_of_run(self, number: int) -> tuple[StoredResult, ...]:
        """Return what one run stored."""
        with self._reading() as connection:
            known_run(connection, number)
            return results_of_run(connection, number)

    def nodes(
        self, results: Iterable[int], *, roles: frozenset[str] | None = None
    ) -> Mapping[int, tuple[StoredNode, ...]]:
        """Return the trees of results."""
        with self._reading() as connection:
            return nodes_of(connection, results, roles)

    def tallies(self, results: Iterable[int]) -> tuple[tuple[NodeTally, ...], ...]:
        """Return what results have at their nodes, counted."""
        with self._reading() as connection:
            return tallies_of(connection, results)

    def finding_codes(self, results: Iterable[int]) -> Mapping[int, Mapping[str, int]]:
        """Return how often each finding was made in results."""
        with self._reading() as connection:
            return finding_codes_of(connection, results)

    def findings(self, result: int) -> tuple[Finding, ...]:
        """Return a result's findings."""
        with self._reading() as connection:
            return findings_of(connection, result)

    def answers(self, results: Iterable[int]) -> Mapping[int, Answers]:
        """Return what was answered in results."""
        try:
            with self._reading() as connection:
                return answers_of(connection, results)
        except DamagedAnswers as error:
            raise damaged(self._path) from error

    def known(self, sha256s: Iterable[str], fingerprint: str) -> Mapping[str, frozenset[ResultKey]]:
        """Return which workbooks need not be scored again, with what they gave."""
        with self._reading() as connection:
            return standing_files(connection, sha256s, fingerprint)

    def periods(self, level: Level | None = None, index: str | None = None) -> tuple[Period, ...]:
        """Return the periods that have results."""
        with self._reading() as connection:
            return periods_of(connection, "result", level=level, index=index)

    def published_periods(self, level: Level | None = None, index: str | None = None) -> tuple[Period, ...]:
        """Return the periods that have published results."""
        with self._reading() as connection:
            return periods_of(connection, "published", level=level, index=index)

    def indices(self, level: Level) -> tuple[str, ...]:
        """Return the indices of a level."""
        with self._reading() as connection:
            return indices_of(connection, level)

    def lock(self, period: Period, level: Level, index: str) -> Lock:
        """Lock a published period."""
        made = Lock(period, level, index, self._clock())
        with self._writing() as connection:
            if any(
                (each.period, each.level, each.index) == (period, level, index)
                for each in locks_of(connection)
            ):
                raise locked(period, level, index, code="period-already-locked")
            connection.execute(
                "INSERT INTO period_lock (index_name, level, period, locked_at) VALUES (?, ?, ?, ?)",
                (index, level, str(period), time_text(made.at)),
            )
        return made

    def locks(self) -> tuple[Lock, ...]:
        """Return every lock."""
        with self._reading() as connection:
            return locks_of(connection)

    def save_published(
        self, results: tuple[PublishedResult, ...], *, file: str, sha256: str, reason: str = ""
    ) -> int:
        """Store published results that are new, all of them or none."""
        with self._writing() as connection:
            origin = Origin(file, sha256, self._clock(), reason)
            return write_published(connection, results, origin)

    def published(self, selection: Selection) -> tuple[PublishedResult, ...]:
        """Return the selected published results."""
        with self._reading() as connection:
            return read_published(connection, selection)

    def imports(self) -> tuple[ImportSummary, ...]:
        """Return every import."""
        with self._reading() as connection:
            return import_summaries(connection)

    def imported(self, number: int) -> ImportSummary:
        """Return one import."""
        with self._reading() as connection:
            return known_import(connection, number)

    def published_of_import(self, number: int) -> tuple[PublishedResult, ...]:
        """Return what one import had."""
        with self._reading() as connection:
            known_import(connection, number)
            return published_of_import(connection, number)

    def withdraw_run(self, number: int, *, reason: str, tool_version: str) -> None:
        """Take a run back."""
        with self._writing() as connection:
            withdraw_run(connection, number, TakingBack(reason, self._clock(), tool_version))

    def withdraw_import(self, number: int, *, reason: str, tool_version: str) -> None:
        """Take an import back."""
        with self._writing() as connection:
            withdraw_import(connection, number, TakingBack(reason, self._clock(), tool_version))

    def backup(self, target: Path | None = None) -> Path:
        """Write a checked copy."""
        with failures_named(self._path):
            return write_backup(self._connection, self._path, target=target, now=self._clock())

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with failures_named(self._path), writing(self._connection):
            yield self._connection

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        """Hold one view of the store while several questions are asked of it."""
        with failures_named(self._path):
            self._connection.execute("BEGIN")
            try:
                yield self._connection
            finally:
                if self._connection.in_transaction:  # a failing disk has ended it already
                    self._connection.execute("ROLLBACK")


def _emptied(path: Path) -> bool:
    """Tell whether a file without content stands where a store was: its backups say so.

    Without backups it is a store whose making was interrupted, and is made anew.
    """
    return path.is_file() and path.stat().st_size == 0 and latest_backup(path) is not None
