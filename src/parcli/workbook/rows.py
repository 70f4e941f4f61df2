"""Reads the rows below a header: answers, footer totals, rows that hold none; it matches no criteria set."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from msgspec import Struct, field
from msgspec.structs import replace

from parcli.messages.vocabulary import NO, TICKS, YES
from parcli.model.assessment import Datum, DatumState
from parcli.model.finding import Finding
from parcli.model.folding import folded
from parcli.model.remembered import remembered
from parcli.workbook.codes import code_candidates, code_in_front
from parcli.workbook.columns import TEXT_ROLES
from parcli.workbook.deductions import after_deduction
from parcli.workbook.form import FormRow, FormValue, IgnoredReason, IgnoredRow
from parcli.workbook.header import Header
from parcli.workbook.layout import Layout
from parcli.workbook.merged import MergedCells, merged_cells
from parcli.workbook.numbering import numbers_columns
from parcli.workbook.numbers import read_cell, shown
from parcli.workbook.sheet import Cell, Sheet, SparseSheet, place_of
from parcli.workbook.signatures import is_signature
from parcli.workbook.words import phrase_key, starts_with_any, words

_FEWEST_NUMBERED = 3  # columns
_FOOTER_TERMS = re.compile(r"(?: [ivx0-9+]+)+$")  # "Tổng cộng (I+II)"


class Table(Struct, frozen=True):
    """The rows of a form, the rows left out (those above the header too), and what is wrong with cells."""

    rows: tuple[FormRow, ...]
    ignored: tuple[IgnoredRow, ...]
    findings: tuple[Finding, ...]


class _Reading(Struct):
    """What has been read so far; ``last`` is the last row with a code or a maximum."""

    last: int
    rows: list[FormRow] = field(default_factory=list)
    ignored: list[IgnoredRow] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    ended: bool = False


def read_rows(sheet: Sheet, header: Header, label_rows: frozenset[int]) -> Table:
    """Return every row below the header; a signature block ends the table.

    Values below the end are not read, and each such row is a finding.
    """
    last = max(sheet.rows, default=0)
    lines = [
        _line(row, header.layout, sheet.rows.get(row, {})) for row in range(header.last_row + 1, last + 1)
    ]
    reading = _Reading(max((line.row for line in lines if line.codes or line.has_max), default=0))
    for row, cells in sheet.rows.items():
        if row < header.first_row and row not in label_rows:
            reading.ignored.append(IgnoredRow(row, _row_text(cells), "title", sheet.title))
    named = {line.row: bool(line.codes) or line.has_max for line in lines if line.heads}
    merged = merged_cells(sheet, header, named)
    reading.findings += merged.findings
    for line in lines:
        _read_row(sheet, line, merged, reading)
    return Table(tuple(reading.rows), tuple(reading.ignored), tuple(reading.findings))


class _Line(Struct, frozen=True):
    """One sheet row with its filled cells by column; ``heads`` are those of codes and titles.

    ``codes`` are what its code can be, the likeliest first, ``title`` is without a code that counts.
    ``has_max`` tells whether it prints a maximum; who signs may stand in that column too.
    """

    row: int
    layout: Layout
    filled: Mapping[int, Cell]
    heads: Sequence[Cell]
    codes: tuple[str, ...]
    title: str
    has_max: bool

    @property
    def text(self) -> str:
        """Return the text of the whole row."""
        return _row_text(self.filled)

    @property
    def first(self) -> str:
        """Return what the row's first filled cell shows: there stands who signs."""
        return next(map(shown, self.filled.values()), "")

    def of(self, columns: Iterable[int]) -> list[Cell]:
        """Return the filled ones of these columns' cells."""
        return [self.filled[col] for col in columns if col in self.filled]

    @property
    def has_used(self) -> bool:
        """Tell whether a column that is read holds something."""
        return not self.filled.keys().isdisjoint(self.layout.used)

    @property
    def has_answers(self) -> bool:
        """Tell whether a column of answers holds something."""
        return not self.filled.keys().isdisjoint(self.layout.answers)

    @property
    def numbers(self) -> list[Cell]:
        """Return the cells of answers that hold anything but words: signatures stand there too."""
        answers = self.of(self.layout.answers)
        return [cell for cell in answers if cell.kind != "text" or read_cell(cell, "")[0].number is not None]


def _line(row: int, layout: Layout, filled: Mapping[int, Cell]) -> _Line:
    codes = [filled[col] for col in layout.codes if col in filled]
    titles = [filled[col] for col in layout.titles if col in filled]
    in_column = code_candidates(codes[0]) if codes else ()
    text = shown(titles[-1]) if titles else ""
    has_max = any(_is_max(filled[col]) for col in layout.maxima if col in filled)
    heads = [filled[col] for col in layout.heads if col in filled]
    in_front, rest = code_in_front(text)
    if in_front and (in_front in in_column or _front_counts(in_front, in_column, listed=bool(layout.codes))):
        return _Line(row, layout, filled, heads, (in_front,), rest, has_max)
    return _Line(row, layout, filled, heads, in_column, text, has_max)


def _is_max(cell: Cell) -> bool:
    return cell.kind == "number" or not is_signature(shown(cell))


def _front_counts(in_front: str, in_column: tuple[str, ...], *, listed: bool) -> bool:
    """Tell whether the code before the title is the row's, and the code column blank or a running number."""
    if any("." in code for code in in_column):
        return False
    return not (listed and in_front.isdigit())  # "1. Kế hoạch A" beside a code column numbers a unit's list


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
    values = _values(sheet, line, merged, reading.findings)
    if line.layout.deducts:
        values = _settled(values, reading.findings)
    reading.rows.append(_form_row(sheet, line, values))


def _why_ignored(line: _Line, reading: _Reading) -> IgnoredReason | None:
    if not line.has_used and not line.text:
        return "blank"
    if reading.ended:
        return "signature"
    if _is_numbering(line):
        return "numbering"
    if reading.rows and _is_wordy(line) and is_signature(line.first):
        return "signature"
    if reading.rows and reading.rows[-1].kind == "sum" and (_is_wordy(line) or _is_worked_out(line)):
        return "note"
    if reading.rows and _is_signed(line, reading):
        return "signature"
    if line.has_answers or line.codes:
        return None
    if reading.rows and not line.has_max and is_signature(line.first):
        return "signature"
    if starts_with_any(phrase_key(line.text), words().notes) or not (
        line.has_max or line.of(line.layout.titles)
    ):
        return "note"
    return None


def _form_row(sheet: Sheet, line: _Line, values: tuple[FormValue, ...]) -> FormRow:
    first = next(iter(line.heads or line.of(line.layout.used)))
    is_sum = any(_is_footer(cell.text) for cell in line.heads)
    codes = line.of(line.layout.codes)
    return FormRow(
        row=line.row,
        title=line.title,
        place=place_of(sheet, line.row, first.col),
        codes=() if is_sum else line.codes,
        code_text=shown(codes[0]) if codes else "",
        values=values,
        kind="sum" if is_sum else "row",
    )


@remembered
def _is_footer(text: str) -> bool:
    return bool(text) and _FOOTER_TERMS.sub("", phrase_key(text)) in words().footer


def _values(sheet: Sheet, line: _Line, merged: MergedCells, findings: list[Finding]) -> tuple[FormValue, ...]:
    valued, positions = line.layout.valued, line.layout.positions
    values = list(_blank_values(line.layout, sheet.title, line.row))
    for col, cell in line.filled.items():
        index = positions.get(col)
        if index is None:
            continue
        role = valued[index].role
        datum, finding = read_cell(cell, values[index].datum.place)
        values[index] = FormValue(role, datum)
        if finding is not None and (role not in TEXT_ROLES or finding.code != "number-two-readings"):
            findings.append(finding)  # no doubts about a number in a text
    for col, index in line.layout.own.items():
        if col not in line.filled and _shows_nothing(sheet, (line.row, col)):
            values[index] = FormValue("self", replace(values[index].datum, shows_nothing=True))
    if merged.texts or merged.refused:
        pairs = zip(values, valued, strict=True)
        values = [_merged_over(sheet, line, merged, value=value, col=each.col) for value, each in pairs]
    return tuple(values)


def _merged_over(sheet: Sheet, line: _Line, merged: MergedCells, *, value: FormValue, col: int) -> FormValue:
    """Return what counts in a cell: a text that is merged over it, or nothing where an answer is."""
    key = line.row, col
    if key in merged.refused:
        text, place = shown(merged.refused[key]), value.datum.place
        return FormValue(value.role, Datum(DatumState.REFUSED, text=text, place=place))
    cell = None if col in line.filled else merged.texts.get(key)
    if cell is None:
        return value
    return FormValue(value.role, read_cell(cell, place_of(sheet, cell.row, cell.col))[0])


@lru_cache(maxsize=1 << 11)  # rows: those of a few shapes of forms, which come again and again
def _blank_values(layout: Layout, title: str, row: int) -> tuple[FormValue, ...]:
    """Return the values of a row in which nothing stands; most cells of a form are so."""
    sheet = SparseSheet(title)
    return tuple(FormValue(each.role, Datum(place=place_of(sheet, row, each.col))) for each in layout.valued)


def _shows_nothing(sheet: Sheet, key: tuple[int, int]) -> bool:
    """Tell whether a formula for the unit's points has left them blank."""
    cell = sheet.cells.get(key)
    return cell is not None and cell.formula is not None


def _settled(values: tuple[FormValue, ...], findings: list[Finding]) -> tuple[FormValue, ...]:
    kept, finding = after_deduction(values)
    if finding is not None:
        findings.append(finding)
    return kept


def _is_numbering(line: _Line) -> bool:
    """Tell whether the row only numbers the columns."""
    titled = not line.layout.titles or line.of(line.layout.titles)
    if len(line.filled) < _FEWEST_NUMBERED or not titled:
        return False
    return numbers_columns((col, shown(cell)) for col, cell in line.filled.items())


def _is_wordy(line: _Line) -> bool:
    """Tell whether a row has words only, and those where answers and texts stand: whoever signs the form."""
    return not line.has_max and not line.heads and not line.numbers


def _is_signed(line: _Line, reading: _Reading) -> bool:
    """Tell whether a row below all criteria has words in its columns of answers that say who signs.

    Below the total any words are that, but those of an answer: nothing is left there that they could answer.
    """
    if line.row <= reading.last or line.numbers or not line.has_answers:
        return False
    texts = [shown(cell) for cell in line.of(line.layout.answers)]
    below_total = reading.rows[-1].kind == "sum" and not any(map(_is_answer, texts))
    return below_total or any(map(is_signature, texts))


def _is_answer(text: str) -> bool:
    key = folded(text)
    said = words().not_applicable | words().did_not_arise
    return key in YES | NO | TICKS | words().marks or phrase_key(text) in said


def _is_worked_out(line: _Line) -> bool:
    """Tell whether a row repeats what is known otherwise: a share, a rank, a grade below the total."""
    return any(words().roles.get(phrase_key(cell.text)) == "derived" for cell in line.of(line.layout.titles))


def _row_text(cells: Mapping[int, Cell]) -> str:
    return " | ".join(map(shown, cells.values()))
