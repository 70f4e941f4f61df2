"""Shares a change among its causes, whichever order they are taken in: Shapley values, exact."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import combinations
from math import factorial
from typing import TypeVar

Cause = TypeVar("Cause", bound=str)


def shares(
    causes: Sequence[Cause], value: Callable[[frozenset[Cause]], Fraction]
) -> Mapping[Cause, Fraction]:
    """Return each cause's share of ``value(all) - value(none)``; they add up to it exactly.

    ``value`` is the figure with some causes as they are now and the others as they were; it is asked once for
    every subset. A cause that changes nothing in any of them has a share of 0. The share of a cause is the
    mean of what it changes over all orders in which the causes can come (Shapley, 1953).
    """
    known = {subset: value(subset) for subset in _subsets(causes)}
    count = len(causes)
    weights = [
        Fraction(factorial(size) * factorial(count - size - 1), factorial(count)) for size in range(count)
    ]
    return {
        cause: sum(
            (
                weights[len(subset)] * (known[subset | {cause}] - known[subset])
                for subset in known
                if cause not in subset
            ),
            Fraction(0),
        )
        for cause in causes
    }


def _subsets(causes: Sequence[Cause]) -> Iterable[frozenset[Cause]]:
    return (frozenset(some) for size in range(len(causes) + 1) for some in combinations(causes, size))
