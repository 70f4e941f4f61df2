"""Finds the workbooks that a user names: files, folders with all below them, patterns."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

SUFFIXES = frozenset({".xlsx", ".xlsm", ".xls", ".ods"})
_CHUNK = 1 << 20


def workbooks_in(names: Iterable[Path]) -> tuple[Path, ...]:
    """Return the files meant, each once, in the order named and by path within a folder or pattern.

    A name that is neither a folder nor a pattern is returned as it is: whether it can be read shows later.
    """
    found: dict[Path, None] = {}
    for name in names:
        found |= dict.fromkeys(_files_of(name))
    return tuple(found)


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
    if name.is_dir():
        yield from sorted(path for path in name.rglob("*") if _is_workbook(path))
    elif _is_pattern(name):
        base = Path(name.anchor) if name.is_absolute() else Path()
        pattern = str(name.relative_to(base)) if name.is_absolute() else str(name)
        yield from sorted(path for path in base.glob(pattern) if _is_workbook(path))
    else:
        yield name


def _is_workbook(path: Path) -> bool:
    """Leave out what Excel writes beside an open workbook (``~$name.xlsx``) and hidden files."""
    return path.suffix.lower() in SUFFIXES and not path.name.startswith(("~$", ".")) and path.is_file()


def _is_pattern(name: Path) -> bool:
    return any(mark in str(name) for mark in "*?[") and not name.exists()
