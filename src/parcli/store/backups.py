"""Copies a store into ``backups`` beside it and finds the latest copy; what is not whole gets no name."""

from __future__ import annotations

import os
import re
import sqlite3
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from parcli.errors import StoreError

FOLDER = "backups"
_FAILURES_OF_THE_COPY = frozenset({sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_FULL, sqlite3.SQLITE_READONLY})


def latest_backup(store: Path) -> Path | None:
    """Return the newest backup beside a store, by the time in its name, None where there is none."""
    name = re.compile(rf"{re.escape(store.stem)}-(\d{{8}}-\d{{6}})(?:-(\d+))?{re.escape(store.suffix)}")
    try:
        listed = list((store.parent / FOLDER).iterdir())
    except OSError:
        return None
    found = [(match, path) for path in listed if (match := name.fullmatch(path.name))]
    dated = [(match[1], int(match[2] or 1), path) for match, path in found]
    return max(dated)[2] if dated else None


def write_backup(connection: sqlite3.Connection, store: Path, *, target: Path | None, now: datetime) -> Path:
    """Copy the database behind a connection; ``now`` names the copy where ``target`` does not.

    Raises:
        StoreError: ``backup-exists`` or ``backup-not-written``.
        sqlite3.DatabaseError: the store cannot be read, or its copy is not sound.
    """
    if target is not None and not target.is_dir():
        return _written(connection, target)
    folder = target or store.parent / FOLDER
    stamp = f"{now:%Y%m%d-%H%M%S}"
    number = 1
    while True:
        ending = "" if number == 1 else f"-{number}"
        try:
            return _written(connection, folder / f"{store.stem}-{stamp}{ending}{store.suffix}")
        except StoreError as error:
            if error.code != "backup-exists":
                raise
            number += 1


def _written(connection: sqlite3.Connection, target: Path) -> Path:
    """Copy under a passing name and give the copy its own one last: what is killed half way is no backup."""
    if target.exists():
        raise StoreError("backup-exists", path=str(target))
    passing = target.with_name(f"{target.name}.{os.getpid()}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _copy(connection, passing)
        _name(passing, target)
    except OSError as error:
        raise StoreError("backup-not-written", path=str(target)) from error
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode not in _FAILURES_OF_THE_COPY:
            raise
        raise StoreError("backup-not-written", path=str(target)) from error
    finally:
        with suppress(OSError):
            passing.unlink()
    return target


def _copy(connection: sqlite3.Connection, target: Path) -> None:
    target.unlink(missing_ok=True)
    with closing(sqlite3.connect(target)) as copy:
        connection.backup(copy)
        complaints = copy.execute("PRAGMA quick_check(1)").fetchone()
    if complaints != ("ok",):
        error = sqlite3.DatabaseError(complaints[0])
        error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
        raise error


def _name(passing: Path, target: Path) -> None:
    """Rename without ever writing over another process's backup."""
    try:
        target.touch(exist_ok=False)
    except FileExistsError:
        raise StoreError("backup-exists", path=str(target)) from None
    passing.replace(target)
