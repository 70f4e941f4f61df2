"""Sets what units claimed beside what they were given: by unit, area, criterion and round; exact.

Only criteria that a unit scores itself and that somebody has appraised are compared; it words nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction

from msgspec import Struct

from parcli.analysis.gaps import exact_sum
from parcli.model.text import Text


class Judged(Struct, frozen=True, gc=False):
    """A criterion as a unit claimed it and as it was appraised, in points of ``most``.

    ``first_round`` is what the first round gave where a second one appraised it too. ``place`` is the cell of
    the appraisal, ``lacks_evidence`` tells that evidence was asked for and none is named.
    """

    code: str
    title: Text
    area: str
    most: Fraction
    claimed: Fraction
    given: Fraction
    first_round: Fraction | None = None
    place: str = ""
    lacks_evidence: bool = False

    @property
    def cut(self) -> Fraction:
        """Return the points claimed above what was given; negative where more was given."""
        return self.claimed - self.given


class UnitClaims(Struct, frozen=True):
    """A unit's appraised criteria. ``unjudged`` counts those that nobody has appraised.

    ``unclear`` counts those whose answer gives no points to compare with ("Không áp dụng", a refused cell).
    """

    key: str
    name: str
    judged: tuple[Judged, ...]
    unjudged: int = 0
    unclear: int = 0


class Difference(Struct, frozen=True):
    """Claims of a unit, area or criterion (``code``) against what was given; sums are exact.

    ``lowered`` and ``raised`` count the appraised criteria in which less or more was given, ``cut`` and
    ``added`` are the points. ``without_evidence`` of the lowered ones named none. ``unevenness`` says how
    differently units were judged: the mean distance of their cuts from the mean cut, in per cent of the
    maximum; None for fewer than two.
    """

    code: str
    title: Text | None
    judged: int
    claimed: Fraction
    given: Fraction
    lowered: int
    raised: int
    cut: Fraction
    added: Fraction
    without_evidence: int
    unevenness: Fraction | None = None

    @property
    def net(self) -> Fraction:
        """Return claims less what was given."""
        return self.claimed - self.given


class Rounds(Struct, frozen=True):
    """Where two rounds appraised: points claimed, after the first and the second, of ``judged`` rows."""

    judged: int
    claimed: Fraction
    first: Fraction
    second: Fraction


class Claims(Struct, frozen=True):
    """All differences: units by net claims (whoever over-claims most first), areas in the set's order.

    ``criteria`` come by points cut, largest first. ``total`` is over everything, ``rounds`` None where no
    criterion was appraised twice.
    """

    total: Difference
    units: tuple[tuple[UnitClaims, Difference], ...]
    areas: tuple[Difference, ...]
    criteria: tuple[Difference, ...]
    rounds: Rounds | None


def claims(units: Sequence[UnitClaims]) -> Claims:
    """Return how claims and appraisal differ; units without an appraised criterion stand last."""
    rows = [row for unit in units for row in unit.judged]
    of_units = [(unit, _difference(unit.key, None, unit.judged)) for unit in units]
    criteria = [_difference(*each, uneven=True) for each in _grouped(rows, _criterion)]
    return Claims(
        total=_difference("", None, rows),
        units=tuple(sorted(of_units, key=lambda each: (not each[1].judged, -each[1].net))),
        areas=tuple(_difference(*each) for each in _grouped(rows, _area)),
        criteria=tuple(sorted(criteria, key=lambda each: (-each.cut, each.added))),
        rounds=_rounds(rows),
    )


_Name = tuple[str, Text | None]


def _criterion(row: Judged) -> _Name:
    return row.code, row.title


def _area(row: Judged) -> _Name:
    return row.area, None


def _grouped(
    rows: Iterable[Judged], name: Callable[[Judged], _Name]
) -> Iterable[tuple[str, Text | None, Sequence[Judged]]]:
    """Return rows by what they are called, in the order in which the names come."""
    found: dict[str, list[Judged]] = {}
    titles: dict[str, Text | None] = {}
    for row in rows:
        code, title = name(row)
        titles.setdefault(code, title)
        found.setdefault(code, []).append(row)
    return [(code, titles[code], rows) for code, rows in found.items()]


def _difference(code: str, title: Text | None, rows: Sequence[Judged], *, uneven: bool = False) -> Difference:
    lowered = [row for row in rows if row.cut > 0]
    raised = [row for row in rows if row.cut < 0]
    return Difference(
        code=code,
        title=title,
        judged=len(rows),
        claimed=exact_sum(row.claimed for row in rows),
        given=exact_sum(row.given for row in rows),
        lowered=len(lowered),
        raised=len(raised),
        cut=exact_sum(row.cut for row in lowered),
        added=exact_sum(-row.cut for row in raised),
        without_evidence=sum(row.lacks_evidence for row in lowered),
        unevenness=_unevenness(rows) if uneven else None,
    )


def _unevenness(rows: Sequence[Judged]) -> Fraction | None:
    shares = [row.cut / row.most * 100 for row in rows if row.most]
    if len(shares) < 2:
        return None
    mean = exact_sum(shares) / len(shares)
    return exact_sum(abs(share - mean) for share in shares) / len(shares)


def _rounds(rows: Iterable[Judged]) -> Rounds | None:
    twice = [(row, row.first_round) for row in rows if row.first_round is not None]
    if not twice:
        return None
    return Rounds(
        judged=len(twice),
        claimed=exact_sum(row.claimed for row, _ in twice),
        first=exact_sum(first for _, first in twice),
        second=exact_sum(row.given for row, _ in twice),
    )
