"""The table of a decision's annex as printed, between the workbook and the criteria set; values only."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from msgspec import Struct

RowKind = Literal["", "part", "area", "criterion", "leaf", "adjustment", "total"]


class AnnexLine(Struct, frozen=True):
    """An unnumbered row below a numbered one: an option, a requirement, a part of the leaf.

    ``points`` are those printed in a column beside the text; ``how`` is what the column "Cách chấm" says.
    """

    text: str
    points: Fraction | None = None
    how: tuple[str, ...] = ()


class AnnexRow(Struct, frozen=True):
    """A numbered row with what stands below it.

    A title that is written on several lines has line breaks. ``max_points`` is None where the cell holds no
    number, ``max_place`` that cell; ``kind`` is known of rows that are to be written, and of a total.
    ``notes``, ``references`` and ``evidence`` are the lines of those columns.
    """

    code: str
    title: str
    max_points: Fraction | None = None
    how: tuple[str, ...] = ()
    lines: tuple[AnnexLine, ...] = ()
    notes: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    kind: RowKind = ""
    depth: int = 0
    max_place: str = ""


class Annex(Struct, frozen=True):
    """An annex: the lines above its table, and the table's rows in order."""

    heading: tuple[str, ...]
    rows: tuple[AnnexRow, ...]
