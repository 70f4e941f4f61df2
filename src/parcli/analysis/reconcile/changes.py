"""Checks changes and last period's figures against both periods' rows, and one thing printed twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from parcli.analysis.reconcile.grid import Column, Grid, Row, Rules
from parcli.analysis.reconcile.outcome import Cause, Checked, Disagreement, Outcome, Unchecked
from parcli.analysis.reconcile.printed import Printed, meet, prints_as, stands_for, sum_of, times
from parcli.analysis.said_changes import SaidChange, changes_said
from parcli.model.finding import Bounds, Finding, Param
from parcli.model.number import exact_text
from parcli.model.period import Period
from parcli.model.rules import Interval

_MINUS = Fraction(-1)
_Holding = tuple[str, Period | None, Fraction]  # "own" or "previous", of which period, what figure
_Identity = tuple[str, str, str, Period | None]


class _Scores(Struct, frozen=True):
    """The figures that changes are of, and where each row's is found in other periods."""

    grid: Grid
    column: Column
    rules: Rules
    by_identity: Mapping[_Identity, Sequence[Row]]
    holders: Mapping[_Holding, Sequence[Row]]

    def earlier(self, row: Row, year: int | None = None) -> list[Printed]:
        """Return what the table prints of the same thing a year before, or for the year that is named."""
        period = _before(row.scope.period, year)
        rows = () if period is None else self.by_identity.get(_identity(row, period), ())
        return [number for each in rows if (number := each.number(self.column)) is not None]

    def standing_at(self, value: Fraction, row: Row) -> Row | None:
        """Return another row that prints a figure a period before, or as its own of the last period."""
        period = _before(row.scope.period, None)
        figures = [("previous", row.scope.period)] + ([("own", period)] if period is not None else [])
        rows = (
            other for which, when in reversed(figures) for other in self.holders.get((which, when, value), ())
        )
        return next((other for other in rows if other.key != row.key), None)


def changes(grid: Grid, rules: Rules) -> Iterator[Outcome]:
    """Yield the check of every change, of every figure of the last period, and of what is printed twice."""
    candidates = [column for role in ("total", "percent") if (column := grid.first(role)) is not None]
    if not candidates:
        return
    by_identity = _by_identity(grid)
    found = [
        list(_of_scores(_Scores(grid, column, rules, by_identity, _holders(grid, column))))
        for column in candidates
    ]  # "điểm" or "%": a change is of the one that it fits
    yield from min(found, key=_wrong)
    if not grid.of_criteria or grid.first("unit") is not None:  # criteria of several areas may share a title
        yield from _twice(by_identity, candidates)


def _of_scores(scores: _Scores) -> Iterator[Outcome]:
    grid = scores.grid
    previous, change = grid.first("previous"), grid.first("change")
    said = {row.place: changes_said(row.at(change).text) for row in grid.of_kind("entry", "total", "mean")}
    signed = any(each.signed for changes in said.values() for each in changes)
    for row in grid.of_kind("entry", "total", "mean"):
        if row.number(previous) is not None and row.kind == "entry":
            yield from _previous(row, scores)
        if row.at(change).text:
            stated = [replace(each, signed=each.signed or signed) for each in said[row.place]]
            yield from _stated(row, stated, scores)


def _stated(row: Row, stated: Sequence[SaidChange], scores: _Scores) -> Iterator[Outcome]:
    cell, now = row.at(scores.grid.first("change")), row.number(scores.column)
    own = row.number(scores.grid.first("previous"))
    if now is None or not stated:
        yield Unchecked("change", "no-score" if stated else "no-number", cell.place)
        return
    for each in stated:
        text = cell.text if len(stated) == 1 else exact_text(each.value)
        printed = Printed(each.value, each.digits, text, cell.place)
        before = [own] if own is not None and each.year is None else scores.earlier(row, each.year)
        if not before:
            yield Unchecked("change", "no-earlier", cell.place)
        else:
            yield _change(row, _Change(printed, each.signed, now, before), scores)


class _Change(Struct, frozen=True):
    """A printed change between two figures; of the earlier period there may be several prints."""

    printed: Printed
    signed: bool
    now: Printed
    before: Sequence[Printed]

    def reach(self, before: Printed) -> Interval:
        """Return what the change can be, given what both figures stand for."""
        return sum_of((stands_for(self.now), times(stands_for(before), _MINUS)))

    def computed(self, before: Printed) -> Fraction:
        """Return the change of the figures as printed, without its sign where none is printed."""
        difference = self.now.value - before.value
        return difference if self.signed else abs(difference)


def _change(row: Row, change: _Change, scores: _Scores) -> Checked:
    if any(prints_as(change.computed(each), change.printed) for each in change.before):
        return Checked("change")
    before = change.before[0]
    reach = change.reach(before)
    if not change.signed and change.now.value < before.value:
        reach = times(reach, _MINUS)
    shown = stands_for(change.printed)
    own = row.number(scores.grid.first("previous"))
    implied = change.now.value - change.printed.value
    params: dict[str, Param] = {
        "name": row.name,
        "printed": change.printed.text,
        "computed": change.computed(before),
        "now": change.now.text,
        "before": before.text,
        "before_place": before.place,
        "implied": implied,
        "shown": Bounds(shown, percent=False),
        "reach": Bounds(reach, percent=False),
    }
    cause: Cause
    if meet(shown, reach):
        cause, finding = "rounding", Finding("reconcile-change-rounding", change.printed.place, params)
    elif own is before and (other := _of_another(row, own, scores)) is not None:
        beside: dict[str, Param] = {"other": other.name, "other_place": other.place}
        cause = "other-row"
        finding = Finding("reconcile-change-other-row", change.printed.place, {**params, **beside})
    else:
        cause, finding = "unsettled", Finding("reconcile-change-differs", change.printed.place, params)
    computed = change.computed(before)
    found = Disagreement("change", cause, finding, change.printed.text, computed, (shown, reach))
    return Checked("change", found)


def _of_another(row: Row, previous: Printed | None, scores: _Scores) -> Row | None:
    """Return the row whose figure a printed one of the last period is, None where its own row has it too."""
    if previous is None or any(each.value == previous.value for each in scores.earlier(row)):
        return None
    return scores.standing_at(previous.value, row)


def _previous(row: Row, scores: _Scores) -> Iterator[Outcome]:
    printed = row.number(scores.grid.first("previous"))
    earlier = scores.earlier(row)
    if printed is None or not earlier:
        return
    if any(_agree(printed, each) for each in earlier):
        yield Checked("previous")
        return
    params: dict[str, Param] = {
        "name": row.name,
        "printed": printed.text,
        "earlier": earlier[0].text,
        "earlier_place": earlier[0].place,
        "period": str(_before(row.scope.period, None)),
    }
    other = scores.standing_at(printed.value, row)
    cause: Cause = "other-release" if other is None else "other-row"
    if other is None:
        finding = Finding("reconcile-previous-differs", printed.place, params)
    else:
        beside: dict[str, Param] = {"other": other.name, "other_place": other.place}
        finding = Finding("reconcile-previous-other-row", printed.place, {**params, **beside})
    found = Disagreement("previous", cause, finding, printed.text, earlier[0].value)
    yield Checked("previous", found)


def _twice(by_identity: Mapping[_Identity, Sequence[Row]], columns: Sequence[Column]) -> Iterator[Checked]:
    for rows in by_identity.values():
        for column in columns:
            printed = [(row, number) for row in rows if (number := row.number(column)) is not None]
            for row, number in printed[1:]:
                yield _as_before(row, number, printed[0])


def _as_before(row: Row, number: Printed, first: tuple[Row, Printed]) -> Checked:
    if _agree(number, first[1]):
        return Checked("twice")
    params: dict[str, Param] = {
        "name": row.name,
        "printed": number.text,
        "other": first[1].text,
        "other_place": first[1].place,
    }
    finding = Finding("reconcile-twice", number.place, params)
    return Checked("twice", Disagreement("twice", "other-release", finding, number.text, first[1].text))


def _agree(one: Printed, two: Printed) -> bool:
    """Tell whether two prints are of one number: the finer one is printed as the coarser one."""
    coarse, fine = sorted((one, two), key=lambda each: each.digits)
    return prints_as(fine.value, coarse)


def _by_identity(grid: Grid) -> Mapping[_Identity, Sequence[Row]]:
    found: dict[_Identity, list[Row]] = defaultdict(list)
    for row in grid.of_kind("entry"):
        found[_identity(row, row.scope.period)].append(row)
    return found


def _holders(grid: Grid, column: Column) -> Mapping[_Holding, Sequence[Row]]:
    """Return the first rows that print each figure, for as many as it takes to find one of another unit."""
    found: dict[_Holding, list[Row]] = {}
    previous = grid.first("previous")
    printed = (
        ((which, row.scope.period, number.value), row)
        for row in grid.of_kind("entry")
        for which, number in (("own", row.number(column)), ("previous", row.number(previous)))
        if number is not None
    )
    for holding, row in printed:
        rows = found.setdefault(holding, [])
        if len(rows) < 2 and all(other.key != row.key for other in rows):
            rows.append(row)
    return found


def _identity(row: Row, period: Period | None) -> _Identity:
    return row.key, row.scope.index, row.scope.unit, period


def _before(period: Period | None, year: int | None) -> Period | None:
    """Return the period that a change counts from: of the year that it names, else of the year before."""
    return None if period is None else replace(period, year=period.year - 1 if year is None else year)


def _wrong(outcomes: Sequence[Outcome]) -> tuple[int, int]:
    """Return how many outcomes contradict and, below zero, how many hold: the least is what is meant."""
    checked = [each for each in outcomes if isinstance(each, Checked)]
    wrong = sum(each.disagreement is not None for each in checked)
    return wrong, -(len(checked) - wrong)
