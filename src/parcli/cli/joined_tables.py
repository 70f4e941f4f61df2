"""Reads the tables that are joined to workbooks, and tells once what is wrong with each of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from parcli.cli.output import console_on, print_findings
from parcli.cli.session import Session
from parcli.messages.labels import label
from parcli.model.finding import Finding, Param
from parcli.model.text import Lang
from parcli.project.folder import Project
from parcli.workflows.placing import resolver

if TYPE_CHECKING:
    from parcli.workbook.points_table import PointsTable

_OF_A_COLUMN = frozenset({"points-code-unknown", "points-not-from-outside"})
_Key = tuple[str, Param, Param]


def joined_tables(paths: Sequence[Path], project: Project, session: Session) -> tuple[PointsTable, ...]:
    """Return the tables of ``--with``, and print what can be said of them before any workbook is read.

    Raises:
        UnusableFile: a table cannot be read, or is none of points.
    """
    if not paths:
        return ()
    from parcli.workbook.points_table import read_points_table  # most calls join no table

    tables = tuple(read_points_table(path, resolver(project.registry)) for path in paths)
    for table in tables:
        print_findings(console_on(session.err), table.findings, session.lang)
    return tables


class ColumnFindings(Struct):
    """Gathers what units' scores say of a table's column: the same of each unit, and to be told once."""

    _first: dict[_Key, Finding] = field(default_factory=dict)
    _places: dict[_Key, set[str]] = field(default_factory=dict)

    def take(self, findings: Iterable[Finding]) -> None:
        """Keep those about a joined table's column; others are the unit's own."""
        for each in findings:
            if each.code in _OF_A_COLUMN:
                key = (each.code, each.params["code"], each.params.get("id", ""))
                self._first.setdefault(key, each)
                self._places.setdefault(key, set()).add(each.place)

    def told(self, lang: Lang) -> list[Finding]:
        """Return each finding once: its first place, and how many more cells it is about."""
        told = []
        for key, first in self._first.items():
            more = len(self._places[key]) - 1
            place = label("places-more", lang, place=first.place, number=more) if more else first.place
            told.append(replace(first, place=place))
        return told
