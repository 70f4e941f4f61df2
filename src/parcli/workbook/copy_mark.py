"""Knows a copy with comments again by its hidden sheet; a ``Book`` comes in, and it opens no file."""

from __future__ import annotations

from collections.abc import Iterable

from parcli.model.finding import Finding
from parcli.workbook.sheet import Book, Sheet, cell_at, cleaned

COPY_SHEET = "_parindex_copy"
LIST_KEY = "list"

_WITHOUT_VALUE = frozenset({"formula-no-value", "formulas-no-value"})


def own_sheets(book: Book) -> frozenset[str]:
    """Return the names of the sheets that annotating added to a workbook; none for any other workbook."""
    mark = _mark(book)
    if mark is None:
        return frozenset()
    rows = range(1, mark.bounds[0] + 1)
    lists = {cell_at(mark, row, 2).text for row in rows if cell_at(mark, row, 1).text == LIST_KEY}
    return frozenset({COPY_SHEET, *(sheet.title for sheet in book.sheets if cleaned(sheet.title) in lists)})


def with_one_cause(findings: Iterable[Finding], book: Book) -> tuple[Finding, ...]:
    """Return findings with one for all formulas without a value in a copy that Excel has not saved yet."""
    found = tuple(findings)
    if _mark(book) is None or not any(each.code in _WITHOUT_VALUE for each in found):
        return found
    others = (each for each in found if each.code not in _WITHOUT_VALUE)
    return (Finding("annotated-copy-not-saved", "", {}), *others)


def _mark(book: Book) -> Sheet | None:
    return next((sheet for sheet in book.sheets if sheet.title == COPY_SHEET), None)
