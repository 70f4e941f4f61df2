"""Takes a sheet with several units' tables below each other apart, one sheet for each; it reads no row."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from msgspec import Struct

from parcli.errors import UnusableFile
from parcli.model.folding import folded
from parcli.model.period import Period
from parcli.workbook.header import Header, find_header
from parcli.workbook.labels import read_labels
from parcli.workbook.own_words import NO_WORDS, OwnWords
from parcli.workbook.repeated_headers import repeated_headers
from parcli.workbook.sheet import Area, Cell, Sheet, SparseSheet, part_of, place_of

_MOST_ABOVE = 15  # rows between a table and the header of the next one's
_Cells = dict[tuple[int, int], Cell]
_Table = tuple[Sheet, Header]


def units_below(
    sheet: Sheet, header: Header, source: str, words: OwnWords = NO_WORDS, *, asked: Period | None = None
) -> Sequence[_Table]:
    """Return a sheet and its header, or one of each unit where the header stands again below other units.

    ``words`` and ``asked`` as ``find_header`` takes them.

    Raises:
        UnusableFile: units stand below each other and the first table does not say whose it is.
    """
    starts = [] if header.units else list(_starts(sheet, header))
    if not starts:  # of nearly every sheet
        return ((sheet, header),)
    first = read_labels(sheet, header.first_row).unit
    if first is not None and {folded(each.unit) for each in starts} == {folded(first.value)}:
        return ((sheet, header),)
    if first is None:
        cells = tuple(place_of(sheet, each.row, min(sheet.rows[each.row])) for each in starts)
        names = tuple(dict.fromkeys(each.unit for each in starts))
        raise UnusableFile("workbook-units-below", path=source, cells=cells, names=names)
    own, *others = _parted(sheet, header, starts)
    tables = [(own, header)]
    for part, start in zip(others, starts, strict=True):
        below = find_header(part, words, asked=asked, above=start.row - 1)
        if below is None or not below.usable:
            return ((sheet, header),)
        tables.append((part, below))
    return tables


class _Start(Struct, frozen=True):
    """Where a further unit's part of the sheet begins, whose it is, and its header's first row."""

    row: int
    unit: str
    head: int


def _starts(sheet: Sheet, header: Header) -> Iterator[_Start]:
    last = header.last_row
    for row in repeated_headers(sheet, header):
        above = SparseSheet(sheet.title, dict(_above(sheet, header, row, last)))
        labels = read_labels(above, row)
        if labels.unit is not None:
            yield _Start(min(labels.rows), labels.unit.value, row)
        last = row


def _above(sheet: Sheet, header: Header, row: int, last: int) -> Iterator[tuple[tuple[int, int], Cell]]:
    """Yield the cells between a table's rows and the header below it."""
    points = {*header.layout.maxima, *header.layout.answers}
    for number in range(row - 1, max(last, row - _MOST_ABOVE), -1):
        cells = sheet.rows.get(number, {})
        if any(cell.kind == "number" for col, cell in cells.items() if col in points):
            return
        yield from (((number, col), cell) for col, cell in cells.items())


def _parted(sheet: Sheet, header: Header, starts: Sequence[_Start]) -> Iterator[Sheet]:
    """Yield the first unit's part of a sheet, then each further one's.

    A part that states no period has the lines above the first table, which may.
    """
    rows = [start.row for start in starts]
    parts: list[_Cells] = [{} for _ in range(len(rows) + 1)]
    merged: list[list[Area]] = [[] for _ in parts]
    for key, cell in sheet.cells.items():
        parts[bisect_right(rows, key[0])][key] = cell
    for area in sheet.merged:
        merged[bisect_right(rows, area.first_row)].append(area)
    labelled = read_labels(sheet, header.first_row).rows
    top = {k: v for k, v in parts[0].items() if k[0] < header.first_row and k[0] not in labelled}
    for number, cells in enumerate(parts):
        part = part_of(sheet, cells, merged[number])
        if number and read_labels(part, starts[number - 1].head).period is None:
            part = part_of(sheet, top | cells, merged[number])
        yield part
