"""Checks totals against the sum of what they add up, rows and columns; it finds no structure itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from msgspec import Struct

from parcli.analysis.reconcile.addends import ColumnsOf, RowsOf, columns_added, rows_added
from parcli.analysis.reconcile.grid import Column, Grid, Role, Row, Rules
from parcli.analysis.reconcile.outcome import (
    Cause,
    Checked,
    Disagreement,
    Outcome,
    Relation,
    Unchecked,
    unless_misread,
)
from parcli.analysis.reconcile.printed import (
    Printed,
    exactly,
    meet,
    prints_as,
    stands_for,
    sum_of,
    times,
)
from parcli.analysis.reconcile.slips import exchanged
from parcli.model.finding import Bounds, Finding, Param
from parcli.model.number import added
from parcli.model.rules import Interval, RoundingMode

_ADDED_DOWN: tuple[Role, ...] = ("part", "bonus", "penalty", "total", "max", "previous", "change", "other")
_COUNTED: tuple[Role, ...] = ("count", "count_total")


class _Sum(Struct, frozen=True):
    """A total and its parts, each with its sign; ``exact`` numbers are printed without rounding."""

    relation: Relation
    name: str
    total: Printed
    parts: tuple[tuple[Printed, int], ...]
    exact: bool = False
    counted: bool = False


def down(grid: Grid, rules: Rules) -> Iterator[Outcome]:
    """Yield the check of every row that others add up to, column by column."""
    roles = (*_ADDED_DOWN, *_COUNTED) if grid.of_criteria else _COUNTED
    added_up = list(rows_added(grid))
    for column in grid.having(*roles):
        outcomes = [found for rows in added_up if (found := _down(rows, column, rules.mode)) is not None]
        if column.role == "other" and not _mostly_hold(outcomes):
            # nobody knows what it is, and it may be nothing that adds up
            yield from (Unchecked("sum-down", "columns-unclear", _place(each)) for each in outcomes)
            continue
        yield from outcomes


def across(grid: Grid, rules: Rules) -> Iterator[Outcome]:
    """Yield the check of every row's total of columns."""
    for found in columns_added(grid):
        total = found.total if isinstance(found, ColumnsOf) else found
        rows = [row for row in grid.of_kind("entry", "max", "total") if row.number(total) is not None]
        if isinstance(found, ColumnsOf):
            yield from unless_misread([_across(row, found, rules.mode) for row in rows])
        else:
            yield from (Unchecked("sum-across", "parts-unclear", row.at(total).place) for row in rows)


def _down(rows: RowsOf, column: Column, mode: RoundingMode) -> Outcome | None:
    total = rows.total.number(column)
    if total is None:
        return None
    is_max = column.role == "max"
    parts = [row for row in rows.parts if not (is_max and row.adjusts)]
    numbers = [(row.number(column), -1 if row.adjusts == "penalty" else 1) for row in parts]
    known = tuple((number, sign) for number, sign in numbers if number is not None)
    if not known:
        return Unchecked("sum-down", "no-number", total.place)
    counted = column.role in _COUNTED
    asked = _Sum("sum-down", rows.total.name, total, _signs(known), is_max or counted, counted)
    return _checked(asked, mode, whole=len(known) == len(numbers))


def _signs(known: Sequence[tuple[Printed, int]]) -> tuple[tuple[Printed, int], ...]:
    """Return the parts with their signs; a penalty printed below zero is added as it is."""
    return tuple((number, 1 if number.value < 0 else sign) for number, sign in known)


def _across(row: Row, columns: ColumnsOf, mode: RoundingMode) -> Outcome:
    total = row.number(columns.total)
    assert total is not None
    numbers = [(row.number(each), 1) for each in columns.parts]
    numbers += [(row.number(each), -1) for each in columns.less]
    known = tuple((number, sign) for number, sign in numbers if number is not None)
    if not known:
        return Unchecked("sum-across", "no-number", total.place)
    counted = columns.total.role in _COUNTED
    asked = _Sum("sum-across", row.name, total, _signs(known), counted or row.kind == "max", counted=counted)
    return _checked(asked, mode, whole=len(known) == len(numbers))


def _checked(asked: _Sum, mode: RoundingMode, *, whole: bool) -> Outcome:
    """Return whether a sum holds; one with blank parts that does not is left open: they may hold the rest."""
    computed = added(number.value * sign for number, sign in asked.parts)
    if computed == asked.total.value or (not asked.exact and prints_as(computed, asked.total, mode)):
        return Checked(asked.relation)
    if not whole:
        return Unchecked(asked.relation, "no-number", asked.total.place)
    shown = exactly(asked.total.value) if asked.exact else stands_for(asked.total, mode)
    reach = sum_of(
        times(exactly(number.value) if asked.exact else stands_for(number, mode), Fraction(sign))
        for number, sign in asked.parts
    )
    explained = meet(shown, reach)
    cause: Cause = "rounding" if explained else "counts" if asked.counted else "unsettled"
    finding = _finding(asked, computed, (shown, reach), explained=explained)
    found = Disagreement(asked.relation, cause, finding, asked.total.text, computed, (shown, reach))
    return Checked(asked.relation, found)


def _finding(
    asked: _Sum, computed: Fraction, proof: tuple[Interval, Interval], *, explained: bool
) -> Finding:
    params: dict[str, Param] = {
        "name": asked.name,
        "printed": asked.total.text,
        "computed": computed,
        "parts": tuple(number.text for number, _ in asked.parts),
        "number": len(asked.parts),
        "difference": abs(asked.total.value - computed),
        "shown": Bounds(proof[0], percent=False),
        "reach": Bounds(proof[1], percent=False),
    }
    if asked.counted:
        return Finding("reconcile-counts", asked.total.place, params)
    if explained:
        return Finding("reconcile-sum-rounding", asked.total.place, params)
    slips = _slips(asked, computed)
    if slips:
        return Finding("reconcile-sum-exchanged", asked.total.place, {**params, "slips": slips})
    code = "reconcile-sum-of-maxima" if asked.exact else "reconcile-sum-differs"
    return Finding(code, asked.total.place, params)


def _slips(asked: _Sum, computed: Fraction) -> tuple[str, ...]:
    """Return the figures that, with two neighbouring digits exchanged, would make the sum right."""
    missing = asked.total.value - computed
    wanted = [(number, number.value + missing * sign) for number, sign in asked.parts]
    wanted.append((asked.total, computed))
    return tuple(f"{number.text} ({number.place})" for number, value in wanted if exchanged(number, value))


def _place(outcome: Outcome) -> str:
    if isinstance(outcome, Unchecked):
        return outcome.place
    return "" if outcome.disagreement is None else outcome.disagreement.finding.place


def _mostly_hold(outcomes: Sequence[Outcome]) -> bool:
    checked = [each for each in outcomes if isinstance(each, Checked)]
    wrong = sum(each.disagreement is not None and each.disagreement.cause == "unsettled" for each in checked)
    return 2 * wrong < len(checked)
