"""Puts the leaves' ways into a tree that adds up as the engine adds, with what clauses on grades demand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

from msgspec import Struct

from parcli.analysis.planning.goals import Bar, Goal
from parcli.analysis.planning.problem import Choice, Demand, Option, Part, Problem, Sum
from parcli.analysis.planning.ways import Leaf
from parcli.analysis.rescoring import Rescoring
from parcli.model.criteria_set import Adjustment, Cap, CriteriaSet, Node
from parcli.model.score import NodeScore, State, UnitScore

_SCORED = (State.SCORED, State.MISSING)


class Tree(Struct, frozen=True):
    """A goal as a problem to be solved; None where nothing applies to the unit."""

    goal: Goal
    criteria_set: CriteriaSet
    problem: Problem | None

    def reached_by(self, score: UnitScore) -> bool:
        """Tell whether a score of the engine reaches the goal."""
        grade = self.goal.grade
        if grade is not None and score.grade is not None:
            order = [each.id for each in self.criteria_set.scale_for(score.unit.block).grades]
            return order.index(score.grade.id) <= order.index(grade.id)
        value = score.points if self.goal.bar.figure == "points" else score.percent
        return value is not None and self.goal.bar.passed(value)


def planned_tree(rescoring: Rescoring, before: UnitScore, leaves: Mapping[str, Leaf], goal: Goal) -> Tree:
    """Return the tree of everything that counts in the figure that the goal is about."""
    criteria_set = rescoring.criteria_set
    if not before.applicable_max:
        return Tree(goal, criteria_set, None)
    adjusting = criteria_set.policy.adjustments
    with_blocks = goal.bar.figure == "points" or adjusting is None or adjusting.in_percent
    makes = _Maker(criteria_set, before, leaves, goal)
    parts = [makes.part(root) for root in criteria_set.roots]
    parts += [makes.block(each, counts=with_blocks) for each in criteria_set.adjustments]
    held = adjusting if with_blocks else None
    tree = Sum(
        tuple(parts),
        least=Fraction(0) if held is not None and held.floor == "zero" else None,
        most=before.applicable_max if held is not None and held.ceiling == "total" else None,
    )
    return Tree(goal, criteria_set, _problem(tree, goal.bar, before.applicable_max))


def _problem(tree: Sum, bar: Bar, applicable: Fraction) -> Problem:
    times = Fraction(1) if bar.figure == "points" else 100 / applicable
    # without a bar only clauses stand in the way: nothing lies below what the tree comes to at worst
    least = tree.worst() if bar.at_least is None else bar.at_least / times
    return Problem(tree, lambda value: bar.passed(value * times), least)


class _Maker:
    """What every part of the tree needs."""

    def __init__(
        self, criteria_set: CriteriaSet, before: UnitScore, leaves: Mapping[str, Leaf], goal: Goal
    ) -> None:
        self._policy = criteria_set.policy
        self._leaves = leaves
        self._scores = {node.code: node for node in before.walk()}
        blocks = (item for block in before.adjustments for item in block.items)
        self._scores |= {node.code: node for item in blocks for node in item.walk()}
        self._caps = dict(_in_the_way(criteria_set, before, goal))
        self._penalties = {
            node.code
            for block in before.adjustments
            if block.sign == "penalty"
            for item in block.items
            for node in item.walk()
        }

    def part(self, node: Node) -> Part:
        """Return a node with all below it."""
        if node.is_leaf:
            return self._choice(self._leaves[node.code])
        by_area = node.role == "area" and self._policy.rounding_stage == "area"
        return Sum(
            tuple(map(self.part, node.children)),
            rounding=self._policy.rounding if by_area else None,
            # a sum of penalties that is too low cannot be mended: nobody is told to earn more of them
            demands=() if node.code in self._penalties else tuple(self._demands(node)),
        )

    def block(self, block: Adjustment, *, counts: bool) -> Part:
        """Return a block of bonus or penalty, held at its cap; penalties are negative.

        One that does not count comes to nothing, and may be what a clause is about all the same.
        """
        parts = tuple(map(self.part, block.items))
        if not counts:
            return Sum(parts, least=Fraction(0), most=Fraction(0))
        if block.cap is None:
            return Sum(parts)
        return Sum(parts, most=block.cap) if block.sign == "bonus" else Sum(parts, least=-block.cap)

    def _choice(self, leaf: Leaf) -> Choice:
        now = leaf.sign * leaf.score.points
        ways = [
            Option(leaf.sign * way.score.points, way.effort, number)
            for number, way in enumerate(leaf.ways, start=1)
            if not way.caps & self._caps.keys()
        ]
        stays = [] if leaf.caps & self._caps.keys() else [Option(now, Fraction(0), 0)]
        return Choice(leaf.node.code, now, (*stays, *ways))

    def _demands(self, node: Node) -> Iterable[Demand]:
        score = self._scores[node.code]
        for cap in self._caps.values():
            if cap.when.code == node.code and score.state in _SCORED and score.covered:
                yield from _demand(cap, score)


def _demand(cap: Cap, score: NodeScore) -> Iterable[Demand]:
    when = cap.when
    if when.test_below is None:
        return
    if when.measure == "points":
        yield Demand(when.test_below, when.inclusive)
    elif when.measure == "percent" and score.applicable_max:
        yield Demand(when.test_below * score.applicable_max, when.inclusive)


def _in_the_way(criteria_set: CriteriaSet, before: UnitScore, goal: Goal) -> Iterable[tuple[int, Cap]]:
    """Yield the clauses, with their numbers, that hold the grade below the one that is the goal."""
    if goal.grade is None:
        return
    order = [each.id for each in criteria_set.scale_for(before.unit.block).grades]
    for number, cap in enumerate(criteria_set.caps):
        if order.index(cap.at_most) > order.index(goal.grade.id):
            yield number, cap
