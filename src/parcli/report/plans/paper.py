"""What an improvement plan's document says, in finished text; one shape for all its formats."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Literal

from msgspec import Struct

from parcli.model.text import Lang

Cell = str | Decimal
Kind = Literal["number", "text", "blank"]


class Column(Struct, frozen=True):
    """A column: its head, its width in millimetres of a landscape page; a blank one is filled in by hand."""

    head: str
    width: float
    kind: Kind = "text"


class PaperTable(Struct, frozen=True):
    """A table with a short name, a line above it and notes below."""

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[str, ...] = ()


class Paper(Struct, frozen=True):
    """A document: title, lines below it, tables, notes at its end."""

    title: str
    lines: tuple[str, ...]
    tables: tuple[PaperTable, ...]
    notes: tuple[str, ...]
    lang: Lang
    office: str
    made_at: datetime
