"""Builders of model values for tests of scoring: short words in, frozen values out; no scoring done here."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from types import MappingProxyType
from typing import Any, cast

from msgspec.structs import replace

from parcli.model.assessment import (
    BLANK,
    Assessment,
    ClaimedSum,
    Datum,
    DatumState,
    Detail,
    LeafAnswer,
    Stage,
)
from parcli.model.criteria_set import (
    Adjustment,
    AdjustmentPolicy,
    CriteriaSet,
    Grade,
    GradeScale,
    Node,
    Policy,
    RankingPolicy,
)
from parcli.model.period import Period
from parcli.model.rules import (
    Amount,
    Bound,
    Interval,
    Measure,
    PointsRule,
    Rounding,
    Rule,
    Tier,
    TiersRule,
)
from parcli.model.text import Text
from parcli.model.unit import Unit

Number = Fraction | int | str

HALF_UP_2 = Rounding(2, "half_up")
SHARE = Interval(Bound(Fraction(0), True), Bound(Fraction(1), True))
FROM_ZERO = Interval(Bound(Fraction(0), True), None)
ANY = Interval()

NOT_APPLICABLE = Datum(state=DatumState.NOT_APPLICABLE, text="Không áp dụng", place="CCHC!D1")
DID_NOT_ARISE = Datum(state=DatumState.DID_NOT_ARISE, text="Không phát sinh", place="CCHC!D1")
REFUSED = Datum(state=DatumState.REFUSED, text="92.830", place="CCHC!D1")


def exact(number: Number) -> Fraction:
    """Return a number written as in a regulation ("0.25", "90%", "1/3") as a fraction."""
    if isinstance(number, str) and number.endswith("%"):
        return Fraction(number[:-1]) / 100
    return Fraction(number)


def amount(points: Number) -> Amount:
    """Return points that are not a share of the maximum."""
    return Amount(exact(points))


def number(value: Number, *, place: str = "CCHC!D1") -> Datum:
    """Return a cell that holds a bare number."""
    return Datum(DatumState.GIVEN, exact(value), text=str(value), place=place)


def percent(value: Number, *, place: str = "CCHC!D1") -> Datum:
    """Return a percent cell; ``value`` is a share of one, or text such as "85%"."""
    return Datum(DatumState.GIVEN, exact(value), percent=True, text=str(value), place=place)


def pair(first: Number, second: Number, *, is_percent: bool = False) -> Datum:
    """Return numerator and denominator, or this period's and the last one's value."""
    return Datum(
        DatumState.GIVEN,
        percent=is_percent,
        pair=(exact(first), exact(second)),
        text=f"{first}/{second}",
        place="CCHC!D1",
    )


def word(text: str, *, place: str = "CCHC!D1") -> Datum:
    """Return a cell that holds text."""
    return Datum(DatumState.GIVEN, text=text, place=place)


def detail(label: str, declared: Datum, *, row: int = 1) -> Detail:
    """Return one unnumbered row below a leaf."""
    return Detail(label, declared=declared, row=row)


def details(rows: Iterable[tuple[str, Datum]]) -> tuple[Detail, ...]:
    """Return unnumbered rows below a leaf, in order."""
    return tuple(detail(label, declared, row=row) for row, (label, declared) in enumerate(rows, start=10))


def interval(words: str) -> Interval:
    """Return bounds in the words of a criteria set: ``above 90%``, ``from 70% to 90%``, ``equal 0``."""
    tokens = words.split()
    lower: Bound | None = None
    upper: Bound | None = None
    for name, value in zip(tokens[::2], tokens[1::2], strict=True):
        bound = Bound(exact(value), name in {"from", "to", "equal"})
        if name in {"above", "from", "equal"}:
            lower = bound
        if name in {"below", "to", "equal"}:
            upper = bound
    return Interval(lower, upper)


def ratio(*, within: Interval = SHARE) -> Measure:
    """Return a measure of two numbers."""
    return Measure("ratio", (Text("nhiệm vụ hoàn thành"), Text("nhiệm vụ trong kế hoạch")), within)


def percentage(*, within: Interval = SHARE) -> Measure:
    """Return a measure of one percentage."""
    return Measure("percent", (Text("tỷ lệ hồ sơ đúng hạn"),), within)


def plain(*, within: Interval = FROM_ZERO) -> Measure:
    """Return a measure of one number."""
    return Measure("number", (Text("số đơn vị"),), within)


def tier(words: str, points: Number, *, penalty: Number = 0) -> Tier:
    """Return a tier from its bounds in words."""
    return Tier(interval(words), amount(points), amount(penalty))


def tiers(of: Measure, *rows: Tier) -> TiersRule:
    """Return a rule of tiers."""
    return TiersRule(of, rows)


def leaf(code: str, max_points: Number, rule: Rule | None = None, **fields: Any) -> Node:
    """Return a scored node at criterion depth; judged points where no rule is given."""
    made = Node(code, Text(f"Tiêu chí {code}"), exact(max_points), "criterion", 2, rule=rule or PointsRule())
    return replace(made, **fields)


def branch(code: str, *children: Node, **fields: Any) -> Node:
    """Return a node whose maximum is the sum of its children's."""
    total = sum((child.max_points for child in children), Fraction(0))
    made = Node(code, Text(f"Tiêu chí {code}"), total, "criterion", 2, children=children)
    return replace(made, **fields)


def area(code: str, *children: Node) -> Node:
    """Return an area."""
    return branch(code, *children, role="area", depth=1, title=Text(f"Lĩnh vực {code}"))


def grade(id_: str, name: str, words: str) -> Grade:
    """Return a grade from its bound in words: ``from 90%``, ``above 80%``, ``from 63``."""
    which, bound = words.split()
    return Grade(id_, Text(name), exact(bound), which == "from")


FIVE_GRADES = GradeScale(
    "percent",
    (
        grade("excellent", "Xuất sắc", "from 90%"),
        grade("good", "Tốt", "from 80%"),
        grade("fair", "Khá", "from 70%"),
        grade("average", "Trung bình", "from 50%"),
        grade("weak", "Yếu", "from 0%"),
    ),
)

POLICY = Policy(
    rounding=HALF_UP_2,
    rounding_stage="publication",
    missing="zero",
    appraised_blank="confirmed",
    not_applicable="exclude",
    did_not_arise="full_marks",
    ranking=RankingPolicy("percent", "published", "competition"),
    grade_on="published",
    adjustments=None,
)


def policy(**fields: Any) -> Policy:
    """Return the common policy with some of it changed."""
    return replace(POLICY, **fields)


def adjusting(*, in_percent: bool = True, ceiling: str = "none", floor: str = "none") -> AdjustmentPolicy:
    """Return a policy of bonus and penalty."""
    return AdjustmentPolicy(in_percent, ceiling, floor)  # type: ignore[arg-type]


def bonus(*items: Node, cap: Number | None = None) -> Adjustment:
    """Return a block of bonus points."""
    return Adjustment("IX", Text("Điểm thưởng"), "bonus", None if cap is None else exact(cap), items)


def penalty(*items: Node, cap: Number | None = None) -> Adjustment:
    """Return a block of penalty points."""
    return Adjustment("X", Text("Điểm trừ"), "penalty", None if cap is None else exact(cap), items)


def criteria_set(*roots: Node, **fields: Any) -> CriteriaSet:
    """Return a set whose total is the sum of its roots; leaves take their treatment from themselves."""
    made = CriteriaSet(
        id="thu-2025",
        title=Text("Bộ tiêu chí thử"),
        level="department",
        status="illustrative",
        legal_basis=(),
        modelled_on=("bài thử",),
        applies_from=2020,
        applies_to=None,
        supersedes=None,
        total=sum((root.max_points for root in roots), Fraction(0)),
        policy=POLICY,
        blocks=MappingProxyType({}),
        grades=MappingProxyType({"": FIVE_GRADES}),
        caps=(),
        roots=roots,
    )
    return replace(made, **fields)


def answer(
    code: str,
    declared: Datum = BLANK,
    *,
    details: tuple[Detail, ...] = (),
    evidence: str = "Công văn 12/SNV",
    explanation: str = "",
    **points: Datum | Number,
) -> LeafAnswer:
    """Return a leaf's row; keywords are stages (``self``, ``appraised_1``, …) with their points cell."""
    cells = {
        cast(Stage, stage): cell if isinstance(cell, Datum) else number(cell, place=f"CCHC!{stage}:{code}")
        for stage, cell in points.items()
    }
    return LeafAnswer(
        code,
        place=f"CCHC!A:{code}",
        declared=declared,
        details=details,
        points=MappingProxyType(cells),
        explanation=explanation,
        evidence=evidence,
        evidence_place=f"CCHC!G:{code}",
    )


def assessment(
    *answers: LeafAnswer,
    period: str = "2025",
    block: str = "",
    sums: tuple[ClaimedSum, ...] = (),
    has_evidence: bool = False,
) -> Assessment:
    """Return one unit's workbook; its form has a column for every stage that some row fills."""
    filled = frozenset(stage for row in answers for stage in row.points)
    return Assessment(
        unit=Unit("Sở Nội vụ", "SNV", "department", block),
        period=Period.parse(period),
        criteria_set="thu-2025",
        answers=MappingProxyType({row.code: row for row in answers}),
        sums=sums,
        stages=filled,
        has_evidence=has_evidence,
    )
