"""The most points of a rule: no answer gives more, and an answer gives them."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parcli.model.rules import (
    RULE_KINDS,
    ChangeRule,
    ChecklistItem,
    ChecklistRule,
    ChoiceRule,
    CountItem,
    CountRule,
    DeductionRule,
    ImportedRule,
    InterpolationRule,
    Knot,
    Option,
    PointsRule,
    ProportionRule,
    Rounding,
    Rule,
    Subcase,
    SubcasesRule,
    SurveyAnswer,
    SurveyRule,
)
from parcli.model.text import Text
from parcli.scoring.rules import evaluate
from parcli.scoring.rules.best import most_points
from scoring.rule_strategies import BY_KIND, PROPERTY, Case
from support.scoring_sets import amount, interval, percentage, plain, tier, tiers

MAX = Fraction(2)
NAME = Text("mục")
ONE = ProportionRule(percentage(), Fraction(1), Fraction(0))
HALF = PointsRule(), DeductionRule(amount(1), (CountItem(NAME, Fraction(1)),), Fraction(0))


def _knots(*pairs: tuple[str, str]) -> tuple[Knot, ...]:
    return tuple(Knot(Fraction(at), amount(points)) for at, points in pairs)


def _cases(*rules: Rule) -> tuple[Subcase, ...]:
    return tuple(Subcase(Text(f"phần {number}"), MAX, rule) for number, rule in enumerate(rules))


@pytest.mark.parametrize("kind", RULE_KINDS)
@PROPERTY
@given(data=st.data())
def test_no_answer_gives_more(kind: str, data: st.DataObject) -> None:
    case: Case = data.draw(BY_KIND[kind]())
    result = evaluate(case.rule, case.declared, case.details, case.max_points)
    assert result.points is not None
    if kind != "subcases":  # parts that do not apply can take the worse ones out of a mean
        assert result.points <= most_points(case.rule, case.max_points)


@pytest.mark.parametrize(
    ("rule", "most"),
    [
        (PointsRule(step=Fraction(3, 4)), 2),
        (ChoiceRule((Option(NAME, amount(1)), Option(NAME, amount(0), penalty=amount(1)))), 1),
        (ChoiceRule((Option(NAME, amount(2), penalty=amount("0.5")),)), "1.5"),
        (ChecklistRule("all", (ChecklistItem(NAME),), amount(1), amount(0)), 1),
        (ChecklistRule("any", (ChecklistItem(NAME),), amount(1), amount("1.5")), "1.5"),
        (ChecklistRule("each", (ChecklistItem(NAME, amount(1)), ChecklistItem(NAME, amount("0.5")))), "1.5"),
        (tiers(percentage(), tier("from 90%", 1), tier("below 90%", 0)), 1),
        (tiers(percentage(), tier("above 100%", 2), tier("to 100%", 1)), 1),
        (tiers(percentage(), tier("from 100%", 2), tier("below 100%", 1)), 2),
        (ONE, 2),
        (ProportionRule(percentage(), Fraction(5, 4), Fraction(0)), "1.6"),
        (ProportionRule(percentage(), Fraction(-1), Fraction(1)), 1),
        (ProportionRule(plain(within=interval("from 0")), Fraction(50), Fraction(0)), 2),
        (ProportionRule(percentage(), Fraction(5, 4), Fraction(0), interval("below 10%"), amount(2)), 2),
        (ProportionRule(percentage(), Fraction(1), Fraction(0), rounding=Rounding(0, "down")), 2),
        (InterpolationRule(percentage(), _knots(("0", "0"), ("1/2", "1"))), 1),
        (InterpolationRule(percentage(), _knots(("0", "0"), ("2", "2"))), 1),
        (InterpolationRule(percentage(), _knots(("-1", "2"), ("1", "0"))), 1),
        (InterpolationRule(percentage(), _knots(("1/2", "2"), ("1", "0"))), 2),
        (CountRule((CountItem(NAME, Fraction(1)),), amount("1.5")), "1.5"),
        (DeductionRule(amount("1.5"), (CountItem(NAME, Fraction(1)),), None), "1.5"),
        (ChangeRule(percentage(), "difference", (tier("above 0", 1), tier("to 0", 0))), 1),
        (ChangeRule(percentage(), "difference", (tier("above 100%", 2), tier("to 100%", 1))), 1),
        (ChangeRule(plain(), "relative", (tier("below -100%", 2), tier("from -100%", 1))), 1),
        (ChangeRule(plain(), "difference", (tier("below -100%", 2), tier("from -100%", 1))), 2),
        (SurveyRule((SurveyAnswer(NAME, Fraction(4, 5)), SurveyAnswer(NAME, Fraction(0)))), "1.6"),
        (SurveyRule(), 2),
        (ImportedRule(NAME, "points"), 2),
        (SubcasesRule("mean", _cases(*HALF)), "1.5"),
        (SubcasesRule("minimum", _cases(*HALF)), 1),
        (SubcasesRule("sum", (Subcase(NAME, Fraction(1), HALF[1]), Subcase(NAME, Fraction(1), HALF[0]))), 2),
        (SubcasesRule("mean", repeated=HALF[1]), 1),
        (SubcasesRule("mean", _cases(*HALF), rounding=Rounding(0, "down")), 1),
    ],
)
def test_the_most_is_what_the_words_of_the_rule_say(rule: Rule, most: int | str) -> None:
    assert most_points(rule, MAX) == Fraction(most)


def test_a_rounding_can_keep_a_rule_below_its_maximum() -> None:
    rule = ProportionRule(percentage(), Fraction(1), Fraction(0), rounding=Rounding(0, "down"))
    assert most_points(rule, Fraction("1.5")) == 1
