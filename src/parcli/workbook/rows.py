"""Reads the rows below a header: answers, footer totals, rows that hold none; it matches no criteria set."""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct, field
from msgspec.structs import replace

from parcli.model.assessment import NO_ANSWER, Datum, DatumState
from parcli.model.finding import Finding
from parcli.workbook.columns import TEXT_ROLES
from parcli.workbook.deductions import after_deduction
from parcli.workbook.form import FormRow, FormValue, IgnoredRow
from parcli.workbook.header import Header
from parcli.workbook.ignored_rows import RowSorter
from parcli.workbook.layout import Layout
from parcli.workbook.merged import MergedCells, merged_cells
from parcli.workbook.numbers import read_cell, read_words, shown
from parcli.workbook.repeated_headers import RepeatedHeader, other_order, repeated_headers
from parcli.workbook.row_lines import Line, Told, line_of, line_without_texts, row_text
from parcli.workbook.sheet import Cell, Sheet, SparseSheet, place_of
from parcli.workbook.sum_names import sum_name


class Table(Struct, frozen=True):
    """The rows of a form, the rows left out (those above the header too), and what is wrong with cells."""

    rows: tuple[FormRow, ...]
    ignored: tuple[IgnoredRow, ...]
    findings: tuple[Finding, ...]


class _Reading(Struct):
    """What has been read so far; ``moved`` are the columns that are another one's since a header said so."""

    sorter: RowSorter
    merged: MergedCells
    made: bool
    rows: list[FormRow] = field(default_factory=list)
    ignored: list[IgnoredRow] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    moved: frozenset[int] = frozenset()


def read_rows(sheet: Sheet, header: Header, label_rows: frozenset[int], *, made: bool = False) -> Table:
    """Return every row below the header; a signature block ends the table.

    Values below the end are not read, and each such row is a finding. ``made`` tells that this program made
    the table: codes stand in their column only, and no word ends it before its total.
    """
    last = max(sheet.rows, default=0)
    lines = [
        line_of(row, header.layout, sheet.rows.get(row, {}), made=made)
        for row in range(header.last_row + 1, last + 1)
    ]
    repeated = {} if made else repeated_headers(sheet, header)
    own = [line for line in lines if line.row not in repeated] if repeated else lines
    merged = merged_cells(
        sheet, header, {line.row: bool(line.codes) or line.has_max for line in own if line.heads}
    )
    reading = _Reading(RowSorter(own, repeated, made=made), merged, made, findings=[*merged.findings])
    for row, cells in sheet.rows.items():
        if row < header.first_row and row not in label_rows:
            reading.ignored.append(IgnoredRow(row, row_text(cells), "title", sheet.title))
    for line in lines:
        if line.row in repeated:
            _read_header(sheet, header, repeated[line.row], reading)
        _read_row(sheet, line, reading)
    return Table(tuple(reading.rows), tuple(reading.ignored), tuple(reading.findings))


def _read_header(sheet: Sheet, header: Header, repeated: RepeatedHeader, reading: _Reading) -> None:
    """Note which columns hold another one's values from here on, with one finding."""
    if reading.sorter.ended:
        return
    moved = frozenset(repeated.moved)
    if moved - reading.moved:
        reading.findings.append(other_order(sheet, header, repeated))
    reading.moved = moved


def _read_row(sheet: Sheet, line: Line, reading: _Reading) -> None:
    why = reading.sorter.why_ignored(line)
    if why is not None:
        reading.ignored.append(IgnoredRow(line.row, line.text, why, sheet.title))
        if reading.sorter.ended and (numbers := line.numbers):
            cell = numbers[0]
            reading.findings.append(
                Finding("value-below-table", place_of(sheet, line.row, cell.col), {"row": line.row})
            )
        return
    row = _usual_row(sheet, line, reading) or _any_row(sheet, line, reading)
    reading.sorter.take(row.kind)
    reading.rows.append(row)


def _usual_row(sheet: Sheet, line: Line, reading: _Reading) -> FormRow | None:
    """Return a row of which each cell says what it says, as in nearly all forms; None for another."""
    if line.told is None or not line.heads or line.layout.deducts or reading.moved or reading.merged.refused:
        return None
    bare, findings = _bare_row(line.told, sheet.title, line.row, _silent(sheet, line))
    reading.findings += findings
    return _with_texts(sheet, line, bare, reading)


@lru_cache(maxsize=1 << 12)  # rows: what units answer is often the same, but for their own texts
def _bare_row(
    told: Told, title: str, row: int, silent: tuple[int, ...]
) -> tuple[FormRow, tuple[Finding, ...]]:
    """Return a row as its cells but those of texts make it, and what is wrong with them."""
    line = line_without_texts(row, told)
    findings: list[Finding] = []
    values = _values(line, title, silent, findings)
    return _form_row(SparseSheet(title), line, tuple(values), made=told.made), tuple(findings)


def _with_texts(sheet: Sheet, line: Line, bare: FormRow, reading: _Reading) -> FormRow:
    """Return a row with the unit's own texts, the very same one where it has none."""
    values, texts = list(bare.values), list[FormValue]()
    for col, index in line.layout.texts.items():
        cell, blank = line.filled.get(col), values[index]
        if cell is not None:
            datum = _text(cell, blank.datum.place, reading.findings)
        elif (over := reading.merged.texts.get((line.row, col))) is not None:
            datum = read_cell(over, place_of(sheet, over.row, over.col))[0]
        else:
            continue
        values[index] = value = FormValue(blank.role, datum)
        if datum.text:
            texts.append(value)
    if not texts:
        return bare
    own = bare.codes, bare.code_text, tuple(values), bare.kind
    return FormRow(bare.row, bare.title, bare.place, *own, bare, tuple(texts))


def _text(cell: Cell, place: str, findings: list[Finding]) -> Datum:
    if isinstance(cell.value, str):
        return read_words(cell.value, place)
    datum, finding = read_cell(cell, place)
    if finding is not None:
        findings.append(finding)
    return datum


def _any_row(sheet: Sheet, line: Line, reading: _Reading) -> FormRow:
    values = tuple(_values(line, sheet.title, _silent(sheet, line), reading.findings))
    merged, columns = reading.merged, line.layout.valued
    if merged.texts or merged.refused:
        pairs = zip(values, columns, strict=True)
        values = tuple(
            [_merged_over(sheet, line, merged, value=value, col=each.col) for value, each in pairs]
        )
    if reading.moved:
        values = _without_moved(line, values, reading.moved)
    if line.layout.deducts:
        values = _settled(values, reading.findings)
    return _form_row(sheet, line, values, made=reading.made)


def _without_moved(line: Line, values: tuple[FormValue, ...], moved: frozenset[int]) -> tuple[FormValue, ...]:
    """Return the values with those refused that stand in columns of other ones."""
    return tuple(
        _refused(value) if each.col in moved and value.datum.state is not NO_ANSWER else value
        for value, each in zip(values, line.layout.valued, strict=True)
    )


def _refused(value: FormValue) -> FormValue:
    datum = value.datum
    return FormValue(value.role, Datum(DatumState.REFUSED, text=datum.text, place=datum.place))


def _form_row(sheet: Sheet, line: Line, values: tuple[FormValue, ...], *, made: bool) -> FormRow:
    first = next(iter(line.heads or line.of(line.layout.used)))
    # in a table of this program a list may name anything; its total has a maximum
    named = (
        () if made and not line.has_max else [name for cell in line.heads if (name := sum_name(cell.text))]
    )
    codes = line.of(line.layout.codes)
    return FormRow(
        row=line.row,
        title=line.title,
        place=place_of(sheet, line.row, first.col),
        codes=named[0].codes if named else line.codes,
        code_text=shown(codes[0]) if codes else "",
        values=values,
        kind="sum" if named else "row",
    )


def _values(line: Line, title: str, silent: tuple[int, ...], findings: list[Finding]) -> list[FormValue]:
    """Return what each cell says; ``silent`` are those whose formula has left the unit's points blank."""
    valued, positions = line.layout.valued, line.layout.positions
    values = list(_blank_values(line.layout, title, line.row))
    for col, cell in line.filled.items():
        index = positions.get(col)
        if index is None:
            continue
        role, place = valued[index].role, values[index].datum.place
        if role in TEXT_ROLES:
            values[index] = FormValue(role, _text(cell, place, findings))
            continue
        datum, finding = read_cell(cell, place)
        values[index] = FormValue(role, datum)
        if finding is not None:
            findings.append(finding)
    for index in silent:
        values[index] = FormValue("self", replace(values[index].datum, shows_nothing=True))
    return values


def _silent(sheet: Sheet, line: Line) -> tuple[int, ...]:
    """Return which values of the unit's points a formula has left blank."""
    filled, row = line.filled, line.row
    return tuple(
        [i for col, i in line.layout.own.items() if col not in filled and _shows_nothing(sheet, (row, col))]
    )


def _merged_over(sheet: Sheet, line: Line, merged: MergedCells, *, value: FormValue, col: int) -> FormValue:
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
