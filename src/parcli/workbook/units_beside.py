"""Tells whether a header's columns are those of several units side by side, and whose each is.

Three layouts occur: a column for each unit, with or without a header that says what all of them hold, and
several columns below each unit's name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from parcli.model.folding import folded
from parcli.workbook.columns import ANSWER_ROLES, Column
from parcli.workbook.header_roles import BEGINS, EXACT, OTHER_PERIOD, Meaning, RoleFinder
from parcli.workbook.numbers import read_cell
from parcli.workbook.periods import period_of
from parcli.workbook.sheet import Cell, Sheet
from parcli.workbook.table_words import table_words
from parcli.workbook.words import phrase_key, starts_with_any, words

_PLAIN = 3  # from so many columns on, names without a word such as "Sở" are believed to be units
_OPEN = frozenset({"unknown", "unclear"})


class UnitColumns(Struct, frozen=True):
    """One unit's name, as its header says it, and the columns that are its own or common to all units.

    ``own`` are the numbers of its own columns. ``assumed``: no header says what they hold.
    """

    name: str
    place: str
    columns: tuple[Column, ...]
    own: frozenset[int]
    assumed: bool


class _Reading(Struct, frozen=True):
    """How a column can be read as a unit's: its name, what the other texts mean, whether that is points."""

    name: str
    meaning: Meaning
    known: bool


class _Claim(Struct, frozen=True):
    column: Column
    name: str
    meaning: Meaning
    blank: bool


def may_stand_beside(columns: Sequence[Column], finder: RoleFinder) -> bool:
    """Tell whether the columns can be several units', whatever stands below their header."""
    if not _has_titles(columns):
        return False
    readable = [next(_readings(column, finder), None) is not None for column in columns]
    common = (column for column, can_be_own in zip(columns, readable, strict=True) if not can_be_own)
    return sum(readable) > 1 and not any(column.role in ANSWER_ROLES for column in common)


def units_beside(
    sheet: Sheet, columns: Sequence[Column], rows: tuple[int, int], finder: RoleFinder
) -> tuple[UnitColumns, ...]:
    """Return the units in their order, () where the columns are those of one unit.

    ``rows`` are the header's first and last. Points that no header explains are appraised ones, or the units'
    own where a line above the table says so.
    """
    if not _has_titles(columns):
        return ()
    claims = _among(
        [claim for column in columns if (claim := _claim(sheet, column, rows[1], finder)) is not None]
    )
    claimed = {claim.column.col for claim in claims}
    common = [column for column in columns if column.col not in claimed]
    by_name = _by_name(claims)
    if any(column.role in ANSWER_ROLES for column in common) or not _are_units(by_name):
        return ()
    common = [_left_out(column) for column in common]
    assumed = _assumed_role(sheet, rows[0])
    return tuple(_unit(group, common, assumed) for group in by_name.values())


def _has_titles(columns: Iterable[Column]) -> bool:
    return any(column.role == "title" and column.fit >= EXACT for column in columns)


def _claim(sheet: Sheet, column: Column, last: int, finder: RoleFinder) -> _Claim | None:
    """Return whose column it is, by the first reading that fits what stands below."""
    for reading in _readings(column, finder):
        filled = _filled(sheet, column.col, last)
        if reading.known or 2 * sum(map(_is_answer, filled)) >= len(filled):
            blank = not (reading.known or filled)
            return _Claim(column, reading.name, reading.meaning, blank)
    return None


def _readings(column: Column, finder: RoleFinder) -> Iterator[_Reading]:
    """Yield whose column it can be: one of its header's texts is a name, the others say what it holds."""
    if column.role == OTHER_PERIOD:
        return
    for index in reversed(range(len(column.parts))):
        name = column.parts[index]
        rest = (*column.parts[:index], *column.parts[index + 1 :])
        if not _may_be_name(name, finder):
            continue
        meaning = _below_name(rest, finder)
        if column.fit > max(EXACT, meaning.fit):
            continue  # somebody said what it is, and not by a text that stands below a name
        known = meaning.role in ANSWER_ROLES | {"max", "after", "deducted"} and meaning.fit >= BEGINS
        if known or meaning.role in _OPEN:
            yield _Reading(name, meaning, known)


def _below_name(texts: Sequence[str], finder: RoleFinder) -> Meaning:
    """Return what the texts beside a unit's name mean: there "TC" and "TĐ" are points."""
    meaning = finder.meaning(texts) if texts else Meaning()
    return finder.short(texts) if texts and meaning.role == "unknown" else meaning


def _among(claims: Sequence[_Claim]) -> list[_Claim]:
    """Return the claims without blank columns that neither stand between units' nor are called so."""
    filled = [claim.column.col for claim in claims if not claim.blank]
    return [
        claim
        for claim in claims
        if not claim.blank
        or starts_with_any(phrase_key(claim.name), words().unit_names)
        or (filled and min(filled) < claim.column.col < max(filled))
    ]


def _may_be_name(text: str, finder: RoleFinder) -> bool:
    key = phrase_key(text)
    if not key or not any(char.isalpha() for char in key) or key in table_words().not_units:
        return False
    if period_of(text) is not None or any(f" {word} " in f" {key} " for word in words().no_unit_names):
        return False
    return finder.meaning([text]).role == finder.short([text]).role == "unknown"


def _filled(sheet: Sheet, col: int, last: int) -> list[Cell]:
    return [cells[col] for row, cells in sheet.rows.items() if row > last and col in cells]


def _is_answer(cell: Cell) -> bool:
    """Tell whether a cell holds points, or one of the words for none."""
    datum, finding = read_cell(cell, "")
    return datum.number is not None or finding is not None or not datum.given


def _by_name(claims: Iterable[_Claim]) -> Mapping[str, list[_Claim]]:
    groups: dict[str, list[_Claim]] = {}
    for claim in claims:
        groups.setdefault(folded(claim.name), []).append(claim)
    return groups


def _are_units(groups: Mapping[str, list[_Claim]]) -> bool:
    """Tell whether the names are units': each has the same columns, and the names look like units'."""
    held = [sorted(_shown_role(claim) for claim in group) for group in groups.values()]
    if len(groups) < 2 or any(each != held[0] or len(set(each)) < len(each) for each in held):
        return False
    return len(groups) >= _PLAIN or all(starts_with_any(key, words().unit_names) for key in groups)


def _shown_role(claim: _Claim) -> str:
    return "" if claim.meaning.role in _OPEN else f"{claim.meaning.role} {claim.meaning.round}"


def _left_out(column: Column) -> Column:
    """Return a common column; a mean or total of the units is worked out from theirs."""
    is_mean = any(phrase_key(part) in table_words().not_units for part in column.parts)
    return replace(column, role="derived") if is_mean and column.role in _OPEN else column


def _unit(group: Sequence[_Claim], common: Sequence[Column], assumed: str) -> UnitColumns:
    own = [
        replace(
            claim.column,
            role=assumed if claim.meaning.role in _OPEN else claim.meaning.role,
            fit=claim.meaning.fit or EXACT,
            round=claim.meaning.round,
        )
        for claim in group
    ]
    return UnitColumns(
        name=group[0].name,
        place=own[0].place,
        columns=tuple(sorted((*common, *own), key=lambda column: column.col)),
        own=frozenset(column.col for column in own),
        assumed=any(claim.meaning.role in _OPEN for claim in group),
    )


def _assumed_role(sheet: Sheet, first: int) -> str:
    """Return the role of points that no header explains, by the lines above the table."""
    above = [f" {phrase_key(cell.text)} " for (row, _), cell in sheet.cells.items() if row < first]
    said = {
        role
        for phrase, role in words().roles.items()
        if role in {"self", "appraised_1"} and " " in phrase and any(f" {phrase} " in text for text in above)
    }
    return "self" if said == {"self"} else "appraised_1"
