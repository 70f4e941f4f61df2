"""An appraisal below zero is refused, but where the set gives negative points itself."""

from __future__ import annotations

import pytest

from parcli.model.rules import Rule
from parcli.model.score import State
from parcli.scoring.engine import score
from scoring import rule_examples as ex
from support.scoring_sets import answer, area, assessment, criteria_set, leaf, number

ZERO_AND_UP: dict[str, Rule] = {
    "judged": ex.JUDGED,
    "choice": ex.YES_NO,
    "count": ex.TWO_COUNTS,
    "rate": ex.RATE,
    "deduction": ex.LATE_REPORTS,
    "cases": ex.FILES_MEAN,
}


def appraised(rule: Rule, points: str) -> tuple[list[str], State | None]:
    """Return the codes of the findings on the appraisal, and what becomes of the leaf."""
    made = criteria_set(area("1", leaf("1.1", 1, rule)))
    result = score(made, assessment(answer("1.1", appraised_1=number(points))), stage="final")
    found = result.find("1.1")
    codes = {"points-not-attainable", "appraisal-not-attainable"}
    return [one.code for one in result.findings if one.code in codes], found.state if found else None


@pytest.mark.parametrize("kind", ZERO_AND_UP)
def test_an_appraisal_below_zero_is_an_error_and_unused(kind: str) -> None:
    assert (["points-not-attainable"], State.MISSING) == appraised(ZERO_AND_UP[kind], "-1")


@pytest.mark.parametrize(("rule", "points"), [(ex.ZERO_AND_PENALTY, "-0.25"), (ex.NO_FLOOR, "-0.5")])
def test_negative_points_that_the_set_gives_are_taken(rule: Rule, points: str) -> None:
    assert ([], State.SCORED) == appraised(rule, points)


def test_negative_points_below_the_sets_lowest_are_refused() -> None:
    assert (["points-not-attainable"], State.MISSING) == appraised(ex.ZERO_AND_PENALTY, "-1")


def test_other_points_between_those_of_the_rule_are_doubted_only() -> None:
    assert (["appraisal-not-attainable"], State.SCORED) == appraised(ex.ZERO_AND_PENALTY, "-0.1")
