"""Finds criteria sets by id or path and hands out those that can be used; scores nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path

from msgspec import Struct

from parcli import resources
from parcli.criteria.build import build_set
from parcli.criteria.checks import check_all
from parcli.criteria.mistakes import Mistakes
from parcli.criteria.schema import SetPart
from parcli.criteria.yaml_nodes import read_yaml
from parcli.errors import UnusableSet, WrongUsage
from parcli.model.criteria_set import CriteriaSet
from parcli.model.finding import Finding

SUFFIX = ".yaml"


class LoadedSet(Struct, frozen=True):
    """A usable criteria set with the warnings about its file."""

    criteria_set: CriteriaSet
    findings: tuple[Finding, ...]


def load_set(path: Path) -> LoadedSet:
    """Return the criteria set of a file.

    Raises:
        UnusableSet: the file is missing, or has errors; every finding is carried, warnings too.
    """
    criteria_set, findings = check_set(path)
    if criteria_set is None:
        raise UnusableSet("set-invalid", findings=findings, path=str(path))
    return LoadedSet(criteria_set, findings)


def check_set(path: Path) -> tuple[CriteriaSet | None, tuple[Finding, ...]]:
    """Return the criteria set (None where the file has errors) and every finding about its file, by line.

    Raises:
        UnusableSet: the file is missing, no regular file, or cannot be opened.
    """
    if not path.is_file():  # opening a pipe waits for ever
        is_special = path.exists() and not path.is_dir()
        raise UnusableSet("file-not-regular" if is_special else "file-missing", path=str(path))
    mistakes = Mistakes(path.name)
    try:
        document = read_yaml(path, mistakes)
    except OSError as error:
        raise UnusableSet("set-unreadable", path=str(path)) from error
    if document is None:
        return None, mistakes.all()
    part = SetPart.model_validate(document, context=mistakes)
    check_all(part, document, mistakes, stem=path.stem)
    if mistakes.fatal:
        return None, mistakes.all()
    return build_set(part, str(path), mistakes=mistakes), mistakes.all()


class Library:
    """The criteria sets at hand: those of the given folders first, then the packaged ones.

    A set's file is named by its id, so that finding one reads no other file. A file in an earlier folder
    stands before one of the same name in a later folder.
    """

    def __init__(self, folders: Sequence[Path] = ()) -> None:
        self.folders = tuple(folders)
        self._folders = (*self.folders, resources.data_dir("criteria"))
        self._loaded: dict[Path, LoadedSet] = {}

    def ids(self) -> tuple[str, ...]:
        """Return the ids of all sets in alphabetical order, without reading the files."""
        return tuple(sorted(self._paths()))

    def get(self, id_or_path: str) -> LoadedSet:
        """Return one set by its id, or by the path of a ``.yaml`` file.

        Raises:
            WrongUsage: no set has this id; the sentence names the likely one, or all.
            UnusableSet: the file has errors.
        """
        return self._load(self.path(id_or_path))

    def path(self, id_or_path: str) -> Path:
        """Return the file of a set, named by its id or by its own path.

        Raises:
            WrongUsage: no set has this id; the sentence names the likely one, or all.
            UnusableSet: there is a file of this name, but it is no ``.yaml``.
        """
        if id_or_path.endswith(SUFFIX):
            return Path(id_or_path)
        paths = self._paths()
        if id_or_path in paths:
            return paths[id_or_path]
        named = Path(id_or_path)
        if named.exists() and not named.is_dir():
            raise UnusableSet("set-not-yaml", path=id_or_path)
        near = get_close_matches(id_or_path, paths, n=3)
        raise WrongUsage("set-unknown", id=id_or_path, known=tuple(near or sorted(paths)))

    def all(self) -> Iterator[LoadedSet]:
        """Yield every set in the order of ids, reading each file when it is asked for.

        Raises:
            UnusableSet: a file has errors.
        """
        for path in dict(sorted(self._paths().items())).values():
            yield self._load(path)

    def _paths(self) -> dict[str, Path]:
        paths: dict[str, Path] = {}
        for folder in self._folders:
            for path in sorted(folder.glob(f"*{SUFFIX}")):
                paths.setdefault(path.stem, path)
        return paths

    def _load(self, path: Path) -> LoadedSet:
        if path not in self._loaded:
            self._loaded[path] = load_set(path)
        return self._loaded[path]
