"""Findings of reading workbooks: code, severity, what, remedy, in Vietnamese and English."""

from __future__ import annotations

from parcli.messages.entry import Entry, entry
from parcli.model.finding import Severity

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO

TABLE: dict[str, Entry] = {}
