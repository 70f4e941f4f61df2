"""Has LibreOffice save several .xls and .ods files as .xlsx in one start for each of the two kinds.

Calamine reads them before, as it does before a file is saved alone: a hostile one ends a process there.
"""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from parcli.errors import UnusableFile
from parcli.workbook import child, libreoffice
from parcli.workbook.sniffing import OldKind, kind_of

_MAX_BYTES = 2_000_000  # a larger file would use up the time of the others

_Copies = Mapping[OldKind, dict[Path, Path]]


def save_together(paths: Iterable[Path], folder: Path) -> Mapping[Path, Path]:
    """Return the files made in an empty folder, by their paths; those that are left out are none's loss.

    Left out is what is no such file, damaged, locked or large, and all of them where one is hostile: the
    limits of time and memory are those of a single file.
    """
    if libreoffice.program() is None:
        return {}
    copies: _Copies = {"xls": {}, "ods": {}}
    for number, path in enumerate(paths):
        with contextlib.suppress(UnusableFile, OSError):
            _copy(path, folder, f"{number}", copies)
    made: dict[Path, Path] = {}
    for kind, copy_of in copies.items():
        found = libreoffice.all_to_xlsx(_readable(tuple(copy_of.values())), kind)
        made |= {path: found[copy] for path, copy in copy_of.items() if copy in found}
    return made


def _copy(path: Path, folder: Path, stem: str, copies: _Copies) -> None:
    """Copy a file under a name that tells its kind and has nothing of the user's in it."""
    kind = kind_of(path)
    if kind != "xlsx" and path.stat().st_size <= _MAX_BYTES:
        (folder / kind).mkdir(exist_ok=True)
        copies[kind][path] = shutil.copyfile(path, folder / kind / f"{stem}.{kind}")


def _readable(paths: Sequence[Path]) -> Sequence[Path]:
    """Return the files that calamine can read; none where one of them ends its process."""
    if len(paths) < 2:
        return ()
    from parcli.workbook.calamine_reader import readable

    try:
        return child.run_limited(readable, paths)
    except child.ChildFailed:
        return ()
