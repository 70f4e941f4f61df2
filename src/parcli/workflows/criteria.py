"""Lists, shows and checks criteria sets."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

from parcli.analysis.set_changes import SetChanges, set_changes
from parcli.criteria.library import Library, LoadedSet, check_set
from parcli.criteria.schema import json_schema
from parcli.model.criteria_set import CriteriaSet
from parcli.model.finding import Finding


class Checked(Struct, frozen=True):
    """One file with its findings; ``criteria_set`` is None where it cannot be used."""

    file: str
    criteria_set: CriteriaSet | None
    findings: tuple[Finding, ...]


def list_sets(folders: Sequence[Path]) -> tuple[LoadedSet, ...]:
    """Return every usable set at hand, frames too."""
    return tuple(Library(folders).all(frames=True))


def find_set(name: str, folders: Sequence[Path]) -> LoadedSet:
    """Return one set by its id or file, a frame too."""
    return Library(folders).get(name, frames=True)


def check_sets(names: Sequence[str], folders: Sequence[Path]) -> tuple[Checked, ...]:
    """Check set files, or sets by id, all at hand where none is named; no file's mistakes hide another's."""
    library = Library(folders)
    checked: list[Checked] = []
    for name in names or library.ids():
        path = library.path(name)
        criteria_set, findings = check_set(path, folders=folders)
        checked.append(Checked(str(path), criteria_set, findings))
    return tuple(checked)


def editor_schema() -> dict[str, Any]:
    """Return the JSON Schema of a criteria set file."""
    return json_schema()


def compare_sets(old: str, new: str, folders: Sequence[Path]) -> SetChanges:
    """Return what differs between two sets, each named by its id or its file.

    Raises:
        WrongUsage: no set has this id.
        UnusableSet: a file has errors.
    """
    library = Library(folders)
    return set_changes(*(library.get(name, frames=True).criteria_set for name in (old, new)))
