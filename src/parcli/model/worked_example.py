"""A set's worked examples as values: what stands in a form, and what has to come of it; nothing is scored."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from msgspec import Struct

from parcli.model.period import Period

Written = str | Decimal | bool | None
Others = Literal["full", "blank"]


class GivenRow(Struct, frozen=True):
    """An unnumbered row below a criterion: its label and its one or two cells."""

    label: str
    cells: tuple[Written, ...]
    place: str


class Given(Struct, frozen=True):
    """What stands in a form for one criterion, not understood yet.

    ``cells`` are the answer cell, or numerator and denominator (this and the last period); none where the
    answer stands on ``rows`` below the criterion.
    """

    place: str
    cells: tuple[Written, ...] = ()
    rows: tuple[GivenRow, ...] = ()


class Expected(Struct, frozen=True):
    """What has to come out; what is None (or empty) is not asked for.

    ``percent`` is in per cent (89.5); ``grade`` is a grade's id; ``findings`` are codes that have to be
    among those found.
    """

    points: Fraction | None = None
    of: Fraction | None = None
    percent: Fraction | None = None
    grade: str = ""
    findings: tuple[str, ...] = ()


class LeafCase(Struct, frozen=True):
    """One answer to one criterion; ``period`` is None where any in which the criterion is due will do."""

    criterion: str
    title: str
    reference: str
    given: Given
    expected: Expected
    place: str
    period: Period | None = None

    def places(self) -> Iterator[str]:
        """Yield every place of the case's cells."""
        yield from (self.place, self.given.place, *(row.place for row in self.given.rows))


class UnitCase(Struct, frozen=True):
    """The answers of one unit and its whole result; ``awarded`` are points of the council.

    Criteria that are not named get their maximum (``full``) or stay blank.
    """

    title: str
    reference: str
    block: str
    period: Period
    others: Others
    given: Mapping[str, Given]
    awarded: Mapping[str, Fraction]
    expected: Expected
    place: str

    def places(self) -> Iterator[str]:
        """Yield every place of the case's cells."""
        yield self.place
        for each in self.given.values():
            yield from (each.place, *(row.place for row in each.rows))


class WorkedExamples(Struct, frozen=True):
    """The worked examples of one criteria set, in the order of their file."""

    criteria_set: str
    cases: tuple[LeafCase, ...]
    units: tuple[UnitCase, ...]
