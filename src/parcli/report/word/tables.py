"""Tables of a Word file: their columns and cells as text, and the markup of them; shapes nothing else.

The markup is written directly: a table of 3,300 rows takes python-docx a minute and this a moment.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from parcli.report.saying import NOTHING
from parcli.report.word.xml import escaped

PORTRAIT, LANDSCAPE = 165.0, 252.0  # millimetres between the margins of a page, upright and across
Side = Literal["left", "center", "right"]
_TWIPS = 1440 / 25.4  # units of length in a millimetre
_SIZE = 22  # half points
_BORDERS = ("top", "left", "bottom", "right", "insideH", "insideV")
_SPACING = '<w:spacing w:before="40" w:after="40" w:line="240" w:lineRule="auto"/>'
_REACHES_DOWN, _REACHED = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
_NO_INDENT = '<w:ind w:left="0" w:right="0" w:firstLine="0"/>'


class Column(Struct, frozen=True):
    """A column: its head, its width in millimetres, the side of its cells, and the head above several."""

    head: str
    width: float
    side: Side = "center"
    above: str = ""


class Table(Struct, frozen=True):
    """A table; ``caption`` and ``description`` are told to who cannot see it. ``last_bold``: it is a sum."""

    caption: str
    description: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    last_bold: bool = False


def without_blank(table: Table) -> Table:
    """Return a table without the columns in which nothing is known of anybody."""
    kept = [
        number
        for number in range(len(table.columns))
        if any(row[number] not in ("", NOTHING) for row in table.rows)
    ]
    return replace(
        table,
        columns=tuple(table.columns[number] for number in kept),
        rows=tuple(tuple(row[number] for number in kept) for row in table.rows),
    )


def fitted(table: Table, width: float, *, flexible: str) -> Table:
    """Return a table so many millimetres wide: the column of that head has what the others leave."""
    rest = width - sum(each.width for each in table.columns if each.head != flexible)
    columns = (
        replace(each, width=max(rest, each.width)) if each.head == flexible else each
        for each in table.columns
    )
    return replace(table, columns=tuple(columns))


def table_xml(table: Table) -> str:
    """Return a table's element: fixed widths, borders, a head that is repeated, rows that are not split."""
    widths = [round(each.width * _TWIPS) for each in table.columns]
    last = len(table.rows) - 1
    starts = [_starts(column, width) for column, width in zip(table.columns, widths, strict=True)]
    rows = (
        _row(row, starts, bold=table.last_bold and number == last) for number, row in enumerate(table.rows)
    )
    return (
        f"<w:tbl>{_properties(table, sum(widths))}<w:tblGrid>"
        f"{''.join(map(_grid_column, widths))}</w:tblGrid>"
        f"{_head(table.columns, widths)}{''.join(rows)}</w:tbl>"
    )


def _properties(table: Table, width: int) -> str:
    line = 'w:val="single" w:sz="4" w:space="0" w:color="000000"'
    borders = "".join(f"<w:{side} {line}/>" for side in _BORDERS)
    margins = '<w:left w:w="57" w:type="dxa"/><w:right w:w="57" w:type="dxa"/>'
    return (
        f'<w:tblPr><w:tblW w:w="{width}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        f'<w:tblCellMar>{margins}</w:tblCellMar><w:tblLook w:val="0620" w:firstRow="1"/>'
        f'<w:tblCaption w:val="{escaped(table.caption)}"/>'
        f'<w:tblDescription w:val="{escaped(table.description)}"/></w:tblPr>'
    )


def _grid_column(width: int) -> str:
    return f'<w:gridCol w:w="{width}"/>'


def _head(columns: Sequence[Column], widths: Sequence[int]) -> str:
    """Return the row of heads; two where some columns have a head above them, and the others reach down."""
    pairs = list(zip(columns, widths, strict=True))
    if not any(column.above for column in columns):
        return _head_row(_head_cell(column.head, width) for column, width in pairs)
    upper: list[str] = []
    lower: list[str] = []
    for above, group in groupby(pairs, key=lambda pair: pair[0].above):
        members = list(group)
        if above:
            span = f'<w:gridSpan w:val="{len(members)}"/>'
            upper.append(_head_cell(above, sum(width for _, width in members), span))
            lower += [_head_cell(column.head, width) for column, width in members]
        else:
            upper += [_head_cell(each.head, width, _REACHES_DOWN) for each, width in members]
            lower += [_head_cell("", width, _REACHED) for _, width in members]
    return _head_row(upper) + _head_row(lower)


def _head_row(cells: Iterable[str]) -> str:
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{''.join(cells)}</w:tr>"


def _head_cell(text: str, width: int, joined: str = "") -> str:
    start = _cell_start(width, joined, centred=True) + _paragraph_start("center", keep=True)
    return f"{start}{_run_start(bold=True)}{escaped(text)}</w:t></w:r></w:p></w:tc>"


def _starts(column: Column, width: int) -> tuple[str, str]:
    """Return all that stands before the text of a column's cells, and of its bold ones."""
    start = _cell_start(width) + _paragraph_start(column.side)
    return start + _run_start(), start + _run_start(bold=True)


def _row(cells: Sequence[str], starts: Sequence[tuple[str, str]], *, bold: bool) -> str:
    made = (
        f"{start[bold]}{escaped(text)}</w:t></w:r></w:p></w:tc>"
        for text, start in zip(cells, starts, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(made)}</w:tr>"


def _cell_start(width: int, joined: str = "", *, centred: bool = False) -> str:
    align = '<w:vAlign w:val="center"/>' if centred else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{joined}{align}</w:tcPr>'


def _paragraph_start(side: Side, *, keep: bool = False) -> str:
    kept = "<w:keepNext/>" if keep else ""
    return f'<w:p><w:pPr>{kept}{_SPACING}{_NO_INDENT}<w:jc w:val="{side}"/></w:pPr>'


def _run_start(*, bold: bool = False) -> str:
    weight = "<w:b/><w:bCs/>" if bold else ""
    size = f'<w:sz w:val="{_SIZE}"/><w:szCs w:val="{_SIZE}"/>'
    return f'<w:r><w:rPr>{weight}{size}</w:rPr><w:t xml:space="preserve">'
