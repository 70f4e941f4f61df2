"""Gives cells that share a formula their own, its references moved as by copying; it computes nothing."""

from __future__ import annotations

import re

from parcli.workbook.sheet import column_letters
from parcli.workbook.xlsx.addresses import LAST_COLUMN, column_number
from parcli.workbook.xlsx.declined import Declined

# Structured references, spilled ranges and unusual spaces are left to another reader.
_UNKNOWN = re.compile(r"[\[\]#\t\r\x0b\x0c]")
_PIECE = re.compile(
    r"""(?P<text>"(?:[^"]|"")*")
      | (?P<operand>(?:'(?:[^']|'')*'|[^\s,;(){}+\-*/^&=<>%"'])+)(?P<call>\()?
      | [\ \n,;(){}+\-*/^&=<>%]""",
    re.VERBOSE,
)
_CELL = re.compile(r"(\$?)([A-Za-z]{1,3})(\$?)([1-9][0-9]{0,6})")
_ROWS = re.compile(r"(\$?)([1-9][0-9]{0,6}):(\$?)([1-9][0-9]{0,6})")
_COLUMNS = re.compile(r"(\$?)([A-Za-z]{1,3}):(\$?)([A-Za-z]{1,3})")


class SharedFormula:
    """A formula (with its ``=``) as it stands in the cell that owns it."""

    __slots__ = ("_col", "_pieces", "_row")

    def __init__(self, formula: str, row: int, col: int) -> None:
        self._row, self._col = row, col
        self._pieces = _pieces(formula)

    def at(self, row: int, col: int) -> str:
        """Return the formula of another cell.

        Raises:
            Declined: a reference would leave the sheet.
        """
        down, right = row - self._row, col - self._col
        return "".join(_moved(text, down, right) if moves else text for text, moves in self._pieces)


def _pieces(formula: str) -> list[tuple[str, bool]]:
    """Return the formula in pieces, each with whether it may be a reference."""
    if _UNKNOWN.search(formula):
        raise Declined("shared formula with brackets or errors")
    found = list(_PIECE.finditer(formula))
    if sum(len(match[0]) for match in found) != len(formula):
        raise Declined("shared formula with an open quote")
    return [(match[0], match["operand"] is not None and match["call"] is None) for match in found]


def _moved(operand: str, down: int, right: int) -> str:
    sheet, mark, reference = operand.rpartition("!")
    if found := _ROWS.fullmatch(reference):
        first, last = _row(found[1], found[2], down), _row(found[3], found[4], down)
        return f"{sheet}{mark}{first}:{last}"
    if found := _COLUMNS.fullmatch(reference):
        first, last = _column(found[1], found[2], right), _column(found[3], found[4], right)
        return f"{sheet}{mark}{first}:{last}"
    ends = ":".join(_cell(end, down, right) for end in reference.split(":"))
    return f"{sheet}{mark}{ends}"


def _cell(reference: str, down: int, right: int) -> str:
    found = _CELL.fullmatch(reference)
    if found is None:  # a name, a number, TRUE
        return reference
    return _column(found[1], found[2], right) + _row(found[3], found[4], down)


def _row(fixed: str, row: str, down: int) -> str:
    if fixed:
        return fixed + row
    moved = int(row) + down
    if moved < 1:
        raise Declined("shared formula above the first row")
    return str(moved)


def _column(fixed: str, letters: str, right: int) -> str:
    if fixed:
        return fixed + letters
    moved = column_number(letters.upper()) + right
    if not 1 <= moved <= LAST_COLUMN:
        raise Declined("shared formula beside the sheet")
    return column_letters(moved)
