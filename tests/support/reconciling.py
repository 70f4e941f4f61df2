"""Reconciles tables typed as text, and says in a few words what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any

from parcli.analysis.reconcile.grid import Grid, Rules
from parcli.analysis.reconcile.outcome import Checked, Disagreement, Reconciliation, Unchecked
from parcli.analysis.reconcile.reconciling import reconcile
from parcli.workbook.delimited import open_delimited
from parcli.workbook.own_words import NO_WORDS
from parcli.workbook.reconcile_grid import understood
from parcli.workbook.reconcile_roles import heads
from parcli.workbook.sheet import Area, Cell, SparseSheet
from parcli.workbook.table import table_on
from support.tables import rows_of


def sheet_of(rows: Sequence[Sequence[Any]], merged: Sequence[tuple[int, int, int, int]] = ()) -> SparseSheet:
    """Return a sheet named "T" with these texts; a merged range is its first and its last cell."""
    cells = {
        (row, col): Cell(row, col, value, "text")
        for row, values in enumerate(rows, start=1)
        for col, value in enumerate(values, start=1)
        if value
    }
    return SparseSheet("T", MappingProxyType(cells), tuple(Area(*each) for each in merged))


def grid_of(table: str, merged: Sequence[tuple[int, int, int, int]] = ()) -> Grid:
    """Return the grid of a table typed with "|" between cells."""
    found = table_on(sheet_of(rows_of(table), merged), "T", heads=heads(NO_WORDS))
    assert found is not None
    return understood(found).grid


def reconciled(
    table: str, rules: Rules | None = None, merged: Sequence[tuple[int, int, int, int]] = ()
) -> Reconciliation:
    """Reconcile a typed table."""
    return reconcile(grid_of(table, merged), rules or Rules())


def reconciled_file(path: Path) -> Reconciliation:
    """Reconcile a .csv file."""
    found = table_on(open_delimited(path), path.name, by_line=True, heads=heads(NO_WORDS))
    assert found is not None
    return reconcile(understood(found).grid)


def verdicts(found: Reconciliation) -> list[tuple[str, str, str]]:
    """Return relation, cause and place of each disagreement."""
    return [(each.relation, each.cause, each.finding.place) for each in found.disagreements]


def only(found: Reconciliation) -> Disagreement:
    """Return the one disagreement."""
    (one,) = found.disagreements
    return one


def held(found: Reconciliation, relation: str) -> int:
    """Return how many relations of a kind agree."""
    return sum(
        isinstance(each, Checked) and each.relation == relation and each.disagreement is None
        for each in found.outcomes
    )


def left_open(found: Reconciliation, relation: str) -> list[str]:
    """Return why relations of a kind were not checked."""
    return [each.why for each in found.outcomes if isinstance(each, Unchecked) and each.relation == relation]
