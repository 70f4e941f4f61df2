"""Builds the ranking of one period from standings: rows, units without a rank, summaries; refuses nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from functools import cached_property
from types import MappingProxyType
from typing import Literal, get_args

from msgspec import Struct
from msgspec.structs import replace

from parcli.model.criteria_set import RankingPolicy, Ties
from parcli.model.register import Placement
from parcli.ranking.change import Change
from parcli.ranking.collation import collation_key
from parcli.ranking.groups import GroupKind, Scales, Summary, by_group, group_names, summarise
from parcli.ranking.rank import Entry, GroupRank, group_ranks, rank
from parcli.ranking.standing import Standing

NotRanked = Literal[
    "no-result",
    "no-value",
    "no-percent",
    "no-printed-rank",
    "nothing-applicable",
    "incomplete",
    "succeeded",
]

_NO_GROUPS: Mapping[str, GroupRank] = MappingProxyType({})


class Place(Struct, frozen=True, gc=False):
    """A rank and among how many (None: not known); ``printed`` tells that a publication states it."""

    rank: int
    of: int | None
    printed: bool = False


class RankRow(Struct, frozen=True, gc=False):
    """A ranked unit. ``change`` is since the last period, None where there is none to compare with."""

    standing: Standing
    rank: int
    change: Change | None = None

    @property
    def contradicted(self) -> bool:
        """Tell whether the publication prints another rank than the one that its figures give."""
        return self.standing.printed_rank not in (None, self.rank)


class UnrankedRow(Struct, frozen=True, gc=False):
    """A unit without a rank and why; ``standing`` is None where nothing was handed in."""

    placement: Placement
    reason: NotRanked
    standing: Standing | None = None


class SetUse(Struct, frozen=True):
    """A criteria set of the ranking, by what it means, and how many units were scored by it."""

    criteria_set: str
    meaning_hash: str
    units: int


class RankingTable(Struct, frozen=True, dict=True):
    """The ranking of one period. ``by`` is what ranks, ``sets`` the criteria sets of our own results.

    ``scales`` are the grades that are counted, keyed by block ("" is the common one). ``printed`` tells that
    the ranks are those that publications print, ``expected_size`` how many units should be in the field.
    """

    by: Literal["percent", "points"]
    rows: tuple[RankRow, ...]
    unranked: tuple[UnrankedRow, ...]
    sets: tuple[SetUse, ...]
    scales: Scales
    printed: bool = False
    expected_size: int | None = None
    ties: Ties = "competition"

    @cached_property
    def group_ranks(self) -> Mapping[str, Mapping[str, GroupRank]]:
        """Return each ranked unit's ranks in its groups, by its key and the kind of group.

        They are empty in a ranking by printed ranks: nobody printed them.
        """
        keys = (row.standing.placement.key for row in self.rows)
        if self.printed:
            return dict.fromkeys(keys, _NO_GROUPS)
        ranked = ((row.rank, group_names(row.standing)) for row in self.rows)
        return dict(zip(keys, group_ranks(ranked, self.ties), strict=True))

    @cached_property
    def summary(self) -> Summary:
        """Sum up the units whose figures count: ranked ones, and those whose printed rank cannot be read."""
        return summarise(self._counted, self.scales)

    @cached_property
    def groups(self) -> Mapping[GroupKind, Mapping[str, Summary]]:
        """Sum up the same units by kind of group and the group's name."""
        kinds: tuple[GroupKind, ...] = get_args(GroupKind)
        return {kind: by_group(self._counted, kind, scales=self.scales) for kind in kinds}

    @property
    def mixed_sets(self) -> bool:
        """Tell whether units were scored by sets of different meaning, which a ranking should refuse."""
        return len({each.meaning_hash for each in self.sets}) > 1

    @cached_property
    def partial_field(self) -> bool:
        """Tell whether we know only a part of the units that were ranked.

        A printed rank that is greater than the number of units proves it, as does the register.
        """
        return _is_partial(self.in_field, self.expected_size)

    @property
    def field_size(self) -> tuple[int, bool]:
        """Return how many units the field has, and whether that is stated (else it has at least as many)."""
        stated = max((each.printed_of or 0 for each in self.in_field), default=0)
        known = max(stated, self.expected_size or 0)
        least = max(_least_size(self.in_field), len(self.in_field))
        return (known, True) if known >= least else (least, False)

    @property
    def standings(self) -> tuple[Standing, ...]:
        """Return all standings, those of ranked units first."""
        return tuple(self._standings.values())

    @cached_property
    def in_field(self) -> tuple[Standing, ...]:
        """Return the standings of units that belong in one field; beside its successor a unit does not."""
        return tuple(each for each in self.standings if not each.successor)

    def standing(self, key: str) -> Standing | None:
        """Return a unit's standing, ranked or not."""
        return self._standings.get(key)

    def place(self, key: str) -> Place | None:
        """Return the rank that counts for a unit: the printed one of a published result, else the row's.

        A publication ranks its whole field. Where we know a part of it only, a row's rank counts for nothing
        outside this table, and there is no place.
        """
        standing = self._standings.get(key)
        if standing is not None and standing.printed_rank is not None:
            return Place(standing.printed_rank, standing.printed_of, printed=True)
        if key not in self._ranks or self.partial_field:
            return None
        return Place(self._ranks[key], len(self.rows))

    @cached_property
    def _standings(self) -> dict[str, Standing]:
        unranked = (row.standing for row in self.unranked if row.standing is not None)
        return {each.placement.key: each for each in (*(row.standing for row in self.rows), *unranked)}

    @cached_property
    def _counted(self) -> tuple[Standing, ...]:
        unread = (row.standing for row in self.unranked if row.reason == "no-printed-rank" and row.standing)
        return (*(row.standing for row in self.rows), *unread)

    @cached_property
    def _ranks(self) -> dict[str, int]:
        return {row.standing.placement.key: row.rank for row in self.rows}


def ranking_table(
    standings: Sequence[Standing],
    policy: RankingPolicy,
    *,
    expected: Iterable[Placement] = (),
    scales: Scales = MappingProxyType({}),
    allow_incomplete: bool = False,
    expected_size: int | None = None,
) -> RankingTable:
    """Rank the standings of one period; ``expected`` units that have none are listed without a rank.

    A ranking by percentage in which no unit has one is made by points: many publications print points alone.
    Different criteria sets are reported (``mixed_sets``), not refused: that is the caller's decision.
    Of published results of which only a part is known, or which print ranks without figures, the printed
    ranks count, and what prints none has none: computed ones would be of the part alone. ``expected_size``
    is how many units a publication should rank. So it is with an area of which the publication ranks totals.
    A unit beside its successor has no rank and does not count.

    Raises:
        ValueError: the standings are of several periods, or two are of one unit.
    """
    by_key = {each.placement.key: each for each in standings}
    if len(by_key) < len(standings) or len({each.period for each in standings}) > 1:
        raise ValueError("a ranking takes one standing per unit, all of one period")
    in_field = [each for each in standings if not each.successor]
    policy = replace(policy, by=_what_ranks(in_field, policy))
    entries = [_entry(each, policy) for each in in_field]
    printed = _prints_its_ranks(in_field, entries, expected_size)
    if printed:
        rows = _printed_rows(in_field)
        left_out = [_unranked(each, "no-printed-rank") for each in in_field if each.printed_rank is None]
    else:
        ranked = rank(entries, policy, allow_incomplete=allow_incomplete)
        placed = ((by_key[each.entry.key], each.rank) for each in ranked)
        rows = tuple(RankRow(each, place) for each, place in placed if place is not None)
        out = (by_key[each.entry.key] for each in ranked[len(rows) :])
        left_out = [_unranked(each, _why_unranked(each, policy)) for each in out]
    left_out += [_unranked(each, "succeeded") for each in standings if each.successor]
    absent = [UnrankedRow(each, "no-result") for each in expected if each.key not in by_key]
    return RankingTable(
        by=policy.by,
        rows=rows,
        unranked=tuple(sorted((*left_out, *absent), key=_name_order)),
        sets=_sets(in_field),
        scales=scales,
        printed=printed,
        expected_size=expected_size,
        ties=policy.ties,
    )


def _prints_its_ranks(standings: Sequence[Standing], entries: Iterable[Entry], expected: int | None) -> bool:
    ranked = {each.placement.key for each in standings if each.printed_rank is not None}
    of_totals = any(each.field_at_least for each in standings)
    if not (ranked or of_totals) or any(each.origin == "own" for each in standings):
        return False
    return _is_partial(standings, expected) or any(e.value is None and e.key in ranked for e in entries)


def _printed_rows(standings: Iterable[Standing]) -> tuple[RankRow, ...]:
    rows = (RankRow(each, each.printed_rank) for each in standings if each.printed_rank is not None)
    return tuple(sorted(rows, key=lambda row: (row.rank, *_unit_order(row.standing.placement))))


def _is_partial(standings: Sequence[Standing], expected: int | None) -> bool:
    return max(_least_size(standings), expected or 0) > len(standings)


def _least_size(standings: Iterable[Standing]) -> int:
    return max((each.least_field for each in standings), default=0)


def _what_ranks(standings: Iterable[Standing], policy: RankingPolicy) -> Literal["percent", "points"]:
    if policy.by == "percent" and all(each.percent is None for each in standings):
        return "points"
    return policy.by


def _entry(standing: Standing, policy: RankingPolicy) -> Entry:
    return Entry(
        key=standing.placement.key,
        name=standing.placement.name,
        value=_value(standing, policy),
        complete=not standing.incomplete,
    )


def _value(standing: Standing, policy: RankingPolicy) -> Fraction | None:
    """Return what ranks a unit, None where it is not known or where nothing applied to the unit."""
    if standing.applicable_max == 0:
        return None
    if policy.by == "percent":
        return standing.percent if policy.precision == "published" else standing.exact_percent
    return standing.points if policy.precision == "published" else standing.exact_points


def _unranked(standing: Standing, reason: NotRanked) -> UnrankedRow:
    return UnrankedRow(standing.placement, reason, standing)


def _why_unranked(standing: Standing, policy: RankingPolicy) -> NotRanked:
    if standing.applicable_max == 0:
        return "nothing-applicable"
    if _value(standing, policy) is not None:
        return "incomplete"
    return "no-value" if standing.points is None else "no-percent"


def _name_order(row: UnrankedRow) -> tuple[object, ...]:
    return _unit_order(row.placement)


def _unit_order(placement: Placement) -> tuple[object, ...]:
    return *collation_key(placement.name), placement.key


def _sets(standings: Iterable[Standing]) -> tuple[SetUse, ...]:
    units: dict[tuple[str, str], int] = {}
    for each in standings:
        if each.meaning_hash:
            identity = (each.criteria_set, each.meaning_hash)
            units[identity] = units.get(identity, 0) + 1
    return tuple(SetUse(*identity, units=count) for identity, count in sorted(units.items()))
