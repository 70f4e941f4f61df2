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

_LABEL = Field(description="Nhãn, ghi đúng như văn bản.")
_POINTS = Field(description="Điểm: số, hoặc tỷ lệ của điểm tối đa như 75%.")
_ROUNDING = Field(default=None, description="Làm tròn riêng của quy tắc này, nếu văn bản có nêu.")


class BoundsPart(FilePart):
    """Bounds in the regulation's words: trên, từ, đến, dưới, bằng."""

    above: NumberOrPercent | None = Field(default=None, description="trên (>)")
    from_: NumberOrPercent | None = Field(default=None, alias="from", description="từ (>=)")
    to: NumberOrPercent | None = Field(default=None, description="đến (<=)")
    below: NumberOrPercent | None = Field(default=None, description="dưới (<)")
    equal: NumberOrPercent | None = Field(default=None, description="bằng (=)")


def _as_range(value: object) -> object:
    return {} if value == "any" else value


Range = Annotated[BoundsPart, BeforeValidator(_as_range, json_schema_input_type=Literal["any"] | BoundsPart)]


class MeasurePart(FilePart):
    """What the unit declares: exactly one of a ratio, a percentage or a number."""

    ratio: Annotated[tuple[Words, ...], Field(min_length=2, max_length=2)] | None = Field(
        default=None, description="[nhãn của tử số, nhãn của mẫu số]"
    )
    percent: Words | None = Field(default=None, description="Nhãn của một tỷ lệ phần trăm.")
    number: Words | None = Field(default=None, description="Nhãn của một con số.")
    range: Range | None = Field(default=None, description="Khoảng giá trị có thể có; any: mọi giá trị.")


class OptionPart(FilePart):
    """One option of a choice."""

    label: Words = _LABEL
    points: NumberOrPercent = _POINTS
    penalty: NumberOrPercent | None = Field(default=None, description="Điểm bị trừ thêm (số dương).")
    aliases: tuple[Phrase, ...] = Field(default=(), description="Cách ghi khác của cùng phương án.")


class PointsPart(FilePart):
    """Judged points from 0 to the maximum."""

    kind: Literal["points"]
    step: Number | None = Field(default=None, description="Bước điểm nhỏ nhất.")
    reason: Literal["required"] | None = Field(default=None, description="required: phải ghi lý do.")
    guide: Words | None = Field(default=None, description="Hướng dẫn chấm.")


class ChoicePart(FilePart):
    """Exactly one option holds."""

    kind: Literal["choice"]
    options: tuple[OptionPart, ...] = Field(min_length=1, description="Các phương án.")


class ItemPart(FilePart):
    """One requirement of a checklist."""

    label: Words = _LABEL
    points: NumberOrPercent | None = Field(default=None, description="Điểm của yêu cầu (chỉ với mode: each).")


def _as_item(value: object) -> object:
    return {"label": value} if isinstance(value, str) else value


ChecklistEntry = Annotated[ItemPart, BeforeValidator(_as_item, json_schema_input_type=Phrase | ItemPart)]


class ChecklistPart(FilePart):
    """All of, any of, or each of several requirements."""

    kind: Literal["checklist"]
    mode: Literal["all", "any", "each"] = Field(
        description="all: phải đạt tất cả; any: đạt một là đủ; each: mỗi yêu cầu có điểm riêng."
    )
    items: tuple[ChecklistEntry, ...] = Field(min_length=1, description="Các yêu cầu.")
    met: NumberOrPercent | None = Field(default=None, description="Điểm khi đạt; mặc định điểm tối đa.")
    otherwise: NumberOrPercent | None = Field(default=None, description="Điểm khi không đạt; mặc định 0.")


class TierPart(BoundsPart):
    """The points of one interval."""

    points: NumberOrPercent = _POINTS
    penalty: NumberOrPercent | None = Field(default=None, description="Điểm bị trừ thêm (số dương).")
    label: Words | None = Field(default=None, description="Tên của mức, nếu văn bản có đặt.")


class TiersPart(FilePart):
    """Points by the interval in which the measured value lies."""

    kind: Literal["tiers"]
    of: MeasurePart = Field(description="Đại lượng kê khai.")
    tiers: tuple[TierPart, ...] = Field(min_length=1, description="Các mức; phủ kín, không chồng nhau.")


class FloorPart(BoundsPart):
    """Values that give fixed points instead of a proportion ("dưới 80 %: 0")."""

    points: NumberOrPercent = _POINTS


class ProportionPart(FilePart):
    """Maximum × (value - zero_at) / (target - zero_at)."""

    kind: Literal["proportion"]
    of: MeasurePart = Field(description="Đại lượng kê khai.")
    better: Literal["higher", "lower"] = Field(default="higher", description="Cao hơn hay thấp hơn là tốt.")
    target: NumberOrPercent | None = Field(default=None, description="Giá trị được điểm tối đa.")
    zero_at: NumberOrPercent | None = Field(default=None, description="Giá trị được 0 điểm.")
    floor: FloorPart | None = Field(default=None, description="Khoảng không tính theo tỷ lệ.")
    rounding: RoundingPart | None = _ROUNDING


class KnotPart(FilePart):
    """A value at which the points are stated."""

    at: NumberOrPercent = Field(description="Giá trị.")
    points: NumberOrPercent = _POINTS


class InterpolationPart(FilePart):
    """Straight lines between knots."""

    kind: Literal["interpolation"]
    of: MeasurePart = Field(description="Đại lượng kê khai.")
    knots: tuple[KnotPart, ...] = Field(min_length=2, description="Các mốc theo thứ tự tăng dần.")
    rounding: RoundingPart | None = _ROUNDING


class CountItemPart(FilePart):
    """A thing that is counted and the points for each one."""

    label: Words = _LABEL
    each: Number = Field(description="Điểm cho mỗi trường hợp (số dương).")


class CountPart(FilePart):
    """Points for each thing counted, up to a cap."""

    kind: Literal["count"]
    items: tuple[CountItemPart, ...] = Field(min_length=1, description="Các nội dung được đếm.")
    cap: NumberOrPercent | None = Field(default=None, description="Trần điểm; mặc định điểm tối đa.")


class DeductionPart(FilePart):
    """Points taken off for each fault."""

    kind: Literal["deduction"]
    items: tuple[CountItemPart, ...] = Field(min_length=1, description="Các lỗi bị trừ điểm.")
    start: NumberOrPercent | None = Field(default=None, description="Điểm ban đầu; mặc định điểm tối đa.")
    floor: NumberOrNone = Field(description="Điểm thấp nhất; none: có thể âm không giới hạn.")


class ChangePart(FilePart):
    """This period's value against the last one's."""

    kind: Literal["change"]
    of: MeasurePart = Field(description="Đại lượng kê khai (percent hoặc number).")
    higher: NumberOrPercent | None = Field(default=None, description="Điểm khi cao hơn kỳ trước.")
    equal: NumberOrPercent | None = Field(default=None, description="Điểm khi bằng kỳ trước.")
    lower: NumberOrPercent | None = Field(default=None, description="Điểm khi thấp hơn kỳ trước.")
    compare: Literal["difference", "relative"] | None = Field(
        default=None, description="difference: hiệu số; relative: hiệu số so với kỳ trước."
    )
    tiers: Annotated[tuple[TierPart, ...], Field(min_length=1)] | None = Field(
        default=None, description="Các mức của mức thay đổi."
    )


class WeightPart(FilePart):
    """An answer or a group of respondents and its weight."""

    label: Words = _LABEL
    weight: Percentage = Field(description="Trọng số, phần trăm.")


class SurveyPart(FilePart):
    """Maximum × the index of a sociological survey."""

    kind: Literal["survey"]
    answers: tuple[WeightPart, ...] = Field(default=(), description="Các phương án trả lời và trọng số.")
    groups: tuple[WeightPart, ...] = Field(default=(), description="Các nhóm được hỏi; tổng trọng số 100%.")
    rounding: RoundingPart | None = _ROUNDING


class ImportedPart(FilePart):
    """Points or a percentage from another index."""

    kind: Literal["imported"]
    source: Words = Field(description="Tên chỉ số nguồn, như SIPAS.")
    as_: Literal["percent", "points"] = Field(alias="as", description="Nhận tỷ lệ hay nhận điểm.")
    rounding: RoundingPart | None = _ROUNDING


class CasePart(FilePart):
    """A part of the leaf with a rule of its own."""

    label: Words = _LABEL
    max: Number | None = Field(default=None, description="Điểm tối đa của phần này.")
    rule: AnyRule = Field(description="Quy tắc của phần này.")


class SubcasesPart(FilePart):
    """Mean, minimum or sum over sub-cases."""

    kind: Literal["subcases"]
    how: Literal["mean", "minimum", "sum"] = Field(description="Trung bình, nhỏ nhất hay tổng của các phần.")
    cases: tuple[CasePart, ...] = Field(default=(), description="Các phần nêu sẵn.")
    each: AnyRule | None = Field(default=None, description="Một quy tắc cho mọi phần do đơn vị liệt kê.")
    rounding: RoundingPart | None = _ROUNDING


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

CasePart.model_rebuild()
SubcasesPart.model_rebuild()
