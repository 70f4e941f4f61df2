"""Turns the params of a finding into JSON that gives back every type as it was; words nothing.

Text and whole numbers are JSON's own, a list is a tuple, and whatever JSON has no type for is an object with
one key: ``fraction``, ``percent``, ``bounds`` or ``text``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import Any

from parcli.model.finding import Bounds, Param, Percent
from parcli.model.number import exact_text
from parcli.model.rules import Bound, Interval
from parcli.model.text import Text


def params_json(params: Mapping[str, Param]) -> str:
    """Return params as JSON, in ASCII, so that no text from a workbook is refused by the database."""
    return json.dumps({name: _packed(value) for name, value in params.items()})


def params(stored: str) -> Mapping[str, Param]:
    """Return the params of their JSON."""
    return MappingProxyType({name: _unpacked(value) for name, value in json.loads(stored).items()})


def _packed(value: Param) -> Any:
    match value:
        case str() | int():
            return value
        case Fraction():
            return {"fraction": exact_text(value)}
        case Percent():
            return {"percent": exact_text(value.value)}
        case Bounds():
            ends = [_packed_bound(value.interval.lower), _packed_bound(value.interval.upper)]
            return {"bounds": [*ends, value.percent]}
        case Text():
            return {"text": [value.vi, value.en]}
        case tuple():
            return [_packed(part) for part in value]


def _unpacked(value: Any) -> Param:
    match value:
        case {"fraction": number}:
            return Fraction(number)
        case {"percent": number}:
            return Percent(Fraction(number))
        case {"bounds": [lower, upper, percent]}:
            return Bounds(Interval(_unpacked_bound(lower), _unpacked_bound(upper)), percent)
        case {"text": [vi, en]}:
            return Text(vi, en)
        case list():
            return tuple(_unpacked(part) for part in value)
        case str() | int():
            return value
    raise ValueError(value)


def _packed_bound(bound: Bound | None) -> list[str | bool] | None:
    return None if bound is None else [exact_text(bound.value), bound.inclusive]


def _unpacked_bound(stored: list[Any] | None) -> Bound | None:
    return None if stored is None else Bound(Fraction(stored[0]), stored[1])
