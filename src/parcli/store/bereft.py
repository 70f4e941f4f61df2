"""Finds the units of locked periods that a withdrawal would leave without a result; withdraws nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from typing import Literal

from msgspec import Struct

from parcli.model.period import Period
from parcli.model.register import Selection, StoredResult
from parcli.model.unit import Level
from parcli.store.counting import imported, withdrawn
from parcli.store.locks import locked
from parcli.store.results_reading import results_when_locked
from parcli.store.values import period

_NAMED = 10  # units in a sentence
_WITHOUT = f"""
    SELECT p.index_name, p.level, p.period, p.name_as_printed
    FROM import_row AS o JOIN published AS p ON p.number = o.published
    WHERE o.import = ? AND p.correction = '' AND NOT {imported("p")}
        AND EXISTS (
            SELECT 1 FROM period_lock AS l
            WHERE l.index_name = p.index_name AND l.level = p.level AND l.period = p.period
        )
        AND NOT EXISTS (
            SELECT 1 FROM published AS q
            WHERE q.index_name = p.index_name AND q.level = p.level AND q.period = p.period
                AND (q.unit = p.unit OR q.digest = p.digest) AND {imported("q")}
        )
        AND NOT EXISTS (
            SELECT 1 FROM result AS r
            WHERE r.stage = 'final' AND r.level = p.level AND r.period = p.period
                AND r.index_name = p.index_name AND r.unit = p.unit AND NOT {withdrawn("r")}
        )
    ORDER BY p.period_order, p.number
"""


class Bereft(Struct, frozen=True):
    """A unit that was published in a locked period and would have no result there."""

    index: str
    level: Level
    period: Period
    name: str

    @property
    def field(self) -> tuple[str, Level, Period]:
        """Return the index, level and period that it was published in."""
        return self.index, self.level, self.period


def published_without(connection: sqlite3.Connection, left: Iterable[StoredResult]) -> list[Bereft]:
    """Return those of units left without a result that their locked period was published with.

    A unit that came in only after the publication may go again.
    """
    final = [each for each in left if each.stage == "final"]
    groups = dict.fromkeys((each.placement.level, each.period, each.index) for each in final)
    there = {
        (each.placement.key, each.placement.level, each.period, each.index)
        for level, of, index in groups
        for each in results_when_locked(connection, Selection(level, (of,), index))
    }
    return [
        Bereft(each.index, each.placement.level, each.period, each.placement.name)
        for each in final
        if (each.placement.key, each.placement.level, each.period, each.index) in there
    ]


def imported_without(connection: sqlite3.Connection, number: int) -> list[Bereft]:
    """Return the units whose only result of a locked period came with an import that was withdrawn."""
    rows = connection.execute(_WITHOUT, (number,)).fetchall()
    return [Bereft(index, level, period(text), name) for index, level, text, name in rows]


def refuse_bereft(what: Literal["run", "import"], number: int, bereft: Sequence[Bereft]) -> None:
    """Refuse a withdrawal that takes what was published away from units.

    Raises:
        StoreError: ``withdrawal-of-published-run``, ``withdrawal-of-published-import``, with the units of the
            first period.
    """
    if not bereft:
        return
    first = bereft[0]
    names = [each.name for each in bereft if each.field == first.field]
    units = (*names[:_NAMED], "…") if len(names) > _NAMED else tuple(names)
    code = f"withdrawal-of-published-{what}"
    raise locked(first.period, first.level, first.index, code=code, number=number, units=units)
