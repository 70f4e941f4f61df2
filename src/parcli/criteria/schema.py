"""The file's shape of a criteria set, strict, for reading and for the JSON Schema that editors use."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field, StringConstraints, WithJsonSchema

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
from parcli.messages.schema_text import DESCRIPTIONS, TITLE
from parcli.model.criteria_set import Evidence, Missing, Scorer, Status, Treatment
from parcli.model.period import FIRST_YEAR, LAST_YEAR
from parcli.model.unit import Level

Due = Literal["year", "H1", "H2", "Q1", "Q2", "Q3", "Q4"]
_ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
_DATE_PATTERN = r"^\d{4}-\d{2}-\d{2}$"
SetId = Annotated[
    Code,
    StringConstraints(pattern=_ID_PATTERN),
    WithJsonSchema({"type": "string", "pattern": _ID_PATTERN}),
]
IsoDate = Annotated[
    Phrase,
    StringConstraints(pattern=_DATE_PATTERN),
    WithJsonSchema({"type": "string", "pattern": _DATE_PATTERN}),
]
Year = Annotated[
    Whole,
    Field(ge=FIRST_YEAR, le=LAST_YEAR),
    WithJsonSchema({"type": "integer", "minimum": FIRST_YEAR, "maximum": LAST_YEAR}),
]
Effort = Annotated[
    Whole,
    Field(ge=1, le=5),
    WithJsonSchema({"type": "integer", "minimum": 1, "maximum": 5}),
]


# What a local set says of itself; all else is the frame's.
OWN_KEYS = (
    "id",
    "title",
    "status",
    "legal_basis",
    "modelled_on",
    "applies",
    "supersedes",
    "note",
    "stated",
    "extends",
    "under",
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

    number: Phrase
    date: IsoDate | None = None
    issuer: Phrase | None = None
    title: Words | None = None
    url: Phrase | None = None


class AppliesPart(FilePart):
    """The years for which the set is used."""

    from_: Year = Field(alias="from")
    to: Year | None = None


class StatedPart(FilePart):
    """How many areas (depth 1), criteria (2) and sub-criteria (3) the source says the set has."""

    areas: Whole | None = None
    criteria: Whole | None = None
    sub_criteria: Whole | None = None


class PublicationPart(RoundingPart):
    """How published figures are rounded, and at which stage."""

    stage: Literal["publication", "leaf", "area"]


class RankingPart(FilePart):
    """What ranks units and what equal ones do."""

    by: Literal["percent", "points"]
    precision: Literal["published", "exact"]
    ties: Literal["competition", "dense", "by_name"]


class AdjustmentPolicyPart(FilePart):
    """How bonus and penalty points enter the result."""

    in_percent: bool
    ceiling: Literal["total", "none"]
    floor: Literal["zero", "none"]


class PolicyPart(FilePart):
    """Everything that regulations decide differently; each has to be stated."""

    rounding: PublicationPart
    missing: Literal["zero", "refuse"]
    appraised_blank: Literal["confirmed", "missing"]
    not_applicable: Treatment
    did_not_arise: Treatment
    ranking: RankingPart
    grade_on: Literal["published", "exact"]
    adjustments: AdjustmentPolicyPart | None = None


class GradePart(FilePart):
    """A grade and its lower bound."""

    id: Code
    name: Words
    from_: NumberOrPercent | None = Field(default=None, alias="from")
    above: NumberOrPercent | None = None


class CapWhenPart(FilePart):
    """When a cap holds."""

    area: Code | None = None
    criterion: Code | None = None
    below: NumberOrPercent | None = None
    to: NumberOrPercent | None = None
    answer: Phrase | None = None


class CapPart(FilePart):
    """A clause that lowers a grade."""

    at_most: Code
    when: CapWhenPart
    reference: Phrase | None = None


class NodePart(SalvagedPart):
    """An area, criterion or sub-criterion: with a rule where it is scored, else with criteria below it."""

    stand_ins: ClassVar = {"code": "?", "title": "?", "max": Decimal(0)}

    code: Code
    title: Words
    max: Number
    rule: AnyRule | None = None
    scored_by: Scorer | None = None
    evidence: Evidence | None = None
    not_applicable: Treatment | None = None
    did_not_arise: Treatment | None = None
    missing: Missing | None = None
    effort: Effort | None = None
    due_in: tuple[Due, ...] | None = None
    reference: Phrase | None = None
    guidance: Words | None = None
    status: Status | None = None
    replaces: tuple[Code, ...] | None = None
    open: bool = False
    criteria: Annotated[tuple[NodePart, ...], Field(min_length=1)] | None = None


class PartPart(SalvagedPart):
    """A part above areas."""

    stand_ins: ClassVar = {"code": "?", "title": "?", "max": Decimal(0), "areas": ()}

    code: Code
    title: Words
    max: Number
    reference: Phrase | None = None
    status: Status | None = None
    replaces: tuple[Code, ...] | None = None
    areas: tuple[NodePart, ...] = Field(json_schema_extra={"minItems": 1})


class AdjustmentPart(SalvagedPart):
    """A block of bonus or penalty points outside the total."""

    stand_ins: ClassVar = {"code": "?", "title": "?", "sign": "bonus", "cap": "none", "items": ()}

    code: Code
    title: Words
    sign: Literal["bonus", "penalty"]
    cap: NumberOrNone
    items: tuple[NodePart, ...] = Field(json_schema_extra={"minItems": 1})


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

    id: SetId
    title: Words
    level: Level
    status: Status
    legal_basis: tuple[LegalBasisPart, ...] = ()
    modelled_on: tuple[Phrase, ...] = ()
    applies: AppliesPart
    supersedes: SetId | None = None
    total: Number
    stated: StatedPart | None = None
    note: Words | None = None
    index: str | None = None
    policy: PolicyPart
    blocks: dict[str, Words] = Field(default_factory=dict)
    grades: Grades
    caps: tuple[CapPart, ...] = ()
    areas: Annotated[tuple[NodePart, ...], Field(min_length=1)] | None = None
    parts: Annotated[tuple[PartPart, ...], Field(min_length=1)] | None = None
    adjustments: tuple[AdjustmentPart, ...] = ()
    frame: bool = False
    extends: SetId | None = None
    under: dict[str, tuple[NodePart, ...]] | None = None


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of the file, for editors and for checks without this program."""
    schema = described(SetPart, TITLE, DESCRIPTIONS)
    required = schema.pop("required")
    of_frame = {key: False for key in schema["properties"] if key not in OWN_KEYS}
    local = [*(key for key in required if key in OWN_KEYS), "under"]
    return schema | {
        "if": {"required": ["extends"]},
        "then": {"required": local, "properties": of_frame},
        "else": {"required": required, "properties": {"under": False}},
    }


def described(part: type[FilePart], title: str, descriptions: Mapping[str, str]) -> dict[str, Any]:
    """Return a part's JSON Schema with the texts that editors show, by ``key`` or ``Part.key``."""
    schema = part.model_json_schema(by_alias=True, mode="validation")
    for name, inner in {part.__name__: schema, **schema["$defs"]}.items():
        _describe(name, inner, descriptions)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "title": title}


def _describe(name: str, part: dict[str, Any], descriptions: Mapping[str, str]) -> None:
    """Put the texts that editors show in place of pydantic's, which are for the readers of this code."""
    part.pop("description", None)
    for key, content in part.get("properties", {}).items():
        content.pop("title", None)
        text = descriptions.get(f"{name}.{key}") or descriptions.get(key)
        if text:
            content["description"] = text
