"""Renders texts by code and language; the tables beside this module hold the words."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct

from parcli.messages.errors import ERRORS
from parcli.messages.filling import fill
from parcli.messages.findings import FINDINGS
from parcli.model.finding import Finding, Param, Severity
from parcli.model.text import Lang

_PLACE = re.compile(r"\{\w+\}")


class FindingText(Struct, frozen=True):
    """A finding as a reader sees it."""

    code: str
    severity: Severity
    place: str
    message: str
    remedy: str


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


def says_the_same(code: str) -> bool:
    """Tell whether a finding says the same wherever it is made."""
    return not _PLACE.search(FINDINGS[code].message.vi)


def error_text(code: str, params: Mapping[str, Param], lang: Lang) -> str:
    """Return the one sentence of a ``ParError``."""
    return fill(ERRORS[code], params, lang)
