"""Finds the workbooks that a user names: files, folders with all below them, patterns."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from parcli.errors import UnusableFile
from parcli.project.folder import UNITS_FILE

SUFFIXES = frozenset({".xlsx", ".xlsm", ".xls", ".ods"})
_MAYBE_FORMS = frozenset({".xls", ".xlsb", ".ods", ".csv", ".doc", ".docx", ".odt", ".rtf"})
_CHUNK = 1 << 20


def workbooks_in(names: Iterable[Path]) -> tuple[Path, ...]:
    """Return the files meant, each once, in the order named and by path within a folder or pattern.

    A name that is neither a folder nor a pattern is returned as it is: whether it can be read shows later.
    """
    found: dict[Path, None] = {}
    for name in names:
        found |= dict.fromkeys(_files_of(name))
    return tuple(found)


def workbooks_meant(names: Sequence[Path]) -> tuple[Path, ...]:
    """Return the files meant, as ``workbooks_in``, at least one.

    Raises:
        UnusableFile: the folders and patterns hold no workbook.
    """
    paths = workbooks_in(names)
    if not paths:
        raise UnusableFile("folder-without-workbooks", names=tuple(str(name) for name in names))
    return paths


def passed_over(names: Iterable[Path]) -> tuple[Path, ...]:
    """Return what lies among the workbooks meant and may be a unit's form, but in a format that is not read.

    A list of units is none of them.
    """
    found = (path for name in names if names_many([name]) for path in _meant_by(name))
    return tuple(dict.fromkeys(path for path in found if _is_maybe_form(path)))


def names_many(names: Iterable[Path]) -> bool:
    """Tell whether a user asked for whatever lies in folders or fits patterns, not for single files."""
    return any(name.is_dir() or _is_pattern(name) for name in names)


def content_hash(path: Path) -> str:
    """Return the SHA-256 of a file's content, empty where it cannot be read (reading says why)."""
    digest = hashlib.sha256()
    if not path.is_file():  # a pipe would be waited for without end
        return ""
    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
    except OSError:
        return ""
    return digest.hexdigest()


def _files_of(name: Path) -> Iterator[Path]:
    if names_many([name]):
        yield from (path for path in _meant_by(name) if _is_shown(path) and path.suffix.lower() in SUFFIXES)
    else:
        yield name


def _meant_by(name: Path) -> list[Path]:
    """Return everything below a folder, or that fits a pattern, in the order of paths."""
    if name.is_dir():
        return sorted(name.rglob("*"))
    base = Path(name.anchor) if name.is_absolute() else Path()
    return sorted(base.glob(str(name.relative_to(base)) if name.is_absolute() else str(name)))


def _is_maybe_form(path: Path) -> bool:
    suffix = path.suffix.lower()
    return suffix in _MAYBE_FORMS - SUFFIXES and path.name != UNITS_FILE and _is_shown(path)


def _is_shown(path: Path) -> bool:
    """Leave out what Excel writes beside an open workbook (``~$name.xlsx``) and hidden files."""
    return not path.name.startswith(("~$", ".")) and path.is_file()


def _is_pattern(name: Path) -> bool:
    return any(mark in str(name) for mark in "*?[") and not name.exists()
