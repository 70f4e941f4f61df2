"""Says ranks as formulas, where one comes to the very ranks of the report; it ranks nothing itself."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from fractions import Fraction

MOST_COMPARED = 500  # units whose formulas each look at all units

Ranks = Sequence[int | None]
Formula = Callable[[str, str, str], str]  # of a value's cell, all values, those down to this one


def _competition(cell: str, field: str, _: str) -> str:
    return f"RANK({cell},{field})"


def _by_name(cell: str, field: str, above: str) -> str:
    return f"RANK({cell},{field})+COUNTIF({above},{cell})-1"


def _dense(cell: str, field: str, _: str) -> str:
    return f"ROUND(1+SUMPRODUCT(({field}>{cell})/COUNTIF({field},{field})),0)"


def rank_formula(values: Sequence[Fraction | None], ranks: Ranks) -> Formula | None:
    """Return the formula that gives units with these values, in this order, these ranks; None for none."""
    known = [value for value in values if value is not None]
    if len(known) < len(values) or not known:
        return None
    ordered, different = sorted(known), sorted(set(known))
    places = [1 + len(ordered) - bisect_right(ordered, value) for value in known]
    if list(ranks) == places:
        return _competition
    if len(known) > MOST_COMPARED:
        return None
    before = [known[:number].count(value) for number, value in enumerate(known)]
    if list(ranks) == [place + same for place, same in zip(places, before, strict=True)]:
        return _by_name
    if list(ranks) == [1 + len(different) - bisect_right(different, value) for value in known]:
        return _dense
    return None
