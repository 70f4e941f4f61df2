"""Reads what is known of imports: when, from which file, how much of what, whether it was taken back."""

from __future__ import annotations

import sqlite3
from collections import defaultdict

from parcli.errors import StoreError
from parcli.model.register import ImportSummary, PublishedGroup
from parcli.store.results_reading import where
from parcli.store.values import WITHDRAWAL, period, time, withdrawal


def import_summaries(connection: sqlite3.Connection, number: int | None = None) -> tuple[ImportSummary, ...]:
    """Return every import or the one asked for, newest last."""
    condition, values = where([] if number is None else [("i.import = ?", (number,))])
    groups: dict[int, list[PublishedGroup]] = defaultdict(list)
    for owner, index, level, text, count in connection.execute(
        "SELECT i.import, p.index_name, p.level, p.period, count(*)"
        " FROM import_row AS i JOIN published AS p ON p.number = i.published"
        f" WHERE {condition} GROUP BY i.import, p.index_name, p.level, p.period, p.period_order"
        " ORDER BY i.import, p.index_name, p.level, p.period_order",
        values,
    ):
        groups[owner].append(PublishedGroup(index, period(text), level, count))
    condition, values = where([] if number is None else [("i.number = ?", (number,))])
    rows = connection.execute(
        f"SELECT i.number, i.imported_at, i.file, i.sha256, i.reason, {WITHDRAWAL}"
        " FROM import AS i LEFT JOIN withdrawal AS w ON w.import = i.number"
        f" WHERE {condition} ORDER BY i.number",
        values,
    )
    return tuple(
        ImportSummary(
            number=owner,
            at=time(at),
            file=file,
            sha256=sha256,
            groups=tuple(groups[owner]),
            reason=reason,
            withdrawn=withdrawal(*gone),
        )
        for owner, at, file, sha256, reason, *gone in rows.fetchall()
    )


def known_import(connection: sqlite3.Connection, number: int) -> ImportSummary:
    """Return one import.

    Raises:
        StoreError: ``import-unknown``.
    """
    found = import_summaries(connection, number)
    if not found:
        raise StoreError("import-unknown", number=number)
    return found[0]
