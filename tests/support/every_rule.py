"""Criteria sets in which every kind of rule stands under every policy, for tests of templates."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import cycle
from typing import Any

from msgspec.structs import replace

from parcli import resources
from parcli.criteria.library import load_set
from parcli.model.criteria_set import Cap, CapCondition, CriteriaSet, Node, Treatment
from parcli.model.rules import (
    NOTHING,
    ChangeRule,
    ChoiceRule,
    CountItem,
    CountRule,
    DeductionRule,
    InterpolationRule,
    Knot,
    Option,
    PointsRule,
    ProportionRule,
    Rounding,
    Rule,
    Subcase,
    SubcasesRule,
)
from parcli.model.text import Text
from scoring import rule_examples as ex
from support.scoring_sets import (
    ANY,
    FIVE_GRADES,
    adjusting,
    amount,
    area,
    bonus,
    branch,
    criteria_set,
    exact,
    interval,
    leaf,
    penalty,
    percentage,
    plain,
    policy,
    ratio,
    tier,
    tiers,
)

KNOTS = (Knot(exact("10%"), amount(3)), Knot(exact("1/3"), amount(2)), Knot(exact(1), NOTHING))
_EVEN, _DOWN = Rounding(1, "half_even"), Rounding(1, "down")
_LONG = "Ban hành đầy đủ, đúng thời hạn và đúng thẩm quyền; " * 6

PARTS: tuple[tuple[Text, Fraction, Rule], ...] = (
    (Text("Thời hạn"), exact(1), ex.DEADLINE),
    (Text("Tỷ lệ"), exact(2), ex.PLAN),
    (Text("Chất lượng"), exact(2), PointsRule(step=Fraction(1, 2))),
    (Text("Số sáng kiến"), exact(2), ex.RULES_ISSUED),
    (Text("So với năm trước"), exact(2), ex.YEAR_ON_YEAR),
)

RULES: tuple[tuple[str, Rule], ...] = (
    ("2", ex.JUDGED),
    ("1.5", PointsRule(step=Fraction(1, 10))),
    ("3", PointsRule()),
    ("1", ex.DEADLINE),
    ("3", ex.QUALITY),
    ("1", ex.ZERO_AND_PENALTY),
    ("1", ChoiceRule((Option(Text(_LONG), amount(1)), Option(Text("có"), amount("0.5"), penalty=NOTHING)))),
    ("1", ex.BOTH),
    ("1", ex.EITHER),
    ("0.3", ex.EACH),
    ("2", ex.PLAN),
    ("2", ex.HALF_OPEN),
    ("2", ex.ENDS),
    ("1", ex.PENALTY),
    ("2", ex.NUMBERS),
    ("2", tiers(ratio(within=ANY), tier("below 0", 0), tier("from 0 below 120%", 1), tier("from 120%", 2))),
    ("2", tiers(ratio(), tier("above 1/3", 2), tier("from 0% to 1/3", "2/3"))),
    ("3", ex.RATE),
    ("3", ex.WITH_FLOOR),
    ("3", ex.FLOOR_CLOSED),
    ("3", ex.TO_TARGET),
    ("3", ex.LOWER_BETTER),
    ("3", ex.RATE_ROUNDED),
    ("7", ProportionRule(ratio(), exact("90%"), exact("20%"), rounding=_EVEN)),
    ("7", ProportionRule(ratio(), exact("5%"), exact("60%"), rounding=_DOWN)),
    ("4", ProportionRule(plain(), exact(40), exact(-10), cut=interval("to 0"))),
    ("2", ex.TWO_BOUNDS),
    ("3", ex.PIECEWISE),
    ("3", InterpolationRule(ratio(), KNOTS, _EVEN)),
    ("2", ex.RULES_ISSUED),
    ("3", ex.TWO_COUNTS),
    ("1", ex.LATE_REPORTS),
    ("1", ex.NO_FLOOR),
    ("2", ex.TWO_FAULTS),
    ("2", DeductionRule(amount(2), (CountItem(Text("Lỗi"), Fraction(2, 3)),), exact(-1))),
    ("2", CountRule((CountItem(Text("Mô hình"), Fraction(1, 3)),), amount(2))),
    ("2", ex.YEAR_ON_YEAR),
    ("2", ChangeRule(plain(), "difference", (tier("from 0.1", 2), tier("below 0.1", 0)))),  # 0.3 - 0.2
    ("2", ex.POINTS_OF_PERCENT),
    ("2", ex.GROWTH),
    ("2", ChangeRule(percentage(), "relative", (tier("above 5%", 2), tier("to 5%", 0)))),
    ("3", ex.FILES_MEAN),
    ("3", ex.FILES_MINIMUM),
    ("2.5", ex.THREE_LEVELS),
    ("9", SubcasesRule("sum", tuple(Subcase(*part) for part in PARTS), rounding=_DOWN)),
    (
        "2",
        SubcasesRule("mean", tuple(Subcase(t, exact(2), r) for t, m, r in PARTS if m == 2), rounding=_EVEN),
    ),
    ("2", SubcasesRule("mean", repeated=ex.PLAN)),
)

CLOSED: tuple[tuple[str, Rule, str], ...] = (
    ("4", ex.INDEX, "survey"),
    ("4", ex.ANSWERS, "survey"),
    ("4", ex.GROUPS, "survey"),
    ("4", ex.BOTH_FORMS, "survey"),
    ("5", ex.SIPAS_ROUNDED, "imported"),
    ("5", ex.OTHER_POINTS, "imported"),
    ("1", ex.DEADLINE, "leaders"),
    ("2", ex.PLAN, "appraised"),
)

_TREATMENTS: tuple[tuple[Treatment, Treatment], ...] = (
    ("exclude", "full_marks"),
    ("full_marks", "exclude"),
    ("zero", "zero"),
    ("exclude", "exclude"),
    ("forbidden", "forbidden"),
)


def every_rule(shift: int = 0, **fields: Any) -> CriteriaSet:
    """Return a set with a leaf for every rule; ``shift`` moves the policies along the leaves."""
    nodes = list(_leaves(shift))
    half = len(nodes) // 2
    first = area("1", branch("1.1", *_coded("1.1", nodes[:half])))
    second = area("2", *_coded("2", nodes[half:]))
    closed = area(
        "3",
        *_coded(
            "3", [leaf("", most, rule, scored_by=scorer, evidence="none") for most, rule, scorer in CLOSED]
        ),
    )
    defaults: dict[str, Any] = {
        "adjustments": (
            bonus(leaf("IX.1", 1, ex.TWO_COUNTS), leaf("IX.2", 1, ex.DEADLINE), cap="1.5"),
            penalty(leaf("X.1", 3, CountRule((CountItem(Text("Lần"), Fraction(1, 2)),), amount(3)))),
        ),
        "policy": policy(adjustments=adjusting(ceiling="total", floor="zero")),
        "caps": _caps(first),
    }
    return criteria_set(first, second, closed, **(defaults | fields))


def _caps(first: Node) -> tuple[Cap, ...]:
    codes = {type(node.rule): node.code for node in first.walk() if node.rule is not None}
    return (
        Cap("good", CapCondition("1", "percent", exact("60%"))),
        Cap("fair", CapCondition(codes[ChoiceRule], "answer", answer="Có báo cáo")),
        Cap("average", CapCondition(codes[ProportionRule], "points", exact(1), inclusive=True)),
        Cap("average", CapCondition("3.1", "points", exact(1))),
    )


def _leaves(shift: int) -> Iterator[Node]:
    treatments = cycle(_TREATMENTS)
    for _ in range(shift):
        next(treatments)
    for (most, rule), (not_applicable, did_not_arise) in zip(RULES, treatments, strict=False):
        yield leaf(
            "", most, rule, not_applicable=not_applicable, did_not_arise=did_not_arise, evidence="none"
        )


def _coded(parent: str, nodes: list[Node]) -> list[Node]:
    return [
        replace(node, code=f"{parent}.{number}", title=Text(f"Nội dung {parent}.{number}"))
        for number, node in enumerate(nodes, start=1)
    ]


def all_sets() -> tuple[CriteriaSet, ...]:
    """Return sets that differ in policies: where is rounded, what adjustments do, what is graded."""
    by_leaf = policy(rounding=Rounding(1, "half_even"), rounding_stage="leaf", grade_on="exact")
    by_area = policy(rounding=Rounding(1, "half_up"), rounding_stage="area", missing="refuse")
    return (
        every_rule(0),
        every_rule(1, policy=replace(by_leaf, adjustments=adjusting(in_percent=False))),
        every_rule(2, policy=replace(by_area, adjustments=adjusting()), grades={"": FIVE_GRADES}),
        every_rule(3),
        every_rule(4),
    )


def round_trip_sets() -> tuple[CriteriaSet, ...]:
    """Return every set that is filled in at random.

    In the small one the last leaf takes any rows below it: what stands below the total is none of them.
    """
    files = criteria_set(area("1", leaf("1.1", 3, ex.FILES_MEAN, evidence="none")))
    commune = load_set(resources.data_dir("criteria") / "commune-2025.yaml").criteria_set
    return (*all_sets(), commune, files)
