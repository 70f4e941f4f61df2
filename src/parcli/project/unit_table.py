"""Reads the rows of ``units.csv``, each mistake a finding with its line; compares no unit with another."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from difflib import get_close_matches
from types import MappingProxyType
from typing import cast, get_args

from msgspec import Struct

from parcli.model.finding import Finding, Param
from parcli.model.folding import folded
from parcli.model.text import Lang, Text
from parcli.model.unit import LEVELS, Level
from parcli.project.units import RegisteredUnit
from parcli.project.validity import Validity
from parcli.project.words import unit_words

_LANGS: tuple[Lang, ...] = get_args(Lang)
_REQUIRED = ("code", "name", "level")
_DELIMITERS = ",;\t"
_DECLARATION = re.compile(
    r'\s*"?sep=(?P<delimiter>[,;\t])"?[,;\t ]*\r?\n', re.IGNORECASE
)  # Excel's first line
_LIST = re.compile(r"[;|]")
_DATE = re.compile(
    r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})|(?P<d2>\d{1,2})/(?P<m2>\d{1,2})/(?P<y2>\d{4})"
)
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_ZIP = b"PK\x03\x04"


class UnitRow(Struct, frozen=True):
    """What can be read of a row, for comparing it with others: a mistake in one cell hides none in another.

    ``level`` and ``validity`` are None where their cells are wrong. A row with more cells than the header
    shows nothing but its code: what stands under which column is not known.
    """

    place: str
    code: str
    name: str = ""
    level: Level | None = None
    validity: Validity | None = None
    block: str = ""
    parent: str = ""
    predecessors: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()


class UnitTable(Struct, frozen=True):
    """The units of a file in its order, and what is wrong with the file.

    A row with a mistake gives no unit; ``rows`` are all of them. ``headings`` are the columns as the file
    calls them, by meaning.
    """

    units: tuple[RegisteredUnit, ...] = ()
    rows: tuple[UnitRow, ...] = ()
    findings: tuple[Finding, ...] = ()
    headings: Mapping[str, str] = MappingProxyType({})

    @property
    def codes(self) -> frozenset[str]:
        """Return the codes of all rows, so that a reference to a row with a mistake is none itself."""
        return frozenset(row.code for row in self.rows)


def read_table(data: bytes, file_name: str) -> UnitTable:
    """Return the units of a CSV file: UTF-8 with or without BOM; comma, semicolon or tab; any column order.

    Dates are ``2025-07-01`` or ``01/07/2025`` (day first); lists are separated by ``|`` or ``;``.
    """
    text, problem = _decoded(data)
    if problem:
        return UnitTable(findings=(Finding(problem, file_name),))
    try:
        rows = list(_rows(text))
    except _BrokenRow as broken:
        return UnitTable(findings=(Finding("units-row-broken", f"{file_name}:{broken.line}"),))
    if not rows:
        return UnitTable(findings=(Finding("units-empty", file_name),))
    header, findings = _header(rows[0], file_name)
    if findings:
        return UnitTable(findings=findings)
    headings = {meaning: text for meaning, text in zip(header, rows[0].cells, strict=True) if meaning}
    return _body(rows[1:], header, headings, file_name=file_name)


def _decoded(data: bytes) -> tuple[str, str]:
    """Return the text, or the code of what makes it unreadable."""
    if data.startswith(_ZIP):
        return "", "units-is-workbook"
    if data.startswith(_UTF16) or b"\0" in data:
        return "", "units-utf16"
    try:
        return data.decode("utf-8-sig"), ""
    except UnicodeDecodeError:
        return "", "units-not-utf8"


class _Row(Struct, frozen=True):
    line: int
    cells: list[str]


class _BrokenRow(Exception):
    """A quote without its partner, or text after a closing quote; ``line`` is where the row begins."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


def _rows(text: str) -> Iterator[_Row]:
    """Yield the rows that have content, with the line on which each begins."""
    declared = _DECLARATION.match(text)
    above = text[: declared.end()].count("\n") if declared else 0
    body = text[declared.end() :] if declared else text
    header = body.lstrip().partition("\n")[0]
    delimiter = declared["delimiter"] if declared else max(_DELIMITERS, key=header.count)
    reader = csv.reader(io.StringIO(body, newline=""), delimiter=delimiter, strict=True)
    line = above + 1
    try:
        for cells in reader:
            cleaned = [unicodedata.normalize("NFC", " ".join(cell.split())) for cell in cells]
            if any(cleaned):
                yield _Row(line, cleaned)
            line = above + reader.line_num + 1
    except csv.Error as error:
        raise _BrokenRow(line) from error


def _header(row: _Row, file_name: str) -> tuple[list[str], tuple[Finding, ...]]:
    """Return each column's meaning ("" where its header is empty), or what is wrong with the header."""
    words = unit_words().columns
    place = f"{file_name}:{row.line}"
    header, findings = list[str](), list[Finding]()
    names = _names(row.cells)
    for text in row.cells:
        meaning = words.get(folded(text), "")
        if text and not meaning:
            near = get_close_matches(folded(text), words, 1)
            meant = names[words[near[0]] if near else "ignored"]
            findings.append(Finding("units-column-unknown", place, _params(column=text, near=meant)))
        if meaning in header and meaning not in ("", "ignored"):
            first = row.cells[header.index(meaning)]
            findings.append(Finding("units-column-twice", place, _params(column=text, first=first)))
        header.append(meaning)
    missing = tuple(name for name in _REQUIRED if name not in header)
    if missing:
        columns = Text(*(", ".join(names[each].in_(lang) for each in missing) for lang in _LANGS))
        findings.append(Finding("units-column-missing", place, _params(columns=columns)))
    return header, tuple(findings)


def _names(heads: Iterable[str]) -> Mapping[str, Text]:
    """Return what to call each column: in the language of the file's heads, else in the reader's."""
    known = [text for text in heads if folded(text) in unit_words().columns]
    is_english, is_own = bool(known) and all(map(str.isascii, known)), not all(map(str.isascii, known))
    return {
        meaning: Text(english if is_english else own, own if is_own else english)
        for meaning, (english, own) in unit_words().names.items()
    }


def _body(
    rows: Sequence[_Row], header: Sequence[str], headings: Mapping[str, str], *, file_name: str
) -> UnitTable:
    records = [_Record(f"{file_name}:{row.line}", row.cells, header, headings=headings) for row in rows]
    units = tuple(unit for record in records if (unit := record.unit()) is not None)
    findings = tuple(finding for record in records for finding in record.findings)
    return UnitTable(units, tuple(record.row for record in records), findings, headings)


class _Record:
    """One row as read; ``findings`` are what is wrong with its cells."""

    def __init__(
        self, place: str, cells: Sequence[str], header: Sequence[str], *, headings: Mapping[str, str]
    ) -> None:
        self.findings = list[Finding]()
        self._place = place
        self._headings = headings
        self._cells = {name: cell for name, cell in zip(header, cells, strict=False) if name}
        shifted = any(cells[len(header) :])
        if shifted:
            self._add("units-extra-cells", found=len(cells), wanted=len(header))
        row = self._row()
        self._region_to = self._date("region_to")
        self.row = UnitRow(place, row.code) if shifted else row

    def unit(self) -> RegisteredUnit | None:
        """Return the unit, or None where any cell is wrong."""
        row = self.row
        if self.findings or row.level is None or row.validity is None:
            return None
        return RegisteredUnit(
            row.code,
            row.name,
            row.level,
            block=row.block,
            region=self._text("region"),
            region_to=self._region_to,
            parent=row.parent,
            validity=row.validity,
            predecessors=row.predecessors,
            aliases=row.aliases,
            kind=self._text("kind"),
            source=self._text("source"),
            place=row.place,
        )

    def _row(self) -> UnitRow:
        level = self._level()
        return UnitRow(
            self._place,
            self._required("code"),
            self._required("name"),
            level,
            self._validity(),
            block=self._text("block"),
            parent=self._text("parent"),
            predecessors=self._list("predecessors"),
            aliases=self._list("aliases"),
        )

    def _add(self, code: str, **params: Param) -> None:
        self.findings.append(Finding(code, self._place, _params(**params)))

    def _text(self, column: str) -> str:
        return self._cells.get(column, "")

    def _list(self, column: str) -> tuple[str, ...]:
        return tuple(part.strip() for part in _LIST.split(self._text(column)) if part.strip())

    def _required(self, column: str) -> str:
        text = self._text(column)
        if not text:
            self._add("unit-cell-empty", column=self._headings[column])
        return text

    def _level(self) -> Level | None:
        text = self._required("level")
        level = unit_words().levels.get(folded(text))
        if text and level is None:
            near = get_close_matches(text.casefold(), LEVELS, 1)
            self._add("unit-level-unknown", found=text, known=tuple(near) or LEVELS)
        return cast(Level | None, level)

    def _validity(self) -> Validity | None:
        before = len(self.findings)
        validity = Validity(self._date("valid_from"), self._date("valid_to"))
        if validity.reversed:
            heads = {"column_from": self._headings["valid_from"], "column_to": self._headings["valid_to"]}
            self._add("unit-dates-reversed", first=str(validity.first), last=str(validity.last), **heads)
        return validity if len(self.findings) == before else None

    def _date(self, column: str) -> date | None:
        text = self._text(column)
        day = _day(text)
        if text and day is None:
            self._add("unit-date-bad", column=self._headings[column], found=text)
        return day


def _day(text: str) -> date | None:
    match = _DATE.fullmatch(text)
    if match is None:
        return None
    year, month, day = (int(match[name] or match[f"{name}2"]) for name in "ymd")
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _params(**params: Param) -> Mapping[str, Param]:
    return MappingProxyType(params)
