"""Opens the tables of a file of any kind that offices publish, and takes the one that is meant."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from parcli.errors import UnusableFile, WrongUsage
from parcli.model.finding import Finding, Param
from parcli.workbook.archive import open_archive
from parcli.workbook.delimited import open_delimited
from parcli.workbook.limits import MAX_COL, MAX_ROW
from parcli.workbook.page_tables import (
    DOCUMENT_PART,
    document_sheets,
    markdown_sheets,
    page_sheets,
    text_of,
)
from parcli.workbook.sheet import Sheet
from parcli.workbook.table import Heads, Table, table_on
from parcli.workbook.too_large import too_large

_DELIMITED = frozenset({".csv", ".tsv", ".txt"})
_PAGES = frozenset({".html", ".htm", ".xhtml"})
_DOCUMENT = ".docx"
_MARKDOWN = frozenset({".md", ".markdown"})
_SEARCHED_ROWS = 30
_MOST_WORDS = 12
_LONGEST_TEXT = 100_000  # characters of sentences: a long decision has half as many
_WIDEST = 40  # characters of a header in a sentence


class NamedTable(Struct, frozen=True):
    """A table and what its sheet is called; ``number`` counts from 1 what has a header.

    ``notes`` are the texts that stand alone in a row of the sheet: titles, headings, remarks.
    """

    number: int
    name: str
    table: Table
    notes: tuple[str, ...] = ()


class _Opened(Struct, frozen=True):
    sheets: Sequence[Sheet]
    by_line: bool = False
    findings: tuple[Finding, ...] = ()


def tables_of(path: Path, heads: Heads) -> tuple[NamedTable, ...]:
    """Return the tables of a .csv, .xlsx, .xls, .ods, .html, .md or .docx file whose headers are understood.

    Hidden sheets count only where no other one has a table.

    Raises:
        UnusableFile: the file cannot be read, or no header of it is understood; the words known are named.
    """
    opened = _open(path)
    for sheet in opened.sheets:
        _require_size(sheet, path)
    found = [
        (sheet, table_on(sheet, str(path), by_line=opened.by_line, heads=heads)) for sheet in opened.sheets
    ]
    usable = [(sheet, table) for sheet, table in found if table is not None and table.rows]
    seen = [(sheet, table) for sheet, table in usable if not sheet.hidden] or usable
    if not seen:
        raise _not_understood(path, opened.sheets, heads)
    return tuple(
        NamedTable(
            number, sheet.title, replace(table, findings=(*opened.findings, *table.findings)), _notes(sheet)
        )
        for number, (sheet, table) in enumerate(seen, start=1)
    )


def text_in(path: Path) -> str:
    """Return the text of a plain file.

    Raises:
        UnusableFile: it is missing, empty, too large, no regular file, or in another encoding than UTF-8.
    """
    _require_file(path)
    text = text_of(path)
    if len(text) > _LONGEST_TEXT:
        raise too_large(path, "sentences", most=_LONGEST_TEXT)
    return text


def chosen(tables: Sequence[NamedTable], *, number: int | None, sheet: str | None) -> NamedTable:
    """Return the table of a number or of a sheet, the only one where none is named.

    Raises:
        WrongUsage: there are several and none is named, or there is no such table.
    """
    named = [each for each in tables if sheet is None or each.name == sheet]
    if number is not None:
        named = [each for each in named if each.number == number]
    path = tables[0].table.source
    known = tuple(map(_described, tables))
    if not named:
        raise WrongUsage("reconcile-table-unknown", path=path, known=known)
    if len(named) > 1:
        raise WrongUsage("reconcile-several-tables", path=path, known=known)
    return named[0]


def _notes(sheet: Sheet) -> tuple[str, ...]:
    alone = (next(iter(row.values())).text for row in sheet.rows.values() if len(row) == 1)
    return tuple(text for text in alone if text)


def _open(path: Path) -> _Opened:
    suffix = path.suffix.lower()
    if path.is_dir():
        raise UnusableFile("reconcile-folder", path=str(path))
    if suffix in _DELIMITED:
        return _Opened((open_delimited(path),), by_line=True)
    if suffix in _PAGES | _MARKDOWN:
        _require_file(path)
        return (
            _Opened(page_sheets(path)) if suffix in _PAGES else _Opened(markdown_sheets(path), by_line=True)
        )
    if _is_document(path):
        return _Opened(document_sheets(path))
    if suffix == _DOCUMENT and path.is_file() and path.stat().st_size:
        raise UnusableFile("reconcile-not-word", path=str(path))
    from parcli.workbook.opening import open_book  # heavy, and not needed for the others

    book = open_book(path)
    return _Opened(book.sheets, findings=book.findings)


def _require_size(sheet: Sheet, path: Path) -> None:
    """Refuse a table that would take minutes: no office publishes one of so many rows or columns."""
    rows, columns = (max((cell[axis] for cell in sheet.cells), default=0) for axis in (0, 1))
    if rows > MAX_ROW or columns > MAX_COL:
        most: dict[str, Param] = {"most_rows": MAX_ROW, "most_columns": MAX_COL}
        raise UnusableFile("reconcile-too-large", path=str(path), rows=rows, columns=columns, **most)


def _require_file(path: Path) -> None:
    if not path.exists():
        raise UnusableFile("file-missing", path=str(path))
    if path.is_dir():
        raise UnusableFile("file-is-folder", path=str(path))
    if not path.is_file():  # opening a pipe waits for ever
        raise UnusableFile("file-not-regular", path=str(path))


def _is_document(path: Path) -> bool:
    """Tell whether a file is a .docx; whatever is wrong with it, the reader of workbooks says."""
    if not path.is_file():
        return False
    try:
        with path.open("rb") as file:
            if file.read(2) != b"PK":
                return False
            with open_archive(file, path) as archive:
                return DOCUMENT_PART in archive.namelist()
    except (OSError, ValueError, zipfile.BadZipFile, NotImplementedError, UnusableFile):
        return False


def _not_understood(path: Path, sheets: Sequence[Sheet], heads: Heads) -> UnusableFile:
    """Return the refusal: without any table, or with the row that has the most header words."""
    best: tuple[int, list[str], list[str]] = (-1, [], [])
    for sheet in sheets:
        for row in list(sheet.rows.values())[:_SEARCHED_ROWS]:
            texts = [cell.text for cell in row.values() if cell.text]
            known = [text for text in texts if heads.role_of(text) is not None]
            best = max(best, (len(known), known, texts), key=lambda each: (each[0], len(each[2])))
    if not best[2]:
        return UnusableFile("reconcile-no-table", path=str(path))
    if not best[1]:
        return UnusableFile("reconcile-no-header", path=str(path), texts=_short(best[2]))
    return UnusableFile(
        "reconcile-header-unclear", path=str(path), known=_short(best[1]), texts=_short(best[2])
    )


def _short(texts: Iterable[str]) -> tuple[str, ...]:
    listed = list(texts)
    shown = [text if len(text) <= _WIDEST else text[:_WIDEST].rstrip() + "…" for text in listed[:_MOST_WORDS]]
    return (*shown, "…") if len(listed) > _MOST_WORDS else tuple(shown)


def _described(table: NamedTable) -> str:
    heads = ", ".join(_short(column.header for column in table.table.columns[:3]))
    return f"{table.number}: {table.name} ({heads})"
