"""Makes small problems for the planner at random, of every kind of sum; it solves nothing."""

from __future__ import annotations

import random
from collections.abc import Iterator
from fractions import Fraction

from parcli.analysis.planning.problem import Choice, Demand, Option, Part, Problem, Sum
from parcli.model.rules import Rounding, RoundingMode

MODES: tuple[RoundingMode, ...] = ("half_up", "half_even", "down")


def random_problem(rng: random.Random) -> Problem:
    """Return a problem of one to six leaves and its goal."""
    numbers = iter(range(100))
    kinds = [_plain, _rounded, _capped, _penalty, _demanding]
    parts = tuple(rng.choice(kinds)(rng, numbers) for _ in range(rng.randint(1, 3)))
    tree = Sum(parts, most=Fraction(rng.randint(4, 12)) if rng.random() < 0.3 else None)
    least = Fraction(rng.randint(0, 24), rng.choice([2, 3, 4]))
    return Problem(tree, lambda value: value >= least, least)


def _leaf(rng: random.Random, number: int, *, sign: int = 1) -> Choice:
    below = rng.choice([1, 2, 3, 4, 7, 10])
    now = sign * Fraction(rng.randint(0, 4), below)
    options = tuple(
        Option(
            now + Fraction(rng.randint(-1, 8), below),
            Fraction(rng.randint(1, 12), rng.choice([1, 2, 5])),
            n + 1,
        )
        for n in range(rng.randint(0, 3))
    )
    stays = () if options and rng.random() < 0.1 else (Option(now, Fraction(0), 0),)
    return Choice(f"c{number}", now, stays + options)


def _leaves(rng: random.Random, numbers: Iterator[int], *, sign: int = 1) -> tuple[Part, ...]:
    return tuple(_leaf(rng, next(numbers), sign=sign) for _ in range(rng.randint(1, 2)))


def _plain(rng: random.Random, numbers: Iterator[int]) -> Part:
    return _leaf(rng, next(numbers))


def _rounded(rng: random.Random, numbers: Iterator[int]) -> Part:
    mode = rng.choice(MODES)
    return Sum(_leaves(rng, numbers), rounding=Rounding(rng.randint(0, 1), mode))


def _capped(rng: random.Random, numbers: Iterator[int]) -> Part:
    return Sum(_leaves(rng, numbers), most=Fraction(rng.randint(1, 6), 2))


def _penalty(rng: random.Random, numbers: Iterator[int]) -> Part:
    return Sum(_leaves(rng, numbers, sign=-1), least=-Fraction(rng.randint(1, 6), 2))


def _demanding(rng: random.Random, numbers: Iterator[int]) -> Part:
    return Sum(_leaves(rng, numbers), demands=(Demand(Fraction(rng.randint(0, 6), 3), rng.random() < 0.5),))
