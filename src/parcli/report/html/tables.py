"""Values of a table as a template places them: columns and cells, all of them text already."""

from __future__ import annotations

from markupsafe import Markup
from msgspec import Struct


class Column(Struct, frozen=True):
    """A column: its head, what the head stands for in full, and its class (``num``, ``text``…)."""

    head: str
    full: str = ""
    kind: str = "num"
    sorts: bool = True


class Cell(Struct, frozen=True, gc=False):
    """A cell: its text, the value that scripts sort by, its class and what a pointer over it is told."""

    text: str
    value: str = ""
    kind: str = ""
    note: str = ""
    link: str = ""
    drawing: Markup = Markup()


class Table(Struct, frozen=True):
    """A table: its caption, columns and rows; the first cell that is a link or text heads its row."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    total: tuple[Cell, ...] = ()
