"""Gathers all that a report needs to know of a level in a period; it says nothing and writes nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from parcli.analysis.compare import UnitChange, compare
from parcli.analysis.history import HistoryPoint, history
from parcli.model.criteria_set import RankingPolicy
from parcli.model.period import Period
from parcli.model.register import NodeTally, Selection, StoredNode, StoredResult
from parcli.model.text import Text
from parcli.project.folder import Project
from parcli.project.units import Registry
from parcli.ranking.areas import AreaFigure, find_area
from parcli.ranking.lineage import Lineage
from parcli.ranking.membership import Membership, membership
from parcli.ranking.standing import Standing, area_standings, within
from parcli.ranking.table import RankingTable, ranking_table
from parcli.report.context import AreaHead, numbered_area
from parcli.store import Store
from parcli.workflows.field import (
    PUBLISHED_POLICY,
    Question,
    Ranking,
    index_of,
    known_periods,
    lineage_of,
    rank_units,
    table_of,
)
from parcli.workflows.units_meant import keys_of

Tallies = tuple[tuple[NodeTally, ...], ...]
_NUMBER = re.compile(r"\d{1,2}|[IVX]{1,5}")
_ADJUSTMENTS = frozenset({"bonus", "penalty"})


class ReportField(Struct, frozen=True):
    """A ranking with everything that stands behind it, by the key of the unit where it is a unit's.

    ``own`` are our results of the period. By their number there are the blocks of bonus and penalty points
    (``adjustments``) and how often each finding was made (``findings``). ``tallies`` count by block what the
    ranked ones have at each node. ``changes`` are since the period before, ``area_tables`` the rankings of
    each area by its code, ``tables`` those of every period up to this one. ``files`` gives for a run the hash
    of each of its files, ``claims`` the points that each unit gave itself, as published.
    """

    ranking: Ranking
    heads: tuple[AreaHead, ...]
    own: Mapping[str, StoredResult]
    adjustments: Mapping[int, tuple[StoredNode, ...]]
    findings: Mapping[int, Mapping[str, int]]
    tallies: Mapping[str, Tallies]
    changes: Mapping[str, UnitChange]
    area_tables: Mapping[str, RankingTable]
    tables: Mapping[Period, RankingTable]
    histories: Mapping[str, tuple[HistoryPoint, ...]]
    files: Mapping[int, Mapping[str, str]]
    claims: Mapping[str, Fraction]

    @property
    def table(self) -> RankingTable:
        """Return the ranking's rows."""
        return self.ranking.table

    @property
    def own_in_order(self) -> tuple[StoredResult, ...]:
        """Return our own results that stand, those of ranked units first."""
        results = (self.result(each.placement.key) for each in self.table.standings)
        return tuple(each for each in results if each is not None)

    def result(self, key: str) -> StoredResult | None:
        """Return our own result of a unit, where that is what stands."""
        standing = self.table.standing(key)
        return self.own.get(key) if standing is not None and standing.origin == "own" else None


def report_field(store: Store, project: Project, question: Question) -> ReportField:
    """Return all that is known of what a question is asked of.

    Raises:
        StoreError: nothing is known of the level.
        WrongUsage: as for a ranking.
    """
    question = replace(question, index=index_of(store, question.level, question.index), areas_of=None)
    ranking = rank_units(store, project, question)
    question, table = replace(question, period=ranking.period), ranking.table
    standing = {each.placement.key for each in table.standings if each.origin == "own"}
    own = {each.placement.key: each for each in ranking.own if each.placement.key in standing}
    numbers = [each.number for each in own.values()]
    tables = _tables(store, project, ranking)
    tallies, others = _tallies(store, table, own)
    heads = _area_heads(table.standings, [*tallies.values(), others])
    return ReportField(
        ranking=ranking,
        heads=heads,
        own=own,
        adjustments=store.nodes(numbers, roles=_ADJUSTMENTS),
        findings=store.finding_codes(numbers),
        tallies=tallies,
        changes=_changes(tables, ranking, project.registry),
        area_tables=_area_tables(ranking, heads, _policy(own)),
        tables=tables,
        histories=_histories(tables, ranking, project.registry),
        files={run: _hashes(store, run) for run in {each.run for each in own.values()}},
        claims=_claims(store, question) if question.stage == "final" else {},
    )


def _tables(store: Store, project: Project, ranking: Ranking) -> Mapping[Period, RankingTable]:
    """Return the rankings up to the period; areas are compared with those of the one before it alone."""
    known = {ranking.period: ranking.table}
    if ranking.before is not None and ranking.table_before is not None:
        known[ranking.before] = ranking.table_before
    question = replace(ranking.question, areas_of=frozenset())
    periods = (each for each in known_periods(store, question) if each.order <= ranking.period.order)
    return {each: known.get(each) or table_of(store, project, question, each) for each in periods}


def _tallies(
    store: Store, table: RankingTable, own: Mapping[str, StoredResult]
) -> tuple[Mapping[str, Tallies], Tallies]:
    """Return what our ranked results have at their nodes by block, and what the others have."""
    ranked: dict[str, list[int]] = {}
    for row in table.rows:
        if row.standing.origin == "own":
            placement = row.standing.placement
            ranked.setdefault(placement.block, []).append(own[placement.key].number)
    counted = {number for numbers in ranked.values() for number in numbers}
    others = [each.number for each in own.values() if each.number not in counted]
    return {block: store.tallies(numbers) for block, numbers in ranked.items()}, store.tallies(others)


def _claims(store: Store, question: Question) -> Mapping[str, Fraction]:
    """Return the points that each unit of the one period gave itself."""
    assert question.period is not None  # the ranking has settled which
    asked = Selection(question.level, (question.period,), question.index, stage="self")
    return {each.placement.key: Fraction(each.published_points) for each in store.results(asked)}


def _hashes(store: Store, run: int) -> Mapping[str, str]:
    return {file.path: file.sha256 for file in store.files(run)}


def _area_heads(standings: Iterable[Standing], tallies: Iterable[Tallies]) -> tuple[AreaHead, ...]:
    """Return the areas of all units in the order in which they come, those of the units' own sets first."""
    kept: list[AreaFigure] = []
    own_first = sorted(standings, key=lambda each: each.origin != "own")
    for area in (area for each in own_first for area in each.areas):
        if find_area(kept, area.code, title=area.title.vi) is None:
            kept.append(area)
    maxima: dict[str, set[Fraction]] = {}
    nodes = (node for outlines in tallies for outline in outlines for node in outline)
    for node in (node for node in nodes if node.role == "area"):
        maxima.setdefault(node.code, set()).add(node.max_points)
    return tuple(AreaHead(area.code, _title(area), _only(maxima.get(area.code, set()))) for area in kept)


def _title(area: AreaFigure) -> Text:
    """Return an area's title; where a publication prints its number alone ("6"), one that can be read."""
    bare = area.title.vi == area.code and _NUMBER.fullmatch(area.code)
    return numbered_area(area.code) if bare else area.title


def _policy(own: Mapping[str, StoredResult]) -> RankingPolicy:
    return next((each.ranking for each in own.values()), PUBLISHED_POLICY)


def _only(values: set[Fraction]) -> Fraction | None:
    return next(iter(values)) if len(values) == 1 else None


def _changes(
    tables: Mapping[Period, RankingTable], ranking: Ranking, registry: Registry
) -> Mapping[str, UnitChange]:
    before = ranking.before
    if before is None:
        return {}
    lineage = lineage_of(registry, ranking.question.level, before, ranking.period)
    changes = compare(tables[before], ranking.table, lineage=lineage)
    return {each.placement.key: each for each in changes if each.now is not None}


def _area_tables(
    ranking: Ranking, heads: Iterable[AreaHead], policy: RankingPolicy
) -> Mapping[str, RankingTable]:
    """Return the ranking of each area, as the same units are ranked in all."""
    table, question = ranking.table, ranking.question
    tables: dict[str, RankingTable] = {}
    for head in heads:
        standings = area_standings(table.standings, head.code, rounding=ranking.rounding)
        if question.block is not None:
            standings = within(standings, lambda placement: True)
        tables[head.code] = ranking_table(
            standings,
            policy,
            scales=table.scales,
            allow_incomplete=question.allow_incomplete,
            expected_size=table.expected_size,
        )
    return tables


def _histories(
    tables: Mapping[Period, RankingTable], ranking: Ranking, registry: Registry
) -> Mapping[str, tuple[HistoryPoint, ...]]:
    """Return each unit's line; what lies between two periods is worked out once for all units."""
    lineages: dict[tuple[Period, Period], Lineage] = {}
    fields: dict[tuple[int, int], Membership] = {}

    def lineage(before: Period, now: Period) -> Lineage:
        if (before, now) not in lineages:
            lineages[before, now] = lineage_of(registry, ranking.question.level, before, now)
        return lineages[before, now]

    def members(before: RankingTable, now: RankingTable, between: Lineage) -> Membership:
        pair = id(before), id(now)
        if pair not in fields:
            fields[pair] = membership(before, now, lineage=between)
        return fields[pair]

    keys = keys_of((each.placement for each in ranking.table.standings), registry)
    return {
        key: history(line, tables.values(), lineage=lineage, members=members, with_areas=False)
        for key, line in keys.items()
    }
