"""A tree of choices that add up, each option with its value and its effort: what is to be solved; no search.

Values are exact and come from the engine; a penalty's points are negative, so that more is always better.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction

from msgspec import Struct

from parcli.model.rules import Rounding
from parcli.scoring.rounding import rounded_exact


class Option(Struct, frozen=True):
    """What a leaf can come to, and the effort that it takes; ``change`` is 0 where it stays as it is."""

    value: Fraction
    effort: Fraction
    change: int


class Choice(Struct, frozen=True):
    """A leaf with its options; ``now`` is what it comes to. Where it may not stay, no option has change 0."""

    code: str
    now: Fraction
    options: tuple[Option, ...]


class Demand(Struct, frozen=True):
    """What a sum has to come to: at least ``least``, or more where ``beyond``."""

    least: Fraction
    beyond: bool = False

    def met(self, value: Fraction) -> bool:
        """Tell whether a value is enough."""
        return value > self.least or (value == self.least and not self.beyond)


class Sum(Struct, frozen=True):
    """Parts that add up; the sum is rounded, held between ``least`` and ``most``, and has to meet demands."""

    parts: tuple[Part, ...]
    rounding: Rounding | None = None
    least: Fraction | None = None
    most: Fraction | None = None
    demands: tuple[Demand, ...] = ()

    def shaped(self, total: Fraction) -> Fraction:
        """Return what a plain sum of the parts comes to; a greater sum never comes to less."""
        if self.rounding is not None:
            total = rounded_exact(total, self.rounding)
        if self.most is not None:
            total = min(total, self.most)
        return total if self.least is None else max(total, self.least)

    def meets(self, value: Fraction) -> bool:
        """Tell whether a shaped sum is enough for every demand."""
        return all(each.met(value) for each in self.demands)

    def choices(self) -> Iterator[Choice]:
        """Yield every leaf below in order."""
        for part in self.parts:
            if isinstance(part, Choice):
                yield part
            else:
                yield from part.choices()

    def sums(self) -> Iterator[Sum]:
        """Yield this sum and every one below."""
        yield self
        for part in self.parts:
            if isinstance(part, Sum):
                yield from part.sums()

    def worst(self) -> Fraction:
        """Return the least that the tree can come to, whatever it has to come to."""
        parts = (
            part.worst() if isinstance(part, Sum) else min((o.value for o in part.options), default=part.now)
            for part in self.parts
        )
        return self.shaped(sum(parts, Fraction(0)))

    def value(self, of: Callable[[Choice], Fraction]) -> Fraction | None:
        """Return what the tree comes to with a value for each leaf, None where a demand is not met."""
        total = Fraction(0)
        for part in self.parts:
            value = of(part) if isinstance(part, Choice) else part.value(of)
            if value is None:
                return None
            total += value
        shaped = self.shaped(total)
        return shaped if self.meets(shaped) else None


Part = Choice | Sum


class Problem(Struct, frozen=True):
    """A tree, and the goal for what it comes to.

    ``reached`` tells whether a value is enough; where one is, every greater one is, and none below ``least``.
    """

    tree: Sum
    reached: Callable[[Fraction], bool]
    least: Fraction


class Solution(Struct, frozen=True):
    """The option of each leaf that changes, by its code, in order, and the effort of all together.

    ``least`` is an effort below which there is none, where it is not known to be the best one; None where it
    is.
    """

    effort: Fraction
    picks: tuple[tuple[str, Option], ...]
    least: Fraction | None = None

    @property
    def codes(self) -> frozenset[str]:
        """Return the leaves that change."""
        return frozenset(code for code, _ in self.picks)
