"""Opens the SQLite file as the store needs it and turns the database's failures into ``StoreError``."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from parcli.errors import StoreError
from parcli.store.backups import latest_backup

BUSY_SECONDS = 30.0
OLDEST_SQLITE = (3, 37, 0)  # the first with STRICT tables

# WAL needs shared memory, which network shares do not have, so the journal is a file that is deleted.
# REPLACE would delete without a trigger noticing, unless triggers are recursive.
_PRAGMAS = (
    "PRAGMA journal_mode = DELETE",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA recursive_triggers = ON",
    "PRAGMA trusted_schema = OFF",
)


def connect(path: Path, *, busy_seconds: float = BUSY_SECONDS) -> sqlite3.Connection:
    """Return a connection without implicit transactions; the file is made where there is none.

    Raises:
        StoreError: SQLite is too old, or the file cannot be opened or read.
    """
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        needed = ".".join(map(str, OLDEST_SQLITE))
        raise StoreError("sqlite-too-old", version=sqlite3.sqlite_version, needed=needed)
    with failures_named(path):
        connection = sqlite3.connect(path, timeout=busy_seconds, isolation_level=None)
        try:
            for pragma in _PRAGMAS:
                connection.execute(pragma).fetchall()
        except BaseException:
            connection.close()
            raise
    return connection


@contextmanager
def failures_named(path: Path) -> Iterator[None]:
    """Turn what SQLite says of the file (damaged, locked, not writable …) into one sentence.

    A failure that is the program's own fault (wrong SQL, a broken constraint) is let through.
    """
    try:
        yield
    except sqlite3.DatabaseError as error:
        code = _code(error)
        if code is None:
            raise
        raise damaged(path) if code == "store-damaged" else StoreError(code, path=str(path)) from error


def damaged(path: Path) -> StoreError:
    """Return the error for a file that is no sound database, naming its latest backup where there is one."""
    backup = latest_backup(path)
    if backup is None:
        return StoreError("store-damaged-no-backup", path=str(path))
    return StoreError("store-damaged", path=str(path), backup=str(backup))


@contextmanager
def writing(connection: sqlite3.Connection) -> Iterator[None]:
    """Hold the one write transaction: all of what happens inside is stored, or none of it.

    IMMEDIATE takes the lock at once: a transaction that began by reading cannot always wait for its turn.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


_CODES = {
    sqlite3.SQLITE_CORRUPT: "store-damaged",
    sqlite3.SQLITE_NOTADB: "store-damaged",
    sqlite3.SQLITE_FORMAT: "store-damaged",
    sqlite3.SQLITE_BUSY: "store-busy",
    sqlite3.SQLITE_LOCKED: "store-busy",
    sqlite3.SQLITE_READONLY: "store-read-only",
    sqlite3.SQLITE_PERM: "store-read-only",
    sqlite3.SQLITE_CANTOPEN: "store-not-opened",
    sqlite3.SQLITE_AUTH: "store-not-opened",
    sqlite3.SQLITE_FULL: "store-disk",
    sqlite3.SQLITE_IOERR: "store-disk",
}
_PRIMARY_CODE = 0xFF  # the rest of an extended code says more than a sentence needs


def _code(error: sqlite3.DatabaseError) -> str | None:
    number: int | None = getattr(error, "sqlite_errorcode", None)
    return None if number is None else _CODES.get(number & _PRIMARY_CODE)
