"""Finds and opens an office's folder: its settings and its units; writes nothing."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from parcli.errors import ProjectError
from parcli.model.finding import Finding
from parcli.project.location import PROJECT_FILE, project_folder
from parcli.project.settings import Settings
from parcli.project.settings_file import read_settings
from parcli.project.units import RegisteredUnit, Registry

UNITS_FILE = "units.csv"


class Project(Struct, frozen=True):
    """A folder with its settings and units. ``file`` is its parindex.toml, None where it has none.

    ``unused_units`` is a units.csv without a parindex.toml beside it: it may be any program's.
    """

    folder: Path
    settings: Settings
    registry: Registry
    file: Path | None = None
    unused_units: Path | None = None

    @property
    def store(self) -> Path:
        """Return the path of the database."""
        return self.folder / self.settings.store

    @property
    def sets(self) -> Path:
        """Return the folder of the office's own criteria sets, which need not exist."""
        return self.folder / self.settings.sets

    @property
    def reports(self) -> Path:
        """Return the folder that reports are written to, which need not exist."""
        return self.folder / self.settings.reports.folder


def find_project(start: Path, *, env: Mapping[str, str] | None = None) -> Project | None:
    """Return the project of a folder: the nearest ``parindex.toml`` in it or above it; None where none is.

    Raises:
        ProjectError: the project that was found cannot be used.
    """
    folder = project_folder(start)
    return None if folder is None else load_project(folder, env=env)


def load_project(folder: Path, *, env: Mapping[str, str] | None = None) -> Project:
    """Return the project in a folder; without a units.csv it has the packaged provinces alone.

    Raises:
        ProjectError: a file cannot be read; or mistakes in settings and units, every one of them in its
            ``findings``.
    """
    file = folder / PROJECT_FILE
    if not file.is_file():
        raise ProjectError("file-missing", path=str(file))
    settings, findings = read_settings(file, os.environ if env is None else env)
    units, mistakes = _units(folder / UNITS_FILE, settings)
    _refuse((*findings, *mistakes), file)
    return Project(folder, settings, Registry(units, packaged=_provinces), file)


def no_project(cwd: Path, *, env: Mapping[str, str] | None = None) -> Project:
    """Return what holds in a folder without a project file: defaults, the environment, packaged provinces.

    Raises:
        ProjectError: mistakes in the environment.
    """
    settings, findings = read_settings(None, os.environ if env is None else env)
    _refuse(findings, cwd)
    units = cwd / UNITS_FILE
    registry = Registry(packaged=_provinces)
    return Project(cwd, settings, registry, unused_units=units if units.is_file() else None)


def read_units(path: Path, settings: Settings) -> Registry:
    """Return the units of one file, which has the columns of units.csv, before the packaged provinces.

    Raises:
        ProjectError: the file is missing or cannot be read; or its mistakes, every one in its ``findings``.
    """
    if not path.is_file():
        raise ProjectError("file-missing", path=str(path))
    units, mistakes = _units(path, settings)
    _refuse(mistakes, path)
    return Registry(units, packaged=_provinces)


def _units(path: Path, settings: Settings) -> tuple[tuple[RegisteredUnit, ...], tuple[Finding, ...]]:
    if not path.exists():
        return (), ()
    # many calls need no table of units, and start-up has to be quick
    from parcli.project.provinces import province_codes
    from parcli.project.unit_checks import check_units
    from parcli.project.unit_table import read_table

    try:
        table = read_table(path.read_bytes(), path.name)
    except OSError as error:
        raise ProjectError("file-unreadable", path=str(path)) from error
    clashes = check_units(
        table, outside=province_codes, blocks=settings.blocks.keys(), levels=settings.levels
    )
    return table.units, (*table.findings, *clashes)


def _provinces() -> tuple[RegisteredUnit, ...]:
    from parcli.project.provinces import provinces

    return provinces()


def _refuse(findings: tuple[Finding, ...], path: Path) -> None:
    if findings:
        raise ProjectError("project-invalid", findings=findings, path=str(path), count=len(findings))
