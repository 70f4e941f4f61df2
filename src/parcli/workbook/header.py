"""Finds the table's header by its words and gives each column a role; it decides nothing below it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache

from msgspec import Struct
from msgspec.structs import replace

from parcli.model.finding import Finding
from parcli.model.period import Period
from parcli.model.remembered import remembered
from parcli.workbook.column_settling import settled
from parcli.workbook.columns import ANSWER_ROLES, Column, is_used
from parcli.workbook.header_roles import CONTAINS, NAMED, Meaning, RoleFinder, role_finder
from parcli.workbook.header_text import (
    WIDEST_KEPT,
    HeaderRows,
    HeaderText,
    HeaderWindow,
    header_text,
    without_value,
)
from parcli.workbook.layout import Layout, layout_of
from parcli.workbook.other_periods import FormYears, may_differ, of_year, without_earlier
from parcli.workbook.own_words import NO_WORDS, OwnWords
from parcli.workbook.sheet import Area, Cell, Sheet, SparseSheet, column_letters, place_of
from parcli.workbook.units_beside import UnitColumns, may_stand_beside, units_beside
from parcli.workbook.words import phrase_key, words

SEARCHED_ROWS = 40
_MOST_HEADER_ROWS = 4
_FEWEST_TEXTS = 3  # columns with a text of their own that rows have which are looked at first


class Header(Struct, frozen=True, dict=True):
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

    @cached_property
    def roles(self) -> frozenset[str]:
        """Return the roles that the form has, unused columns left out."""
        return frozenset(column.role for column in self.columns if is_used(column.role))

    @cached_property
    def layout(self) -> Layout:
        """Return the used columns by what the rows below are read for."""
        return layout_of([column for column in self.columns if column.role in self.roles])

    @cached_property
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


def find_header(
    sheet: Sheet, own: OwnWords = NO_WORDS, *, asked: Period | None = None, above: int = 0
) -> Header | None:
    """Return the header with the most roles within the first rows, usable or not; None without any word.

    ``asked`` is the period that the form is wanted of, where it does not say itself. The first rows are those
    below row ``above``.
    """
    search = _Search(
        sheet, role_finder(own), asked, range(above + 1, min(above + SEARCHED_ROWS, sheet.bounds[0]) + 1)
    )
    wide = None if own.asked else search.best(least=_FEWEST_TEXTS)
    if wide is not None and wide.usable and len(wide.roles) > _FEWEST_TEXTS:
        return wide  # texts in one or two columns, as the unit and the title have, name no four roles
    return search.best()


class _Search:
    """Tries rows that follow one another as the header of a sheet, from each of the ``firsts``."""

    def __init__(self, sheet: Sheet, finder: RoleFinder, asked: Period | None, firsts: range) -> None:
        self._sheet, self._finder, self._firsts = sheet, finder, firsts
        self._rows, self._years = HeaderRows(sheet), FormYears(sheet, asked)
        self._tall = [(area.first_row, area.last_row) for area in sheet.merged if _may_be_tall(area)]

    def best(self, *, least: int = 0) -> Header | None:
        """Return the best header among those with texts in at least so many columns."""
        best: tuple[tuple[bool | int, ...], Header] | None = None
        for first in self._firsts:
            for header in self._from(first, least):
                if header.roles and (best is None or _worth(header, self._tall) > best[0]):
                    best = _worth(header, self._tall), header
        return best[1] if best else None

    def _from(self, first: int, least: int) -> Iterator[Header]:
        for last in range(first, first + _MOST_HEADER_ROWS):
            window = self._rows.window(first, last)
            if window is None:
                return
            if window.columns < least:
                continue
            header = _header_at(self._sheet, window, self._finder, self._years)
            if header is None:
                return
            yield header


def cells_without_value(sheet: Sheet, header: Header, col: int | None = None) -> list[Cell]:
    """Return the header's cells, of one column or of all, with a formula that the file holds no value of."""
    rows = range(header.first_row, header.last_row + 1)
    cells = (cell for row in rows for cell in sheet.rows.get(row, {}).values())
    return [cell for cell in cells if without_value(cell) and col in {None, cell.col}]


def _may_be_tall(area: Area) -> bool:
    """Tell whether a merged range can be a header's cell of several rows."""
    return area.first_row < area.last_row and area.first_row < SEARCHED_ROWS + _MOST_HEADER_ROWS


def _worth(header: Header, tall: Iterable[tuple[int, int]]) -> tuple[bool | int, ...]:
    """Return what one header is preferred to another by, the weightiest first.

    ``tall`` are the rows of cells merged downwards: a header goes as far down as its own.
    """
    whole = not any(header.first_row <= first <= header.last_row < last for first, last in tall)
    told = not any(unit.assumed for unit in header.units)
    texts = sum(bool(column.header) for column in header.columns if column.fit == NAMED)
    rows = header.last_row - header.first_row
    doubts = -len(header.findings)
    held = len(header.roles), len(header.units)
    return header.usable, *held, told, texts, whole, doubts, -rows, -header.first_row


class _Understood(Struct, frozen=True):
    """What the texts of a window say alone: its columns, and the header unless the rows below count too."""

    columns: tuple[Column, ...]
    header: Header | None


def _header_at(sheet: Sheet, window: HeaderWindow, finder: RoleFinder, years: FormYears) -> Header | None:
    """Return the header that the window's rows make, or None when the last of them cannot belong to one."""
    understand = _understood if window.width > WIDEST_KEPT else _kept
    understood = understand(window, finder)
    if understood is None:
        return None
    if understood.header is not None:
        return understood.header
    columns: Sequence[Column] = understood.columns
    if may_differ(columns):
        columns = _short_pair(of_year(columns, years.above(window.first, window.last)), finder)
    columns = _codes_beside_titles(sheet, window.last, columns)
    units = units_beside(sheet, columns, (window.first, window.last), finder)
    ready, findings = settled(units[0].columns if units else columns)
    return Header(window.first, window.last, ready, findings, units)


def _understood(window: HeaderWindow, finder: RoleFinder) -> _Understood | None:
    texts = header_text(window)
    if any(_title_above_text(text) for text in texts.values()):
        return None  # a text below the title's header is a row of the table
    by_letters = finder.own.letters(phrase_key(part) for text in texts.values() for part in text.parts)
    meanings = {col: finder.meaning(text.parts) for col, text in texts.items()}
    if not by_letters and not any(is_used(meaning.role) for meaning in meanings.values()):
        return _Understood((), Header(window.first, window.last, ()))
    made = (
        _column(window.title, col, texts.get(col), meanings.get(col, Meaning()))
        for col in sorted({*texts, *(col for col in by_letters if col <= window.width)})
    )
    columns = _short_pair(without_earlier([_asked(c, by_letters, window) for c in made]), finder)
    if may_differ(columns) or _may_hide_codes(columns) or may_stand_beside(columns, finder):
        return _Understood(tuple(columns), None)
    ready, findings = settled(columns)
    return _Understood(tuple(columns), Header(window.first, window.last, ready, findings))


# Most rows of most forms are those of a form before.
_kept = lru_cache(maxsize=1 << 11)(_understood)


def _title_above_text(text: HeaderText) -> bool:
    return any(words().roles.get(phrase_key(own)) in {"code", "title"} for own in text.own[:-1])


def _column(title: str, col: int, text: HeaderText | None, meaning: Meaning) -> Column:
    if text is None:
        return Column("unknown", col, "", "", own=False)
    return Column(
        meaning.role,
        col,
        " / ".join(text.parts),
        place_of(SparseSheet(title), text.row, col),
        meaning.fit,
        meaning.round,
        own=bool(text.own),
        below_answers=any(map(_heads_answers, text.parts[:-1])),
        parts=text.parts,
        period=meaning.period,
    )


def _asked(column: Column, by_letters: Mapping[int, str], window: HeaderWindow) -> Column:
    """Return the column with the role that was asked for by its letters, where one was."""
    role = by_letters.get(column.col)
    if role is None:
        return column
    number = {"appraised_1": 1, "appraised_2": 2}.get(role, 0)
    place = column.place or place_of(SparseSheet(window.title), window.last, column.col)
    return replace(
        column, role="ignored" if role == "ignore" else role, fit=NAMED, round=number, place=place, period=0
    )


def _is_called(column: Column, text: str) -> bool:
    ends = (" ".join(column.parts[index:]) for index in range(len(column.parts)))
    return column_letters(column.col) == text.upper() or phrase_key(text) in map(phrase_key, ends)


@remembered
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


def _may_hide_codes(columns: Sequence[Column]) -> bool:
    """Tell whether one of several title columns may hold codes, as no other column does."""
    roles = [column.role for column in columns]
    return roles.count("title") > 1 and "code" not in roles


def _codes_beside_titles(sheet: Sheet, last: int, columns: Sequence[Column]) -> Sequence[Column]:
    """Return the columns with the first of two title columns as codes, where that is what stands in it."""
    if not _may_hide_codes(columns):
        return columns
    col = next(column.col for column in columns if column.role == "title")
    filled = [cells[col] for row, cells in sheet.rows.items() if row > last and col in cells]
    short = [cell for cell in filled if cell.kind != "text" or (len(cell.text) < 10 and "." in cell.text)]
    if 2 * len(short) <= len(filled):
        return columns
    return [replace(column, role="code") if column.col == col else column for column in columns]
