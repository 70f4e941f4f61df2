"""Ranks entries by value as a policy says, overall and in every group at once; rounds and grades nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import groupby
from operator import itemgetter

from msgspec import Struct

from parcli.model.criteria_set import RankingPolicy, Ties
from parcli.ranking.collation import CollationKey, collation_key

Group = tuple[str, str]

_FINE = 10**9


class Entry(Struct, frozen=True, gc=False):
    """What is ranked. ``value`` is percent or points, published or exact: the caller follows the policy.

    ``complete`` is False where a number of the unit had to be refused.
    """

    key: str
    name: str
    value: Fraction | None
    complete: bool = True


class GroupRank(Struct, frozen=True, gc=False):
    """A rank within a group, and how many units are ranked there."""

    rank: int
    of: int


class Ranked(Struct, frozen=True, gc=False):
    """An entry with its rank (None: not ranked)."""

    entry: Entry
    rank: int | None


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
    places = _places([level for level, _ in ordered], policy.ties)
    left_out.sort(key=_name_order)
    ranked = zip(ordered, places, strict=True)
    return (
        *(Ranked(entry, place) for (_, entry), place in ranked),
        *(Ranked(entry, None) for entry in left_out),
    )


def group_ranks(
    ranked: Iterable[tuple[int, Mapping[str, str]]], ties: Ties
) -> tuple[Mapping[str, GroupRank], ...]:
    """Return the ranks in each group, by kind of group, of what is ranked overall.

    It comes in the order of the ranking: each one's rank, and for each kind of group the one it belongs to
    ({"block": "so", "region": ""}); an empty name is no group.
    """
    ranks: list[int] = []
    members: dict[Group, list[int]] = {}
    for position, (place, groups) in enumerate(ranked):
        ranks.append(place)
        for group in groups.items():
            members.setdefault(group, []).append(position)
    found: tuple[dict[str, GroupRank], ...] = tuple({} for _ in ranks)
    for (kind, name), positions in members.items():
        places = _places([ranks[position] for position in positions], ties) if name else ()
        for position, place in zip(positions, places, strict=False):
            found[position][kind] = GroupRank(place, len(positions))
    return found


def _by_value(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    """Yield the entries of each value, from the best, those of one value in the order of their names."""
    size = itemgetter(0)
    sized = sorted(((_size(entry), entry) for entry in entries), key=size, reverse=True)
    for _, pairs in groupby(sized, size):
        equal = [entry for _, entry in pairs]
        if len(equal) > 1:  # the key of a name takes longer to make than all the rest
            equal.sort(key=_name_order)
        yield equal


def _places(levels: Iterable[int], ties: Ties) -> list[int]:
    """Return the places of levels that come from the best to the worst, equal ones beside each other."""
    places: list[int] = []
    place, last = 0, -1
    for seen, level in enumerate(levels, start=1):
        if level != last or ties == "by_name":
            place = place + 1 if ties == "dense" else seen
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
