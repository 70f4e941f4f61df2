"""Turns the grades of a criteria set into one column and back, without loss."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from parcli.model.criteria_set import Grade, GradeScale
from parcli.model.number import exact_text
from parcli.model.text import Text
from parcli.store.values import fraction


def scales_text(scales: Mapping[str, GradeScale]) -> str:
    """Return scales by block as JSON."""
    return json.dumps(
        {
            block: {"by": scale.by, "grades": [_grade_list(grade) for grade in scale.grades]}
            for block, scale in scales.items()
        }
    )


@lru_cache(maxsize=64)
def scales(text: str) -> Mapping[str, GradeScale]:
    """Return the scales of a stored text; a store has few different ones."""
    found = json.loads(text)
    return MappingProxyType(
        {
            block: GradeScale(scale["by"], tuple(_grade(*grade) for grade in scale["grades"]))
            for block, scale in found.items()
        }
    )


def _grade_list(grade: Grade) -> list[str | bool | None]:
    return [grade.id, grade.name.vi, grade.name.en, exact_text(grade.bound), grade.inclusive]


def _grade(id_: str, vi: str, en: str | None, bound: str, inclusive: bool) -> Grade:
    return Grade(id_, Text(vi, en), fraction(bound), inclusive)
