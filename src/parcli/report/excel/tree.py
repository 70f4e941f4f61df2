"""Lays the stored trees of all units into one list of criteria, in the official order; it adds up nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from msgspec import Struct

from parcli.model.register import StoredNode
from parcli.model.text import Text
from parcli.report.context import UnitReport

Key = tuple[str, str, str]  # role, code, Vietnamese title
ADJUSTMENTS = frozenset({"bonus", "penalty"})


class Line(Struct, frozen=True):
    """A criterion of any unit. ``max_points`` is None where the units' sets differ in it.

    ``below`` are the places in the list of what it is the sum of, ``is_root`` tells that the total is a sum
    of it.
    """

    key: Key
    code: str
    title: Text
    role: str
    depth: int
    max_points: Fraction | None
    below: tuple[int, ...]
    is_root: bool


class Tree(Struct, frozen=True):
    """All criteria, and the place of each in the list by its key."""

    lines: tuple[Line, ...]
    place: Mapping[Key, int]


def key_of(node: StoredNode) -> Key:
    """Return what tells a criterion from others: sets that differ may use one code for two things."""
    return node.role, node.code, node.title.vi


def tree_of(units: Iterable[UnitReport]) -> Tree:
    """Return the criteria of all units, those of later ones behind what they follow there."""
    merged = _Merged()
    seen: set[str] = set()
    for unit in units:
        if not unit.meaning_hash or unit.meaning_hash not in seen:
            seen.add(
                unit.meaning_hash
            )  # one set gives all its units one tree, and trees are read when asked for
            merged.add(unit.nodes)
    return merged.tree()


class _Merged:
    def __init__(self) -> None:
        self._order: list[Key] = []
        self._first: dict[Key, StoredNode] = {}
        self._maxima: dict[Key, set[Fraction]] = {}
        self._parent: dict[Key, Key | None] = {}

    def add(self, nodes: Sequence[StoredNode]) -> None:
        """Add a unit's tree, which is in the official order."""
        above: list[tuple[int, Key]] = []
        position = 0
        for node in nodes:
            key = key_of(node)
            depth = 0 if node.role in ADJUSTMENTS else node.depth
            above = [each for each in above if each[0] < depth]
            if key not in self._first:
                self._first[key] = node
                self._parent[key] = above[-1][1] if above else None
                self._order.insert(position, key)
            self._maxima.setdefault(key, set()).add(node.max_points)
            position = self._order.index(key, 0) + 1
            above.append((depth, key))

    def tree(self) -> Tree:
        """Return what was added up to now."""
        place = {key: number for number, key in enumerate(self._order)}
        below: dict[Key | None, list[int]] = {}
        for key in self._order:
            below.setdefault(self._parent[key], []).append(place[key])
        return Tree(tuple(self._line(key, tuple(below.get(key, ()))) for key in self._order), place)

    def _line(self, key: Key, below: tuple[int, ...]) -> Line:
        node, maxima = self._first[key], self._maxima[key]
        return Line(
            key=key,
            code=node.code,
            title=node.title,
            role=node.role,
            depth=node.depth,
            max_points=next(iter(maxima)) if len(maxima) == 1 else None,
            below=below,
            is_root=self._parent[key] is None and node.role not in ADJUSTMENTS,
        )
