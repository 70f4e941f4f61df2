"""Writes what a folder lacks of parindex.toml and an empty units.csv; overwrites nothing."""

from __future__ import annotations

import codecs
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from parcli.errors import ProjectError
from parcli.model.text import Lang
from parcli.project.folder import UNITS_FILE
from parcli.project.location import PROJECT_FILE
from parcli.project.words import unit_words

# Excel with Vietnamese settings takes a semicolon for the separator, and knows UTF-8 by its mark.
_DELIMITER: Mapping[Lang, str] = {"vi": ";", "en": ","}


class Started(Struct, frozen=True):
    """The files of a new project: those written now, and those that were there and stay as they are."""

    written: tuple[Path, ...]
    kept: tuple[Path, ...]


def init_project(folder: Path, *, lang: Lang = "vi") -> Started:
    """Write what a folder lacks of the files of a project; the folder is made where there is none.

    Raises:
        ProjectError: all of the files exist, or the folder cannot be written to.
    """
    template = Path(__file__).with_name(f"parindex.{lang}.toml").read_bytes()
    header = _DELIMITER[lang].join(unit_words().header[lang]).encode() + b"\r\n"
    contents = {folder / PROJECT_FILE: template, folder / UNITS_FILE: codecs.BOM_UTF8 + header}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        written = tuple(path for path, content in contents.items() if _write_new(path, content))
    except OSError as error:
        raise ProjectError("folder-not-writable", path=str(folder)) from error
    if not written:
        raise ProjectError("project-exists", path=str(folder / PROJECT_FILE))
    return Started(written, tuple(path for path in contents if path not in written))


def _write_new(path: Path, content: bytes) -> bool:
    """Write a file and return True; a path where there is something already is left as it is."""
    try:
        with path.open("xb") as file:
            file.write(content)
    except FileExistsError:
        return False
    return True
