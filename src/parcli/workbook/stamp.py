"""Reads what a template says it was made for, from its hidden sheet; it compares that with nothing."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from parcli.model.period import Period
from parcli.model.unit import LEVELS, Level
from parcli.workbook.sheet import Book, Cell, Sheet, cell_at, cleaned

STAMP_SHEET = "_parindex"
STAMP_FORMAT = 1


class Stamp(Struct, frozen=True):
    """For which set, unit and period a template was made; "" and None where the stamp does not say.

    ``format`` is the stamp's own, 0 where it cannot be read, and ``version`` that of the program which made
    it. The hashes are those of the set's rules and of its words. Of a stamp that is ``damaged`` (changed by
    hand or lost in part) or ``newer`` than this program nothing else counts.
    """

    format: int = STAMP_FORMAT
    version: str = ""
    criteria: str = ""
    meaning_hash: str = ""
    text_hash: str = ""
    unit: str = ""
    unit_code: str = ""
    level: Level | None = None
    block: str = ""
    period: Period | None = None

    @property
    def newer(self) -> bool:
        """Tell whether a later version of this program made the template."""
        return self.format > STAMP_FORMAT

    @property
    def damaged(self) -> bool:
        """Tell whether something is missing that every stamp has."""
        said = (self.criteria, self.meaning_hash, self.text_hash)
        return not self.newer and (self.format < STAMP_FORMAT or not all(said) or self.period is None)


def read_stamp(book: Book) -> Stamp | None:
    """Return a workbook's stamp, None for one that was not made by ``parindex template``."""
    sheet = next((sheet for sheet in book.sheets if sheet.title == STAMP_SHEET), None)
    if sheet is None:
        return None
    values = _pairs(sheet)
    return Stamp(
        format=_whole(values.get("format", "")),
        version=values.get("tool_version", ""),
        criteria=values.get("criteria", ""),
        meaning_hash=values.get("meaning_hash", ""),
        text_hash=values.get("text_hash", ""),
        unit=values.get("unit", ""),
        unit_code=values.get("unit_code", ""),
        level=_level(values.get("level", "")),
        block=values.get("block", ""),
        period=_period(values.get("period", "")),
    )


def _pairs(sheet: Sheet) -> Mapping[str, str]:
    rows = range(1, sheet.bounds[0] + 1)
    return {_text(cell_at(sheet, row, 1)): _text(cell_at(sheet, row, 2)) for row in rows}


def _text(cell: Cell) -> str:
    """Return a cell's text; a code of digits, which a program may have turned into a number, is one again."""
    value = cell.value
    if isinstance(value, bool) or cell.error is not None:
        return ""
    if isinstance(value, int | float):
        return str(int(value)) if value == int(value) else str(value)
    return cleaned(value) if isinstance(value, str) else ""


def _whole(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


def _level(text: str) -> Level | None:
    return text if text in LEVELS else None


def _period(text: str) -> Period | None:
    try:
        return Period.parse(text)
    except ValueError:
        return None
