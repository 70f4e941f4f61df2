"""Finds out how firm a ranking of the register is; draws nothing itself and changes no result."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from msgspec import Struct

from parcli.analysis.claims import UnitClaims
from parcli.analysis.gaps import scored_criteria
from parcli.analysis.robustness.early_rounding import RoundedRanks, rounded_ranks
from parcli.analysis.robustness.field import Field, FirmUnit, OpenAnswer, Share
from parcli.analysis.robustness.leaving_out import Without, leave_out
from parcli.analysis.robustness.open_answers import OpenRanks, open_ranks
from parcli.analysis.robustness.weights import Doubtful, RankBand, Weighed, weigh
from parcli.errors import WrongUsage
from parcli.model.criteria_set import RankingPolicy
from parcli.model.register import StoredNode, StoredResult
from parcli.model.score import State
from parcli.model.text import Text
from parcli.project.folder import Project
from parcli.ranking.areas import AreaFigure
from parcli.ranking.standing import Standing
from parcli.store import Store
from parcli.workflows.asked import ResultAsked, target_of
from parcli.workflows.blocks_meant import sets_at_hand
from parcli.workflows.claims import judged_by_result, own_results
from parcli.workflows.field import PUBLISHED_POLICY, Ranking, rank_units

_ROLES = frozenset({"part", "area", "criterion"})


class Draws(Struct, frozen=True):
    """How often weights are drawn, from which seed, and how far one may move (0.25: a quarter up or down)."""

    draws: int = 10_000
    seed: int = 1
    spread: float = 0.25


class Firmness(Struct, frozen=True):
    """How firm the ranks of a ranking are; everything is by the key of the unit, in the order of the ranks.

    ``keys`` are those of the one unit that is asked for, () where all are.
    ``without``, ``open`` and ``rounded`` are empty where there is nothing to vary. ``titles`` are those of
    criteria by code. ``left_out`` are ranked units whose areas are not known in points with their maximum:
    they are no part of the field that is varied. ``claims_known`` tells that disputed answers were looked for
    in every unit of ours.
    """

    ranking: Ranking
    keys: tuple[str, ...]
    names: Mapping[str, str]
    weighed: Weighed
    without: Mapping[str, Without]
    open: Mapping[str, OpenRanks]
    rounded: Mapping[str, RoundedRanks]
    titles: Mapping[str, Text]
    left_out: tuple[str, ...] = ()
    claims_known: bool = True

    @property
    def bands(self) -> tuple[RankBand, ...]:
        """Return the bands of the units that are asked for."""
        return tuple(each for each in self.weighed.bands if not self.keys or each.key in self.keys)

    @property
    def doubtful(self) -> tuple[Doubtful, ...]:
        """Return the pairs not to be told apart in which a unit is that is asked for."""
        pairs = self.weighed.doubtful
        return tuple(each for each in pairs if not self.keys or {each.above, each.below} & {*self.keys})


def firmness(store: Store, project: Project, asked: ResultAsked, draws: Draws) -> Firmness:
    """Return how the ranks of a level would move.

    Raises:
        StoreError: nothing is known of the level.
        WrongUsage: level, period, index, block or unit are not known, or several could be meant; no ranked
            unit has areas to weigh (``robustness-without-areas``), or the one that is asked for has not.
    """
    target = target_of(store, project, asked)
    ranking = rank_units(store, project, target.question)
    results = own_results(store, ranking)
    nodes = store.nodes([each.number for each in results], roles=_ROLES)
    claims = _claims(store, project, ranking, results)
    made = _Maker(results, nodes, claims)
    units = [(row.standing, made.unit(row.standing)) for row in ranking.table.rows]
    field = Field(
        tuple(unit for _, unit in units if unit is not None),
        _policy(ranking, results),
        ranking.rounding,
    )
    if not field.units:
        raise WrongUsage("robustness-without-areas", period=str(ranking.period))
    if target.keys and not any(unit.key in target.keys for unit in field.units):
        raise WrongUsage("robustness-unit-not-ranked", name=asked.unit or "", period=str(ranking.period))
    return Firmness(
        ranking=ranking,
        keys=target.keys,
        names={each.key: each.name for each in field.units},
        weighed=weigh(field, draws=draws.draws, seed=draws.seed, spread=draws.spread),
        without={each.key: each for each in leave_out(field)},
        open={each.key: each for each in open_ranks(field)},
        rounded={each.key: each for each in rounded_ranks(field)},
        titles=made.titles,
        left_out=tuple(standing.placement.name for standing, unit in units if unit is None),
        claims_known=ranking.question.stage == "self" or len(claims) == len(results),
    )


def _policy(ranking: Ranking, results: Sequence[StoredResult]) -> RankingPolicy:
    """Return the policy by which the table was ranked; it may be by points where nothing has a percentage."""
    policy = results[0].ranking if results else PUBLISHED_POLICY
    return RankingPolicy(by=ranking.table.by, precision=policy.precision, ties=policy.ties)


def _claims(
    store: Store, project: Project, ranking: Ranking, results: Sequence[StoredResult]
) -> Mapping[int, UnitClaims]:
    if ranking.question.stage == "self":
        return {}  # nothing is appraised in what units say of themselves
    return judged_by_result(store, results, sets_at_hand(ranking.table.sets, project.sets))


class _Maker:
    """Makes the units of a field out of standings, stored trees and claims."""

    def __init__(
        self,
        results: Sequence[StoredResult],
        nodes: Mapping[int, Sequence[StoredNode]],
        claims: Mapping[int, UnitClaims],
    ) -> None:
        self._results = {each.placement.key: each for each in results}
        self._nodes = nodes
        self._claims = claims
        self.titles: dict[str, Text] = {}

    def unit(self, standing: Standing) -> FirmUnit | None:
        """Return a unit, None where its areas are not known in points with their maximum."""
        result = self._results.get(standing.placement.key)
        return _published(standing) if result is None else self._own(result)

    def _own(self, result: StoredResult) -> FirmUnit | None:
        nodes = self._nodes[result.number]
        areas = {node.code: _share(node) for node in nodes if node.role == "area" and node.applicable_max}
        if result.percent is None or not areas:
            return None
        leaves = [leaf for _, leaf in scored_criteria(nodes) if leaf.applicable_max]
        for leaf in leaves:
            self.titles.setdefault(leaf.code, leaf.title)
        return FirmUnit(
            key=result.placement.key,
            name=result.placement.name,
            points=result.points,
            percent=result.percent,
            areas=areas,
            criteria={leaf.code: _share(leaf) for leaf in leaves},
            open_answers=tuple(self._open(result, leaves)),
            scale=result.grades.get(result.placement.block) or result.grades.get(""),
            grade=result.grade,
        )

    def _open(self, result: StoredResult, leaves: Sequence[StoredNode]) -> Iterator[OpenAnswer]:
        claims = self._claims.get(result.number)
        claimed = {} if claims is None else {each.code: each.claimed for each in claims.judged}
        for leaf in leaves:
            ends = {leaf.points, claimed.get(leaf.code, leaf.points)}
            if leaf.state == State.MISSING:
                ends |= {Fraction(0), leaf.applicable_max}
            if len(ends) > 1:
                yield OpenAnswer(leaf.code, leaf.points, min(ends), max(ends))


def _published(standing: Standing) -> FirmUnit | None:
    """Return a unit that is known from print, where its areas are all printed with their maximum."""
    areas = {each.code: share for each in standing.areas if (share := _printed(each)) is not None}
    points, percent = standing.exact_points, standing.exact_percent
    if not areas or len(areas) < len(standing.areas) or points is None or percent is None:
        return None
    return FirmUnit(standing.placement.key, standing.placement.name, points, percent, areas)


def _share(node: StoredNode) -> Share:
    return Share(node.points, node.applicable_max, node.max_points)


def _printed(area: AreaFigure) -> Share | None:
    points, most = area.exact_points, area.applicable_max
    return None if points is None or not most else Share(points, most, most)
