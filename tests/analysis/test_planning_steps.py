"""Other answers to every kind of rule: the least change for each better result, its effort and its move."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import accumulate, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parcli.analysis.planning.moves import Draft, Said
from parcli.analysis.planning.steps import drafts
from parcli.model.assessment import BLANK, Datum, Detail
from parcli.model.rules import (
    ChangeRule,
    ChecklistItem,
    ChecklistRule,
    CountRule,
    DeductionRule,
    InterpolationRule,
    PointsRule,
    ProportionRule,
    Rule,
    SubcasesRule,
    TiersRule,
)
from parcli.model.text import Text
from parcli.scoring.rules import evaluate
from scoring import rule_examples as ex
from scoring.rule_strategies import BY_KIND, Case
from support.scoring_sets import (
    NOT_APPLICABLE,
    amount,
    details,
    number,
    pair,
    percent,
    plain,
    ratio,
    tier,
    tiers,
    word,
)

_Spoken = tuple[Datum, tuple[Detail, ...], Fraction]
_EACH = settings(derandomize=True, deadline=None, max_examples=20, database=None)


def said(
    rule: Rule, declared: Datum, rows: tuple[Detail, ...], most: Fraction, *, known: bool = True
) -> Said:
    result = evaluate(rule, declared, rows, most)
    return Said(
        declared, rows, result.points or Fraction(0), most, known and result.points is not None, result.answer
    )


def points(rule: Rule, draft: Draft, most: Fraction) -> Fraction | None:
    return evaluate(rule, draft.declared, draft.details, most).points


def better(
    rule: Rule,
    most: str,
    declared: Datum = BLANK,
    rows: tuple[Detail, ...] = (),
    *,
    at: str | None = None,
) -> list[tuple[str, str, str]]:
    """Return points, effort and kinds of moves of what is not beaten; ``at``: points given otherwise."""
    maximum = Fraction(most)
    now = said(rule, declared, rows, maximum, known=at is None)
    if at is not None:
        now = Said(declared, rows, Fraction(at), maximum, known=False)
    found = [(points(rule, each, maximum), each) for each in drafts(rule, now)]
    kept: list[tuple[str, str, str]] = []
    most_points = now.points
    for worth, each in sorted(found, key=lambda pair: (pair[1].effort, -(pair[0] or 0))):
        if worth is not None and worth > most_points:
            most_points = worth
            kept.append((str(worth), str(each.effort), " ".join(move.kind for move in each.moves)))
    return kept


def test_judged_points_rise_in_the_rules_steps() -> None:
    assert [("1", "1", "points"), ("3/2", "2", "points"), ("2", "3", "points")] == better(
        PointsRule(step=Fraction(1, 2)), "2", number("0.5")
    )


def test_judged_points_without_steps_have_ten_up_to_the_maximum() -> None:
    assert ("2", "5", "points") == better(PointsRule(), "2", number(1))[-1]


def test_an_option_is_reached_over_the_levels_between() -> None:
    assert [("1/2", "1", "option"), ("1", "2", "option")] == better(ex.DEADLINE, "1", word("Không ban hành"))


def test_points_between_two_options_count_the_levels_above_them() -> None:
    assert [("1/2", "1", "option"), ("1", "2", "option")] == better(ex.DEADLINE, "1", at="0.25")


def test_all_missing_requirements_are_one_change_where_all_are_needed() -> None:
    items = tuple(ChecklistItem(Text(f"Yêu cầu {n}")) for n in range(3))
    rows = details(zip([item.label.vi for item in items], map(word, ("Có", "Không", "Không")), strict=True))

    assert [("1", "2", "met")] == better(ChecklistRule("all", items, amount(1)), "1", rows=rows)


def test_the_worthiest_requirements_are_met_first() -> None:
    worths = ("0.25", "1", "0.5")
    items = tuple(ChecklistItem(Text(f"Yêu cầu {n}"), amount(worth)) for n, worth in enumerate(worths))
    rows = details(zip([item.label.vi for item in items], map(word, ("Không",) * 3), strict=True))

    assert [("1", "1"), ("3/2", "2"), ("7/4", "3")] == [
        each[:2] for each in better(ChecklistRule("each", items), "1.75", rows=rows)
    ]


def test_any_one_requirement_is_enough_where_one_is() -> None:
    assert [("1", "1", "any-met")] == better(ex.EITHER, "1", word("Không"))


def test_requirements_that_are_not_known_are_counted() -> None:
    assert [("1/5", "1", "met-number"), ("3/10", "2", "met-number")] == better(ex.EACH, "0.3", at="0.1")


def test_requirements_of_unlike_worth_that_are_not_known_have_all_to_be_met() -> None:
    items = tuple(ChecklistItem(Text(f"Yêu cầu {n}"), amount(worth)) for n, worth in enumerate(("1", "0.5")))

    assert [("3/2", "1", "all-met")] == better(ChecklistRule("each", items), "1.5", at="1")


@pytest.mark.parametrize(
    ("declared", "expected"),
    [
        (percent("69.9%"), [("1", "1/100", "value"), ("2", "101/50", "value")]),  # from 70 %, above 90 %
        (percent("90%"), [("2", "1/100", "value")]),  # the nearest tenth above a bound that is left out
        (percent("89.95%"), [("2", "3/200", "value")]),
        (pair(6, 9), [("1", "10/9", "ratio"), ("2", "10/3", "ratio")]),  # whole cases: 7 of 9, 9 of 9
        (pair(62, 89), [("1", "10/89", "ratio"), ("2", "190/89", "ratio")]),
    ],
)
def test_a_tier_is_reached_at_its_nearest_value(
    declared: Datum, expected: list[tuple[str, str, str]]
) -> None:
    assert expected == better(ex.PLAN, "2", declared)


def test_a_tier_without_a_whole_case_in_it_cannot_be_reached() -> None:
    rule = tiers(ratio(), tier("below 90%", 0), tier("from 90% below 100%", 1), tier("equal 100%", 2))

    assert [("2", "5", "ratio")] == better(rule, "2", pair(1, 2))


def test_tiers_of_a_value_that_is_not_known_are_climbed_one_by_one() -> None:
    assert [("1", "1", "tier"), ("2", "2", "tier")] == better(ex.PLAN, "2", at="0")


def test_a_number_counts_in_tenths_of_the_greatest_one_named() -> None:
    rule = tiers(plain(), tier("below 50", 0), tier("from 50", 2))

    assert [("2", "2", "value")] == better(rule, "2", number(40))


def test_a_line_gives_every_tenth_of_a_per_cent() -> None:
    assert [
        ("1497/500", "1/100", "value"),
        ("2997/1000", "1/50", "value"),
        ("3", "3/100", "value"),
    ] == better(ex.RATE, "3", percent("99.7%"))


def test_a_line_of_a_ratio_gives_every_case() -> None:
    assert [("18/7", "10/7", "ratio"), ("3", "20/7", "ratio")] == better(
        ProportionRule(ratio(), Fraction(1), Fraction(0)), "3", pair(5, 7)
    )


def test_a_line_with_a_cut_is_reached_at_its_edge() -> None:
    assert ("12/5", "1", "value") == better(ex.WITH_FLOOR, "3", percent("70%"))[0]


def test_a_line_that_falls_is_walked_down() -> None:
    assert ("3", "1/2", "value") == better(ex.LOWER_BETTER, "3", percent("5%"))[-1]


def test_a_line_is_entered_where_it_gives_the_points_that_are_known() -> None:
    assert ("3", "5", "value") == better(ex.RATE, "3", at="1.5")[-1]


def test_many_values_of_a_line_are_looked_at_coarsely_with_its_end() -> None:
    rule = ProportionRule(plain(), Fraction(1_234_567), Fraction(0))

    assert ("3", "10", "value") == better(rule, "3", number(0))[-1]


def test_points_between_knots_follow_the_line() -> None:
    assert [("3/2", "4"), ("3", "6")] == [
        each[:2] for each in better(ex.PIECEWISE, "3", percent("20%")) if each[0] in ("3/2", "3")
    ]


def test_more_of_the_worthiest_thing_is_counted_up_to_the_cap() -> None:
    rows = details([("Loại 1", number(1)), ("Loại 2", number(1))])

    assert [("5/2", "1", "count"), ("3", "2", "count")] == better(ex.TWO_COUNTS, "3", rows=rows)


def test_so_many_more_are_counted_where_the_points_alone_are_known() -> None:
    assert [("3/2", "1", "more"), ("2", "2", "more")] == better(ex.RULES_ISSUED, "2", at="1")


def test_the_worst_faults_are_avoided_first() -> None:
    rows = details([("Loại 1", number(1)), ("Loại 2", number(2))])

    assert [("3/2", "1", "count"), ("7/4", "2", "count count"), ("2", "3", "count count")] == better(
        ex.TWO_FAULTS, "2", rows=rows
    )


def test_fewer_faults_are_told_where_the_points_alone_are_known() -> None:
    assert [("3/4", "1", "fewer"), ("1", "2", "fewer")] == better(ex.LATE_REPORTS, "1", at="0.5")


def test_a_change_moves_this_periods_value_alone() -> None:
    assert [("1", "2", "value"), ("2", "3", "value")] == better(ex.YEAR_ON_YEAR, "2", pair(8, 10))


def test_a_relative_change_is_worked_out_on_the_last_value() -> None:
    assert [("1", "1", "value"), ("2", "41/20", "value")] == better(ex.GROWTH, "2", pair(180, 200))


def test_sub_cases_are_bettered_where_it_is_cheapest() -> None:
    cells = (percent("94%"), percent("50%"), percent("100%"))

    assert [("3/2", "1/10"), ("5/2", "23/5")] == [
        each[:2] for each in better(ex.THREE_LEVELS, "2.5", rows=ex.levels(*cells))
    ]


def test_the_lowest_sub_cases_are_lifted_together() -> None:
    rule = SubcasesRule("minimum", repeated=ex.DEADLINE)
    rows = details(
        [("A", word("Không ban hành")), ("B", word("Không ban hành")), ("C", word("Ban hành không kịp thời"))]
    )

    assert [("1/2", "2", "option option"), ("1", "5", "option option option")] == better(rule, "1", rows=rows)


def test_sub_cases_that_do_not_apply_stay_so() -> None:
    rows = ex.levels(percent("94%"), NOT_APPLICABLE, percent("100%"))
    (draft,) = drafts(ex.THREE_LEVELS, said(ex.THREE_LEVELS, BLANK, rows, Fraction("2.5")))

    assert NOT_APPLICABLE == draft.details[1].declared


@pytest.mark.parametrize("rule", [ex.INDEX, ex.SIPAS])
def test_what_others_answer_has_no_steps(rule: Rule) -> None:
    assert [] == better(rule, "4", percent("50%"))


# --- no answer with less effort gives as much: every answer that can be said is tried


def spoken(case: Case) -> Iterator[_Spoken]:
    """Yield other answers with their effort, thought up without the planner."""
    rule = case.rule
    match rule:
        case ChecklistRule(items=items):
            yield from _marks([item.label.vi for item in items], case.said)
        case CountRule(items=items):
            ranges = [range(n, n + 5) for n in case.said]
            yield from _counts([item.label.vi for item in items], case.said, ranges)
        case DeductionRule(items=items):
            yield from _counts(
                [item.label.vi for item in items], case.said, [range(max(0, n - 3), n + 1) for n in case.said]
            )
        case TiersRule(of=of) | ProportionRule(of=of) | InterpolationRule(of=of) if of.is_percent:
            yield from _values(case)
        case ChangeRule(of=of) if of.is_percent:
            for n in range(201):
                value = Fraction(n, 200)
                yield pair(value, case.said[1], is_percent=True), (), abs(value - case.said[0]) * 10
        case _:
            return


def _marks(labels: list[str], now: list[bool]) -> Iterator[_Spoken]:
    for marks in product((False, True), repeat=len(labels)):
        rows = details(
            (label, word("Có" if mark else "Không")) for label, mark in zip(labels, marks, strict=True)
        )
        yield BLANK, rows, Fraction(sum(mark != was for mark, was in zip(marks, now, strict=True)))


def _counts(labels: list[str], now: list[int], ranges: Iterable[range]) -> Iterator[_Spoken]:
    for counts in product(*ranges):
        effort = Fraction(sum(abs(n - was) for n, was in zip(counts, now, strict=True)))
        if len(labels) == 1:
            yield number(counts[0]), (), effort
        else:
            yield BLANK, details((label, number(n)) for label, n in zip(labels, counts, strict=True)), effort


def _values(case: Case) -> Iterator[_Spoken]:
    if case.declared.pair is not None:
        whole = case.declared.pair[1]
        for n in range(int(whole) + 1):
            yield pair(n, whole), (), abs(Fraction(n) / whole - case.said) * 10
    else:
        for n in range(201):
            yield percent(Fraction(n, 200)), (), abs(Fraction(n, 200) - case.said) * 10


@pytest.mark.parametrize(
    "kind", ["checklist", "tiers", "proportion", "interpolation", "count", "deduction", "change"]
)
@_EACH
@given(st.data())
def test_no_answer_with_less_effort_gives_as_much(kind: str, data: st.DataObject) -> None:
    case = data.draw(BY_KIND[kind]())
    now = said(case.rule, case.declared, case.details, case.max_points)
    planned = [(each.effort, points(case.rule, each, case.max_points)) for each in drafts(case.rule, now)]
    efforts = sorted(effort for effort, worth in planned if worth is not None)
    worths = [worth for _, worth in sorted((e, w) for e, w in planned if w is not None)]
    best = list(accumulate(worths, max, initial=now.points))  # with so many of the cheapest answers
    missed = [
        (worth, effort)
        for declared, rows, effort in spoken(case)
        if (worth := evaluate(case.rule, declared, rows, case.max_points).points) is not None
        and worth > best[bisect_right(efforts, effort)]
    ]

    assert [] == missed
