"""Reads the table of a decision's annex: numbered rows with what stands beside and below them.

Header, codes and numbers are found as in forms (``header``, ``codes``, ``numbers``); no rule is understood.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cache
from pathlib import Path

from msgspec import Struct, field

from parcli.errors import UnusableFile
from parcli.model.annex import Annex, AnnexLine, AnnexRow
from parcli.model.finding import Finding
from parcli.workbook.codes import code_candidates, code_in_front
from parcli.workbook.columns import Column
from parcli.workbook.header import Header, find_header
from parcli.workbook.header_roles import RoleFinder
from parcli.workbook.numbers import read_cell, read_text
from parcli.workbook.opening import open_book
from parcli.workbook.own_words import OwnWords
from parcli.workbook.sheet import Cell, Sheet, cleaned, place_of
from parcli.workbook.signatures import is_signature
from parcli.workbook.word_file import word_file
from parcli.workbook.words import phrase_key, words

_TEXT_COLUMNS = ("how", "note", "reference", "evidence")
_COLUMN_MARK = re.compile(r"\(?(?P<mark>[0-9]{1,2}|[A-Z])\)?(?: ?=.*)?")
_LETTERED = re.compile(r"(?P<code>[A-ZĐ][0-9]?(?:\.(?:[0-9]{1,2}|[IVXLC]{1,6}))*)[.):]?")


class ReadAnnex(Struct, frozen=True):
    """An annex with what could not be seen in its file."""

    annex: Annex
    findings: tuple[Finding, ...] = ()


def read_annex(path: Path) -> ReadAnnex:
    """Return the annex in a workbook: the tables of all its visible sheets, one after the other.

    Raises:
        UnusableFile: the file cannot be read, or no sheet has a header of an annex and rows below it.
    """
    book = open_book(path)
    heading: list[str] = []
    rows: list[AnnexRow] = []
    for sheet in book.sheets:
        header = None if sheet.hidden else find_header(sheet, _own_words())
        if header is None or not header.named & {"code", "title"}:
            continue
        found = tuple(_Table(sheet, header).rows())
        if found and not rows:
            heading = list(_heading(sheet, header.first_row))
        rows += found
    if not any(row.code for row in rows):
        raise UnusableFile("annex-no-table", path=str(path), title=words().examples["title"])
    return ReadAnnex(Annex(tuple(heading), tuple(rows)), book.findings)


class _Row(Struct):
    """A numbered row while the rows below it are read."""

    code: str
    title: str
    max_points: Fraction | None
    max_place: str
    texts: dict[str, list[str]] = field(default_factory=dict)
    lines: list[AnnexLine] = field(default_factory=list)

    def finished(self) -> AnnexRow:
        of = {name: tuple(self.texts.get(name, ())) for name in _TEXT_COLUMNS}
        return AnnexRow(
            self.code,
            self.title,
            self.max_points,
            of["how"],
            tuple(self.lines),
            of["note"],
            of["reference"],
            of["evidence"],
            max_place=self.max_place,
        )


class _Table:
    """One sheet's table."""

    def __init__(self, sheet: Sheet, header: Header) -> None:
        self._sheet = sheet
        self._first = header.last_row + 1
        self._roles = _roles(header)
        self._has_codes = "code" in self._roles.values()
        self._codes: list[str] = []

    def rows(self) -> Iterator[AnnexRow]:
        """Yield the numbered rows, and the total where there is one; signatures end the table."""
        current: _Row | None = None
        for row, cells in _by_row(self._sheet, self._first).items():
            by_role = self._by_role(cells)
            if _numbers_columns(cells) or self._is_header(by_role):
                continue
            code, title = self._code(by_role)
            if not code and self._is_total(by_role):
                if current is not None:
                    yield current.finished()
                    current = None
                yield AnnexRow("", title, self._number(by_role.get("max")), kind="total")
            elif code:
                if current is not None:
                    yield current.finished()
                max_place = self._max_place(row, cells)
                current = _Row(code, title, self._number(by_role.get("max")), max_place)
                self._add_texts(current, by_role)
            elif current is not None and is_signature(title) and set(by_role) <= {"title"}:
                break
            elif current is not None:
                self._add_line(current, title, by_role)
        if current is not None:
            yield current.finished()

    def _max_place(self, row: int, cells: Mapping[int, Cell]) -> str:
        """Return where a row's maximum stands or should, its first cell where no column is for maxima."""
        col = next((col for col, role in self._roles.items() if role == "max"), min(cells))
        return place_of(self._sheet, row, col)

    def _by_role(self, cells: Mapping[int, Cell]) -> dict[str, list[Cell]]:
        by_role: dict[str, list[Cell]] = {}
        for col, cell in cells.items():
            if col in self._roles:
                by_role.setdefault(self._roles[col], []).append(cell)
        return by_role

    def _code(self, by_role: Mapping[str, list[Cell]]) -> tuple[str, str]:
        """Return a row's code, from its column or from the front of its title, and its title."""
        title = "\n".join(_text(cell) for cell in by_role.get("title", ()))
        first, _, more = title.partition("\n")
        in_front, rest = code_in_front(first)
        candidates = [code for cell in by_role.get("code", ())[:1] for code in _codes_in(cell)]
        numbers_a_list = in_front.isdigit() and self._has_codes
        if in_front and (in_front in candidates or not (candidates or numbers_a_list)):
            candidates, title = [in_front], "\n".join(filter(None, (rest, more)))
        if not candidates or not title:
            return "", title
        code = self._likeliest(candidates)
        self._codes.append(code)
        return code, title

    def _likeliest(self, candidates: list[str]) -> str:
        """Return the code that comes next where a cell can mean several: 1.1 behind 1.9 is "1.10"."""
        following = _following(self._codes[-1]) if self._codes else set()
        for code in candidates:
            if code in following:
                return code
        return next((code for code in candidates if code not in self._codes), candidates[0])

    def _is_header(self, by_role: Mapping[str, list[Cell]]) -> bool:
        """Tell whether a row repeats the header, as on a new page."""
        heads = {phrase_key(cell.text) for role in ("code", "title") for cell in by_role.get(role, ())}
        return bool(heads) and all(words().roles.get(head) in {"code", "title"} for head in heads)

    def _is_total(self, by_role: Mapping[str, list[Cell]]) -> bool:
        heads = [cell for role in ("code", "title") for cell in by_role.get(role, ())]
        return any(phrase_key(cell.text) in words().footer for cell in heads)

    def _number(self, cells: list[Cell] | None) -> Fraction | None:
        return read_cell(cells[0], "")[0].number if cells else None

    def _add_texts(self, current: _Row, by_role: Mapping[str, list[Cell]]) -> None:
        """Add what stands in the columns of texts; options with points in a column beside them are lines."""
        scored = tuple(_scored(_lines(by_role.get("how")), _lines(by_role.get("points"))))
        current.lines += scored
        for role in _TEXT_COLUMNS:
            if role != "how" or not scored:
                current.texts.setdefault(role, []).extend(_lines(by_role.get(role)))

    def _add_line(self, current: _Row, title: str, by_role: Mapping[str, list[Cell]]) -> None:
        """Add an unnumbered row: what stands in its title column, else more of the columns of texts."""
        if not title:
            self._add_texts(current, by_role)
            return
        how = tuple(_lines(by_role.get("how")))
        points = self._number(by_role.get("points"))
        if points is None:
            points = self._number(by_role.get("max"))
        texts = title.split("\n") if points is None else [title.replace("\n", " ")]
        current.lines += [AnnexLine(text, points, how) for text in texts if text]
        rest = {role: cells for role, cells in by_role.items() if role not in {"how", "points"}}
        self._add_texts(current, rest)


def _roles(header: Header) -> dict[int, str]:
    """Return the columns that are read; of several for codes or maxima the first."""
    finder = RoleFinder(_own_words())
    roles: dict[int, str] = {}
    for column in header.columns:
        role = _role(column, finder)
        if role in {"code", "max", "points"} and role in roles.values():
            continue
        if role in {"code", "title", "max", "points", *_TEXT_COLUMNS}:
            roles[column.col] = role
    if "max" in roles.values():
        return roles
    return {col: "max" if role == "points" else role for col, role in roles.items()}


def _lines(cells: Iterable[Cell] | None) -> list[str]:
    """Return the lines of cells that hold something."""
    return [line for cell in cells or () for line in _text(cell).split("\n") if line]


def _scored(texts: Sequence[str], points: Sequence[str]) -> Iterator[AnnexLine]:
    """Yield options with the points printed beside them, where there are as many of both."""
    numbers = [read_text(each, "")[0].number for each in points]
    if len(texts) == len(numbers) and None not in numbers:
        yield from map(AnnexLine, texts, numbers)


def _role(column: Column, finder: RoleFinder) -> str:
    """Return a column's role in an annex, also where the header has two columns of it."""
    if column.role == "unknown" or column.role in set(_annex_roles().values()):
        return finder.meaning(column.parts).role
    return column.role


@cache
def _annex_roles() -> Mapping[str, str]:
    return {text: role for role, texts in word_file("annex_words.yaml").items() for text in texts}


@cache
def _own_words() -> OwnWords:
    return OwnWords(office=_annex_roles())


def _codes_in(cell: Cell) -> tuple[str, ...]:
    """Return what a cell of the code column can mean: as in forms, or a capital letter."""
    lettered = _LETTERED.fullmatch(cell.text)
    return code_candidates(cell) or ((lettered["code"],) if lettered else ())


def _following(code: str) -> set[str]:
    """Return the codes that may stand behind one: its first child, and the next one at each depth."""
    segments = code.split(".")
    found = {f"{code}.1"}
    for depth, segment in enumerate(segments):
        if segment.isdigit():
            found.add(".".join([*segments[:depth], str(int(segment) + 1)]))
    return found


def _heading(sheet: Sheet, above: int) -> Iterator[str]:
    for (row, _), cell in sorted(sheet.cells.items()):
        if row < above and cell.text:
            yield cell.text


def _by_row(sheet: Sheet, first: int) -> dict[int, dict[int, Cell]]:
    rows: dict[int, dict[int, Cell]] = {}
    for (row, col), cell in sorted(sheet.cells.items()):
        if row >= first and not cell.empty:
            rows.setdefault(row, {})[col] = cell
    return rows


def _text(cell: Cell) -> str:
    """Return what a cell shows, its lines kept."""
    if not isinstance(cell.value, str):
        return read_cell(cell, "")[0].text
    return "\n".join(filter(None, map(cleaned, cell.value.splitlines())))


def _numbers_columns(cells: Mapping[int, Cell]) -> bool:
    """Tell whether a row only numbers the columns: 1 2 3, (1) (2) (3), A B 1 2."""
    found = [_COLUMN_MARK.fullmatch(_text(cell)) for cell in cells.values()]
    marks = [match["mark"] for match in found if match is not None]
    letters = [mark for mark in marks if mark.isalpha()]
    numbers = [int(mark) for mark in marks if mark.isdigit()]
    in_order = "ABCDEFGH".startswith("".join(letters)) and numbers == sorted(set(numbers))
    return 2 < len(marks) == len(found) and in_order and marks[: len(letters)] == letters
