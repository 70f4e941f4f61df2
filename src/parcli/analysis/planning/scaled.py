"""A problem in whole numbers: values, efforts, and one number that orders solutions; it searches nothing."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import lcm

from parcli.analysis.planning.problem import Choice, Option, Problem, Sum
from parcli.analysis.planning.relaxed import Ways


class Scaled:
    """Values are counted times ``values``, efforts times ``efforts``.

    ``choices`` are the leaves by number, ``ways`` what they gain at best, and ``needed`` the gain below which
    no solution lies. The order of a solution is less effort, then fewer leaves, then earlier ones.
    """

    def __init__(self, problem: Problem) -> None:
        tree = problem.tree
        self.problem = problem
        self.choices = tuple(tree.choices())
        digits = [each.rounding.digits for each in tree.sums() if each.rounding is not None]
        below = (value.denominator for value in _values(tree))
        self.values = lcm(10 ** max(digits, default=0), *below)
        self.efforts = lcm(*(option.effort.denominator for each in self.choices for option in each.options))
        self.ways = Ways(self.choices, gains=self.values, efforts=self.efforts)
        # each rounding may add less than one unit to what the leaves gain
        slack = sum((Fraction(1, 10**each) for each in digits), Fraction(0))
        gain = problem.least - slack - _now(tree)
        self.needed = -((-gain.numerator * self.values) // gain.denominator)
        self._bits = len(self.choices)
        self._shift = 2 * self._bits + 1

    def whole(self, value: Fraction) -> int:
        """Return a value of the tree as a whole number."""
        return value.numerator * (self.values // value.denominator)

    def value(self, whole: int) -> Fraction:
        """Return the value that a whole number stands for."""
        return Fraction(whole, self.values)

    def order(self, leaf: int, option: Option) -> int:
        """Return the order of one leaf's change; orders of several add up."""
        effort = option.effort.numerator * (self.efforts // option.effort.denominator)
        return (effort << self._shift) + (1 << self._bits) - (1 << (self._bits - 1 - leaf))

    def orders_within(self, effort: int) -> int:
        """Return the order above those of all solutions with no more effort."""
        return (effort + 1) << self._shift

    def effort(self, order: int) -> int:
        """Return the effort that an order holds."""
        return order >> self._shift


def _values(tree: Sum) -> Iterator[Fraction]:
    """Yield every value that a leaf can have, and every limit of a sum."""
    for choice in tree.choices():
        yield choice.now
        yield from (option.value for option in choice.options)
    for each in tree.sums():
        yield from (limit for limit in (each.least, each.most) if limit is not None)


def _now(tree: Sum) -> Fraction:
    """Return what a tree comes to now, whatever it has to come to."""
    parts = (each.now if isinstance(each, Choice) else _now(each) for each in tree.parts)
    return tree.shaped(sum(parts, Fraction(0)))
