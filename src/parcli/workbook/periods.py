"""Reads a period from the words of a workbook ("6 tháng đầu năm 2023", "quý I/2023"); it finds no cells."""

from __future__ import annotations

import re

from parcli.model.folding import folded
from parcli.model.period import Period
from parcli.workbook.sheet import cleaned

_YEAR = r"(?P<year>(?:19|20)[0-9]{2})"
_PARTS = tuple(
    (re.compile(pattern), part)
    for pattern, part in (
        (rf"{folded('6 tháng đầu')} (?:{folded('năm')} )?{_YEAR}", "H1"),
        (rf"{folded('6 tháng cuối')} (?:{folded('năm')} )?{_YEAR}", "H2"),
        (rf"{folded('quý')} (?P<quarter>[1-4]|iv|i{{1,3}}) ?(?:/|[,-]|{folded('năm')})? ?{_YEAR}", "Q"),
    )
)
_WHOLE = re.compile(rf"(?:(?:{folded('kỳ')}|{folded('năm')}) )?{_YEAR}")
_IN_TITLE = re.compile(rf"\b{folded('năm')} {_YEAR}\b")
_DATE_BEFORE = re.compile(rf"(?:{folded('tháng')} [0-9]{{1,2}}|[0-9]+/[0-9]+) ?,? ?$")
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}


def period_of(text: str) -> Period | None:
    """Return the period that a label's value names, or None."""
    key = folded(cleaned(text)).strip(" .:")
    try:
        return Period.parse(key)
    except ValueError:
        pass
    part = _part_in(key)
    if part is not None and part[1] == key:
        return part[0]
    whole = _WHOLE.fullmatch(key)
    return Period(int(whole["year"])) if whole else None


def period_in_title(text: str) -> Period | None:
    """Return the period that a title line mentions ("… NĂM 2023"), dates of documents left out, or None."""
    key = folded(cleaned(text))
    part = _part_in(key)
    if part is not None:
        return part[0]
    found = {
        int(match["year"])
        for match in _IN_TITLE.finditer(key)
        if not _DATE_BEFORE.search(key[: match.start()])
    }
    return Period(found.pop()) if len(found) == 1 else None


def _part_in(key: str) -> tuple[Period, str] | None:
    """Return the half-year or quarter named in a folded text, and the words that name it."""
    for pattern, part in _PARTS:
        if match := pattern.search(key):
            if part == "Q":
                quarter = match["quarter"]
                part = "Q" + _ROMAN.get(quarter, quarter)  # noqa: PLW2901
            return Period(int(match["year"]), part), match[0]
    return None
