"""Tells rows of totals by their text, and the part of the table that one names; it knows no criteria set."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from msgspec import Struct

from parcli.model.folding import folded
from parcli.model.remembered import remembered
from parcli.workbook.sheet import cleaned
from parcli.workbook.words import phrase_key, words

_TERMS = re.compile(r"(?: [ivx0-9+]+)+$")  # "Tổng cộng I - IX"
_CODE = r"(?:[0-9]{1,2}|[ivxlc]{1,6}|[a-i])(?:\.[0-9]{1,2})*"
_LONGEST = 200  # characters: "Tổng điểm lĩnh vực 1" with the area's title


class SumName(Struct, frozen=True):
    """A total; ``codes`` holds the one code that it names ("Cộng lĩnh vực II"), () where it names none.

    ``title`` is that of the area which it names without its code ("Tổng điểm lĩnh vực Thể chế").
    """

    codes: tuple[str, ...] = ()
    title: str = ""


@remembered
def sum_name(text: str) -> SumName | None:
    """Return what a text says if it names a total, else None.

    A total bears one of the known names alone, before what it adds up ("Tổng cộng (I+II)") or before the part
    that it is of, with that part's title or without ("Tổng điểm của lĩnh vực 1: Thể chế").
    """
    key = phrase_key(text) if len(text) <= _LONGEST else ""
    if key.partition(" ")[0] not in _first_words():
        return None
    if key in words().footer:
        return SumName()
    match = _named().fullmatch(folded(cleaned(text)))
    if match is None or not (match["part"] or match["head"] in words().footer):
        return _of_area(cleaned(text)) or (SumName() if _TERMS.sub("", key) in words().footer else None)
    code = match["of"] or match["one"]
    return SumName((code.upper(),)) if code else SumName()


def _of_area(text: str) -> SumName | None:
    """Return the total of an area that is named by its title, or not at all ("Tổng điểm của lĩnh vực")."""
    spaced = text.replace(":", " : ")  # a mark behind a word folds with it
    match = _titled().fullmatch(folded(spaced))
    if match is None:
        return None
    count = len((match["title"] or "").split())  # words of the text as it stands: folding twice spoils them
    return SumName(title=" ".join(spaced.split()[-count:]) if count else "")


@cache
def _first_words() -> frozenset[str]:
    return frozenset(phrase.partition(" ")[0] for phrase in words().footer | words().footer_of_part)


@cache
def _named() -> re.Pattern[str]:
    """Match a total's name before "lĩnh vực II: …", "của lĩnh vực II", "(I)", "II" or "(I + II)"."""
    part = _any_of(map(folded, words().before_code))
    of_part = rf"(?P<part>{part})\s+(?P<of>{_CODE})(?:[\s:.)(–-].*)?"
    several = rf"{_CODE}(?:\s*[+,;]\s*{_CODE})+"
    alone = rf"[(\[]?\s*(?:(?P<one>{_CODE})|{several})\s*[)\]]?[\s:.]*"
    return re.compile(rf"{_head()}(?:{_between()}{of_part}|{alone})")


@cache
def _titled() -> re.Pattern[str]:
    """Match a total's name before "lĩnh vực Thể chế" or "lĩnh vực" alone."""
    area = re.escape(folded(words().before_code[0]))
    head = rf"(?:{_any_of(words().footer_of_area)})\s+"
    return re.compile(rf"{head}{_between()}{area}(?:[\s:.–-]+(?P<title>\S.*))?")


def _head() -> str:
    return rf"(?P<head>{_any_of(words().footer | words().footer_of_part)})[\s:.,–-]*[(\[]?"


def _between() -> str:
    return rf"(?:(?:{_any_of(words().before_part)})\s+)*"


def _any_of(phrases: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, phrases), key=len, reverse=True))
