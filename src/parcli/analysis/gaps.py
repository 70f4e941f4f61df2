"""Adds up where points are lost, by area, criterion and rule kind: over all units, and of one beside others.

In go the stored trees of units that one criteria set scored, out come exact sums; it reads no register, ranks
nobody and words nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Literal, TypeVar

from msgspec import Struct

from parcli.model.register import NodeTally, StoredNode
from parcli.model.text import Text

Cut = Literal["area", "criterion", "rule"]
AnyNode = TypeVar("AnyNode", StoredNode, NodeTally)

_LEAF_ROLES = frozenset({"area", "criterion"})
_NOTHING = Fraction(0)


class UnitTree(Struct, frozen=True):
    """A unit's stored nodes in the official order; ``block`` is its block's id, "" where it has none."""

    key: str
    name: str
    block: str
    nodes: tuple[StoredNode, ...]


class Cause(Struct, frozen=True):
    """An area, a criterion or a rule kind in which points are lost: ``lost`` of ``applicable_max``, exact.

    ``code`` is the area's or criterion's code, or the rule's kind; ``title`` is None for a rule. ``share`` is
    of all lost points. ``losing`` of ``units`` lost points here: those to which it applied. ``full`` are the
    names of those that have full marks, in the order in which the units came.
    """

    code: str
    title: Text | None
    lost: Fraction
    applicable_max: Fraction
    share: Fraction
    losing: int
    units: int
    full: tuple[str, ...]


class Taken(Struct, frozen=True):
    """A block of penalties: points taken off, outside the total, from ``losing`` units."""

    code: str
    title: Text
    points: Fraction
    losing: int


class Gaps(Struct, frozen=True):
    """The lost points of some units, cut in three ways; each cut's causes add up to ``lost``, largest first.

    ``penalties`` are no part of them.
    """

    units: int
    lost: Fraction
    areas: tuple[Cause, ...]
    criteria: tuple[Cause, ...]
    rules: tuple[Cause, ...]
    penalties: tuple[Taken, ...] = ()

    def cut(self, name: Cut) -> tuple[Cause, ...]:
        """Return the causes of one cut."""
        return {"area": self.areas, "criterion": self.criteria, "rule": self.rules}[name]


class OwnCause(Struct, frozen=True):
    """A cause of one unit's loss beside the same of a group.

    ``mean`` is the mean loss of the group's units to which it applies, the unit among them; None where it
    applies to no other. ``among`` is the same cause over all units, with who has full marks.
    """

    own: Cause
    mean: Fraction | None
    among: Cause


class OwnGaps(Struct, frozen=True):
    """One unit's lost points in three cuts, each beside the mean of its group of ``peers`` other units."""

    tree: UnitTree
    lost: Fraction
    peers: int
    mean: Fraction | None
    areas: tuple[OwnCause, ...]
    criteria: tuple[OwnCause, ...]
    rules: tuple[OwnCause, ...]
    penalties: tuple[Taken, ...] = ()

    def cut(self, name: Cut) -> tuple[OwnCause, ...]:
        """Return the causes of one cut."""
        return {"area": self.areas, "criterion": self.criteria, "rule": self.rules}[name]


class _Scored(Struct, frozen=True):
    """A scored row of a unit's tree with the area that it lies in."""

    unit: UnitTree
    area: StoredNode | None
    node: StoredNode
    lost: Fraction


_Name = tuple[str, Text | None]


def gaps(trees: Sequence[UnitTree]) -> Gaps:
    """Return where some units lose points."""
    rows = [row for tree in trees for row in _scored(tree)]
    lost = exact_sum(row.lost for row in rows)
    areas, criteria, rules = (tuple(_largest(_causes(rows, name, lost))) for name in _CUTS.values())
    return Gaps(len(trees), lost, areas, criteria, rules, _penalties(trees))


def own_gaps(tree: UnitTree, peers: Sequence[UnitTree], everybody: Sequence[UnitTree]) -> OwnGaps:
    """Return where one unit loses points, beside its ``peers`` and beside all units of its set.

    ``peers`` are the other units of its group; ``everybody`` has the unit itself, too.
    """
    alone, group, all_units = gaps([tree]), gaps([tree, *peers]), gaps(everybody)

    def beside(cut: Cut) -> tuple[OwnCause, ...]:
        means = {each.code: _mean(each.lost, each.units) for each in group.cut(cut)}
        among = {each.code: each for each in all_units.cut(cut)}
        return tuple(OwnCause(own, means[own.code], among[own.code]) for own in alone.cut(cut))

    mean = _mean(group.lost, group.units)
    cuts = beside("area"), beside("criterion"), beside("rule")
    return OwnGaps(tree, alone.lost, len(peers), mean, *cuts, alone.penalties)


def scored_criteria(nodes: Iterable[AnyNode]) -> Iterator[tuple[str, AnyNode]]:
    """Yield the scored rows of a stored tree, each with the code of its area; bonus and penalty are none."""
    for area, node in _in_areas(nodes):
        yield "" if area is None else area.code, node


def exact_sum(values: Iterable[Fraction]) -> Fraction:
    """Return the sum, added up in whole numbers: fields of thousands have few denominators."""
    numerators: dict[int, int] = {}
    for value in values:
        numerators[value.denominator] = numerators.get(value.denominator, 0) + value.numerator
    return sum((Fraction(each, below) for below, each in numerators.items()), _NOTHING)


def _in_areas(nodes: Iterable[AnyNode]) -> Iterator[tuple[AnyNode | None, AnyNode]]:
    area: AnyNode | None = None
    for node in nodes:
        if node.role == "area":
            area = node
        elif node.role == "part":
            area = None
        if node.rule and node.role in _LEAF_ROLES:
            yield area, node


def _scored(tree: UnitTree) -> Iterator[_Scored]:
    """Yield what applies to a unit, with the points that it lost."""
    for area, node in _in_areas(tree.nodes):
        if most := node.applicable_max:
            lost = _NOTHING if node.points == most else max(most - node.points, _NOTHING)
            yield _Scored(tree, area, node, lost)


def _area_name(row: _Scored) -> _Name:
    return ("", None) if row.area is None else (row.area.code, row.area.title)


def _criterion_name(row: _Scored) -> _Name:
    return row.node.code, row.node.title


def _rule_name(row: _Scored) -> _Name:
    return row.node.rule, None


_CUTS: Mapping[Cut, Callable[[_Scored], _Name]] = {
    "area": _area_name,
    "criterion": _criterion_name,
    "rule": _rule_name,
}


def _causes(rows: Iterable[_Scored], name: Callable[[_Scored], _Name], all_lost: Fraction) -> Iterator[Cause]:
    """Yield the causes of a cut in which anybody loses points, in the order of the set."""
    named: dict[str, list[_Scored]] = {}
    titles: dict[str, Text | None] = {}
    for row in rows:
        code, title = name(row)
        titles.setdefault(code, title)
        named.setdefault(code, []).append(row)
    for code, found in named.items():
        if lost := exact_sum(row.lost for row in found):
            units = dict.fromkeys(row.unit.key for row in found)
            losing = {row.unit.key for row in found if row.lost}
            yield Cause(
                code=code,
                title=titles[code],
                lost=lost,
                applicable_max=exact_sum(row.node.applicable_max for row in found),
                share=lost / all_lost,
                losing=len(losing),
                units=len(units),
                full=tuple(
                    {row.unit.key: row.unit.name for row in found if row.unit.key not in losing}.values()
                ),
            )


def _largest(causes: Iterable[Cause]) -> list[Cause]:
    return sorted(causes, key=lambda each: each.lost, reverse=True)


def _penalties(trees: Iterable[UnitTree]) -> tuple[Taken, ...]:
    blocks = [node for tree in trees for node in tree.nodes if node.role == "penalty" and node.points > 0]
    by_code: dict[str, list[StoredNode]] = {}
    for block in blocks:
        by_code.setdefault(block.code, []).append(block)
    return tuple(
        Taken(code, found[0].title, exact_sum(node.points for node in found), len(found))
        for code, found in by_code.items()
    )


def _mean(lost: Fraction, units: int) -> Fraction | None:
    return lost / units if units > 1 else None
