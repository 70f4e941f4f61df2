"""What scoring reports about claims, missing answers and treatments, and what becomes of the points."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from parcli.model.assessment import ClaimedSum, Datum, LeafAnswer
from parcli.model.criteria_set import Node
from parcli.model.rules import PointsRule, ProportionRule
from parcli.model.score import NodeScore, State, UnitScore
from parcli.scoring.engine import score
from scoring import rule_examples as ex
from support.scoring_sets import (
    DID_NOT_ARISE,
    NOT_APPLICABLE,
    REFUSED,
    answer,
    area,
    assessment,
    criteria_set,
    details,
    leaf,
    number,
    pair,
    percent,
    policy,
    ratio,
    word,
)

OTHER = leaf("1.2", 2)


def _score(node: Node, *answers: Any, stage: str = "self", missing: str = "zero", **more: Any) -> UnitScore:
    made = criteria_set(area("1", node, OTHER), policy=policy(missing=missing))
    filled = assessment(*answers, answer("1.2", self=1), **more)
    return score(made, filled, stage=stage)  # type: ignore[arg-type]


def _leaf(result: UnitScore, code: str = "1.1") -> NodeScore:
    found = result.find(code)
    assert found is not None
    return found


def _codes(result: UnitScore) -> list[str]:
    return [one.code for one in result.findings]


def test_the_rule_decides_and_an_agreeing_claim_is_silent() -> None:
    result = _score(leaf("1.1", 2, ex.PLAN), answer("1.1", pair(8, 10), self=1))
    assert (_leaf(result).points, _codes(result)) == (Fraction(1), [])


def test_a_claim_that_differs_from_the_rule_is_reported_and_the_rule_stands() -> None:
    result = _score(leaf("1.1", 2, ex.PLAN), answer("1.1", pair(8, 10), self=2))
    assert (_leaf(result).points, _codes(result)) == (Fraction(1), ["claim-differs"])


def test_a_differing_claim_is_named_with_both_numbers_and_its_cell() -> None:
    result = _score(leaf("1.1", 2, ex.PLAN), answer("1.1", pair(8, 10), self=number(2, place="CCHC!E7")))
    (found,) = result.findings
    assert found.place == "CCHC!E7"
    assert {Fraction(1), Fraction(2)} <= set(found.params.values())


def test_a_claim_rounded_as_published_agrees_with_the_exact_points() -> None:
    result = _score(leaf("1.1", 2, ProportionRule(ratio(), Fraction(1), Fraction(0))),
                    answer("1.1", pair(1, 3), self="0.67"))  # fmt: skip
    assert (_leaf(result).points, _codes(result)) == (Fraction(2, 3), [])


def test_without_a_declared_value_an_attainable_claim_counts() -> None:
    result = _score(leaf("1.1", 2, ex.PLAN), answer("1.1", self=1))
    assert (_leaf(result).points, _leaf(result).state, _codes(result)) == (Fraction(1), State.SCORED, [])


def test_a_claim_that_the_rule_cannot_give_is_refused() -> None:
    result = _score(leaf("1.1", 2, ex.PLAN), answer("1.1", self="1.5"))
    assert (_leaf(result).state, result.incomplete, _codes(result)) == (
        State.MISSING,
        True,
        ["points-not-attainable"],
    )
    assert result.findings[0].params["allowed"] == (0, 1, 2)


def test_a_claim_above_the_maximum_is_refused() -> None:
    result = _score(leaf("1.1", 2), answer("1.1", self="2.25"))
    assert (_leaf(result).state, result.incomplete, _codes(result)) == (
        State.MISSING,
        True,
        ["points-above-max"],
    )


def test_a_claim_above_the_maximum_does_not_spoil_the_rules_points() -> None:
    result = _score(leaf("1.1", 2, ex.PLAN), answer("1.1", pair(8, 10), self=3))
    assert (_leaf(result).points, _codes(result)) == (Fraction(1), ["points-above-max"])


def test_a_claim_at_the_maximum_is_taken() -> None:
    assert _leaf(_score(leaf("1.1", 2), answer("1.1", self=2))).points == 2


def test_a_self_assessed_survey_criterion_is_reported_and_not_used() -> None:
    node = leaf("1.1", 10, ex.INDEX, scored_by="survey")
    result = _score(node, answer("1.1", self=9, survey=percent("75%")), stage="final")
    assert (_leaf(result).points, _codes(result)) == (Fraction("7.5"), ["self-on-survey"])


def test_missing_evidence_is_reported_and_the_points_stand() -> None:
    node = leaf("1.1", 2, evidence="required")
    result = _score(node, answer("1.1", self=2, evidence=""), has_evidence=True)
    assert (_leaf(result).points, _codes(result)) == (Fraction(2), ["evidence-missing"])


@pytest.mark.parametrize(
    ("evidence", "explanation", "policy_of_leaf"),
    [("Công văn 1", "", "required"), ("", "Đang chờ ký", "required"), ("", "", "optional"), ("", "", "none")],
)
def test_evidence_that_is_there_explained_or_not_required_is_silent(
    evidence: str, explanation: str, policy_of_leaf: str
) -> None:
    node = leaf("1.1", 2, evidence=policy_of_leaf)
    row = answer("1.1", self=2, evidence=evidence, explanation=explanation)
    assert _codes(_score(node, row, has_evidence=True)) == []


@pytest.mark.parametrize(
    ("given", "explanation", "codes"),
    [(1, "", ["reason-missing"]), (1, "Trễ hạn", []), (2, "", [])],
    ids=["no reason", "reason", "full marks"],
)
def test_judged_points_below_the_maximum_want_a_reason_where_the_rule_does(
    given: int, explanation: str, codes: list[str]
) -> None:
    node = leaf("1.1", 2, PointsRule(reason_required=True))
    result = _score(node, answer("1.1", self=given, explanation=explanation))
    assert (_leaf(result).points, _codes(result)) == (Fraction(given), codes)


@pytest.mark.parametrize("stage", ["self", "final"])
@pytest.mark.parametrize(
    ("missing", "incomplete", "code"),
    [("zero", False, "answer-missing"), ("refuse", True, "answer-required")],
)
@pytest.mark.parametrize("rows", [(), (answer("1.1"),)], ids=["no row", "blank row"])
def test_a_missing_answer_is_what_the_policy_says(
    rows: tuple[LeafAnswer, ...], missing: str, incomplete: bool, code: str, stage: str
) -> None:
    result = _score(leaf("1.1", 2), *rows, missing=missing, stage=stage)
    found = _leaf(result)
    assert (found.points, found.applicable_max, found.state) == (Fraction(0), Fraction(2), State.MISSING)
    assert (result.incomplete, _codes(result)) == (incomplete, [code])


@pytest.mark.parametrize("missing", ["zero", "refuse"])
def test_a_refused_declared_value_makes_the_unit_incomplete(missing: str) -> None:
    result = _score(leaf("1.1", 2, ex.PLAN), answer("1.1", REFUSED), missing=missing)
    assert (_leaf(result).state, result.incomplete) == (State.MISSING, True)


def test_a_refused_declared_value_is_not_replaced_by_the_claim() -> None:
    result = _score(leaf("1.1", 2, ex.PLAN), answer("1.1", pair(11, 10), self=2))
    assert (_leaf(result).state, result.incomplete) == (State.MISSING, True)


@pytest.mark.parametrize("stage", ["self", "final"])
@pytest.mark.parametrize(
    ("treatment", "points", "applicable"), [("exclude", 0, 0), ("full_marks", 2, 2), ("zero", 0, 2)]
)
@pytest.mark.parametrize(
    ("said", "field"), [(NOT_APPLICABLE, "not_applicable"), (DID_NOT_ARISE, "did_not_arise")]
)
def test_treatment_of_what_does_not_apply_or_did_not_arise(
    said: Datum, field: str, treatment: str, points: int, applicable: int, stage: str
) -> None:
    result = _score(leaf("1.1", 2, ex.PLAN, **{field: treatment}), answer("1.1", said), stage=stage)
    found = _leaf(result)
    assert (found.points, found.applicable_max, result.incomplete) == (
        Fraction(points),
        Fraction(applicable),
        False,
    )


@pytest.mark.parametrize("said", [NOT_APPLICABLE, DID_NOT_ARISE], ids=["not applicable", "did not arise"])
def test_excluded_is_not_applicable(said: Datum) -> None:
    node = leaf("1.1", 2, ex.PLAN, not_applicable="exclude", did_not_arise="exclude")
    assert _leaf(_score(node, answer("1.1", said))).state is State.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("said", "field", "code"),
    [
        (NOT_APPLICABLE, "not_applicable", "not-applicable-forbidden"),
        (DID_NOT_ARISE, "did_not_arise", "did-not-arise-forbidden"),
        (pair(0, 0), "did_not_arise", "did-not-arise-forbidden"),
    ],
)
def test_a_forbidden_treatment_refuses(said: Datum, field: str, code: str) -> None:
    result = _score(leaf("1.1", 2, ex.PLAN, **{field: "forbidden"}), answer("1.1", said))
    assert (_leaf(result).state, result.incomplete, _codes(result)) == (State.MISSING, True, [code])


def test_nothing_of_nothing_is_treated_as_not_arisen() -> None:
    node = leaf("1.1", 2, ex.PLAN, did_not_arise="full_marks", not_applicable="forbidden")
    assert _leaf(_score(node, answer("1.1", pair(0, 0)))).points == 2


@pytest.mark.parametrize("said_in", ["declared", "self"])
def test_not_applicable_is_heard_in_either_column(said_in: str) -> None:
    cells: dict[str, Any] = (
        {"declared": NOT_APPLICABLE} if said_in == "declared" else {"self": NOT_APPLICABLE}
    )
    assert _leaf(_score(leaf("1.1", 2, ex.PLAN), answer("1.1", **cells))).applicable_max == 0


@pytest.mark.parametrize(
    ("due_in", "period", "state"),
    [
        ((), "2025", State.SCORED),
        ((), "2025-H1", State.SCORED),
        (("year",), "2025", State.SCORED),
        (("year",), "2025-H1", State.PENDING),
        (("H1",), "2025-H1", State.SCORED),
        (("H1",), "2025-H2", State.PENDING),
        (("H1",), "2025", State.PENDING),
        (("Q1", "Q3"), "2025-Q3", State.SCORED),
        (("Q1", "Q3"), "2025-Q2", State.PENDING),
    ],
)
def test_a_leaf_is_pending_outside_the_periods_in_which_it_is_due(
    due_in: tuple[str, ...], period: str, state: State
) -> None:
    found = _leaf(_score(leaf("1.1", 2, due_in=due_in), answer("1.1", self=2), period=period))
    figure = Fraction(2 if state is State.SCORED else 0)
    assert (found.state, found.points, found.applicable_max) == (state, figure, figure)


def test_a_pending_leaf_without_an_answer_is_not_missing() -> None:
    result = _score(leaf("1.1", 2, due_in=("year",)), missing="refuse", period="2025-H1")
    assert (result.incomplete, _codes(result)) == (False, [])


@pytest.mark.parametrize(("code", "reported"), [("", "total-differs"), ("1", "sum-differs")])
def test_a_printed_sum_that_differs_is_named_with_both_numbers_and_its_cell(code: str, reported: str) -> None:
    claimed = ClaimedSum(code, "self", number("3.5", place="CCHC!E30"))
    result = _score(leaf("1.1", 2), answer("1.1", self=2), sums=(claimed,))
    (found,) = result.findings
    assert (found.code, found.place) == (reported, "CCHC!E30")
    assert {Fraction(3), Fraction("3.5")} <= set(found.params.values())


@pytest.mark.parametrize("code", ["", "1"])
def test_a_printed_sum_that_agrees_is_silent(code: str) -> None:
    claimed = ClaimedSum(code, "self", number(3, place="CCHC!E30"))
    assert _codes(_score(leaf("1.1", 2), answer("1.1", self=2), sums=(claimed,))) == []


def test_a_printed_sum_is_held_against_the_cells_and_not_against_the_rules() -> None:
    claimed = ClaimedSum("", "self", number(3, place="CCHC!E30"))
    result = _score(leaf("1.1", 2, ex.PLAN), answer("1.1", pair(8, 10), self=2), sums=(claimed,))
    assert _codes(result) == ["claim-differs"]


def test_one_finding_does_not_hide_another() -> None:
    made = criteria_set(
        area(
            "1", leaf("1.1", 2), leaf("1.2", 2, ex.PLAN), leaf("1.3", 2, ex.PLAN), leaf("1.4", 1, ex.DEADLINE)
        )
    )
    filled = assessment(
        answer("1.1", self=3),
        answer("1.2", self="1.5"),
        answer("1.3", pair(11, 10)),
        answer("1.4", word("Sớm")),
    )
    result = score(made, filled, stage="self")
    assert len(result.findings) == 4
    assert {"points-above-max", "points-not-attainable"} <= set(_codes(result))


@pytest.mark.parametrize(("claim", "state"), [({"self": 1}, State.SCORED), ({}, State.MISSING)])
def test_a_row_below_that_is_none_of_the_criterions_is_named_where_no_value_decides(
    claim: Any, state: State
) -> None:
    result = _score(
        leaf("1.1", 3, ex.TWO_COUNTS), answer("1.1", details=details([("Loại 9", number(2))]), **claim)
    )

    assert (state, ["detail-unknown"]) == (
        _leaf(result).state,
        [code for code in _codes(result) if code.startswith("detail-")],
    )
