"""Finds the table's header by its words and gives each column a role; it decides nothing below it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from parcli.model.finding import Finding
from parcli.workbook.column_settling import settled
from parcli.workbook.columns import ANSWER_ROLES, Column, is_used
from parcli.workbook.header_roles import CONTAINS, NAMED, Meaning, RoleFinder, role_finder
from parcli.workbook.header_text import HeaderRows, HeaderText, header_text
from parcli.workbook.own_words import NO_WORDS, OwnWords
from parcli.workbook.sheet import Sheet, cell_at, column_letters, place_of
from parcli.workbook.units_beside import UnitColumns, units_beside
from parcli.workbook.words import phrase_key, words

SEARCHED_ROWS = 40
_MOST_HEADER_ROWS = 4


class Header(Struct, frozen=True):
    """The header's rows (both included), its columns from left to right, and what is doubtful about them.

    ``units`` are the units that stand side by side, each with columns of its own; then ``columns`` are those
    of the first.
    """

    first_row: int
    last_row: int
    columns: tuple[Column, ...]
    findings: tuple[Finding, ...] = ()
    units: tuple[UnitColumns, ...] = ()

    def of(self, role: str) -> tuple[Column, ...]:
        """Return the columns of a role."""
        return tuple(column for column in self.columns if column.role == role)

    @property
    def roles(self) -> frozenset[str]:
        """Return the roles that the form has, unused columns left out."""
        return frozenset(column.role for column in self.columns if is_used(column.role))

    @property
    def named(self) -> frozenset[str]:
        """Return the roles that a header names; a sentence that only mentions one is no header."""
        return frozenset(c.role for c in self.columns if is_used(c.role) and c.fit > CONTAINS)

    @property
    def usable(self) -> bool:
        """Tell whether rows can be told apart and at least one column holds answers."""
        return bool(self.named & {"code", "title"}) and bool(self.roles & ANSWER_ROLES)

    def answers_to(self, text: str) -> bool:
        """Tell whether a column was given its role because of this header's text or these letters."""
        asked = [column for unit in self.units for column in unit.columns] or self.columns
        return any(_is_called(column, text) for column in asked if column.fit == NAMED)

    def one_by_one(self) -> Iterator[tuple[Header, UnitColumns | None]]:
        """Yield the header of each unit that stands side by side, or this one where none do."""
        if not self.units:
            yield self, None
        for unit in self.units:
            columns, findings = settled(unit.columns)
            yield replace(self, columns=columns, findings=findings, units=()), unit


def find_header(sheet: Sheet, own: OwnWords = NO_WORDS) -> Header | None:
    """Return the header with the most roles within the first rows, usable or not; None without any word."""
    best: tuple[tuple[bool | int, ...], Header] | None = None
    finder, rows = role_finder(own), HeaderRows(sheet)
    for first in range(1, min(SEARCHED_ROWS, sheet.bounds[0]) + 1):
        for last in range(first, first + _MOST_HEADER_ROWS):
            header = _header_at(sheet, rows, (first, last), finder)
            if header is None:
                break
            worth = _worth(header)
            if header.roles and (best is None or worth > best[0]):
                best = worth, header
    return best[1] if best else None


def _worth(header: Header) -> tuple[bool | int, ...]:
    """Return what one header is preferred to another by, the weightiest first."""
    told = not any(unit.assumed for unit in header.units)
    texts = sum(bool(column.header) for column in header.columns if column.fit == NAMED)
    rows = header.last_row - header.first_row
    doubts = -len(header.findings)
    return header.usable, len(header.roles), len(header.units), told, texts, doubts, -rows, -header.first_row


def _header_at(sheet: Sheet, rows: HeaderRows, window: tuple[int, int], finder: RoleFinder) -> Header | None:
    """Return the header that the window's rows make, or None when the last of them cannot belong to one."""
    first, last = window
    texts = header_text(rows, first, last)
    if texts is None:
        return None
    if any(_title_above_text(text) or _is_label(text) for text in texts.values()):
        return None  # a text below the title's header is a row of the table; labels stand above it
    by_letters = finder.own.letters(phrase_key(part) for text in texts.values() for part in text.parts)
    meanings = {col: finder.meaning(text.parts) for col, text in texts.items()}
    if not by_letters and not any(is_used(meaning.role) for meaning in meanings.values()):
        return Header(first, last, ())
    columns = [
        _column(sheet, col, texts.get(col), meanings.get(col, Meaning()))
        for col in sorted({*texts, *(col for col in by_letters if col <= sheet.bounds[1])})
    ]
    columns = [_asked(column, by_letters, last, sheet) for column in columns]
    columns = _short_pair(_codes_beside_titles(sheet, last, columns), finder)
    units = units_beside(sheet, columns, (first, last), finder)
    ready, findings = settled(units[0].columns if units else columns)
    return Header(first, last, ready, findings, units)


def _title_above_text(text: HeaderText) -> bool:
    return any(words().roles.get(phrase_key(own)) in {"code", "title"} for own in text.own[:-1])


def _is_label(text: HeaderText) -> bool:
    return any(part.endswith(":") for part in text.parts)


def _column(sheet: Sheet, col: int, text: HeaderText | None, meaning: Meaning) -> Column:
    if text is None:
        return Column("unknown", col, "", "", own=False)
    return Column(
        meaning.role,
        col,
        " / ".join(text.parts),
        place_of(sheet, text.row, col),
        meaning.fit,
        meaning.round,
        own=bool(text.own),
        below_answers=any(map(_heads_answers, text.parts[:-1])),
        parts=text.parts,
    )


def _asked(column: Column, by_letters: Mapping[int, str], last: int, sheet: Sheet) -> Column:
    """Return the column with the role that was asked for by its letters, where one was."""
    role = by_letters.get(column.col)
    if role is None:
        return column
    number = {"appraised_1": 1, "appraised_2": 2}.get(role, 0)
    place = column.place or place_of(sheet, last, column.col)
    return replace(column, role="ignored" if role == "ignore" else role, fit=NAMED, round=number, place=place)


def _is_called(column: Column, text: str) -> bool:
    ends = (" ".join(column.parts[index:]) for index in range(len(column.parts)))
    return column_letters(column.col) == text.upper() or phrase_key(text) in map(phrase_key, ends)


def _heads_answers(parent: str) -> bool:
    key = f" {phrase_key(parent)} "
    return any(f" {phrase} " in key for phrase in words().answers_above)


def _short_pair(columns: list[Column], finder: RoleFinder) -> list[Column]:
    """Return the columns with the only "TC" and the "TĐ" beside it as points, where titles have their own."""
    if not any(column.role == "title" for column in columns):
        return columns
    short = {c.col: finder.short(c.parts) for c in columns if c.role in {"unknown", "unclear"}}
    pair = {col: meaning for col, meaning in short.items() if meaning.role != "unknown"}
    if sorted(meaning.role for meaning in pair.values()) != ["appraised_1", "self"]:
        return columns
    return [
        replace(c, role=pair[c.col].role, fit=pair[c.col].fit, round=pair[c.col].round)
        if c.col in pair
        else c
        for c in columns
    ]


def _codes_beside_titles(sheet: Sheet, last: int, columns: list[Column]) -> list[Column]:
    """Return the columns with the first of two title columns as codes, where that is what stands in it."""
    titles = [column for column in columns if column.role == "title"]
    if len(titles) < 2 or any(column.role == "code" for column in columns):
        return columns
    col = titles[0].col
    filled = [cell_at(sheet, row, col) for row in range(last + 1, sheet.bounds[0] + 1)]
    filled = [cell for cell in filled if not cell.empty]
    short = [cell for cell in filled if cell.kind != "text" or (len(cell.text) < 10 and "." in cell.text)]
    if 2 * len(short) <= len(filled):
        return columns
    return [replace(column, role="code") if column.col == col else column for column in columns]
