"""Tells which columns of a published table are of which year, by their heads or by those above them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct

from parcli.workbook.words import phrase_key

_YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b")
_OF_YEAR = re.compile(r"(?P<what>score|percent|rank|grade) of (?P<year>[0-9]{4})")
_NOT_NOW: Mapping[
    str, tuple[str, str]
] = {  # what a column of the year before is, and one of years before that
    "score": ("previous", "other"),
    "percent": ("other", "other"),
    "rank": ("previous_rank", "text"),
    "grade": ("text", "text"),
}


class YearHeads(Struct, frozen=True):
    """What stands beside a year in the head of a column of its own: scores, percentages, ranks, grades."""

    score: frozenset[str]
    percent: frozenset[str]
    rank: frozenset[str]
    grade: frozenset[str]
    above: frozenset[str]


def meaning_of_year(key: str, heads: YearHeads) -> str | None:
    """Return what a folded head that names one year is of ("rank of 2023"), None where it names no such."""
    years, beside = _YEAR.findall(key), _without_year(key)
    if len(years) != 1:
        return None
    kinds = ("score", "percent", "rank", "grade")
    return next((f"{kind} of {years[0]}" for kind in kinds if beside in getattr(heads, kind)), None)


def year_above(group: str, heads: YearHeads) -> int | None:
    """Return the year of a head above several columns that names nothing else: "Năm 2023"."""
    key = phrase_key(group)
    years = _YEAR.findall(key)
    return int(years[0]) if len(years) == 1 and _without_year(key) in heads.above else None


def settle_years(roles: list[str]) -> None:
    """Take the last year's columns for the table's figures, ranks and grades, the year before's for previous.

    A rank or grade of an earlier year than the figures is never one by these figures.
    """
    found = [_OF_YEAR.fullmatch(role) for role in roles]
    last = max((int(match["year"]) for match in found if match), default=0)
    scored = any(match and match["what"] == "score" for match in found)
    for at, match in enumerate(found):
        if match is None:
            continue
        what = "score" if match["what"] == "percent" and not scored else match["what"]
        year = int(match["year"])
        roles[at] = _now(what, roles) if year == last else _NOT_NOW[what][year != last - 1]


def _now(what: str, roles: Sequence[str]) -> str:
    if what != "score":
        return what
    return "other" if "total" in roles else "total"


def _without_year(key: str) -> str:
    return " ".join(_YEAR.sub("", key).split())
