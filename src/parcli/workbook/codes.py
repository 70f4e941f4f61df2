"""Reads the codes of criteria as workbooks write them: Roman or Arabic, in a number cell, before a title."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime, time
from functools import cache

from parcli.model.number import exact_from_float, exact_text
from parcli.model.remembered import remembered
from parcli.workbook.sheet import Cell, cleaned
from parcli.workbook.words import words

_LONGEST = 200  # characters of a cell that holds a code, its word and spaces
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_ROMAN_NUMBER = re.compile(r"(?=[IVXLC])(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})")
_SEGMENT = r"(?:[0-9]{1,2}|[IVXLC]{1,6})"
_CODE = re.compile(rf"{_SEGMENT}(?:\.(?:{_SEGMENT}|[^\W\d_]))*", re.IGNORECASE)


def code_candidates(cell: Cell) -> tuple[str, ...]:
    """Return what a cell of the code column can mean, the likeliest first; () for what is no code.

    The number 1.1 is "1.1" or "1.10", a date is the code that Excel took for one ("1.10" became 1 October).
    """
    match cell.value:
        case bool():
            return ()
        case int():
            return (str(cell.value),) if 0 < cell.value < 100 else ()
        case float():
            return _float_codes(cell.value)
        case datetime():
            return _date_codes(cell.value)
        case str():
            written = written_code(cell.text)
            return (written,) if written else ()
    return ()


@remembered
def written_code(text: str) -> str:
    """Return a code without its word and closing marks ("Lĩnh vực I." is "I"), "" for what is no code."""
    match = _written().fullmatch(cleaned(text)) if len(text) <= _LONGEST else None
    code = match["code"].replace(" ", "").replace(",", ".") if match else ""
    return code if _CODE.fullmatch(code) else ""


@remembered
def code_in_front(title: str) -> tuple[str, str]:
    """Return the code before a title and the title without it; ("", title) where there is none."""
    text = cleaned(title)
    match = _in_front().fullmatch(text)
    if match is None or (not match["more"] and match["end"].isspace()):
        return "", text
    return match["code"], match["title"]


@remembered
def letter_in_front(title: str) -> tuple[str, str]:
    """Return the letter before a title and the title without it ("A. Chỉ đạo"); ("", title) without one."""
    text = cleaned(title)
    match = _lettered().fullmatch(text)
    return (match["letter"], match["title"]) if match else ("", text)


@remembered
def code_key(code: str) -> str:
    """Return a code for comparison: upper case, segments without leading zeros, Roman numbers as Arabic."""
    return ".".join(_segment_key(segment) for segment in code.strip(" .").split("."))


@cache
def _written() -> re.Pattern[str]:
    return re.compile(rf"(?:(?:{_any_of(words().before_code)})\s+)?(?P<code>.*?)[\s.):;,-]*", re.IGNORECASE)


@cache
def _in_front() -> re.Pattern[str]:
    """Match "1.1 Ban", "1.1. Ban", "1.1.Ban"; a single number needs its dot, and "1.5 points" is no code."""
    return re.compile(
        rf"(?:(?:{_any_of(words().before_code)})\s+)?"
        r"(?P<code>(?:[1-9][0-9]?|[IVXLC]{1,6})(?P<more>(?:\.[0-9]{1,2})*))"
        r"(?P<end>\s*[.:](?=\D)\s*|\s+[-–]\s+|\s+)"
        rf"(?P<title>(?!(?:{_any_of(words().points)})\b|%|/)\S.*)"
    )


@cache
def _lettered() -> re.Pattern[str]:
    """Match "A. Chỉ đạo", "A - Chỉ đạo", "Lĩnh vực A: Chỉ đạo"."""
    word = rf"(?:(?:{_any_of(words().before_code)})\s+)?"
    return re.compile(rf"{word}(?P<letter>[A-Z])(?:\s*[.:)]\s*|\s+[-–]\s+)(?P<title>[^\W\d]\S.*)")


def _any_of(texts: Iterable[str]) -> str:
    return "|".join(map(re.escape, texts))


def _segment_key(segment: str) -> str:
    text = segment.strip().upper()
    if text.isdigit():
        return str(int(text))
    if text and _ROMAN_NUMBER.fullmatch(text):
        values = [_ROMAN[letter] for letter in text]
        following = [*values[1:], 0]
        return str(sum(-v if v < after else v for v, after in zip(values, following, strict=True)))
    return text


def _float_codes(value: float) -> tuple[str, ...]:
    if not 0 < value < 100:
        return ()
    text = exact_text(exact_from_float(value))
    whole, _, decimals = text.partition(".")
    if len(decimals) > 2:
        return ()
    return (text, f"{whole}.{decimals}0") if len(decimals) == 1 else (text,)


def _date_codes(value: datetime) -> tuple[str, ...]:
    if value.time() != time():
        return ()
    day, month, year = str(value.day), str(value.month), str(value.year % 100)
    return tuple(
        dict.fromkeys((f"{day}.{month}", f"{month}.{day}", f"{day}.{month}.{year}", f"{month}.{day}.{year}"))
    )
