"""Settles where each workbook's annotated copy goes, before anything is checked; it writes nothing."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path, PurePath

from msgspec import Struct

from parcli.errors import ParError, WrongUsage
from parcli.workbook.sniffing import Kind, kind_of
from parcli.workflows.files import SUFFIXES, names_many

_PATTERN_MARKS = "*?["
_LIST_ENDING = "-kiem-tra"


class CopyPath(Struct, frozen=True):
    """Where a workbook's copy goes; of a ``kind`` that takes no comments it is a list of findings."""

    source: Path
    target: Path
    kind: Kind


class _Known(Struct, frozen=True):
    """A workbook with its kind, and the ending of what is written for it."""

    path: Path
    kind: Kind
    suffix: str


def copy_paths(names: Sequence[Path], paths: Sequence[Path], out: Path) -> Mapping[str, CopyPath]:
    """Return the copies by source, those in a folder as they lie there, none for what is no workbook.

    ``names`` is what the user named, ``paths`` the files meant by it.

    Raises:
        WrongUsage: ``out`` is one of the files, lies among them, or is a file's name for several.
    """
    one_file = out.suffix.lower() in SUFFIXES and not out.is_dir()
    if one_file and len(paths) > 1:
        raise WrongUsage("annotate-needs-folder", path=str(out))
    if not one_file:
        _require_outside(names, out)
    known = [file for path in paths if (file := _known(path)) is not None]
    copies = tuple(_one(known, out) if one_file else _several(known, names, out))
    originals = {path.resolve() for path in paths}
    for copy in copies:
        if copy.target.resolve() in originals or _is_one_of(copy.target, paths):
            raise WrongUsage("annotate-onto-original", path=str(copy.target))
    return {str(copy.source): copy for copy in copies}


def _known(path: Path) -> _Known | None:
    from parcli.workbook.annotate import has_macros  # heavy, and not needed unless copies are written

    try:
        kind = kind_of(path)
        return _Known(path, kind, ".xlsm" if kind == "xlsx" and has_macros(path) else ".xlsx")
    except ParError:  # checking it says why it is of no use
        return None


def _one(known: Iterable[_Known], out: Path) -> Iterator[CopyPath]:
    for file in known:
        if out.suffix.lower() != file.suffix:
            raise WrongUsage("annotate-suffix", path=str(out), suffix=file.suffix)
        yield CopyPath(file.path, out, file.kind)


def _several(known: Iterable[_Known], names: Sequence[Path], out: Path) -> Iterator[CopyPath]:
    taken: set[str] = set()
    for file in known:
        below = _below(file.path, names)
        stem = below.stem if file.kind == "xlsx" else below.stem + _LIST_ENDING
        chosen, number = below.with_name(stem + file.suffix), 1
        while _key(chosen) in taken:
            number += 1
            chosen = chosen.with_name(f"{stem} ({number}){chosen.suffix}")
        taken.add(_key(chosen))
        yield CopyPath(file.path, out / chosen, file.kind)


def _key(path: PurePath) -> str:
    return unicodedata.normalize("NFC", str(path).casefold())


def _below(path: Path, names: Sequence[Path]) -> PurePath:
    """Return a file's path from the folder or pattern that it was found by, its name alone for others."""
    for folder in map(_folder_of, names):
        if folder is not None and path.is_relative_to(folder):
            return path.relative_to(folder)
    return PurePath(path.name)


def _folder_of(name: Path) -> Path | None:
    """Return the folder in which a name finds files, None for a single file."""
    if name.is_dir():
        return name
    if not names_many([name]):
        return None
    marked = next(at for at, part in enumerate(name.parts) if any(mark in part for mark in _PATTERN_MARKS))
    return Path(*name.parts[:marked])


def _require_outside(names: Sequence[Path], out: Path) -> None:
    for name in names:
        if name.is_dir() and out.resolve().is_relative_to(name.resolve()):
            raise WrongUsage("annotate-inside", path=str(out), folder=str(name))


def _is_one_of(target: Path, paths: Sequence[Path]) -> bool:
    """Tell whether a file that is there is one of the originals under another name."""
    return target.exists() and any(path.exists() and target.samefile(path) for path in paths)
