"""Turns the dates, times and durations that libraries hand back into the one kind that a ``Cell`` holds."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

_EXCEL_DAY_ZERO = datetime(1899, 12, 30)  # noqa: DTZ001 - cells hold local dates without a zone


def moment(value: datetime | date | time | timedelta) -> datetime:
    """Return the moment; a time or a duration is counted from Excel's day zero."""
    match value:
        case datetime():
            return value
        case date():
            return datetime(value.year, value.month, value.day)  # noqa: DTZ001 - as above
        case time():
            return datetime.combine(_EXCEL_DAY_ZERO, value)
    return _EXCEL_DAY_ZERO + value
