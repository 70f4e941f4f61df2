"""Whether a rule got stricter, over every answer, with points as shares of the maximum."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parcli.analysis.rule_change import rule_direction
from parcli.model.rules import (
    Amount,
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
    Rule,
    Subcase,
    SubcasesRule,
)
from parcli.model.text import Text
from support.scoring_sets import amount, interval, leaf, percentage, plain, ratio, tier, tiers

TEN = Fraction(10)


def _share(percent: int) -> Amount:
    return Amount(TEN * percent / 100, Fraction(percent, 100))


def _tiers(*rows: tuple[str, int]) -> Rule:
    return tiers(percentage(), *(tier(words, points) for words, points in rows))


def _target(percent: str, *, cut: str = "", better: str = "higher") -> ProportionRule:
    ends = (Fraction(percent[:-1]) / 100, Fraction(0))
    target, zero_at = ends if better == "higher" else (Fraction(0), ends[0])
    return ProportionRule(ratio(), target, zero_at, interval(cut) if cut else None, amount(0))


def _choice(*options: tuple[str, int]) -> ChoiceRule:
    return ChoiceRule(tuple(Option(Text(label), amount(points)) for label, points in options))


def _all(*labels: str, mode: str = "all") -> ChecklistRule:
    items = tuple(ChecklistItem(Text(label)) for label in labels)
    return ChecklistRule(mode, items, amount(10), amount(0))  # type: ignore[arg-type]


def _each(*items: tuple[str, int]) -> ChecklistRule:
    return ChecklistRule("each", tuple(ChecklistItem(Text(label), amount(points)) for label, points in items))


def _count(cap: int, **each: str) -> CountRule:
    return CountRule(
        tuple(CountItem(Text(label), Fraction(points)) for label, points in each.items()), amount(cap)
    )


def _deduction(floor: int | None, **each: str) -> DeductionRule:
    items = tuple(CountItem(Text(label), Fraction(points)) for label, points in each.items())
    return DeductionRule(amount(10), items, None if floor is None else Fraction(floor))


def _change(*rows: tuple[str, int]) -> ChangeRule:
    return ChangeRule(plain(), "difference", tuple(tier(words, points) for words, points in rows))


def _knots(*knots: tuple[str, int]) -> InterpolationRule:
    made = tuple(Knot(Fraction(at[:-1]) / 100, amount(points)) for at, points in knots)
    return InterpolationRule(percentage(), made)


def _mean(*rules: Rule) -> SubcasesRule:
    cases = tuple(Subcase(Text(f"phần {number}"), TEN, rule) for number, rule in enumerate(rules))
    return SubcasesRule("mean", cases)


THREE = (("above 90%", 10), ("from 70% to 90%", 5), ("below 70%", 0))

CASES: list[tuple[str, Rule, Rule, str]] = [
    ("nothing changes", _tiers(*THREE), _tiers(*THREE), "same"),
    (
        "a bound becomes strict",
        _tiers(("from 90%", 10), ("below 90%", 0)),
        _tiers(("above 90%", 10), ("to 90%", 0)),
        "tighter",
    ),
    (
        "a bound is lowered",
        _tiers(*THREE),
        _tiers(("above 80%", 10), ("from 70% to 80%", 5), ("below 70%", 0)),
        "looser",
    ),
    (
        "one bound up, one down",
        _tiers(*THREE),
        _tiers(("above 95%", 10), ("from 60% to 95%", 5), ("below 60%", 0)),
        "mixed",
    ),
    ("a higher target", _target("60%"), _target("80%"), "tighter"),
    ("a floor", _target("100%"), _target("100%", cut="below 50%"), "tighter"),
    (
        "a floor that takes its bound",
        _target("100%", cut="below 50%"),
        _target("100%", cut="to 50%"),
        "tighter",
    ),
    (
        "less tolerance where lower is better",
        _target("10%", better="lower"),
        _target("5%", better="lower"),
        "tighter",
    ),
    ("tiers become a proportion", _tiers(("from 50%", 10), ("below 50%", 0)), _target("50%"), "looser"),
    ("a knot moves", _knots(("50%", 0), ("90%", 10)), _knots(("60%", 0), ("90%", 10)), "tighter"),
    ("an option gives less", _choice(("kịp", 10), ("chậm", 5)), _choice(("kịp", 10), ("chậm", 3)), "tighter"),
    (
        "another option",
        _choice(("kịp", 10), ("chậm", 5)),
        _choice(("kịp", 10), ("chậm", 5), ("không", 0)),
        "other",
    ),
    ("one more of all requirements", _all("a", "b"), _all("a", "b", "c"), "tighter"),
    ("one more of any requirement", _all("a", "b", mode="any"), _all("a", "b", "c", mode="any"), "looser"),
    ("a requirement in other words", _all("a", "b"), _all("a", "c"), "same"),
    ("one requirement less, one other", _all("a", "b", "c"), _all("a", "d"), "other"),
    ("points move between requirements", _each(("a", 5), ("b", 5)), _each(("a", 6), ("b", 4)), "mixed"),
    ("each one counts less", _count(10, a="0.5"), _count(10, a="0.4"), "tighter"),
    ("one more thing is counted", _count(10, a="0.5"), _count(10, a="0.5", b="1"), "looser"),
    ("a lower cap", _count(10, a="0.5"), _count(8, a="0.5"), "tighter"),
    ("each fault takes more", _deduction(0, a="1"), _deduction(0, a="2"), "tighter"),
    ("points may fall below zero", _deduction(0, a="1"), _deduction(None, a="1"), "tighter"),
    ("faults take less, but go deeper", _deduction(0, a="2"), _deduction(-5, a="1"), "mixed"),
    (
        "a larger rise is asked for",
        _change(("from 0", 10), ("below 0", 0)),
        _change(("from 5", 10), ("below 5", 0)),
        "tighter",
    ),
    (
        "one of the parts",
        _mean(_target("60%"), _target("60%")),
        _mean(_target("60%"), _target("80%")),
        "tighter",
    ),
    (
        "another kind of answer",
        _tiers(*THREE),
        tiers(plain(), tier("from 3", 10), tier("below 3", 0)),
        "other",
    ),
    ("another kind of rule", PointsRule(), _choice(("đạt", 10), ("không", 0)), "other"),
    ("another source", ImportedRule(Text("A"), "percent"), ImportedRule(Text("A"), "points"), "other"),
]


@pytest.mark.parametrize(
    ("old", "new", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_the_direction_of_a_rule(old: Rule, new: Rule, expected: str) -> None:
    assert expected == rule_direction(leaf("1.1", 10, old), leaf("1.1", 10, new))


@pytest.mark.parametrize(
    ("old", "new", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_the_way_back_is_the_opposite(old: Rule, new: Rule, expected: str) -> None:
    turned = {"tighter": "looser", "looser": "tighter"}

    assert turned.get(expected, expected) == rule_direction(leaf("1.1", 10, new), leaf("1.1", 10, old))


def test_a_moved_maximum_alone_changes_no_rule() -> None:
    old = leaf("1.1", 2, _choice(("kịp", 2), ("chậm", 1)))
    new = leaf("1.1", 4, _choice(("kịp", 4), ("chậm", 2)))

    assert "same" == rule_direction(old, new)


def test_wording_alone_changes_no_rule() -> None:
    old, new = _choice(("kịp", 10), ("chậm", 5)), _choice(("đúng hạn", 10), ("trễ", 5))

    assert "same" == rule_direction(leaf("1.1", 10, old), leaf("1.1", 10, new))


@given(
    before=st.lists(st.integers(1, 99), min_size=1, max_size=4, unique=True),
    lift=st.integers(1, 40),
)
def test_raising_every_bound_is_never_looser(before: list[int], lift: int) -> None:
    def made(bounds: list[int]) -> Rule:
        ordered = sorted(bounds)
        rows = [(f"below {ordered[0]}%", 0)]
        rows += [
            (f"from {low}% below {high}%", number + 1) for number, (low, high) in enumerate(pairwise(ordered))
        ]
        return _tiers(*rows, (f"from {ordered[-1]}%", 10))

    after = sorted({min(bound + lift, 100) for bound in before})
    if len(after) < len(before):
        return
    assert "tighter" == rule_direction(leaf("1.1", 10, made(before)), leaf("1.1", 10, made(after)))
