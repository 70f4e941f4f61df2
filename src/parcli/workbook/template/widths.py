"""Widths of a template's columns, in digits of the font."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from parcli.workbook.template.plan import ColumnKey

WIDTHS: Mapping[ColumnKey, float] = MappingProxyType(
    {
        "code": 7.5,
        "title": 36,
        "max": 7,
        "declared": 15,
        "numerator": 9,
        "denominator": 9,
        "self": 7.5,
        "worked": 7.5,
        "applicable": 8,
        "percent": 9,
        "evidence_number": 12,
        "evidence_date": 11,
        "evidence_link": 10,
        "explanation": 20,
        "survey": 8,
        "imported": 8,
        "leaders": 8.5,
        "appraised_1": 7.5,
        "appraised_2": 7.5,
        "note": 12,
    }
)
