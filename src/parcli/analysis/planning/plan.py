"""Finds the plans of least effort by which a unit reaches a goal; what a plan comes to is the engine's score.

In go a unit's answers, the goal and the criteria to leave alone, out come plans in order, what is not in the
unit's hands, and how far it could get. Nothing is worded, and other units stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Literal

from msgspec import Struct

from parcli.analysis.planning.declared import claimed_points, declared_otherwise
from parcli.analysis.planning.goals import Goal
from parcli.analysis.planning.moves import GRAIN, Move
from parcli.analysis.planning.problem import Solution
from parcli.analysis.planning.search import Steps
from parcli.analysis.planning.solver import alternatives
from parcli.analysis.planning.tree import planned_tree
from parcli.analysis.planning.ways import Leaf, leaves_of
from parcli.analysis.rescoring import Rescoring
from parcli.model.assessment import LeafAnswer
from parcli.model.criteria_set import Node, Scorer
from parcli.model.score import NodeScore, OwnAnswer, UnitScore

WhyApart = Scorer | Literal["excluded", "at-most"]
"""Why lost points are set apart: who scores the criterion, or that it is to be left alone, or that no other
answer is known to give more."""


class PlannedStep(Struct, frozen=True):
    """A criterion that is to be answered otherwise: its score before and after, what changes, the effort.

    ``answer`` is the answer that was scored. ``declared`` is what the unit declares now, where the council
    gave other points than the rule does; ``claimed`` are the rule's points, where they are the better ones.
    """

    node: Node
    before: NodeScore
    after: NodeScore
    moves: tuple[Move, ...]
    effort: Fraction
    answer: LeafAnswer
    penalty: bool = False
    declared: OwnAnswer | None = None
    claimed: Fraction | None = None

    @property
    def is_declared(self) -> bool:
        """Tell whether what is declared now would be enough, if it were recognised."""
        if self.claimed is None:
            return False
        return self.claimed <= self.after.points if self.penalty else self.claimed >= self.after.points

    @property
    def gain(self) -> Fraction:
        """Return the points that the step brings by itself, before caps on sums and grades."""
        gained = self.after.points - self.before.points
        return -gained if self.penalty else gained


class Plan(Struct, frozen=True):
    """Steps, those first that take the least effort for a point, and the score that the engine gives then.

    ``least`` is an effort below which there is no plan, where this one is not known to be the cheapest; None
    where it is.
    """

    steps: tuple[PlannedStep, ...]
    effort: Fraction
    score: UnitScore
    least: Fraction | None = None

    @property
    def codes(self) -> frozenset[str]:
        """Return the criteria that change."""
        return frozenset(step.node.code for step in self.steps)


class Apart(Struct, frozen=True):
    """Lost points that a plan does not touch, and why."""

    node: Node
    lost: Fraction
    why: WhyApart


class Planning(Struct, frozen=True):
    """Plans for a goal, the best one first; none where it is ``reached`` already or out of reach.

    ``furthest`` is the score with everything at its best that is in the unit's hands. ``effort_stated`` tells
    that the set states the effort of a criterion.
    """

    goal: Goal
    before: UnitScore
    plans: tuple[Plan, ...]
    apart: tuple[Apart, ...]
    furthest: UnitScore
    reached: bool
    effort_stated: bool


def planning(
    rescoring: Rescoring,
    goal: Goal,
    *,
    most: int = 1,
    excluded: frozenset[str] = frozenset(),
    grain: int = GRAIN,
    steps: Steps | None = None,
) -> Planning:
    """Return up to ``most`` plans; ``excluded`` are the codes of what stays as it is, with all below.

    ``grain`` is how many values of a measure are looked at, at most; ``steps`` how many the search may take.
    """
    before = rescoring.scored()
    left = _below(rescoring, excluded)
    leaves = leaves_of(rescoring, left, grain=grain)
    tree = planned_tree(rescoring, before, leaves, goal)
    reached = tree.reached_by(before)
    solutions: Sequence[Solution] = ()
    if not reached and tree.problem is not None:
        solutions = alternatives(tree.problem, most=most, steps=steps)
    plans = [_plan(rescoring, leaves, each) for each in solutions]
    best = {code: leaf.best.answer for code, leaf in leaves.items() if leaf.best is not None}
    return Planning(
        goal,
        before,
        tuple(plan for plan in plans if tree.reached_by(plan.score)),
        tuple(_apart(leaves, left)),
        rescoring.scored(best),
        reached,
        any(leaf.node.effort is not None for leaf in leaves.values()),
    )


def _plan(rescoring: Rescoring, leaves: Mapping[str, Leaf], solution: Solution) -> Plan:
    steps = [_step(rescoring, leaves[code], option.change) for code, option in solution.picks]
    score = rescoring.scored({step.node.code: step.answer for step in steps})
    steps.sort(key=lambda step: step.effort / step.gain if step.gain > 0 else step.effort)
    return Plan(tuple(steps), solution.effort, score, solution.least)


def _step(rescoring: Rescoring, leaf: Leaf, change: int) -> PlannedStep:
    way = leaf.ways[change - 1]
    return PlannedStep(
        leaf.node,
        leaf.score,
        way.score,
        way.moves,
        way.effort,
        way.answer,
        penalty=leaf.sign < 0,
        declared=declared_otherwise(rescoring, leaf.node, leaf.score),
        claimed=claimed_points(rescoring, leaf.node, leaf.score, sign=leaf.sign),
    )


def _apart(leaves: Mapping[str, Leaf], excluded: frozenset[str]) -> Iterator[Apart]:
    for leaf in leaves.values():
        if leaf.lost <= 0:
            continue
        if leaf.node.scored_by != "self":
            yield Apart(leaf.node, leaf.lost, leaf.node.scored_by)
        elif leaf.node.code in excluded:
            yield Apart(leaf.node, leaf.lost, "excluded")
        elif leaf.best is None:
            yield Apart(leaf.node, leaf.lost, "at-most")


def _below(rescoring: Rescoring, codes: frozenset[str]) -> frozenset[str]:
    """Return the codes of all leaves that some codes mean, those of blocks of adjustments among them."""
    criteria_set = rescoring.criteria_set
    found = {node.code for code in codes if (top := criteria_set.find(code)) for node in top.walk()}
    for block in criteria_set.adjustments:
        if block.code in codes:
            found |= {node.code for item in block.items for node in item.walk()}
    return frozenset(found)
