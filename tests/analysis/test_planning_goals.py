"""Goals as bounds on the figure that decides them: grades, clauses, ranks with ties, points."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import pytest
from msgspec.structs import replace

from parcli.analysis.planning.goals import Bar, to_grade, to_points, to_rank
from parcli.analysis.planning.plan import planning
from parcli.analysis.planning.problem import Demand
from parcli.analysis.rescoring import Rescoring
from parcli.model.criteria_set import Cap, CapCondition, Policy, RankingPolicy, Ties
from parcli.model.rules import ChoiceRule, Option
from parcli.model.text import Text
from parcli.ranking.standing import Standing
from support.register_values import standing, stored
from support.scoring_sets import (
    FIVE_GRADES,
    amount,
    answer,
    area,
    assessment,
    criteria_set,
    leaf,
    policy,
    word,
)

_SET = criteria_set(area("1", leaf("1.1", 100)))


def ranked_by(ties: Ties) -> Policy:
    return policy(ranking=RankingPolicy("percent", "published", ties))


def rivals(*figures: str) -> Sequence[Standing]:
    return [standing(stored(name, points)) for name, points in zip(("B", "C", "D"), figures, strict=True)]


@pytest.mark.parametrize(
    ("ties", "rank", "name", "least", "beyond"),
    [
        ("competition", 1, "A", 90, False),
        ("competition", 2, "A", 80, False),
        ("competition", 3, "A", 80, False),
        ("dense", 2, "A", 80, False),
        ("dense", 1, "A", 90, False),
        ("by_name", 2, "A", 80, False),  # before C and D, who have as much
        ("by_name", 2, "E", 80, True),
    ],
)
def test_a_rank_is_the_figure_of_who_holds_it(
    ties: Ties, rank: int, name: str, least: int, beyond: bool
) -> None:
    made = replace(_SET, policy=ranked_by(ties))
    goal = to_rank(made, rivals("90", "80", "80"), rank=rank, name=name, by="percent")

    assert (Fraction(least), beyond) == (goal.bar.least, goal.bar.beyond)


@pytest.mark.parametrize(("ties", "rank"), [("competition", 4), ("dense", 3)])
def test_a_rank_behind_all_others_is_always_reached(ties: Ties, rank: int) -> None:
    made = replace(_SET, policy=ranked_by(ties))

    assert to_rank(made, rivals("90", "80", "80"), rank=rank, name="A", by="percent").bar.unbounded


@pytest.mark.parametrize(
    ("bar", "value", "passed"),
    [
        (Bar("percent", Fraction(80)), "80", True),
        (Bar("percent", Fraction(80), beyond=True), "80", False),
        (Bar("percent", Fraction(80), rounding=_SET.policy.rounding), "79.995", True),
        (Bar("percent", Fraction(80), rounding=_SET.policy.rounding), "79.994", False),
        (Bar("percent", Fraction(80), beyond=True, rounding=_SET.policy.rounding), "80.004", False),
    ],
)
def test_a_figure_passes_a_bar_as_it_is_published(bar: Bar, value: str, passed: bool) -> None:
    assert passed == bar.passed(Fraction(value))


@pytest.mark.parametrize(
    ("demand", "value", "met"),
    [
        (Demand(Fraction(1)), "1", True),
        (Demand(Fraction(1), beyond=True), "1", False),
        (Demand(Fraction(1), beyond=True), "1.01", True),
        (Demand(Fraction(1)), "0.99", False),
    ],
)
def test_a_demand_beyond_a_bound_is_not_met_by_the_bound(demand: Demand, value: str, met: bool) -> None:
    assert met == demand.met(Fraction(value))


def test_the_last_grade_is_always_reached() -> None:
    assert to_grade(_SET, "", FIVE_GRADES.grades[-1]).bar.unbounded


def test_an_option_that_a_clause_names_is_not_planned() -> None:
    """The cheapest way to 90 % would be the option that lowers the grade."""
    tempting = ChoiceRule(
        (
            Option(Text("Không"), amount(0)),
            Option(Text("Làm thay"), amount(9)),
            Option(Text("Tự làm"), amount("9.5")),
        )
    )
    cap = Cap("weak", CapCondition("1.1", "answer", answer="Làm thay"))
    made = criteria_set(area("1", leaf("1.1", 10, tempting)), caps=(cap,))
    rescoring = Rescoring(made, assessment(answer("1.1", word("Không"))), "final")
    (plan,) = planning(rescoring, to_grade(made, "", FIVE_GRADES.grades[0])).plans

    assert ("Tự làm", Fraction(2)) == (plan.score.areas()[0].children[0].answer, plan.effort)


def test_points_are_more_than_now() -> None:
    rescoring = Rescoring(_SET, assessment(answer("1.1", self=40)), "final")

    assert Fraction(42) == to_points(rescoring.scored(), Fraction(2)).bar.least
