"""Finds the folder of a project and the language it asks for; reads no other setting and checks nothing."""

from __future__ import annotations

from pathlib import Path
from typing import cast, get_args

from parcli.model.text import Lang

PROJECT_FILE = "parindex.toml"


def project_folder(start: Path) -> Path | None:
    """Return the nearest folder, from one upward, that holds a ``parindex.toml``; None where none does."""
    here = start.resolve()
    return next((each for each in (here, *here.parents) if (each / PROJECT_FILE).is_file()), None)


def project_lang(start: Path) -> Lang | None:
    """Return the language that the project of a folder asks for, None where it cannot be told.

    A file with mistakes says nothing here: whoever loads the project afterwards names them.
    """
    try:
        folder = project_folder(start)
        text = "" if folder is None else (folder / PROJECT_FILE).read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return None
    lang = _stated(text) if text else None
    return cast(Lang, lang) if lang in get_args(Lang) else None


def _stated(text: str) -> object:
    import tomllib  # not needed by most calls, and start-up has to be quick

    try:
        return tomllib.loads(text).get("lang")
    except tomllib.TOMLDecodeError:
        return None
