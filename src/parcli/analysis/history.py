"""Puts one unit's results of all periods into one line, our own and published ones mixed and told apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from parcli.analysis.compare import AreaChange, area_changes
from parcli.model.period import Period
from parcli.model.register import Placement
from parcli.ranking.change import Change, Reason, change_between
from parcli.ranking.lineage import UNCHANGED, Lineage
from parcli.ranking.linking import among, rank_change
from parcli.ranking.membership import Membership, membership
from parcli.ranking.standing import Standing
from parcli.ranking.table import Place, RankingTable

_MADE_ANEW: frozenset[Reason] = frozenset({"merged", "split"})


class HistoryPoint(Struct, frozen=True, gc=False):
    """A unit in one period. ``change`` and ``areas`` are since the point before, empty at the first."""

    standing: Standing
    place: Place | None
    change: Change | None = None
    areas: tuple[AreaChange, ...] = ()

    @property
    def period(self) -> Period:
        """Return the period of the result."""
        return self.standing.period


LineageBetween = Callable[[Period, Period], Lineage]
MembersBetween = Callable[[RankingTable, RankingTable, Lineage], Membership]


def _unchanged(before: Period, now: Period) -> Lineage:
    return UNCHANGED


def _members(before: RankingTable, now: RankingTable, lineage: Lineage) -> Membership:
    return membership(before, now, lineage=lineage)


def history(
    keys: Sequence[str],
    tables: Iterable[RankingTable],
    *,
    lineage: LineageBetween = _unchanged,
    members: MembersBetween = _members,
    with_areas: bool = True,
) -> tuple[HistoryPoint, ...]:
    """Return a unit's line of results in order of time, half-years before the year that they belong to.

    ``keys`` is the unit's key, then those it had under former names; the first that is found in a period
    counts. ``tables`` are the rankings of the periods, in any order. A published result has its printed rank
    or none: the units that we happen to know are not its field. ``lineage`` tells which units replaced which
    between two periods, ``members`` how far these ranked the same units: who asks of many units keeps both.
    Areas are compared only ``with_areas``.
    """
    points: list[HistoryPoint] = []
    last: RankingTable | None = None
    for standing, table in sorted(_found(keys, tables), key=lambda each: each[0].period.order):
        point = HistoryPoint(standing, _place(standing, table))
        if last is not None:
            between = lineage(points[-1].period, point.period)
            point = _since(points[-1], point, between, members=members(last, table, between))
            if with_areas:
                point = _with_areas(points[-1], point)
        points.append(point)
        last = table
    return tuple(points)


def _found(keys: Sequence[str], tables: Iterable[RankingTable]) -> Iterable[tuple[Standing, RankingTable]]:
    for table in tables:
        known = (table.standing(key) for key in keys)
        standing = next((each for each in known if each is not None), None)
        if standing is not None:
            yield standing, table


def _place(standing: Standing, table: RankingTable) -> Place | None:
    place = table.place(standing.placement.key)
    printed = place is not None and place.printed
    return place if printed or standing.origin == "own" else None


def _since(
    before: HistoryPoint, point: HistoryPoint, lineage: Lineage, *, members: Membership
) -> HistoryPoint:
    """Return a point with what changed since the one before."""
    earlier, later = before.standing, point.standing
    kind = lineage.succession(later.placement.key)
    if kind in ("merged", "split"):
        return replace(point, change=Change(reasons=(kind,)))
    change = change_between(earlier, later, rank=rank_change(before.place, point.place))
    change = among(members, change)
    if _is_renamed(earlier.placement, later.placement):
        change = replace(change, reasons=(*change.reasons, "renamed"))
    return replace(point, change=change)


def _with_areas(before: HistoryPoint, point: HistoryPoint) -> HistoryPoint:
    """Return a point with what changed in its areas; of a unit that was made from others nothing is said."""
    change = point.change
    if change is None or not _MADE_ANEW.isdisjoint(change.reasons):
        return point
    areas = area_changes(before.standing.areas, point.standing.areas, reasons=change.reasons)
    return replace(point, areas=areas)


def _is_renamed(before: Placement, now: Placement) -> bool:
    """Tell whether a unit of the register goes on as another; a name that is in none proves nothing."""
    return bool(before.code and now.code) and before.key != now.key
