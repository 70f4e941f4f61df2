"""Tells the lines below which a table has ended, whoever signs it; it knows no column and no row."""

from __future__ import annotations

import re
from functools import cache

from parcli.workbook.words import phrase_key, starts_with_any, words

_LONGEST = 12  # words
_DATED = 4  # words of a place before its date: "Buôn Ma Thuột, ngày … tháng … năm …"


def is_signature(text: str) -> bool:
    """Tell whether a cell says who signs, or where and when, and nothing else.

    "Giám đốc", "TM. UBND xã" and "Người lập biểu, Giám đốc" do; a unit "Ký Phú" and a criterion "Chủ tịch đối
    thoại với người dân" only begin alike.
    """
    key = phrase_key(text)
    return 0 < len(key.split()) <= _LONGEST and (_signs(key) or is_dated(key))


def is_dated(key: str) -> bool:
    """Tell whether a line's key is a place and a day; "trước ngày 15 tháng 12 năm 2023" is a time limit."""
    match = _date().fullmatch(key)
    return match is not None and not starts_with_any(match["place"].strip(), words().time_limits)


def _signs(key: str) -> bool:
    for phrase in words().signatures:
        if key == phrase:
            return True
        if key.startswith(phrase + " "):
            rest = key.removeprefix(phrase + " ")
            if starts_with_any(rest, words().signed_for) or _signs(rest):
                return True
    return False


@cache
def _date() -> re.Pattern[str]:
    time = words().time
    day, month, year = (re.escape(time[name]) for name in ("day", "month", "year"))
    number = r"(?: [0-9]{1,4})?"
    return re.compile(rf"(?P<place>(?:\S+ ){{0,{_DATED}}}){day}{number} {month}{number}(?: {year}{number})?")
