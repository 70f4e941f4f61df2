"""The entries of ``parindex score``'s JSON document; its shape is a promise, described by ``score_schema``.

Published figures are numbers, exact ones are text that ``Fraction`` reads back.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from importlib.resources import files
from typing import Any

from msgspec import Struct

from parcli.messages.catalog import error_text, finding_text
from parcli.model.finding import Finding, Param
from parcli.model.number import exact_text
from parcli.model.rules import Rounding
from parcli.model.score import NodeScore, UnitScore
from parcli.model.text import Lang
from parcli.scoring.rounding import rounded

SCHEMA_VERSION = 1


class FileScore(Struct, frozen=True):
    """A file with its score and the rounding under which its figures are published."""

    file: str
    score: UnitScore
    rounding: Rounding


class FileError(Struct, frozen=True):
    """A file that could not be used: the code of its sentence and what fills it."""

    file: str
    code: str
    params: Mapping[str, Param]


def score_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of the document."""
    text = files(__package__).joinpath("score_result_schema.json").read_text(encoding="utf-8")
    schema: dict[str, Any] = json.loads(text)
    return schema


def error_document(each: FileError, lang: Lang) -> dict[str, str]:
    """Return one file's entry among what failed."""
    return {"file": each.file, "message": error_text(each.code, each.params, lang)}


def published(value: Fraction | None, rounding: Rounding) -> float | int | None:
    """Return an exact figure as the JSON number that is published, None where there is none."""
    return None if value is None else json_number(rounded(value, rounding))


def json_number(value: Decimal | Fraction) -> float | int:
    """Return a number as JSON writes it; two-decimal figures survive, as 75.61 does."""
    return int(value) if value == int(value) else float(value)


def finding_document(finding: Finding, lang: Lang) -> dict[str, str]:
    """Return a finding with its texts."""
    text = finding_text(finding, lang)
    return {
        "code": text.code,
        "severity": text.severity.value,
        "place": text.place,
        "message": text.message,
        "remedy": text.remedy,
    }


def result_document(each: FileScore, lang: Lang) -> dict[str, Any]:
    """Return one file's entry among the document's results."""
    score = each.score
    unit = score.unit
    return {
        "file": each.file,
        "unit": {"code": unit.code, "name": unit.name, "level": unit.level, "block": unit.block},
        "period": str(score.period),
        "criteria_set": score.criteria_set,
        "set_status": score.set_status,
        "stage": score.stage,
        "provisional": score.provisional,
        "incomplete": score.incomplete,
        "points": json_number(score.published.points),
        "max_points": json_number(score.max_points),
        "applicable_max": json_number(score.applicable_max),
        "percent": None if score.published.percent is None else json_number(score.published.percent),
        "grade": None if score.grade is None else score.grade.id,
        "adjustments": [
            {
                "code": block.code,
                "title": block.title.in_(lang),
                "sign": block.sign,
                "points": published(block.points, each.rounding),
                "cap": None if block.cap is None else json_number(block.cap),
            }
            for block in score.adjustments
        ],
        "areas": [_area(area, each.rounding, lang) for area in score.areas()],
        "findings": [finding_document(finding, lang) for finding in score.findings],
        "exact": {
            "points": exact_text(score.points),
            "percent": None if score.percent is None else exact_text(score.percent),
        },
    }


def _area(area: NodeScore, rounding: Rounding, lang: Lang) -> dict[str, Any]:
    return {
        "code": area.code,
        "title": area.title.in_(lang),
        "points": published(area.points, rounding),
        "max_points": json_number(area.max_points),
        "applicable_max": json_number(area.applicable_max),
        "percent": published(area.percent, rounding),
    }
