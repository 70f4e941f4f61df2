"""What a register can be asked, whatever database stands behind it; says nothing about how it is kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self

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


class Store(Protocol):
    """An append-only register. Every method raises ``StoreError`` where the store cannot be used."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...

    def close(self) -> None:
        """Let go of the database."""
        ...

    def save_run(self, run: NewRun) -> int:
        """Store a run in one transaction and return its number; until then nobody sees any of it.

        A result supersedes older ones of its unit, index, level, period and stage. ``run.results`` is gone
        through once. In a locked period a result that differs from the one standing there is a correction;
        one that says the same is none.

        Raises:
            StoreError: ``results-locked`` where a locked period is corrected and ``run.reason`` is empty.
        """
        ...

    def runs(self) -> tuple[RunSummary, ...]:
        """Return every run, newest last."""
        ...

    def run(self, number: int) -> RunSummary:
        """Return one run.

        Raises:
            StoreError: ``run-unknown``.
        """
        ...

    def files(self, run: int) -> tuple[RunFile, ...]:
        """Return a run's files in the order in which it had them.

        Raises:
            StoreError: ``run-unknown``.
        """
        ...

    def results(self, selection: Selection) -> tuple[StoredResult, ...]:
        """Return the selected results by period, then best first.

        Of one unit, index, level, period and stage only the newest of a run that was not withdrawn, unless
        ``selection.superseded``: then all of them.
        """
        ...

    def results_when_locked(self, selection: Selection) -> tuple[StoredResult, ...]:
        """Return the results of ours with which the locked periods of a selection were published.

        One for each unit that had one then, whatever became of it.
        """
        ...

    def results_of_run(self, number: int) -> tuple[StoredResult, ...]:
        """Return what one run stored, in its order, superseded or withdrawn or not.

        Raises:
            StoreError: ``run-unknown``.
        """
        ...

    def nodes(
        self, results: Iterable[int], *, roles: frozenset[str] | None = None
    ) -> Mapping[int, tuple[StoredNode, ...]]:
        """Return the nodes of results by their number, in the official order, adjustments last."""
        ...

    def tallies(self, results: Iterable[int]) -> tuple[tuple[NodeTally, ...], ...]:
        """Return what results have at their nodes, counted: those of each outline in the official order.

        Outlines come in the order in which the results first have them. Reading all the trees takes ten times
        as long.
        """
        ...

    def finding_codes(self, results: Iterable[int]) -> Mapping[int, Mapping[str, int]]:
        """Return how often each finding was made in each of the results; one without findings is left out."""
        ...

    def findings(self, result: int) -> tuple[Finding, ...]:
        """Return a result's findings in the order in which they were made."""
        ...

    def answers(self, results: Iterable[int]) -> Mapping[int, Answers]:
        """Return what was answered in results by their number; those stored before it was kept have none."""
        ...

    def known(self, sha256s: Iterable[str], fingerprint: str) -> Mapping[str, frozenset[ResultKey]]:
        """Return which workbooks need not be scored again, each with what results it gave.

        These were scored under the same fingerprint, by a run that was not withdrawn, and no later run has
        superseded what they gave: an older version of a workbook that is put back counts as a change. Of a
        result of several files all have to be among those asked for.
        """
        ...

    def periods(self, level: Level | None = None, index: str | None = None) -> tuple[Period, ...]:
        """Return the periods that have results of ours, in order of their ends, newest last."""
        ...

    def published_periods(self, level: Level | None = None, index: str | None = None) -> tuple[Period, ...]:
        """Return the periods that have published results, in order of their ends, newest last."""
        ...

    def indices(self, level: Level) -> tuple[str, ...]:
        """Return the indices of which a level has results, ours or published, in alphabetical order."""
        ...

    def lock(self, period: Period, level: Level, index: str) -> Lock:
        """Lock a published period.

        Raises:
            StoreError: ``period-already-locked``.
        """
        ...

    def locks(self) -> tuple[Lock, ...]:
        """Return every lock in the order in which they were made."""
        ...

    def save_published(
        self, results: tuple[PublishedResult, ...], *, file: str, sha256: str, reason: str = ""
    ) -> int:
        """Store published results in one transaction and return how many were new.

        A row that says what a stored one says is not stored again, wherever it stands in its file; rows that
        contradict one another are all kept. Where only the placement differs, because the register of units
        knows more by now, the newer placement holds. Rows of withdrawn imports are as good as not stored.

        Raises:
            StoreError: ``period-locked`` where something new is of a locked period and ``reason`` is empty.
        """
        ...

    def published(self, selection: Selection) -> tuple[PublishedResult, ...]:
        """Return the selected published results by period, then as imported; ``stage`` means nothing here."""
        ...

    def imports(self) -> tuple[ImportSummary, ...]:
        """Return every import, newest last; one that repeated an earlier one of the same file is none."""
        ...

    def imported(self, number: int) -> ImportSummary:
        """Return one import.

        Raises:
            StoreError: ``import-unknown``.
        """
        ...

    def published_of_import(self, number: int) -> tuple[PublishedResult, ...]:
        """Return what one import had, withdrawn or not.

        Raises:
            StoreError: ``import-unknown``.
        """
        ...

    def withdraw_run(self, number: int, *, reason: str, tool_version: str) -> None:
        """Take a run back: it stays, its results do not count any more, and those before them do again.

        In a locked period what counts again is a correction with the withdrawal's reason, where it differs.
        A unit that was published there is never left without a result.

        Raises:
            StoreError: ``withdrawal-without-reason``, ``run-unknown``, ``run-withdrawn-already``,
                ``withdrawal-of-published-run``.
        """
        ...

    def withdraw_import(self, number: int, *, reason: str, tool_version: str) -> None:
        """Take an import back: it stays, and only those of its rows count that another import has too.

        Raises:
            StoreError: ``withdrawal-without-reason``, ``import-unknown``, ``import-withdrawn-already``,
                ``withdrawal-of-published-import`` where it would leave a unit of a locked period without any.
        """
        ...

    def backup(self, target: Path | None = None) -> Path:
        """Write a checked copy and return its path: the target, or a new name in ``backups`` beside it.

        Raises:
            StoreError: ``backup-exists`` where the target is there already.
        """
        ...
