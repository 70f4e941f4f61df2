"""Reads the table below a header into forms, one for each unit that stands there; it picks no sheet."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain

from msgspec import Struct, field
from msgspec.structs import replace

from parcli.model.finding import Finding, Param
from parcli.model.period import Period
from parcli.workbook.form import Form, FormRow
from parcli.workbook.header import Header
from parcli.workbook.labels import Labels, Stated, read_labels
from parcli.workbook.other_periods import only_year, period_of_sheet
from parcli.workbook.rows import read_rows
from parcli.workbook.sheet import Area, Cell, Sheet, part_of, place_of, quoted
from parcli.workbook.units_beside import UnitColumns
from parcli.workbook.unused_columns import unused_columns

_FEW = 3  # formulas without a value that are still said one by one


class _Parted(Struct, frozen=True):
    """What a sheet holds for all units, and in the columns of single ones below the top of the header.

    Parted once: to look through a sheet for each of its units would take the square of their number.
    """

    shared: dict[tuple[int, int], Cell] = field(default_factory=dict)
    own: defaultdict[int, dict[tuple[int, int], Cell]] = field(default_factory=lambda: defaultdict(dict))
    merged: list[Area] = field(default_factory=list)
    merged_own: defaultdict[int, list[Area]] = field(default_factory=lambda: defaultdict(list))


def forms_on(
    sheet: Sheet, header: Header, source: str, *, made: bool = False, asked: Period | None = None
) -> tuple[Form, ...]:
    """Return the forms on a sheet: one, or one for each of the units that stand side by side.

    ``made`` tells that this program made the workbook; ``asked`` is the period that the forms are wanted of.
    """
    labels = _with_period(read_labels(sheet, header.first_row), sheet, header, asked)
    if not header.units:
        return (_form(sheet, header, labels, source, made=made),)
    parted = _parted(sheet, header)
    return tuple(
        _form(_view(sheet, parted, unit), own, _of_unit(labels, unit), source, extra=_assumed(unit, header))
        for own, unit in header.one_by_one()
        if unit is not None
    )


def _form(
    sheet: Sheet,
    header: Header,
    labels: Labels,
    source: str,
    *,
    extra: tuple[Finding, ...] = (),
    made: bool = False,
) -> Form:
    table = read_rows(sheet, header, labels.rows, made=made)
    return Form(
        source=source,
        sheet=sheet.title,
        labels=labels,
        columns=header.columns,
        rows=table.rows,
        ignored=table.ignored,
        filled=_filled_by_column(sheet, header, table.rows),
        findings=(
            *labels.findings,
            *extra,
            *header.findings,
            *unused_columns(sheet, header, table),
            *_hidden(sheet, header),
            *_without_values(sheet, table.findings),
        ),
    )


def _with_period(labels: Labels, sheet: Sheet, header: Header, asked: Period | None) -> Labels:
    """Return the labels with the period of the sheet's name, or the columns' year, where they have none.

    The columns' year is none beside a period asked for: the header was read for that one.
    """
    if labels.period is not None or any(finding.code == "period-unclear" for finding in labels.findings):
        return labels
    if (named := period_of_sheet(sheet.title)) is not None:
        return replace(labels, period=Stated(named, quoted(sheet.title)))
    column = only_year(header.columns) if asked is None else None
    return labels if column is None else replace(labels, period=Stated(Period(column.period), column.place))


def _parted(sheet: Sheet, header: Header) -> _Parted:
    owned = {col for unit in header.units for col in unit.own}
    parted = _Parted()
    for (row, col), cell in sheet.cells.items():
        is_own = col in owned and row >= header.first_row
        (parted.own[col] if is_own else parted.shared)[row, col] = cell
    for area in sheet.merged:
        is_own = area.first_col in owned
        (parted.merged_own[area.first_col] if is_own else parted.merged).append(area)
    return parted


def _view(sheet: Sheet, parted: _Parted, unit: UnitColumns) -> Sheet:
    """Return the sheet without the other units' columns, so that each unit's table is read as if alone."""
    cells, merged = dict(parted.shared), list(parted.merged)
    for col in sorted(unit.own):
        cells |= parted.own.get(col, {})
        merged += parted.merged_own.get(col, ())
    return part_of(sheet, cells, merged)


def _of_unit(labels: Labels, unit: UnitColumns) -> Labels:
    """Return the labels with the unit that the header names: above the table stands who made it."""
    return replace(labels, unit=Stated(unit.name, unit.place), unit_code=None)


def _assumed(unit: UnitColumns, header: Header) -> tuple[Finding, ...]:
    if not unit.assumed:
        return ()
    params: dict[str, Param] = {"name": unit.name, "count": len(header.units)}
    own = next(column for column in unit.columns if column.col in unit.own)
    code = "unit-column-self" if own.role == "self" else "unit-column-appraised"
    return (Finding(code, unit.place, params),)


def _without_values(sheet: Sheet, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Return the findings with one for all formulas where the file holds no value for any: one cause."""
    bare = [finding for finding in findings if finding.code == "formula-no-value"]
    if len(bare) <= _FEW or any(cell.formula and cell.has_cached for cell in sheet.cells.values()):
        return findings
    params: dict[str, Param] = {"count": len(bare), "last": bare[-1].place}
    others = (finding for finding in findings if finding.code != "formula-no-value")
    return (Finding("formulas-no-value", bare[0].place, params), *others)


def _filled_by_column(sheet: Sheet, header: Header, rows: Iterable[FormRow]) -> dict[str, int]:
    """Return how many of the rows are filled in each column, by the column's place."""
    filled = Counter(chain.from_iterable(sheet.rows.get(number, ()) for number in {row.row for row in rows}))
    return {column.place: filled[column.col] for column in header.columns}


def _filled(sheet: Sheet, header: Header, col: int) -> bool:
    return any(row > header.last_row and col in cells for row, cells in sheet.rows.items())


def _hidden(sheet: Sheet, header: Header) -> Iterator[Finding]:
    """Yield a finding for each hidden row or column of the table that holds values (they are read)."""
    used = [column for column in header.columns if column.role in header.roles]
    for column in used:
        if column.col in sheet.hidden_cols and _filled(sheet, header, column.col):
            yield Finding("hidden-column", column.place, {"header": column.header})
    for row in sorted(sheet.hidden_rows):
        filled = [c.col for c in used if row > header.last_row and c.col in sheet.rows.get(row, ())]
        if filled:
            yield Finding("hidden-row", place_of(sheet, row, filled[0]), {"row": row})
