"""Reads the tables that are joined to workbooks, and tells once what is wrong with each of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from parcli.cli.output import console_on, print_findings
from parcli.cli.session import Session
from parcli.messages.labels import label
from parcli.model.finding import Finding, Param
from parcli.model.text import Lang
from parcli.model.unit import Unit
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


class JoinedFindings(Struct):
    """Gathers what units' scores say of joined tables: of a column once, of a unit's cell each time."""

    tables: tuple[PointsTable, ...] = ()
    _of_cells: list[Finding] = field(default_factory=list)
    _first: dict[_Key, Finding] = field(default_factory=dict)
    _places: dict[_Key, set[str]] = field(default_factory=dict)

    def take(self, unit: Unit, findings: Iterable[Finding], lang: Lang) -> Iterator[Finding]:
        """Keep those about joined tables, and yield the others, which are of the unit's own workbook."""
        cells = self._cells_of(unit)
        for each in findings:
            if each.code in _OF_A_COLUMN:
                key = (each.code, each.params["code"], each.params.get("id", ""))
                self._first.setdefault(key, each)
                self._places.setdefault(key, set()).add(each.place)
            elif each.place in cells:
                place = label("place-of-unit", lang, place=each.place, unit=unit.name)
                self._of_cells.append(replace(each, place=place))
            else:
                yield each

    def told(self, lang: Lang) -> list[Finding]:
        """Return those of cells, then each of a column once: its first place, and how many more there are."""
        told = list(self._of_cells)
        for key, first in self._first.items():
            more = len(self._places[key]) - 1
            place = label("places-more", lang, place=first.place, number=more) if more else first.place
            told.append(replace(first, place=place))
        return told

    def _cells_of(self, unit: Unit) -> frozenset[str]:
        """Return the places of what the tables hold for a unit."""
        rows = (table.of(unit) for table in self.tables)
        return frozenset(datum.place for row in rows if row is not None for datum in row.values.values())
