"""Finds the least effort that reaches a goal, exactly, and what comes next; ``search`` does the work.

Where that would take more steps than it may, a solution is given all the same, with what is known of the
least effort.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from heapq import heappop, heappush
from itertools import count

from msgspec import Struct
from msgspec.structs import replace

from parcli.analysis.planning.greedy import Greedy
from parcli.analysis.planning.problem import Option, Problem, Solution
from parcli.analysis.planning.scaled import Scaled
from parcli.analysis.planning.search import OutOfSteps, Search, Steps, Trail

MOST_STEPS = 3_000_000
"""How many steps all searches for a goal may take together: some seconds of one processor."""

# effort, whether it is one and not only a bound, number of leaves, their numbers, arrival
_Rank = tuple[int, bool, int, tuple[int, ...], int]
_NONE: frozenset[str] = frozenset()
# parts of the way from the bound to a known solution: what lies close above the bound is found sooner
_SHARES = (Fraction(1, 32), Fraction(1, 8), Fraction(1, 2), Fraction(1))


def cheapest(
    problem: Problem, *, banned: frozenset[str] = _NONE, steps: Steps | None = None
) -> Solution | None:
    """Return the solution of least effort; of equals that of fewest leaves, then of the earlier ones.

    ``banned`` leaves stay as they are. None: the goal is out of reach.
    """
    found = _Alternatives(_Solver(problem, steps or Steps(MOST_STEPS)), banned).found(1)
    return found[0] if found else None


def alternatives(problem: Problem, *, most: int, steps: Steps | None = None) -> tuple[Solution, ...]:
    """Return up to ``most`` solutions in order, none of which changes all the leaves of one before it.

    Each one is the best of those that leave alone at least one leaf of every solution before it, but for
    those that say otherwise (``Solution.least``) because the steps did not suffice.
    """
    return tuple(_Alternatives(_Solver(problem, steps or Steps(MOST_STEPS)), _NONE).found(most))


class _Waiting(Struct, frozen=True):
    """What avoids some leaves: its ``solution``, once it is found, or else a bound below its effort."""

    banned: frozenset[str]
    least: int
    looked: int = 0
    solution: Solution | None = None


class _Alternatives:
    """The solutions that avoid at least one leaf of each one found, the best first.

    What avoids some leaves waits with a bound on its effort, and is looked for a little above the bound when
    nothing waits that could be cheaper. Where nothing is found there, it waits with the higher bound.
    """

    def __init__(self, solver: _Solver, banned: frozenset[str]) -> None:
        self._solver = solver
        self._queue: list[tuple[_Rank, _Waiting]] = []
        self._tried: set[frozenset[str]] = set()
        self._arrival = count()
        self._open: list[int] = []  # bounds of what could not be searched to the end
        self._add(banned, 0)

    def found(self, most: int) -> list[Solution]:
        """Return so many of them, or all there are."""
        found: list[Solution] = []
        while self._queue and len(found) < most:
            _, waiting = heappop(self._queue)
            if waiting.solution is None:
                self._look(waiting)
                continue
            solution = waiting.solution
            held = next((each for each in found if each.codes <= solution.codes), None)
            if held is None:
                found.append(self._told(solution))
            for code in sorted((held or solution).codes):
                self._add(waiting.banned | {code}, waiting.least)
        return found

    def _add(self, banned: frozenset[str], least: int) -> None:
        """Let wait what avoids some leaves; it takes no less than what may change one of them more."""
        bound = None if banned in self._tried else self._solver.bound(banned)
        self._tried.add(banned)
        if bound is not None:
            self._wait(_Waiting(banned, max(bound, least)))

    def _wait(self, waiting: _Waiting) -> None:
        leaves = () if waiting.solution is None else self._solver.numbers(waiting.solution)
        solved = waiting.solution is not None
        rank = waiting.least, solved, len(leaves), leaves, next(self._arrival)
        heappush(self._queue, (rank, waiting))

    def _look(self, waiting: _Waiting) -> None:
        """Look once, no further than what is known to be enough, or than the best solution that waits."""
        known = self._solver.known(waiting.banned)
        if known is None:
            return
        share = _SHARES[min(waiting.looked, len(_SHARES) - 1)]
        reach = waiting.least + int((self._solver.effort(known) - waiting.least) * share)
        solved = [each.least for _, each in self._queue if each.solution is not None]
        reach = min([reach, *solved])
        try:
            solution = self._solver.within(waiting.banned, reach)
        except OutOfSteps:
            self._open.append(waiting.least)
            solution = self._solver.trimmed(known)
        if solution is None:
            self._wait(replace(waiting, least=reach + 1, looked=waiting.looked + 1))
        else:
            self._wait(replace(waiting, least=self._solver.effort(solution), solution=solution))

    def _told(self, solution: Solution) -> Solution:
        """Return a solution that says whether a cheaper one could have been missed."""
        least = min(self._open, default=self._solver.effort(solution))
        if least >= self._solver.effort(solution):
            return solution
        return replace(solution, least=self._solver.unscaled(least))


class _Solver:
    """A problem to be solved with any of its leaves held as they are; efforts are in whole numbers."""

    def __init__(self, problem: Problem, steps: Steps) -> None:
        self._scaled = Scaled(problem)
        self._greedy = Greedy(problem, self._scaled)
        self._steps = steps
        self._choices = self._scaled.choices
        self._numbers = {choice.code: number for number, choice in enumerate(self._choices)}

    def numbers(self, solution: Solution) -> tuple[int, ...]:
        """Return the numbers of the leaves that a solution changes."""
        return tuple(self._numbers[code] for code, _ in solution.picks)

    def effort(self, solution: Solution) -> int:
        """Return a solution's effort."""
        return int(solution.effort * self._scaled.efforts)

    def unscaled(self, effort: int) -> Fraction:
        """Return what an effort is as the problem states it."""
        return Fraction(effort, self._scaled.efforts)

    def bound(self, banned: frozenset[str]) -> int | None:
        """Return a bound below the effort of every solution, None where it shows that there is none."""
        return self._scaled.ways.outside(0, 0, but=self._held(banned)).least_effort(self._scaled.needed)

    def known(self, banned: frozenset[str]) -> Solution | None:
        """Return some solution, the cheapest ways taken first; None where there is none."""
        picks = self._greedy.taken(self._held(banned))
        return None if picks is None else self._picked(picks)

    def trimmed(self, solution: Solution) -> Solution:
        """Return a solution without what it does not need."""
        return self._picked(self._greedy.trimmed(dict(solution.picks)))

    def within(self, banned: frozenset[str], most: int) -> Solution | None:
        """Return the best solution that leaves some leaves as they are, None where all take more effort.

        Raises:
            OutOfSteps: that would take more steps than are left.
        """
        trail = Search(self._scaled, self._held(banned), most, self._steps).best()
        return None if trail is None else self._solution(trail)

    def _held(self, banned: frozenset[str]) -> frozenset[int]:
        return frozenset(self._numbers[code] for code in banned)

    def _solution(self, trail: Trail) -> Solution:
        return self._of((self._choices[leaf].code, self._choices[leaf].options[n]) for leaf, n in trail)

    def _picked(self, options: Sequence[Option]) -> Solution:
        pairs = zip(self._choices, options, strict=True)
        return self._of((choice.code, option) for choice, option in pairs if option.change)

    def _of(self, found: Iterable[tuple[str, Option]]) -> Solution:
        picks = tuple(found)
        return Solution(sum((option.effort for _, option in picks), Fraction(0)), picks)
