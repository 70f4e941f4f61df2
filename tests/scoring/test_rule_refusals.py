"""What a rule cannot use: refused with a finding, passed through, or blank; never clamped, never guessed."""

from __future__ import annotations

from fractions import Fraction

import pytest
from msgspec.structs import replace

from parcli.model.assessment import BLANK, Datum, DatumState, Detail
from parcli.model.rules import (
    RULE_KINDS,
    InterpolationRule,
    Knot,
    Measure,
    ProportionRule,
    Rule,
    SubcasesRule,
)
from parcli.scoring.rules import evaluate
from scoring import rule_examples as ex
from scoring.rule_boundaries import BOUNDARIES
from support.scoring_sets import (
    ANY,
    DID_NOT_ARISE,
    FROM_ZERO,
    NOT_APPLICABLE,
    REFUSED,
    amount,
    details,
    interval,
    number,
    pair,
    percent,
    percentage,
    plain,
    ratio,
    tier,
    tiers,
    word,
)

RATE = ex.RATE
STEP = Fraction(1, 10**9)


@pytest.mark.parametrize("kind", RULE_KINDS)
@pytest.mark.parametrize(
    ("declared", "state"),
    [
        (BLANK, DatumState.BLANK),
        (NOT_APPLICABLE, DatumState.NOT_APPLICABLE),
        (DID_NOT_ARISE, DatumState.DID_NOT_ARISE),
        (REFUSED, DatumState.REFUSED),
    ],
)
def test_what_states_no_value_is_passed_through(kind: str, declared: Datum, state: DatumState) -> None:
    row = BOUNDARIES[kind][0]
    result = evaluate(row.rule, declared, (), row.max_points)
    assert (result.state, result.points) == (state, None)


HALF_A_PERSON = (*ex.answered(1, 1, 1, 1)[:3], *details([("Kém", number("0.5"))]))
TWICE = details([("Loại 1", number(1)), ("Loại 1", number(1)), ("Loại 2", number(1))])
UNKNOWN = (*ex.counts(1, 1), *details([("Khác", number(1))]))

REFUSALS: list[tuple[str, Rule, Datum, tuple[Detail, ...], int]] = [
    ("points above the maximum", ex.JUDGED, number("2.25"), (), 2),
    ("negative points", ex.JUDGED, number("-0.25"), (), 2),
    ("points between two steps", ex.JUDGED, number("0.3"), (), 2),
    ("points in words", ex.JUDGED, word("tốt"), (), 2),
    ("an option that is not there", ex.DEADLINE, word("Ban hành sớm"), (), 1),
    ("part of an option's words", ex.DEADLINE, word("Ban hành"), (), 1),
    ("an option by its position", ex.DEADLINE, word("1"), (), 1),
    ("a checklist answered with another word", ex.BOTH, word("một phần"), (), 1),
    ("one of two requirements unanswered", ex.BOTH, BLANK, ex.ticks("Có", ""), 1),
    ("a count above the number of requirements", ex.EACH, number(4), (), 1),
    ("half a requirement", ex.EACH, number("1.5"), (), 1),
    ("a ratio above one", ex.PLAN, pair(11, 10), (), 2),
    ("a negative ratio", ex.PLAN, pair(-1, 10), (), 2),
    ("something out of nothing", ex.PLAN, pair(5, 0), (), 2),
    ("a percentage above the range", ex.HALF_OPEN, percent(1 + STEP), (), 2),
    ("a percentage below the range", ex.HALF_OPEN, percent(-STEP), (), 2),
    ("a bare number with two readings", ex.HALF_OPEN, number("0.85"), (), 2),
    ("one, which is 100 % or 1 %", ex.HALF_OPEN, number(1), (), 2),
    ("a bare number outside by both readings", ex.HALF_OPEN, number(101), (), 2),
    ("a number below its range", ex.NUMBERS, number(-1), (), 2),
    ("words for a measure", ex.NUMBERS, word("nhiều"), (), 2),
    ("a negative count", ex.RULES_ISSUED, number(-1), (), 2),
    ("half a thing", ex.RULES_ISSUED, number("0.5"), (), 2),
    ("one of two counts blank", ex.TWO_COUNTS, BLANK, details([("Loại 1", number(1)), ("Loại 2", BLANK)]), 3),
    ("one of two counts absent", ex.TWO_COUNTS, BLANK, details([("Loại 1", number(1))]), 3),
    ("a thing counted twice", ex.TWO_COUNTS, BLANK, TWICE, 3),
    ("half a fault", ex.LATE_REPORTS, number("0.5"), (), 1),
    ("a negative number of faults", ex.LATE_REPORTS, number(-1), (), 1),
    ("one of two faults blank", ex.TWO_FAULTS, BLANK, details([("Loại 1", BLANK), ("Loại 2", number(1))]), 2),
    ("this period without the last one", ex.YEAR_ON_YEAR, number(100), (), 2),
    ("a period's value outside its range", ex.YEAR_ON_YEAR, pair(-1, 100), (), 2),
    ("growth over nothing", ex.GROWTH, pair(5, 0), (), 2),
    ("survey points above the maximum", ex.INDEX, number(10 + STEP), (), 10),
    ("a survey index above 100 %", ex.INDEX, percent("101%"), (), 10),
    ("negative survey points", ex.INDEX, number(-1), (), 10),
    ("part of a respondent", ex.ANSWERS, BLANK, HALF_A_PERSON, 2),
    ("one of four answers absent", ex.ANSWERS, BLANK, ex.answered(1, 1, 1, 1)[:3], 2),
    ("one of four answers blank", ex.ANSWERS, BLANK, (
        *ex.answered(1, 1, 1, 1)[:3], *details([("Kém", BLANK)])), 2),
    ("one of two groups blank", ex.GROUPS, BLANK, ex.asked(percent("80%"), BLANK), 10),
    ("a group's index above 100 %", ex.GROUPS, BLANK, ex.asked(percent("80%"), percent("101%")), 10),
    ("imported points above the maximum", ex.OTHER_POINTS, number(10 + STEP), (), 10),
    ("an imported index above 100 %", ex.SIPAS, percent("101%"), (), 10),
    ("one of three sub-cases blank", ex.THREE_LEVELS, BLANK, ex.levels(percent(1), BLANK, percent(1)), 3),
    ("one of three sub-cases absent", ex.THREE_LEVELS, BLANK, ex.levels(*[percent(1)] * 3)[:2], 3),
    ("one file of two refused", ex.FILES_MEAN, BLANK, ex.files("80%", "101%"), 2),
    ("one file of two blank", ex.FILES_MEAN, BLANK, (*ex.files("80%"), *details([("Hồ sơ 2", BLANK)])), 2),
]  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "declared", "rows", "most"), [pytest.param(*row[1:], id=row[0]) for row in REFUSALS]
)
def test_what_cannot_be_used_is_refused_with_a_finding(
    rule: Rule, declared: Datum, rows: tuple[Detail, ...], most: int
) -> None:
    result = evaluate(rule, declared, rows, Fraction(most))
    assert (result.state, result.points, result.findings != ()) == (DatumState.REFUSED, None, True)


@pytest.mark.parametrize(
    ("rule", "rows"),
    [(ex.TWO_COUNTS, UNKNOWN), (ex.BOTH, details([("Khác", word("Có"))]))],
    ids=["count", "checklist"],
)
def test_a_filled_row_that_fits_no_label_is_reported(rule: Rule, rows: tuple[Detail, ...]) -> None:
    found = evaluate(rule, BLANK, rows, Fraction(3)).findings
    assert [one.code for one in found] == ["detail-unknown"]


def test_nothing_of_nothing_did_not_arise() -> None:
    assert evaluate(ex.PLAN, pair(0, 0), (), Fraction(2)).state is DatumState.DID_NOT_ARISE


@pytest.mark.parametrize(
    ("said", "expected"),
    [("Ban hành  kịp thời", 1), ("BAN HÀNH KỊP THỜI", 1), ("Ban ha\u0300nh ki\u0323p tho\u031b\u0300i", 1)],
    ids=["spaces", "capitals", "decomposed"],
)
def test_an_option_is_matched_whatever_its_spaces_capitals_and_composition(said: str, expected: int) -> None:
    assert evaluate(ex.DEADLINE, word(said), (), Fraction(1)).points == expected


@pytest.mark.parametrize(
    ("said", "within", "share"),
    [
        ("85", interval("from 0% to 100%"), "17/20"),
        ("1.5", interval("from 0% to 100%"), "3/200"),
        ("100", interval("from 0% to 100%"), "1"),
        ("0", interval("from 0% to 100%"), "0"),
        ("0", ANY, "0"),
        ("150", interval("from 0% to 200%"), "3/2"),
        ("0.6", interval("from 50% to 100%"), "3/5"),
        ("60", interval("from 50% to 100%"), "3/5"),
    ],
)
def test_a_bare_number_has_the_one_reading_that_can_be_true(said: str, within: object, share: str) -> None:
    rule = InterpolationRule(
        percentage(within=within),  # type: ignore[arg-type]
        (Knot(Fraction(0), amount(0)), Knot(Fraction(2), amount(2))),
    )
    assert evaluate(rule, number(said), (), Fraction(2)).points == Fraction(share)


@pytest.mark.parametrize("said", ["85", "0.85"])
def test_a_bare_number_in_an_unlimited_measure_is_refused(said: str) -> None:
    rule = tiers(percentage(within=ANY), tier("below 50%", 0), tier("from 50%", 1))
    assert evaluate(rule, number(said), (), Fraction(1)).state is DatumState.REFUSED


@pytest.mark.parametrize("of", [ratio(), percentage()], ids=["ratio", "percent"])
def test_a_percentage_answers_a_ratio_as_well(of: Measure) -> None:
    rule = ProportionRule(of, Fraction(1), Fraction(0))
    assert evaluate(rule, percent("85%"), (), Fraction(2)).points == Fraction("1.7")


def test_a_ratio_above_one_counts_where_the_range_allows_it() -> None:
    rule = tiers(ratio(within=FROM_ZERO), tier("from 0 to 100%", 1), tier("above 100%", 2))
    assert evaluate(rule, pair(11, 10), (), Fraction(2)).points == 2


def test_a_number_measure_is_not_divided_by_a_hundred() -> None:
    rule = tiers(plain(), tier("from 0 below 1", 0), tier("from 1", 1))
    assert evaluate(rule, number(85), (), Fraction(1)).points == 1


def test_a_sub_case_that_does_not_apply_leaves_the_applicable_maximum_of_a_sum() -> None:
    rows = ex.levels(percent(1), NOT_APPLICABLE, percent(1))
    assert evaluate(ex.THREE_LEVELS, BLANK, rows, Fraction("2.5")).applicable == Fraction("1.5")


@pytest.mark.parametrize("how", ["mean", "minimum"])
def test_a_sub_case_that_does_not_apply_leaves_the_maximum_of_a_mean_alone(how: str) -> None:
    rule = SubcasesRule(how, repeated=RATE)  # type: ignore[arg-type]
    rows = (*ex.files("80%"), *details([("Hồ sơ 2", NOT_APPLICABLE)]))
    assert evaluate(rule, BLANK, rows, Fraction(2)).applicable == 2


@pytest.mark.parametrize("how", ["mean", "minimum", "sum"])
def test_a_spoilt_sub_case_is_none_that_does_not_apply(how: str) -> None:
    rule = SubcasesRule(how, ex.THREE_LEVELS.cases)  # type: ignore[arg-type]
    found = evaluate(rule, BLANK, ex.levels(percent(1), REFUSED, percent(1)), Fraction("2.5"))
    assert (found.state, found.points) == (DatumState.REFUSED, None)


def test_a_spoilt_sub_case_leaves_the_maximum_of_a_sum_as_it_is() -> None:
    rows = ex.levels(percent(1), REFUSED, percent(1))
    assert evaluate(ex.THREE_LEVELS, BLANK, rows, Fraction("2.5")).applicable == Fraction("2.5")


def test_a_spoilt_row_of_the_units_own_gives_its_rule_no_points() -> None:
    rows = (*ex.files("80%"), *details([("Hồ sơ 2", REFUSED)]))
    assert evaluate(ex.FILES_MEAN, BLANK, rows, Fraction(2)).state is DatumState.REFUSED


@pytest.mark.parametrize("how", ["mean", "minimum", "sum"])
def test_sub_cases_of_which_none_applies_do_not_apply(how: str) -> None:
    rule = SubcasesRule(how, ex.THREE_LEVELS.cases)  # type: ignore[arg-type]
    rows = ex.levels(*[NOT_APPLICABLE] * 3)
    assert evaluate(rule, BLANK, rows, Fraction("2.5")).state is DatumState.NOT_APPLICABLE


def test_one_value_for_cases_that_are_the_units_own_rows_asks_for_rows() -> None:
    found = evaluate(ex.FILES_MEAN, number(2), (), Fraction(2))
    assert [each.code for each in found.findings] == ["case-rows-expected"]


def test_a_list_without_a_single_answer_is_blank() -> None:
    rows = details([("Loại 1", BLANK), ("Loại 2", BLANK)])
    assert evaluate(ex.TWO_COUNTS, BLANK, rows, Fraction(3)).state is DatumState.BLANK


def test_every_wrong_row_of_a_list_has_its_own_finding() -> None:
    rows = details([("Loại 1", number(-1, place="CCHC!D10")), ("Loại 2", number("0.5", place="CCHC!D11"))])
    places = {found.place for found in evaluate(ex.TWO_COUNTS, BLANK, rows, Fraction(3)).findings}
    assert places == {"CCHC!D10", "CCHC!D11"}


def test_a_finding_names_the_cell() -> None:
    found = evaluate(ex.JUDGED, number("2.25", place="CCHC!D7"), (), Fraction(2)).findings
    assert [one.place for one in found] == ["CCHC!D7"]


@pytest.mark.parametrize(
    ("rule", "said", "found"),
    [
        (ex.YEAR_ON_YEAR, pair(-1, 100), ("value-out-of-range", "CCHC!E1")),
        (ex.YEAR_ON_YEAR, pair(100, -1), ("value-out-of-range", "CCHC!F1")),
        (ex.POINTS_OF_PERCENT, pair("82%", "180%", is_percent=True), ("value-out-of-range", "CCHC!F1")),
        (ex.POINTS_OF_PERCENT, pair("0.5%", "-0.2%", is_percent=True), ("value-out-of-range", "CCHC!F1")),
        (ex.POINTS_OF_PERCENT, pair("0.4", "0.5"), ("percent-two-readings", "CCHC!F1")),
        (ex.POINTS_OF_PERCENT, pair("0.5", "0.4"), ("percent-two-readings", "CCHC!E1")),
        (ex.GROWTH, pair(5, 0), ("change-from-zero", "CCHC!F1")),
        (ex.PLAN, pair(-1, 100), ("numerator-negative", "CCHC!E1")),
        (ex.PLAN, pair(1, 0), ("denominator-invalid", "CCHC!F1")),
    ],
)
def test_the_number_of_a_pair_that_cannot_be_is_found_at_its_own_cell(
    rule: Rule, said: Datum, found: tuple[str, str]
) -> None:
    declared = replace(said, pair_places=("CCHC!E1", "CCHC!F1"))
    (problem,) = evaluate(rule, declared, (), Fraction(2)).findings

    assert found == (problem.code, problem.place)


def test_of_a_pair_in_one_cell_the_cell_is_named() -> None:
    (problem,) = evaluate(ex.YEAR_ON_YEAR, pair(100, -1), (), Fraction(2)).findings

    assert "CCHC!D1" == problem.place
