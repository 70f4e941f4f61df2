"""Reads a table of points that come from elsewhere (units × criterion codes); it knows no criteria set."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from parcli.errors import UnusableFile
from parcli.model.assessment import Datum, DatumState
from parcli.model.finding import Finding
from parcli.model.folding import folded
from parcli.model.unit import Unit
from parcli.workbook.codes import code_candidates, code_in_front, code_key, written_code
from parcli.workbook.figures import Figure, read_figure
from parcli.workbook.table import Column, Table, TableCell, TableRow, read_table
from parcli.workbook.table_words import header_role, table_words
from parcli.workbook.words import phrase_key

_SILENT = frozenset({"ordinal", "note", "block", "level", "source", "period"})


class UnitPoints(Struct, frozen=True):
    """One unit's values by criterion code as the table writes it; ``code`` is the unit's, "" if not given.

    ``names`` are all that the register calls the unit (folded), none where it does not know it.
    """

    name: str
    code: str
    values: Mapping[str, Datum]
    place: str
    names: frozenset[str] = frozenset()

    def is_of(self, unit: Unit) -> bool:
        """Tell whether a unit's name is one of this unit's, or its code stands in place of the name."""
        own = self.names | {folded(text) for text in (self.name,) if text}
        return any(folded(text) in own for text in (unit.name, unit.code) if text)


class KnownUnit(Struct, frozen=True):
    """What a register makes of a name or code: its own name and code, and all names of the unit, folded."""

    name: str
    code: str
    names: frozenset[str]


Resolver = Callable[[str, str], KnownUnit | None]
"""Gives for a name and a code of a table the unit that they mean; None for one that nobody knows."""


class PointsTable(Struct, frozen=True):
    """The units of a table of points, and what is to be said about the table itself."""

    source: str
    units: tuple[UnitPoints, ...]
    findings: tuple[Finding, ...]

    def of(self, unit: Unit) -> UnitPoints | None:
        """Return a unit's values, found by its code, else by a name; None where it has none."""
        by_code = (each for each in self.units if unit.code and folded(each.code) == folded(unit.code))
        by_name = (each for each in self.units if each.is_of(unit))
        return next(by_code, None) or next(by_name, None)

    def without(self, units: Iterable[Unit]) -> tuple[UnitPoints, ...]:
        """Return what the table holds for nobody among the units, for the caller to report."""
        used = [self.of(unit) for unit in units]
        return tuple(each for each in self.units if not any(each is one for one in used))


def read_points_table(path: Path | str, resolve: Resolver = lambda name, code: None) -> PointsTable:
    """Return the values of a table of points, a .csv file or a workbook.

    Either a column of units (name, code or both) and one for each criterion, headed by its code ("3.1",
    "3.1 Mức độ hài lòng"); or one row for each value, with columns of unit, criterion code and value. A
    value is points, or a percentage where the cell or the header says so; a blank cell says nothing. Units
    that ``resolve`` knows get its name and code.

    Raises:
        UnusableFile: the file cannot be read, or has no such columns.
    """
    table = read_table(path)
    roles = {role: column for column in table.columns if (role := header_role(column.header)) is not None}
    findings: list[Finding] = []
    if "criterion" in roles and (value := _value_column(roles)) is not None:
        cells = _long_cells(table, roles["criterion"], value)
    else:
        cells = _wide_cells(table, dict(_criteria(table, findings)))
    if not roles.keys() & {"unit", "unit_code"}:
        raise UnusableFile("table-no-points", path=table.source)
    gathered = _Gathered(roles, findings, resolve)
    for row, code, column, cell in cells:
        gathered.add(row, code, column, cell)
    return PointsTable(table.source, gathered.units(), (*table.findings, *findings))


_Valued = tuple[TableRow, str, Column, TableCell]


def _value_column(roles: Mapping[str, Column]) -> Column | None:
    return next((roles[role] for role in ("value", "total", "percent") if role in roles), None)


def _long_cells(table: Table, criterion: Column, value: Column) -> Iterator[_Valued]:
    for row in table.rows:
        code = row.at(criterion.col).text
        yield row, code_in_front(code)[0] or written_code(code) or code, value, row.at(value.col)


def _wide_cells(table: Table, columns: Mapping[str, Column]) -> Iterator[_Valued]:
    if not columns:
        raise UnusableFile("table-no-points", path=table.source)
    for row in table.rows:
        for code, column in columns.items():
            yield row, code, column, row.at(column.col)


def _criteria(table: Table, findings: list[Finding]) -> Iterator[tuple[str, Column]]:
    """Yield each criterion's column; a number cell 1.1 is "1.10" where "1.1" stands before it already."""
    taken: set[str] = set()
    for column in table.columns:
        readings = (*code_candidates(column.cell), *filter(None, [code_in_front(column.header)[0]]))
        code = next((code for code in readings if code not in taken), None)
        if code is not None:
            taken.add(code)
            yield code, column
        elif header_role(column.header) not in {*_SILENT, "unit", "unit_code"}:
            findings.append(Finding("table-column-unread", column.place, {"header": column.header}))


class _Gathered(Struct):
    """Values by unit as they come, cell by cell; a second, different one for a criterion voids the first."""

    roles: Mapping[str, Column]
    findings: list[Finding]
    resolve: Resolver
    found: dict[str, tuple[KnownUnit, str, dict[str, Datum]]] = field(default_factory=dict)

    def add(self, row: TableRow, code: str, column: Column, cell: TableCell) -> None:
        """Take one cell's value; blank cells are passed over, and rows of totals with a finding."""
        name, unit_code = self._text(row, "unit"), self._text(row, "unit_code")
        if not cell.text:
            return
        if phrase_key(name) in table_words().not_units:
            left_out = Finding("published-row-left-out", row.place, {"text": name})
            self.findings += [] if left_out in self.findings else [left_out]
            return
        if not (name or unit_code):
            self.findings.append(Finding("published-row-no-unit", row.place))
            return
        unit = self.resolve(name, unit_code) or KnownUnit(name, unit_code, frozenset())
        values = self.found.setdefault(folded(unit.code or unit.name), (unit, row.place, {}))[2]
        datum = self._datum(cell, in_percent=header_role(column.header) == "percent" or "%" in column.header)
        same = next((known for known in values if code_key(known) == code_key(code)), None)
        if same is None:
            values[code] = datum
        elif not _equal(values[same], datum):
            self._twice(name or unit_code, same, values, datum)

    def units(self) -> tuple[UnitPoints, ...]:
        """Return the units in the order in which they first appear."""
        return tuple(
            UnitPoints(unit.name, unit.code, dict(values), place, unit.names)
            for unit, place, values in self.found.values()
        )

    def _text(self, row: TableRow, role: str) -> str:
        return row.at(self.roles[role].col).text if role in self.roles else ""

    def _datum(self, cell: TableCell, *, in_percent: bool) -> Datum:
        """Return what a cell says as points or a share; what is neither is refused, with a finding."""
        figure, finding = read_figure(cell, in_percent=in_percent)
        if finding is not None:
            if finding.code == "published-figure-unreadable":
                finding = Finding("points-value-unreadable", cell.place, {"text": cell.text})
            self.findings.append(finding)
        return _datum_of(figure, cell)

    def _twice(self, unit: str, code: str, values: dict[str, Datum], second: Datum) -> None:
        first = values[code]
        self.findings.append(
            Finding(
                "points-unit-twice",
                second.place,
                {
                    "unit": unit,
                    "code": code,
                    "first": first.quoted,
                    "other": first.place,
                    "second": second.quoted,
                },
            )
        )
        values[code] = replace(second, state=DatumState.REFUSED, number=None)


def _datum_of(figure: Figure, cell: TableCell) -> Datum:
    """Return a figure as a datum; points of a maximum ("8,2/10") are a share of it."""
    share = figure.percent
    if share is None and figure.points is not None and figure.max_points:
        share = figure.points / figure.max_points
    number = share if share is not None else figure.points
    if number is not None:
        return replace(cell.datum, number=number, pair=None, percent=share is not None)
    if not cell.datum.given:
        return cell.datum
    return Datum(DatumState.REFUSED, text=cell.text, place=cell.place)


def _equal(first: Datum, second: Datum) -> bool:
    return (first.state, first.number, first.percent) == (second.state, second.number, second.percent)
