"""Finds which rows, and which columns, a table's totals add up; it compares no total with its sum."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from msgspec import Struct

from parcli.analysis.reconcile.grid import Column, Grid, Row, Scope
from parcli.analysis.reconcile.printed import exactly, meet, stands_for, sum_of, times
from parcli.model.number import added

_PARTS = ("part", "bonus")
_FEWEST_ROWS = 2  # that have to hold before columns nobody named are taken for parts


class RowsOf(Struct, frozen=True):
    """A row and the rows that it adds up."""

    total: Row
    parts: tuple[Row, ...]


class ColumnsOf(Struct, frozen=True):
    """A column and the columns that it adds up, those of penalties in ``less``."""

    total: Column
    parts: tuple[Column, ...]
    less: tuple[Column, ...] = ()


def rows_added(grid: Grid) -> Iterator[RowsOf]:
    """Yield every row that stands above rows of its own, and every total with the rows that it adds up."""
    most = grid.first("max")
    scopes: dict[Scope, list[Row]] = {}
    for row in grid.of_kind("entry", "total"):
        scopes.setdefault(row.scope, []).append(row)
    for rows in scopes.values():
        yield from _above_their_own(rows)
        yield from _totals(rows, most)


def columns_added(grid: Grid) -> Iterator[ColumnsOf | Column]:
    """Yield each column of totals with what it adds up, alone where that is not clear.

    Columns under one head belong together; a total without a head adds up those of the heads, where there are
    any. Columns that nobody named are parts where they, together with the named ones, give most totals.
    """
    for group, columns in grid.groups():
        total = _one([column for column in columns if column.role in ("total", "count_total")])
        if total is None:
            continue
        beside = columns if group else _outermost(grid)
        found = _counted(total, beside) if total.role == "count_total" else _pointed(grid, total, beside)
        if found is not None:
            yield found
        elif sum(column.role in ("part", "other") for column in beside) > 1:
            yield total


def _above_their_own(rows: Sequence[Row]) -> Iterator[RowsOf]:
    for position, row in enumerate(rows):
        below: list[Row] = []
        for other in rows[position + 1 :]:
            if other.kind == "total" or other.depth <= row.depth or not _may_be_of(row, other):
                break
            below.append(other)
        least = min((each.depth for each in below), default=0)
        direct = tuple(each for each in below if each.depth == least)
        if row.kind == "entry" and direct and _are_all(direct):
            yield RowsOf(row, direct)


def _may_be_of(row: Row, other: Row) -> bool:
    """Tell whether a code says nothing against a row being of another: 3.2.1 is of 3.2, and 4.1 is not."""
    plain = row.code[:1].isdigit() and other.code[:1].isdigit() and "." in other.code
    return not plain or other.code.startswith(row.code + ".")


def _are_all(rows: Sequence[Row]) -> bool:
    """Tell whether rows are numbered one after the other, or not at all; a choice of rows adds up to nothing.

    Numbers of criteria may go on from area to area, those of sub-criteria (1.1.1) begin anew.
    """
    last = [row.code.rpartition(".")[2] for row in rows]
    numbered = [int(number) for number in last if number.isdigit()]
    if not numbered:
        return True
    first = 1 if "." in rows[0].code else numbered[0]
    return numbered == list(range(first, first + len(rows)))


def _totals(rows: Sequence[Row], most: Column | None) -> Iterator[RowsOf]:
    """Yield each total with the rows before it, since an earlier total; a first one with those behind it."""
    least = min((row.depth for row in rows if row.kind == "entry"), default=0)
    run: list[Row] = []
    for position, row in enumerate(rows):
        if row.kind == "entry":
            run += [row] if row.depth == least else []
            continue
        if run:
            yield RowsOf(row, _with_its_maximum(run[::-1], row, most)[::-1])
        elif not any(each.kind == "total" for each in rows[:position]):
            behind = [each for each in rows[position + 1 :] if each.kind == "entry" and each.depth == least]
            if len(behind) > 1:
                yield RowsOf(row, _with_its_maximum(behind, row, most))
                return
        run = [row]  # what stands below changes the total: points of bonus and penalty


def _with_its_maximum(run: Sequence[Row], total: Row, most: Column | None) -> tuple[Row, ...]:
    """Return the rows, from the total on, whose maxima give the total's; all where none or all do.

    A table may go on with rows that another page printed, of areas which these rows hold already.
    """
    goal = total.number(most)
    maxima = [Fraction(0) if row.adjusts else _value(row, most) for row in run]
    if goal is None or any(value is None for value in maxima):
        return tuple(run)
    known = [value for value in maxima if value is not None]
    if added(known) == goal.value:
        return tuple(run)
    lengths = (length for length in range(2, len(run)) if added(known[:length]) == goal.value)
    return tuple(run[: next(lengths, len(run))])


def _counted(total: Column, columns: Sequence[Column]) -> ColumnsOf | None:
    counts = tuple(column for column in columns if column.role == "count")
    return ColumnsOf(total, counts) if len(counts) > 1 else None


def _pointed(grid: Grid, total: Column, columns: Sequence[Column]) -> ColumnsOf | None:
    """Return the columns that give a column of points, by their heads or else by what holds in most rows."""
    less = tuple(column for column in columns if column.role == "penalty")
    named = tuple(column for column in columns if column.role in _PARTS or _is_inner(column, total))
    chosen = ColumnsOf(total, named, less)
    rows = _rows_with(grid, total)
    held = _share(rows, chosen) if len(named) + len(less) > 1 else Fraction(0)
    if held > Fraction(1, 2) or (held == Fraction(1, 2) and len(rows) > 1):
        return chosen
    others = [ColumnsOf(total, run, less) for run in _runs(columns, total)]
    best = max(others, key=lambda each: (_share(rows, each), len(each.parts)), default=None)
    if best is not None and len(rows) >= _FEWEST_ROWS and _share(rows, best) > Fraction(1, 2):
        return best
    # one row, or two, may well be wrong themselves; most of many are not
    return chosen if len(named) > 1 and len(rows) <= _FEWEST_ROWS else None


def _is_inner(column: Column, total: Column) -> bool:
    return column.role == total.role and column.group != total.group


def _outermost(grid: Grid) -> tuple[Column, ...]:
    """Return the columns without a head above, and of those with one the totals, or all where none is."""
    found: list[Column] = []
    for group, columns in grid.groups():
        totals = [column for column in columns if column.role in ("total", "count_total")]
        found += totals if group and totals else columns
    return tuple(sorted(found, key=lambda column: column.col))


def _runs(columns: Sequence[Column], total: Column) -> Iterator[tuple[Column, ...]]:
    """Yield the runs of columns that end right before the total, or begin right behind it."""
    usable = [column for column in columns if column.role in (*_PARTS, "other")]
    before = [column for column in usable if column.col < total.col]
    behind = [column for column in usable if column.col > total.col]
    yield from (tuple(before[start:]) for start in range(len(before) - 1))
    yield from (tuple(behind[:end]) for end in range(2, len(behind) + 1))


def _rows_with(grid: Grid, total: Column) -> list[Row]:
    return [row for row in grid.of_kind("entry", "max") if row.number(total) is not None]


def _share(rows: Sequence[Row], columns: ColumnsOf) -> Fraction:
    """Return in what share of the rows the columns can give the total."""
    if not rows or not columns.parts:
        return Fraction(0)
    return Fraction(sum(_holds(row, columns) for row in rows), len(rows))


def _holds(row: Row, columns: ColumnsOf) -> bool:
    total = row.number(columns.total)
    signed = [(each, Fraction(1)) for each in columns.parts] + [(each, Fraction(-1)) for each in columns.less]
    parts = [
        times(exactly(number.value) if row.kind == "max" else stands_for(number), sign)
        for column, sign in signed
        if (number := row.number(column)) is not None
    ]
    return total is not None and bool(parts) and meet(stands_for(total), sum_of(parts))


def _value(row: Row, column: Column | None) -> Fraction | None:
    number = row.number(column)
    return None if number is None else number.value


def _one(columns: Sequence[Column]) -> Column | None:
    return columns[0] if len(columns) == 1 else None
