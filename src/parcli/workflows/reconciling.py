"""Reconciles the table of a file: reads it, names its units, takes a set's rules; it prints nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from parcli.analysis.reconcile.grid import Column, Grid, Rules
from parcli.analysis.reconcile.outcome import Checked, Reconciliation
from parcli.analysis.reconcile.reconciling import reconcile
from parcli.analysis.reconcile.sentences import compare
from parcli.criteria.library import Library
from parcli.errors import UnusableFile, WrongUsage
from parcli.model.criteria_set import CriteriaSet, GradeScale
from parcli.model.finding import Finding
from parcli.model.folding import folded
from parcli.model.period import Period
from parcli.project.folder import Project
from parcli.project.units import Registry
from parcli.workbook.any_tables import chosen, tables_of, text_in
from parcli.workbook.own_words import OwnWords, column_number
from parcli.workbook.reconcile_grid import KeyOf, understood
from parcli.workbook.reconcile_roles import ASKED_ROLES, heads
from parcli.workbook.table import Table
from parcli.workbook.words import phrase_key
from parcli.workflows.reconcile_rules import rules_of
from parcli.workflows.request import roles_asked
from parcli.workflows.stated_grades import scale_stated

_FILE_MARK = "@"
_LETTERS = re.compile(r"[A-Za-z]{1,3}")
_MOST_COLUMNS = 20  # that a sentence names


class Asked(Struct, frozen=True):
    """What the options say: which table, what its columns hold, by which set, and sentences to compare."""

    table: int | None = None
    sheet: str | None = None
    maps: tuple[str, ...] = ()
    criteria: str | None = None
    text: str | None = None


class Reconciled(Struct, frozen=True):
    """What came of one table; ``findings`` are figures of it that could not be read.

    ``stated_grades`` are the bounds that the table or its sentences state, where no set gives them.
    """

    file: str
    table: str
    columns: tuple[Column, ...]
    rows: int
    result: Reconciliation
    findings: tuple[Finding, ...]
    criteria_set: CriteriaSet | None = None
    stated_grades: GradeScale | None = None


def reconcile_file(path: Path, asked: Asked, project: Project) -> Reconciled:
    """Recompute the table of a file as far as its columns go.

    Raises:
        UnusableFile: the file cannot be read, its header is not understood, or none of its figures has to do
            with another one.
        UnusableSet: the criteria set cannot be used.
        WrongUsage: it is not clear which table is meant, an option names nothing, or there is no sentence.
    """
    own = OwnWords(asked=roles_asked(asked.maps, ASKED_ROLES))
    criteria_set = None if asked.criteria is None else _set(asked.criteria, project)
    named = chosen(tables_of(path, heads(own)), number=asked.table, sheet=asked.sheet)
    _require_columns(own, named.table)
    read = understood(named.table, own=own, key_of=_key_of(project.registry))
    texts = None if asked.text is None else _texts(asked.text)
    rules = Rules() if criteria_set is None else rules_of(criteria_set, read.grid)
    stated = _stated(read.grid, (*named.notes, *(texts or ("",))[:1])) if not rules.scales else None
    if stated is not None:
        rules = replace(rules, scales=MappingProxyType({"": stated}))
    result = reconcile(read.grid, rules)
    if texts is not None:
        result = Reconciliation((*result.outcomes, *compare(*texts, read.grid)))
    if not any(isinstance(each, Checked) for each in result.outcomes):
        raise UnusableFile("reconcile-nothing", path=str(path), columns=_understood_as(read.grid))
    return Reconciled(
        file=str(path),
        table=named.name,
        columns=read.grid.columns,
        rows=len(read.grid.rows),
        result=result,
        findings=read.findings,
        criteria_set=criteria_set,
        stated_grades=stated,
    )


def _texts(asked: str) -> tuple[str, str]:
    """Return the sentences, typed or, behind an @, in a text file, and what they are called in places."""
    if not asked.strip():
        raise WrongUsage("reconcile-text-empty")
    if not asked.startswith(_FILE_MARK):
        return asked, "--text"
    path = Path(asked.removeprefix(_FILE_MARK))
    return text_in(path), path.name


def _require_columns(own: OwnWords, table: Table) -> None:
    """Refuse a role for a column that the table does not have."""
    headers = {phrase_key(text) for head in table.columns for text in (head.header, head.cell.text)}
    columns = {head.col for head in table.columns}
    for text in own.asked:
        is_letters = _LETTERS.fullmatch(text) is not None and column_number(text) in columns
        if phrase_key(text) not in headers and not is_letters:
            known = tuple(head.header for head in table.columns[:_MOST_COLUMNS])
            raise WrongUsage("reconcile-map-column", text=text, known=known)


def _stated(grid: Grid, texts: Iterable[str]) -> GradeScale | None:
    column = grid.first("grade")
    grades = dict.fromkeys(row.at(column).text for row in grid.of_kind("entry"))
    return scale_stated([grade for grade in grades if grade], texts)


def _set(name: str, project: Project) -> CriteriaSet:
    return Library([project.sets]).get(name).criteria_set


def _key_of(registry: Registry) -> KeyOf:
    """Return what gives one key for all names that the register has of a unit."""

    def key_of(name: str, period: Period | None) -> str:
        unit = registry.match(name, period=period).unit
        return folded(name) if unit is None else f"unit:{unit.code}"

    return key_of


def _understood_as(grid: Grid) -> tuple[str, ...]:
    return tuple(f"{column.title} = {column.role}" for column in grid.columns)
