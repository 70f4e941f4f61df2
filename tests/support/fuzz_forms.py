"""Changes the cells of a form at random and scores it: values, kinds and places, whole rows and columns."""

from __future__ import annotations

import random
from datetime import datetime
from functools import cache
from pathlib import Path

from msgspec.structs import replace

from parcli.workbook.sheet import Area, Book, Cell, CellKind, CellValue, SparseSheet
from parcli.workbook.xlsx import reader
from support.fuzzing import score_all
from support.mutations import NUMBERS, TEXTS

EXAMPLES = Path(__file__).parents[2] / "examples"
_FORMS = ("case_c.xlsx", "workbook.xlsx", "province-2023/H01.xlsx")
_VALUES: tuple[tuple[CellValue, CellKind, str | None], ...] = (
    *(
        (text, "text", None)
        for text in (*NUMBERS, *TEXTS, " ", "Có", "x", "1.1", "II", "10.86 ", "Tổng cộng")
    ),
    *((number, "number", None) for number in (0, -1, 10**300, 1e308, -0.0, 1e-320, 0.1, 45000, 2**53 + 1)),
    *((truth, "boolean", None) for truth in (True, False)),
    (datetime(1899, 12, 30), "date", None),  # noqa: DTZ001 - cells hold local dates without a zone
    (datetime(9999, 12, 31), "date", None),  # noqa: DTZ001
    (None, "error", "#REF!"),
)


def score_changed_form(seed: int) -> bool:
    """Score the form of a seed; tell whether it still was one."""
    rng = random.Random(seed)
    book = _book(rng.choice(_FORMS))
    sheet = book.sheets[0]
    cells = dict(sheet.cells)
    for _ in range(rng.choice((1, 3, 10, 40))):
        rng.choice((_typed, _typed, _swapped, _moved, _emptied, _without_value))(cells, rng)
    merged = sheet.merged if rng.random() < 0.8 else (*sheet.merged, _area(rng))
    hidden = frozenset(rng.sample(range(1, 20), 2)) if rng.random() < 0.2 else frozenset[int]()
    changed = SparseSheet(sheet.title, cells, merged, hidden_rows=hidden, hidden_cols=hidden)
    return score_all(replace(book, sheets=(changed, *book.sheets[1:])), "form.xlsx")


@cache
def _book(name: str) -> Book:
    return reader.open_book(EXAMPLES / name)


def _typed(cells: dict[tuple[int, int], Cell], rng: random.Random) -> None:
    place = rng.choice(list(cells))
    value, kind, error = rng.choice(_VALUES)
    formula = rng.choice((None, None, None, "=A1"))
    cells[place] = Cell(*place, value, kind, formula, error=error, percent_format=rng.random() < 0.1)


def _swapped(cells: dict[tuple[int, int], Cell], rng: random.Random) -> None:
    one, other = rng.choice(list(cells)), rng.choice(list(cells))
    cells[one], cells[other] = (
        replace(cells[other], row=one[0], col=one[1]),
        replace(cells[one], row=other[0], col=other[1]),
    )


def _moved(cells: dict[tuple[int, int], Cell], rng: random.Random) -> None:
    """Move a row or a column over another."""
    axis, source, target = rng.randrange(2), rng.randrange(1, 60), rng.randrange(1, 60)
    for place in [place for place in cells if place[axis] == source]:
        to = (target, place[1]) if axis == 0 else (place[0], target)
        cells[to] = replace(cells.pop(place), row=to[0], col=to[1])


def _emptied(cells: dict[tuple[int, int], Cell], rng: random.Random) -> None:
    """Empty a row, but never the last cells of all."""
    row = rng.choice(list(cells))[0]
    for place in [place for place in cells if place[0] == row][: len(cells) - 1]:
        del cells[place]


def _without_value(cells: dict[tuple[int, int], Cell], rng: random.Random) -> None:
    place = rng.choice(list(cells))
    cells[place] = Cell(*place, formula="=SUM(A1)", has_cached=False)


def _area(rng: random.Random) -> Area:
    row, col = rng.randrange(1, 30), rng.randrange(1, 8)
    return Area(row, col, row + rng.randrange(5), col + rng.randrange(4))
