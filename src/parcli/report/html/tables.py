"""Values of a table as a template places them: columns and cells, all of them text already."""

from __future__ import annotations

from bisect import bisect_right
from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from parcli.report.saying import NOTHING

_SLIM = 3  # columns
_UPRIGHT = 17  # narrow columns
_HEAT = (50, 60, 70, 80, 90, 95)  # per cent from which the next class begins


class Fact(Struct, frozen=True):
    """A label and what it is."""

    label: str
    text: str


class Column(Struct, frozen=True):
    """A column: its head, what the head stands for in full, and its class (``num``, ``text``…)."""

    head: str
    full: str = ""
    kind: str = "num"


class Cell(Struct, frozen=True, gc=False):
    """A cell: its text, the value that scripts sort by, its class and what a pointer over it is told.

    ``link`` is where the text leads, ``after`` stands beside it, ``below`` in small type below it.
    """

    text: str
    value: str = ""
    kind: str = ""
    note: str = ""
    link: str = ""
    after: str = ""
    below: str = ""


class Table(Struct, frozen=True):
    """A table: its caption, columns and rows; the first cell heads its row.

    ``anchors`` are the rows' names for links, "" for none; empty where no row has one.
    ``kind`` is the table's class, by which a style sheet can tell its columns without one in every cell.
    ``note`` stands below the table.
    """

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    total: tuple[Cell, ...] = ()
    anchors: tuple[str, ...] = ()
    kind: str = ""
    note: str = ""

    @property
    def wide(self) -> bool:
        """Tell whether it needs the long side of a sheet of paper."""
        return len(self.columns) > _UPRIGHT

    @property
    def slim(self) -> bool:
        """Tell whether it has room beside a drawing, in half of a page."""
        return len(self.columns) <= _SLIM


def filled(table: Table) -> Table:
    """Return a table without the columns in which no row has anything; what heads the rows stays."""
    kept = [n for n in range(len(table.columns)) if not n or any(_says(row[n]) for row in table.rows)]
    return replace(
        table,
        columns=tuple(table.columns[n] for n in kept),
        rows=tuple(tuple(row[n] for n in kept) for row in table.rows),
        total=tuple(table.total[n] for n in kept) if table.total else (),
    )


def unbroken(sentence: str) -> str:
    """Return a sentence in which no line ends between a number and its sign of per cent."""
    return sentence.replace(" %", "\N{NO-BREAK SPACE}%")


def _says(cell: Cell) -> bool:
    return cell.text not in ("", NOTHING)


def sortable(value: Fraction | None) -> str:
    """Return a number as scripts read it, "" for none."""
    if value is None:
        return ""
    return format(value.numerator / value.denominator, ".10g")


def heat(percent: Fraction | None) -> int:
    """Return the class 1 (least) to 7 of a share of the maximum, 0 where it is not known."""
    if percent is None:
        return 0
    return 1 + bisect_right(_HEAT, percent.numerator // percent.denominator)
