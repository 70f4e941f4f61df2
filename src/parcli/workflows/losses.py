"""Finds where points are lost at a level, or by one unit, out of the register; scores nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from parcli.analysis.gaps import Gaps, OwnGaps, UnitTree, gaps, own_gaps
from parcli.errors import StoreError, WrongUsage
from parcli.model.criteria_set import Status
from parcli.model.period import Period
from parcli.model.register import Selection, StoredNode, StoredResult
from parcli.model.rules import Rounding
from parcli.model.score import ScoreStage
from parcli.model.unit import Level
from parcli.project.folder import Project
from parcli.store import Store
from parcli.workflows.asked import ResultAsked, Target, target_of
from parcli.workflows.field import Ranking, rank_units, without_results


class SetLosses(Struct, frozen=True):
    """The lost points of the units that one criteria set scored; ``own`` where one unit is asked for."""

    criteria_set: str
    status: Status
    rounding: Rounding
    gaps: Gaps
    own: OwnGaps | None = None


class Losses(Struct, frozen=True):
    """Lost points of a level in a period, for each criteria set: codes of different sets mean other things.

    ``published`` counts the units of which only a published result is known, ``left_out`` names those whose
    incomplete result does not count.
    """

    level: Level
    period: Period
    index: str
    stage: ScoreStage
    block: str
    sets: tuple[SetLosses, ...]
    published: int = 0
    left_out: tuple[str, ...] = ()


def lost_points(store: Store, project: Project, asked: ResultAsked) -> Losses:
    """Return where the units of a level lose points, the best-ranked unit first among those with full marks.

    One unit that is asked for counts even where its result is incomplete.

    Raises:
        StoreError: the register has nothing of what is asked, or published results only.
        WrongUsage: level, period, index, block or unit are not known, or several could be meant; the period
            has no results of the stage.
    """
    target = target_of(store, project, asked)
    question = replace(target.question, block=None) if target.keys else target.question
    ranking = rank_units(store, project, question)
    own = _own_results(store, ranking)
    key = _key(target, own, ranking, asked.unit) if target.keys else ""
    counted = [each.standing.placement.key for each in ranking.table.rows]
    results = [own[each] for each in dict.fromkeys((*counted, *filter(None, [key]))) if each in own]
    if not (ranking.table.standings or ranking.own):
        raise without_results(question, ranking.period)
    if not results:
        raise StoreError("losses-published-only", period=str(ranking.period))
    standings = ranking.table.standings
    return Losses(
        level=question.level,
        period=ranking.period,
        index=ranking.index,
        stage=question.stage,
        block=question.block or "",
        sets=_by_set(store, results, key=key, counted=frozenset(counted)),
        published=sum(each.origin == "published" for each in standings),
        left_out=tuple(
            each.placement.name for each in standings if each.incomplete and each.placement.key not in counted
        ),
    )


def _own_results(store: Store, ranking: Ranking) -> Mapping[str, StoredResult]:
    """Return our own results by the unit's key, where that is what stands."""
    question = ranking.question
    found = store.results(Selection(question.level, (ranking.period,), ranking.index, stage=question.stage))
    standing = {each.placement.key for each in ranking.table.standings if each.origin == "own"}
    return {each.placement.key: each for each in found if each.placement.key in standing}


def _key(target: Target, own: Mapping[str, StoredResult], ranking: Ranking, name: str | None) -> str:
    found = next((key for key in target.keys if key in own), None)
    if found is not None:
        return found
    standings = map(ranking.table.standing, target.keys)
    if any(each is not None for each in standings):
        raise StoreError("unit-published-only", name=name or "", period=str(ranking.period))
    raise WrongUsage("unit-without-results", name=name or "")


def _by_set(
    store: Store, results: Sequence[StoredResult], *, key: str, counted: frozenset[str]
) -> tuple[SetLosses, ...]:
    """Return the losses under each set, of the unit's set alone where one unit is asked for."""
    nodes = store.nodes([each.number for each in results])
    grouped: dict[str, list[StoredResult]] = {}
    for each in results:
        grouped.setdefault(each.meaning_hash, []).append(each)
    made: list[SetLosses] = []
    for same in grouped.values():
        trees = [_tree(each, nodes[each.number]) for each in same]
        unit = next((each for each in trees if each.key == key), None)
        if key and unit is None:
            continue
        first, known = same[0], [each for each in trees if each.key in counted]
        own = None if unit is None else _own(unit, known)
        made.append(SetLosses(first.criteria_set, first.set_status, first.rounding, gaps(known), own))
    return tuple(made)


def _own(unit: UnitTree, counted: Iterable[UnitTree]) -> OwnGaps:
    others = [each for each in counted if each.key != unit.key]
    peers = [each for each in others if each.block == unit.block]
    return own_gaps(unit, peers, [unit, *others])


def _tree(result: StoredResult, nodes: Iterable[StoredNode]) -> UnitTree:
    placement = result.placement
    return UnitTree(placement.key, placement.name, placement.block, tuple(nodes))
