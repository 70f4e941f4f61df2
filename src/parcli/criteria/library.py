"""Finds criteria sets by id or path and hands out those that can be used; scores nothing."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import cache, cached_property
from pathlib import Path

from msgspec import Struct

from parcli import resources
from parcli.criteria.kept_sets import KeptSets, kept_sets
from parcli.criteria.source import FrameFinder, source_of
from parcli.errors import UnusableSet, WrongUsage
from parcli.model.criteria_set import CriteriaSet
from parcli.model.finding import Finding

SUFFIX = ".yaml"
CASES_SUFFIX = ".cases.yaml"  # a set's worked examples, beside the set


class LoadedSet(Struct, frozen=True):
    """A usable criteria set with the warnings about its file."""

    criteria_set: CriteriaSet
    findings: tuple[Finding, ...]


def load_set(path: Path, *, folders: Sequence[Path] = ()) -> LoadedSet:
    """Return the criteria set of a file; its frame is looked for beside it, then as a ``Library`` does.

    Raises:
        UnusableSet: the file is missing, or has errors; every finding is carried, warnings too.
    """
    return _usable(source_of(path), path, _frames_for(path, _all_folders(folders)))


def check_set(path: Path, *, folders: Sequence[Path] = ()) -> tuple[CriteriaSet | None, tuple[Finding, ...]]:
    """Return the criteria set (None where the file has errors) and every finding about its file, by line.

    Its frame is looked for beside it, then as a ``Library`` does, and so is the set that it supersedes.

    Raises:
        UnusableSet: the file is missing, no regular file, or cannot be opened.
    """
    known = _all_folders(folders)

    def older(set_id: str) -> CriteriaSet | None:
        found = _found(set_id, path, known)
        try:
            return None if found is None else load_set(found, folders=folders).criteria_set
        except UnusableSet:
            return None

    content = source_of(path)
    criteria_set, findings = _read(content, path, _frames_for(path, known), older)
    return criteria_set, (*findings, *_hidden_by(path, content))


class Library:
    """The criteria sets at hand: those of the given folders first, then the packaged ones.

    A library lives for one run and lists its folders once. A set's file is named by its id, so that finding
    one reads no other file. A file in an earlier folder stands before one of the same name in a later folder.
    A set that is kept as it was built is not built again; by default the environment says where sets are
    kept.
    """

    def __init__(self, folders: Sequence[Path] = (), *, kept: KeptSets | None = None) -> None:
        self.folders = tuple(folders)
        self._folders = _all_folders(folders)
        self._kept = kept_sets(os.environ) if kept is None else kept
        self._loaded: dict[Path, LoadedSet] = {}
        self._later: dict[str, tuple[CriteriaSet, ...]] = {}

    def ids(self) -> tuple[str, ...]:
        """Return the ids of all sets in alphabetical order, without reading the files."""
        return tuple(sorted(self._paths))

    def get(self, id_or_path: str, *, frames: bool = False) -> LoadedSet:
        """Return one set by its id, or by the path of a ``.yaml`` file.

        Raises:
            WrongUsage: no set has this id; the sentence names the likely one, or all.
            UnusableSet: the file has errors, or is a frame, which scores nobody (but with ``frames``).
        """
        loaded = self._load(self.path(id_or_path))
        if loaded.criteria_set.frame and not frames:
            frame = loaded.criteria_set.id
            local = tuple(each for each in sorted(self._paths) if self._extends(each, frame))
            raise UnusableSet("set-is-frame" if local else "set-is-frame-alone", id=frame, local=local)
        return loaded

    def path(self, id_or_path: str) -> Path:
        """Return the file of a set, named by its id or by its own path.

        Raises:
            WrongUsage: no set has this id; the sentence names the likely one, or all.
            UnusableSet: there is a file of this name, but it is no ``.yaml``, or holds worked examples.
        """
        if id_or_path.endswith(CASES_SUFFIX):
            raise UnusableSet("set-is-cases", path=id_or_path)
        if id_or_path.endswith(SUFFIX):
            return Path(id_or_path)
        paths = self._paths
        if id_or_path in paths:
            return paths[id_or_path]
        named = Path(id_or_path)
        if named.exists() and not named.is_dir():
            raise UnusableSet("set-not-yaml", path=id_or_path)
        near = get_close_matches(id_or_path, paths, n=3)
        raise WrongUsage("set-unknown", id=id_or_path, known=tuple(near or sorted(paths)))

    def all(self, *, frames: bool = False) -> Iterator[LoadedSet]:
        """Yield every set (``frames`` too) in the order of ids, reading each file when it is asked for.

        Raises:
            UnusableSet: a file has errors.
        """
        for path in dict(sorted(self._paths.items())).values():
            loaded = self._load(path)
            if frames or not loaded.criteria_set.frame:
                yield loaded

    def later(self, set_id: str) -> tuple[CriteriaSet, ...]:
        """Return the usable sets at hand that supersede one; only they are read as more than text."""
        if set_id not in self._later:
            written = re.compile(rf"(?m)^supersedes:\s*[\"']?{re.escape(set_id)}\b".encode())
            sets = (self._if_usable(path) for path in self._paths.values() if _says(path, written))
            self._later[set_id] = tuple(each for each in sets if each and each.supersedes == set_id)
        return self._later[set_id]

    @cached_property
    def _paths(self) -> Mapping[str, Path]:
        paths: dict[str, Path] = {}
        for folder in self._folders:
            for path in sorted(folder.glob(f"*{SUFFIX}")):
                if not path.name.endswith(CASES_SUFFIX):
                    paths.setdefault(path.stem, path)
        return paths

    def _extends(self, set_id: str, frame: str) -> bool:
        found = self._if_usable(self._paths[set_id])
        return found is not None and found.extends == frame

    def _if_usable(self, path: Path) -> CriteriaSet | None:
        try:
            return self._load(path).criteria_set
        except UnusableSet:
            return None

    def _load(self, path: Path) -> LoadedSet:
        if path not in self._loaded:
            self._loaded[path] = self._kept_or_built(path)
        return self._loaded[path]

    def _kept_or_built(self, path: Path) -> LoadedSet:
        content, frame_of = source_of(path), _frames_for(path, self._folders)
        kept = self._kept.find(path, content, frame_of)
        if kept is not None:
            return LoadedSet(kept, ())
        built = _usable(content, path, frame_of)
        if not built.findings:
            self._kept.keep(built.criteria_set, path, content, frame_of)
        return built


def _says(path: Path, written: re.Pattern[bytes]) -> bool:
    try:
        return written.search(source_of(path)) is not None
    except UnusableSet:
        return False


def _all_folders(folders: Sequence[Path]) -> tuple[Path, ...]:
    return (*folders, resources.data_dir("criteria"))


def _usable(content: bytes, path: Path, frame_of: FrameFinder) -> LoadedSet:
    criteria_set, findings = _read(content, path, frame_of)
    if criteria_set is None:
        raise UnusableSet("set-invalid", findings=findings, path=str(path))
    return LoadedSet(criteria_set, findings)


def _frames_for(path: Path, folders: Sequence[Path]) -> FrameFinder:
    """Return what finds the frame of the set at ``path``; its file is read once, whoever asks."""

    @cache
    def frame_of(set_id: str) -> tuple[Path, bytes] | None:
        found = _found(set_id, path, folders)
        return None if found is None else (found, source_of(found))

    return frame_of


def _hidden_by(path: Path, content: bytes) -> Iterator[Finding]:
    """Yield the warning that a file takes the place of the packaged set of its name, where they differ."""
    packaged = resources.data_dir("criteria") / path.name
    if packaged.is_file() and packaged.read_bytes() != content:
        yield Finding("packaged-set-hidden", path.name, {"id": path.stem})


def _found(set_id: str, beside: Path, folders: Sequence[Path]) -> Path | None:
    """Return the file of a set that another one names: beside it, else in the folders."""
    places = (each for folder in (beside.parent, *folders) for each in folder.glob(f"*{SUFFIX}"))
    return next((each for each in places if each.stem == set_id), None)


def _read(
    content: bytes,
    path: Path,
    frame_of: FrameFinder,
    older: Callable[[str], CriteriaSet | None] | None = None,
) -> tuple[CriteriaSet | None, tuple[Finding, ...]]:
    # YAML, pydantic and the shape of a file take longer to load than a kept set to read
    from parcli.criteria.set_file import set_in

    return set_in(content, path, frame_of, older=older)
