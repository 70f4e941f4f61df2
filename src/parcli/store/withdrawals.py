"""Takes back a run or an import inside the caller's transaction: adds a row, changes and deletes nothing."""

from __future__ import annotations

import sqlite3
from datetime import datetime
from typing import Literal

from msgspec import Struct

from parcli.errors import StoreError
from parcli.model.register import ImportSummary, RunSummary, Selection, StoredResult
from parcli.store.bereft import imported_without, published_without, refuse_bereft
from parcli.store.corrections import says_the_same
from parcli.store.imports_reading import known_import
from parcli.store.inserting import inserted
from parcli.store.locks import Locks
from parcli.store.results_reading import results_of_run, selected_results
from parcli.store.runs_reading import known_run
from parcli.store.tree import Value
from parcli.store.values import time_text


class TakingBack(Struct, frozen=True):
    """Why something is withdrawn, when, and by which version of the program."""

    reason: str
    time: datetime
    tool_version: str


def withdraw_run(connection: sqlite3.Connection, number: int, why: TakingBack) -> None:
    """Withdraw a run; what counts in its place in a locked period is a correction from then on.

    Raises:
        StoreError: ``withdrawal-without-reason``, ``run-unknown``, ``run-withdrawn-already``, and
            ``withdrawal-of-published-run``; the caller's transaction then takes everything back.
    """
    _require_reason(why)
    _refuse_second(known_run(connection, number), "run-withdrawn-already")
    counted = [each for each in results_of_run(connection, number) if not each.superseded]
    withdrawal = _written(connection, "run", number, why)
    locks = Locks(connection, why.reason)
    pairs = [
        (gone, _standing(connection, gone))
        for gone in counted
        if locks.hold(gone.index, gone.placement.level, gone.period, stage=gone.stage)
    ]
    refuse_bereft(
        "run", number, published_without(connection, [gone for gone, back in pairs if back is None])
    )
    again = (
        back.number for gone, back in pairs if back is not None and not says_the_same(connection, gone, back)
    )
    connection.executemany(
        "INSERT INTO reinstatement (result, withdrawal) VALUES (?, ?)",
        [(result, withdrawal) for result in dict.fromkeys(again)],
    )


def withdraw_import(connection: sqlite3.Connection, number: int, why: TakingBack) -> None:
    """Withdraw an import; rows that another import has as well go on counting.

    Raises:
        StoreError: ``withdrawal-without-reason``, ``import-unknown``, ``import-withdrawn-already``, and
            ``withdrawal-of-published-import``; the caller's transaction then takes everything back.
    """
    _require_reason(why)
    _refuse_second(known_import(connection, number), "import-withdrawn-already")
    _written(connection, "import", number, why)
    refuse_bereft("import", number, imported_without(connection, number))


def _require_reason(why: TakingBack) -> None:
    if not why.reason.strip():
        raise StoreError("withdrawal-without-reason")


def _refuse_second(summary: RunSummary | ImportSummary, code: str) -> None:
    if summary.withdrawn is not None:
        raise StoreError(code, number=summary.number, reason=summary.withdrawn.reason)


def _written(
    connection: sqlite3.Connection, what: Literal["run", "import"], number: int, why: TakingBack
) -> int:
    columns: dict[str, Value] = {
        what: number,
        "reason": why.reason.strip(),
        "withdrawn_at": time_text(why.time),
        "tool_version": why.tool_version,
    }
    return inserted(connection, "withdrawal", columns)


def _standing(connection: sqlite3.Connection, gone: StoredResult) -> StoredResult | None:
    """Return the result that counts in place of one that was withdrawn."""
    placement = gone.placement
    selection = Selection(
        placement.level, (gone.period,), gone.index, units=(placement.key,), stage=gone.stage
    )
    return next(iter(selected_results(connection, selection)), None)
