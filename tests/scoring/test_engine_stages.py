"""Whose number a leaf's points are: each combination of self-assessment and two appraisals, by policy."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from typing import Any

import pytest

from parcli.model.rules import Rule
from parcli.model.score import NodeScore, State, UnitScore
from parcli.scoring.engine import score
from scoring import rule_examples as ex
from support.scoring_sets import (
    REFUSED,
    answer,
    area,
    assessment,
    criteria_set,
    leaf,
    number,
    percent,
    policy,
)

SELF, FIRST, SECOND = Fraction("0.5"), Fraction(1), Fraction("1.5")
CELLS = ("given", "blank", "refused")
RULES: dict[str, Rule] = {"survey": ex.INDEX, "imported": ex.SIPAS}


def _row(own: str, first: str, second: str) -> dict[str, Any]:
    wanted = {"self": (own, SELF), "appraised_1": (first, FIRST), "appraised_2": (second, SECOND)}
    made = {"given": number, "refused": lambda _: REFUSED}
    return {stage: made[cell](value) for stage, (cell, value) in wanted.items() if cell != "blank"}


def _unit(cells: dict[str, Any], *, others: dict[str, Any], **policies: str) -> UnitScore:
    made = criteria_set(area("1", leaf("1.1", 2), leaf("1.2", 2)), policy=policy(**policies))
    return score(made, assessment(answer("1.1", **cells), answer("1.2", **others)), stage="final")


def _leaf(result: UnitScore, code: str = "1.1") -> NodeScore:
    found = result.find(code)
    assert found is not None
    return found


def _expected(
    own: str, first: str, second: str, *, others_appraised: bool, blank_means: str
) -> tuple[object, ...]:
    """Return points, state, whose number it is and whether it is provisional, as the words say."""
    nothing = (Fraction(0), State.MISSING, None, False)
    if second != "blank":
        return (SECOND, State.SCORED, "appraised_2", False) if second == "given" else nothing
    if first != "blank":
        return (FIRST, State.SCORED, "appraised_1", False) if first == "given" else nothing
    if others_appraised and blank_means == "missing":
        return nothing
    if own != "given":
        return nothing
    return (SELF, State.SCORED, "self", not others_appraised)


@pytest.mark.parametrize("blank_means", ["confirmed", "missing"])
@pytest.mark.parametrize("others", [{"self": 1}, {"self": 1, "appraised_1": 1}], ids=["self", "appraised"])
@pytest.mark.parametrize(("own", "first", "second"), list(product(CELLS, repeat=3)))
def test_the_last_filled_stage_counts(
    own: str, first: str, second: str, others: dict[str, Any], blank_means: str
) -> None:
    found = _leaf(_unit(_row(own, first, second), others=others, appraised_blank=blank_means))
    expected = _expected(
        own, first, second, others_appraised="appraised_1" in others, blank_means=blank_means
    )
    whose = found.stage if found.state is State.SCORED else None
    assert (found.points, found.state, whose, found.provisional) == expected


@pytest.mark.parametrize("missing", ["zero", "refuse"])
@pytest.mark.parametrize("refused", ["self", "appraised_1", "appraised_2"])
def test_a_refused_number_that_would_count_makes_the_unit_incomplete(refused: str, missing: str) -> None:
    cells: dict[str, Any] = {"self": number(1), refused: REFUSED}
    assert _unit(cells, others={"self": 1}, missing=missing).incomplete


def test_a_refused_self_assessment_does_not_matter_once_appraised() -> None:
    cells = {"self": REFUSED, "appraised_1": number(1)}
    assert not _unit(cells, others={"self": 1, "appraised_1": 1}).incomplete


def test_points_from_the_self_assessment_make_the_unit_provisional() -> None:
    assert _unit({"self": number(1)}, others={"self": 1}).provisional


def test_an_appraised_unit_is_not_provisional() -> None:
    assert not _unit({"self": number(1), "appraised_1": number(1)}, others={"appraised_1": 1}).provisional


def test_a_blank_among_filled_appraisals_confirms() -> None:
    result = _unit({"self": number(1)}, others={"self": 1, "appraised_1": 1}, appraised_blank="confirmed")
    assert (_leaf(result).confirmed, result.provisional) == (True, False)


def test_a_blank_among_filled_appraisals_is_missing_under_the_other_policy() -> None:
    result = _unit(
        {"self": number(1)}, others={"appraised_1": 1}, appraised_blank="missing", missing="refuse"
    )
    assert (_leaf(result).state, result.incomplete) == (State.MISSING, True)


def test_an_appraisal_above_the_maximum_is_refused_and_not_clamped() -> None:
    result = _unit({"self": number(1), "appraised_1": number("2.5")}, others={"appraised_1": 1})
    found = _leaf(result)
    assert (found.points, found.state, result.incomplete) == (Fraction(0), State.MISSING, True)
    assert "points-above-max" in {one.code for one in result.findings}


def test_an_appraisal_at_the_maximum_is_taken() -> None:
    result = _unit({"self": number(1), "appraised_1": number(2)}, others={"appraised_1": 1})
    assert _leaf(result).points == 2


def test_an_appraisal_as_a_percentage_is_refused() -> None:
    result = _unit({"self": number(1), "appraised_1": percent("85%")}, others={"appraised_1": 1})
    assert (_leaf(result).state, result.incomplete) == (State.MISSING, True)


def test_an_appraisal_of_zero_is_not_a_blank() -> None:
    result = _unit({"self": number(1), "appraised_1": number(0)}, others={"appraised_1": 1})
    assert (_leaf(result).points, _leaf(result).state) == (Fraction(0), State.SCORED)


@pytest.mark.parametrize("kind", ["survey", "imported", "leaders"])
def test_others_points_come_from_their_own_column(kind: str) -> None:
    made = criteria_set(area("1", leaf("1.1", 10, RULES.get(kind), scored_by=kind)))
    cells: dict[str, Any] = {kind: number("7.5") if kind == "leaders" else percent("75%")}
    found = _leaf(score(made, assessment(answer("1.1", **cells)), stage="final"))
    assert (found.points, found.stage, found.provisional) == (Fraction("7.5"), kind, False)


def test_survey_answers_are_read_from_the_survey_column() -> None:
    made = criteria_set(area("1", leaf("1.1", 2, ex.ANSWERS, scored_by="survey")))
    rows = tuple(type(row)(row.label, survey=row.declared, row=row.row) for row in ex.answered(1, 1, 1, 1))
    found = _leaf(score(made, assessment(answer("1.1", details=rows)), stage="final"))
    assert found.points == Fraction("0.9")


@pytest.mark.parametrize("kind", ["appraised", "survey", "imported", "leaders"])
def test_a_leaf_that_waits_for_others_makes_the_unit_incomplete(kind: str) -> None:
    made = criteria_set(area("1", leaf("1.1", 10, RULES.get(kind), scored_by=kind), leaf("1.2", 2)))
    result = score(made, assessment(answer("1.2", self=1)), stage="final")
    assert (_leaf(result).state, result.incomplete) == (State.MISSING, True)
    assert [one.code for one in result.findings] == ["awaiting-points"]


def test_waiting_is_reported_once_for_each_kind_of_scorer() -> None:
    made = criteria_set(
        area(
            "1",
            leaf("1.1", 10, ex.INDEX, scored_by="survey"),
            leaf("1.2", 10, ex.INDEX, scored_by="survey"),
            leaf("1.3", 10, ex.SIPAS, scored_by="imported"),
        )
    )
    result = score(made, assessment(), stage="final")
    assert [one.code for one in result.findings] == ["awaiting-points"] * 2


@pytest.mark.parametrize("kind", ["appraised", "survey", "imported", "leaders"])
def test_the_self_stage_leaves_out_what_others_score(kind: str) -> None:
    made = criteria_set(area("1", leaf("1.1", 10, RULES.get(kind), scored_by=kind), leaf("1.2", 2)))
    result = score(made, assessment(answer("1.2", self=1)), stage="self")
    assert (_leaf(result).covered, _leaf(result).applicable_max, result.incomplete) == (
        False,
        Fraction(0),
        False,
    )
    assert (result.points, result.applicable_max, result.percent) == (Fraction(1), Fraction(2), Fraction(50))
    assert (result.covered_leaves, result.all_leaves) == (1, 2)


def test_the_self_stage_pays_no_heed_to_appraisals() -> None:
    made = criteria_set(area("1", leaf("1.1", 2)))
    result = score(made, assessment(answer("1.1", self=2, appraised_1=1)), stage="self")
    assert (_leaf(result).points, _leaf(result).stage) == (Fraction(2), "self")
