"""Keeps runs, results and published figures in one file; ``open_store`` hands out the ``Store``."""

from __future__ import annotations

from parcli.store.protocol import Store
from parcli.store.sqlite_store import open_store

__all__ = ["Store", "open_store"]
