"""Reads rows that are written as Excel, LibreOffice and the usual libraries write them, without a parser.

The parser has to call us for each element, and most of a form's elements are cells. What is not written in
exactly this way is not read here at all: the text of the rows is taken apart without a gap, or given back.
"""

from __future__ import annotations

import re

from parcli.workbook.xlsx.addresses import column_number
from parcli.workbook.xlsx.cells import Cells, Formula
from parcli.workbook.xlsx.package import says_true, unescaped

_TOKEN = re.compile(
    r"""<c\ r="([A-Z]{1,3})([1-9][0-9]*)"(?:\ s="([0-9]+)")?(?:\ t="([A-Za-z]+)")?
        (?:\ ?/>
          |>(?:<(f(?:\ [a-z0-9]+="[^"<&]*")*)(?:\ ?/>|>([^<]*)</f>))?
            (?:<v(?:\ xml:space="preserve")?>([^<]*)</v>|<v\ ?/>
              |<is><t(?:\ xml:space="preserve")?>([^<]+)</t></is>)?
          </c>)
      | <row\ r="([1-9][0-9]*)"((?:\ [A-Za-z0-9:]+="[^"<&]*")*)(\ ?/)?>
      | (</row>)
      | (.+)""",
    re.VERBOSE | re.DOTALL,
)
_HIDDEN = re.compile(r' hidden="([^"]*)"')
_SHARED = re.compile(r' t="shared"')
_SHARED_NUMBER = re.compile(r' si="([^"]*)"')

_Token = tuple[str, ...]


def read_plain_rows(text: str, cells: Cells) -> bool:
    """Fill ``cells`` from what stands within ``sheetData``; return False if it is written in another way.

    ``text`` is known to be well-formed before what is filled here is used.

    Raises:
        UnusableFile, Declined: as ``Cells.take``.
    """
    if "&#" in text or "\r" in text:
        return False
    tokens: list[_Token] = _TOKEN.findall(text)
    if tokens and tokens[-1][-1]:  # the rest, from where something else begins
        return False
    rows = _Rows(cells)
    return all(map(rows.take, tokens)) and not rows.inside


class _Rows:
    """What is known of the row that is being read."""

    __slots__ = ("_cells", "_last_col", "_row", "_row_text", "inside")

    def __init__(self, cells: Cells) -> None:
        self._cells = cells
        self._row = self._last_col = 0
        self._row_text = ""
        self.inside = False

    def take(self, token: _Token) -> bool:
        """Take a cell, the start of a row or its end; return False if it may not stand here."""
        letters, digits, style, cell_type, formula, formula_text, value, inline, *row = token
        if not letters:
            return self._take_row(*row)
        col = column_number(letters)
        if col <= self._last_col or digits != self._row_text or not self.inside:
            return False
        self._last_col = col
        if value or formula or inline:
            raw = inline if cell_type == "inlineStr" else value
            if "&" in raw:
                raw = unescaped(raw)
            own = _formula(formula, formula_text) if formula else None
            self._cells.take((self._row, col), cell_type or None, style or None, raw, own)
        return True

    def _take_row(self, number: str, attrs: str, closed: str, end: str, _rest: str) -> bool:
        if end:
            was_inside, self.inside = self.inside, False
            self._cells.end_row()
            return was_inside
        row = int(number)
        if self.inside or row <= self._row:
            return False
        self._row, self._row_text, self._last_col = row, number, 0
        self.inside = not closed
        hidden = _HIDDEN.search(attrs)
        if hidden and says_true(hidden[1]):
            self._cells.hidden_rows.add(row)
        return True


def _formula(attrs: str, text: str) -> Formula:
    if not _SHARED.search(attrs):
        return Formula(unescaped(text))
    number = _SHARED_NUMBER.search(attrs)
    return Formula(unescaped(text), number[1] if number else "")
