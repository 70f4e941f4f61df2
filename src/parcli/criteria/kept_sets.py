"""Keeps built criteria sets and gives back those whose file still says the same; reads no file of a set."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from msgspec.structs import replace

from parcli.kept import Kept, cache_folder
from parcli.model.criteria_set import CriteriaSet


class KeptSets:
    """The sets that are kept in a folder, each under its file's name; without a folder there are none."""

    def __init__(self, folder: Path | None) -> None:
        self._kept = Kept(folder, CriteriaSet, packages=("criteria", "model"))

    def find(self, path: Path, content: bytes) -> CriteriaSet | None:
        """Return the set that was built from this content of the file at ``path``, or None."""
        found = self._kept.find(_name(path), content)
        return found and replace(
            found,
            path=str(path),
            blocks=MappingProxyType(found.blocks),
            grades=MappingProxyType(found.grades),
        )

    def keep(self, criteria_set: CriteriaSet, path: Path, content: bytes) -> None:
        """Keep a set that was built from this content of the file at ``path`` without any finding."""
        self._kept.keep(criteria_set, _name(path), content)


def kept_sets(env: Mapping[str, str]) -> KeptSets:
    """Return the sets that are kept where the environment says (see ``cache_folder``)."""
    return KeptSets(cache_folder(env))


def _name(path: Path) -> str:
    return f"{path.stem}.set"
