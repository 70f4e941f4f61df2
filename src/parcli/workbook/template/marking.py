"""Gives the formulas that tell which cells of a plan lack an answer, contradict another, hold too much."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from parcli.workbook.sheet import column_letters
from parcli.workbook.template.plan import ColumnKey, PlanRow, TemplatePlan

_ANSWERS: tuple[ColumnKey, ...] = ("declared", "numerator", "denominator", "self")
_POINTS: tuple[ColumnKey, ...] = ("self", "appraised_1", "appraised_2", "leaders")
_HAIR = "0.0000001"  # what a sum of floats may be off


class Mark(Struct, frozen=True):
    """A range and the formula, for its first cell, under which a cell of it is coloured."""

    cells: str
    formula: str


def missing_answers(plan: TemplatePlan) -> Iterator[Mark]:
    """Yield a mark for each cell that the unit has to answer: blank, and no word said instead of it."""
    for own, below in _leaves(plan):
        of_leaf = _words_cell(plan, own, below)
        for row in (own, *below):
            words = tuple(dict.fromkeys(each for each in (of_leaf, _words_cell(plan, row)) if each))
            cells = [_address(plan, row, column) for column in _answered(row)]
            yield from (Mark(at, f"={_blank(plan, row, (at, *words))}") for at in cells if at not in words)


def points_above(plan: TemplatePlan) -> Iterator[Mark]:
    """Yield a mark for each column of points: more than the maximum beside it."""
    top = column_letters(plan.position("max"))
    for column in (each for each in _POINTS if each in plan.columns):
        letters = column_letters(plan.position(column))
        first = f"{letters}{plan.first_row}"
        most = f"${top}{plan.first_row}"
        formula = f"=AND(ISNUMBER({first}),ISNUMBER({most}),N({first})>N({most})+{_HAIR})"
        yield Mark(f"{first}:{letters}{plan.last_row}", formula)


def contradictions(plan: TemplatePlan) -> Iterator[Mark]:
    """Yield a mark for each cell that may disagree with another: a numerator above its denominator."""
    for row in plan.rows:
        for asked in row.inputs:
            if asked.contradicts:
                yield Mark(_address(plan, row, asked.column), f"={asked.contradicts}")


def _leaves(plan: TemplatePlan) -> Iterator[tuple[PlanRow, list[PlanRow]]]:
    """Yield each leaf with the rows below it."""
    own: PlanRow | None = None
    below: list[PlanRow] = []
    for row in plan.rows:
        if row.kind in {"detail", "note"}:
            below.append(row)
            continue
        if own is not None:
            yield own, below
        own, below = (row if row.kind == "leaf" else None), []


def _words_cell(plan: TemplatePlan, row: PlanRow, below: Iterable[PlanRow] = ()) -> str:
    """Return a row's cell of declared values if it takes only a word, its answers standing elsewhere."""
    elsewhere = row.input("numerator") is not None or any(each.inputs for each in below)
    return _address(plan, row, "declared") if row.input("declared") is not None and elsewhere else ""


def _answered(row: PlanRow) -> tuple[ColumnKey, ...]:
    return tuple(asked.column for asked in row.inputs if asked.filler == "unit" and asked.column in _ANSWERS)


def _blank(plan: TemplatePlan, row: PlanRow, cells: Iterable[str]) -> str:
    """Return whether all cells are blank; a spare row counts once the unit has named it."""
    tests = [f'{cell}=""' for cell in cells]
    if row.input("title") is not None:
        tests.append(f'{_address(plan, row, "title")}<>""')
    return f"AND({','.join(tests)})" if len(tests) > 1 else tests[0]


def _address(plan: TemplatePlan, row: PlanRow, column: ColumnKey) -> str:
    return f"{column_letters(plan.position(column))}{row.row}"
