"""A blank row beside filled ones is said at its own cell, with a remedy that its rule takes."""

from __future__ import annotations

from fractions import Fraction

import pytest

from parcli.messages.catalog import finding_text
from parcli.model.assessment import Datum, Detail
from parcli.model.finding import Finding
from parcli.model.rules import Rule, Subcase, SubcasesRule, SurveyAnswer, SurveyGroup, SurveyRule
from parcli.model.score import ScoreStage
from parcli.model.text import Text
from parcli.scoring.engine import score
from scoring import rule_examples as ex
from support.scoring_sets import answer, area, assessment, criteria_set, details, leaf, number, percent, word

BLANK_CELL = Datum(place="CCHC!D12")
ANSWERS = (SurveyAnswer(Text("Tốt"), Fraction(1)), SurveyAnswer(Text("Yếu"), Fraction(0)))
GROUPS = tuple(SurveyGroup(Text(name), Fraction(1, 2)) for name in ("Người dân", "Doanh nghiệp"))
SURVEY = SurveyRule(ANSWERS, GROUPS)


def found(rule: Rule, *rows: tuple[str, Datum], surveyed: bool = False) -> list[Finding]:
    """Return the findings on blank rows below a leaf."""
    below = details(rows)
    if surveyed:
        below = tuple(Detail(row.label, survey=row.declared, row=row.row) for row in below)
    made = criteria_set(area("1", leaf("1.1", 2, rule, scored_by="survey" if surveyed else "self")))
    stage: ScoreStage = "final" if surveyed else "self"
    result = score(made, assessment(answer("1.1", details=below)), stage=stage)
    return [one for one in result.findings if one.code.startswith("detail-blank")]


def case(rule: Rule) -> SubcasesRule:
    return SubcasesRule(
        "mean",
        (Subcase(Text("Cấp tỉnh"), Fraction(2), rule), Subcase(Text("Cấp xã"), Fraction(2), ex.JUDGED)),
    )


CASES: dict[str, Rule] = {
    "detail-blank-choice": ex.YES_NO,
    "detail-blank-yes-no": ex.BOTH,
    "detail-blank-pair": ex.RATE_ROUNDED,
    "detail-blank-value": ex.RATE,
    "detail-blank": ex.RULES_ISSUED,
}


@pytest.mark.parametrize("code", CASES)
def test_a_blank_sub_case_is_said_by_the_kind_of_its_rule(code: str) -> None:
    findings = found(case(CASES[code]), ("Cấp tỉnh", BLANK_CELL), ("Cấp xã", number(1)))
    assert [(code, "CCHC!D12")] == [(one.code, one.place) for one in findings]


@pytest.mark.parametrize("code", CASES)
def test_only_what_is_counted_may_be_answered_with_0_alone(code: str) -> None:
    (finding,) = found(case(CASES[code]), ("Cấp tỉnh", BLANK_CELL), ("Cấp xã", number(1)))
    remedy = finding_text(finding, "vi").remedy
    assert (code == "detail-blank") == ("ghi 0." in remedy)


def test_a_choice_names_its_options() -> None:
    (finding,) = found(case(ex.YES_NO), ("Cấp tỉnh", BLANK_CELL), ("Cấp xã", number(1)))
    assert "Đạt yêu cầu" in finding_text(finding, "vi").remedy


def test_a_blank_requirement_is_answered_with_yes_or_no() -> None:
    findings = found(ex.BOTH, ("Yêu cầu 1", word("Có")), ("Yêu cầu 2", BLANK_CELL))
    assert [("detail-blank-yes-no", "CCHC!D12")] == [(one.code, one.place) for one in findings]


def test_a_blank_number_of_answers_is_said_at_its_cell_with_its_group() -> None:
    rows = (
        ("Người dân / Tốt", number(5)),
        ("Người dân / Yếu", BLANK_CELL),
        ("Doanh nghiệp", percent("80%")),
    )
    findings = found(SURVEY, *rows, surveyed=True)
    assert [("detail-blank-survey", "CCHC!D12")] == [(one.code, one.place) for one in findings]
    assert "Người dân / Yếu" in finding_text(findings[0], "vi").message


def test_a_blank_group_is_said_at_its_first_cell() -> None:
    rows = (
        ("Người dân", percent("80%")),
        ("Doanh nghiệp / Tốt", BLANK_CELL),
        ("Doanh nghiệp / Yếu", Datum(place="CCHC!D13")),
    )
    findings = found(SURVEY, *rows, surveyed=True)
    assert [("detail-blank-group", "CCHC!D12")] == [(one.code, one.place) for one in findings]


def test_rows_that_are_all_blank_wait_for_the_survey() -> None:
    assert [] == found(SURVEY, ("Người dân", BLANK_CELL), ("Doanh nghiệp", BLANK_CELL), surveyed=True)
