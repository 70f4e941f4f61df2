"""Takes one sheet row below a header, tells its code, title and maximum; it reads no answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from parcli.workbook.codes import code_candidates, code_in_front
from parcli.workbook.layout import Layout
from parcli.workbook.numbers import read_cell, shown
from parcli.workbook.sheet import Cell
from parcli.workbook.signatures import is_signature


class Line(Struct, frozen=True):
    """One sheet row with its filled cells by column; ``heads`` are those of codes and titles.

    ``codes`` are what its code can be, the likeliest first, ``title`` is without a code that counts.
    ``has_max`` tells whether it prints a maximum; who signs may stand in that column too.
    """

    row: int
    layout: Layout
    filled: Mapping[int, Cell]
    heads: Sequence[Cell]
    codes: tuple[str, ...]
    title: str
    has_max: bool

    @property
    def text(self) -> str:
        """Return the text of the whole row."""
        return row_text(self.filled)

    @property
    def first(self) -> str:
        """Return what the row's first filled cell shows: there stands who signs."""
        return next(map(shown, self.filled.values()), "")

    def of(self, columns: Iterable[int]) -> list[Cell]:
        """Return the filled ones of these columns' cells."""
        return [self.filled[col] for col in columns if col in self.filled]

    @property
    def has_used(self) -> bool:
        """Tell whether a column that is read holds something."""
        return not self.filled.keys().isdisjoint(self.layout.used)

    @property
    def has_answers(self) -> bool:
        """Tell whether a column of answers holds something."""
        return not self.filled.keys().isdisjoint(self.layout.answers)

    @property
    def names_something(self) -> bool:
        """Tell whether a row is about something, or answers it."""
        return bool(self.has_answers or self.codes or self.has_max or self.of(self.layout.titles))

    @property
    def numbers(self) -> list[Cell]:
        """Return the cells of answers that hold anything but words: signatures stand there too."""
        answers = self.of(self.layout.answers)
        return [cell for cell in answers if cell.kind != "text" or read_cell(cell, "")[0].number is not None]


def line_of(row: int, layout: Layout, filled: Mapping[int, Cell], *, made: bool) -> Line:
    """Return a row as a line of the table; in a table ``made`` by this program codes have their column."""
    codes = [filled[col] for col in layout.codes if col in filled]
    titles = [filled[col] for col in layout.titles if col in filled]
    in_column = code_candidates(codes[0]) if codes else ()
    # a heading may stand in the code column, merged over that of titles
    heading = codes[0] if codes and not in_column else None
    text = shown(titles[-1]) if titles else shown(heading) if heading is not None else ""
    has_max = any(_is_max(filled[col]) for col in layout.maxima if col in filled)
    heads = [filled[col] for col in layout.heads if col in filled]
    in_front, rest = ("", text) if made else code_in_front(text)
    if in_front and (in_front in in_column or _front_counts(in_front, in_column, listed=bool(layout.codes))):
        return Line(row, layout, filled, heads, (in_front,), rest, has_max)
    return Line(row, layout, filled, heads, in_column, text, has_max)


def row_text(cells: Mapping[int, Cell]) -> str:
    """Return what a row's cells show, as one text."""
    return " | ".join(map(shown, cells.values()))


def _is_max(cell: Cell) -> bool:
    return cell.kind == "number" or not is_signature(shown(cell))


def _front_counts(in_front: str, in_column: tuple[str, ...], *, listed: bool) -> bool:
    """Tell whether the code before the title is the row's, and the code column blank or a running number."""
    if any("." in code for code in in_column):
        return False
    return not (listed and in_front.isdigit())  # "1. Kế hoạch A" beside a code column numbers a unit's list
