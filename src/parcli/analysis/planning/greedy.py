"""Finds some solution at once, the cheapest ways first, as a bound above the best one; it proves nothing."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from parcli.analysis.planning.problem import Option, Problem
from parcli.analysis.planning.scaled import Scaled


class Greedy:
    """Solutions of a problem as an option for each leaf, in the leaves' order."""

    def __init__(self, problem: Problem, scaled: Scaled) -> None:
        self._problem = problem
        self._scaled = scaled

    def taken(self, held: frozenset[int]) -> list[Option] | None:
        """Return the first solution on the cheapest ways, with some leaves held; None where there is none."""
        stays = [
            [option for option in choice.options if not (number in held and option.change)]
            for number, choice in enumerate(self._scaled.choices)
        ]
        if not all(stays):
            return None
        first = [min(each, key=lambda option: (option.effort, -option.value)) for each in stays]
        ways = [way for way in self._scaled.ways.all if way.leaf not in held]

        def after(number: int) -> list[Option]:
            picks = list(first)
            for way in ways[:number]:
                if way.option.value > picks[way.leaf].value:
                    picks[way.leaf] = way.option
            return picks

        if not self._solves(after(len(ways))):
            return None
        return after(bisect_left(range(len(ways)), 1, key=lambda number: int(self._solves(after(number)))))

    def trimmed(self, changed: Mapping[str, Option]) -> list[Option]:
        """Return a solution whose leaves, the costly ones first, go no further than the goal needs."""
        choices = self._scaled.choices
        picks = [changed.get(choice.code) or choice.options[0] for choice in choices]
        for number in sorted(range(len(picks)), key=lambda n: -picks[n].effort):
            most = picks[number].effort
            cheaper = sorted(
                (each for each in choices[number].options if each.effort < most), key=lambda o: o.effort
            )
            at = bisect_left(cheaper, 1, key=lambda option: int(self._with(picks, number, option)))
            if at < len(cheaper) and self._with(picks, number, cheaper[at]):
                picks[number] = cheaper[at]
        return picks

    def _with(self, picks: Sequence[Option], number: int, option: Option) -> bool:
        """Tell whether it is still a solution with another option for one leaf."""
        return self._solves([*picks[:number], option, *picks[number + 1 :]])

    def _solves(self, picks: Sequence[Option]) -> bool:
        left = iter(picks)
        value = self._problem.tree.value(lambda _: next(left).value)
        return value is not None and self._problem.reached(value)
