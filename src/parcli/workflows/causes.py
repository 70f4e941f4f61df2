"""Finds why scores and ranks changed between two periods, out of kept answers; stores nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

from msgspec import Struct

from parcli.analysis.causes import RankCauses, ScoreCauses, rank_causes, score_causes, without
from parcli.analysis.compare import UnitChange
from parcli.criteria.library import Library
from parcli.model.register import Selection
from parcli.ranking.standing import Standing
from parcli.ranking.table import RankingTable
from parcli.store import Store
from parcli.workflows.parting import (
    Editions,
    NotParted,
    Sides,
    Unparted,
    answered_in,
    require_figures,
    sides_of,
)

_EXPLAINED = frozenset({"set-changed"})
Fields = tuple[RankingTable, RankingTable]


class UnitCauses(Struct, frozen=True):
    """Why one unit's score and rank changed. ``score`` may be why that cannot be said.

    ``rank`` is None where a rank is not known in both periods, or is not the one that the figures give.
    """

    score: ScoreCauses | Unparted
    rank: RankCauses | None = None


def causes_of(
    store: Store, library: Library, changes: Iterable[UnitChange], selection: Selection, fields: Fields
) -> Mapping[str, UnitCauses]:
    """Return the causes by the unit's key; changes that stand for nothing comparable are left out.

    ``selection`` names level, both periods, index and stage, ``fields`` are the rankings of both periods.
    """
    asked = [each for each in changes if each.change is not None and {*each.change.reasons} <= _EXPLAINED]
    stored = {(each.placement.key, each.period): each for each in store.results(selection)}
    editions, figures = Editions(library), _Figures(fields)
    found: dict[str, UnitCauses] = {}
    for each in asked:
        if _both_own(each):
            score = _score(sides_of(each, stored), store, editions)
            found[each.placement.key] = UnitCauses(score, figures.causes(each))
    return found


def _both_own(change: UnitChange) -> bool:
    return all(side is not None and side.origin == "own" for side in (change.before, change.now))


def _score(sides: Sides, store: Store, editions: Editions) -> ScoreCauses | Unparted:
    try:
        sets = [editions.of(each) for each in sides]
        answered = answered_in(store, sides, sets)
        found = score_causes(*answered, links=editions.links(*sets), stage=sides[1].stage)
        if found is None:
            raise NotParted("nothing-applicable")
        require_figures(sides, (found.before, found.now), by=found.by)
    except NotParted as stopped:
        return stopped.reason
    return found


class _Figures:
    """The figures by which two fields were ranked, sorted."""

    def __init__(self, fields: Fields) -> None:
        self._fields = fields
        self._sorted = tuple(sorted(_known(table)) for table in fields)

    def causes(self, change: UnitChange) -> RankCauses | None:
        """Return why a unit's rank changed, None where that cannot be said."""
        places = change.place_before, change.place_now
        if change.before is None or change.now is None or None in places:
            return None
        before, now = (
            _figure(side, table)
            for side, table in zip((change.before, change.now), self._fields, strict=True)
        )
        if before is None or now is None:
            return None
        others = without(self._sorted[0], before), without(self._sorted[1], now)
        found = rank_causes((before, now), others)
        ranks = [each.rank for each in places if each is not None]
        return found if found.change == ranks[0] - ranks[1] else None


def _known(table: RankingTable) -> Iterable[Fraction]:
    figures = (_figure(row.standing, table) for row in table.rows)
    return (each for each in figures if each is not None)


def _figure(standing: Standing, table: RankingTable) -> Fraction | None:
    return standing.percent if table.by == "percent" else standing.points
