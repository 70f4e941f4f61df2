"""Ranks entries by value as a policy says, overall and in every group at once; rounds and grades nothing."""

from __future__ import annotations

from collections import Counter
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


class Entry(Struct, frozen=True):
    """What is ranked. ``value`` is percent or points, published or exact: the caller follows the policy.

    ``groups`` maps a kind of group to the one that the unit belongs to ({"block": "so", "region": ""}); an
    empty name is no group. ``complete`` is False where a number of the unit had to be refused.
    """

    key: str
    name: str
    value: Fraction | None
    groups: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    complete: bool = True


class GroupRank(Struct, frozen=True):
    """A rank within a group, and how many units are ranked there."""

    rank: int
    of: int


class Ranked(Struct, frozen=True):
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
    sizes = Counter(group for entry in in_field for group in _groups(entry))
    overall = _Ladder(policy)
    ladders = {group: _Ladder(policy) for group in sizes}
    ranked = []
    for level, entry in _by_level(in_field):
        places = {group[0]: GroupRank(ladders[group].place(level), sizes[group]) for group in _groups(entry)}
        ranked.append(Ranked(entry, overall.place(level), MappingProxyType(places)))
    left_out.sort(key=_name_order)
    return (*ranked, *(Ranked(entry, None, MappingProxyType({})) for entry in left_out))


class _Ladder:
    """Hands out places to levels that come from the best to the worst."""

    def __init__(self, policy: RankingPolicy) -> None:
        self._ties = policy.ties
        self._seen = 0
        self._place = 0
        self._last = -1

    def place(self, level: int) -> int:
        self._seen += 1
        if level != self._last or self._ties == "by_name":
            self._place = self._place + 1 if self._ties == "dense" else self._seen
        self._last = level
        return self._place


def _by_level(entries: Iterable[Entry]) -> Iterator[tuple[int, Entry]]:
    """Yield entries from the best, equal ones by name, with a number that grows where the value changes."""
    size = itemgetter(0)
    sized = sorted(((_size(entry), entry) for entry in entries), key=size, reverse=True)
    for level, (_, pairs) in enumerate(groupby(sized, size)):
        equal = [entry for _, entry in pairs]
        if len(equal) > 1:  # the key of a name takes longer to make than all the rest
            equal.sort(key=_name_order)
        for entry in equal:
            yield level, entry


def _name_order(entry: Entry) -> tuple[CollationKey, str]:
    return collation_key(entry.name), entry.key


def _size(entry: Entry) -> tuple[int, Fraction]:
    # whole numbers decide nearly always, and compare many times faster than fractions
    value = entry.value
    assert value is not None  # only ranked entries are asked
    return value.numerator * _FINE // value.denominator, value


def _groups(entry: Entry) -> list[Group]:
    return [group for group in entry.groups.items() if group[1]]
