"""The file's shape of a criteria set, strict, for reading and for the JSON Schema that editors use."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field, StringConstraints

from parcli.criteria.schema_parts import (
    Code,
    FilePart,
    Number,
    NumberOrNone,
    NumberOrPercent,
    Phrase,
    RoundingPart,
    SalvagedPart,
    Whole,
    Words,
)
from parcli.criteria.schema_rules import AnyRule
from parcli.model.criteria_set import Evidence, Scorer, Status, Treatment
from parcli.model.unit import Level

Due = Literal["year", "H1", "H2", "Q1", "Q2", "Q3", "Q4"]
SetId = Annotated[Code, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
IsoDate = Annotated[Phrase, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}$")]
Year = Annotated[Whole, Field(ge=1900, le=2200)]

_TREATMENT = (
    "exclude: loại khỏi điểm tối đa; full_marks: điểm tối đa; zero: 0 điểm; forbidden: không cho phép."
)
_CODE = Field(description='Mã, luôn đặt trong ngoặc kép: "1.10".')
_TITLE = Field(description="Tên, đúng như văn bản.")
_MAX = Field(description="Điểm tối đa.")
_REFERENCE = Field(default=None, description="Căn cứ (điều, khoản, phụ lục); để trống thì theo cấp trên.")
_STATUS = Field(
    default=None, description="official, partial hoặc illustrative; để trống thì theo bộ tiêu chí."
)


_STAND_IN_POLICY = {
    "rounding": {"digits": Decimal(2), "mode": "half_up", "stage": "publication"},
    "missing": "zero",
    "appraised_blank": "missing",
    "not_applicable": "exclude",
    "did_not_arise": "exclude",
    "ranking": {"by": "percent", "precision": "exact", "ties": "competition"},
    "grade_on": "exact",
}


class LegalBasisPart(FilePart):
    """A decision that the set is read from."""

    number: Phrase = Field(description="Số, ký hiệu văn bản.")
    date: IsoDate | None = Field(default=None, description="Ngày ban hành, dạng năm-tháng-ngày.")
    issuer: Phrase | None = Field(default=None, description="Cơ quan ban hành.")
    title: Words | None = Field(default=None, description="Trích yếu.")
    url: Phrase | None = Field(default=None, description="Địa chỉ văn bản trên mạng.")


class AppliesPart(FilePart):
    """The years for which the set is used."""

    from_: Year = Field(alias="from", description="Năm đầu tiên áp dụng.")
    to: Year | None = Field(default=None, description="Năm cuối cùng áp dụng; null: chưa xác định.")


class PublicationPart(RoundingPart):
    """How published figures are rounded, and at which stage."""

    stage: Literal["publication", "leaf", "area"] = Field(
        description="publication: chỉ khi công bố; leaf: từng tiêu chí chấm điểm; area: từng lĩnh vực."
    )


class RankingPart(FilePart):
    """What ranks units and what equal ones do."""

    by: Literal["percent", "points"] = Field(description="Xếp theo tỷ lệ hay theo điểm.")
    precision: Literal["published", "exact"] = Field(description="Theo số công bố hay số chính xác.")
    ties: Literal["competition", "dense", "by_name"] = Field(
        description="competition: 1, 1, 3; dense: 1, 1, 2; by_name: theo tên."
    )


class AdjustmentPolicyPart(FilePart):
    """How bonus and penalty points enter the result."""

    in_percent: bool = Field(description="Điểm thưởng, điểm trừ có tính vào tỷ lệ không.")
    ceiling: Literal["total", "none"] = Field(description="total: tổng không vượt điểm tối đa.")
    floor: Literal["zero", "none"] = Field(description="zero: tổng không dưới 0.")


class PolicyPart(FilePart):
    """Everything that regulations decide differently; each has to be stated."""

    rounding: PublicationPart = Field(description="Làm tròn khi công bố.")
    missing: Literal["zero", "refuse"] = Field(description="Không có câu trả lời: 0 điểm hay từ chối.")
    appraised_blank: Literal["confirmed", "missing"] = Field(
        description="Ô thẩm định để trống: coi như đồng ý hay coi như thiếu."
    )
    not_applicable: Treatment = Field(description="Không áp dụng. " + _TREATMENT)
    did_not_arise: Treatment = Field(description="Không phát sinh. " + _TREATMENT)
    ranking: RankingPart = Field(description="Xếp hạng.")
    grade_on: Literal["published", "exact"] = Field(description="Xếp loại theo số công bố hay số chính xác.")
    adjustments: AdjustmentPolicyPart | None = Field(
        default=None, description="Bắt buộc khi có điểm thưởng hoặc điểm trừ."
    )


class GradePart(FilePart):
    """A grade and its lower bound."""

    id: Code = Field(description="Mã xếp loại, như good.")
    name: Words = Field(description="Tên xếp loại, như Tốt.")
    from_: NumberOrPercent | None = Field(default=None, alias="from", description="Từ mức này trở lên.")
    above: NumberOrPercent | None = Field(default=None, description="Trên mức này.")


class CapWhenPart(FilePart):
    """When a cap holds."""

    area: Code | None = Field(default=None, description="Mã lĩnh vực.")
    criterion: Code | None = Field(default=None, description="Mã tiêu chí.")
    below: NumberOrPercent | None = Field(default=None, description="Dưới mức này.")
    to: NumberOrPercent | None = Field(default=None, description="Từ mức này trở xuống.")
    answer: Phrase | None = Field(default=None, description="Phương án trả lời của tiêu chí.")


class CapPart(FilePart):
    """A clause that lowers a grade."""

    at_most: Code = Field(description="Mã xếp loại cao nhất còn được nhận.")
    when: CapWhenPart = Field(description="Điều kiện.")
    reference: Phrase | None = Field(default=None, description="Căn cứ.")


class NodePart(SalvagedPart):
    """An area, criterion or sub-criterion: with a rule where it is scored, else with criteria below it."""

    stand_ins: ClassVar = {"code": "?", "title": "?", "max": Decimal(0)}

    code: Code = _CODE
    title: Words = _TITLE
    max: Number = _MAX
    rule: AnyRule | None = Field(default=None, description="Quy tắc chấm điểm.")
    scored_by: Scorer | None = Field(
        default=None,
        description="self: tự đánh giá; appraised: chỉ thẩm định; survey: điều tra xã hội học; "
        "imported: lấy từ chỉ số khác; leaders: lãnh đạo chấm. Mặc định self.",
    )
    evidence: Evidence | None = Field(default=None, description="Tài liệu kiểm chứng; mặc định optional.")
    not_applicable: Treatment | None = Field(default=None, description="Không áp dụng. " + _TREATMENT)
    did_not_arise: Treatment | None = Field(default=None, description="Không phát sinh. " + _TREATMENT)
    due_in: tuple[Due, ...] | None = Field(default=None, description="Các kỳ phải chấm; mặc định mọi kỳ.")
    reference: Phrase | None = _REFERENCE
    guidance: Words | None = Field(default=None, description="Hướng dẫn kê khai.")
    status: Status | None = _STATUS
    criteria: Annotated[tuple[NodePart, ...], Field(min_length=1)] | None = Field(
        default=None, description="Các tiêu chí bên dưới."
    )


class PartPart(SalvagedPart):
    """A part above areas."""

    stand_ins: ClassVar = {"code": "?", "title": "?", "max": Decimal(0), "areas": ()}

    code: Code = _CODE
    title: Words = _TITLE
    max: Number = _MAX
    reference: Phrase | None = _REFERENCE
    status: Status | None = _STATUS
    areas: tuple[NodePart, ...] = Field(json_schema_extra={"minItems": 1}, description="Các lĩnh vực.")


class AdjustmentPart(SalvagedPart):
    """A block of bonus or penalty points outside the total."""

    stand_ins: ClassVar = {"code": "?", "title": "?", "sign": "bonus", "cap": "none", "items": ()}

    code: Code = _CODE
    title: Words = _TITLE
    sign: Literal["bonus", "penalty"] = Field(description="bonus: điểm thưởng; penalty: điểm trừ.")
    cap: NumberOrNone = Field(description="Trần của cả khối; none: không có trần.")
    items: tuple[NodePart, ...] = Field(json_schema_extra={"minItems": 1}, description="Các nội dung chấm.")


Scale = Annotated[tuple[GradePart, ...], Field(min_length=1)]


def _as_scales(value: object) -> object:
    return {"common": value} if isinstance(value, tuple) else value


Grades = Annotated[
    dict[str, Scale],
    BeforeValidator(_as_scales, json_schema_input_type=Scale | dict[str, Scale]),
]


class SetPart(SalvagedPart):
    """A criteria set, one file."""

    stand_ins: ClassVar = {
        "id": "id",
        "title": "?",
        "level": "commune",
        "status": "illustrative",
        "applies": {"from": Decimal(2000)},
        "total": Decimal(0),
        "policy": _STAND_IN_POLICY,
        "grades": {},
    }

    id: SetId = Field(description="Mã của bộ tiêu chí, trùng với tên tệp.")
    title: Words = Field(description="Tên bộ tiêu chí.")
    level: Level = Field(description="Cấp được chấm điểm.")
    status: Status = Field(description="official: chính thức; partial: một phần; illustrative: minh họa.")
    legal_basis: tuple[LegalBasisPart, ...] = Field(default=(), description="Văn bản ban hành.")
    modelled_on: tuple[Phrase, ...] = Field(default=(), description="Văn bản làm mẫu của bộ minh họa.")
    applies: AppliesPart = Field(description="Các năm áp dụng.")
    supersedes: SetId | None = Field(default=None, description="Mã của bộ tiêu chí được thay thế.")
    total: Number = Field(description="Tổng điểm tối đa, không kể điểm thưởng, điểm trừ.")
    note: Words | None = Field(default=None, description="Ghi chú in kèm kết quả.")
    policy: PolicyPart = Field(description="Các quy định phải nêu rõ.")
    blocks: dict[str, Words] = Field(default={}, description="Các khối đơn vị: mã và tên.")
    grades: Grades = Field(description="Xếp loại, từ cao xuống thấp; có thể riêng cho từng khối.")
    caps: tuple[CapPart, ...] = Field(default=(), description="Các trường hợp hạ xếp loại.")
    areas: Annotated[tuple[NodePart, ...], Field(min_length=1)] | None = Field(
        default=None, description="Các lĩnh vực."
    )
    parts: Annotated[tuple[PartPart, ...], Field(min_length=1)] | None = Field(
        default=None, description="Các phần, khi có cấp trên lĩnh vực."
    )
    adjustments: tuple[AdjustmentPart, ...] = Field(default=(), description="Điểm thưởng, điểm trừ.")


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of the file, for editors and for checks without this program."""
    schema = SetPart.model_json_schema(by_alias=True, mode="validation")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **schema,
        "title": "Bộ tiêu chí xác định chỉ số cải cách hành chính",
    }
