"""Which claimed points a rule can give at all."""

from __future__ import annotations

from fractions import Fraction

import pytest

from parcli.messages.filling import param_text
from parcli.model.rules import PointsRule, ProportionRule, Rounding, Rule
from parcli.scoring.rules import allowed_points, attainable
from scoring import rule_examples as ex
from support.scoring_sets import amount, exact, interval, percentage

YES = [
    (ex.JUDGED, "0", 2),
    (ex.JUDGED, "1.75", 2),
    (PointsRule(), "1.337", 2),
    (ex.ZERO_AND_PENALTY, "-0.25", 1),
    (ex.EACH, "0.2", "0.3"),
    (ex.WITH_FLOOR, "0", 1),
    (ex.WITH_FLOOR, "0.8", 1),
    (ex.FLOOR_CLOSED, "0.5", 1),
    (ex.TO_TARGET, "1.234", 3),
    (ex.TWO_BOUNDS, "0.77", 2),
    (ex.RULES_ISSUED, "1.5", 2),
    (ex.TWO_COUNTS, "2.5", 3),
    (ex.NO_FLOOR, "-3.25", 1),
    (ex.INDEX, "7.58", 10),
    (ex.SIPAS, "9.117", 10),
    (ex.THREE_LEVELS, "1.3", "2.5"),
    (ex.FILES_MEAN, "1.7", 2),
]
NO = [
    (ex.JUDGED, "0.3", 2),
    (ex.JUDGED, "-0.25", 2),
    (PointsRule(), "2.001", 2),
    (ex.DEADLINE, "0.75", 1),
    (ex.ZERO_AND_PENALTY, "0", 1),
    (ex.BOTH, "0.5", 1),
    (ex.EITHER, "0", 1),
    (ex.EACH, "0.15", "0.3"),
    (ex.PLAN, "1.5", 2),
    (ex.PENALTY, "0", 1),
    (ex.RATE, "-0.1", 2),
    (ex.WITH_FLOOR, "0.5", 1),
    (ex.FLOOR_CLOSED, "0.8", 1),
    (ex.PIECEWISE, "0.9", 3),
    (ex.RULES_ISSUED, "0.75", 2),
    (ex.LATE_REPORTS, "-0.25", 1),
    (ex.LATE_REPORTS, "0.8", 1),
    (ex.YEAR_ON_YEAR, "1.5", 2),
    (ex.INDEX, "10.01", 10),
    (ex.SIPAS, "-1", 10),
    (ex.THREE_LEVELS, "2.6", "2.5"),
]


@pytest.mark.parametrize(("rule", "points", "most"), YES)
def test_points_that_some_answer_gives(rule: Rule, points: str, most: str) -> None:
    assert attainable(rule, exact(points), exact(most))


@pytest.mark.parametrize(("rule", "points", "most"), NO)
def test_points_that_no_answer_gives(rule: Rule, points: str, most: str) -> None:
    assert not attainable(rule, exact(points), exact(most))


def test_points_rounded_by_the_rule_stand_on_its_decimals() -> None:
    assert not attainable(ex.RATE_ROUNDED, Fraction("0.625"), Fraction(3))


def cut(where: str, points: str, rounding: Rounding | None = None) -> ProportionRule:
    rule = (percentage(), exact(1), exact(0))
    return ProportionRule(*rule, cut=interval(where), cut_points=amount(points), rounding=rounding)


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        (ex.WITH_FLOOR, "0; từ 0,8 đến 1"),
        (ex.FLOOR_CLOSED, "0,5; trên 0,8 đến 1"),
        (cut("to 80%", "0.8"), "từ 0,8 đến 1"),
        (cut("below 80%", "0.9"), "từ 0,8 đến 1"),
        (cut("below 80%", "2"), "từ 0,8 đến 1; 2"),
        (cut("from 0%", "0.5"), "0,5"),
        (cut("below 75%", "0", Rounding(1, "half_up")), "0; từ 0,8 đến 1"),
        (ex.RATE, "từ 0 đến 1"),
    ],
)
def test_what_is_said_of_a_proportion_is_what_it_gives(rule: Rule, said: str) -> None:
    assert said == param_text(allowed_points(rule, Fraction(1)), "vi")
