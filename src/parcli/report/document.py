"""Gives a report's context as a JSON document: the same names and values, in one language.

A figure is a number, an ``exact_`` one a text that ``Fraction`` reads back ("2711/32"). The names are those
of ``report.context``, which docs/reference/report-data.md describes.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import Enum
from fractions import Fraction
from typing import Any

from msgspec import Struct

from parcli.messages.rules_text import rule_lines
from parcli.model.criteria_set import Node
from parcli.model.number import exact_text
from parcli.model.period import Period
from parcli.model.text import Lang, Text
from parcli.report.context import ReportContext
from parcli.report.loaded import Loaded
from parcli.report.score_json import json_number
from parcli.report.sentences import group_sentences, group_title, report_title, unit_sentences

SCHEMA_VERSION = 1
_EXACT = "exact_"


def report_document(context: ReportContext, lang: Lang) -> dict[str, Any]:
    """Return the document of one report."""
    document = _of_struct(context, lang)
    del document["own_words"]  # how outputs are worded, and no result
    document["head"]["title"] = report_title(context, lang)
    for unit, made in zip(context.units, document["units"], strict=True):
        made["sentences"] = list(unit_sentences(context, unit, lang))
    groups = [*context.blocks, *context.regions, context.level]
    for group, made in zip(
        groups, [*document["blocks"], *document["regions"], document["level"]], strict=True
    ):
        made["title"] = group_title(context, group, lang)
        made["sentences"] = list(group_sentences(context, group, lang))
    return {"schema": SCHEMA_VERSION, "lang": lang, **document}


def _of_struct(value: Struct, lang: Lang) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for name in value.__struct_fields__:
        field = getattr(value, name)
        exact = name.startswith(_EXACT) and isinstance(field, Fraction)
        made[name] = exact_text(field) if exact else _plain(field, lang)
    return made


def _plain(value: Any, lang: Lang) -> Any:
    """Return a value as JSON has it."""
    match value:
        case Text():
            return value.in_(lang)
        case Period():
            return str(value)
        case Node():
            return _of_criterion(value, lang)
        case Struct():
            return _of_struct(value, lang)
        case Fraction():
            return json_number(value)
        case Enum():
            return value.value
        case datetime():
            return value.isoformat()
        case tuple() | Loaded():
            return [_plain(each, lang) for each in value]
        case Mapping():
            return {key: _plain(each, lang) for key, each in value.items()}
        case _:
            return value


def _of_criterion(node: Node, lang: Lang) -> dict[str, Any]:
    """Return what a set says of a criterion: how it is scored and by which clause."""
    rule = [] if node.rule is None else list(rule_lines(node.rule, node.max_points, lang))
    return {"rule": rule, "reference": node.reference}
