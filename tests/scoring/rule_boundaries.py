"""Every boundary of every rule kind and one step to either side, in the words that regulations write.

A row is a name, the rule, the cells, the maximum and the points that the wording gives.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from parcli.model.assessment import BLANK, Datum, Detail
from parcli.model.rules import (
    PointsRule,
    Rule,
)
from scoring import rule_examples as ex
from support.scoring_sets import (
    NOT_APPLICABLE,
    Number,
    details,
    exact,
    number,
    pair,
    percent,
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


BOUNDARIES: Mapping[str, tuple[Row, ...]] = {
    "points": (
        _row("trừ điểm theo mức độ: no points", ex.JUDGED, 2, gives=0, declared=number(0)),
        _row("one step", ex.JUDGED, 2, gives="0.25", declared=number("0.25")),
        _row("one step below the maximum", ex.JUDGED, 2, gives="1.75", declared=number("1.75")),
        _row("the maximum", ex.JUDGED, 2, gives=2, declared=number(2)),
        _row("any value without a step", PointsRule(), 2, gives="1.337", declared=number("1.337")),
    ),
    "choice": (
        _row("đạt yêu cầu 1", ex.YES_NO, 1, gives=1, declared=word("Đạt yêu cầu")),
        _row("không đạt 0", ex.YES_NO, 1, gives=0, declared=word("Không đạt yêu cầu")),
        _row("kịp thời 1", ex.DEADLINE, 1, gives=1, declared=word("Ban hành kịp thời")),
        _row("không kịp thời 0,5", ex.DEADLINE, 1, gives="0.5", declared=word("Ban hành không kịp thời")),
        _row("không ban hành 0", ex.DEADLINE, 1, gives=0, declared=word("Không ban hành")),
        _row("xuất sắc = max", ex.QUALITY, 3, gives=3, declared=word("Xuất sắc")),
        _row("tốt = 75% of max", ex.QUALITY, 3, gives="2.25", declared=word("Tốt")),
        _row("hoàn thành = 50% of max", ex.QUALITY, 3, gives="1.5", declared=word("Hoàn thành")),
        _row("0 điểm và bị trừ 0,25", ex.ZERO_AND_PENALTY, 1, gives="-0.25", declared=word("Không báo cáo")),
        _row("no penalty beside it", ex.ZERO_AND_PENALTY, 1, gives=1, declared=word("Có báo cáo")),
    ),
    "checklist": (
        _row("all: both", ex.BOTH, 1, gives=1, rows=ex.ticks("Có", "Có")),
        _row("all: one missing", ex.BOTH, 1, gives=0, rows=ex.ticks("Có", "Không")),
        _row("all: none", ex.BOTH, 1, gives=0, rows=ex.ticks("Không", "Không")),
        _row("all: declared in one cell", ex.BOTH, 1, gives=1, declared=word("Có")),
        _row("all: denied in one cell", ex.BOTH, 1, gives=0, declared=word("Không")),
        _row("any: both", ex.EITHER, 1, gives=1, rows=ex.ticks("Có", "Có")),
        _row("any: one", ex.EITHER, 1, gives=1, rows=ex.ticks("Không", "Có")),
        _row("any: none", ex.EITHER, 1, gives="0.25", rows=ex.ticks("Không", "Không")),
        _row("each: none met", ex.EACH, "0.3", gives=0, rows=ex.ticks("Không", "Không", "Không")),
        _row("each: one of 0,1", ex.EACH, "0.3", gives="0.1", rows=ex.ticks("Không", "Có", "Không")),
        _row("each: all three", ex.EACH, "0.3", gives="0.3", rows=ex.ticks("Có", "Có", "Có")),
        _row("each: two marked x", ex.EACH, "0.3", gives="0.2", rows=ex.ticks("x", "", "x")),
        _row("each: two, as a count", ex.EACH, "0.3", gives="0.2", declared=number(2)),
        _row("each: a count of none", ex.EACH, "0.3", gives=0, declared=number(0)),
        _row("each: a count of all", ex.EACH, "0.3", gives="0.3", declared=number(3)),
    ),
    "tiers": (
        *_around("trên 90% 2; từ 70% - 90% 1", ex.PLAN, 2, at="90%", gives=(1, 1, 2)),
        *_around("từ 70% - 90% 1; dưới 70% 0", ex.PLAN, 2, at="70%", gives=(0, 1, 1)),
        *_around("từ 90% trở lên 2; từ 70% đến dưới 90% 1", ex.HALF_OPEN, 2, at="90%", gives=(1, 2, 2)),
        *_around("từ 70% đến dưới 90% 1", ex.HALF_OPEN, 2, at="70%", gives=(0, 1, 1)),
        *_around("đến 50% 0", ex.ENDS, 2, at="50%", gives=(0, 0, 1)),
        _row("bằng 100% 2", ex.ENDS, 2, gives=2, declared=percent("100%")),
        _row("a step below 100%", ex.ENDS, 2, gives=1, declared=percent(1 - STEP)),
        _row("the lower end of the range", ex.PLAN, 2, gives=0, declared=percent("0%")),
        _row("the upper end of the range", ex.PLAN, 2, gives=2, declared=percent("100%")),
        _row("9 of 10 is not above 90%", ex.PLAN, 2, gives=1, declared=pair(9, 10)),
        _row("901 of 1000 is above 90%", ex.PLAN, 2, gives=2, declared=pair(901, 1000)),
        _row("7 of 10 is from 70%", ex.PLAN, 2, gives=1, declared=pair(7, 10)),
        _row("2 of 3 is below 70%", ex.PLAN, 2, gives=0, declared=pair(2, 3)),
        *_around("0 và bị trừ 0,25 dưới 50%", ex.PENALTY, 1, at="50%", gives=("-0.25", 1, 1)),
        _row("number: đến 2", ex.NUMBERS, 2, gives=0, declared=number(2)),
        _row("number: a step above 2", ex.NUMBERS, 2, gives=1, declared=number(2 + STEP)),
        _row("number: a step below 5", ex.NUMBERS, 2, gives=1, declared=number(5 - STEP)),
        _row("number: từ 5 trở lên", ex.NUMBERS, 2, gives=2, declared=number(5)),
        _row("number: open end", ex.NUMBERS, 2, gives=2, declared=number(100000)),
    ),
    "proportion": (
        *_around("rate × max / 100", ex.RATE, 2, at="50%", gives=(1 - 2 * STEP, 1, 1 + 2 * STEP)),
        _row("rate 0", ex.RATE, 2, gives=0, declared=percent("0%")),
        _row("rate 100%", ex.RATE, 2, gives=2, declared=percent("100%")),
        *_around("dưới 80%: 0", ex.WITH_FLOOR, 1, at="80%", gives=(0, "0.8", exact("0.8") + STEP)),
        *_around("đến 80%: 0,5", ex.FLOOR_CLOSED, 1, at="80%", gives=("0.5", "0.5", exact("0.8") + STEP)),
        *_around("từ 60% trở lên: max", ex.TO_TARGET, 3, at="60%", gives=(3 - 5 * STEP, 3, 3)),
        _row("below the target: rate × max / 60%", ex.TO_TARGET, 3, gives="1.5", declared=percent("30%")),
        _row("lower is better: 0", ex.LOWER_BETTER, 1, gives=1, declared=percent("0%")),
        _row("lower is better: half way", ex.LOWER_BETTER, 1, gives="0.5", declared=percent("5%")),
        *_around("lower is better: từ 10%: 0", ex.LOWER_BETTER, 1, at="10%", gives=(10 * STEP, 0, 0)),
        _row("80/384 × 3 = 0,625, rounded 0,63", ex.RATE_ROUNDED, 3, gives="0.63", declared=pair(80, 384)),
        _row("a third of 2, rounded", ex.RATE_ROUNDED, 2, gives="0.67", declared=pair(1, 3)),
    ),
    "interpolation": (
        *_around("first knot", ex.TWO_BOUNDS, 2, at="50%", gives=(0, 0, 5 * STEP)),
        *_around("last knot", ex.TWO_BOUNDS, 2, at="90%", gives=(2 - 5 * STEP, 2, 2)),
        _row("half way between the bounds", ex.TWO_BOUNDS, 2, gives=1, declared=percent("70%")),
        *_around("before the first knot", ex.PIECEWISE, 3, at="20%", gives=(1, 1, 1 + STEP * 5 / 4)),
        *_around(
            "the knee",
            ex.PIECEWISE,
            3,
            at="60%",
            gives=(exact("1.5") - STEP * 5 / 4, "1.5", exact("1.5") + STEP * 15 / 2),
        ),
        _row("past the last knot", ex.PIECEWISE, 3, gives=3, declared=percent("95%")),
    ),
    "count": (
        _row("mỗi nội quy 0,5 điểm: none", ex.RULES_ISSUED, 2, gives=0, declared=number(0)),
        _row("mỗi nội quy 0,5 điểm: one", ex.RULES_ISSUED, 2, gives="0.5", declared=number(1)),
        _row("one below the cap", ex.RULES_ISSUED, 2, gives="1.5", declared=number(3)),
        _row("tối đa 2: on the cap", ex.RULES_ISSUED, 2, gives=2, declared=number(4)),
        _row("tối đa 2: one above", ex.RULES_ISSUED, 2, gives=2, declared=number(5)),
        _row("several: below the cap", ex.TWO_COUNTS, 3, gives="2.5", rows=ex.counts(2, 1)),
        _row("several: on the cap", ex.TWO_COUNTS, 3, gives=3, rows=ex.counts(2, 2)),
        _row("several: above the cap", ex.TWO_COUNTS, 3, gives=3, rows=ex.counts(2, 3)),
    ),
    "deduction": (
        _row("mỗi báo cáo muộn trừ 0,25: none", ex.LATE_REPORTS, 1, gives=1, declared=number(0)),
        _row("mỗi báo cáo muộn trừ 0,25: one", ex.LATE_REPORTS, 1, gives="0.75", declared=number(1)),
        _row("one above the floor", ex.LATE_REPORTS, 1, gives="0.25", declared=number(3)),
        _row("on the floor", ex.LATE_REPORTS, 1, gives=0, declared=number(4)),
        _row("below the floor", ex.LATE_REPORTS, 1, gives=0, declared=number(5)),
        _row("without a floor", ex.NO_FLOOR, 1, gives="-0.25", declared=number(5)),
        _row("several faults", ex.TWO_FAULTS, 2, gives="0.75", rows=ex.counts(2, 1)),
        _row("several faults on the floor", ex.TWO_FAULTS, 2, gives=0, rows=ex.counts(3, 2)),
    ),
    "change": (
        _row("cao hơn năm trước", ex.YEAR_ON_YEAR, 2, gives=2, declared=pair(100 + STEP, 100)),
        _row("bằng năm trước", ex.YEAR_ON_YEAR, 2, gives=1, declared=pair(100, 100)),
        _row("thấp hơn năm trước", ex.YEAR_ON_YEAR, 2, gives=0, declared=pair(100 - STEP, 100)),
        _row(
            "2 điểm phần trăm", ex.POINTS_OF_PERCENT, 2, gives=2, declared=pair("82%", "80%", is_percent=True)
        ),
        _row(
            "a step below 2 điểm phần trăm",
            ex.POINTS_OF_PERCENT,
            2,
            gives=0,
            declared=pair(exact("82%") - STEP, "80%", is_percent=True),
        ),
        _row("tăng trên 10%", ex.GROWTH, 2, gives=2, declared=pair(110 + STEP, 100)),
        _row("tăng 10%", ex.GROWTH, 2, gives=1, declared=pair(110, 100)),
        _row("no growth", ex.GROWTH, 2, gives=1, declared=pair(100, 100)),
        _row("giảm", ex.GROWTH, 2, gives=0, declared=pair(100 - STEP, 100)),
    ),
    "survey": (
        _row("index 0", ex.INDEX, 10, gives=0, declared=percent("0%")),
        _row("index 100%", ex.INDEX, 10, gives=10, declared=percent("100%")),
        _row("75,81% of 10 rounded to two digits", ex.INDEX, 10, gives="7.58", declared=percent("75.81%")),
        _row("bare points", ex.INDEX, 10, gives="7.58", declared=number("7.58")),
        _row("bare points at the maximum", ex.INDEX, 10, gives=10, declared=number(10)),
        _row("100/60/20/0: all the best", ex.ANSWERS, 2, gives=2, rows=ex.answered(5, 0, 0, 0)),
        _row("100/60/20/0: all the worst", ex.ANSWERS, 2, gives=0, rows=ex.answered(0, 0, 0, 5)),
        _row("100/60/20/0: one of each", ex.ANSWERS, 2, gives="0.9", rows=ex.answered(1, 1, 1, 1)),
        _row("groups 60/40", ex.GROUPS, 10, gives="8.4", rows=ex.asked(percent("80%"), percent("90%"))),
        _row(
            "groups of answers",
            ex.BOTH_FORMS,
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
        _row("SIPAS 91,17% of max 10 = 9,117", ex.SIPAS, 10, gives="9.117", declared=percent("91.17%")),
        _row("SIPAS rounded to 9,12", ex.SIPAS_ROUNDED, 10, gives="9.12", declared=percent("91.17%")),
        _row("SIPAS 0%", ex.SIPAS, 10, gives=0, declared=percent("0%")),
        _row("SIPAS 100%", ex.SIPAS, 10, gives=10, declared=percent("100%")),
        _row("points taken over", ex.OTHER_POINTS, 10, gives="9.12", declared=number("9.12")),
        _row("points at the maximum", ex.OTHER_POINTS, 10, gives=10, declared=number(10)),
    ),
    "subcases": (
        _row(
            "mean of files rounded to 1 decimal",
            ex.FILES_MEAN,
            2,
            gives="1.7",
            rows=ex.files("80%", "85%", "85%"),
        ),
        _row("mean just below the half", ex.FILES_MEAN, 2, gives="1.6", rows=ex.files(exact("82.5%") - STEP)),
        _row("mean on the half", ex.FILES_MEAN, 2, gives="1.7", rows=ex.files("82.5%")),
        _row("minimum of files", ex.FILES_MINIMUM, 2, gives="1.6", rows=ex.files("85%", "80%", "85%")),
        _row(
            "three ex.levels apart, all",
            ex.THREE_LEVELS,
            "2.5",
            gives="2.5",
            rows=ex.levels(percent("95%"), percent("100%"), percent("100%")),
        ),
        _row(
            "three ex.levels apart, a step below at one",
            ex.THREE_LEVELS,
            "2.5",
            gives="1.25",
            rows=ex.levels(percent(exact("95%") - STEP), percent("95%"), percent("50%")),
        ),
        _row(
            "a level that does not apply gives nothing",
            ex.THREE_LEVELS,
            "2.5",
            gives="1.5",
            rows=ex.levels(percent("95%"), NOT_APPLICABLE, percent("100%")),
        ),
        _row(
            "a file that does not apply is left out of the mean",
            ex.FILES_MEAN,
            2,
            gives=2,
            rows=(*ex.files("100%"), *details([("Hồ sơ 2", NOT_APPLICABLE)])),
        ),
    ),
}
