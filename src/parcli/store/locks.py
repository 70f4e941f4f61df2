"""Says whether a result belongs to a locked period, and asks for the reason then; locks nothing itself."""

from __future__ import annotations

import sqlite3

from parcli.errors import StoreError
from parcli.messages.labels import LABELS
from parcli.model.finding import Param
from parcli.model.period import Period
from parcli.model.score import ScoreStage
from parcli.model.unit import Level


class Locks:
    """Says what a new result corrects: nothing, or a locked period, which takes a reason.

    They are read once, inside the transaction that writes: nobody can lock a period in between.
    """

    def __init__(self, connection: sqlite3.Connection, reason: str) -> None:
        rows = connection.execute("SELECT index_name, level, period FROM period_lock")
        self._locked = frozenset(rows.fetchall())
        self._reason = reason

    def hold(self, index: str, level: Level, period: Period, *, stage: ScoreStage = "final") -> bool:
        """Tell whether results of a period are locked: the final ones are what was published."""
        return stage == "final" and (index, level, str(period)) in self._locked

    def correction(self, index: str, level: Level, period: Period) -> str:
        """Return the reason for a correction, "" where the period is open.

        Raises:
            StoreError: ``period-locked`` where no reason is given.
        """
        if not self.hold(index, level, period):
            return ""
        if not self._reason.strip():
            raise locked(period, level, index)
        return self._reason


def locked(
    period: Period, level: Level, index: str, *, code: str = "period-locked", **params: Param
) -> StoreError:
    """Return the error about a locked period."""
    return StoreError(code, period=str(period), level=LABELS[f"level-{level}"], index=index, **params)
