"""What becomes of a leaf whose points did not come: waited for, 0, or left out of the maximum."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from parcli.messages.bases import basis_text
from parcli.model.criteria_set import Missing
from parcli.model.rules import Rule
from parcli.model.score import NodeScore, State, UnitScore
from parcli.scoring.engine import score
from scoring import rule_examples as ex
from support.scoring_sets import answer, area, assessment, criteria_set, leaf, number, percent, policy

OTHER = leaf("1.2", 2)
OTHERS = ("survey", "imported", "leaders", "appraised")


def _scored(
    *rows: Any, scored_by: str = "survey", missing: Missing | None = None, policy_says: str = "zero"
) -> UnitScore:
    rules: dict[str, Rule] = {"survey": ex.INDEX, "imported": ex.SIPAS}
    rule = rules.get(scored_by)
    node = leaf("1.1", 2, rule, scored_by=scored_by, missing=missing)
    made = criteria_set(area("1", node, OTHER), policy=policy(missing=policy_says))
    return score(made, assessment(*rows, answer("1.2", self=1)), stage="final")


def _leaf(result: UnitScore) -> NodeScore:
    found = result.find("1.1")
    assert found is not None
    return found


def _codes(result: UnitScore) -> list[str]:
    return [one.code for one in result.findings]


@pytest.mark.parametrize("policy_says", ["zero", "refuse"])
@pytest.mark.parametrize("scored_by", OTHERS)
def test_points_of_others_are_waited_for_whatever_the_set_says_of_answers(
    scored_by: str, policy_says: str
) -> None:
    result = _scored(scored_by=scored_by, policy_says=policy_says)
    assert (_leaf(result).applicable_max, result.incomplete) == (Fraction(2), True)
    assert _codes(result) == ["awaiting-points"]


@pytest.mark.parametrize("scored_by", ["survey", "imported", "leaders"])
def test_an_absent_optional_result_leaves_the_applicable_maximum(scored_by: str) -> None:
    result = _scored(scored_by=scored_by, missing="exclude")
    assert (_leaf(result).state, _leaf(result).applicable_max) == (State.NOT_APPLICABLE, Fraction(0))
    assert (result.applicable_max, result.percent) == (Fraction(2), Fraction(50))


def test_an_absent_optional_result_makes_nothing_incomplete() -> None:
    result = _scored(missing="exclude")
    assert (result.incomplete, _codes(result)) == (False, [])


def test_an_absent_optional_result_is_explained() -> None:
    (step,) = _leaf(_scored(missing="exclude")).basis
    assert basis_text(step, "vi") == "không có kết quả: loại khỏi điểm tối đa áp dụng"


def test_an_optional_result_that_is_there_counts() -> None:
    result = _scored(answer("1.1", survey=percent("75%")), missing="exclude")
    assert (_leaf(result).points, _leaf(result).applicable_max) == (Fraction("1.5"), Fraction(2))


def test_an_optional_result_that_is_wrong_is_not_left_out() -> None:
    result = _scored(answer("1.1", survey=number(3)), missing="exclude")
    assert (_leaf(result).applicable_max, result.incomplete) == (Fraction(2), True)


def test_an_absent_result_counts_nothing_where_the_leaf_says_so() -> None:
    result = _scored(missing="zero")
    assert (_leaf(result).applicable_max, result.incomplete) == (Fraction(2), False)
    assert _codes(result) == ["answer-missing"]


@pytest.mark.parametrize(("own", "codes"), [("zero", ["answer-missing"]), ("refuse", ["answer-required"])])
def test_a_leaf_can_treat_its_own_blank_otherwise_than_the_set(own: Missing, codes: list[str]) -> None:
    result = _scored(scored_by="self", missing=own, policy_says="refuse" if own == "zero" else "zero")
    assert (_codes(result), result.incomplete) == (codes, own == "refuse")


def test_a_unit_is_not_asked_for_an_optional_result() -> None:
    node = leaf("1.1", 2, ex.INDEX, scored_by="survey", missing="exclude")
    made = criteria_set(area("1", node, OTHER))
    result = score(made, assessment(answer("1.2", self=1)), stage="self")
    assert (_leaf(result).covered, result.percent) == (False, Fraction(50))
