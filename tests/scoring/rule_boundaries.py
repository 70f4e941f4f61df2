"""Every boundary of every rule kind and one step to either side, in the words that regulations write.

A row is a name, the rule, the cells, the maximum and the points that the wording gives.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from parcli.model.assessment import BLANK, Datum, Detail
from parcli.model.rules import (
    NOTHING,
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
    Rounding,
    Rule,
    Subcase,
    SubcasesRule,
    SurveyAnswer,
    SurveyGroup,
    SurveyRule,
    Tier,
)
from parcli.model.text import Text
from support.scoring_sets import (
    NOT_APPLICABLE,
    Number,
    amount,
    details,
    exact,
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

STEP = Fraction(1, 10**9)


@dataclass(frozen=True)
class Row:
    """One stated fact: with these cells the rule gives ``expected`` of ``max_points``."""

    name: str
    rule: Rule
    max_points: Fraction
    expected: Fraction
    declared: Datum = BLANK
    details: tuple[Detail, ...] = ()


def _row(
    name: str,
    rule: Rule,
    max_points: Number,
    *,
    gives: Number,
    declared: Datum = BLANK,
    rows: tuple[Detail, ...] = (),
) -> Row:
    return Row(name, rule, exact(max_points), exact(gives), declared, rows)


def _around(
    name: str, rule: Rule, max_points: Number, *, at: Number, gives: tuple[Number, Number, Number]
) -> Iterable[Row]:
    """Return three rows: a step below a percentage, on it, a step above it."""
    value = exact(at)
    for side, said, points in zip(
        ("dưới", "bằng", "trên"), (value - STEP, value, value + STEP), gives, strict=True
    ):
        yield _row(f"{name}: {side} {at}", rule, max_points, gives=points, declared=percent(said))


def _item(label: str, each: Number) -> CountItem:
    return CountItem(Text(label), exact(each))


def _option(label: str, points: Number, *, penalty: Number = 0) -> Option:
    return Option(Text(label), amount(points), penalty=amount(penalty))


def ticks(*words: str) -> tuple[Detail, ...]:
    return details((f"Yêu cầu {i}", word(text) if text else BLANK) for i, text in enumerate(words, start=1))


def counts(*numbers: int) -> tuple[Detail, ...]:
    return details((f"Loại {i}", number(n)) for i, n in enumerate(numbers, start=1))


def _of_max(share: str, max_points: Number) -> Amount:
    return Amount(exact(share) * exact(max_points), exact(share))


JUDGED = PointsRule(step=Fraction(1, 4))

DEADLINE = ChoiceRule(
    (_option("Ban hành kịp thời", 1), _option("Ban hành không kịp thời", "0.5"), _option("Không ban hành", 0))
)
YES_NO = ChoiceRule((_option("Đạt yêu cầu", 1), _option("Không đạt yêu cầu", 0)))
QUALITY = ChoiceRule(
    (
        Option(Text("Xuất sắc"), _of_max("100%", 3)),
        Option(Text("Tốt"), _of_max("75%", 3)),
        Option(Text("Hoàn thành"), _of_max("50%", 3)),
    )
)
ZERO_AND_PENALTY = ChoiceRule((_option("Có báo cáo", 1), _option("Không báo cáo", 0, penalty="0.25")))

BOTH = ChecklistRule("all", (ChecklistItem(Text("Yêu cầu 1")), ChecklistItem(Text("Yêu cầu 2"))), amount(1))
EITHER = ChecklistRule("any", BOTH.items, amount(1), amount("0.25"))
EACH = ChecklistRule("each", tuple(ChecklistItem(Text(f"Yêu cầu {i}"), amount("0.1")) for i in (1, 2, 3)))

PLAN = tiers(ratio(), tier("above 90% to 100%", 2), tier("from 70% to 90%", 1), tier("from 0% below 70%", 0))
HALF_OPEN = tiers(
    percentage(), tier("from 90% to 100%", 2), tier("from 70% below 90%", 1), tier("from 0% below 70%", 0)
)
ENDS = tiers(percentage(), tier("equal 100%", 2), tier("above 50% below 100%", 1), tier("from 0% to 50%", 0))
PENALTY = tiers(percentage(), tier("from 50% to 100%", 1), tier("from 0% below 50%", 0, penalty="0.25"))
NUMBERS = tiers(plain(), tier("from 0 to 2", 0), tier("above 2 below 5", 1), tier("from 5", 2))

RATE = ProportionRule(percentage(), exact(1), exact(0))
WITH_FLOOR = ProportionRule(percentage(), exact(1), exact(0), cut=interval("below 80%"))
FLOOR_CLOSED = ProportionRule(
    percentage(), exact(1), exact(0), cut=interval("to 80%"), cut_points=amount("0.5")
)
TO_TARGET = ProportionRule(percentage(), exact("60%"), exact(0))
LOWER_BETTER = ProportionRule(percentage(), exact(0), exact("10%"))
RATE_ROUNDED = ProportionRule(ratio(), exact(1), exact(0), rounding=Rounding(2, "half_up"))

TWO_BOUNDS = InterpolationRule(percentage(), (Knot(exact("50%"), NOTHING), Knot(exact("90%"), amount(2))))
PIECEWISE = InterpolationRule(
    percentage(),
    (Knot(exact("20%"), amount(1)), Knot(exact("60%"), amount("1.5")), Knot(exact("80%"), amount(3))),
)

RULES_ISSUED = CountRule((_item("Nội quy", "0.5"),), amount(2))
TWO_COUNTS = CountRule((_item("Loại 1", 1), _item("Loại 2", "0.5")), amount(3))

LATE_REPORTS = DeductionRule(amount(1), (_item("Báo cáo muộn", "0.25"),), exact(0))
NO_FLOOR = DeductionRule(amount(1), (_item("Báo cáo muộn", "0.25"),), None)
TWO_FAULTS = DeductionRule(amount(2), (_item("Loại 1", "0.5"), _item("Loại 2", "0.25")), exact(0))

HIGHER_EQUAL_LOWER = (tier("above 0", 2), tier("equal 0", 1), tier("below 0", 0))
YEAR_ON_YEAR = ChangeRule(plain(), "difference", HIGHER_EQUAL_LOWER)
POINTS_OF_PERCENT = ChangeRule(percentage(), "difference", (tier("from 2%", 2), tier("below 2%", 0)))
GROWTH = ChangeRule(
    plain(), "relative", (tier("above 10%", 2), tier("from 0 to 10%", 1), Tier(interval("below 0"), NOTHING))
)

INDEX = SurveyRule(rounding=Rounding(2, "half_up"))
ANSWERS = SurveyRule(
    tuple(
        SurveyAnswer(Text(label), exact(weight))
        for label, weight in (("Rất tốt", 1), ("Tốt", "60%"), ("Trung bình", "20%"), ("Kém", 0))
    )
)
GROUPS = SurveyRule(
    groups=(SurveyGroup(Text("Người dân"), exact("60%")), SurveyGroup(Text("Công chức"), exact("40%")))
)
BOTH_FORMS = SurveyRule(
    (SurveyAnswer(Text("Hài lòng"), exact(1)), SurveyAnswer(Text("Không hài lòng"), exact(0))), GROUPS.groups
)

SIPAS = ImportedRule(Text("SIPAS"), "percent")
SIPAS_ROUNDED = ImportedRule(Text("SIPAS"), "percent", Rounding(2, "half_up"))
OTHER_POINTS = ImportedRule(Text("DTI"), "points")

FILES_MEAN = SubcasesRule("mean", repeated=RATE, rounding=Rounding(1, "half_up"))
FILES_MINIMUM = SubcasesRule("minimum", repeated=RATE)
ON_TIME = tiers(percentage(), tier("from 95% to 100%", 1), tier("from 0% below 95%", 0))
THREE_LEVELS = SubcasesRule(
    "sum",
    (
        Subcase(Text("Cấp tỉnh"), exact(1), ON_TIME),
        Subcase(Text("Cấp huyện"), exact(1), ON_TIME),
        Subcase(Text("Cấp xã"), exact("0.5"), RATE),
    ),
)


def files(*values: Number) -> tuple[Detail, ...]:
    return details((f"Hồ sơ {i}", percent(value)) for i, value in enumerate(values, start=1))


def levels(*cells: Datum) -> tuple[Detail, ...]:
    return details(zip(("Cấp tỉnh", "Cấp huyện", "Cấp xã"), cells, strict=True))


def answered(*numbers: int) -> tuple[Detail, ...]:
    return details(zip(("Rất tốt", "Tốt", "Trung bình", "Kém"), map(number, numbers), strict=True))


def asked(citizens: Datum, officials: Datum) -> tuple[Detail, ...]:
    return details([("Người dân", citizens), ("Công chức", officials)])


BOUNDARIES: Mapping[str, tuple[Row, ...]] = {
    "points": (
        _row("trừ điểm theo mức độ: no points", JUDGED, 2, gives=0, declared=number(0)),
        _row("one step", JUDGED, 2, gives="0.25", declared=number("0.25")),
        _row("one step below the maximum", JUDGED, 2, gives="1.75", declared=number("1.75")),
        _row("the maximum", JUDGED, 2, gives=2, declared=number(2)),
        _row("any value without a step", PointsRule(), 2, gives="1.337", declared=number("1.337")),
    ),
    "choice": (
        _row("đạt yêu cầu 1", YES_NO, 1, gives=1, declared=word("Đạt yêu cầu")),
        _row("không đạt 0", YES_NO, 1, gives=0, declared=word("Không đạt yêu cầu")),
        _row("kịp thời 1", DEADLINE, 1, gives=1, declared=word("Ban hành kịp thời")),
        _row("không kịp thời 0,5", DEADLINE, 1, gives="0.5", declared=word("Ban hành không kịp thời")),
        _row("không ban hành 0", DEADLINE, 1, gives=0, declared=word("Không ban hành")),
        _row("xuất sắc = max", QUALITY, 3, gives=3, declared=word("Xuất sắc")),
        _row("tốt = 75% of max", QUALITY, 3, gives="2.25", declared=word("Tốt")),
        _row("hoàn thành = 50% of max", QUALITY, 3, gives="1.5", declared=word("Hoàn thành")),
        _row("0 điểm và bị trừ 0,25", ZERO_AND_PENALTY, 1, gives="-0.25", declared=word("Không báo cáo")),
        _row("no penalty beside it", ZERO_AND_PENALTY, 1, gives=1, declared=word("Có báo cáo")),
    ),
    "checklist": (
        _row("all: both", BOTH, 1, gives=1, rows=ticks("Có", "Có")),
        _row("all: one missing", BOTH, 1, gives=0, rows=ticks("Có", "Không")),
        _row("all: none", BOTH, 1, gives=0, rows=ticks("Không", "Không")),
        _row("all: declared in one cell", BOTH, 1, gives=1, declared=word("Có")),
        _row("all: denied in one cell", BOTH, 1, gives=0, declared=word("Không")),
        _row("any: both", EITHER, 1, gives=1, rows=ticks("Có", "Có")),
        _row("any: one", EITHER, 1, gives=1, rows=ticks("Không", "Có")),
        _row("any: none", EITHER, 1, gives="0.25", rows=ticks("Không", "Không")),
        _row("each: none met", EACH, "0.3", gives=0, rows=ticks("Không", "Không", "Không")),
        _row("each: one of 0,1", EACH, "0.3", gives="0.1", rows=ticks("Không", "Có", "Không")),
        _row("each: all three", EACH, "0.3", gives="0.3", rows=ticks("Có", "Có", "Có")),
        _row("each: two marked x", EACH, "0.3", gives="0.2", rows=ticks("x", "", "x")),
        _row("each: two, as a count", EACH, "0.3", gives="0.2", declared=number(2)),
        _row("each: a count of none", EACH, "0.3", gives=0, declared=number(0)),
        _row("each: a count of all", EACH, "0.3", gives="0.3", declared=number(3)),
    ),
    "tiers": (
        *_around("trên 90% 2; từ 70% - 90% 1", PLAN, 2, at="90%", gives=(1, 1, 2)),
        *_around("từ 70% - 90% 1; dưới 70% 0", PLAN, 2, at="70%", gives=(0, 1, 1)),
        *_around("từ 90% trở lên 2; từ 70% đến dưới 90% 1", HALF_OPEN, 2, at="90%", gives=(1, 2, 2)),
        *_around("từ 70% đến dưới 90% 1", HALF_OPEN, 2, at="70%", gives=(0, 1, 1)),
        *_around("đến 50% 0", ENDS, 2, at="50%", gives=(0, 0, 1)),
        _row("bằng 100% 2", ENDS, 2, gives=2, declared=percent("100%")),
        _row("a step below 100%", ENDS, 2, gives=1, declared=percent(1 - STEP)),
        _row("the lower end of the range", PLAN, 2, gives=0, declared=percent("0%")),
        _row("the upper end of the range", PLAN, 2, gives=2, declared=percent("100%")),
        _row("9 of 10 is not above 90%", PLAN, 2, gives=1, declared=pair(9, 10)),
        _row("901 of 1000 is above 90%", PLAN, 2, gives=2, declared=pair(901, 1000)),
        _row("7 of 10 is from 70%", PLAN, 2, gives=1, declared=pair(7, 10)),
        _row("2 of 3 is below 70%", PLAN, 2, gives=0, declared=pair(2, 3)),
        *_around("0 và bị trừ 0,25 dưới 50%", PENALTY, 1, at="50%", gives=("-0.25", 1, 1)),
        _row("number: đến 2", NUMBERS, 2, gives=0, declared=number(2)),
        _row("number: a step above 2", NUMBERS, 2, gives=1, declared=number(2 + STEP)),
        _row("number: a step below 5", NUMBERS, 2, gives=1, declared=number(5 - STEP)),
        _row("number: từ 5 trở lên", NUMBERS, 2, gives=2, declared=number(5)),
        _row("number: open end", NUMBERS, 2, gives=2, declared=number(100000)),
    ),
    "proportion": (
        *_around("rate × max / 100", RATE, 2, at="50%", gives=(1 - 2 * STEP, 1, 1 + 2 * STEP)),
        _row("rate 0", RATE, 2, gives=0, declared=percent("0%")),
        _row("rate 100%", RATE, 2, gives=2, declared=percent("100%")),
        *_around("dưới 80%: 0", WITH_FLOOR, 1, at="80%", gives=(0, "0.8", exact("0.8") + STEP)),
        *_around("đến 80%: 0,5", FLOOR_CLOSED, 1, at="80%", gives=("0.5", "0.5", exact("0.8") + STEP)),
        *_around("từ 60% trở lên: max", TO_TARGET, 3, at="60%", gives=(3 - 5 * STEP, 3, 3)),
        _row("below the target: rate × max / 60%", TO_TARGET, 3, gives="1.5", declared=percent("30%")),
        _row("lower is better: 0", LOWER_BETTER, 1, gives=1, declared=percent("0%")),
        _row("lower is better: half way", LOWER_BETTER, 1, gives="0.5", declared=percent("5%")),
        *_around("lower is better: từ 10%: 0", LOWER_BETTER, 1, at="10%", gives=(10 * STEP, 0, 0)),
        _row("80/384 × 3 = 0,625, rounded 0,63", RATE_ROUNDED, 3, gives="0.63", declared=pair(80, 384)),
        _row("a third of 2, rounded", RATE_ROUNDED, 2, gives="0.67", declared=pair(1, 3)),
    ),
    "interpolation": (
        *_around("first knot", TWO_BOUNDS, 2, at="50%", gives=(0, 0, 5 * STEP)),
        *_around("last knot", TWO_BOUNDS, 2, at="90%", gives=(2 - 5 * STEP, 2, 2)),
        _row("half way between the bounds", TWO_BOUNDS, 2, gives=1, declared=percent("70%")),
        *_around("before the first knot", PIECEWISE, 3, at="20%", gives=(1, 1, 1 + STEP * 5 / 4)),
        *_around(
            "the knee",
            PIECEWISE,
            3,
            at="60%",
            gives=(exact("1.5") - STEP * 5 / 4, "1.5", exact("1.5") + STEP * 15 / 2),
        ),
        _row("past the last knot", PIECEWISE, 3, gives=3, declared=percent("95%")),
    ),
    "count": (
        _row("mỗi nội quy 0,5 điểm: none", RULES_ISSUED, 2, gives=0, declared=number(0)),
        _row("mỗi nội quy 0,5 điểm: one", RULES_ISSUED, 2, gives="0.5", declared=number(1)),
        _row("one below the cap", RULES_ISSUED, 2, gives="1.5", declared=number(3)),
        _row("tối đa 2: on the cap", RULES_ISSUED, 2, gives=2, declared=number(4)),
        _row("tối đa 2: one above", RULES_ISSUED, 2, gives=2, declared=number(5)),
        _row("several: below the cap", TWO_COUNTS, 3, gives="2.5", rows=counts(2, 1)),
        _row("several: on the cap", TWO_COUNTS, 3, gives=3, rows=counts(2, 2)),
        _row("several: above the cap", TWO_COUNTS, 3, gives=3, rows=counts(2, 3)),
    ),
    "deduction": (
        _row("mỗi báo cáo muộn trừ 0,25: none", LATE_REPORTS, 1, gives=1, declared=number(0)),
        _row("mỗi báo cáo muộn trừ 0,25: one", LATE_REPORTS, 1, gives="0.75", declared=number(1)),
        _row("one above the floor", LATE_REPORTS, 1, gives="0.25", declared=number(3)),
        _row("on the floor", LATE_REPORTS, 1, gives=0, declared=number(4)),
        _row("below the floor", LATE_REPORTS, 1, gives=0, declared=number(5)),
        _row("without a floor", NO_FLOOR, 1, gives="-0.25", declared=number(5)),
        _row("several faults", TWO_FAULTS, 2, gives="0.75", rows=counts(2, 1)),
        _row("several faults on the floor", TWO_FAULTS, 2, gives=0, rows=counts(3, 2)),
    ),
    "change": (
        _row("cao hơn năm trước", YEAR_ON_YEAR, 2, gives=2, declared=pair(100 + STEP, 100)),
        _row("bằng năm trước", YEAR_ON_YEAR, 2, gives=1, declared=pair(100, 100)),
        _row("thấp hơn năm trước", YEAR_ON_YEAR, 2, gives=0, declared=pair(100 - STEP, 100)),
        _row("2 điểm phần trăm", POINTS_OF_PERCENT, 2, gives=2, declared=pair("82%", "80%", is_percent=True)),
        _row(
            "a step below 2 điểm phần trăm",
            POINTS_OF_PERCENT,
            2,
            gives=0,
            declared=pair(exact("82%") - STEP, "80%", is_percent=True),
        ),
        _row("tăng trên 10%", GROWTH, 2, gives=2, declared=pair(110 + STEP, 100)),
        _row("tăng 10%", GROWTH, 2, gives=1, declared=pair(110, 100)),
        _row("no growth", GROWTH, 2, gives=1, declared=pair(100, 100)),
        _row("giảm", GROWTH, 2, gives=0, declared=pair(100 - STEP, 100)),
    ),
    "survey": (
        _row("index 0", INDEX, 10, gives=0, declared=percent("0%")),
        _row("index 100%", INDEX, 10, gives=10, declared=percent("100%")),
        _row("75,81% of 10 rounded to two digits", INDEX, 10, gives="7.58", declared=percent("75.81%")),
        _row("bare points", INDEX, 10, gives="7.58", declared=number("7.58")),
        _row("bare points at the maximum", INDEX, 10, gives=10, declared=number(10)),
        _row("100/60/20/0: all the best", ANSWERS, 2, gives=2, rows=answered(5, 0, 0, 0)),
        _row("100/60/20/0: all the worst", ANSWERS, 2, gives=0, rows=answered(0, 0, 0, 5)),
        _row("100/60/20/0: one of each", ANSWERS, 2, gives="0.9", rows=answered(1, 1, 1, 1)),
        _row("groups 60/40", GROUPS, 10, gives="8.4", rows=asked(percent("80%"), percent("90%"))),
        _row(
            "groups of answers",
            BOTH_FORMS,
            10,
            gives=exact("60%") * 10 * Fraction(3, 4) + exact("40%") * 10 * Fraction(1, 2),
            rows=details(
                [
                    ("Người dân / Hài lòng", number(30)),
                    ("Người dân / Không hài lòng", number(10)),
                    ("Công chức / Hài lòng", number(1)),
                    ("Công chức / Không hài lòng", number(1)),
                ]
            ),
        ),
    ),
    "imported": (
        _row("SIPAS 91,17% of max 10 = 9,117", SIPAS, 10, gives="9.117", declared=percent("91.17%")),
        _row("SIPAS rounded to 9,12", SIPAS_ROUNDED, 10, gives="9.12", declared=percent("91.17%")),
        _row("SIPAS 0%", SIPAS, 10, gives=0, declared=percent("0%")),
        _row("SIPAS 100%", SIPAS, 10, gives=10, declared=percent("100%")),
        _row("points taken over", OTHER_POINTS, 10, gives="9.12", declared=number("9.12")),
        _row("points at the maximum", OTHER_POINTS, 10, gives=10, declared=number(10)),
    ),
    "subcases": (
        _row(
            "mean of files rounded to 1 decimal", FILES_MEAN, 2, gives="1.7", rows=files("80%", "85%", "85%")
        ),
        _row("mean just below the half", FILES_MEAN, 2, gives="1.6", rows=files(exact("82.5%") - STEP)),
        _row("mean on the half", FILES_MEAN, 2, gives="1.7", rows=files("82.5%")),
        _row("minimum of files", FILES_MINIMUM, 2, gives="1.6", rows=files("85%", "80%", "85%")),
        _row(
            "three levels apart, all",
            THREE_LEVELS,
            "2.5",
            gives="2.5",
            rows=levels(percent("95%"), percent("100%"), percent("100%")),
        ),
        _row(
            "three levels apart, a step below at one",
            THREE_LEVELS,
            "2.5",
            gives="1.25",
            rows=levels(percent(exact("95%") - STEP), percent("95%"), percent("50%")),
        ),
        _row(
            "a level that does not apply gives nothing",
            THREE_LEVELS,
            "2.5",
            gives="1.5",
            rows=levels(percent("95%"), NOT_APPLICABLE, percent("100%")),
        ),
        _row(
            "a file that does not apply is left out of the mean",
            FILES_MEAN,
            2,
            gives=2,
            rows=(*files("100%"), *details([("Hồ sơ 2", NOT_APPLICABLE)])),
        ),
    ),
}
