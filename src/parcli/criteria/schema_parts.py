"""The scalars and the base of the file's shape: strict pydantic types that keep the line they stand at."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Any, ClassVar, Self

from msgspec import Struct
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ModelWrapValidatorHandler,
    PlainValidator,
    PrivateAttr,
    ValidationError,
    ValidationInfo,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

from parcli.criteria.mistakes import Mistakes
from parcli.criteria.schema_findings import report, report_unknown_keys
from parcli.criteria.yaml_nodes import YamlMap
from parcli.model.rules import RoundingMode
from parcli.model.text import Text

_PERCENT = re.compile(r"([+-]?[0-9]{1,15}(?:\.[0-9]{1,15})?)\s?%")
_PERCENT_SCHEMA = {"type": "string", "pattern": r"^[+-]?\d+(\.\d+)?\s?%$"}
_NUMBER_SCHEMA = {"type": "number"}


class FilePart(BaseModel):
    """A mapping of the file: no unknown keys, no conversions, and the line of the mapping and of each key."""

    # parts are built once, as parts of the whole set and when one is read: not each for itself at import
    model_config = ConfigDict(
        frozen=True, strict=True, extra="forbid", validate_by_name=False, defer_build=True
    )

    _line: int = PrivateAttr(default=0)
    _lines: Mapping[str, int] = PrivateAttr(default_factory=dict)

    @model_validator(mode="wrap")
    @classmethod
    def _keep_lines(cls, value: Any, handler: ModelWrapValidatorHandler[Self], info: ValidationInfo) -> Self:
        return cls._read(value, handler, info)

    @classmethod
    def _read(cls, value: Any, handler: ModelWrapValidatorHandler[Self], info: ValidationInfo) -> Self:
        return cls._at(value, handler(cls._known(value, info)))

    @classmethod
    def _known(cls, value: Any, info: ValidationInfo) -> Any:
        """Report unknown keys where findings are collected, and go on without them."""
        if not isinstance(info.context, Mistakes) or not isinstance(value, YamlMap):
            return value
        known = [field.alias or name for name, field in cls.model_fields.items()]
        report_unknown_keys(value, known, info.context)
        return {key: item for key, item in value.items() if key in known}

    @classmethod
    def _at(cls, value: Any, part: Self) -> Self:
        if isinstance(value, YamlMap):
            part._line, part._lines = value.line, value.lines
        return part

    @property
    def line(self) -> int:
        """Return the line at which the mapping starts."""
        return self._line

    def line_of(self, key: str) -> int:
        """Return the line of a key as the file writes it, or the mapping's where the key is left out."""
        return self._lines.get(key, self._line)

    def states(self, key: str) -> bool:
        """Tell whether the file writes this key."""
        return key in self._lines


class SalvagedPart(FilePart):
    """A mapping that is kept although keys of it are wrong, so that one mistake hides no other.

    Its findings go to the ``Mistakes`` in the validation context. ``stand_ins`` take the place of required
    keys that are missing or wrong; ``sound`` tells checks which keys can be believed.
    """

    stand_ins: ClassVar[Mapping[str, Any]] = {}
    _broken: frozenset[str] = PrivateAttr(default=frozenset())

    @classmethod
    def _read(cls, value: Any, handler: ModelWrapValidatorHandler[Self], info: ValidationInfo) -> Self:
        if not isinstance(info.context, Mistakes) or not isinstance(value, YamlMap):
            return cls._at(value, handler(value))
        known = cls._known(value, info)
        try:
            return cls._at(value, handler(known))
        except ValidationError as error:
            broken = report(error, value, info.context)
        kept = {key: item for key, item in known.items() if key not in broken}
        kept |= {key: item for key, item in cls.stand_ins.items() if key in broken}
        part = cls._at(value, handler(kept))
        part._broken = broken
        return part

    def sound(self, *keys: str) -> bool:
        """Tell whether none of these keys was found wrong."""
        return self._broken.isdisjoint(keys)


class Written(Struct, frozen=True):
    """A number as the file writes it: ``75%`` is 3/4 with ``percent``."""

    value: Fraction
    percent: bool


def _written(value: object) -> Written:
    if isinstance(value, Decimal):
        return Written(Fraction(value), percent=False)
    match = _PERCENT.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        raise PydanticCustomError("number_or_percent", "number or percentage")
    return Written(Fraction(match[1]) / 100, percent=True)


def _number(value: object) -> Fraction:
    if not isinstance(value, Decimal):
        raise PydanticCustomError("number", "number")
    return Fraction(value)


def _percent(value: object) -> Fraction:
    written = _written(value)
    if not written.percent:
        raise PydanticCustomError("percent", "percentage")
    return written.value


def _number_or_none(value: object) -> Fraction | None:
    if value == "none":
        return None
    if not isinstance(value, Decimal):
        raise PydanticCustomError("number_or_none", "number or none")
    return Fraction(value)


def _whole(value: object) -> int:
    if not isinstance(value, Decimal) or value != int(value):
        raise PydanticCustomError("whole_number", "whole number")
    return int(value)


def _quoted(value: object) -> object:
    if isinstance(value, Decimal):
        raise PydanticCustomError("code_not_quoted", "code not quoted")
    return value


def _worded(value: object) -> object:
    if isinstance(value, Decimal):
        raise PydanticCustomError("text_not_quoted", "text not quoted")
    return value


def _filled(value: str) -> str:
    if not value.strip():
        raise PydanticCustomError("empty_text", "empty text")
    return value


Number = Annotated[Fraction, PlainValidator(_number), WithJsonSchema(_NUMBER_SCHEMA)]
Percentage = Annotated[Fraction, PlainValidator(_percent), WithJsonSchema(_PERCENT_SCHEMA)]
Whole = Annotated[int, PlainValidator(_whole), WithJsonSchema({"type": "integer"})]
NumberOrPercent = Annotated[
    Written, PlainValidator(_written), WithJsonSchema({"anyOf": [_NUMBER_SCHEMA, _PERCENT_SCHEMA]})
]
NumberOrNone = Annotated[
    Fraction | None,
    PlainValidator(_number_or_none),
    WithJsonSchema({"anyOf": [_NUMBER_SCHEMA, {"const": "none"}]}),
]
Code = Annotated[
    str,
    BeforeValidator(_quoted),
    AfterValidator(_filled),
    WithJsonSchema({"type": "string", "minLength": 1}),
]
Phrase = Annotated[
    str,
    BeforeValidator(_worded),
    AfterValidator(_filled),
    WithJsonSchema({"type": "string", "minLength": 1}),
]


class Wording(FilePart):
    """A text in Vietnamese with an optional English one; a plain string is the Vietnamese."""

    vi: Phrase
    en: Phrase | None = None

    @property
    def text(self) -> Text:
        """Return the model's text."""
        return Text(self.vi, self.en)


def _as_wording(value: object) -> object:
    if isinstance(value, Decimal):
        raise PydanticCustomError("text_not_quoted", "text not quoted")
    return {"vi": value} if isinstance(value, str) else value


Words = Annotated[
    Wording,
    BeforeValidator(
        _as_wording,
        json_schema_input_type=Annotated[str, Field(min_length=1)] | Wording,
    ),
]


class RoundingPart(FilePart):
    """How a number is rounded."""

    digits: Annotated[
        Whole, Field(ge=0, le=6), WithJsonSchema({"type": "integer", "minimum": 0, "maximum": 6})
    ]
    mode: RoundingMode
