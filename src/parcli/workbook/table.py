"""Reads a table from a .csv file or workbook: columns by header, cells with place; it decides no meaning."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from parcli.errors import UnusableFile
from parcli.model.assessment import BLANK, Datum
from parcli.model.finding import Finding
from parcli.workbook.codes import code_in_front
from parcli.workbook.delimited import open_delimited
from parcli.workbook.labels import Labels, read_labels
from parcli.workbook.numbers import read_cell, shown
from parcli.workbook.own_words import NO_WORDS, OwnWords
from parcli.workbook.sheet import Cell, Sheet, cell_at, cleaned, place_of
from parcli.workbook.table_words import area_of_header, header_role, table_words
from parcli.workbook.words import phrase_key

_SEARCHED_ROWS = 30
_DEEPEST_HEADER = 3
_KEYS = frozenset({"unit", "unit_code", "area"})

Place = Callable[[int, int], str]


class Heads(Struct, frozen=True):
    """What a reader makes of a header's text: a role or None; a header has one of the roles in ``keys``.

    ``own`` is what a user calls columns; letters tell nothing of a row with figures, which is no header.
    """

    role_of: Callable[[str], str | None]
    keys: frozenset[str]
    own: OwnWords = NO_WORDS

    def roles_in(self, cells: Sequence[Cell]) -> list[str | None]:
        """Return the role of each cell of a row that may be a header; None where nothing is known of it."""
        worded = bool(self.own.asked) and all(map(_is_word, cells))
        by_letters = self.own.letters(phrase_key(shown(cell)) for cell in cells) if worded else {}
        return [by_letters.get(cell.col) or self.role_of(shown(cell)) for cell in cells]


class Column(Struct, frozen=True):
    """A column: its number from 1, its header on one line (parents before children) and the header's cell.

    ``group`` is what stands above that cell in the header, "" where nothing does. ``asked`` is the role that
    the user gave the column, "" where nothing was said of it.
    """

    col: int
    header: str
    cell: Cell
    place: str
    group: str = ""
    asked: str = ""


class TableCell(Struct, frozen=True):
    """A cell's text as shown and what it says, with the finding that refuses it where one does."""

    text: str
    datum: Datum
    finding: Finding | None = None

    @property
    def place(self) -> str:
        """Return where the cell stands."""
        return self.datum.place


NO_CELL = TableCell("", BLANK)


class TableRow(Struct, frozen=True):
    """A row's filled cells by column; ``place`` is that of the row (``file.csv:12``, ``Sheet!A7``)."""

    place: str
    cells: Mapping[int, TableCell]

    def at(self, col: int | None) -> TableCell:
        """Return a column's cell, an empty one where there is none."""
        return NO_CELL if col is None else self.cells.get(col, NO_CELL)


class Table(Struct, frozen=True):
    """A table as it stands: ``labels`` is what the title rows above the header state.

    ``findings`` are about these labels and about what could not be seen in the file.
    """

    source: str
    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]
    labels: Labels
    findings: tuple[Finding, ...] = ()


class OpenedTables(Struct, frozen=True):
    """The sheets of a file, visible ones first; ``by_line``: places are lines of a text."""

    source: str
    sheets: Sequence[Sheet]
    by_line: bool = False
    findings: tuple[Finding, ...] = ()

    def table(self, heads: Heads) -> Table | None:
        """Return the table on the first sheet with a header, or None."""
        tables = (table_on(each, self.source, by_line=self.by_line, heads=heads) for each in self.sheets)
        table = next((each for each in tables if each is not None), None)
        return table and replace(table, findings=(*self.findings, *table.findings))


def open_tables(path: Path | str) -> OpenedTables:
    """Open a .csv file or a workbook.

    Raises:
        UnusableFile: the file cannot be read.
    """
    path = Path(path)
    if path.suffix.lower() in {".csv", ".tsv", ".txt"}:
        return OpenedTables(str(path), (open_delimited(path),), by_line=True)
    from parcli.workbook.opening import open_book  # heavy, and not needed for .csv

    book = open_book(path)
    visible_first = sorted(book.sheets, key=lambda each: each.hidden)
    return OpenedTables(str(path), visible_first, findings=book.findings)


def read_table(path: Path | str) -> Table:
    """Return the table in a .csv file or workbook (its first visible sheet with a header of units or areas).

    Raises:
        UnusableFile: the file cannot be read, or no row names a column of units or areas.
    """
    opened = open_tables(path)
    table = opened.table(PUBLISHED)
    if table is None:
        raise UnusableFile("table-no-header", path=opened.source, unit=table_words().examples["unit"])
    return table


def published_role(header: str) -> str | None:
    """Return what a header of a published table names: a role, or an area by its code or title."""
    return header_role(header) or area_of_header(header) or code_in_front(header)[0] or None


PUBLISHED = Heads(published_role, _KEYS)


def table_on(sheet: Sheet, source: str, *, by_line: bool = False, heads: Heads = PUBLISHED) -> Table | None:
    """Return the table on a sheet, None where no row heads one; ``by_line``: places are lines of a text."""
    top = _header_row(sheet, heads)
    if top is None:
        return None
    bottom = _header_bottom(sheet, top)
    headers = dict(_headers(sheet, top, bottom))

    def place(row: int, col: int) -> str:
        if by_line:
            return f"{sheet.title}:{row}" + (f":{headers[col][0]}" if col in headers else "")
        return place_of(sheet, row, col)

    columns = tuple(
        Column(col, text, cell, place(cell.row, col), group) for col, (text, cell, group) in headers.items()
    )
    rows = tuple(_rows(sheet, bottom, place, by_line=by_line))
    labels = read_labels(sheet, top)
    return Table(source, columns, rows, labels, labels.findings)


def _header_row(sheet: Sheet, heads: Heads) -> int | None:
    """Return the row among the first with the most header words, one of them of what the rows are of."""
    best, most = None, (1, 0)
    searched = sorted({row for row, _ in sheet.cells})[:_SEARCHED_ROWS]
    cells: dict[int, list[Cell]] = {row: [] for row in searched}
    for (row, _), cell in sheet.cells.items():
        if row in cells:
            cells[row] += [] if cell.empty else [cell]
    for row in searched:
        roles = heads.roles_in(cells[row])
        known = sum(role is not None for role in roles)
        # a letterhead may stand in the columns that letters name: the row of most texts is the header
        rank = (known, len(cells[row]) if heads.own.asked else 0)
        if known > 1 and rank > most and heads.keys & set(roles):
            best, most = row, rank
    return None if best is None else _merged_down_to(sheet, best, heads)


def _merged_down_to(sheet: Sheet, row: int, heads: Heads) -> int:
    """Return the row above where a head of what the rows are of is merged down to a row of headers."""
    rows = (
        area.first_row
        for area in sheet.merged
        if area.first_row < row <= area.last_row < area.first_row + _DEEPEST_HEADER
        and heads.role_of(shown(cell_at(sheet, area.first_row, area.first_col))) in heads.keys
    )
    return min(rows, default=row)


def _header_bottom(sheet: Sheet, top: int) -> int:
    """Return the header's last row: merged ranges that begin in its first row reach down to it.

    A row of words below headers that span several columns names these columns and belongs to it.
    """
    areas = [area for area in sheet.merged if area.first_row == top]
    bottom = min(max((area.last_row for area in areas), default=top), top + _DEEPEST_HEADER - 1)
    if bottom > top or not areas:
        return bottom
    below = {col: cell for (row, col), cell in sheet.cells.items() if row == top + 1 and not cell.empty}
    spanned = {col for area in areas for col in range(area.first_col, area.last_col + 1)}
    named = below and below.keys() <= spanned and all(map(_is_word, below.values()))
    return top + 1 if named else top


def _is_word(cell: Cell) -> bool:
    return cell.kind == "text" and read_cell(cell, "")[0].number is None


def _headers(sheet: Sheet, top: int, bottom: int) -> Iterator[tuple[int, tuple[str, Cell, str]]]:
    covering = {
        (area.first_row, col): cell_at(sheet, area.first_row, area.first_col)
        for area in sheet.merged
        if top <= area.first_row <= bottom
        for col in range(area.first_col, min(area.last_col, sheet.bounds[1]) + 1)
    }
    for col in range(1, sheet.bounds[1] + 1):
        cells = [covering.get((row, col)) or cell_at(sheet, row, col) for row in range(top, bottom + 1)]
        filled = [cell for cell in cells if shown(cell)]
        if filled:
            texts = list(dict.fromkeys(map(shown, filled)))
            yield col, (" ".join(texts), filled[-1], " ".join(texts[:-1]))


def _rows(sheet: Sheet, bottom: int, place: Place, *, by_line: bool) -> Iterator[TableRow]:
    by_row: dict[int, dict[int, TableCell]] = {}
    for (row, col), cell in sorted({**sheet.cells, **_repeated(sheet, bottom)}.items()):
        if row > bottom and not cell.empty:
            by_row.setdefault(row, {})[col] = _read(cell, place(row, col))
    for row, cells in by_row.items():
        yield TableRow(f"{sheet.title}:{row}" if by_line else place(row, min(cells)), cells)


def _repeated(sheet: Sheet, bottom: int) -> Mapping[tuple[int, int], Cell]:
    """Return the cells below the first of each range merged downwards: they show the first one's value."""
    return {
        (row, area.first_col): cell_at(sheet, area.first_row, area.first_col)
        for area in sheet.merged
        if area.first_row > bottom and area.first_col == area.last_col
        for row in range(area.first_row + 1, area.last_row + 1)
    }


def _read(cell: Cell, place: str) -> TableCell:
    datum, finding = read_cell(cell, place)
    return TableCell(cleaned(cell.value) if isinstance(cell.value, str) else datum.text, datum, finding)
