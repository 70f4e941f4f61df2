"""The file's shape of every rule kind; whether its numbers make sense is checked in ``checks``."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from parcli.criteria.schema_parts import (
    FilePart,
    Number,
    NumberOrNone,
    NumberOrPercent,
    Percentage,
    Phrase,
    RoundingPart,
    Words,
)


class BoundsPart(FilePart):
    """Bounds in the regulation's words: trên, từ, đến, dưới, bằng."""

    above: NumberOrPercent | None = None
    from_: NumberOrPercent | None = Field(default=None, alias="from")
    to: NumberOrPercent | None = None
    below: NumberOrPercent | None = None
    equal: NumberOrPercent | None = None


def _as_range(value: object) -> object:
    return {} if value == "any" else value


Range = Annotated[BoundsPart, BeforeValidator(_as_range, json_schema_input_type=Literal["any"] | BoundsPart)]


class MeasurePart(FilePart):
    """What the unit declares: exactly one of a ratio, a percentage or a number."""

    ratio: Annotated[tuple[Words, ...], Field(min_length=2, max_length=2)] | None = None
    percent: Words | None = None
    number: Words | None = None
    range: Range | None = None


class OptionPart(FilePart):
    """One option of a choice."""

    label: Words
    points: NumberOrPercent
    penalty: NumberOrPercent | None = None
    aliases: tuple[Phrase, ...] = ()


class PointsPart(FilePart):
    """Judged points from 0 to the maximum."""

    kind: Literal["points"]
    step: Number | None = None
    reason: Literal["required"] | None = None
    guide: Words | None = None


class ChoicePart(FilePart):
    """Exactly one option holds."""

    kind: Literal["choice"]
    options: tuple[OptionPart, ...] = Field(min_length=1)


class ItemPart(FilePart):
    """One requirement of a checklist."""

    label: Words
    points: NumberOrPercent | None = None


def _as_item(value: object) -> object:
    return {"label": value} if isinstance(value, str) else value


ChecklistEntry = Annotated[ItemPart, BeforeValidator(_as_item, json_schema_input_type=Phrase | ItemPart)]


class ChecklistPart(FilePart):
    """All of, any of, or each of several requirements."""

    kind: Literal["checklist"]
    mode: Literal["all", "any", "each"]
    items: tuple[ChecklistEntry, ...] = Field(min_length=1)
    met: NumberOrPercent | None = None
    otherwise: NumberOrPercent | None = None


class TierPart(BoundsPart):
    """The points of one interval."""

    points: NumberOrPercent
    penalty: NumberOrPercent | None = None
    label: Words | None = None


class TiersPart(FilePart):
    """Points by the interval in which the measured value lies."""

    kind: Literal["tiers"]
    of: MeasurePart
    tiers: tuple[TierPart, ...] = Field(min_length=1)


class FloorPart(BoundsPart):
    """Values that give fixed points instead of a proportion ("dưới 80 %: 0")."""

    points: NumberOrPercent


class ProportionPart(FilePart):
    """Maximum × (value - zero_at) / (target - zero_at)."""

    kind: Literal["proportion"]
    of: MeasurePart
    better: Literal["higher", "lower"] = "higher"
    target: NumberOrPercent | None = None
    zero_at: NumberOrPercent | None = None
    floor: FloorPart | None = None
    rounding: RoundingPart | None = None


class KnotPart(FilePart):
    """A value at which the points are stated."""

    at: NumberOrPercent
    points: NumberOrPercent


class InterpolationPart(FilePart):
    """Straight lines between knots."""

    kind: Literal["interpolation"]
    of: MeasurePart
    knots: tuple[KnotPart, ...] = Field(min_length=2)
    rounding: RoundingPart | None = None


class CountItemPart(FilePart):
    """A thing that is counted and the points for each one."""

    label: Words
    each: Number


class CountPart(FilePart):
    """Points for each thing counted, up to a cap."""

    kind: Literal["count"]
    items: tuple[CountItemPart, ...] = Field(min_length=1)
    cap: NumberOrPercent | None = None


class DeductionPart(FilePart):
    """Points taken off for each fault."""

    kind: Literal["deduction"]
    items: tuple[CountItemPart, ...] = Field(min_length=1)
    start: NumberOrPercent | None = None
    floor: NumberOrNone


class ChangePart(FilePart):
    """This period's value against the last one's."""

    kind: Literal["change"]
    of: MeasurePart
    higher: NumberOrPercent | None = None
    equal: NumberOrPercent | None = None
    lower: NumberOrPercent | None = None
    compare: Literal["difference", "relative"] | None = None
    tiers: Annotated[tuple[TierPart, ...], Field(min_length=1)] | None = None


class WeightPart(FilePart):
    """An answer or a group of respondents and its weight."""

    label: Words
    weight: Percentage


class SurveyPart(FilePart):
    """Maximum × the index of a sociological survey."""

    kind: Literal["survey"]
    answers: tuple[WeightPart, ...] = ()
    groups: tuple[WeightPart, ...] = ()
    rounding: RoundingPart | None = None


class ImportedPart(FilePart):
    """Points or a percentage from another index."""

    kind: Literal["imported"]
    source: Words
    as_: Literal["percent", "points"] = Field(alias="as")
    rounding: RoundingPart | None = None


class CasePart(FilePart):
    """A part of the leaf with a rule of its own."""

    label: Words
    max: Number | None = None
    rule: AnyRule


class SubcasesPart(FilePart):
    """Mean, minimum or sum over sub-cases."""

    kind: Literal["subcases"]
    how: Literal["mean", "minimum", "sum"]
    cases: tuple[CasePart, ...] = ()
    each: AnyRule | None = None
    rounding: RoundingPart | None = None


AnyRule = Annotated[
    PointsPart
    | ChoicePart
    | ChecklistPart
    | TiersPart
    | ProportionPart
    | InterpolationPart
    | CountPart
    | DeductionPart
    | ChangePart
    | SurveyPart
    | ImportedPart
    | SubcasesPart,
    Field(discriminator="kind"),
]
