"""Ranks entries by value as a policy says, overall and in every group at once; rounds and grades nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import groupby
from operator import itemgetter
from types import MappingProxyType

from msgspec import Struct, field

from parcli.model.criteria_set import RankingPolicy
from parcli.ranking.collation import CollationKey, collation_key

Group = tuple[str, str]

_FINE = 10**9


class Entry(Struct, frozen=True, gc=False):
    """What is ranked. ``value`` is percent or points, published or exact: the caller follows the policy.

    ``groups`` maps a kind of group to the one that the unit belongs to ({"block": "so", "region": ""}); an
    empty name is no group. ``complete`` is False where a number of the unit had to be refused.
    """

    key: str
    name: str
    value: Fraction | None
    groups: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    complete: bool = True


class GroupRank(Struct, frozen=True, gc=False):
    """A rank within a group, and how many units are ranked there."""

    rank: int
    of: int


class Ranked(Struct, frozen=True, gc=False):
    """An entry with its rank (None: not ranked) and its rank in each of its groups, by kind of group."""

    entry: Entry
    rank: int | None
    group_ranks: Mapping[str, GroupRank]


def rank(
    entries: Sequence[Entry], policy: RankingPolicy, *, allow_incomplete: bool = False
) -> tuple[Ranked, ...]:
    """Return the entries in order of rank, with those that cannot be ranked last.

    Equal values share a rank under ``competition`` (1, 2, 2, 4) and ``dense`` (1, 2, 2, 3) and stand in the
    order of their names; ``by_name`` gives them successive ranks in that order (1, 2, 3, 4). An entry without
    a value is never ranked, an incomplete one only with ``allow_incomplete``. The order in which the entries
    come makes no difference.
    """
    in_field = [e for e in entries if e.value is not None and (e.complete or allow_incomplete)]
    left_out = [e for e in entries if e.value is None or not (e.complete or allow_incomplete)]
    ordered = [(level, entry) for level, equal in enumerate(_by_value(in_field)) for entry in equal]
    places = _places([level for level, _ in ordered], policy)
    group_ranks = _group_ranks(ordered, policy)
    left_out.sort(key=_name_order)
    ranked = zip(ordered, places, group_ranks, strict=True)
    return (
        *(Ranked(entry, place, groups) for (_, entry), place, groups in ranked),
        *(Ranked(entry, None, {}) for entry in left_out),
    )


def _by_value(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    """Yield the entries of each value, from the best, those of one value in the order of their names."""
    size = itemgetter(0)
    sized = sorted(((_size(entry), entry) for entry in entries), key=size, reverse=True)
    for _, pairs in groupby(sized, size):
        equal = [entry for _, entry in pairs]
        if len(equal) > 1:  # the key of a name takes longer to make than all the rest
            equal.sort(key=_name_order)
        yield equal


def _group_ranks(ordered: Sequence[tuple[int, Entry]], policy: RankingPolicy) -> list[dict[str, GroupRank]]:
    """Return the ranks of ordered entries in their groups, by kind of group; each comes with its level."""
    members: dict[Group, list[int]] = {}
    for position, (_, entry) in enumerate(ordered):
        for group in entry.groups.items():
            members.setdefault(group, []).append(position)
    found: list[dict[str, GroupRank]] = [{} for _ in ordered]
    for (kind, name), positions in members.items():
        places = _places([ordered[position][0] for position in positions], policy) if name else ()
        for position, place in zip(positions, places, strict=False):
            found[position][kind] = GroupRank(place, len(positions))
    return found


def _places(levels: Iterable[int], policy: RankingPolicy) -> list[int]:
    """Return the places of levels that come from the best to the worst, equal ones beside each other."""
    places: list[int] = []
    place, last = 0, -1
    for seen, level in enumerate(levels, start=1):
        if level != last or policy.ties == "by_name":
            place = place + 1 if policy.ties == "dense" else seen
        last = level
        places.append(place)
    return places


def _name_order(entry: Entry) -> tuple[CollationKey, str]:
    return collation_key(entry.name), entry.key


def _size(entry: Entry) -> tuple[int, Fraction]:
    # whole numbers decide nearly always, and compare many times faster than fractions
    value = entry.value
    assert value is not None  # only ranked entries are asked
    return value.numerator * _FINE // value.denominator, value
