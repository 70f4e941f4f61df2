"""The file's shape of worked examples, strict, for reading and for the JSON Schema that editors use."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Any, ClassVar

from pydantic import Field, PlainValidator, WithJsonSchema, WrapValidator
from pydantic_core import PydanticCustomError

from parcli.criteria.schema import SetId, described
from parcli.criteria.schema_parts import Code, Number, NumberOrPercent, Phrase, SalvagedPart
from parcli.criteria.yaml_nodes import YamlMap
from parcli.messages.schema_text_cases import CASES_DESCRIPTIONS, CASES_TITLE
from parcli.model.period import FIRST_YEAR, LAST_YEAR, Period
from parcli.model.worked_example import Others

_PAIR = 2
_FRACTION = re.compile(r"[+-]?[0-9]{1,15}/[0-9]{1,15}")
_CELL_SCHEMA = {"type": ["string", "number", "boolean", "null"]}
_CELLS_SCHEMA = {
    "anyOf": [_CELL_SCHEMA, {"type": "array", "items": _CELL_SCHEMA, "minItems": _PAIR, "maxItems": _PAIR}]
}
_GIVEN_SCHEMA = {
    "anyOf": [
        *_CELLS_SCHEMA["anyOf"],
        {"type": "object", "additionalProperties": _CELLS_SCHEMA, "minProperties": 1},
    ]
}
_EXACT_SCHEMA = {"anyOf": [{"type": "number"}, {"type": "string", "pattern": r"^[+-]?\d+/\d+$"}]}
_YEARS = r"(19\d\d|2[01]\d\d|2200)"  # FIRST_YEAR to LAST_YEAR
_PERIOD_SCHEMA = {
    "anyOf": [
        {"type": "integer", "minimum": FIRST_YEAR, "maximum": LAST_YEAR},
        {"type": "string", "pattern": rf"^{_YEARS}(-(H[12]|Q[1-4]))?$"},
    ]
}


def _given(value: object) -> object:
    """Let cells and rows pass as they are written; they are understood where workbooks are."""
    rows = list(value.values()) if isinstance(value, YamlMap) else [value]
    if not rows or not all(map(_are_cells, rows)):
        raise PydanticCustomError("given_value", "cell, two cells, or rows")
    return value


def _are_cells(value: object) -> bool:
    if isinstance(value, tuple):
        return len(value) == _PAIR and all(map(_is_cell, value))
    return _is_cell(value)


def _is_cell(value: object) -> bool:
    return value is None or isinstance(value, str | Decimal | bool)


def _exact(value: object) -> Fraction:
    if isinstance(value, Decimal):
        return Fraction(value)
    if isinstance(value, str) and _FRACTION.fullmatch(value) and int(value.partition("/")[2]):
        return Fraction(value)
    raise PydanticCustomError("exact_number", "number or fraction")


def _period(value: object) -> Period:
    try:
        return Period.parse(str(value) if isinstance(value, str | Decimal) else "")
    except ValueError as error:
        raise PydanticCustomError("period", "period") from error


def _as_written(value: Any, handler: Callable[[Any], object]) -> Any:
    """Check a mapping and return it with its lines."""
    handler(value)
    return value


Given = Annotated[object, PlainValidator(_given), WithJsonSchema(_GIVEN_SCHEMA)]
Exact = Annotated[Fraction, PlainValidator(_exact), WithJsonSchema(_EXACT_SCHEMA)]
PeriodText = Annotated[Period, PlainValidator(_period), WithJsonSchema(_PERIOD_SCHEMA)]
GivenByCode = Annotated[dict[str, Given], WrapValidator(_as_written)]
NumberByCode = Annotated[dict[str, Number], WrapValidator(_as_written)]


class CasePart(SalvagedPart):
    """One answer to one criterion and what it has to come to."""

    stand_ins: ClassVar = {"criterion": "?", "reference": "?", "given": None}

    criterion: Code
    title: Phrase | None = None
    reference: Phrase
    period: PeriodText | None = None
    given: Given
    points: Exact | None = None
    of: Exact | None = None
    finding: Code | None = None


class UnitPart(SalvagedPart):
    """The answers of one unit and what its whole result has to be."""

    stand_ins: ClassVar = {"title": "?", "reference": "?", "others": "blank"}

    title: Phrase
    reference: Phrase
    block: Code | None = None
    period: PeriodText | None = None
    others: Others
    given: GivenByCode = Field(default_factory=dict)
    awarded: NumberByCode = Field(default_factory=dict)
    points: Exact | None = None
    of: Exact | None = None
    percent: NumberOrPercent | None = None
    grade: Code | None = None
    findings: tuple[Code, ...] = ()


class CasesPart(SalvagedPart):
    """The worked examples of one set, one file."""

    stand_ins: ClassVar = {"set": "id"}

    set: SetId
    cases: tuple[CasePart, ...] = ()
    units: tuple[UnitPart, ...] = ()


def cases_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a file of worked examples."""
    return described(CasesPart, CASES_TITLE, CASES_DESCRIPTIONS)
