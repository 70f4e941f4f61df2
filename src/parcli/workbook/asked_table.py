"""Reads a published table by what a user says of its columns; what nobody says, its headers do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from msgspec.structs import replace

from parcli.errors import UnusableFile, WrongUsage
from parcli.model.column_role import IGNORE
from parcli.workbook.own_words import OwnWords
from parcli.workbook.sheet import Cell, Sheet, column_letters, place_of
from parcli.workbook.table import PUBLISHED, Column, Heads, Table, open_tables, published_role
from parcli.workbook.table_words import table_words
from parcli.workbook.words import phrase_key

# What ``--map`` can say of a column; "part" is the figure of one area, whose name is the header.
TABLE_ROLES = (
    "unit",
    "unit_code",
    "level",
    "block",
    "period",
    "index",
    "area",
    "part",
    "points",
    "max",
    "percent",
    "rank",
    "rank_of",
    "grade",
    "change",
    "rank_change",
    "ordinal",
    "note",
    "source",
    IGNORE,
)
_SEVERAL = frozenset({"", "part", IGNORE})  # what any number of columns may be
_SEARCHED_ROWS = 30
_FEWEST = 2  # texts that a row must hold to be taken for a header
_SHOWN = 12
_LONGEST = 60


def read_asked_table(path: Path | str, own: OwnWords) -> Table:
    """Return the table in a file; ``asked`` of a column is the role that the user gave it.

    Raises:
        UnusableFile: the file cannot be read, it has no header of units or areas, or what the user names is
            no column of it.
        WrongUsage: two columns are given the same role, which only one can have.
    """
    opened = open_tables(path)
    phrases = own.phrases
    heads = Heads(lambda text: phrases.get(phrase_key(text)) or published_role(text), PUBLISHED.keys, own)
    table = opened.table(heads)
    if table is None:
        raise _header_unknown(opened.sheets, opened.source)
    columns = _with_roles(table.columns, own)
    _require_columns(own, columns, opened.source)
    _require_one_each(columns)
    return replace(table, columns=columns)


def _with_roles(columns: Sequence[Column], own: OwnWords) -> tuple[Column, ...]:
    by_letters = own.letters(text for column in columns for text in _texts(column))
    phrases = own.phrases
    by_text = (next((phrases[text] for text in _texts(each) if text in phrases), "") for each in columns)
    return tuple(
        replace(column, asked=by_letters.get(column.col, role))
        for column, role in zip(columns, by_text, strict=True)
    )


def _texts(column: Column) -> tuple[str, ...]:
    """Return what a column can be called: all that stands above it, or its lowest header."""
    return tuple(phrase_key(text) for text in (column.header, column.cell.text) if text)


def _require_one_each(columns: Sequence[Column]) -> None:
    first: dict[str, Column] = {}
    for column in columns:
        if column.asked in _SEVERAL:
            continue
        other = first.setdefault(column.asked, column)
        if other is not column:
            names = {
                "first": f"{other.header} ({other.place})",
                "second": f"{column.header} ({column.place})",
            }
            raise WrongUsage("map-role-twice", role=column.asked, **names)


def _require_columns(own: OwnWords, columns: Sequence[Column], path: str) -> None:
    headers = {text for column in columns for text in _texts(column)}
    letters = {column_letters(column.col) for column in columns}
    unused = tuple(
        f"“{text}”" for text in own.asked if phrase_key(text) not in headers and text.upper() not in letters
    )
    if unused:
        found = _listed((column.header, column.place) for column in columns)
        raise UnusableFile("map-without-column", path=path, texts=unused, found=found)


def _header_unknown(sheets: Iterable[Sheet], path: str) -> UnusableFile:
    """Return the refusal; it names the row of most texts, and how to say what stands in its columns."""
    rows = [
        (sheet, _words(row.values()))
        for sheet in sheets
        for row in list(sheet.rows.values())[:_SEARCHED_ROWS]
    ]
    sheet, cells = max(rows, key=lambda pair: len(pair[1]), default=(None, []))
    if sheet is None or len(cells) < _FEWEST:
        return UnusableFile("table-no-header", path=path, unit=table_words().examples["unit"])
    unit, figure = cells[1 if len(cells) > _FEWEST else 0], cells[-1]
    return UnusableFile(
        "table-header-unknown",
        path=path,
        found=_listed((cell.text, place_of(sheet, cell.row, cell.col)) for cell in cells),
        unit=f"{column_letters(unit.col)}=unit",
        figure=f"{column_letters(figure.col)}=points",
    )


def _words(cells: Iterable[Cell]) -> list[Cell]:
    return [cell for cell in cells if cell.text]


def _listed(texts: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    return tuple(f"{_short(text)} ({place})" for text, place in list(texts)[:_SHOWN])


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
