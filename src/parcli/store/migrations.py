"""Brings a store's tables up to date, step by step, after a backup; refuses what it does not know."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from msgspec import Struct

from parcli.errors import StoreError
from parcli.store.backups import write_backup
from parcli.store.connection import writing
from parcli.store.values import time_text

_RECORD = """
    CREATE TABLE IF NOT EXISTS migration (
        version INTEGER PRIMARY KEY,
        description TEXT NOT NULL,
        applied_at TEXT NOT NULL
    ) STRICT
"""


class Migration(Struct, frozen=True):
    """The statements that lead from the version before to ``version``, all in one transaction."""

    version: int
    description: str
    statements: tuple[str, ...]


def migrate(
    connection: sqlite3.Connection, path: Path, *, migrations: Sequence[Migration], now: datetime
) -> None:
    """Apply what is missing; a store that has something in it is backed up first.

    Raises:
        StoreError: ``store-newer`` for a store of a newer program, ``store-foreign`` for another program's.
    """
    newest = migrations[-1].version
    version = _version(connection, path)
    if version > newest:
        raise StoreError("store-newer", path=str(path), version=version, known=newest)
    if 0 < version < newest:
        write_backup(connection, path, target=None, now=now)
    for migration in migrations[version:]:
        with writing(connection):
            # another process may have been faster while this one waited for the lock
            if _version(connection, path) < migration.version:
                _apply(connection, migration, now)


def _version(connection: sqlite3.Connection, path: Path) -> int:
    """Return the version that the store records, 0 for an empty file."""
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if not tables:
        return 0
    if not {"migration", "run"} <= tables:
        raise StoreError("store-foreign", path=str(path))
    (version,) = connection.execute("SELECT max(version) FROM migration").fetchone()
    return int(version)


def _apply(connection: sqlite3.Connection, migration: Migration, now: datetime) -> None:
    connection.execute(_RECORD)
    for statement in migration.statements:
        connection.execute(statement)
    connection.execute(
        "INSERT INTO migration (version, description, applied_at) VALUES (?, ?, ?)",
        (migration.version, migration.description, time_text(now)),
    )
