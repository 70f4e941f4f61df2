"""Keeps built criteria sets and gives back those whose files still say the same; reads no file of a set."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from parcli.criteria.source import FrameFinder
from parcli.kept import Kept, cache_folder
from parcli.model.criteria_set import CriteriaSet


class _KeptSet(Struct, frozen=True):
    """A set with the hash of the frame that it was built with, empty where it extends none."""

    criteria_set: CriteriaSet
    frame_hash: str


class KeptSets:
    """The sets that are kept in a folder, each under its file's name; without a folder there are none.

    Which frame a set extends is known only from the set, so the frame is compared after the set is found.
    """

    def __init__(self, folder: Path | None) -> None:
        self._kept = Kept(folder, _KeptSet, packages=("criteria", "model"))

    def find(self, path: Path, content: bytes, frame_of: FrameFinder) -> CriteriaSet | None:
        """Return the set that was built from this content of the file at ``path`` and its frame, or None."""
        kept = self._kept.find(_name(path), content)
        if kept is None or kept.frame_hash != _frame_hash(kept.criteria_set, frame_of):
            return None
        return replace(
            kept.criteria_set,
            path=str(path),
            blocks=MappingProxyType(kept.criteria_set.blocks),
            grades=MappingProxyType(kept.criteria_set.grades),
        )

    def keep(self, criteria_set: CriteriaSet, path: Path, content: bytes, frame_of: FrameFinder) -> None:
        """Keep a set that was built from this content of the file at ``path`` without any finding."""
        kept = _KeptSet(criteria_set, _frame_hash(criteria_set, frame_of))
        self._kept.keep(kept, _name(path), content)


def kept_sets(env: Mapping[str, str]) -> KeptSets:
    """Return the sets that are kept where the environment says (see ``cache_folder``)."""
    return KeptSets(cache_folder(env))


def _name(path: Path) -> str:
    return f"{path.stem}.set"


def _frame_hash(criteria_set: CriteriaSet, frame_of: FrameFinder) -> str:
    if criteria_set.extends is None:
        return ""
    frame = frame_of(criteria_set.extends)
    return "absent" if frame is None else sha256(frame[1]).hexdigest()
