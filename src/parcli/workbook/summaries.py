"""Tells tables of results from forms: one row for each unit, totals and no answers; it reads no figure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Literal

from msgspec import Struct

from parcli.workbook.codes import code_in_front
from parcli.workbook.header import SEARCHED_ROWS, Header
from parcli.workbook.header_roles import EXACT
from parcli.workbook.sheet import Cell, Sheet, place_of
from parcli.workbook.table_words import area_of_header, header_role, table_words
from parcli.workbook.words import phrase_among, phrase_key, words

SummaryKind = Literal["ranking", "areas", "indices"]

_FEWEST = 3  # columns: a label above a table has two cells
_DEPTH = 3  # header rows below the one that heads the units
_FEW_AREAS = 2  # columns headed by an area, from which on no further word is needed
_RESULTS = frozenset({"total", "appraised", "rank", "grade", "percent"})


class Summary(Struct, frozen=True):
    """A table of results; ``place`` is the cell that heads its units.

    ``ranking``: one figure or a few for each unit; ``areas``: the same points for every area; ``indices``:
    with an index for every area.
    """

    kind: SummaryKind
    place: str


def summary_on(sheet: Sheet, header: Header | None) -> Summary | None:
    """Return what kind of results a sheet holds, None where it may be a form.

    A header that names the criteria of the rows is a form's, whatever else stands in it.
    """
    if header is not None and header.usable and _names_criteria(header):
        return None
    for row in range(1, SEARCHED_ROWS + 1):
        units = next(filter(_heads_units, sheet.rows.get(row, {}).values()), None)
        if units is None:
            continue
        heads = _texts(sheet, row)
        if len(heads) < _FEWEST or any(cell.text.endswith(":") for cell in heads.values()):
            continue
        if header is not None and header.usable and _has_titles_before(header, units.col):
            return None
        below = [
            cell.text
            for depth in range(_DEPTH + 1)
            for cell in _texts(sheet, row + depth).values()
            if cell.col != units.col
        ]
        if any(_is_result(text) for text in below) or _areas(heads.values()) >= _FEW_AREAS:
            return Summary(_kind(below), place_of(sheet, units.row, units.col))
    return None


def _heads_units(cell: Cell) -> bool:
    return cell.kind == "text" and bool(phrase_among(cell.text, _units()))


@cache
def _units() -> frozenset[str]:
    table = table_words()
    return frozenset({*table.unit_levels, *(key for key, role in table.roles.items() if role == "unit")})


def _names_criteria(header: Header) -> bool:
    """Tell whether a column is headed as one of titles and nothing else."""
    return any(column.own and column.fit >= EXACT for column in header.of("title"))


def _has_titles_before(header: Header, units: int) -> bool:
    """Tell whether a column of titles stands before the units: behind them areas have their columns."""
    return any(column.own and column.col < units for column in header.of("title"))


def _texts(sheet: Sheet, row: int) -> Mapping[int, Cell]:
    """Return a row's cells with a text, by column."""
    return {col: cell for col, cell in sheet.rows.get(row, {}).items() if cell.text}


def _is_result(text: str) -> bool:
    return header_role(text) in _RESULTS or words().roles.get(phrase_key(text)) in {"survey", "derived"}


def _areas(heads: Iterable[Cell]) -> int:
    return sum(bool(area_of_header(cell.text) or code_in_front(cell.text)[0]) for cell in heads)


def _kind(texts: list[str]) -> SummaryKind:
    """Return the kind by the words that stand below every area."""
    repeated = {key for key, count in Counter(map(phrase_key, texts)).items() if count > 1}
    if not repeated:
        return "ranking"
    return "indices" if any(header_role(key) in {"index", "percent"} for key in repeated) else "areas"
