"""Checks changes of rank against the ranks of both periods; it ranks nobody."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from msgspec.structs import replace

from parcli.analysis.reconcile.grid import Grid, Row, Rules
from parcli.analysis.reconcile.outcome import Checked, Disagreement, Outcome, Unchecked
from parcli.analysis.said_changes import changes_said
from parcli.model.finding import Finding, Param
from parcli.model.period import Period


def places_gained(grid: Grid, rules: Rules) -> Iterator[Outcome]:
    """Yield the check of every change of rank; one without a direction is taken either way."""
    change, rank, previous = grid.first("rank_change"), grid.first("rank"), grid.first("previous_rank")
    if change is None:
        return
    by_period = {
        (row.key, row.scope.index, row.scope.period): row
        for row in grid.of_kind("entry")
        if row.at(rank).rank is not None
    }
    for row in grid.of_kind("entry"):
        cell, now = row.at(change), row.at(rank).rank
        said = changes_said(cell.text, marks=False)
        if not said or now is None:
            if cell.text:
                yield Unchecked("rank-change", "no-score" if said else "no-number", cell.place)
            continue
        for each in said:
            stated = row.at(previous).rank if each.year is None else None
            before = stated or _earlier(row, by_period, each.year, grid)
            if before is None:
                yield Unchecked("rank-change", "no-earlier", cell.place)
            elif each.value in _possible(before - now, signed=each.signed):
                yield Checked("rank-change")
            else:
                yield _differs(row, cell.text, (before, now), place=cell.place)


def _possible(climb: int, *, signed: bool) -> Sequence[Fraction]:
    return [Fraction(climb)] if signed else [Fraction(climb), Fraction(-climb)]


def _earlier(
    row: Row,
    by_period: Mapping[tuple[str, str, Period | None], Row],
    year: int | None,
    grid: Grid,
) -> int | None:
    period = row.scope.period
    if period is None:
        return None
    before = replace(period, year=period.year - 1 if year is None else year)
    found = by_period.get((row.key, row.scope.index, before))
    return None if found is None else found.at(grid.first("rank")).rank


def _differs(row: Row, printed: str, ranks: tuple[int, int], *, place: str) -> Checked:
    before, now = ranks
    params: dict[str, Param] = {
        "name": row.name,
        "printed": printed,
        "before": before,
        "now": now,
        "computed": abs(before - now),
    }
    code = "reconcile-places-gained" if before > now else "reconcile-places-lost"
    finding = Finding(code, place, params)
    return Checked(
        "rank-change", Disagreement("rank-change", "unsettled", finding, printed, Fraction(before - now))
    )
