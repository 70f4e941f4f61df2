"""Reads the bytes of a criteria set's file, no more of them than a set can have; looks at none of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from parcli.errors import UnusableSet

MAX_BYTES = 2_000_000

# gives the file of a frame and its content by the frame's id, None where there is none
FrameFinder = Callable[[str], tuple[Path, bytes] | None]


def source_of(path: Path) -> bytes:
    """Return the content of a file; of one that is larger than ``MAX_BYTES``, one byte more than that.

    Raises:
        UnusableSet: the file is missing, no regular file, or cannot be opened.
    """
    if not path.is_file():  # opening a pipe waits for ever
        is_special = path.exists() and not path.is_dir()
        raise UnusableSet("file-not-regular" if is_special else "file-missing", path=str(path))
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        raise UnusableSet("set-unreadable", path=str(path)) from error
