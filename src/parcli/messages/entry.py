"""The shape of one row of the table of finding codes."""

from __future__ import annotations

from msgspec import Struct

from parcli.model.finding import Severity
from parcli.model.text import Text


class Entry(Struct, frozen=True):
    """One finding's severity, its text and its remedy; ``{name}`` in them is filled from the params."""

    severity: Severity
    message: Text
    remedy: Text


def entry(severity: Severity, vi: str, remedy_vi: str, *, en: str, remedy_en: str) -> Entry:
    """Return a row from its four texts."""
    return Entry(severity, Text(vi, en), Text(remedy_vi, remedy_en))
