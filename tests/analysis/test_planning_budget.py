"""A search takes few steps; without enough of them it gives a plan all the same, and says what it is not."""

from __future__ import annotations

import random
from fractions import Fraction

import pytest

from make_province import Plan, make_province
from parcli.analysis.planning.goals import to_grade, to_points
from parcli.analysis.planning.plan import planning
from parcli.analysis.planning.problem import Choice, Problem, Solution
from parcli.analysis.planning.search import OutOfSteps, Steps
from parcli.analysis.planning.solver import MOST_STEPS, alternatives, cheapest
from parcli.analysis.rescoring import Rescoring
from parcli.criteria.library import Library
from parcli.workflows.request import Request
from parcli.workflows.scoring import Scored, score_workbook
from support.random_problems import random_problem

SEEDS = range(20)
EACH = 30


@pytest.fixture(scope="module")
def department(tmp_path_factory: pytest.TempPathFactory) -> Rescoring:
    """Return the weakest department of the made province: from there the way is the longest."""
    made = make_province(tmp_path_factory.mktemp("province"), Plan(year=2024, districts=0))
    weakest = min(made.workbooks, key=lambda unit: made.percents[unit])
    (scored,) = score_workbook(made.workbooks[weakest], Library(()), Request())
    assert isinstance(scored, Scored)
    return Rescoring(scored.criteria_set, scored.assessment, "final")


def test_three_plans_of_a_department_are_proven_within_the_steps(department: Rescoring) -> None:
    best = department.criteria_set.scale_for("").grades[0]
    steps = Steps(MOST_STEPS)
    found = planning(department, to_grade(department.criteria_set, "", best), most=3, steps=steps)

    assert [None] * 3 == [plan.least for plan in found.plans]
    assert 0 < steps.taken < MOST_STEPS


def test_a_department_has_a_plan_without_any_step(department: Rescoring) -> None:
    goal = to_points(department.scored(), Fraction(10))
    (best,) = planning(department, goal).plans
    (plan,) = planning(department, goal, steps=Steps(0)).plans

    assert plan.least is not None
    assert plan.least <= best.effort <= plan.effort
    assert plan.score.points >= goal.bar.least


def test_efforts_are_whole_hundredths(department: Rescoring) -> None:
    goal = to_points(department.scored(), Fraction(10))
    (plan,) = planning(department, goal).plans

    assert {1} == {(step.effort * 100).denominator for step in plan.steps}


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("steps", [0, 3, 12])
def test_a_solution_that_claims_to_be_the_best_is_it(seed: int, steps: int) -> None:
    rng = random.Random(seed)
    for _ in range(EACH):
        problem = random_problem(rng)
        best, found = cheapest(problem), cheapest(problem, steps=Steps(steps))

        assert (best is None) == (found is None)
        if best is not None and found is not None:
            claimed = found.effort if found.least is None else found.least
            assert claimed <= best.effort <= found.effort


@pytest.mark.parametrize("seed", SEEDS)
def test_solutions_without_steps_reach_the_goal_and_differ(seed: int) -> None:
    rng = random.Random(seed)
    for _ in range(EACH):
        problem = random_problem(rng)
        found = alternatives(problem, most=4, steps=Steps(0))
        for number, solution in enumerate(found):
            assert reaches(problem, solution)
            assert not any(other.codes <= solution.codes for other in found[:number])


def reaches(problem: Problem, solution: Solution) -> bool:
    picks = dict(solution.picks)

    def of(each: Choice) -> Fraction:
        return picks[each.code].value if each.code in picks else each.now

    value = problem.tree.value(of)
    return value is not None and problem.reached(value)


def test_who_asks_for_more_steps_than_there_are_has_none_left() -> None:
    steps = Steps(5)
    steps.take(3)

    with pytest.raises(OutOfSteps):
        steps.take(3)
    with pytest.raises(OutOfSteps):
        steps.take(1)
    assert 3 == steps.taken
