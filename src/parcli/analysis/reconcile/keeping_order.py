"""Finds the fewest entries of a sequence that have to go for the rest to be in order; it knows no figures."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence


def out_of_order(keys: Sequence[tuple[int, int]]) -> tuple[int, ...]:
    """Return the positions outside a longest subsequence that never goes down.

    Patience sorting: n log n steps, also for a list of all communes whose ranks belong to another list.
    """
    smallest: list[tuple[int, int]] = []  # the least key that ends a subsequence of each length
    ends: list[int] = []
    before: list[int] = []
    for position, key in enumerate(keys):
        length = bisect_right(smallest, key)
        before.append(ends[length - 1] if length else -1)
        smallest[length : length + 1] = [key]
        ends[length : length + 1] = [position]
    kept: set[int] = set()
    at = ends[-1] if ends else -1
    while at >= 0:
        kept.add(at)
        at = before[at]
    return tuple(position for position in range(len(keys)) if position not in kept)
