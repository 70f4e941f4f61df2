"""Recognises points in proportion to a rate: "tính theo tỷ lệ", with a floor, up to a target."""

from __future__ import annotations

import re
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
from parcli.model.rules import NOTHING, Amount, Bound, Interval, Measure, ProportionRule
from parcli.model.text import Text

_PROPORTIONAL = re.compile(wording.PROPORTIONAL)
_OVER_TARGET = re.compile(wording.OVER_TARGET.replace("{v}", rf"({NUMBER}) ?%"))
_RATIO = re.compile(wording.RATIO)
_RATE = re.compile(wording.RATE + r"|/| chia ")
_CONDITION = re.compile(wording.CONDITION)
_DECREASING = re.compile(wording.DECREASING)
_LETTERS, _NAMED_LETTER = re.compile(wording.LETTERS), re.compile(wording.NAMED_LETTER)
_NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)?")


class _Stated(Struct, frozen=True):
    """A clause of a proportion: for which rates it holds, None for all of them, and its formula."""

    clause: Clause
    bounds: Interval | None
    formula: str


class _Found(Struct):
    """What the clauses say beside the proportion itself, and which of them were read."""

    cut: Interval | None = None
    cut_points: Amount = NOTHING
    target: Fraction | None = None
    read: list[Clause] = field(default_factory=list)


def proportion(leaf: Leaf) -> Understood | None:
    """Return the proportional rule that a leaf's clauses state, None where they state none."""
    stated = [_stated(clause) for clause in leaf.unrated if _PROPORTIONAL.search(key_of(clause.label))]
    if not stated or any(_DECREASING.search(each.formula) for each in stated):
        return None
    found = _found(leaf)
    if found is None:
        return None
    target = found.target or Fraction(1)
    formula = "; ".join(each.formula for each in stated)
    over = _OVER_TARGET.search(formula)
    is_checked = over is not None and number_read(over[1]) / 100 == found.target
    doubts = (Doubt("proportion-target", {"value": Percent(target)}),)
    rule = ProportionRule(_measure(leaf, formula), target, Fraction(0), found.cut, found.cut_points)
    read = (*found.read, *(each.clause for each in stated if _is_read(each, found, leaf)))
    return Understood(rule, doubts=() if found.target in {None, 1} or is_checked else doubts, read=read)


def _stated(clause: Clause) -> _Stated:
    key = key_of(clause.label)
    condition = _CONDITION.match(key)
    bounds = bounds_in(condition["bounds"]) if condition is not None else None
    if condition is None or bounds is None:
        return _Stated(clause, None, key)
    return _Stated(clause, bounds.scaled(percent=True), key[condition.end("bounds") :])


def _found(leaf: Leaf) -> _Found | None:
    """Return floor and target; None where a clause gives other points for a range of rates."""
    found = _Found()
    for clause in leaf.rated:
        bounds = bounds_in(clause.label)
        if bounds is None or clause.points is None or clause.penalty != NOTHING:
            return None
        interval = bounds.scaled(percent=True)
        low, high = interval.lower, interval.upper
        is_top = low is not None and clause.points.points == leaf.max_points
        if is_top and low is not None and found.target is None and (high is None or high.value == 1):
            found.target = low.value
        elif found.cut is None and (low is None or low.value == 0):
            found.cut, found.cut_points = Interval(None, high), clause.points
        else:
            return None
        found.read.append(clause)
    return None if found.target == 0 else found


def _is_read(stated: _Stated, found: _Found, leaf: Leaf) -> bool:
    """Tell whether floor and target say all that a clause says: its rates, and the numbers of its formula."""
    known = {leaf.max_points, Fraction(100)}
    if found.target is not None:
        known |= {found.target, found.target * 100}
    numbers = {number_read(number) for number in _NUMBER.findall(stated.formula)}
    return bool(
        numbers <= known
        and _holds_where_stated(stated.bounds, found)
        and (_RATE.search(stated.formula) or _LETTERS.search(stated.formula) or _RATE.search(leaf.words))
        and not re.search(wording.OFF, stated.formula)
    )


def _holds_where_stated(bounds: Interval | None, found: _Found) -> bool:
    """Tell whether points are stated for the rates for which a proportion does not hold."""
    if bounds is None:
        return True
    low, high = bounds.lower, bounds.upper
    cut = None if found.cut is None else found.cut.upper
    from_cut = low is None or low.value == 0 or cut == Bound(low.value, not low.inclusive)
    to_target = high is None or high.value == (found.target or 1)
    return from_cut and to_target


def _measure(leaf: Leaf, formula: str) -> Measure:
    """Return the rate: the two numbers that a formula divides, else a percentage with the leaf's title."""
    labels = _divided(formula) or _lettered(leaf, formula)
    if labels is None:
        return Measure("percent", (Text(leaf.title),), WHOLE)
    return Measure("ratio", tuple(Text(" ".join(label.split())) for label in labels), WHOLE)


def _divided(formula: str) -> tuple[str, str] | None:
    ratio = _RATIO.search(formula)
    return None if ratio is None else (ratio["above"], ratio["below"])


def _lettered(leaf: Leaf, formula: str) -> tuple[str, str] | None:
    """Return what the letters of "b/a" stand for, where other clauses say so."""
    letters = _LETTERS.search(formula)
    if letters is None:
        return None
    words = "; ".join(key_of(clause.label) for clause in leaf.unrated)
    named = {match["letter"]: match["label"].strip() for match in _NAMED_LETTER.finditer(words)}
    above, below = named.get(letters["above"]), named.get(letters["below"])
    return None if above is None or below is None else (above, below)
