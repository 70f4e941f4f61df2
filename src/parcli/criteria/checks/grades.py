"""Checks grades and the clauses that lower them."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from parcli.criteria.checks.tree import nodes
from parcli.criteria.mistakes import Mistakes
from parcli.criteria.schema import CapPart, CapWhenPart, GradePart, NodePart, SetPart
from parcli.criteria.schema_parts import Written
from parcli.criteria.schema_rules import ChoicePart
from parcli.model.finding import Param, Percent

COMMON = "common"


def check_grades(part: SetPart, mistakes: Mistakes) -> None:
    """Add a finding for each mistake in the scales: blocks, order, lowest and highest bound, units."""
    if not part.sound("grades"):
        return
    line = part.line_of("grades")
    if part.sound("blocks"):
        for block in part.grades:
            if block != COMMON and block not in part.blocks:
                mistakes.add("grades-block-unknown", line, block=block, known=tuple(part.blocks))
        uncovered = tuple(block for block in part.blocks if block not in part.grades)
        if COMMON not in part.grades and (uncovered or not part.blocks):
            mistakes.add("grades-common-missing", line, blocks=uncovered)
    for scale in part.grades.values():
        _check_scale(scale, part, mistakes)


def check_caps(part: SetPart, mistakes: Mistakes) -> None:
    """Add a finding for each cap that names no grade, no node or no answer of this set."""
    for cap in part.caps:
        if part.sound("grades"):
            _check_cap_grade(cap, part, mistakes)
        _check_cap_condition(cap.when, part, mistakes)


def _check_scale(scale: Sequence[GradePart], part: SetPart, mistakes: Mistakes) -> None:
    _check_ids(scale, mistakes)
    bounds = [(grade, bound) for grade in scale if (bound := _bound(grade, mistakes)) is not None]
    if len(bounds) < len(scale):
        return
    if len({bound.percent for _, bound in bounds}) > 1:
        odd = next(grade for grade, bound in bounds if bound.percent != bounds[0][1].percent)
        mistakes.add("grade-mixed-units", odd.line, id=odd.id)
        return
    for (better, high), (worse, low) in pairwise(bounds):
        if not _above(better, high, worse, low):
            mistakes.add("grade-order", worse.line, id=worse.id, bound=_shown(low), above=better.id)
    _check_ends(bounds, part, mistakes)


def _check_ids(scale: Sequence[GradePart], mistakes: Mistakes) -> None:
    first: dict[str, int] = {}
    for grade in scale:
        if grade.id in first:
            mistakes.add("grade-duplicate", grade.line_of("id"), id=grade.id, first=first[grade.id])
        first.setdefault(grade.id, grade.line_of("id"))


def _bound(grade: GradePart, mistakes: Mistakes) -> Written | None:
    if (grade.from_ is None) == (grade.above is None):
        mistakes.add("grade-bound-unclear", grade.line, id=grade.id)
        return None
    return grade.from_ or grade.above


def _above(better: GradePart, high: Written, worse: GradePart, low: Written) -> bool:
    """Tell whether the better grade leaves values to the worse one: "above 80" stands over "from 80"."""
    if high.value != low.value:
        return high.value > low.value
    return better.above is not None and worse.from_ is not None


def _check_ends(bounds: Sequence[tuple[GradePart, Written]], part: SetPart, mistakes: Mistakes) -> None:
    lowest, low = bounds[-1]
    if low.value != 0 or lowest.from_ is None:
        mistakes.add("grade-lowest-not-zero", lowest.line, id=lowest.id, bound=_shown(low))
    most = Fraction(1) if bounds[0][1].percent else part.total
    if not part.sound("total"):
        return
    for grade, bound in bounds:
        if bound.value > most or (bound.value == most and grade.above is not None):
            shown_most = Percent(most) if bound.percent else most
            mistakes.add("grade-unreachable", grade.line, id=grade.id, bound=_shown(bound), most=shown_most)


def _shown(bound: Written) -> Param:
    return Percent(bound.value) if bound.percent else bound.value


def _check_cap_grade(cap: CapPart, part: SetPart, mistakes: Mistakes) -> None:
    for scale in part.grades.values():
        known = tuple(grade.id for grade in scale)
        if cap.at_most not in known:
            mistakes.add("cap-grade-unknown", cap.line_of("at_most"), id=cap.at_most, known=known)
            return


def _check_cap_condition(when: CapWhenPart, part: SetPart, mistakes: Mistakes) -> None:
    tests = sum(test is not None for test in (when.below, when.to, when.answer))
    if (when.area is None) == (when.criterion is None) or tests != 1 or (when.area and when.answer):
        mistakes.add("cap-condition-unclear", when.line)
        return
    if not part.sound("areas", "parts"):
        return
    node = _find(when, part)
    if node is None:
        key = "area" if when.area else "criterion"
        mistakes.add("cap-code-unknown", when.line_of(key), code=when.area or when.criterion or "")
    elif when.answer is not None and node.sound("rule"):
        _check_answer(when, node, mistakes)


def _find(when: CapWhenPart, part: SetPart) -> NodePart | None:
    """Return the node that a cap speaks of; areas are found as areas only."""
    if when.area is not None:
        areas = part.areas or tuple(area for each in part.parts or () for area in each.areas)
        return next((area for area in areas if area.code == when.area), None)
    return next((node for node in nodes(part) if node.code == when.criterion), None)


def _check_answer(when: CapWhenPart, node: NodePart, mistakes: Mistakes) -> None:
    options = node.rule.options if isinstance(node.rule, ChoicePart) else ()
    known = tuple(option.label.vi for option in options)
    if when.answer not in known:
        mistakes.add(
            "cap-answer-unknown",
            when.line_of("answer"),
            answer=when.answer or "",
            code=node.code,
            known=known or "-",
        )
