"""What would have to be answered otherwise, as values: moves, and the cells that say them; no points here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Literal

from msgspec import Struct

from parcli.model.assessment import BLANK, Datum, DatumState, Detail
from parcli.model.finding import Param
from parcli.model.text import Text

GRAIN = 1000

MoveKind = Literal[
    "points",  # judged points
    "option",  # an option
    "value",  # a measured value
    "ratio",  # one case of a ratio more or less; ``whole`` is the denominator
    "tier",  # a tier, where the value is not known
    "met",  # more requirements; ``before`` is how many are met now, ``whole`` how many there are
    "unmet",
    "all-met",  # all of several requirements, where it is not known which are met
    "any-met",
    "met-number",  # how many requirements
    "count",  # how many things
    "more",  # so many more, where it is not known how many there are
    "fewer",
    "none",  # no fault of any kind
]


class Move(Struct, frozen=True):
    """One change of what is declared, from ``before`` (None: not known) to ``after``.

    ``label`` is what is measured, counted or required, None where the criterion itself says it; ``case`` the
    sub-case that it belongs to. ``whole`` is a ratio's denominator, which stays as it is, or how many
    requirements there are.
    """

    kind: MoveKind
    after: Param
    before: Param | None = None
    label: Text | None = None
    case: Text | None = None
    whole: Fraction | None = None


class Said(Struct, frozen=True):
    """What is declared now, and the points that it comes to, of ``most``.

    ``known`` tells that the points are those of what is declared; otherwise they were claimed or given, and
    what stands behind them is not known. ``answer`` is the option or tier that counts. ``grain`` is how many
    values of a measure are looked at, at most.
    """

    declared: Datum
    details: tuple[Detail, ...]
    points: Fraction
    most: Fraction
    known: bool
    answer: str = ""
    grain: int = GRAIN


class Draft(Struct, frozen=True):
    """Another answer, the moves that lead to it, and their effort, 1 for each step."""

    declared: Datum
    details: tuple[Detail, ...]
    effort: Fraction
    moves: tuple[Move, ...]


def number_cell(value: Fraction | int, *, percent: bool = False) -> Datum:
    """Return a cell that holds a number."""
    return Datum(DatumState.GIVEN, Fraction(value), percent, numeric=True)


def pair_cell(first: Fraction, second: Fraction, *, percent: bool = False) -> Datum:
    """Return a cell with numerator and denominator, or this and the last period."""
    return Datum(DatumState.GIVEN, percent=percent, pair=(first, second))


def text_cell(text: str) -> Datum:
    """Return a cell that holds text."""
    return Datum(DatumState.GIVEN, text=text)


def number_rows(labels: Iterable[Text], numbers: Iterable[int]) -> tuple[Detail, ...]:
    """Return a row for each label with its number."""
    pairs = zip(labels, numbers, strict=True)
    return tuple(Detail(label.vi, declared=number_cell(number)) for label, number in pairs)


def levels_between(points: Fraction, target: Fraction, levels: Iterable[Fraction]) -> int:
    """Return how many levels of points are climbed (or left) on the way to one of them, at least 1."""
    if target >= points:
        return max(1, len({each for each in levels if points < each <= target}))
    return max(1, len({each for each in levels if target <= each < points}))


def in_cell(cell: Datum, effort: Fraction | int, *moves: Move) -> Draft:
    """Return a draft whose answer stands in the criterion's own cell."""
    return Draft(cell, (), Fraction(effort), moves)


def in_rows(details: Sequence[Detail], effort: Fraction | int, *moves: Move) -> Draft:
    """Return a draft whose answer stands in the rows below the criterion."""
    return Draft(BLANK, tuple(details), Fraction(effort), moves)
