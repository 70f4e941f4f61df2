"""Opens the office's folder and its register, as every command does."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from parcli.project.folder import Project, find_project, no_project
from parcli.store import Store, open_store

Clock = Callable[[], datetime]


def office_at(cwd: Path) -> Project:
    """Return the project of a folder or of one above it, else what holds where there is none.

    Raises:
        ProjectError: its files have mistakes.
    """
    return find_project(cwd) or no_project(cwd)


def opened(project: Project, *, clock: Clock, create: bool) -> Store:
    """Open the project's register.

    Raises:
        StoreError: it cannot be used, or there is none and ``create`` is False.
    """
    return open_store(project.store, create=create, clock=clock)


def now() -> datetime:
    """Return the time in UTC, to the second."""
    return datetime.now(UTC).replace(microsecond=0)
