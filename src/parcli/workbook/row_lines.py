"""Takes one sheet row below a header, tells its code, title and maximum; it reads no answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from msgspec import Struct

from parcli.workbook.codes import code_candidates, code_in_front
from parcli.workbook.layout import Layout
from parcli.workbook.numbers import read_cell, shown
from parcli.workbook.sheet import Cell
from parcli.workbook.signatures import is_signature

_MOST_KEPT = 1 << 12  # rows
_LONGEST_KEPT = 1_000  # characters of a cell
_LARGEST_KEPT = 1 << 53


class Told(Struct, frozen=True, eq=False):
    """The cells of a row but for the unit's own texts, and what those of codes, titles and maxima come to.

    Rows that say the same in the same cells are the same object: forms of one template repeat them.
    """

    layout: Layout
    made: bool
    cells: tuple[Cell, ...]
    heads: Sequence[Cell]
    codes: tuple[str, ...]
    title: str
    has_max: bool


class Line(Struct, frozen=True):
    """One sheet row with its filled cells by column; ``heads`` are those of codes and titles.

    ``codes`` are what its code can be, the likeliest first, ``title`` is without a code that counts.
    ``has_max`` tells whether it prints a maximum; who signs may stand in that column too. ``told`` is what
    the row says but for the unit's own texts, None where that is too long to be kept.
    """

    row: int
    layout: Layout
    filled: Mapping[int, Cell]
    heads: Sequence[Cell]
    codes: tuple[str, ...]
    title: str
    has_max: bool
    told: Told | None

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
    cells = tuple([cell for col, cell in filled.items() if col in layout.told])
    others = [cell for cell in cells if not isinstance(cell.value, float) or cell.formula]
    short = all(map(_is_short, others))
    told = _kept(layout, cells, made) if short else _told(layout, cells, made)
    return _line(row, filled, told, kept=short)


def line_without_texts(row: int, told: Told) -> Line:
    """Return a row as a line in which the unit's own texts are left out."""
    return _line(row, {cell.col: cell for cell in told.cells}, told, kept=True)


def _line(row: int, filled: Mapping[int, Cell], told: Told, *, kept: bool) -> Line:
    of_row = told.heads, told.codes, told.title, told.has_max
    return Line(row, told.layout, filled, *of_row, told if kept else None)


def _told(layout: Layout, cells: tuple[Cell, ...], made: bool) -> Told:
    filled = {cell.col: cell for cell in cells}
    codes = [filled[col] for col in layout.codes if col in filled]
    titles = [filled[col] for col in layout.titles if col in filled]
    in_column = code_candidates(codes[0]) if codes else ()
    # a heading may stand in the code column, merged over that of titles
    heading = codes[0] if codes and not in_column else None
    text = shown(titles[-1]) if titles else shown(heading) if heading is not None else ""
    has_max = any(_is_max(filled[col]) for col in layout.maxima if col in filled)
    heads = tuple([filled[col] for col in layout.heads if col in filled])
    in_front, rest = ("", text) if made else code_in_front(text)
    if in_front and (in_front in in_column or _front_counts(in_front, in_column, listed=bool(layout.codes))):
        return Told(layout, made, cells, heads, (in_front,), rest, has_max)
    return Told(layout, made, cells, heads, in_column, text, has_max)


_kept = lru_cache(maxsize=_MOST_KEPT)(_told)


def _is_short(cell: Cell) -> bool:
    """Tell whether a cell is worth keeping: whole paragraphs are not said twice.

    Beyond what a float holds exactly, a whole number and a float can be equal and not show the same.
    """
    value = cell.value
    if cell.error is not None or (isinstance(value, int) and abs(value) > _LARGEST_KEPT):
        return False
    return (len(value) if isinstance(value, str) else 0) + len(cell.formula or "") <= _LONGEST_KEPT


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
