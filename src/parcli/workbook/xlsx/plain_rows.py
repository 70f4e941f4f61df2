"""Reads rows that are written as Excel, LibreOffice and the usual libraries write them, without a parser.

The parser has to call us for each element, and most of a form's elements are cells. What is not written in
exactly this way is not read here at all: the text of the rows is taken apart without a gap, or given back.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal, NamedTuple

from parcli.model.remembered import Texts
from parcli.workbook.limits import MAX_COL, MAX_ROW
from parcli.workbook.sheet import Cell
from parcli.workbook.xlsx.addresses import column_number
from parcli.workbook.xlsx.cells import Cells, Formula
from parcli.workbook.xlsx.package import says_true, unescaped
from parcli.workbook.xlsx.values import cell_number

_ROW, _CELL = '<row r="', '<c r="'
_ROW_END, _VALUE, _VALUE_END = "</row>", "><v>", "</v></c>"
_TEXT, _TEXT_END = "><is><t>", "</t></is></c>"
_ROW_HEAD = re.compile(r"""([1-9][0-9]*)"((?:\ [A-Za-z0-9:]+="[^"<&]*")*)(?:(>)|\ ?/>|></row>)""", re.VERBOSE)
_WHOLE_CELL = re.compile(
    r"""([A-Z]{1,3})([1-9][0-9]*)"(?:\ s="([0-9]+)")?(?:\ t="([A-Za-z]+)")?
        (?:\ ?/>
          |>(?:<(f(?:\ [a-z0-9]+="[^"<&]*")*)(?:\ ?/>|>([^<]*)</f>))?
            (?:<v(?:\ xml:space="preserve")?>([^<]*)</v>|<v\ ?/>
              |<is><t(?:\ xml:space="preserve")?>([^<]+)</t></is>)?
          </c>)""",
    re.VERBOSE,
)
_HIDDEN = re.compile(r' hidden="([^"]*)"')
_SHARED = re.compile(r' t="shared"')
_SHARED_NUMBER = re.compile(r' si="([^"]*)"')
_OWN_TEXT = "<is>"
_NUMBER = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,20})?")  # finite, whatever stands in it

# How a value is to be read: as the number of a shared text, as a number, or with all that may be about it.
_Usual = Literal["text", "number", ""]
_USUAL: Mapping[str | None, _Usual] = {"s": "text", "n": "number", None: "number"}


class _Row(NamedTuple):
    """What a row's tag says; ``digits`` is its number as its cells write it, ``tag`` what a parser judges."""

    number: int
    digits: str
    tag: str
    hidden: bool
    open: bool


class _Front(NamedTuple):
    """What a cell's element says beside its value; ``tag`` is that of its formula, "" for none."""

    col: int
    digits: str
    usual: _Usual
    style: str | None
    kind: str | None
    formula: Formula | None
    tag: str


_Read = tuple[_Front, str]
_UNKNOWN = _Front(0, "", "", None, None, None, "")  # no column has this number
_NOT_READ: _Read = (_UNKNOWN, "")


def read_plain_rows(text: str, cells: Cells) -> str | None:
    """Fill ``cells`` from what stands within ``sheetData``; return None if it is written in another way.

    Returned are the tags whose attributes are not all known here, each once: where a parser takes these, all
    of ``text`` is well-formed, its characters being sound.

    Raises:
        UnusableFile, Declined: as ``Cells.take``.
    """
    before, *texts = text.split(_ROW)
    if before:
        return None
    tags: set[str] = set()  # without brackets
    last = 0
    for each in texts:
        head, *within = each.split(_CELL)
        row = _ROWS[head]
        if row is None or row.number <= last:
            return None
        last = row.number
        tags.add(row.tag)
        if row.hidden:
            cells.hidden_rows.add(last)
        if not row.open:
            if within:
                return None
            continue
        if not within or not within[-1].endswith(_ROW_END):
            return None
        within[-1] = within[-1][: -len(_ROW_END)]
        if not _read_cells(within, row, cells, tags):
            return None
        cells.end_row()
    return "".join(f"<{tag}/>" for tag in tags if tag)


def _read_cells(texts: list[str], row: _Row, cells: Cells, tags: set[str]) -> bool:
    """Take the cells of a row; return False for one that is written in another way."""
    number, digits, last = row.number, row.digits, 0
    filled, strings, looks = cells.filled, cells.values.strings, cells.values.looks
    for text in texts:
        front, mark, rest = text.partition(_VALUE)
        if mark:
            known = _VALUED[front] if rest.endswith(_VALUE_END) else _UNKNOWN
            raw = rest[: -len(_VALUE_END)]
        else:
            known, raw = _without_value(text)
        col, written, usual, style, kind, formula, tag = known
        if col <= last or written != digits:
            return False
        last = col
        if not (raw or formula):
            continue
        if usual == "text" and (value := strings.get(raw)) is not None:
            filled[number, col] = Cell(number, col, value, "text")
        elif usual == "number" and looks.get(style) == "plain" and (figure := _NUMBERS[raw]) is not None:
            filled[number, col] = Cell(number, col, figure, "number")
        elif "<" in raw:  # another element
            return False
        else:
            tags.add(tag)
            cells.take((number, col), kind, style, unescaped(raw), formula)
    return True


def _without_value(text: str) -> _Read:
    """Return what a cell says that has no value in the usual element: most have none, some their own text."""
    if _OWN_TEXT not in text:
        return _WITHOUT[text]
    front, mark, rest = text.partition(_TEXT)
    known = _TEXTED[front] if mark else _UNKNOWN
    if known is _UNKNOWN:
        return _whole_cell(text)
    raw = rest[: -len(_TEXT_END)]
    return (known, raw) if raw and rest.endswith(_TEXT_END) else _NOT_READ


def _row_of(head: str) -> _Row | None:
    found = _ROW_HEAD.fullmatch(head)
    if found is None:
        return None
    digits, attrs, is_open = found.groups()
    hidden = _HIDDEN.search(attrs)
    return _Row(
        int(digits), digits, f'row r="1"{attrs}', hidden is not None and says_true(hidden[1]), bool(is_open)
    )


def _front(text: str) -> _Front:
    """Return what stands in front of a value; a cell with its own text shows none that stands there."""
    known, _ = _whole_cell(f"{text}{_VALUE}{_VALUE_END}")
    return _UNKNOWN if known.kind == "inlineStr" else known


def _front_of_text(text: str) -> _Front:
    """Return what stands in front of a cell's own text."""
    known, _ = _whole_cell(f"{text}{_TEXT}-{_TEXT_END}")
    return known if known.kind == "inlineStr" else _UNKNOWN


def _whole_cell(text: str) -> _Read:
    found = _WHOLE_CELL.fullmatch(text)
    if found is None:
        return _NOT_READ
    letters, digits, style, kind, tag, wording, value, inline = found.groups()
    col = column_number(letters)
    formula = None if tag is None else _formula(tag, wording or "")
    is_near = col <= MAX_COL and int(digits) <= MAX_ROW
    usual: _Usual = _USUAL.get(kind, "") if formula is None and is_near else ""
    raw = inline if kind == "inlineStr" else value
    return _Front(col, digits, usual, style, kind, formula, tag or ""), raw or ""


def _number(text: str) -> float | None:
    """Return a number that stands for itself, None for another or for what is none."""
    return cell_number(text) if _NUMBER.fullmatch(text) else None


def _formula(attrs: str, text: str) -> Formula:
    if not _SHARED.search(attrs):
        return Formula(unescaped(text))
    number = _SHARED_NUMBER.search(attrs)
    return Formula(unescaped(text), number[1] if number else "")


# Workbooks of one template have the same rows and cells; only what stands in the cells is each one's own.
_ROWS, _NUMBERS = Texts(_row_of), Texts(_number)
_VALUED, _TEXTED, _WITHOUT = Texts(_front), Texts(_front_of_text), Texts(_whole_cell)
