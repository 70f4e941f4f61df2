"""Recomputes a table as far as its columns go: every relation between its figures is checked or left open."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from parcli.analysis.reconcile import changes, grades, percents, places_gained, ranks, summaries, sums
from parcli.analysis.reconcile.grid import Grid, Rules
from parcli.analysis.reconcile.outcome import Outcome, Reconciliation

_RELATIONS: tuple[Callable[[Grid, Rules], Iterator[Outcome]], ...] = (
    sums.down,
    sums.across,
    percents.maxima,
    percents.percents,
    ranks.ranks,
    ranks.order,
    grades.grades,
    changes.changes,
    places_gained.places_gained,
    summaries.means,
    summaries.extremes,
)
NO_RULES = Rules()


def reconcile(grid: Grid, rules: Rules = NO_RULES) -> Reconciliation:
    """Return every relation that the table's figures have to one another, with what became of it."""
    return Reconciliation(tuple(found for check in _RELATIONS for found in check(grid, rules)))
