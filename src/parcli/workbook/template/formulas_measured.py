"""Live points of rules on one measured value: tiers, proportion, interpolation, change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import pairwise

from parcli.model.assessment import DatumState
from parcli.model.rules import (
    ChangeRule,
    InterpolationRule,
    Measure,
    ProportionRule,
    Rounding,
    Tier,
    TiersRule,
)
from parcli.scoring.rules.measuring import tier_points
from parcli.spreadsheet.formula_text import (
    NOTHING,
    branch,
    every,
    held,
    number,
    rounded,
    settled,
    settled_difference,
    some,
    within,
)
from parcli.workbook.template.scene import Live, Scene, guarded, number_in_cell

_Body = Callable[[str], str]
_NOTHING_AROSE = DatumState.DID_NOT_ARISE


def tiers(rule: TiersRule, scene: Scene) -> Live:
    """Return the points of the tier in which the value lies."""
    return _measured(rule.of, scene, lambda value: _by_tier(rule.tiers, settled(value), scene))


def proportion(rule: ProportionRule, scene: Scene) -> Live:
    """Return the share of the maximum between ``zero_at`` and ``target``, or what the cut gives."""
    slope = scene.max_points / (rule.target - rule.zero_at)

    def points(value: str) -> str:
        straight = held(_times(_less(value, rule.zero_at), slope), least=Fraction(0), most=scene.max_points)
        formula = scene.worked(_own_rounding(straight, rule.rounding, scene))
        if rule.cut is None:
            return formula
        return branch(within(settled(value), rule.cut), scene.worth(rule.cut_points.points), formula)

    return _measured(rule.of, scene, points)


def interpolation(rule: InterpolationRule, scene: Scene) -> Live:
    """Return the points on the straight line between the knots around the value."""

    def points(value: str) -> str:
        formula = number(rule.knots[-1].points.points)
        for low, high in reversed(list(pairwise(rule.knots))):
            slope = (high.points.points - low.points.points) / (high.at - low.at)
            line = f"{number(low.points.points)}+{_times(_less(value, low.at), slope)}"
            formula = branch(f"{settled(value)}<={number(high.at)}", line, formula)
        first = rule.knots[0]
        formula = branch(f"{settled(value)}<={number(first.at)}", number(first.points.points), formula)
        return scene.worked(_own_rounding(formula, rule.rounding, scene))

    return _measured(rule.of, scene, points)


def change(rule: ChangeRule, scene: Scene) -> Live:
    """Return the points of the tier in which the change since the last period lies."""
    this, last = scene.cells.at("numerator"), scene.cells.at("denominator")
    possible = every([within(settled(cell), rule.of.range) for cell in (this, last)])
    if rule.compare == "difference":
        moved = settled_difference(this, last)
        return _pair(scene, guarded(possible, _by_tier(rule.tiers, moved, scene)))
    moved = settled(f"({this}-{last})/ABS({last})")
    from_zero = branch(f"{this}=0", scene.treated(_NOTHING_AROSE), NOTHING)
    points = branch(f"{last}=0", from_zero, _by_tier(rule.tiers, moved, scene))
    return _pair(scene, guarded(possible, points), nothing_arose=Fraction(0) in rule.of.range)


def _measured(measure: Measure, scene: Scene, points: _Body) -> Live:
    if measure.kind != "ratio":
        valid = within(settled(scene.cell), measure.range)
        return number_in_cell(scene, valid, points(scene.cell))
    upper, lower = scene.cells.at("numerator"), scene.cells.at("denominator")
    value = f"{upper}/{lower}"
    in_range = guarded(within(settled(value), measure.range), points(value))
    inside = branch(f"{lower}>0", in_range, NOTHING)
    none = branch(f"AND({upper}=0,{lower}=0)", scene.treated(_NOTHING_AROSE), inside)
    return _pair(scene, none, nothing_arose=True)


def _pair(scene: Scene, points: str, *, nothing_arose: bool = False) -> Live:
    """Return points worked out from two numbers, or from a word where both are blank.

    ``nothing_arose``: two zeros mean that nothing arose, which a policy may leave out.
    """
    upper, lower = scene.cells.at("numerator"), scene.cells.at("denominator")
    blank = f"COUNTA({upper}:{lower})=0"
    words, said = scene.by_words(), scene.excluded_by_words()
    without = branch(blank, words, NOTHING) if words != NOTHING else NOTHING
    zeros = f"AND(COUNT({upper}:{lower})=2,{upper}=0,{lower}=0)"
    left_out = [f"AND({blank},{said})" if said else ""]
    if nothing_arose and scene.excludes(_NOTHING_AROSE):
        left_out.append(zeros)
    return Live(branch(f"COUNT({upper}:{lower})=2", points, without), some(left_out))


def _by_tier(rows: Sequence[Tier], value: str, scene: Scene) -> str:
    formula = NOTHING
    for tier in reversed(rows):
        formula = _otherwise(within(value, tier.interval), scene.worth(tier_points(tier)), formula)
    return formula


def _otherwise(condition: str, points: str, formula: str) -> str:
    return branch(condition, points, formula) if condition else points


def _own_rounding(points: str, rounding: Rounding | None, scene: Scene) -> str:
    return held(rounded(points, rounding), most=scene.max_points) if rounding else points


def _less(value: str, taken: Fraction) -> str:
    if not taken:
        return value
    return f"({value}-{number(taken)})" if taken > 0 else f"({value}+{number(-taken)})"


def _times(value: str, factor: Fraction) -> str:
    return f"{value}*{number(factor)}"
