"""Searches the tree for the best solution within an effort: dynamic programming from the leaves up.

Of part solutions those are kept that no other one beats in value and in order. What cannot reach the goal
within the effort, even if the other leaves could go any part of the way (``relaxed``), is dropped. One step
is one pair of part solutions that is put together; who has no step left is told.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from operator import itemgetter

from parcli.analysis.planning.problem import Choice, Sum
from parcli.analysis.planning.scaled import Scaled

Trail = tuple[tuple[int, int], ...]
"""The leaves that change, each with the number of its option."""

_State = tuple[int, int, Trail]  # value and order in whole numbers
_order: Callable[[_State], int] = itemgetter(1)


class OutOfSteps(Exception):
    """No step is left, and it is not known whether there is a solution within the effort."""


class Steps:
    """How many steps some searches may still take together, and how many they took."""

    def __init__(self, most: int) -> None:
        self._left = most
        self.taken = 0

    def take(self, number: int) -> None:
        """Take some steps.

        Raises:
            OutOfSteps: there are not so many; none is left then.
        """
        if number > self._left:
            self._left = 0
            raise OutOfSteps
        self._left -= number
        self.taken += number


class Search:
    """One search; ``held`` leaves stay as they are, ``most`` is the greatest effort, in whole numbers."""

    def __init__(self, scaled: Scaled, held: frozenset[int], most: int, steps: Steps) -> None:
        self._scaled = scaled
        self._held = held
        self._most = most
        self._steps = steps
        self._ceiling = scaled.orders_within(most)

    def best(self) -> Trail | None:
        """Return the best solution, None where none takes so little effort.

        Raises:
            OutOfSteps: that would take more steps than are left.
        """
        problem = self._scaled.problem
        states, _, _ = self._sum(problem.tree, 0)
        enough = (trail for value, _, trail in states if problem.reached(self._scaled.value(value)))
        return next(enough, None)

    def _sum(self, node: Sum, first: int) -> tuple[list[_State], int, int]:
        """Return a sum's states in rising value, what it comes to now, and the number of the next leaf."""
        states: list[_State] = [(0, 0, ())]
        now, last = 0, first
        for part in node.parts:
            if isinstance(part, Choice):
                new, new_now, last = self._leaf(last), self._scaled.whole(part.now), last + 1
            else:
                new, new_now, last = self._sum(part, last)
            now += new_now
            states = self._promising(_undominated(self._added(states, new)), now, first, last)
        shaped = self._shape(node)
        met = ((shaped(value), order, trail) for value, order, trail in states)
        if node.demands:
            met = (state for state in met if node.meets(self._scaled.value(state[0])))
        return _undominated(met), shaped(now), last

    def _leaf(self, leaf: int) -> list[_State]:
        states: list[_State] = []
        for number, option in enumerate(self._scaled.choices[leaf].options):
            value = self._scaled.whole(option.value)
            if not option.change:
                states.append((value, 0, ()))
            elif leaf not in self._held:
                states.append((value, self._scaled.order(leaf, option), ((leaf, number),)))
        return _undominated(states)

    def _added(self, states: Sequence[_State], new: Sequence[_State]) -> list[_State]:
        """Return every pair that does not take too much effort."""
        orders = [state[1] for state in states]
        cheap = [bisect_left(orders, self._ceiling - other[1]) for other in new]
        self._steps.take(sum(cheap))
        return [
            (one[0] + other[0], one[1] + other[1], one[2] + other[2])
            for other, number in zip(new, cheap, strict=True)
            for one in states[:number]
        ]

    def _promising(self, states: list[_State], now: int, first: int, last: int) -> list[_State]:
        """Return the states from which the goal may still be reached within the effort."""
        rest = self._scaled.ways.outside(first, last, but=self._held)
        kept = []
        for state in states:
            more = rest.least_effort(self._scaled.needed - (state[0] - now))
            if more is not None and self._scaled.effort(state[1]) + more <= self._most:
                kept.append(state)
        return kept

    def _shape(self, node: Sum) -> Callable[[int], int]:
        if node.rounding is None and node.least is None and node.most is None:
            return lambda total: total
        return lambda total: self._scaled.whole(node.shaped(self._scaled.value(total)))


def _undominated(states: Iterable[_State]) -> list[_State]:
    """Return the states in rising order, each of greater value than all before it."""
    kept: list[_State] = []
    for state in sorted(states, key=_order):
        if not kept or state[0] > kept[-1][0]:
            if kept and state[1] == kept[-1][1]:
                kept.pop()
            kept.append(state)
    return kept
