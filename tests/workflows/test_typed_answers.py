"""Answers typed on the command line: this period's value alone, cases by name, points of a council."""

from __future__ import annotations

from fractions import Fraction

import pytest

from parcli.model.assessment import BLANK, Datum, DatumState, LeafAnswer
from parcli.model.rules import Rule
from parcli.workflows.typed_answers import read_answer, typed_answers
from scoring import rule_examples as ex
from support.scoring_sets import answer, area, criteria_set, leaf


def pair(first: str, second: str, *, percent: bool = False) -> Datum:
    return Datum(DatumState.GIVEN, percent=percent, pair=(Fraction(first), Fraction(second)))


def read(rule: Rule, word: str, kept: LeafAnswer) -> LeafAnswer:
    (typed,) = typed_answers(criteria_set(area("1", leaf("1.1", 2, rule))), [word])
    found = read_answer(typed, kept)
    assert not found.findings
    return found.answer


@pytest.mark.parametrize(
    ("kept", "typed", "expected"),
    [
        (pair("1960", "2000"), "2100", pair("2100", "2000")),
        (pair("1960", "2000"), "2100/1900", pair("2100", "1900")),
        (pair("0.8", "0.75", percent=True), "85%", pair("0.85", "0.75", percent=True)),
        (pair("0.8", "0.75", percent=True), "85", pair("0.85", "0.75", percent=True)),
        (pair("80", "75"), "85%", pair("85", "75")),
    ],
)
def test_one_value_of_a_change_stands_beside_the_last_period_that_was_kept(
    kept: Datum, typed: str, expected: Datum
) -> None:
    found = read(ex.YEAR_ON_YEAR, f"1.1={typed}", answer("1.1", kept)).declared

    assert (expected.pair, expected.percent) == (found.pair, found.percent)


def test_one_value_of_a_change_alone_stays_one_where_nothing_was_kept() -> None:
    assert read(ex.YEAR_ON_YEAR, "1.1=2100", answer("1.1", BLANK)).declared.pair is None


@pytest.mark.parametrize(
    ("rule", "word", "code"),
    [
        (ex.BOTH, "1.1=x", "yes-no-expected"),
        (ex.BOTH, "1.1:1=x", "yes-no-expected"),
        (ex.EACH, "1.1:Yêu cầu 2=✓", "yes-no-expected"),
        (ex.PLAN, "1.1=5 điểm", "number-expected"),
        (ex.RATE, "1.1=85 điểm", "number-expected"),
        (ex.PIECEWISE, "1.1=85 điểm", "number-expected"),
        (ex.RULES_ISSUED, "1.1=2 điểm", "count-expected"),
        (ex.TWO_FAULTS, "1.1:2=1 điểm", "count-expected"),
        (ex.THREE_LEVELS, "1.1:Cấp tỉnh=5 điểm", "number-expected"),
        (ex.FILES_MEAN, "1.1:Hồ sơ 9=5 điểm", "number-expected"),
    ],
)
def test_what_is_no_answer_where_it_is_typed_is_refused(rule: Rule, word: str, code: str) -> None:
    (typed,) = typed_answers(criteria_set(area("1", leaf("1.1", 2, rule))), [word])
    found = read_answer(typed, answer("1.1"))
    cells = [found.answer.declared, *(row.declared for row in found.answer.details)]

    assert [code] == [each.code for each in found.findings]
    assert DatumState.REFUSED in [cell.state for cell in cells]


@pytest.mark.parametrize(
    ("rule", "word"),
    [
        (ex.BOTH, "1.1:1=Có"),
        (ex.DEADLINE, "1.1:2=x"),  # a row of options is chosen by a tick
        (ex.JUDGED, "1.1=1,5 điểm"),
        (ex.PLAN, "1.1=28/30"),
        (ex.RULES_ISSUED, "1.1=2"),
    ],
)
def test_what_is_an_answer_is_taken(rule: Rule, word: str) -> None:
    assert DatumState.REFUSED is not read(rule, word, answer("1.1")).declared.state


def test_another_name_is_another_case_where_cases_are_the_units_own_rows() -> None:
    found = read(ex.FILES_MEAN, "1.1:Hồ sơ 9=80%", answer("1.1"))

    assert ["Hồ sơ 9"] == [row.label for row in found.details]
