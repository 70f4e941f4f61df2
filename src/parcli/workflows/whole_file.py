"""Writes a file whole or not at all; it makes no content."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from parcli.errors import WrongUsage


def write_whole(path: Path, content: bytes) -> None:
    """Write a file beside its place and move it there, so that nobody ever sees a part of it.

    Raises:
        WrongUsage: the folder cannot be made or written to, or a folder stands where the file should.
    """
    if path.is_dir():
        raise WrongUsage("folder-in-the-way", path=str(path))
    beside = path.with_name(f".{path.name}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(content)
        beside.replace(path)
    except OSError as error:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise WrongUsage("folder-not-writable", path=str(path.parent)) from error
