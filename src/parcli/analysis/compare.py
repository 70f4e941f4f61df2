"""Compares the rankings of two periods unit by unit and area by area; draws no difference that is false."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from parcli.model.register import Placement
from parcli.model.text import Text
from parcli.ranking.areas import AreaFigure, find_area
from parcli.ranking.change import OTHER_PERIODS, Change, Reason, difference
from parcli.ranking.collation import collation_key
from parcli.ranking.lineage import UNCHANGED, Lineage
from parcli.ranking.linking import Link, link
from parcli.ranking.membership import membership
from parcli.ranking.standing import Standing
from parcli.ranking.table import Place, RankingTable

_Known = dict[tuple[int, int], "AreaChange"]
_AREAS_DIFFER: frozenset[Reason] = OTHER_PERIODS | {"set-changed", "incomplete"}


class AreaChange(Struct, frozen=True, gc=False):
    """An area in both periods; ``points`` and ``percent`` (percentage points) are later less earlier.

    They are None where a figure is not known or where the areas are not the same yardstick. ``rank`` is by
    how many places the unit moved up in the area, where both publications print it.
    """

    code: str
    title: Text
    before: AreaFigure | None
    now: AreaFigure | None
    points: Fraction | None = None
    percent: Fraction | None = None
    rank: int | None = None


class UnitChange(Struct, frozen=True, gc=False):
    """One unit in both periods. A side is None where the unit was not scored, or was not the same unit.

    ``predecessors`` are earlier standings of the units that it was made from, shown and not compared.
    ``change`` is None where there is nothing on one side; its ``reasons`` say what is not comparable.
    """

    placement: Placement
    before: Standing | None
    now: Standing | None
    place_before: Place | None = None
    place_now: Place | None = None
    change: Change | None = None
    areas: tuple[AreaChange, ...] = ()
    predecessors: tuple[Standing, ...] = ()


def compare(
    before: RankingTable, now: RankingTable, *, lineage: Lineage = UNCHANGED
) -> tuple[UnitChange, ...]:
    """Return every unit of either period: in the later one's order of rank, then those that are gone.

    A unit that was merged into another or renamed is not gone: it stands beside its successor.
    """
    members = membership(before, now, lineage=lineage)
    link_to = partial(link, now=now, before=before, lineage=lineage, members=members)
    known: _Known = {}  # by the figures' identity: thousands of units have few different ones in an area
    current = [_unit_change(each, link_to(each.placement.key), now, known) for each in now.standings]
    accounted = {former for each in now.standings for former in lineage.former(each.placement.key)}
    gone = (each for each in before.standings if each.placement.key not in accounted)
    return (*current, *(_gone(each, before) for each in sorted(gone, key=_name_order)))


def area_changes(
    before: Sequence[AreaFigure], now: Sequence[AreaFigure], *, reasons: Iterable[Reason] = ()
) -> tuple[AreaChange, ...]:
    """Return the areas of either side, matched by code or else by title, the later period's first.

    ``reasons`` stand against comparing the totals: under another set, another kind of period or with refused
    numbers no area is compared. Points are compared over one maximum only.
    """
    comparable = _AREAS_DIFFER.isdisjoint(reasons)
    changes = [_area_change(_counterpart(area, before), area, comparable=comparable) for area in now]
    lost = (area for area in before if _counterpart(area, now) is None)
    return (*changes, *(AreaChange(area.code, area.title, area, None) for area in lost))


def with_same_areas(change: UnitChange, same: Mapping[str, str]) -> UnitChange:
    """Return a change over two sets with the areas compared that are the same yardstick in both.

    ``same`` gives their earlier codes by the later ones.
    """
    areas = (
        _area_change(each.before, each.now, comparable=True)
        if each.before is not None and each.now is not None and same.get(each.code) == each.before.code
        else each
        for each in change.areas
    )
    return replace(change, areas=tuple(areas))


def _unit_change(standing: Standing, earlier: Link, now: RankingTable, known: _Known) -> UnitChange:
    areas: tuple[AreaChange, ...] = ()
    if earlier.before is not None and earlier.change is not None:
        before, reasons = earlier.before.areas, earlier.change.reasons
        alike = _AREAS_DIFFER.isdisjoint(reasons) and _codes(before) == _codes(standing.areas)
        areas = (
            tuple([_known_change(*pair, known) for pair in zip(before, standing.areas, strict=True)])
            if alike
            else area_changes(before, standing.areas, reasons=reasons)
        )
    return UnitChange(
        placement=standing.placement,
        before=earlier.before,
        now=standing,
        place_before=earlier.place,
        place_now=now.place(standing.placement.key),
        change=earlier.change,
        areas=areas,
        predecessors=earlier.predecessors,
    )


def _codes(areas: Iterable[AreaFigure]) -> list[str]:
    return [area.code for area in areas]


def _known_change(before: AreaFigure, now: AreaFigure, known: _Known) -> AreaChange:
    """Return the change of an area; the tables hold the figures, so that no identity is given twice."""
    pair = id(before), id(now)
    if pair not in known:
        known[pair] = _area_change(before, now, comparable=True)
    return known[pair]


def _gone(standing: Standing, before: RankingTable) -> UnitChange:
    placement = standing.placement
    return UnitChange(placement, standing, None, place_before=before.place(placement.key))


def _name_order(standing: Standing) -> tuple[object, ...]:
    return *collation_key(standing.placement.name), standing.placement.key


def _counterpart(area: AreaFigure, others: Sequence[AreaFigure]) -> AreaFigure | None:
    return find_area(others, area.code, title=area.title.vi)


def _area_change(before: AreaFigure | None, now: AreaFigure, *, comparable: bool) -> AreaChange:
    if before is None or not comparable:
        return AreaChange(now.code, now.title, before, now)
    ranks = before.printed_rank, now.printed_rank
    same_maximum = before.applicable_max == now.applicable_max
    return AreaChange(
        code=now.code,
        title=now.title,
        before=before,
        now=now,
        points=difference(before.points, now.points) if same_maximum else None,
        percent=difference(before.percent, now.percent),
        rank=None if ranks[0] is None or ranks[1] is None else ranks[0] - ranks[1],
    )
