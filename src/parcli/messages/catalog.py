"""Renders texts by code and language; the tables beside this module hold the words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from parcli.messages.errors import ERRORS
from parcli.messages.findings import FINDINGS
from parcli.messages.numbers import bounds_text, number_text, percent_text, published_text
from parcli.model.finding import Bounds, Finding, Param, Percent, Severity
from parcli.model.text import Lang, Text


@dataclass(frozen=True, slots=True)
class FindingText:
    """A finding as a reader sees it."""

    code: str
    severity: Severity
    place: str
    message: str
    remedy: str


def fill(template: Text, params: Mapping[str, Param], lang: Lang) -> str:
    """Return a template with its params as text of the language.

    Raises:
        KeyError: a param is missing: a fault of the program, not of the data.
    """
    shown = {name: param_text(value, lang) for name, value in params.items()}
    return template.in_(lang).format_map(shown)


def param_text(value: Param | Decimal, lang: Lang) -> str:
    """Return one param as text of the language; a tuple is joined by ", "."""
    match value:
        case str():
            return value
        case Decimal():
            return published_text(value, lang)
        case int() | Fraction():
            return number_text(value, lang)
        case Percent():
            return percent_text(value.value, lang)
        case Bounds():
            return bounds_text(value.interval, value.percent, lang)
        case Text():
            return value.in_(lang)
        case tuple():
            return ", ".join(param_text(part, lang) for part in value)


def finding_text(finding: Finding, lang: Lang) -> FindingText:
    """Return a finding's severity, message and remedy in the language."""
    entry = FINDINGS[finding.code]
    return FindingText(
        code=finding.code,
        severity=entry.severity,
        place=finding.place,
        message=fill(entry.message, finding.params, lang),
        remedy=fill(entry.remedy, finding.params, lang),
    )


def error_text(code: str, params: Mapping[str, Param], lang: Lang) -> str:
    """Return the one sentence of a ``ParError``."""
    return fill(ERRORS[code], params, lang)
