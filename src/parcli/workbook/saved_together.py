"""Keeps the .xlsx files that were made of several .xls and .ods files at once, for as long as they are read.

Paths come in, the files made go out. It opens no sheet and refuses nothing: a file of which nothing was
made is saved alone when it is opened, and what is wrong with it is said then.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from types import MappingProxyType

TOGETHER = 16  # a start of LibreOffice costs as much as saving that many files of units

Saved = Mapping[Path, Path]
NONE_SAVED: Saved = MappingProxyType({})

_SUFFIXES = frozenset({".xls", ".ods"})  # what is named otherwise is saved alone: few are named wrongly


@contextmanager
def saved_together(paths: Iterable[Path]) -> Iterator[Saved]:
    """Yield the .xlsx files that were made of .xls and .ods files, which are there while the context lasts.

    Nothing is made of a single one, nor where LibreOffice is not installed.
    """
    old = [path for path in paths if path.suffix.lower() in _SUFFIXES]
    if len(old) < 2:
        yield NONE_SAVED
        return
    import tempfile

    from parcli.workbook.saving_together import save_together  # heavy, and rarely needed

    with tempfile.TemporaryDirectory(prefix="parindex-", ignore_cleanup_errors=True) as folder:
        yield save_together(old, Path(folder))


def each_with_saved(paths: Iterable[Path]) -> Iterator[tuple[Path, Saved]]:
    """Yield each path with what was made of it and of those around it, until the next one is asked for."""
    rest = iter(paths)
    while some := list(islice(rest, TOGETHER)):
        with saved_together(some) as saved:
            yield from ((path, saved) for path in some)
