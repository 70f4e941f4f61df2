"""Checks rows of means, highest and lowest figures, and shares of a whole, against the rows they sum up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from parcli.analysis.reconcile.grid import Column, Grid, Role, Row, Rules
from parcli.analysis.reconcile.outcome import Cause, Checked, Disagreement, Outcome, Unchecked
from parcli.analysis.reconcile.printed import Printed, meet, prints_as, stands_for, sum_of, times
from parcli.model.finding import Bounds, Finding, Param
from parcli.model.number import added
from parcli.model.rules import RoundingMode

_FIGURES: tuple[Role, ...] = ("total", "percent", "part", "previous")
_FEWEST = 2


def means(grid: Grid, rules: Rules) -> Iterator[Outcome]:
    """Yield the check of every mean; it is of the rows of its own heading, or of all."""
    for row in grid.of_kind("mean"):
        for column in grid.having(*_FIGURES):
            printed = row.number(column)
            if printed is None:
                continue
            lists = [each for each in _lists(row, column, grid) if len(each) >= _FEWEST]
            if lists:
                yield _mean(row, printed, lists, rules.mode)
            else:
                yield Unchecked("mean", "no-number", printed.place)


def extremes(grid: Grid, rules: Rules) -> Iterator[Outcome]:
    """Yield the check of every row of highest or lowest figures."""
    for row in grid.of_kind("highest", "lowest"):
        for column in grid.having(*_FIGURES):
            printed = row.number(column)
            lists = _lists(row, column, grid)
            if printed is None or not lists:
                continue
            best = max if row.kind == "highest" else min
            found = [best(each, key=lambda number: number.value) for each in lists]
            if any(each.value == printed.value for each in found):
                yield Checked("extreme")
            else:
                yield _other_extreme(row, printed, found[-1])


def _lists(row: Row, column: Column, grid: Grid) -> list[list[Printed]]:
    """Return the figures under the row's own heading, and all of its index and period."""
    entries = grid.of_kind("entry")
    own = [each for each in entries if each.scope == row.scope]
    every = [
        each
        for each in entries
        if (each.scope.index, each.scope.period) == (row.scope.index, row.scope.period)
    ]
    lists = ([n for each in rows if (n := each.number(column)) is not None] for rows in (own, every))
    return [found for found in lists if found]


def _mean(row: Row, printed: Printed, lists: Sequence[Sequence[Printed]], mode: RoundingMode) -> Checked:
    means_of = [added(each.value for each in numbers) / len(numbers) for numbers in lists]
    if any(prints_as(mean, printed, mode) for mean in means_of):
        return Checked("mean")
    shown = stands_for(printed, mode)
    reaches = [
        times(sum_of(stands_for(each, mode) for each in numbers), Fraction(1, len(numbers)))
        for numbers in lists
    ]
    explained = [at for at, reach in enumerate(reaches) if meet(shown, reach)]
    cut = [at for at, mean in enumerate(means_of) if prints_as(mean, printed, "down")]
    cause: Cause = "unsettled"
    code, at = "reconcile-mean-differs", len(lists) - 1
    if explained:
        cause, code, at = "rounding", "reconcile-mean-rounding", explained[0]
    elif cut:
        cause, code, at = "truncation", "reconcile-mean-truncated", cut[0]
    params: dict[str, Param] = {
        "name": row.name,
        "printed": printed.text,
        "computed": means_of[at],
        "number": len(lists[at]),
        "shown": Bounds(shown, percent=False),
        "reach": Bounds(reaches[at], percent=False),
    }
    finding = Finding(code, printed.place, params)
    return Checked(
        "mean", Disagreement("mean", cause, finding, printed.text, means_of[at], (shown, reaches[at]))
    )


def _other_extreme(row: Row, printed: Printed, best: Printed) -> Checked:
    params: dict[str, Param] = {
        "name": row.name,
        "printed": printed.text,
        "computed": best.text,
        "other_place": best.place,
    }
    finding = Finding("reconcile-extreme-differs", printed.place, params)
    return Checked("extreme", Disagreement("extreme", "unsettled", finding, printed.text, best.value))
