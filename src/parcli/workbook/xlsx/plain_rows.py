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


def read_plain_rows(text: str, cells: Cells) -> str | None:
    """Fill ``cells`` from what stands within ``sheetData``; return None if it is written in another way.

    Returned are the tags whose attributes are not all known here, each once: where a parser takes these, all
    of ``text`` is well-formed, its characters being sound.

    Raises:
        UnusableFile, Declined: as ``Cells.take``.
    """
    tokens = _tokens(text)
    if tokens is None:
        return None
    tags: set[str] = set()  # without brackets
    row = last_col = 0
    inside = ""  # the number of the row that is open, as it is written
    for letters, digits, style, kind, formula, wording, value, inline, number, attrs, empty, end, _ in tokens:
        if letters:
            col = column_number(letters)
            if col <= last_col or digits != inside:
                return None
            last_col = col
            if value or formula or inline:
                raw = unescaped(inline if kind == "inlineStr" else value)
                own = _formula(formula, wording) if formula else None
                tags.add(formula)
                cells.take((row, col), kind or None, style or None, raw, own)
        elif number:
            if inside or int(number) <= row:
                return None
            row, last_col = int(number), 0
            inside = "" if empty else number
            tags.add(f'row r="1"{attrs}')
            if _hidden(attrs):
                cells.hidden_rows.add(row)
        elif end and inside:
            inside = ""
            cells.end_row()
        else:
            return None
    return None if inside else "".join(f"<{tag}/>" for tag in tags if tag)


def _tokens(text: str) -> list[tuple[str, ...]] | None:
    tokens: list[tuple[str, ...]] = _TOKEN.findall(text)
    if tokens and tokens[-1][-1]:  # the rest, from where something else begins
        return None
    return tokens


def _hidden(attrs: str) -> bool:
    found = _HIDDEN.search(attrs)
    return found is not None and says_true(found[1])


def _formula(attrs: str, text: str) -> Formula:
    if not _SHARED.search(attrs):
        return Formula(unescaped(text))
    number = _SHARED_NUMBER.search(attrs)
    return Formula(unescaped(text), number[1] if number else "")
