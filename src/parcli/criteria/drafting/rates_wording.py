"""Recognises points in proportion to a rate: "tính theo tỷ lệ", with a floor, up to a target."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from msgspec import Struct, field

from parcli.criteria.drafting.bounds_wording import bounds_in
from parcli.criteria.drafting.clauses import NUMBER, Clause, key_of
from parcli.criteria.drafting.doubt import Doubt
from parcli.criteria.drafting.phrases import number_read
from parcli.criteria.drafting.spoken import WHOLE
from parcli.criteria.drafting.understood import Leaf, Understood
from parcli.messages import annex_wording as wording
from parcli.model.finding import Percent
from parcli.model.rules import NOTHING, Amount, Interval, Measure, ProportionRule
from parcli.model.text import Text

_PROPORTIONAL = re.compile(wording.PROPORTIONAL)
_OVER_TARGET = re.compile(wording.OVER_TARGET.replace("{v}", rf"({NUMBER}) ?%"))
_RATIO = re.compile(wording.RATIO)


class _Found(Struct):
    """What the clauses say beside the proportion itself."""

    cut: Interval | None = None
    cut_points: Amount = NOTHING
    target: Fraction | None = None
    formula: str = ""
    beside: list[str] = field(default_factory=list)


def proportion(leaf: Leaf) -> Understood | None:
    """Return the proportional rule that a leaf's clauses state, None where they state none."""
    proportional = [clause for clause in leaf.unrated if _PROPORTIONAL.search(key_of(clause.label))]
    if not proportional:
        return None
    found = _found(leaf, proportional)
    if found is None:
        return None
    target = found.target or Fraction(1)
    doubts: tuple[Doubt, ...] = ()
    stated = _OVER_TARGET.search(found.formula)
    if found.target is not None and (stated is None or number_read(stated[1]) / 100 != found.target):
        doubts = (Doubt("proportion-target", {"value": Percent(found.target)}),)
    of = _measure(leaf, proportional)
    rule = ProportionRule(of, target, Fraction(0), found.cut, found.cut_points)
    return Understood(rule, guidance="; ".join(found.beside), doubts=doubts)


def _found(leaf: Leaf, proportional: Sequence[Clause]) -> _Found | None:
    """Return floor and target; None where a clause gives other points for a range of rates."""
    found = _Found(formula="; ".join(key_of(clause.label) for clause in proportional))
    for clause in leaf.clauses:
        label = clause.label.partition(":")[0] if clause in proportional else clause.label
        bounds = bounds_in(label)
        if clause in proportional:
            continue
        if clause.points is None:
            found.beside.append(clause.label)
        elif bounds is None:
            return None
        else:
            interval = bounds.scaled(percent=True)
            if clause.points.points == leaf.max_points and interval.lower is not None:
                found.target = interval.lower.value
            elif interval.lower is None or interval.lower.value == 0:
                found.cut, found.cut_points = Interval(None, interval.upper), clause.points
            else:
                return None
    return None if found.target == 0 else found


def _measure(leaf: Leaf, proportional: Sequence[Clause]) -> Measure:
    """Return the rate: the two numbers that a formula divides, else a percentage with the leaf's title."""
    for clause in proportional:
        ratio = _RATIO.search(key_of(clause.label))
        if ratio is not None:
            labels = tuple(Text(" ".join(ratio[name].split())) for name in ("above", "below"))
            return Measure("ratio", labels, WHOLE)
    return Measure("percent", (Text(leaf.title),), WHOLE)
