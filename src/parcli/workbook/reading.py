"""Reads a workbook into a ``Form``: picks the sheet and reads it whole; it matches no criteria set."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from parcli.errors import UnusableFile
from parcli.model.finding import Finding, Param
from parcli.workbook.form import Form
from parcli.workbook.header import Header, find_header
from parcli.workbook.labels import read_labels
from parcli.workbook.rows import read_rows
from parcli.workbook.sheet import Book, Sheet, cell_at, place_of
from parcli.workbook.unused_columns import unused_columns
from parcli.workbook.words import words

_FEW = 3  # formulas without a value that are still said one by one
_Candidate = tuple[Sheet, Header]


def read_workbook(path: Path | str) -> Form:
    """Return the form in a workbook of any kind that is read.

    Raises:
        UnusableFile: the file cannot be read, or none of its sheets has a usable header.
    """
    from parcli.workbook.opening import open_book  # heavy, and not needed for a form already read

    book = open_book(Path(path))
    return read_form(book, str(path))


def read_form(book: Book, source: str) -> Form:
    """Return the form on the sheet with a usable header and the most rows.

    Raises:
        UnusableFile: no sheet has one; the sentence says which header words were found where.
    """
    found = [(sheet, header) for sheet in book.sheets if (header := find_header(sheet)) is not None]
    usable = [(sheet, header) for sheet, header in found if header.usable]
    if not usable:
        raise _no_header(found, source)
    forms = [_form(sheet, header, source) for sheet, header in _seen_first(usable)]
    chosen = max(forms, key=lambda form: len(form.rows))
    others = tuple(
        Finding(
            "sheet-not-read",
            form.sheet,
            {"sheet": form.sheet, "chosen": chosen.sheet, "rows": len(form.rows)},
        )
        for form in forms
        if form is not chosen and form.rows
    )
    return replace(chosen, findings=(*book.findings, *chosen.findings, *others))


def _seen_first(usable: list[_Candidate]) -> list[_Candidate]:
    """Return the visible sheets, or the hidden ones where nothing else is left."""
    return [pair for pair in usable if not pair[0].hidden] or usable


def _no_header(found: Iterable[_Candidate], source: str) -> UnusableFile:
    best = max(found, key=lambda pair: len(pair[1].named), default=None)
    if best is None or not best[1].named:
        return UnusableFile("header-not-found", path=source)
    header = best[1]
    seen = tuple(
        f"{column.header} ({column.place})" for column in header.columns if column.role in header.named
    )
    if not header.named & {"code", "title"}:
        missing: tuple[str, ...] = (words().examples["title"], words().examples["code"])
    else:
        missing = tuple(words().examples[role] for role in ("self", "appraised_1", "declared"))
    return UnusableFile("header-incomplete", path=source, found=seen, missing=missing)


def _form(sheet: Sheet, header: Header, source: str) -> Form:
    labels = read_labels(sheet, header.first_row)
    table = read_rows(sheet, header, labels.rows)
    return Form(
        source=source,
        sheet=sheet.title,
        labels=labels,
        columns=header.columns,
        rows=table.rows,
        ignored=table.ignored,
        findings=(
            *labels.findings,
            *header.findings,
            *unused_columns(sheet, header, table.rows),
            *_hidden(sheet, header),
            *_without_values(sheet, table.findings),
        ),
    )


def _without_values(sheet: Sheet, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Return the findings with one for all formulas where the file holds no value for any: one cause."""
    bare = [finding for finding in findings if finding.code == "formula-no-value"]
    if len(bare) <= _FEW or any(cell.formula and cell.has_cached for cell in sheet.cells.values()):
        return findings
    params: dict[str, Param] = {"count": len(bare), "last": bare[-1].place}
    others = (finding for finding in findings if finding.code != "formula-no-value")
    return (Finding("formulas-no-value", bare[0].place, params), *others)


def _filled(sheet: Sheet, header: Header, col: int) -> bool:
    rows = range(header.last_row + 1, sheet.bounds[0] + 1)
    return any(not cell_at(sheet, row, col).empty for row in rows)


def _hidden(sheet: Sheet, header: Header) -> Iterable[Finding]:
    """Yield a finding for each hidden row or column of the table that holds values (they are read)."""
    used = [column for column in header.columns if column.role in header.roles]
    for column in used:
        if column.col in sheet.hidden_cols and _filled(sheet, header, column.col):
            yield Finding("hidden-column", column.place, {"header": column.header})
    for row in sorted(sheet.hidden_rows):
        filled = [c.col for c in used if row > header.last_row and not cell_at(sheet, row, c.col).empty]
        if filled:
            yield Finding("hidden-row", place_of(sheet, row, filled[0]), {"row": row})
