"""What is declared, but was not recognised, has only to be accepted; what somebody else settled is said."""

from __future__ import annotations

from fractions import Fraction

import pytest

from parcli.analysis.planning.goals import to_points
from parcli.analysis.planning.plan import PlannedStep, planning
from parcli.analysis.rescoring import Rescoring
from parcli.model.assessment import LeafAnswer
from parcli.model.rules import PointsRule, Rule
from scoring import rule_examples as ex
from support.scoring_sets import answer, area, assessment, criteria_set, leaf, pair, word


def cheapest(rule: Rule, given: LeafAnswer, *, points: str) -> PlannedStep:
    """Return the one step of the cheapest plan for so many points more."""
    rescoring = Rescoring(criteria_set(area("1", leaf("1.1", 2, rule))), assessment(given), "final")
    (plan,) = planning(rescoring, to_points(rescoring.scored(), Fraction(points))).plans
    (step,) = plan.steps
    return step


def council(given: LeafAnswer) -> tuple[str | None, str | None, bool]:
    step = cheapest(ex.PLAN, given, points="1")
    return (
        None if step.declared is None else step.declared.text,
        None if step.claimed is None else str(step.claimed),
        step.is_declared,
    )


def test_what_is_declared_takes_one_step_to_be_accepted() -> None:
    """By tiers that are not known it would be two: from below 70 % to above 90 %."""
    step = cheapest(ex.PLAN, answer("1.1", pair(95, 100), appraised_2=0), points="2")

    assert (Fraction(1), ()) == (step.effort, step.moves)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (answer("1.1", pair(80, 100), appraised_2=0), ("80/100", "1", True)),
        (answer("1.1", pair(50, 100), appraised_2=1), ("50/100", None, False)),  # more than the rule gives
        (answer("1.1", pair(80, 100), appraised_2=1), (None, None, False)),
        (answer("1.1", pair(80, 100)), (None, None, False)),
        (answer("1.1", appraised_2=1), (None, None, False)),  # nothing is declared
    ],
)
def test_what_is_declared_is_told_where_its_points_do_not_count(
    given: LeafAnswer, expected: tuple[str | None, str | None, bool]
) -> None:
    assert expected == council(given)


def test_of_judged_points_what_is_claimed_is_what_is_declared() -> None:
    given = answer("1.1", word("có báo cáo"), self=2, appraised_2=1)
    step = cheapest(PointsRule(), given, points="1")

    assert (Fraction(2), True) == (step.claimed, step.is_declared)


def test_a_claim_that_counts_is_not_told() -> None:
    step = cheapest(PointsRule(), answer("1.1", self=1), points="1")

    assert (None, None) == (step.declared, step.claimed)
