"""A published table as it is reconciled: columns with roles, rows of a kind, printed figures; values only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cached_property
from types import MappingProxyType
from typing import Literal

from msgspec import Struct, field

from parcli.analysis.reconcile.printed import Printed
from parcli.model.criteria_set import GradeScale, RankingPolicy
from parcli.model.period import Period
from parcli.model.rules import RoundingMode

Role = Literal[
    "name",  # the unit, area or criterion that a row is of
    "unit",  # the unit, where the rows are of areas
    "ordinal",
    "block",
    "period",
    "index",
    "part",  # points of an area, or of whoever gives them
    "bonus",
    "penalty",
    "total",
    "max",
    "percent",
    "rank",
    "previous_rank",
    "grade",
    "count",
    "count_total",
    "previous",
    "change",
    "rank_change",
    "other",  # figures of nobody knows what
    "text",
]
RowKind = Literal["entry", "total", "max", "mean", "highest", "lowest"]


_BEFORE: Mapping[Role, tuple[Role, ...]] = MappingProxyType(
    {"previous": ("total", "percent"), "previous_rank": ("rank",)}
)  # what a figure of the period before is below the head of its own year


class Column(Struct, frozen=True):
    """A column; ``title`` is its own head, ``group`` the head above several columns, "" where none is.

    ``year`` is the one that the head above names, where it names nothing else.
    """

    col: int
    title: str
    role: Role
    group: str = ""
    place: str = ""
    year: int | None = None


class Cell(Struct, frozen=True):
    """A cell: its text, and what it prints: number, maximum behind a stroke ("40,62/80"), rank."""

    text: str
    place: str
    number: Printed | None = None
    most: Printed | None = None
    rank: int | None = None
    rank_of: int | None = None


NO_CELL = Cell("", "")


class Scope(Struct, frozen=True):
    """What rows have to share to be compared: index, period, block, and the unit where rows are of areas."""

    index: str = ""
    period: Period | None = None
    block: str = ""
    unit: str = ""


class Row(Struct, frozen=True):
    """A row; ``key`` is the same for every spelling of one name, ``depth`` least for what a total adds up.

    ``code`` is as printed, in upper case. ``adjusts``: a bonus or penalty, which changes the total and has no
    part in the maxima that add up.
    """

    place: str
    name: str
    kind: RowKind
    cells: Mapping[int, Cell]
    key: str = ""
    depth: int = 0
    scope: Scope = Scope()
    adjusts: Literal["", "bonus", "penalty"] = ""
    code: str = ""

    def at(self, column: Column | None) -> Cell:
        """Return a column's cell, an empty one where there is none."""
        return NO_CELL if column is None else self.cells.get(column.col, NO_CELL)

    def number(self, column: Column | None) -> Printed | None:
        """Return the number in a column."""
        return self.at(column).number


class Grid(Struct, frozen=True, dict=True):
    """A table; ``of_criteria`` tells that its rows are areas or criteria, which add up to a total."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    of_criteria: bool = False

    def having(self, *roles: Role) -> tuple[Column, ...]:
        """Return the columns with one of the roles, in their order."""
        return tuple(column for column in self.columns if column.role in roles)

    def first(self, *roles: Role, group: str | None = None) -> Column | None:
        """Return the first column of a group with the first of the roles that has one.

        Where no group is named, it is one of those without a head above, else below the head of the last
        year; the figures of the period before then stand below that of the year before.
        """
        key = (group, roles)
        if key not in self._found:  # asked for every row of a table
            self._found[key] = self._searched(group, roles)
        return self._found[key]

    def of_years(self, role: Role) -> Iterator[Column]:
        """Yield the first column of a role without a head above, and below the head of each year."""
        groups = dict.fromkeys(each.group for each in self.having(role) if not each.group or each.year)
        found = (self.first(role, group=group) for group in groups)
        yield from (column for column in found if column is not None)

    def of_kind(self, *kinds: RowKind) -> tuple[Row, ...]:
        """Return the rows of the kinds, in their order."""
        if len(kinds) == 1:
            return self._by_kind.get(kinds[0], ())
        return tuple(row for row in self.rows if row.kind in kinds)

    def entries_of(self, key: str) -> Sequence[Row]:
        """Return the rows of a unit, or of an area or criterion, by its key."""
        return self._by_key.get(key, ())

    def lists(self) -> Mapping[Scope, Sequence[Row]]:
        """Return the rows of units and areas by what they have to share to be compared."""
        return self._by_scope

    def groups(self) -> Iterator[tuple[str, tuple[Column, ...]]]:
        """Yield the columns by the head above them, those without one first."""
        for group in dict.fromkeys(("", *(column.group for column in self.columns))):
            yield group, tuple(column for column in self.columns if column.group == group)

    def _searched(self, group: str | None, roles: tuple[Role, ...]) -> Column | None:
        if group is not None:
            return self._of_group(group, roles)
        last = max(self._groups_by_year, default=0)
        now, before = (self._groups_by_year.get(year, "") for year in (last, last - 1))
        earlier = tuple(role for each in roles for role in _BEFORE.get(each, ()))
        own = self._of_group("", roles) or self._of_group(now, roles)
        return own or (self._of_group(before, earlier) if before else None)

    def _of_group(self, group: str, roles: Sequence[Role]) -> Column | None:
        found = (
            column
            for role in roles
            for column in self.columns
            if column.role == role and column.group == group
        )
        return next(found, None)

    @cached_property
    def _found(self) -> dict[tuple[str | None, tuple[Role, ...]], Column | None]:
        return {}

    @cached_property
    def _groups_by_year(self) -> Mapping[int, str]:
        return {column.year: column.group for column in self.columns if column.year is not None}

    # a table may have all communes: its rows are sorted once
    @cached_property
    def _by_kind(self) -> Mapping[RowKind, tuple[Row, ...]]:
        kinds = dict.fromkeys(row.kind for row in self.rows)
        return {kind: tuple(row for row in self.rows if row.kind == kind) for kind in kinds}

    @cached_property
    def _by_key(self) -> Mapping[str, Sequence[Row]]:
        found: dict[str, list[Row]] = {}
        for row in self.of_kind("entry"):
            found.setdefault(row.key, []).append(row)
        return found

    @cached_property
    def _by_scope(self) -> Mapping[Scope, Sequence[Row]]:
        found: dict[Scope, list[Row]] = {}
        for row in self.of_kind("entry"):
            found.setdefault(row.scope, []).append(row)
        return found


class Rules(Struct, frozen=True):
    """What a criteria set says of the table's figures; without a set nothing but rounding half up.

    ``maxima`` are those of rows by their keys, ``column_maxima`` of columns by their numbers. ``scales`` are
    grades by block, "" for every other one. ``exact_grades``: they were given before rounding.
    """

    mode: RoundingMode = "half_up"
    scales: Mapping[str, GradeScale] = field(default_factory=lambda: MappingProxyType({}))
    exact_grades: bool = False
    ranking: RankingPolicy | None = None
    total: Fraction | None = None
    maxima: Mapping[str, Fraction] = field(default_factory=lambda: MappingProxyType({}))
    column_maxima: Mapping[int, Fraction] = field(default_factory=lambda: MappingProxyType({}))
