"""Turns the serial numbers and ISO texts that files keep for dates into moments; it knows no cells."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from parcli.workbook.xlsx.declined import Declined

# Cells hold local dates without a zone.
EPOCH_1900 = datetime(1899, 12, 30)  # noqa: DTZ001
EPOCH_1904 = datetime(1904, 1, 1)  # noqa: DTZ001

_LEAP_DAY_1900 = 60  # a day that never was, but which Excel counts
_MILLISECONDS = 86_400_000
_ISO_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_ISO_TIME = re.compile(r"(\d\d:\d\d(?::\d\d(?:\.000)?)?)Z?")
_ISO_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d(?::\d\d(?:\.000)?)?)Z?")


def from_serial(serial: float, epoch: datetime) -> datetime:
    """Return the moment of a day's number; a time of day alone falls on the day before 1900 begins.

    Raises:
        ValueError, OverflowError: there is no such moment.
    """
    day, fraction = divmod(serial, 1)
    time = timedelta(milliseconds=round(fraction * _MILLISECONDS))
    if 0 <= serial < 1 and not time.days:
        return EPOCH_1900 + time
    if 0 < serial < _LEAP_DAY_1900 and epoch == EPOCH_1900:
        day += 1
    return epoch + timedelta(days=day) + time


def from_duration(days: float) -> datetime:
    """Return the end of a span of time that begins when a day's number is 0.

    Raises:
        ValueError, OverflowError: there is no such moment.
    """
    span = timedelta(days=days)
    if span.microseconds:
        span = timedelta(seconds=span.total_seconds() // 1, microseconds=round(span.microseconds, -3))
    return EPOCH_1900 + span


def from_iso(text: str) -> datetime:
    """Return the moment of a cell of type ``d``: a date, a time of day or both.

    Raises:
        ValueError: there is no such moment.
        Declined: it is written in another way.
    """
    if _ISO_DATE.fullmatch(text):
        return datetime.fromisoformat(text)
    if found := _ISO_TIME.fullmatch(text):
        return datetime.fromisoformat(f"{EPOCH_1900:%Y-%m-%d}T{found[1]}")
    if found := _ISO_MOMENT.fullmatch(text):
        return datetime.fromisoformat(f"{found[1]}T{found[2]}")
    raise Declined(f"date {text[:40]!r}")
