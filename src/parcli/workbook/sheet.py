"""The small protocol that every reader of workbooks fills: sparse cells with what a number's meaning needs.

A reader of a file format stands behind it, finding header and rows builds on it; nothing here opens files.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cached_property, lru_cache
from types import MappingProxyType
from typing import Literal, Protocol

from msgspec import Struct, field

from parcli.model.finding import Finding
from parcli.model.remembered import remembered

CellKind = Literal["blank", "text", "number", "boolean", "date", "error"]
CellValue = str | float | int | bool | datetime | None

_PLAIN_NAME = re.compile(r"[^\W\d]\w*")
_REFERENCE = re.compile(r"[A-Za-z]{1,3}\d+")
_MOST_MARKS = 30
_SHORT = 400  # characters
_UNSEEN = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u00ad]+")


class Cell(Struct, frozen=True, gc=False):
    """One cell; ``row`` and ``col`` count from 1.

    ``formula`` is its text where there is one, and ``has_cached`` False where the file holds no value for it.
    ``error`` is the error value shown (``#DIV/0!``). ``percent_format``: 0.85 is shown as 85 %.
    """

    row: int
    col: int
    value: CellValue = None
    kind: CellKind = "blank"
    formula: str | None = None
    has_cached: bool = True
    error: str | None = None
    percent_format: bool = False

    @property
    def text(self) -> str:
        """Return the cell's text on one line, in NFC, its spaces plain and single; "" for other kinds."""
        return cleaned(self.value) if isinstance(self.value, str) else ""

    @property
    def empty(self) -> bool:
        """Tell whether the cell shows nothing; a formula without a value shows nothing but is not empty."""
        return self.has_cached and (self.kind == "blank" or (self.kind == "text" and _is_blank(self.value)))


class Area(Struct, frozen=True):
    """A merged range, both ends included."""

    first_row: int
    first_col: int
    last_row: int
    last_col: int


class Sheet(Protocol):
    """One sheet: its cells by (row, column), what is merged and what is hidden."""

    @property
    def title(self) -> str:
        """The sheet's name."""
        ...

    @property
    def hidden(self) -> bool:
        """Whether Excel hides the sheet."""
        ...

    @property
    def cells(self) -> Mapping[tuple[int, int], Cell]:
        """The cells that hold something; an absent one is blank."""
        ...

    @property
    def merged(self) -> tuple[Area, ...]:
        """The merged ranges; their value stands in the first cell."""
        ...

    @property
    def hidden_rows(self) -> frozenset[int]:
        """The rows that Excel hides."""
        ...

    @property
    def hidden_cols(self) -> frozenset[int]:
        """The columns that Excel hides."""
        ...

    @property
    def bounds(self) -> tuple[int, int]:
        """The last row and column that hold something; (0, 0) for an empty sheet."""
        ...

    @property
    def rows(self) -> Mapping[int, Mapping[int, Cell]]:
        """The cells that show something, by row and in it by column, both in their order."""
        ...


class SparseSheet(Struct, frozen=True, dict=True):
    """A ``Sheet`` held in memory."""

    title: str
    cells: Mapping[tuple[int, int], Cell] = field(default_factory=lambda: MappingProxyType({}))
    merged: tuple[Area, ...] = ()
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_cols: frozenset[int] = frozenset()

    @cached_property
    def bounds(self) -> tuple[int, int]:
        """The last row and column that hold something; (0, 0) for an empty sheet."""
        if not self.cells:
            return 0, 0
        return max(row for row, _ in self.cells), max(col for _, col in self.cells)

    @cached_property
    def rows(self) -> Mapping[int, Mapping[int, Cell]]:
        """The cells that show something, by row and in it by column, both in their order."""
        rows: dict[int, dict[int, Cell]] = {}
        last, in_row, cells = 0, dict[int, Cell](), self.cells
        for key in sorted(cells):
            cell = cells[key]
            value = cell.value
            # a number or a word shows something; nearly all are one, and a look at them costs half a call
            if cell.kind != "number" and not (isinstance(value, str) and value[:1].isalnum()) and cell.empty:
                continue
            row, col = key
            if row != last:
                last, in_row = row, rows.setdefault(row, {})
            in_row[col] = cell
        return rows

    def __reduce__(self) -> tuple[type[SparseSheet], tuple[object, ...]]:
        """Let the sheet travel between processes, which a read-only view of its cells cannot."""
        state = (dict(self.cells), self.merged, self.hidden, self.hidden_rows, self.hidden_cols)
        return SparseSheet, (self.title, *state)


class Book(Struct, frozen=True):
    """A workbook's sheets in their order; ``source`` is the file's name as the user gave it.

    ``findings`` say what the file's format or its reader kept from being seen.
    """

    sheets: tuple[Sheet, ...]
    source: str = ""
    findings: tuple[Finding, ...] = ()


def part_of(sheet: Sheet, cells: Mapping[tuple[int, int], Cell], merged: Sequence[Area]) -> Sheet:
    """Return a sheet with some of its cells and merged ranges, to be read as if they stood there alone."""
    return SparseSheet(
        title=sheet.title,
        cells=cells,
        merged=tuple(merged),
        hidden=sheet.hidden,
        hidden_rows=sheet.hidden_rows,
        hidden_cols=sheet.hidden_cols,
    )


def cell_at(sheet: Sheet, row: int, col: int) -> Cell:
    """Return a cell, a blank one where the sheet holds nothing."""
    return sheet.cells.get((row, col)) or Cell(row, col)


def _is_blank(value: CellValue) -> bool:
    """Tell whether a text shows nothing; the beginning of a long one nearly always tells it."""
    text = str(value)
    if text[:1].isalnum():
        return False
    return not cleaned(text[:_SHORT]) and not cleaned(text)


@remembered
def cleaned(text: str) -> str:
    """Return text in NFC without invisible characters, every run of spaces and line breaks one space."""
    return cleaned_once(text)


def cleaned_once(text: str) -> str:
    """Return text as ``cleaned``, where it is a unit's own: nobody asks for it again."""
    if text.isprintable() and len(text) <= _SHORT and _is_spaced(text):
        return unicodedata.normalize("NFC", text)  # nearly all, and four times as fast
    return " ".join(_UNSEEN.sub("", unicodedata.normalize("NFC", _with_few_marks(text))).split())


def _is_spaced(text: str) -> bool:
    """Tell whether a printable text, in which no space but the usual one stands, has only single ones."""
    return "  " not in text and text[:1] != " " and text[-1:] != " "


def place_of(sheet: Sheet, row: int, col: int) -> str:
    """Return ``Sheet!B7``, the sheet's name quoted as Excel quotes it (``'Tự chấm'!B7``)."""
    return f"{quoted(sheet.title)}!{column_letters(col)}{row}"


@lru_cache(maxsize=1 << 10)
def column_letters(col: int) -> str:
    """Return a column's letters: 1 is A, 27 is AA."""
    letters = ""
    while col:
        col, digit = divmod(col - 1, 26)
        letters = chr(ord("A") + digit) + letters
    return letters


@lru_cache(maxsize=1 << 8)
def quoted(title: str) -> str:
    """Return a sheet's name as Excel writes it before a cell's."""
    name = unicodedata.normalize("NFC", _with_few_marks(title))
    if _PLAIN_NAME.fullmatch(name) and not _REFERENCE.fullmatch(name):
        return name
    return "'" + name.replace("'", "''") + "'"


def _with_few_marks(text: str) -> str:
    """Return text in which no character carries more than 30 marks.

    Normalizing sorts marks by insertion: 30,000 on one character take seconds, 200,000 minutes. 30 is the
    most in text made for exchange (Unicode Standard Annex 15, section 13). Short texts are left as they are.
    """
    if len(text) <= _SHORT or not any(map(unicodedata.combining, set(text))):
        return text
    kept, marks = [], 0
    for char in text:
        marks = marks + 1 if unicodedata.combining(char) else 0
        if marks <= _MOST_MARKS:
            kept.append(char)
    return "".join(kept)
