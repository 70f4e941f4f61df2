"""Finds the least effort that reaches a goal, exactly, and what comes next; ``search`` does the work."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from fractions import Fraction
from heapq import heappop, heappush
from itertools import count

from parcli.analysis.planning.problem import Choice, Option, Problem, Solution
from parcli.analysis.planning.scaled import Scaled
from parcli.analysis.planning.search import Search, Trail

# effort, whether it is one and not only a bound, number of leaves, their numbers, arrival
_Rank = tuple[Fraction, bool, int, tuple[int, ...], int]
_NONE: frozenset[str] = frozenset()
# parts of the way from the bound to a known solution: what lies close above the bound is found sooner
_SHARES = (Fraction(1, 32), Fraction(1, 8), Fraction(1, 2), Fraction(1))


def cheapest(problem: Problem, *, banned: frozenset[str] = _NONE) -> Solution | None:
    """Return the solution of least effort; of equals that of fewest leaves, then of the earlier ones.

    ``banned`` leaves stay as they are. None: the goal is out of reach.
    """
    return _Solver(problem).cheapest(banned)


def alternatives(problem: Problem, *, most: int) -> tuple[Solution, ...]:
    """Return up to ``most`` solutions in order, none of which changes all the leaves of one before it.

    Each one is the best of those that leave alone at least one leaf of every solution before it.
    """
    return tuple(_Alternatives(_Solver(problem)).found(most))


class _Alternatives:
    """The solutions that avoid at least one leaf of each one found, the best first.

    What avoids some leaves waits at first with a bound on its effort, and is solved when nothing waits that
    could be cheaper.
    """

    def __init__(self, solver: _Solver) -> None:
        self._solver = solver
        self._waiting: list[tuple[_Rank, Solution | None, frozenset[str]]] = []
        self._tried: set[frozenset[str]] = set()
        self._arrival = count()
        self._wait(_NONE)

    def found(self, most: int) -> list[Solution]:
        """Return so many of them, or all there are."""
        found: list[Solution] = []
        while self._waiting and len(found) < most:
            _, solution, banned = heappop(self._waiting)
            if solution is None:
                self._solve(banned)
                continue
            held = next((each for each in found if each.codes <= solution.codes), None)
            if held is None:
                found.append(solution)
            for code in sorted((held or solution).codes):
                self._wait(banned | {code})
        return found

    def _wait(self, banned: frozenset[str]) -> None:
        least = None if banned in self._tried else self._solver.least_effort(banned)
        self._tried.add(banned)
        if least is not None:
            heappush(self._waiting, ((least, False, 0, (), next(self._arrival)), None, banned))

    def _solve(self, banned: frozenset[str]) -> None:
        solution = self._solver.cheapest(banned)
        if solution is not None:
            leaves = self._solver.numbers(solution)
            rank = solution.effort, True, len(leaves), leaves, next(self._arrival)
            heappush(self._waiting, (rank, solution, banned))


class _Solver:
    """A problem to be solved with any of its leaves held as they are."""

    def __init__(self, problem: Problem) -> None:
        self._problem = problem
        self._scaled = Scaled(problem)
        self._choices = self._scaled.choices
        self._numbers = {choice.code: number for number, choice in enumerate(self._choices)}

    def numbers(self, solution: Solution) -> tuple[int, ...]:
        """Return the numbers of the leaves that a solution changes."""
        return tuple(self._numbers[code] for code, _ in solution.picks)

    def least_effort(self, banned: frozenset[str]) -> Fraction | None:
        """Return a bound below the effort of every solution, None where it shows that there is none."""
        least = self._bound(self._held(banned))
        return None if least is None else Fraction(least, self._scaled.efforts)

    def cheapest(self, banned: frozenset[str]) -> Solution | None:
        """Return the best solution that leaves some leaves as they are."""
        held = self._held(banned)
        bound, known = self._bound(held), self._known(held)
        if bound is None or known is None:
            return None
        for share in _SHARES:
            trail = Search(self._scaled, held, bound + int((known - bound) * share)).best()
            if trail is not None:
                return self._solution(trail)
        raise AssertionError(known)  # there is a solution of this effort

    def _bound(self, held: frozenset[int]) -> int | None:
        return self._scaled.ways.outside(0, 0, but=held).least_effort(self._scaled.needed)

    def _known(self, held: frozenset[int]) -> int | None:
        """Return the effort of some solution, the cheapest ways taken first; None where there is none."""
        options = [_free(choice, held=number in held) for number, choice in enumerate(self._choices)]
        if not all(options):
            return None
        first = [min(each, key=lambda option: (option.effort, -option.value)) for each in options]
        ways = [way for way in self._scaled.ways.all if way.leaf not in held]

        def taken(number: int) -> list[Option]:
            picks = list(first)
            for way in ways[:number]:
                if way.option.value > picks[way.leaf].value:
                    picks[way.leaf] = way.option
            return picks

        if not self._is_solution(taken(len(ways))):
            return None
        enough = bisect_left(range(len(ways)), 1, key=lambda number: int(self._is_solution(taken(number))))
        return int(sum(pick.effort for pick in taken(enough)) * self._scaled.efforts)

    def _is_solution(self, picks: Sequence[Option]) -> bool:
        left = iter(picks)
        value = self._problem.tree.value(lambda _: next(left).value)
        return value is not None and self._problem.reached(value)

    def _held(self, banned: frozenset[str]) -> frozenset[int]:
        return frozenset(self._numbers[code] for code in banned)

    def _solution(self, trail: Trail) -> Solution:
        picks = tuple((self._choices[leaf].code, self._choices[leaf].options[n]) for leaf, n in trail)
        return Solution(sum((option.effort for _, option in picks), Fraction(0)), picks)


def _free(choice: Choice, *, held: bool) -> list[Option]:
    return [option for option in choice.options if not (held and option.change)]
