"""Puts one unit's results of all periods into one line, our own and published ones mixed and told apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from parcli.analysis.compare import AreaChange, area_changes
from parcli.model.period import Period
from parcli.ranking.change import Change, change_between
from parcli.ranking.linking import rank_change
from parcli.ranking.standing import Standing
from parcli.ranking.table import Place, RankingTable


@dataclass(frozen=True, slots=True)
class HistoryPoint:
    """A unit in one period. ``change`` and ``areas`` are since the point before, empty at the first."""

    standing: Standing
    place: Place | None
    change: Change | None = None
    areas: tuple[AreaChange, ...] = ()

    @property
    def period(self) -> Period:
        """Return the period of the result."""
        return self.standing.period


def history(keys: Sequence[str], tables: Iterable[RankingTable]) -> tuple[HistoryPoint, ...]:
    """Return a unit's line of results in order of time, half-years before the year that they belong to.

    ``keys`` is the unit's key, then those it had under former names; the first that is found in a period
    counts. ``tables`` are the rankings of the periods, in any order. A published result has its printed rank
    or none: the units that we happen to know are not its field.
    """
    points: list[HistoryPoint] = []
    for standing, table in sorted(_found(keys, tables), key=lambda each: each[0].period.order):
        points.append(_point(standing, table, points[-1] if points else None))
    return tuple(points)


def _found(keys: Sequence[str], tables: Iterable[RankingTable]) -> Iterable[tuple[Standing, RankingTable]]:
    for table in tables:
        known = (table.standing(key) for key in keys)
        standing = next((each for each in known if each is not None), None)
        if standing is not None:
            yield standing, table


def _point(standing: Standing, table: RankingTable, before: HistoryPoint | None) -> HistoryPoint:
    place = table.place(standing.placement.key)
    if standing.origin == "published" and place is not None and not place.printed:
        place = None
    if before is None:
        return HistoryPoint(standing, place)
    change = change_between(before.standing, standing, rank=rank_change(before.place, place))
    if standing.placement.key != before.standing.placement.key:
        change = replace(change, reasons=(*change.reasons, "renamed"))
    areas = area_changes(before.standing.areas, standing.areas, reasons=change.reasons)
    return HistoryPoint(standing, place, change, areas)
