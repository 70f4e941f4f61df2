"""Tells from a number format whether it shows a percentage, a date or a span of time; it formats nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

Look = Literal["plain", "percent", "date", "duration"]

_QUOTED_OR_ESCAPED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
# Brackets hold colours, conditions and languages, except those around hours, minutes or seconds.
_NO_PART_OF_A_DATE = re.compile(r'".*?"|\[(?!hh?\]|mm?\]|ss?\])[^\]]*\]')
_DATE_LETTER = re.compile(r"(?<![_\\])[dmhys]", re.IGNORECASE)
_ELAPSED = re.compile(r"\[(?:hh?|mm?|ss?)\]", re.IGNORECASE)

# The formats without text in the file that are not plain (ECMA-376 part 1, 18.8.30).
BUILT_IN: Mapping[int, Look] = {
    **dict.fromkeys((9, 10), "percent"),
    **dict.fromkeys((*range(14, 23), 45, 47), "date"),
    46: "duration",
}


def look_of(number_format: str) -> Look:
    """Return what a number of this format is shown as."""
    first = number_format.split(";", maxsplit=1)[0]
    if _DATE_LETTER.search(_NO_PART_OF_A_DATE.sub("", first)):
        return "duration" if _ELAPSED.search(first) else "date"
    return "percent" if shows_percent(number_format) else "plain"


def shows_percent(number_format: str) -> bool:
    """Tell whether 0.85 is shown as 85 %; a percent sign in quotes is only a character."""
    return "%" in _QUOTED_OR_ESCAPED.sub("", number_format)
