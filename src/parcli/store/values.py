"""Turns exact numbers, times, texts, periods and withdrawals into columns and back, without loss."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from parcli.model.number import exact_text
from parcli.model.period import Period
from parcli.model.register import Withdrawal
from parcli.model.text import Text

WITHDRAWAL = "w.withdrawn_at, w.reason, w.tool_version"  # columns of a joined table, all null for none
SCALE = 10**6
_LARGEST = 2**63 - 1
_PERIOD = re.compile(r"(\d+)(?:-(H[12]|Q[1-4]))?")
_QUARTERS: Mapping[str | None, tuple[int, int]] = MappingProxyType(
    # the quarter in which a part of a year ends, and its length in quarters
    {"Q1": (1, 1), "Q2": (2, 1), "H1": (2, 2), "Q3": (3, 1), "Q4": (4, 1), "H2": (4, 2), None: (4, 4)}
)


def scaled(value: Fraction) -> int:
    """Return millionths, rounded down, to order by in SQL; what is too large becomes the largest integer."""
    return max(-_LARGEST, min(_LARGEST, value * SCALE // 1))


def optional_text(value: Fraction | None) -> str | None:
    """Return a number's exact text, None for none."""
    return None if value is None else exact_text(value)


def optional_fraction(text: str | None) -> Fraction | None:
    """Return the number of an exact text, None for none."""
    return None if text is None else fraction(text)


@lru_cache(maxsize=65_536)
def fraction(text: str) -> Fraction:
    """Return the number of an exact text; the same text comes often, and ``Fraction(text)`` is slow."""
    numerator, slash, denominator = text.partition("/")
    if slash:
        return Fraction(int(numerator), int(denominator))
    whole, _, decimals = text.partition(".")
    return Fraction(int(whole + decimals), 10 ** len(decimals))


@lru_cache(maxsize=16_384)
def decimal(text: str) -> Decimal:
    """Return the published figure of its text; a level's units have few different ones."""
    return Decimal(text)


def period_order(period: Period) -> int:
    """Return a number that orders periods by their end, a longer one after the shorter ones it covers."""
    end, length = _QUARTERS[period.part]
    return period.year * 100 + end * 10 + length


@lru_cache(maxsize=1024)
def period(text: str) -> Period:
    """Return the period of a stored text, whatever its year: registers may hold the year 22 of a typo "0022".

    Raises:
        ValueError: a text that ``str`` makes of no period.
    """
    match = _PERIOD.fullmatch(text)
    if match is None:
        raise ValueError(text)
    return Period(int(match[1]), match[2])


def time_text(moment: datetime) -> str:
    """Return a moment in ISO notation, with its offset where it has one."""
    return moment.isoformat()


def time(text: str) -> datetime:
    """Return the moment of a stored text."""
    return datetime.fromisoformat(text)


def withdrawal(at: str | None, reason: str, tool_version: str) -> Withdrawal | None:
    """Return the withdrawal of its columns, None for none."""
    return None if at is None else Withdrawal(time(at), reason, tool_version)


def path_text(path: str) -> str:
    r"""Return a path as text that any database takes; bytes that are no UTF-8 become ``\udc..``."""
    return path.encode("utf-8", "backslashreplace").decode("utf-8")


def text_columns(text: Text | None) -> tuple[str | None, str | None]:
    """Return the Vietnamese and the English column of a text."""
    return (None, None) if text is None else (text.vi, text.en)


def text(vi: str | None, en: str | None) -> Text | None:
    """Return the text of its two columns."""
    return None if vi is None else Text(vi, en)


def mapping_json(mapping: Mapping[str, str] | Mapping[str, int]) -> str:
    """Return a mapping as JSON, in its order."""
    return json.dumps(dict(mapping))


def mapping(stored: str) -> Mapping[str, Any]:
    """Return the mapping of its JSON, read-only."""
    return MappingProxyType(json.loads(stored))
