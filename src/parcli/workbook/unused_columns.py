"""Takes a header and its rows, gives a finding for each filled column without a role; it reads no value.

A column that is known to repeat others (a result, a percentage, a text of the regulation) is noted unless it
holds formulas only; one that may hold what the form lacks is an error, so that no points are lost in silence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parcli.model.column_role import IGNORE
from parcli.model.finding import Finding, Param
from parcli.workbook.columns import ANSWER_ROLES, Column, name_to_ask_by
from parcli.workbook.header import Header, cells_without_value
from parcli.workbook.header_roles import OTHER_PERIOD
from parcli.workbook.rows import Table
from parcli.workbook.sheet import Cell, Sheet, place_of
from parcli.workbook.words import words

_POINTS_OF_ALL = ("self", "appraised_1")  # without a column for these, any column of numbers may be it
_SAID = {"derived": "column-derived", "unread": "column-unread", OTHER_PERIOD: "column-other-period"}
_KNOWN = frozenset({"derived", OTHER_PERIOD})
_LISTED = ("declared", "self", "appraised_1", "appraised_2", "survey", "imported", "leaders", "note")

_POINTS_FIRST = ("self", "appraised_1", "declared", "appraised_2")  # roles as ``--map`` names them


def unused_columns(sheet: Sheet, header: Header, table: Table) -> Iterator[Finding]:
    """Yield a finding for each column, from left to right, that holds values and has no role.

    Values are counted in the rows of criteria. An ambiguous column has its finding already.
    """
    told = {place for f in header.findings for place in (f.place, f.params.get("other"))}
    numbered = [row.row for row in table.rows if row.kind == "row" and (row.codes or row.has_max)]
    numbering = {row.row for row in table.ignored if row.why in {"numbering", "header"}}
    below = [row for row in range(header.last_row + 1, sheet.bounds[0] + 1) if row not in numbering]
    by_col = {column.col: column for column in header.columns}
    for col in sorted(by_col.keys() | {col for _, col in sheet.cells}):
        column = by_col.get(col) or _headless(sheet, header, col)
        if column.role in header.roles or column.role == "ignored" or column.place in told:
            continue
        if column.role == "derived" and all(cell.formula for cell in _filled(sheet, col, numbered)):
            continue
        if filled := _filled(sheet, col, numbered):
            yield _finding(sheet, header, column, filled)
        elif column.header and column.role not in _KNOWN and (filled := _filled(sheet, col, below)):
            yield _noted(header, column, len(filled))


def _finding(sheet: Sheet, header: Header, column: Column, filled: list[Cell]) -> Finding:
    if column.role in _SAID or not _may_be_needed(header, column, filled):
        return _noted(header, column, len(filled))
    if bare := cells_without_value(sheet, header, column.col):
        place = place_of(sheet, bare[0].row, column.col)
        return Finding("header-no-value", place, {"count": len(filled), "missing": _missing(header)})
    params: dict[str, Param] = {
        "header": column.header,
        "count": len(filled),
        "first": place_of(sheet, filled[0].row, filled[0].col),
        "missing": _missing(header),
        "example": _example(header, column),
    }
    return Finding("column-not-understood" if column.own else "column-without-header", column.place, params)


def _noted(header: Header, column: Column, count: int) -> Finding:
    code = _SAID.get(column.role, "column-unknown")
    params: dict[str, Param] = {"header": column.header, "count": count}
    if code == "column-unknown":
        params["example"] = _example(header, column)
    return Finding(code, column.place, params)


def _example(header: Header, column: Column) -> str:
    """Return what ``--map`` takes: the header's own text, or the column's letters, and a free role.

    A column whose role another column has is to be left out: whose points it holds, its header says.
    """
    lost = column.role == "unknown" and column.own and column.fit
    role = next((role for role in _POINTS_FIRST if role not in header.roles), "note")
    role = IGNORE if lost else role
    return f"{name_to_ask_by(column, header.columns)}={role}"


def _may_be_needed(header: Header, column: Column, filled: list[Cell]) -> bool:
    """Tell whether the column may hold answers: by its place, its header, or what the form lacks."""
    if column.below_answers or not column.own or (column.role == "unknown" and column.fit):
        return True  # one with a fit had a role, and lost it to a column whose header fits better
    answers = [other.col for other in header.columns if other.role in ANSWER_ROLES]
    if min(answers) < column.col < max(answers):
        return True
    numbers = sum(cell.kind == "number" for cell in filled)
    return 2 * numbers > len(filled) and not header.roles.issuperset(_POINTS_OF_ALL)


def _missing(header: Header) -> tuple[str, ...]:
    """Return a header for each role that the form has no column for; notes may stand in several."""
    return tuple(words().examples[r] for r in _LISTED if r == "note" or r not in header.roles)


def _headless(sheet: Sheet, header: Header, col: int) -> Column:
    return Column("unknown", col, "", place_of(sheet, header.last_row, col), own=False)


def _filled(sheet: Sheet, col: int, rows: Sequence[int]) -> list[Cell]:
    return [cells[col] for row in rows if col in (cells := sheet.rows.get(row, {}))]
