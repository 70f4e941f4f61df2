from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from parcli.criteria.library import check_set, load_set
from parcli.model.criteria_set import CriteriaSet, Node
from parcli.model.rules import (
    RULE_KINDS,
    Amount,
    Bound,
    ChangeRule,
    ChoiceRule,
    CountRule,
    DeductionRule,
    Interval,
    ProportionRule,
    SubcasesRule,
    TiersRule,
)

GOOD = Path(__file__).parent / "good"
FILES = sorted(GOOD.glob("*.yaml"))


@pytest.fixture(scope="module")
def every_kind() -> CriteriaSet:
    return load_set(GOOD / "all-kinds.yaml").criteria_set


@pytest.fixture(scope="module")
def with_parts() -> CriteriaSet:
    return load_set(GOOD / "with-parts.yaml").criteria_set


def _node(criteria_set: CriteriaSet, code: str) -> Node:
    node = criteria_set.find(code)
    assert node is not None
    return node


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_good_set_has_no_finding(path: Path) -> None:
    assert () == check_set(path)[1]


def test_the_set_uses_every_kind(every_kind: CriteriaSet) -> None:
    assert set(RULE_KINDS) == {leaf.rule.kind for leaf in every_kind.leaves() if leaf.rule is not None}


def test_a_share_of_the_maximum_comes_to_points(every_kind: CriteriaSet) -> None:
    rule = _node(every_kind, "1.1").rule

    assert isinstance(rule, ChoiceRule)
    assert Amount(Fraction(1), share=Fraction(1)) == rule.options[0].points
    assert Amount(Fraction(1, 4)) == rule.options[2].penalty


def test_bound_words_keep_their_meaning(every_kind: CriteriaSet) -> None:
    rule = _node(every_kind, "1.6").rule
    high, low = Fraction(9, 10), Fraction(7, 10)

    assert isinstance(rule, TiersRule)
    assert [
        Interval(Bound(high, inclusive=False), None),
        Interval(Bound(low, inclusive=True), Bound(high, inclusive=True)),
        Interval(None, Bound(low, inclusive=False)),
    ] == [tier.interval for tier in rule.tiers]


@pytest.mark.parametrize(("code", "ends"), [("1.7", (1, 0)), ("1.8", (0, 10))])
def test_proportion_has_its_ends(every_kind: CriteriaSet, code: str, ends: tuple[int, int]) -> None:
    rule = _node(every_kind, code).rule

    assert isinstance(rule, ProportionRule)
    assert [*ends] == [rule.target, rule.zero_at]


def test_a_floor_is_the_cut(every_kind: CriteriaSet) -> None:
    rule = _node(every_kind, "1.7").rule

    assert isinstance(rule, ProportionRule)
    assert Interval(None, Bound(Fraction(4, 5), inclusive=False)) == rule.cut


def test_counts_and_deductions_have_their_limits(every_kind: CriteriaSet) -> None:
    count, deduction = _node(every_kind, "2.1").rule, _node(every_kind, "2.2").rule

    assert isinstance(count, CountRule)
    assert isinstance(deduction, DeductionRule)
    assert (Amount(Fraction(2)), Amount(Fraction(1)), None) == (count.cap, deduction.start, deduction.floor)


def test_the_words_of_change_are_tiers_about_zero(every_kind: CriteriaSet) -> None:
    rule = _node(every_kind, "2.3").rule

    assert isinstance(rule, ChangeRule)
    values = (Fraction(1), Fraction(0), Fraction(-1))
    assert [Fraction(1), Fraction(1, 2), Fraction(0)] == [
        tier.points.points for value in values for tier in rule.tiers if value in tier.interval
    ]


def test_subcases_have_rules_of_their_own_maximum(every_kind: CriteriaSet) -> None:
    rule = _node(every_kind, "2.7").rule

    assert isinstance(rule, SubcasesRule)
    assert [Fraction(3, 5), Fraction(2, 5)] == [case.max_points for case in rule.cases]


def test_a_leaf_has_the_policies_in_force(every_kind: CriteriaSet) -> None:
    own, inherited = _node(every_kind, "1.1"), _node(every_kind, "1.2")

    assert ("forbidden", "zero") == (own.not_applicable, own.did_not_arise)
    assert ("exclude", "full_marks") == (inherited.not_applicable, inherited.did_not_arise)


def test_the_nearest_reference_holds(every_kind: CriteriaSet, with_parts: CriteriaSet) -> None:
    assert ["Điều 4", "Điều 3", ""] == [_node(every_kind, code).reference for code in ("1.1", "1.2", "2.1")]
    assert "Phụ lục I" == _node(with_parts, "I.1").reference


def test_a_node_names_its_line(every_kind: CriteriaSet) -> None:
    lines = (GOOD / "all-kinds.yaml").read_text(encoding="utf-8").splitlines()
    line = 1 + next(number for number, text in enumerate(lines) if 'code: "1.2"' in text)

    assert f"all-kinds.yaml:{line}" == _node(every_kind, "1.2").place


def test_depth_counts_from_the_area(with_parts: CriteriaSet) -> None:
    assert [("I", 0), ("I.1", 1), ("II", 0), ("1", 1), ("1.1", 2)] == [
        (node.code, node.depth) for node in with_parts.walk()
    ][:5]
    assert 5 == max(node.depth for node in with_parts.walk())


def test_grades_are_found_by_block(every_kind: CriteriaSet) -> None:
    best = [every_kind.scale_for(block).grades[0] for block in ("so", "nganh-doc")]

    assert [(Fraction(4, 5), False), (Fraction(9, 10), True)] == [(g.bound, g.inclusive) for g in best]


def test_grades_in_points_stay_points(with_parts: CriteriaSet) -> None:
    assert "points" == with_parts.scale_for("").by


def test_caps_keep_their_test(every_kind: CriteriaSet) -> None:
    assert [("percent", False), ("points", True), ("answer", False)] == [
        (cap.when.measure, cap.when.inclusive) for cap in every_kind.caps
    ]


def test_adjustments_stand_outside_the_total(every_kind: CriteriaSet) -> None:
    assert [("bonus", Fraction(5)), ("penalty", None)] == [(b.sign, b.cap) for b in every_kind.adjustments]
    assert Fraction(40) == every_kind.total == sum(root.max_points for root in every_kind.roots)
