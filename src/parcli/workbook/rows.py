"""Reads the rows below a header: answers, footer totals, rows that hold none; it matches no criteria set."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct, field

from parcli.model.assessment import Datum, DatumState
from parcli.model.finding import Finding
from parcli.workbook.codes import code_candidates, code_in_front
from parcli.workbook.columns import ANSWER_ROLES, TEXT_ROLES, Column
from parcli.workbook.deductions import after_deduction
from parcli.workbook.form import FormRow, FormValue, IgnoredReason, IgnoredRow
from parcli.workbook.header import Header
from parcli.workbook.merged import MergedCells, merged_cells
from parcli.workbook.numbers import read_cell
from parcli.workbook.sheet import Cell, Sheet, place_of
from parcli.workbook.words import phrase_key, starts_with_any, words

_LONGEST_SIGNATURE = 10  # words
_FEWEST_NUMBERED = 3  # columns
_FOOTER_TERMS = re.compile(r"(?: [ivx0-9+]+)+$")  # "Tổng cộng (I+II)"


class Table(Struct, frozen=True):
    """The rows of a form, the rows left out (those above the header too), and what is wrong with cells."""

    rows: tuple[FormRow, ...]
    ignored: tuple[IgnoredRow, ...]
    findings: tuple[Finding, ...]


class _Reading(Struct):
    rows: list[FormRow] = field(default_factory=list)
    ignored: list[IgnoredRow] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    ended: bool = False


def read_rows(sheet: Sheet, header: Header, label_rows: frozenset[int]) -> Table:
    """Return every row below the header; a signature block ends the table.

    Values below the end are not read, and each such row is a finding.
    """
    reading = _Reading()
    by_row = _filled_by_row(sheet)
    for row in range(1, header.first_row):
        if row in by_row and row not in label_rows:
            reading.ignored.append(IgnoredRow(row, _row_text(by_row[row]), "title", sheet.title))
    used = tuple(column for column in header.columns if column.role in header.roles)
    lines = [
        _line(row, used, by_row.get(row, {}))
        for row in range(header.last_row + 1, max(by_row, default=0) + 1)
    ]
    named = {line.row: bool(_codes(line)[0]) or line.has_max for line in lines if line.of("code", "title")}
    merged = merged_cells(sheet, header, named)
    reading.findings += merged.findings
    for line in lines:
        _read_row(sheet, line, merged, reading)
    return Table(tuple(reading.rows), tuple(reading.ignored), tuple(reading.findings))


class _Line(Struct, frozen=True):
    """One sheet row: its filled cells, and those of them that stand in used columns."""

    row: int
    columns: tuple[Column, ...]
    cells: dict[int, Cell]
    filled: dict[int, Cell]

    @property
    def text(self) -> str:
        """Return the text of the whole row."""
        return _row_text(self.filled)

    def of(self, *roles: str) -> list[Cell]:
        """Return the filled cells of roles from left to right."""
        return [self.cells[c.col] for c in self.columns if c.role in roles and c.col in self.cells]

    @property
    def has_answers(self) -> bool:
        """Tell whether a column of answers holds something."""
        return any(c.role in ANSWER_ROLES and c.col in self.cells for c in self.columns)

    @property
    def numbers(self) -> list[Cell]:
        """Return the cells of answers that hold anything but words: signatures stand there too."""
        answers = self.of(*ANSWER_ROLES)
        return [cell for cell in answers if cell.kind != "text" or read_cell(cell, "")[0].number is not None]

    @property
    def has_max(self) -> bool:
        """Tell whether the row prints a maximum."""
        return bool(self.of("max"))


def _line(row: int, used: tuple[Column, ...], filled: dict[int, Cell]) -> _Line:
    cells = {column.col: filled[column.col] for column in used if column.col in filled}
    return _Line(row, used, cells, filled)


def _read_row(sheet: Sheet, line: _Line, merged: MergedCells, reading: _Reading) -> None:
    why = _why_ignored(line, reading)
    if why is not None:
        reading.ignored.append(IgnoredRow(line.row, line.text, why, sheet.title))
        if why == "signature":
            reading.ended = True
        if reading.ended and (numbers := line.numbers):
            cell = numbers[0]
            reading.findings.append(
                Finding("value-below-table", place_of(sheet, line.row, cell.col), {"row": line.row})
            )
        return
    values = _settled(tuple(_values(sheet, line, merged, reading.findings)), reading.findings)
    reading.rows.append(_form_row(sheet, line, values))


def _why_ignored(line: _Line, reading: _Reading) -> IgnoredReason | None:
    if not line.cells and not line.text:
        return "blank"
    if reading.ended:
        return "signature"
    if _is_numbering(line):
        return "numbering"
    if reading.rows and _is_wordy(line) and _is_signature(line.text):
        return "signature"
    if reading.rows and reading.rows[-1].kind == "sum" and (_is_wordy(line) or _is_worked_out(line)):
        return "note"
    if line.has_answers or _codes(line)[0]:
        return None
    if reading.rows and _is_signature(line.text):
        return "signature"
    if starts_with_any(phrase_key(line.text), words().notes) or not line.of("title", "max"):
        return "note"
    return None


def _form_row(sheet: Sheet, line: _Line, values: tuple[FormValue, ...]) -> FormRow:
    codes, title = _codes(line)
    named = line.of("code", "title") or list(line.cells.values())
    heads = [cell.text for cell in line.of("code", "title") if cell.text]
    is_sum = any(_FOOTER_TERMS.sub("", phrase_key(text)) in words().footer for text in heads)
    code_cells = line.of("code")
    return FormRow(
        row=line.row,
        title=title,
        place=place_of(sheet, line.row, named[0].col),
        codes=() if is_sum else codes,
        code_text=_shown(code_cells[0]) if code_cells else "",
        values=values,
        kind="sum" if is_sum else "row",
    )


def _codes(line: _Line) -> tuple[tuple[str, ...], str]:
    """Return what the row's code can be, the likeliest first, and its title without a code that counts."""
    titles = line.of("title")
    text = _shown(titles[-1]) if titles else ""
    in_front, rest = code_in_front(text)
    code_cells = line.of("code")
    in_column = code_candidates(code_cells[0]) if code_cells else ()
    if in_front and (in_front in in_column or _front_counts(line, in_front, in_column)):
        return (in_front,), rest
    return in_column, text


def _front_counts(line: _Line, in_front: str, in_column: tuple[str, ...]) -> bool:
    """Tell whether the code before the title is the row's, and the code column blank or a running number."""
    if any("." in code for code in in_column):
        return False
    listed = in_front.isdigit() and any(column.role == "code" for column in line.columns)
    return not listed  # "1. Kế hoạch A" beside a code column numbers a list of the unit


def _values(sheet: Sheet, line: _Line, merged: MergedCells, findings: list[Finding]) -> Iterator[FormValue]:
    for column in line.columns:
        if column.role in {"code", "title"}:
            continue
        key = line.row, column.col
        cell = line.cells.get(column.col) or merged.texts.get(key)
        row, col = key if cell is None else (cell.row, cell.col)
        place = place_of(sheet, row, col)
        datum, finding = (_blank(sheet, column, key), None) if cell is None else read_cell(cell, place)
        if finding is not None and _is_said(finding, column, is_own=row == line.row):
            findings.append(finding)
        if key in merged.refused:
            text = _shown(merged.refused[key])
            datum = Datum(DatumState.REFUSED, text=text, place=place)
        yield FormValue(column.role, datum)


def _blank(sheet: Sheet, column: Column, key: tuple[int, int]) -> Datum:
    """Return a blank value, which a formula for the unit's points may have left so."""
    cell = sheet.cells.get(key) if column.role == "self" else None
    shows_nothing = cell is not None and cell.formula is not None
    return Datum(place=place_of(sheet, *key), shows_nothing=shows_nothing)


def _settled(values: tuple[FormValue, ...], findings: list[Finding]) -> tuple[FormValue, ...]:
    kept, finding = after_deduction(values)
    if finding is not None:
        findings.append(finding)
    return kept


def _is_said(finding: Finding, column: Column, *, is_own: bool) -> bool:
    """Tell whether a cell's finding is kept: once where merged, no doubts about a number in a text."""
    return is_own and (column.role not in TEXT_ROLES or finding.code != "number-two-readings")


def _is_numbering(line: _Line) -> bool:
    """Tell whether the row only numbers the columns: 1 2 3, (1) (2) (3)=(1)+(2), A B 1 2.

    Numbers go up by one, or as the columns do where some are left out; letters stand in front.
    """
    marks = {col: _mark(cell) for col, cell in sorted(line.filled.items())}
    cols = list(marks)
    letters = [col for col in cols if len(marks[col]) == 1 and marks[col].isalpha()]
    numbers = {col: int(marks[col]) for col in cols if marks[col].isdecimal() and len(marks[col]) < 4}
    untitled = any(column.role == "title" for column in line.columns) and not line.of("title")
    if untitled or len(cols) < _FEWEST_NUMBERED or [*letters, *numbers] != cols:
        return False
    ordered = "".join(marks[col] for col in letters).upper()
    if not "ABCDEFGHIJ".startswith(ordered) or next(iter(numbers.values()), 1) != 1:
        return False
    return all(
        numbers[col] - numbers[before] in {1, col - before}
        for before, col in zip(numbers, list(numbers)[1:], strict=False)
    )


def _mark(cell: Cell) -> str:
    """Return what numbers a column, without brackets and without how it is worked out ("5=3-4")."""
    return _shown(cell).partition("=")[0].strip("() ")


def _is_wordy(line: _Line) -> bool:
    """Tell whether a row has words only, and those where answers and texts stand: whoever signs the form."""
    return not line.numbers and not line.of("code", "title", "max")


def _is_worked_out(line: _Line) -> bool:
    """Tell whether a row repeats what is known otherwise: a share, a rank, a grade below the total."""
    return any(words().roles.get(phrase_key(cell.text)) == "derived" for cell in line.of("title"))


def _is_signature(text: str) -> bool:
    key = phrase_key(text)
    if len(key.split()) > _LONGEST_SIGNATURE:
        return False
    is_date = {words().time["day"], words().time["month"]} <= set(key.split())
    return is_date or starts_with_any(key, words().signatures)


def _filled_by_row(sheet: Sheet) -> dict[int, dict[int, Cell]]:
    by_row: dict[int, dict[int, Cell]] = {}
    for (row, col), cell in sorted(sheet.cells.items()):
        if not cell.empty:
            by_row.setdefault(row, {})[col] = cell
    return by_row


def _row_text(cells: Mapping[int, Cell]) -> str:
    return " | ".join(_shown(cell) for cell in cells.values())


def _shown(cell: Cell) -> str:
    return cell.text or read_cell(cell, "")[0].text
