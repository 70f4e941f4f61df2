"""Reads stored results from their totals alone; the trees below them are read by ``nodes_reading``."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

from msgspec.structs import replace

from parcli.model.criteria_set import GradeScale, RankingPolicy
from parcli.model.register import Placement, Selection, StoredResult
from parcli.model.rules import Rounding
from parcli.model.text import Text
from parcli.store.counting import locked_with, replaced, withdrawal_of, withdrawn
from parcli.store.scales import scales
from parcli.store.values import decimal, fraction, optional_fraction, period

Row = tuple[Any, ...]
Condition = tuple[str, tuple[str | int, ...]]
CHUNK = 500  # values in one IN (…), well below the limit of every database
T = TypeVar("T")

_COLUMNS = """
    r.number, r.run, r.placement, r.edition, r.grade, r.period, r.index_name, r.stage, r.provisional,
    r.incomplete, r.points, r.max_points, r.applicable_max, r.percent, r.published_points,
    r.published_percent, r.file, r.correction,
"""
_WITHDRAWN, _REPLACED = withdrawn("r"), replaced("r")
_STANDING = f"{_REPLACED} AS superseded, {withdrawal_of('r')} AS withdrawal"


def selected_results(connection: sqlite3.Connection, selection: Selection) -> tuple[StoredResult, ...]:
    """Return the results of a selection by period, then best first."""
    conditions = [("r.stage = ?", (selection.stage,)), *common_conditions(selection, "r")]
    order = "ORDER BY r.period_order, r.percent_scaled DESC, r.number"
    if selection.superseded:
        return _results(connection, _STANDING, conditions, order=order)
    conditions += [(f"NOT {_WITHDRAWN}", ()), (f"NOT {_REPLACED}", ())]
    return _results(connection, "0 AS superseded, NULL AS withdrawal", conditions, order=order)


def results_when_locked(connection: sqlite3.Connection, selection: Selection) -> tuple[StoredResult, ...]:
    """Return the results with which locked periods of a selection were published, one for each unit."""
    conditions = [("r.stage = ?", (selection.stage,)), *common_conditions(selection, "r")]
    conditions.append((locked_with("r"), ()))
    found = _results(connection, _STANDING, conditions, order="ORDER BY r.number")
    newest = {(each.placement.key, each.placement.level, each.period, each.index): each for each in found}
    return tuple(newest.values())


def results_of_run(connection: sqlite3.Connection, run: int) -> tuple[StoredResult, ...]:
    """Return what a run stored, in its order."""
    conditions: list[Condition] = [("r.run = ?", (run,))]
    return _results(connection, _STANDING, conditions, order="ORDER BY r.number")


def common_conditions(selection: Selection, table: str) -> list[Condition]:
    """Return the conditions on level, index, periods and units, for results of ours or published ones."""
    found: list[Condition] = []
    if selection.level is not None:
        found.append((f"{table}.level = ?", (selection.level,)))
    if selection.index is not None:
        found.append((f"{table}.index_name = ?", (selection.index,)))
    if selection.periods:
        found.append(is_in(f"{table}.period", [str(each) for each in selection.periods]))
    if selection.units:
        found.append(is_in(f"{table}.unit", selection.units))
    return found


def is_in(column: str, values: Sequence[str | int]) -> Condition:
    """Return the condition that a column has one of a few values."""
    return f"{column} IN ({', '.join('?' * len(values))})", tuple(values)


def where(conditions: Iterable[Condition]) -> Condition:
    """Return conditions as one, all of which have to hold."""
    parts = list(conditions)
    values = tuple(value for _, given in parts for value in given)
    return " AND ".join(condition for condition, _ in parts) or "1 = 1", values


def chunks(values: Iterable[T]) -> Iterator[list[T]]:
    """Yield values in lists that fit into one query."""
    listed = list(values)
    for start in range(0, len(listed), CHUNK):
        yield listed[start : start + CHUNK]


def placements(connection: sqlite3.Connection, numbers: Iterable[int]) -> Mapping[int, Placement]:
    """Return placements by their number."""
    columns = "unit, name, level, block, region, parent"
    return _by_number(connection, f"SELECT number, {columns} FROM placement", numbers, Placement)


class _Edition(NamedTuple):
    criteria_set: str
    meaning_hash: str
    status: Any
    ranking: RankingPolicy
    rounding: Rounding
    grades: Mapping[str, GradeScale]


def _results(
    connection: sqlite3.Connection, standing: str, conditions: Sequence[Condition], *, order: str
) -> tuple[StoredResult, ...]:
    condition, values = where(conditions)
    rows = connection.execute(
        f"SELECT {_COLUMNS} {standing} FROM result AS r WHERE {condition} {order}", values
    ).fetchall()
    of_units = placements(connection, (row[2] for row in rows))
    editions = _by_number(connection, _EDITIONS, (row[3] for row in rows), _edition)
    grades = _by_number(connection, _GRADES, (row[4] for row in rows if row[4] is not None), _grade)
    no_grade: tuple[str, Text | None] = ("", None)
    found = [_result(row, of_units[row[2]], editions[row[3]], grades.get(row[4], no_grade)) for row in rows]
    why = {number: (run, reason) for number, run, reason in connection.execute(_REINSTATEMENTS)}
    return tuple(_reinstated(each, why[each.number]) if each.number in why else each for each in found)


_EDITIONS = """
    SELECT number, criteria_set, meaning_hash, status, rounding_digits, rounding_mode,
        ranking_by, ranking_precision, ranking_ties, grades
    FROM edition
"""
# Of a result that came back several times the last withdrawal is named. There are few of them in a register.
_REINSTATEMENTS = """
    SELECT b.result, w.run, w.reason FROM reinstatement AS b JOIN withdrawal AS w ON w.number = b.withdrawal
    ORDER BY w.number
"""
_GRADES = "SELECT number, id, name_vi, name_en FROM grade"


def _edition(criteria_set: str, meaning_hash: str, status: Any, *policies: Any) -> _Edition:
    digits, mode, *ranking, grades = policies
    policy = RankingPolicy(*ranking)
    return _Edition(criteria_set, meaning_hash, status, policy, Rounding(digits, mode), scales(grades))


def _grade(id_: str, vi: str, en: str) -> tuple[str, Text | None]:
    return id_, Text(vi, en or None)


def _reinstated(result: StoredResult, why: tuple[int, str]) -> StoredResult:
    """Return a result that counts again with the withdrawal's reason; any other keeps its own."""
    if result.superseded or result.withdrawn:
        return result
    run, reason = why
    return replace(result, correction=reason, reinstated_by=run)


def _by_number(
    connection: sqlite3.Connection, select: str, numbers: Iterable[int], make: Callable[..., T]
) -> dict[int, T]:
    found: dict[int, T] = {}
    for some in chunks(set(numbers)):
        condition, values = is_in("number", some)
        rows = connection.execute(f"{select} WHERE {condition}", values)
        found |= {row[0]: make(*row[1:]) for row in rows}
    return found


def _result(
    row: Row, placement: Placement, edition: _Edition, grade: tuple[str, Text | None]
) -> StoredResult:
    number, run, _, _, _, period_text, index, stage, provisional, incomplete, *rest = row
    points, maximum, applicable, percent, published_points, published_percent, file, *standing = rest
    correction, old, gone = standing
    # by position, in a third of the time: a ranking makes thousands of results
    return StoredResult(
        number,
        run,
        placement,
        period(period_text),
        index,
        edition.criteria_set,
        edition.meaning_hash,
        edition.status,
        stage,
        provisional == 1,
        incomplete == 1,
        fraction(points),
        fraction(maximum),
        fraction(applicable),
        optional_fraction(percent),
        decimal(published_points),
        None if published_percent is None else decimal(published_percent),
        grade[0],
        grade[1],
        edition.ranking,
        edition.rounding,
        edition.grades,
        file,
        old == 1,
        correction,
        gone,
    )
