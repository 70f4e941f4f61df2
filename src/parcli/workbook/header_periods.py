"""Tells of which period a header's text speaks, a year or an earlier one, and what it says beside that."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from msgspec import Struct

from parcli.model.folding import folded
from parcli.model.remembered import remembered
from parcli.workbook.periods import ends_in_date
from parcli.workbook.sheet import cleaned
from parcli.workbook.words import words

EARLIER = -1  # a period before this one, whichever this is
_BESIDE = re.compile(r"[()\[\]{},;:*]|(?<!\d)/|/(?!\d)")  # but not what stands within dates
_LONGEST = 200  # characters: no header that is longer speaks of a period


class PeriodNamed(NamedTuple):
    """A year, EARLIER or 0 for none, and the text without the words that name it."""

    period: int
    rest: str


@remembered
def period_named(text: str) -> PeriodNamed:
    """Return of which period a header's text speaks.

    A document's year is none, nor is a period that something is compared with.
    """
    plain = cleaned(_BESIDE.sub(" ", text[:_LONGEST]))
    key = folded(plain)  # word by word, the tone to a word's very end
    patterns = _patterns()
    if earlier := patterns.earlier.search(key):
        compared = patterns.compared.search(key[: earlier.start()])
        return PeriodNamed(0, text) if compared else PeriodNamed(EARLIER, _without(plain, earlier))
    found = [match for match in patterns.year.finditer(key) if _is_period(key, match)]
    if len({match["year"] for match in found}) != 1:
        return PeriodNamed(0, text)
    return PeriodNamed(int(found[0]["year"]), _without(plain, found[0]))


def lowest_period(named: Iterable[PeriodNamed]) -> int:
    """Return the period of the texts above a column: what stands lowest says it, 0 where nothing does."""
    periods = [each.period for each in named if each.period]
    return periods[-1] if periods else 0


def _is_period(key: str, year: re.Match[str]) -> bool:
    """Tell whether a year is no document's, and is called one or stands at an end of the text."""
    before, after = key[: year.start()], key[year.end() :]
    if ends_in_date(before) or _patterns().document.search(before):
        return False
    return bool(year["word"]) or not before.strip() or not after.strip()


def _without(plain: str, match: re.Match[str]) -> str:
    """Return a text without the words that a match in its folded form is of."""
    each, first = plain.split(" "), match.string[: match.start()].count(" ")
    return " ".join(each[:first] + each[first + len(match[0].split(" ")) :])


class _Patterns(Struct, frozen=True):
    """Patterns over folded text."""

    earlier: re.Pattern[str]
    compared: re.Pattern[str]
    year: re.Pattern[str]
    document: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    table = words()
    called = f"{table.time['year']}|{table.time['period']}"
    return _Patterns(
        earlier=re.compile(rf"(?<!\w)(?:{_any(table.last_period)})(?!\w)"),
        compared=re.compile(rf"(?<!\w)(?:{_any(table.compared)}) (?:\w+ )?$"),
        year=re.compile(
            rf"(?<![\w/.,–-])(?P<word>(?:{called}) )?(?P<year>(?:19|20)[0-9]{{2}})(?!\w| ?[-–/] ?[0-9])"
        ),
        document=re.compile(rf"(?<!\w)(?:{_any(table.documents)})(?!\w)"),
    )


def _any(phrases: Iterable[str]) -> str:
    return "|".join(sorted((re.escape(folded(each)) for each in phrases), key=len, reverse=True))
