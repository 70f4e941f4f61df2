"""Finds the grade of a result and applies the clauses that lower it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction

from parcli.model.criteria_set import Cap, CapCondition, Grade, GradeScale
from parcli.model.folding import label_key
from parcli.model.score import CapApplied, NodeScore, State


def grade_for(scale: GradeScale, *, percent: Fraction | None, points: Fraction) -> Grade | None:
    """Return the grade of a percentage (96.85 for 96,85 %) or of points, as the scale's bounds say.

    A result below every bound (a total that penalties took below zero) gets the last grade. None where the
    scale needs a percentage and nothing applies.
    """
    value = points
    if scale.by == "percent":
        if percent is None:
            return None
        value = percent / 100
    for grade in scale.grades:
        if value > grade.bound or (grade.inclusive and value == grade.bound):
            return grade
    return scale.grades[-1]


def caps_that_hold(caps: Sequence[Cap], find: Callable[[str], NodeScore | None]) -> tuple[Cap, ...]:
    """Return the caps whose condition holds for the scored nodes."""
    return tuple(cap for cap in caps if _holds(cap.when, find(cap.when.code)))


def capped(
    scale: GradeScale, grade: Grade | None, caps: Sequence[Cap]
) -> tuple[Grade | None, tuple[CapApplied, ...]]:
    """Return the grade that is left under the caps, and for each cap whether it lowered the grade."""
    if grade is None:
        return None, ()
    ranks = {each.id: rank for rank, each in enumerate(scale.grades)}
    rank = ranks[grade.id]
    applied: list[CapApplied] = []
    for cap in caps:
        applied.append(CapApplied(cap, lowered=ranks[cap.at_most] > rank))
        rank = max(rank, ranks[cap.at_most])
    return scale.grades[rank], tuple(applied)


def _holds(when: CapCondition, node: NodeScore | None) -> bool:
    # what does not apply proves nothing against the unit; a blank that counts 0 does
    if node is None or not node.covered or node.state not in (State.SCORED, State.MISSING):
        return False
    if when.measure == "answer":
        return label_key(node.answer) == label_key(when.answer)
    value = node.points
    if when.measure == "percent":
        if node.percent is None:
            return False
        value = node.percent / 100
    bound = when.test_below
    return bound is not None and (value < bound or (when.inclusive and value == bound))
