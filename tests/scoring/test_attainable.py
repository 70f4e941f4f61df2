"""Which claimed points a rule can give at all."""

from __future__ import annotations

from fractions import Fraction

import pytest

from parcli.model.rules import PointsRule, Rule
from parcli.scoring.rules import attainable
from scoring import rule_boundaries as rb
from support.scoring_sets import exact

YES = [
    (rb.JUDGED, "0", 2),
    (rb.JUDGED, "1.75", 2),
    (PointsRule(), "1.337", 2),
    (rb.ZERO_AND_PENALTY, "-0.25", 1),
    (rb.EACH, "0.2", "0.3"),
    (rb.WITH_FLOOR, "0", 1),
    (rb.WITH_FLOOR, "0.8", 1),
    (rb.FLOOR_CLOSED, "0.5", 1),
    (rb.TO_TARGET, "1.234", 3),
    (rb.TWO_BOUNDS, "0.77", 2),
    (rb.RULES_ISSUED, "1.5", 2),
    (rb.TWO_COUNTS, "2.5", 3),
    (rb.NO_FLOOR, "-3.25", 1),
    (rb.INDEX, "7.58", 10),
    (rb.SIPAS, "9.117", 10),
    (rb.THREE_LEVELS, "1.3", "2.5"),
    (rb.FILES_MEAN, "1.7", 2),
]
NO = [
    (rb.JUDGED, "0.3", 2),
    (rb.JUDGED, "-0.25", 2),
    (PointsRule(), "2.001", 2),
    (rb.DEADLINE, "0.75", 1),
    (rb.ZERO_AND_PENALTY, "0", 1),
    (rb.BOTH, "0.5", 1),
    (rb.EITHER, "0", 1),
    (rb.EACH, "0.15", "0.3"),
    (rb.PLAN, "1.5", 2),
    (rb.PENALTY, "0", 1),
    (rb.RATE, "-0.1", 2),
    (rb.WITH_FLOOR, "0.5", 1),
    (rb.FLOOR_CLOSED, "0.8", 1),
    (rb.PIECEWISE, "0.9", 3),
    (rb.RULES_ISSUED, "0.75", 2),
    (rb.LATE_REPORTS, "-0.25", 1),
    (rb.LATE_REPORTS, "0.8", 1),
    (rb.YEAR_ON_YEAR, "1.5", 2),
    (rb.INDEX, "10.01", 10),
    (rb.SIPAS, "-1", 10),
    (rb.THREE_LEVELS, "2.6", "2.5"),
]


@pytest.mark.parametrize(("rule", "points", "most"), YES)
def test_points_that_some_answer_gives(rule: Rule, points: str, most: str) -> None:
    assert attainable(rule, exact(points), exact(most))


@pytest.mark.parametrize(("rule", "points", "most"), NO)
def test_points_that_no_answer_gives(rule: Rule, points: str, most: str) -> None:
    assert not attainable(rule, exact(points), exact(most))


def test_points_rounded_by_the_rule_stand_on_its_decimals() -> None:
    assert not attainable(rb.RATE_ROUNDED, Fraction("0.625"), Fraction(3))
