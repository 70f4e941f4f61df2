"""Reads the bounds of grades that a table or its sentences state ("Tốt: trên 80%"); it grades nobody."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from fractions import Fraction

from parcli.criteria.drafting.bounds_wording import Bounds, bounds_in
from parcli.model.criteria_set import Grade, GradeScale
from parcli.model.folding import folded
from parcli.model.text import Text

_PIECES = re.compile(r"[;\n()]|[.,](?=\s|$)")
_LONGEST = 300  # characters of a piece: a longer one is no statement of bounds
_MOST = 12  # grades
_HUNDRED = Fraction(100)


def scale_stated(grades: Collection[str], texts: Iterable[str]) -> GradeScale | None:
    """Return the bounds of all grades that a table gives, None where its texts leave one of them open.

    The lowest grade may be stated from above only ("Kém: dưới 60%").
    """
    if not 1 < len(grades) <= _MOST:
        return None
    pieces = [piece.strip() for text in texts for piece in _PIECES.split(text) if piece.strip()]
    found = {grade: bounds for grade in grades if (bounds := _bounds(grade, pieces)) is not None}
    if len(found) < len(grades):
        return None
    best_first = sorted(found, key=lambda grade: _low(found[grade]), reverse=True)
    if any(found[grade].interval.lower is None for grade in best_first[:-1]):
        return None
    return GradeScale("percent", tuple(_grade(grade, found[grade]) for grade in best_first))


def _bounds(grade: str, pieces: Sequence[str]) -> Bounds | None:
    named = re.compile(rf"(?<!\w){re.escape(folded(grade))}(?!\w)")
    naming = (piece for piece in pieces if len(piece) <= _LONGEST and named.search(folded(piece)))
    read = (bounds_in(text) for piece in naming for text in _candidates(_without(piece, grade)))
    return next((bounds for bounds in read if bounds is not None), None)


def _candidates(rest: str) -> Iterator[str]:
    """Yield a piece without its grade, and what stands behind a colon in it."""
    yield rest.strip(" :-–")
    yield rest.partition(":")[2].strip()


def _without(piece: str, grade: str) -> str:
    return re.sub(re.escape(grade), " ", piece, count=1, flags=re.IGNORECASE)


def _low(bounds: Bounds) -> Fraction:
    low = bounds.interval.lower
    return Fraction(-1) if low is None else low.value


def _grade(name: str, bounds: Bounds) -> Grade:
    low = bounds.interval.lower
    if low is None:
        return Grade(folded(name), Text(name), Fraction(0), inclusive=True)
    return Grade(folded(name), Text(name), low.value / _HUNDRED, low.inclusive)
