"""From when to when something holds, and which days a period spans; knows no unit."""

from __future__ import annotations

import calendar
from datetime import date

from msgspec import Struct

from parcli.model.period import Period

_MONTHS = {None: (1, 12), "H1": (1, 6), "H2": (7, 12)} | {f"Q{n}": (3 * n - 2, 3 * n) for n in range(1, 5)}


class Validity(Struct, frozen=True):
    """Whole days from ``first`` to ``last``, both included; None leaves that end open."""

    first: date | None = None
    last: date | None = None

    @property
    def reversed(self) -> bool:
        """Tell whether the last day comes before the first."""
        return self._start > self._end

    def overlaps(self, other: Validity) -> bool:
        """Tell whether there is a day on which both hold."""
        return self._start <= other._end and other._start <= self._end

    def last_common_day(self, other: Validity) -> date:
        """Return the last day on which both hold, ``date.max`` where neither ends; they have to overlap."""
        return min(self._end, other._end)

    @property
    def _start(self) -> date:
        return self.first or date.min

    @property
    def _end(self) -> date:
        return self.last or date.max


ALWAYS = Validity()


def days_of(period: Period | None) -> Validity:
    """Return the days of a period; no period means all days."""
    if period is None:
        return ALWAYS
    first, last = _MONTHS[period.part]
    year = max(period.year, date.min.year)  # an old register may hold the year 0
    _, month_length = calendar.monthrange(year, last)
    return Validity(date(year, first, 1), date(year, last, month_length))
