"""The least effort is found exactly: against every combination, on thousands of small random problems."""

from __future__ import annotations

import random
from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations, product

import pytest

from parcli.analysis.planning.problem import Choice, Option, Problem, Solution, Sum
from parcli.analysis.planning.relaxed import Ways
from parcli.analysis.planning.solver import alternatives, cheapest
from support.random_problems import random_problem

_Key = tuple[Fraction, int, tuple[int, ...]]
SEEDS = range(40)
EACH = 60


def option(value: str, effort: str, change: int = 1) -> Option:
    return Option(Fraction(value), Fraction(effort), change)


def choice(code: str, now: str, *options: Option) -> Choice:
    return Choice(code, Fraction(now), (option(now, "0", 0), *options))


def goal(tree: Sum, least: str) -> Problem:
    return Problem(tree, lambda value: value >= Fraction(least), Fraction(least))


def combos(problem: Problem) -> Iterator[tuple[_Key, dict[str, Option]]]:
    """Yield every combination that reaches the goal, with what it is ordered by."""
    choices = list(problem.tree.choices())
    for options in product(*(each.options for each in choices)):
        picked = {each.code: option for each, option in zip(choices, options, strict=True)}
        value = value_with(problem, picked)
        if value is not None and problem.reached(value):
            changed = tuple(n for n, option in enumerate(options) if option.change)
            effort = sum((option.effort for option in options), Fraction(0))
            yield (effort, len(changed), changed), picked


def value_with(problem: Problem, picks: dict[str, Option]) -> Fraction | None:
    """Return what the tree comes to, None where a demand is not met; other leaves stay."""

    def of(each: Choice) -> Fraction:
        return picks[each.code].value if each.code in picks else each.now

    return problem.tree.value(of)


def key_of(problem: Problem, solution: Solution) -> _Key:
    order = [each.code for each in problem.tree.choices()]
    return solution.effort, len(solution.picks), tuple(order.index(code) for code, _ in solution.picks)


@pytest.mark.parametrize("seed", SEEDS)
def test_no_combination_takes_less_effort(seed: int) -> None:
    rng = random.Random(seed)
    for _ in range(EACH):
        problem = random_problem(rng)
        best = min((key for key, _ in combos(problem)), default=None)
        found = cheapest(problem)

        assert best == (None if found is None else key_of(problem, found))


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_found_reaches_the_goal(seed: int) -> None:
    rng = random.Random(seed)
    for _ in range(EACH):
        problem = random_problem(rng)
        found = cheapest(problem)
        value = None if found is None else value_with(problem, dict(found.picks))

        assert found is None or (value is not None and problem.reached(value))


@pytest.mark.parametrize("seed", SEEDS)
def test_each_alternative_is_the_best_that_holds_none_before_it(seed: int) -> None:
    rng = random.Random(seed)
    for _ in range(EACH // 4):
        problem = random_problem(rng)
        all_keys = sorted(key for key, _ in combos(problem))
        expected: list[_Key] = []
        for key in all_keys:
            if len(expected) < 4 and not any(set(each[2]) <= set(key[2]) for each in expected):
                expected.append(key)

        assert expected == [key_of(problem, each) for each in alternatives(problem, most=4)]


def test_no_alternative_changes_all_that_another_before_it_does() -> None:
    leaves = [choice(f"c{n}", "0", option("1", str(n + 1))) for n in range(5)]
    found = alternatives(goal(Sum(tuple(leaves)), "2"), most=10)

    assert 10 == len(found)
    assert [] == [pair for pair in combinations(found, 2) if pair[0].codes <= pair[1].codes]


def test_a_greedy_choice_is_not_taken() -> None:
    """The best value for its effort is c0, beside which another is needed: the others alone cost less."""
    tree = Sum(
        (
            choice("c0", "0", option("3", "2.9")),
            choice("c1", "0", option("2", "2")),
            choice("c2", "0", option("2", "2")),
        )
    )

    assert ("c1", "c2") == tuple(code for code, _ in cheapest(goal(tree, "4")).picks)  # type: ignore[union-attr]


def test_equal_effort_takes_fewer_leaves() -> None:
    tree = Sum(
        (choice("c0", "0", option("1", "1")), choice("c1", "0", option("1", "1"), option("2", "2", 2)))
    )

    assert {"c1"} == cheapest(goal(tree, "2")).codes  # type: ignore[union-attr]


def test_equal_leaves_take_the_earlier_one() -> None:
    tree = Sum(tuple(choice(f"c{n}", "0", option("1", "1")) for n in range(3)))

    assert {"c0"} == cheapest(goal(tree, "1")).codes  # type: ignore[union-attr]


def test_banned_leaves_stay_as_they_are() -> None:
    tree = Sum(tuple(choice(f"c{n}", "0", option("1", "1")) for n in range(3)))

    assert {"c2"} == cheapest(goal(tree, "1"), banned=frozenset({"c0", "c1"})).codes  # type: ignore[union-attr]


def test_a_goal_out_of_reach_has_no_solution() -> None:
    assert cheapest(goal(Sum((choice("c0", "0", option("1", "1")),)), "2")) is None


def test_points_beyond_a_cap_are_not_bought() -> None:
    capped = Sum((choice("c0", "0", option("5", "1")),), most=Fraction(1))
    tree = Sum((capped, choice("c1", "0", option("2", "9"))))

    assert {"c1"} == cheapest(goal(tree, "2")).codes  # type: ignore[union-attr]


def test_a_penalty_beyond_its_cap_has_to_fall_below_it_first() -> None:
    block = Sum((choice("x", "-5", option("-4", "1"), option("0", "3", 2)),), least=Fraction(-3))

    assert [2] == [each.change for _, each in cheapest(goal(Sum((block,)), "-2")).picks]  # type: ignore[union-attr]


def test_the_bound_is_the_cheapest_way_to_a_gain() -> None:
    leaf = choice("c0", "0", option("1", "4"), option("2", "2", 2), option("4", "8", 3))
    rest = Ways([leaf, choice("c1", "1", option("3", "10"))], gains=1, efforts=1).outside(2, 2)

    assert [0, 1, 2, 5, 8, 13, 18, None] == [rest.least_effort(gain) for gain in range(8)]


def test_forty_fine_grained_leaves_are_solved() -> None:
    rng = random.Random(7)
    leaves = []
    for n in range(40):
        grain, steps = Fraction(1, rng.choice([100, 37, 250])), rng.randint(1, 120)
        cost = Fraction(rng.randint(1, 5), rng.choice([10, 9, 7]))
        options = tuple(Option(grain * k, cost * k, k) for k in range(1, steps))
        leaves.append(Choice(f"c{n}", Fraction(0), (Option(Fraction(0), Fraction(0), 0), *options)))
    found = cheapest(goal(Sum(tuple(leaves)), "7"))

    assert found is not None
    assert sum((option.value for _, option in found.picks), Fraction(0)) >= 7
