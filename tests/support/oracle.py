"""Compares what the streaming reader makes of a workbook with what openpyxl makes of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from parcli.errors import UnusableFile
from parcli.workbook import openpyxl_reader
from parcli.workbook.sheet import Book, Sheet, place_of
from parcli.workbook.xlsx import reader


def differences(path: Path) -> list[str]:
    """Return what differs: a place with both cells, or what holds for a whole sheet or file."""
    ours, theirs = _read(reader, path), _read(openpyxl_reader, path)
    if isinstance(ours, str) or isinstance(theirs, str):
        refused = [book if isinstance(book, str) else "read" for book in (ours, theirs)]
        return [] if ours == theirs else [" != ".join(refused)]
    return book_differences(ours, theirs)


def book_differences(ours: Book, theirs: Book) -> list[str]:
    """Return what differs between two books: a place with both cells, or what holds for a whole sheet."""
    found = [f"{_titles(ours)} != {_titles(theirs)}"] if _titles(ours) != _titles(theirs) else []
    return [
        *found,
        *(text for pair in zip(ours.sheets, theirs.sheets, strict=False) for text in _differ(*pair)),
    ]


def _read(module: object, path: Path) -> Book | str:
    try:
        book: Book = module.open_book(path)  # type: ignore[attr-defined]
    except UnusableFile as error:
        return error.code
    return book


def _titles(book: Book) -> list[tuple[str, bool]]:
    return [(sheet.title, sheet.hidden) for sheet in book.sheets]


def _differ(ours: Sheet, theirs: Sheet) -> Iterator[str]:
    for name in ("hidden_rows", "hidden_cols", "bounds"):
        if getattr(ours, name) != getattr(theirs, name):
            yield f"{ours.title} {name}: {getattr(ours, name)} != {getattr(theirs, name)}"
    # openpyxl keeps merged ranges in no order
    if len(ours.merged) != len(theirs.merged) or set(ours.merged) != set(theirs.merged):
        yield f"{ours.title} merged: {ours.merged} != {theirs.merged}"
    for row, col in sorted(ours.cells.keys() | theirs.cells.keys()):
        pair = ours.cells.get((row, col)), theirs.cells.get((row, col))
        if repr(pair[0]) != repr(pair[1]):  # so that 1, 1.0 and True differ
            yield f"{place_of(ours, row, col)}: {pair[0]} != {pair[1]}"
