"""Warns of what a set may say but hardly means: weights, rules below their maximum, unstated treatment."""

from __future__ import annotations

from collections.abc import Iterator

from parcli.criteria import schema_rules as shape
from parcli.criteria.build_rules import build_rule
from parcli.criteria.checks.tree import areas, below, leaves
from parcli.criteria.mistakes import Mistakes
from parcli.criteria.schema import SetPart
from parcli.scoring.rules.best import most_points

_FEW = 2  # leaves of an area, one of which has to be worth half of it
_INDICES = ("survey", "imported")  # one leaf, but made of many answers


def warn_of_doubtful(part: SetPart, mistakes: Mistakes) -> None:
    """Add the warnings about a set without errors."""
    _warn_of_weights(part, mistakes)
    for leaf in leaves(part):
        if leaf.rule is None:
            continue
        most = most_points(build_rule(leaf.rule, leaf.max), leaf.max)
        if most < leaf.max:
            line = leaf.line_of("max")
            mistakes.add("max-not-reached", line, code=leaf.code, most=most, max=leaf.max)
        if leaf.did_not_arise is None and any(of.ratio is not None for of in _measures(leaf.rule)):
            treatment = part.policy.did_not_arise
            mistakes.add("zero-denominator", leaf.line_of("rule"), code=leaf.code, treatment=treatment)


def _warn_of_weights(part: SetPart, mistakes: Mistakes) -> None:
    for area in areas(part):
        scored = [node for node in below(area) if not node.criteria and not node.open]
        for leaf in scored if len(scored) > _FEW else ():
            if 2 * leaf.max > area.max and leaf.scored_by not in _INDICES:
                line = leaf.line_of("max")
                mistakes.add(
                    "leaf-above-half", line, code=leaf.code, max=leaf.max, area=area.code, most=area.max
                )


def _measures(rule: shape.AnyRule) -> Iterator[shape.MeasurePart]:
    """Yield what a rule measures, its sub-cases too."""
    if isinstance(rule, shape.TiersPart | shape.ProportionPart | shape.InterpolationPart):
        yield rule.of
    elif isinstance(rule, shape.SubcasesPart):
        for inner in (*(case.rule for case in rule.cases), *([rule.each] if rule.each else [])):
            yield from _measures(inner)
