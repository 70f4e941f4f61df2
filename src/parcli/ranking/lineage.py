"""Tells how the units of one period stem from those of an earlier one; knows no registry and no dates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Literal

from msgspec import Struct, field

Succession = Literal["same", "renamed", "merged", "split"]


class Lineage(Struct, frozen=True, dict=True):
    """Which units replaced which between two periods.

    ``predecessors`` maps a unit's key to the keys of the units that it replaced, its own key among them where
    it took others in or gave a part away. Only what took effect between the two periods belongs here.
    """

    predecessors: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))

    def former(self, key: str) -> tuple[str, ...]:
        """Return the keys of a unit in the earlier period: its own where nothing replaced anything."""
        return self.predecessors.get(key) or (key,)

    def succession(self, key: str) -> Succession:
        """Tell what became of a unit's predecessors.

        Several make a merged unit. One is a renaming (or the same unit), unless several units come from it.
        """
        if not self.predecessors:  # as in nearly every year
            return "same"
        former = self.former(key)
        if len(former) > 1:
            return "merged"
        if self._heirs[former[0]] > 1:
            return "split"
        return "same" if former == (key,) else "renamed"

    @cached_property
    def _heirs(self) -> Counter[str]:
        return Counter(each for keys in self.predecessors.values() for each in set(keys))


UNCHANGED = Lineage()


def lineage_between(
    before: Collection[str], now: Iterable[str], *, predecessors: Callable[[str], Iterable[str]]
) -> Lineage:
    """Return which units replaced which, through however many decisions between two periods.

    ``before`` and ``now`` are the keys of the units that exist in each; ``predecessors`` gives the keys of
    those that a unit was made from, at whatever date. A unit that exists in both periods stays itself.
    """
    earlier = frozenset(before)
    found: dict[str, tuple[str, ...]] = {}
    staying: list[str] = []
    for key in now:
        if key in earlier:
            staying.append(key)
        elif former := _made_from(key, earlier, predecessors):
            found[key] = former
    replaced = {each for former in found.values() for each in former}
    # who is still there gave a part away: neither it nor the part is the whole that it was
    return Lineage(found | {key: (key,) for key in staying if key in replaced})


def _made_from(
    key: str, earlier: frozenset[str], predecessors: Callable[[str], Iterable[str]]
) -> tuple[str, ...]:
    """Return the earlier period's units that one goes back to, in the order in which they are named."""
    found: list[str] = []
    waiting, seen = [key], set[str]()
    while waiting:
        each = waiting.pop()
        if each in seen:  # a line that joins again, or a circle by mistake
            continue
        seen.add(each)
        if each in earlier:
            found.append(each)
        else:
            waiting.extend(reversed(tuple(predecessors(each))))
    return tuple(found)
