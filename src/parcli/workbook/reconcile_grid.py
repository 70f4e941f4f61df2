"""Turns a table that was read into a grid to reconcile: kinds of rows, figures as printed; it checks none."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from types import MappingProxyType
from typing import Literal, cast

from msgspec import Struct, field
from msgspec.structs import replace

from parcli.analysis.reconcile.grid import Cell, Column, Grid, Role, Row, RowKind, Scope
from parcli.analysis.reconcile.printed import Printed, with_usual_digits
from parcli.model.finding import Finding
from parcli.model.folding import folded
from parcli.model.number import exact_text
from parcli.model.period import Period
from parcli.model.rules import Rounding
from parcli.scoring.rounding import rounded_exact
from parcli.workbook.codes import code_in_front, written_code
from parcli.workbook.figures import Figure, read_figure, read_rank
from parcli.workbook.numbering import numbers_columns
from parcli.workbook.own_words import NO_WORDS, OwnWords
from parcli.workbook.periods import period_of
from parcli.workbook.reconcile_roles import columns_of, role_words
from parcli.workbook.signatures import is_signature
from parcli.workbook.table import Table, TableCell, TableRow
from parcli.workbook.words import phrase_key

KeyOf = Callable[[str, Period | None], str]
_FIGURES: frozenset[Role] = frozenset(
    {
        "part",
        "bonus",
        "penalty",
        "total",
        "max",
        "percent",
        "count",
        "count_total",
        "previous",
        "change",
        "other",
    }
)
_NAMES: tuple[Role, ...] = ("grade", "block", "period")  # of rows, where no column names them
_POINTS: frozenset[Role] = frozenset({"part", "bonus", "penalty", "total", "previous", "change", "other"})
_READABLE = 4  # decimals of a number in a cell that a sentence repeats
_WHOLE = 2  # decimals that whole points are exact to
_RANKS: frozenset[Role] = frozenset({"rank", "previous_rank"})
_BULLETS = "-–—+*•"
_FEWEST_NUMBERED = 3
_LARGEST = 999  # points of an index have three decimals sooner than four digits


def _by_name(name: str, period: Period | None) -> str:
    return folded(name)


class Understood(Struct, frozen=True):
    """A table as a grid; ``findings`` are what of it could not be used."""

    grid: Grid
    findings: tuple[Finding, ...]


def understood(table: Table, *, own: OwnWords = NO_WORDS, key_of: KeyOf = _by_name) -> Understood:
    """Return a table's figures with the roles of its columns and the kinds of its rows.

    ``key_of`` gives one key for every name of a unit in a period. A figure that cannot be read is left out,
    and said.
    """
    columns, of_criteria = columns_of(table, own)
    reader = _Reader(columns, of_criteria, key_of, table)
    rows = _with_digits(list(reader.rows()), columns)
    return Understood(Grid(columns, tuple(rows), of_criteria), (*table.findings, *reader.findings))


class _Reader(Struct):
    """Reads row after row. ``block`` is the heading last seen, ``begun`` tells that there was a row.

    ``depth`` is that of the last row without bullet, ``roman`` tells that areas have Roman numbers.
    """

    columns: Sequence[Column]
    of_criteria: bool
    key_of: KeyOf
    table: Table
    findings: list[Finding] = field(default_factory=list)
    block: str = ""
    depth: int = 0
    roman: bool = False
    begun: bool = False

    def rows(self) -> Iterator[Row]:
        """Yield the rows with a name; headings begin a block, and signatures end the table."""
        self.roman = any(_roman(self._code(row)) for row in self.table.rows)
        for row in self.table.rows:
            if self._signs(row):
                return
            if self._is_heading(row):
                self.block = list(row.cells.values())[-1].text
                continue
            texts = {col: cell.text for col, cell in row.cells.items()}
            name = self._name(row)
            if not self.begun and len(texts) >= _FEWEST_NUMBERED and numbers_columns(texts.items()):
                continue
            if name:
                self.begun = True
                yield self._row(row, name)

    def _row(self, row: TableRow, name: str) -> Row:
        kind = _kind(name)
        cells = {column.col: self._cell(row.at(column.col), column) for column in self.columns}
        title, unit, scope = code_in_front(name)[1], self._text(row, "unit"), self._scope(row)
        return Row(
            place=row.place,
            name=f"{unit} · {name}" if unit else name,
            kind=kind,
            cells=MappingProxyType({col: cell for col, cell in cells.items() if cell.text}),
            key=folded(title.lstrip(_BULLETS + " "))
            if self.of_criteria
            else self.key_of(title, scope.period),
            depth=self._depth(row, name) if self.of_criteria and kind == "entry" else 0,
            scope=scope,
            adjusts=_adjusts(title),
            code=self._code(row).upper() if self.of_criteria else "",
        )

    def _name(self, row: TableRow) -> str:
        named = self._first("name")
        if named is not None:
            return row.at(named.col).text or self._label(row, named)
        for role in _NAMES:
            if text := self._text(row, role):
                return text
        texts = (row.at(column.col).text for column in self.columns if column.role == "text")
        return next(filter(None, texts), "")

    def _label(self, row: TableRow, named: Column) -> str:
        """Return a word of totals or means that stands before the column of names, merged with it or not."""
        texts = (row.at(column.col).text for column in self.columns if column.col < named.col)
        return next((text for text in texts if text and _kind(text) != "entry"), "")

    def _scope(self, row: TableRow) -> Scope:
        period = period_of(self._text(row, "period")) or self._stated_period()
        unit = self._text(row, "unit")
        return Scope(
            index=folded(self._text(row, "index")),
            period=period,
            block=self._text(row, "block") or ("" if self.of_criteria else self.block),
            unit=self.key_of(unit, period) if unit else "",
        )

    def _stated_period(self) -> Period | None:
        return self.table.labels.period.value if self.table.labels.period else None

    def _depth(self, row: TableRow, name: str) -> int:
        code = self._code(row)
        if name[0] in _BULLETS and not code:
            return self.depth + (2 if name[0] == "+" else 1)
        if code:
            roman = 0 if _roman(code) or not self.roman else 1
            self.depth = code.count(".") + roman
        else:
            self.depth = 0
        return self.depth

    def _code(self, row: TableRow) -> str:
        return written_code(self._text(row, "ordinal")) or code_in_front(self._text(row, "name"))[0]

    def _signs(self, row: TableRow) -> bool:
        numbers = any(cell.datum.number is not None for cell in row.cells.values())
        return not numbers and any(is_signature(cell.text) for cell in row.cells.values())

    def _is_heading(self, row: TableRow) -> bool:
        """Tell whether a row has one text: alone, or beside a Roman number or letter."""
        ordinal = self._text(row, "ordinal").strip(" .")
        alone = len(row.cells) == 1 or (len(row.cells) == 2 and ordinal and not ordinal.isdigit())
        words_only = all(cell.datum.number is None for cell in row.cells.values())
        return bool(alone) and words_only and len(self.columns) > 2 and not self.of_criteria

    def _cell(self, cell: TableCell, column: Column) -> Cell:
        made = Cell(cell.text, cell.place)
        if column.role in _RANKS:
            rank, finding = read_rank(cell)
            self.findings += [finding] if finding is not None else []
            return replace(made, rank=rank.rank, rank_of=rank.of)
        if column.role not in _FIGURES or not cell.text:
            return made
        figure = self._figure(cell, column.role)
        return replace(made, number=_number(figure, cell, column.role), most=_most(figure, cell))

    def _figure(self, cell: TableCell, role: Role) -> Figure:
        figure, finding = read_figure(cell, in_percent=role == "percent")
        if finding is None:
            return figure
        if finding.code == "number-two-readings" and (settled := _one_reading(finding, role)) is not None:
            return settled
        if role not in ("change", "other"):
            self.findings.append(finding)
        return figure

    def _first(self, role: Role) -> Column | None:
        return next((column for column in self.columns if column.role == role), None)

    def _text(self, row: TableRow, role: Role) -> str:
        column = self._first(role)
        return "" if column is None else row.at(column.col).text


def _kind(name: str) -> RowKind:
    key = phrase_key(code_in_front(name)[1])
    return cast(RowKind, role_words().row_kinds.get(key, "entry"))


def _adjusts(title: str) -> Literal["", "bonus", "penalty"]:
    key = phrase_key(title)
    for begin, meaning in role_words().adjusts.items():
        if key == begin or key.startswith(begin + " "):
            return cast(Literal["bonus", "penalty"], meaning)
    return ""


def _one_reading(finding: Finding, role: Role) -> Figure | None:
    """Return "92.830" as 92,830 where points stand: no index has thousands of them; of counts None."""
    decimal, whole = finding.params["decimal"], finding.params["whole"]
    if role in ("count", "count_total") or not isinstance(decimal, Fraction):
        return None
    assert isinstance(whole, Fraction), whole
    if "%" in str(finding.params["text"]):  # both readings are shares
        return Figure(percent=decimal, digits=3) if whole * 100 > _LARGEST else None
    return Figure(decimal, digits=3) if whole > _LARGEST else None


def _number(figure: Figure, cell: TableCell, role: Role) -> Printed | None:
    value = figure.points
    if role == "percent" or value is None:
        value = figure.percent * 100 if figure.percent is not None else figure.points
    return None if value is None else Printed(value, figure.digits, _shown(cell, value, figure), cell.place)


def _shown(cell: TableCell, value: Fraction, figure: Figure) -> str:
    """Return a figure as a reader knows it; a sheet shows few of the decimals that its cell holds."""
    if figure.digits <= _READABLE or not cell.datum.numeric:
        return cell.text
    near = exact_text(rounded_exact(value, Rounding(_READABLE, "half_up")))
    return f"≈{near}" + ("%" if figure.percent is not None else "")


def _most(figure: Figure, cell: TableCell) -> Printed | None:
    return None if figure.max_points is None else Printed(figure.max_points, 0, cell.text, cell.place)


def _roman(code: str) -> bool:
    return bool(code) and code.partition(".")[0].isalpha()


def _with_digits(rows: Sequence[Row], columns: Sequence[Column]) -> Iterator[Row]:
    """Yield the rows, numbers exact to the decimals that are usual in their columns.

    Points without any decimals in the whole table are whole points, which nobody rounded.
    """
    settled: dict[tuple[int, int], Printed] = {}
    points = [row.number(column) for row in rows for column in columns if column.role in _POINTS]
    whole = not any(number.digits for number in points if number is not None)
    for column in columns:
        if column.role == "max":
            continue
        found = [(at, number) for at, row in enumerate(rows) if (number := row.number(column)) is not None]
        for (at, _), number in zip(found, with_usual_digits([each for _, each in found]), strict=True):
            exact = whole and column.role in _POINTS
            settled[at, column.col] = replace(number, digits=_WHOLE) if exact else number
    for at, row in enumerate(rows):
        yield replace(row, cells=MappingProxyType(_settled_cells(at, row.cells, settled)))


def _settled_cells(
    at: int, cells: Mapping[int, Cell], settled: Mapping[tuple[int, int], Printed]
) -> dict[int, Cell]:
    return {
        col: replace(cell, number=settled[at, col]) if (at, col) in settled else cell
        for col, cell in cells.items()
    }
