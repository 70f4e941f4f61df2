"""What is written beside a unit's table: findings come in with their places, notes go out in their order."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import datetime

from msgspec import Struct

from parcli.model.finding import Severity
from parcli.model.text import Lang
from parcli.workbook.limits import MAX_COL, MAX_ROW

_CELL = re.compile(r"(?P<sheet>.+)!(?P<column>[A-Z]{1,3})(?P<row>[1-9]\d{0,6})(?::.*)?", re.DOTALL)
_WEIGHT = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}
_TEXT_LENGTH = 32_767  # what Excel allows in a cell
# What XML cannot hold; of the controls it can hold, only the end of a line has a meaning here.
_UNWRITABLE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


class Spot(Struct, frozen=True):
    """A cell by its sheet's name, in NFC, its row and its column."""

    sheet: str
    row: int
    col: int


class Note(Struct, frozen=True):
    """A finding in words; ``spot`` is its cell, None where none of the file's is meant.

    ``place`` is the place as it is shown, ``unit`` whose it is where the file has several units.
    """

    severity: Severity
    code: str
    message: str
    remedy: str
    place: str = ""
    spot: Spot | None = None
    unit: str = ""


class Annotation(Struct, frozen=True):
    """All that is said of one file; ``sets`` are the criteria sets, as they are shown."""

    file: str
    made_at: datetime
    sets: tuple[str, ...]
    notes: tuple[Note, ...]
    lang: Lang


def spot_of(place: str) -> Spot | None:
    """Return the cell that a place means (``'Tự chấm'!B7``), the first one of a range."""
    found = _CELL.fullmatch(place)
    if found is None:
        return None
    col = 0
    for letter in found["column"]:
        col = col * 26 + ord(letter) - ord("A") + 1
    row, sheet = int(found["row"]), found["sheet"]
    if row > MAX_ROW or col > MAX_COL:
        return None
    return Spot(composed(sheet[1:-1].replace("''", "'") if sheet.startswith("'") else sheet), row, col)


def in_order(notes: Iterable[Note]) -> tuple[Note, ...]:
    """Return notes, each once: first those of the whole file, then the heaviest, then by place."""
    once = {(note.code, note.place, note.message, note.unit): note for note in notes}
    return tuple(sorted(once.values(), key=_position))


def heaviest(notes: Iterable[Note]) -> Severity:
    """Return the heaviest severity of at least one note."""
    return min((note.severity for note in notes), key=_WEIGHT.__getitem__)


def composed(title: str) -> str:
    """Return a sheet's name in the form in which places state it."""
    return unicodedata.normalize("NFC", title)


def writable(text: str) -> str:
    """Return text that a cell or comment can hold, whatever stood in the file that it comes from."""
    kept = _UNWRITABLE.sub("\ufffd", text.replace("\r\n", "\n").replace("\t", " "))
    return kept if len(kept) <= _TEXT_LENGTH else kept[: _TEXT_LENGTH - 1] + "…"


def _position(note: Note) -> tuple[bool, int, str, int, int]:
    spot = note.spot or Spot(note.place, 0, 0)
    return bool(note.place), _WEIGHT[note.severity], spot.sheet, spot.row, spot.col
