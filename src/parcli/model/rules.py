"""Every kind of scoring rule as a frozen value; what a rule gives is worked out in ``scoring.rules``.

Points are exact and resolved: a share of the maximum ("75 % of max") is kept beside the points it comes to.
Values of ratio and percent measures are fractions of one (90 % is 9/10).
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import ClassVar, Literal

from msgspec import Struct

from parcli.model.number import order
from parcli.model.text import Text

RoundingMode = Literal["half_up", "half_even", "down"]


class Rounding(Struct, frozen=True):
    """How a number is rounded: decimal digits and mode (``down`` truncates towards zero)."""

    digits: int
    mode: RoundingMode


class Amount(Struct, frozen=True):
    """Points; ``share`` is set where the regulation wrote a share of the maximum."""

    points: Fraction
    share: Fraction | None = None


NOTHING = Amount(Fraction(0))


class Bound(Struct, frozen=True):
    """One end of an interval; ``inclusive`` is "từ" or "đến", otherwise "trên" or "dưới"."""

    value: Fraction
    inclusive: bool


class Interval(Struct, frozen=True):
    """Values between two bounds; ``None`` is open without end. Equal inclusive bounds mean "bằng"."""

    lower: Bound | None = None
    upper: Bound | None = None

    def __contains__(self, value: Fraction) -> bool:
        low, high = self.lower, self.upper
        if low is not None and order(value, low.value) < (0 if low.inclusive else 1):
            return False
        return high is None or order(value, high.value) <= (0 if high.inclusive else -1)


class Measure(Struct, frozen=True):
    """What a unit declares: a ratio of two numbers, a percentage, or a plain number.

    ``labels`` holds two texts for a ratio (numerator, denominator), one otherwise.
    ``range`` is what can be true at all; a declared value outside it is refused.
    """

    kind: Literal["ratio", "percent", "number"]
    labels: tuple[Text, ...]
    range: Interval

    @property
    def is_percent(self) -> bool:
        """Tell whether values and bounds are shown in per cent."""
        return self.kind != "number"


class PointsRule(Struct, frozen=True, tag="points"):
    """Judged points from 0 to the maximum, in steps where ``step`` is given."""

    kind: ClassVar[str] = "points"
    step: Fraction | None = None
    reason_required: bool = False
    guide: Text | None = None


class Option(Struct, frozen=True):
    """One option of a choice; ``penalty`` is taken off beyond the points ("0 điểm và bị trừ 0,25")."""

    label: Text
    points: Amount
    aliases: tuple[str, ...] = ()
    penalty: Amount = NOTHING


class ChoiceRule(Struct, frozen=True, tag="choice"):
    """Exactly one of the options holds."""

    kind: ClassVar[str] = "choice"
    options: tuple[Option, ...]


class ChecklistItem(Struct, frozen=True):
    """A requirement that is met or not; ``points`` counts only in mode ``each``."""

    label: Text
    points: Amount = NOTHING


class ChecklistRule(Struct, frozen=True, tag="checklist"):
    """All of, any of, or each of several requirements.

    ``met`` is given when all (any) are met and ``otherwise`` when not; mode ``each`` adds the items' points.
    """

    kind: ClassVar[str] = "checklist"
    mode: Literal["all", "any", "each"]
    items: tuple[ChecklistItem, ...]
    met: Amount = NOTHING
    otherwise: Amount = NOTHING


class Tier(Struct, frozen=True):
    """Points for the values of one interval; ``penalty`` is taken off beyond them."""

    interval: Interval
    points: Amount
    penalty: Amount = NOTHING
    label: Text | None = None


class TiersRule(Struct, frozen=True, tag="tiers"):
    """The tier in which the measured value lies decides; tiers cover the measure's range once."""

    kind: ClassVar[str] = "tiers"
    of: Measure
    tiers: tuple[Tier, ...]


class ProportionRule(Struct, frozen=True, tag="proportion"):
    """Maximum × (value - zero_at) / (target - zero_at), held between 0 and the maximum.

    ``target`` above ``zero_at`` means higher is better, below it lower is better. Values in ``cut`` give
    ``cut_points`` instead ("dưới 80 %: 0").
    """

    kind: ClassVar[str] = "proportion"
    of: Measure
    target: Fraction
    zero_at: Fraction
    cut: Interval | None = None
    cut_points: Amount = NOTHING
    rounding: Rounding | None = None


class Knot(Struct, frozen=True):
    """A value at which the points are stated."""

    at: Fraction
    points: Amount


class InterpolationRule(Struct, frozen=True, tag="interpolation"):
    """Straight lines between knots in rising order; outside them the end knot's points hold."""

    kind: ClassVar[str] = "interpolation"
    of: Measure
    knots: tuple[Knot, ...]
    rounding: Rounding | None = None


class CountItem(Struct, frozen=True):
    """A thing that is counted, and the points for each one."""

    label: Text
    each: Fraction


class CountRule(Struct, frozen=True, tag="count"):
    """Points for each thing counted, up to ``cap``."""

    kind: ClassVar[str] = "count"
    items: tuple[CountItem, ...]
    cap: Amount


class DeductionRule(Struct, frozen=True, tag="deduction"):
    """``start`` less points for each fault counted, not below ``floor`` (``None``: without end)."""

    kind: ClassVar[str] = "deduction"
    start: Amount
    items: tuple[CountItem, ...]
    floor: Fraction | None


class ChangeRule(Struct, frozen=True, tag="change"):
    """Tiers on this period's value less the last one's, or on that difference relative to the last."""

    kind: ClassVar[str] = "change"
    of: Measure
    compare: Literal["difference", "relative"]
    tiers: tuple[Tier, ...]


class SurveyAnswer(Struct, frozen=True):
    """An answer option of the questionnaire and its weight (100 % is full satisfaction)."""

    label: Text
    weight: Fraction


class SurveyGroup(Struct, frozen=True):
    """A group of respondents and its weight in the index; the weights of a rule add to one."""

    label: Text
    weight: Fraction


class SurveyRule(Struct, frozen=True, tag="survey"):
    """Maximum × index: the groups' weighted mean of weighted answers, or a percentage as given."""

    kind: ClassVar[str] = "survey"
    answers: tuple[SurveyAnswer, ...] = ()
    groups: tuple[SurveyGroup, ...] = ()
    rounding: Rounding | None = None


class ImportedRule(Struct, frozen=True, tag="imported"):
    """Points, or maximum × a percentage, taken over from another index (SIPAS)."""

    kind: ClassVar[str] = "imported"
    source: Text
    as_: Literal["percent", "points"]
    rounding: Rounding | None = None


class Subcase(Struct, frozen=True):
    """One part of a leaf with a maximum and rule of its own."""

    label: Text
    max_points: Fraction
    rule: Rule


class SubcasesRule(Struct, frozen=True, tag="subcases"):
    """Mean, minimum or sum over sub-cases.

    Either ``cases`` lists them, or ``repeated`` is the one rule (maximum of the leaf) for any number of
    sub-cases that the unit lists ("mean of files").
    """

    kind: ClassVar[str] = "subcases"
    how: Literal["mean", "minimum", "sum"]
    cases: tuple[Subcase, ...] = ()
    repeated: Rule | None = None
    rounding: Rounding | None = None


Rule = (
    PointsRule
    | ChoiceRule
    | ChecklistRule
    | TiersRule
    | ProportionRule
    | InterpolationRule
    | CountRule
    | DeductionRule
    | ChangeRule
    | SurveyRule
    | ImportedRule
    | SubcasesRule
)

RULE_KINDS: Mapping[str, type[Rule]] = {
    cls.kind: cls
    for cls in (
        PointsRule,
        ChoiceRule,
        ChecklistRule,
        TiersRule,
        ProportionRule,
        InterpolationRule,
        CountRule,
        DeductionRule,
        ChangeRule,
        SurveyRule,
        ImportedRule,
        SubcasesRule,
    )
}
