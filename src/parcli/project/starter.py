"""Writes the two files of a new project, parindex.toml and an empty units.csv; overwrites nothing."""

from __future__ import annotations

import codecs
from collections.abc import Mapping
from pathlib import Path

from parcli.errors import ProjectError
from parcli.model.text import Lang
from parcli.project.folder import UNITS_FILE
from parcli.project.location import PROJECT_FILE
from parcli.project.words import unit_words

# Excel with Vietnamese settings takes a semicolon for the separator, and knows UTF-8 by its mark.
_DELIMITER: Mapping[Lang, str] = {"vi": ";", "en": ","}


def init_project(folder: Path, *, lang: Lang = "vi") -> tuple[Path, ...]:
    """Write the files of a new project into a folder, which is made where there is none; return their paths.

    Raises:
        ProjectError: one of the files exists (then neither is written), or the folder cannot be written to.
    """
    template = Path(__file__).with_name(f"parindex.{lang}.toml").read_bytes()
    header = _DELIMITER[lang].join(unit_words().header[lang]).encode() + b"\r\n"
    contents = {folder / PROJECT_FILE: template, folder / UNITS_FILE: codecs.BOM_UTF8 + header}
    for path in contents:
        if path.exists():
            raise ProjectError("project-exists", path=str(path))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for path, content in contents.items():
            _write_new(path, content)
    except OSError as error:
        raise ProjectError("folder-not-writable", path=str(folder)) from error
    return tuple(contents)


def _write_new(path: Path, content: bytes) -> None:
    with path.open("xb") as file:
        file.write(content)
