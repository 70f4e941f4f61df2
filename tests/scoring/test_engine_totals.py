"""From leaves to a unit's figures: percentages, bonus and penalty, rounding, grades and the caps on them."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType

import pytest

from parcli.model.assessment import ClaimedSum
from parcli.model.criteria_set import Cap, CapCondition, GradeScale
from parcli.model.rules import ProportionRule, Rounding
from parcli.model.score import UnitScore
from parcli.scoring.engine import score
from scoring import rule_examples as ex
from support.scoring_sets import (
    NOT_APPLICABLE,
    adjusting,
    answer,
    area,
    assessment,
    bonus,
    branch,
    criteria_set,
    exact,
    grade,
    leaf,
    number,
    pair,
    penalty,
    policy,
    ratio,
    word,
)

CASE_C = (
    ("Công tác chỉ đạo điều hành cải cách hành chính", "15.5", "12.23"),
    ("Cải cách thể chế", "14", "10"),
    ("Cải cách thủ tục hành chính", "17.5", "10.86"),
    ("Cải cách tổ chức bộ máy hành chính nhà nước", "10", "9"),
    ("Cải cách chế độ công vụ", "12", "11"),
    ("Cải cách tài chính công", "11", "7.41"),
    ("Xây dựng và phát triển chính quyền điện tử, chính quyền số", "20", "15.11"),
)
"""The construction department's published table of 2023 (shared case C): area, maximum, appraised points."""


def _case_c(total: str) -> UnitScore:
    made = criteria_set(
        *(area(str(i), leaf(f"{i}.1", most)) for i, (_, most, _) in enumerate(CASE_C, start=1)),
    )
    filled = assessment(
        *(answer(f"{i}.1", appraised_1=given) for i, (_, _, given) in enumerate(CASE_C, start=1)),
        sums=(ClaimedSum("", "appraised_1", number(total, place="CCHC!D12")),),
    )
    return score(made, filled, stage="final")


def test_case_c_scores_as_published() -> None:
    result = _case_c("75.61")
    assert (result.published.points, result.published.percent) == (Decimal("75.61"), Decimal("75.61"))
    assert (result.provisional, result.incomplete, result.findings) == (False, False, ())
    assert result.grade is not None
    assert result.grade.name.vi == "Khá"


def test_case_c_with_the_total_of_its_text_names_both_numbers_and_the_cell() -> None:
    (found,) = _case_c("72.32").findings
    assert found.place == "CCHC!D12"
    assert {exact("75.61"), exact("72.32")} <= set(found.params.values())


def test_percentages_are_over_the_applicable_maximum() -> None:
    made = criteria_set(area("1", leaf("1.1", "71.5"), leaf("1.2", "28.5")))
    result = score(made, assessment(answer("1.1", self="69.25"), answer("1.2", NOT_APPLICABLE)), stage="self")
    assert result.percent == exact("69.25") / exact("71.5") * 100
    assert (result.applicable_max, result.max_points) == (exact("71.5"), Fraction(100))
    assert result.published.percent == Decimal("96.85")


def test_where_nothing_applies_there_is_neither_percentage_nor_grade() -> None:
    made = criteria_set(area("1", leaf("1.1", 2)))
    result = score(made, assessment(answer("1.1", NOT_APPLICABLE)), stage="self")
    assert (result.percent, result.published.percent, result.grade) == (None, None, None)


def test_a_parent_is_the_sum_of_its_children() -> None:
    made = criteria_set(area("1", branch("1.1", leaf("1.1.1", 2), leaf("1.1.2", 3)), leaf("1.2", 1)))
    cells: dict[str, int | str] = {"1.1.1": 1, "1.1.2": "2.5", "1.2": "0.5"}
    result = score(made, assessment(*(answer(code, self=v) for code, v in cells.items())), stage="self")
    figures = {node.code: (node.points, node.applicable_max) for node in result.walk()}
    assert (figures["1.1"], figures["1"]) == ((Fraction("3.5"), Fraction(5)), (Fraction(4), Fraction(6)))


# Rounding


def _thirds(stage: str) -> UnitScore:
    third = ProportionRule(ratio(), Fraction(1), Fraction(0))
    made = criteria_set(
        area("1", leaf("1.1", 1, third), leaf("1.2", 1, third)),
        area("2", leaf("2.1", 1, third)),
        policy=policy(rounding_stage=stage),
    )
    answers = (answer(code, pair(1, 3)) for code in ("1.1", "1.2", "2.1"))
    return score(made, assessment(*answers), stage="self")


@pytest.mark.parametrize(
    ("stage", "total"), [("publication", Fraction(1)), ("leaf", Fraction("0.99")), ("area", Fraction(1))]
)
def test_rounding_happens_at_the_stage_that_the_set_names(stage: str, total: Fraction) -> None:
    assert _thirds(stage).points == total


@pytest.mark.parametrize(
    ("stage", "areas"),
    [
        ("publication", [Fraction(2, 3), Fraction(1, 3)]),
        ("leaf", [Fraction("0.66"), Fraction("0.33")]),
        ("area", [Fraction("0.67"), Fraction("0.33")]),
    ],
)
def test_areas_are_rounded_only_where_the_set_says_so(stage: str, areas: list[Fraction]) -> None:
    assert [found.points for found in _thirds(stage).areas()] == areas


@pytest.mark.parametrize(
    ("mode", "percent"), [("half_up", "89.46"), ("down", "89.45"), ("half_even", "89.46")]
)
def test_published_figures_are_rounded_in_the_sets_mode(mode: str, percent: str) -> None:
    made = criteria_set(area("1", leaf("1.1", 70)), policy=policy(rounding=Rounding(2, mode)))  # type: ignore[arg-type]
    result = score(made, assessment(answer("1.1", self="62.62")), stage="self")
    assert (result.published.percent, result.percent) == (Decimal(percent), exact("62.62") / 70 * 100)


# Bonus and penalty


def _adjusted(
    *,
    points: str = "8",
    plus: str = "0",
    minus: str = "0",
    caps: tuple[str | None, str | None] = (None, None),
    **how: object,
) -> UnitScore:
    made = criteria_set(
        area("1", leaf("1.1", 10)),
        adjustments=(bonus(leaf("B1", 9), cap=caps[0]), penalty(leaf("P1", 20), cap=caps[1])),
        policy=policy(adjustments=adjusting(**how)),  # type: ignore[arg-type]
    )
    cells = (answer("1.1", self=points), answer("B1", self=plus), answer("P1", self=minus))
    return score(made, assessment(*cells), stage="self")


@pytest.mark.parametrize(
    ("plus", "cap", "expected"),
    [("4", "5", "12"), ("5", "5", "13"), ("5.25", "5", "13"), ("5.25", None, "13.25")],
)
def test_bonus_is_added_up_to_its_cap(plus: str, cap: str | None, expected: str) -> None:
    assert _adjusted(plus=plus, caps=(cap, None)).points == exact(expected)


@pytest.mark.parametrize(
    ("minus", "cap", "expected"),
    [("1", "2", "7"), ("2", "2", "6"), ("2.25", "2", "6"), ("2.25", None, "5.75")],
)
def test_penalty_is_taken_off_up_to_its_cap(minus: str, cap: str | None, expected: str) -> None:
    assert _adjusted(minus=minus, caps=(None, cap)).points == exact(expected)


def test_a_block_keeps_what_was_cut_off_by_its_cap() -> None:
    block = _adjusted(plus="7", caps=("5", None)).adjustments[0]
    assert (block.raw, block.points, block.cap) == (Fraction(7), Fraction(5), Fraction(5))


def test_the_total_is_points_plus_bonus_less_penalty() -> None:
    result = _adjusted(plus="3", minus="1.5")
    assert (result.subtotal, result.points) == (Fraction(8), Fraction("9.5"))


def test_adjustments_are_outside_the_maximum() -> None:
    result = _adjusted(plus="3", minus="1.5")
    assert (result.max_points, result.applicable_max) == (Fraction(10), Fraction(10))


@pytest.mark.parametrize(("in_percent", "percent"), [(True, 95), (False, 80)])
def test_adjustments_count_in_the_percentage_where_the_set_says_so(in_percent: bool, percent: int) -> None:
    assert _adjusted(plus="3", minus="1.5", in_percent=in_percent).percent == percent


@pytest.mark.parametrize(
    ("plus", "ceiling", "expected"),
    [("1.75", "total", "9.75"), ("2", "total", "10"), ("2.25", "total", "10"), ("2.25", "none", "10.25")],
)
def test_the_ceiling_holds_the_total(plus: str, ceiling: str, expected: str) -> None:
    assert _adjusted(plus=plus, ceiling=ceiling).points == exact(expected)


@pytest.mark.parametrize(
    ("minus", "floor", "expected"),
    [("7.75", "zero", "0.25"), ("8", "zero", "0"), ("8.25", "zero", "0"), ("8.25", "none", "-0.25")],
)
def test_the_floor_holds_the_total(minus: str, floor: str, expected: str) -> None:
    assert _adjusted(minus=minus, floor=floor).points == exact(expected)


def test_a_bonus_that_nobody_claims_is_not_a_missing_answer() -> None:
    made = criteria_set(
        area("1", leaf("1.1", 10)),
        adjustments=(bonus(leaf("B1", 5), cap=5),),
        policy=policy(adjustments=adjusting(), missing="refuse"),
    )
    result = score(made, assessment(answer("1.1", self=8)), stage="self")
    assert (result.points, result.incomplete, result.findings) == (Fraction(8), False, ())


def test_adjustment_items_are_found_but_not_walked() -> None:
    result = _adjusted(plus="3")
    found = result.find("B1")
    assert found is not None
    assert (found.points, [node.code for node in result.walk()]) == (Fraction(3), ["1", "1.1"])


# Grades and caps


@pytest.mark.parametrize(("grade_on", "expected"), [("published", "excellent"), ("exact", "good")])
def test_what_is_graded_is_the_sets_choice(grade_on: str, expected: str) -> None:
    made = criteria_set(area("1", leaf("1.1", 10)), policy=policy(grade_on=grade_on))
    result = score(made, assessment(answer("1.1", self="8.99999")), stage="self")
    assert result.grade is not None
    assert (result.published.percent, result.grade.id) == (Decimal("90.00"), expected)


@pytest.mark.parametrize(
    ("block", "expected"), [("so", "II"), ("huyen", "I"), ("khac", "good"), ("", "good")]
)
def test_a_block_is_graded_on_its_own_scale(block: str, expected: str) -> None:
    common = criteria_set().grades[""]
    departments = GradeScale("percent", (grade("I", "I", "from 90%"), grade("II", "II", "from 0%")))
    districts = GradeScale("percent", (grade("I", "I", "from 80%"), grade("II", "II", "from 0%")))
    made = criteria_set(
        area("1", leaf("1.1", 70)),
        grades=MappingProxyType({"": common, "so": departments, "huyen": districts}),
    )
    result = score(made, assessment(answer("1.1", self=60), block=block), stage="self")
    assert result.grade is not None
    assert result.grade.id == expected


def _capped(
    condition: CapCondition, *, first: str = "10", second: str = "10", at_most: str = "fair"
) -> UnitScore:
    made = criteria_set(
        area("1", leaf("1.1", 10)),
        area("2", leaf("2.1", 10)),
        area("3", leaf("3.1", 1, ex.DEADLINE)),
        caps=(Cap(at_most, condition, "Điều 7"),),
    )
    cells = (answer("1.1", self=first), answer("2.1", self=second), answer("3.1", word("Không ban hành")))
    return score(made, assessment(*cells), stage="self")


def _grades(result: UnitScore) -> tuple[str | None, str | None]:
    before, after = result.grade_before_caps, result.grade
    return (before.id if before else None, after.id if after else None)


@pytest.mark.parametrize(
    ("first", "inclusive", "after"),
    [("8.99", False, "fair"), ("9", False, "excellent"), ("9.01", False, "excellent"),
     ("9", True, "fair"), ("9.01", True, "excellent")],
)  # fmt: skip
@pytest.mark.parametrize(("measure", "bound"), [("percent", "90%"), ("points", "9")])
def test_a_low_area_lowers_the_grade(
    measure: str, bound: str, first: str, inclusive: bool, after: str
) -> None:
    when = CapCondition("1", measure, exact(bound), inclusive)  # type: ignore[arg-type]
    assert _grades(_capped(when, first=first)) == ("excellent", after)


def test_a_cap_tests_a_criterion_as_well_as_an_area() -> None:
    assert _grades(_capped(CapCondition("1.1", "points", exact("9")), first="8.99")) == ("excellent", "fair")


def test_a_chosen_option_lowers_the_grade() -> None:
    assert _grades(_capped(CapCondition("3.1", "answer", answer="Không ban hành"))) == ("excellent", "fair")


def test_another_option_does_not() -> None:
    assert _grades(_capped(CapCondition("3.1", "answer", answer="Ban hành kịp thời")))[1] == "excellent"


def test_a_cap_never_raises_a_grade() -> None:
    result = _capped(CapCondition("1", "percent", exact("90%")), first="5", second="5")
    assert _grades(result) == ("weak", "weak")


def test_a_cap_that_holds_is_kept_with_what_it_did() -> None:
    when = CapCondition("1", "percent", exact("90%"))
    lowered, held = _capped(when, first="8.5"), _capped(when, first="5", second="5")
    assert [[cap.lowered for cap in result.caps] for result in (lowered, held)] == [[True], [False]]


def test_a_cap_at_the_grade_itself_does_not_lower_it() -> None:
    result = _capped(CapCondition("1", "percent", exact("90%")), first="8.5", at_most="good")
    assert (_grades(result), [cap.lowered for cap in result.caps]) == (("good", "good"), [False])


def test_a_cap_does_not_test_what_does_not_apply() -> None:
    made = criteria_set(
        area("1", leaf("1.1", 10)),
        area("2", leaf("2.1", 10)),
        caps=(Cap("weak", CapCondition("1.1", "points", exact(5))),),
    )
    result = score(made, assessment(answer("1.1", NOT_APPLICABLE), answer("2.1", self=10)), stage="self")
    assert (result.caps, _grades(result)) == ((), ("excellent", "excellent"))


def test_a_cap_tests_an_answer_that_is_missing_and_counts_zero() -> None:
    made = criteria_set(
        area("1", leaf("1.1", 10)),
        area("2", leaf("2.1", 90)),
        caps=(Cap("weak", CapCondition("1.1", "points", exact(5))),),
    )
    result = score(made, assessment(answer("2.1", self=90)), stage="self")
    assert _grades(result) == ("excellent", "weak")


def test_a_cap_that_does_not_hold_is_not_listed() -> None:
    assert _capped(CapCondition("1", "percent", exact("90%"))).caps == ()


def test_the_lowest_of_several_caps_counts() -> None:
    conditions = (CapCondition("1", "percent", exact("90%")), CapCondition("2", "percent", exact("90%")))
    made = criteria_set(
        area("1", leaf("1.1", 10)),
        area("2", leaf("2.1", 10)),
        area("3", leaf("3.1", 80)),
        caps=(Cap("average", conditions[0]), Cap("good", conditions[1])),
    )
    cells = (answer("1.1", self=8), answer("2.1", self=8), answer("3.1", self=80))
    assert _grades(score(made, assessment(*cells), stage="self")) == ("excellent", "average")


def test_a_grade_by_points_is_taken_from_the_total_with_adjustments() -> None:
    scale = GradeScale("points", (grade("A", "A", "from 10"), grade("B", "B", "from 0")))
    made = criteria_set(
        area("1", leaf("1.1", 10)),
        adjustments=(bonus(leaf("B1", 5)),),
        policy=policy(adjustments=adjusting()),
        grades=MappingProxyType({"": scale}),
    )
    result = score(made, assessment(answer("1.1", self=8), answer("B1", self=2)), stage="self")
    assert result.grade is not None
    assert result.grade.id == "A"
