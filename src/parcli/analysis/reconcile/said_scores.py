"""Compares a score that a sentence states with the table's, and tells a wrong one's likely cause."""

from __future__ import annotations

from fractions import Fraction

from parcli.analysis.reconcile.grid import Row
from parcli.analysis.reconcile.outcome import Checked, Outcome
from parcli.analysis.reconcile.printed import Printed, meet, prints_as, stands_for, sum_of, times
from parcli.analysis.reconcile.said import Said
from parcli.analysis.reconcile.said_context import Told, is_print

_MINUS = Fraction(-1)


def score_said(told: Told) -> Outcome:
    """Return what became of a score: it agrees, cannot be compared, or is another one than the table's."""
    said = told.said
    found = told.figures.candidates(told.row, said)
    if any(is_print(said.number, each) for each in found.possible):
        return Checked("text")
    if not found.comparable or told.may_be_of_another_year:
        return told.open()
    return _wrong(told, found.comparable[0])


def _wrong(told: Told, table: Printed) -> Checked:
    said, params = told.said, told.params(table)
    earlier = next((each for each in told.beside if _before_change(said, each, table)), None)
    other = None if earlier is not None else _other_with(told)
    if earlier is not None:
        params["change"] = earlier.number.text
        return told.found("other-release", "reconcile-text-earlier", params, table.value)
    if other is not None:
        place = told.figures.candidates(other, said).comparable[0].place
        params |= {"other": other.name, "other_place": place}
        return told.found("other-row", "reconcile-text-other-row", params, table.value)
    if table.digits > said.number.digits and prints_as(table.value, said.number, "down"):
        return told.found("truncation", "reconcile-text-truncated", params, table.value)
    return told.found("unsettled", "reconcile-text-differs", params, table.value)


def _other_with(told: Told) -> Row | None:
    """Return another row that has the figure which the sentence states."""
    said = told.said.number.value
    for row in told.grid.of_kind("entry", "total", "mean"):
        prints = any(cell.number is not None and cell.number.value == said for cell in row.cells.values())
        if prints and row.key != told.row.key:
            figures = told.figures.candidates(row, told.said).comparable
            if any(each.value == said for each in figures):
                return row
    return None


def _before_change(said: Said, other: Said, table: Printed) -> bool:
    """Tell whether a figure is the table's less the change that the sentence states: the last period's."""
    if other.kind != "change":
        return False
    sign = Fraction(1) if other.falls else _MINUS
    earlier = sum_of((stands_for(table), times(stands_for(other.number), sign)))
    return meet(stands_for(said.number), earlier)
