"""Moments as text in either language, in the reader's own time zone."""

from __future__ import annotations

from datetime import datetime

from parcli.model.text import Lang

_FORMATS = {"vi": "%d/%m/%Y %H:%M", "en": "%Y-%m-%d %H:%M"}


def time_text(moment: datetime, lang: Lang) -> str:
    """Return a moment's local day and minute: "21/11/2026 09:30" in Vietnamese."""
    return moment.astimezone().strftime(_FORMATS[lang])
