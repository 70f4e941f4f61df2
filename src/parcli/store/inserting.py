"""Inserts one row given as column and value, and returns its number; knows no table."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

from parcli.store.tree import Value


def inserted(connection: sqlite3.Connection, table: str, columns: Mapping[str, Value]) -> int:
    """Insert a row and return its number."""
    names, marks = ", ".join(columns), ", ".join("?" * len(columns))
    made = connection.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(columns.values()))
    assert made.lastrowid is not None
    return made.lastrowid
