"""Opens what an office works with in a folder: its project and its register; scores and prints nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from parcli.project.folder import Project, find_project, no_project
from parcli.store import Store, open_store


def office_at(cwd: Path) -> Project:
    """Return the project that a folder belongs to, or what holds where there is none.

    Raises:
        ProjectError: the settings or the units have mistakes, all of them in its ``findings``.
    """
    return find_project(cwd) or no_project(cwd)


def opened(project: Project, *, clock: Callable[[], datetime], create: bool) -> Store:
    """Return the project's register, made where there is none and ``create``.

    Raises:
        StoreError: the register is missing (without ``create``) or cannot be used.
    """
    return open_store(project.store, create=create, clock=clock)


def now() -> datetime:
    """Return the time in UTC to the second, as the register keeps it; commands pass it in as the clock."""
    return datetime.now(UTC).replace(microsecond=0)
