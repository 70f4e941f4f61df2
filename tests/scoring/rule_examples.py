"""The rules that regulations write, one for each wording, and the cells that answer them."""

from __future__ import annotations

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
    Subcase,
    SubcasesRule,
    SurveyAnswer,
    SurveyGroup,
    SurveyRule,
    Tier,
)
from parcli.model.text import Text
from support.scoring_sets import (
    Number,
    amount,
    details,
    exact,
    interval,
    number,
    percent,
    percentage,
    plain,
    ratio,
    tier,
    tiers,
    word,
)


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
