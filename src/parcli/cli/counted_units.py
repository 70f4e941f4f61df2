"""Words how many units some files are of, where these are not as many."""

from __future__ import annotations

from parcli.messages.labels import label
from parcli.model.text import Lang


def units_in(files: int, units: int, lang: Lang) -> str:
    """Return ", 120 đơn vị" behind the number of files, "" where there are as many units."""
    return "" if files == units else label("units-in-files", lang, number=units)
