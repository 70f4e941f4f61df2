"""Says of a period that its year is still to come: it would stand as the latest one; it reads no clock."""

from __future__ import annotations

from parcli.model.finding import Finding
from parcli.model.period import Period


def to_come(period: Period, place: str = "", *, this_year: int) -> tuple[Finding, ...]:
    """Return the finding about a period of a year after this one, none for any other."""
    if period.year <= this_year:
        return ()
    return (Finding("period-to-come", place, {"period": str(period), "year": str(this_year)}),)
