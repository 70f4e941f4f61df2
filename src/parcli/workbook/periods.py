"""Reads a period from the words of a workbook ("6 tháng đầu năm 2023", "quý I/2023"); it finds no cells."""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from parcli.model.folding import folded
from parcli.model.period import Period
from parcli.workbook.sheet import cleaned
from parcli.workbook.words import words

_HALVES = (("first_half", "H1"), ("second_half", "H2"))
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}
_LONGEST = 1_000  # characters of a title that are looked at: each year looks back at all before it


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
    whole = _patterns().whole.fullmatch(key)
    return Period(int(whole["year"])) if whole else None


def period_in_title(text: str) -> Period | None:
    """Return the period that a title line mentions ("… NĂM 2023"), or None.

    Dates of documents are left out, and of several years those that only date a document ("Quyết định số
    892/QĐ-BNV năm 2024").
    """
    key = folded(cleaned(text[:_LONGEST]))
    part = _part_in(key)
    if part is not None:
        return part[0]
    patterns = _patterns()
    found = [
        (int(match["year"]), bool(patterns.document_before.search(key[: match.start()])))
        for match in patterns.in_title.finditer(key)
        if not ends_in_date(key[: match.start()])
    ]
    years = {year for year, _ in found}
    if len(years) > 1:
        years = {year for year, of_document in found if not of_document}
    return Period(years.pop()) if len(years) == 1 else None


def ends_in_date(key: str) -> bool:
    """Tell whether a folded text ends in a day or a month, so that the year behind it is a date's."""
    return bool(_patterns().date_before.search(key))


def _part_in(key: str) -> tuple[Period, str] | None:
    """Return the half-year or quarter named in a folded text, and the words that name it."""
    for pattern, part in _patterns().parts:
        if match := pattern.search(key):
            if part == "Q":
                quarter = match["quarter"]
                part = "Q" + _ROMAN.get(quarter, quarter)  # noqa: PLW2901
            return Period(int(match["year"]), part), match[0]
    return None


class _Patterns(Struct, frozen=True):
    """Patterns over folded text; ``parts`` pairs each with H1, H2, or Q where the quarter is in the match."""

    whole: re.Pattern[str]
    in_title: re.Pattern[str]
    date_before: re.Pattern[str]
    document_before: re.Pattern[str]
    parts: tuple[tuple[re.Pattern[str], str], ...]


@cache
def _patterns() -> _Patterns:
    word = words().time
    documents = "|".join(re.escape(folded(each)) for each in words().documents)
    number = r"(?P<year>(?:19|20)[0-9]{2})"
    halves = [(rf"{word[name]} (?:{word['year']} )?{number}", part) for name, part in _HALVES]
    quarter = rf"{word['quarter']} (?P<quarter>[1-4]|iv|i{{1,3}}) ?(?:/|[,-]|{word['year']})? ?{number}"
    return _Patterns(
        whole=re.compile(rf"(?:(?:{word['period']}|{word['year']}) )?{number}"),
        in_title=re.compile(rf"\b{word['year']} {number}\b"),
        date_before=re.compile(rf"(?:{word['month']} [0-9]{{1,2}}|[0-9]+/[0-9]+) ?,? ?$"),
        document_before=re.compile(rf"(?<!\w)(?:{documents})(?: [^ ]+)? [^ ]*[0-9][^ ]* ?,? ?$"),
        parts=tuple((re.compile(pattern), part) for pattern, part in (*halves, (quarter, "Q"))),
    )
