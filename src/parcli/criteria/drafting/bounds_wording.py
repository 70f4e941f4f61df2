"""Reads bounds in the usual words of regulations and settles what tiers leave open; it reads no points."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from functools import cache
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from parcli.criteria.drafting.clauses import NUMBER, Clause, key_of
from parcli.criteria.drafting.doubt import Doubt
from parcli.criteria.drafting.phrases import number_read
from parcli.messages import annex_wording as wording
from parcli.model.finding import Bounds as Shown
from parcli.model.finding import Percent
from parcli.model.rules import Bound, Interval, Tier

_VALUE = rf"({NUMBER}) ?(%?)"
_BESIDE = r"[^\d<>=≥≤%;:]*"
_NOT_BESIDE = re.compile(rf"\b(?:{wording.NOT_BESIDE})\b")
_HAS_UNIT = re.compile(wording.HAS_UNIT.replace("{n}", NUMBER))
_OTHERWISE = re.compile(wording.OTHERWISE)
_ENDS = {"from": True, "above": False, "to": True, "below": False}


class Bounds(Struct, frozen=True):
    """An interval as printed; whether a per cent sign stands in it, or the name of what is counted."""

    interval: Interval
    percent: bool
    unit: bool = False

    def scaled(self, *, percent: bool) -> Interval:
        """Return the interval with percentages as shares of one."""
        if not percent:
            return self.interval
        low, high = (
            None if end is None else Bound(end.value / 100, end.inclusive)
            for end in (self.interval.lower, self.interval.upper)
        )
        return Interval(low, high)


def bounds_in(text: str) -> Bounds | None:
    """Return the bounds that a text states, None where it says anything else."""
    key = key_of(text)
    for pattern, meaning in _patterns():
        match = pattern.fullmatch(key)
        if match is not None and not any(_NOT_BESIDE.search(match[name]) for name in ("before", "after")):
            return _bounds(meaning, match)
    return None


def is_otherwise(text: str) -> bool:
    """Tell whether a text means every case not named."""
    return _OTHERWISE.fullmatch(key_of(text)) is not None


def tiers_in(
    found: Sequence[Clause], *, percent_said: bool
) -> tuple[tuple[Tier, ...], bool, tuple[Doubt, ...]] | None:
    """Return the tiers that clauses with points state, whether of percentages, and what is doubtful.

    None where they state others.
    """
    read = [bounds_in(clause.label) for clause in found]
    known = [bounds for bounds in read if bounds is not None]
    open_clauses = [clause for clause, bounds in zip(found, read, strict=True) if bounds is None]
    if len(known) < 2 or len(open_clauses) > 1 or not all(is_otherwise(c.label) for c in open_clauses):
        return None
    in_words = percent_said and not any(bounds.unit for bounds in known)
    percent = in_words or any(bounds.percent for bounds in known)
    intervals = [bounds.scaled(percent=percent) for bounds in known]
    rest = _rest(intervals) if open_clauses else None
    if open_clauses and rest is None:
        return None
    tiers = []
    for clause, bounds in zip(found, read, strict=True):
        assert clause.points is not None
        interval = rest if bounds is None else bounds.scaled(percent=percent)
        assert interval is not None
        tiers.append(Tier(interval, clause.points, clause.penalty))
    return tuple(tiers), percent, _rest_doubts(intervals, rest, percent=percent)


def settled(tiers: Sequence[Tier], *, percent: bool) -> tuple[tuple[Tier, ...], tuple[Doubt, ...]]:
    """Return tiers in which no value is in two, and what has to be looked at because words leave it open."""
    order = sorted(range(len(tiers)), key=lambda index: _start(tiers[index].interval))
    made, doubts = list(tiers), list[Doubt]()
    for below, above in pairwise(order):
        doubt = _settle_pair(made, below, above, percent=percent)
        doubts += [doubt] if doubt is not None else []
    return tuple(made), tuple(doubts)


def _settle_pair(made: list[Tier], below: int, above: int, *, percent: bool) -> Doubt | None:
    """Part two tiers that meet, and return what is doubtful about where they do."""
    low, high = made[below].interval.upper, made[above].interval.lower
    if low is None or high is None or low.value > high.value:
        return _doubt("tiers-overlap", made[below], made[above], percent=percent)
    if low.value == high.value and low.inclusive and high.inclusive:
        worse = below if made[above].points.points >= made[below].points.points else above
        made[worse] = _without_end(made[worse], low.value)
        return Doubt("tiers-share-bound", {"value": Percent(low.value) if percent else low.value})
    if low.inclusive and high.inclusive and not percent and high.value == low.value + 1:
        made[below] = _up_to(made[below], high.value)
        return Doubt("tiers-whole-numbers", {"first": low.value, "second": high.value})
    if low.value < high.value or not (low.inclusive or high.inclusive):
        return _doubt("tiers-gap", made[below], made[above], percent=percent)
    return None


def _up_to(tier: Tier, value: Fraction) -> Tier:
    return replace(tier, interval=Interval(tier.interval.lower, Bound(value, inclusive=False)))


def _without_end(tier: Tier, value: Fraction) -> Tier:
    low, high = (
        replace(end, inclusive=False) if end is not None and end.value == value else end
        for end in (tier.interval.lower, tier.interval.upper)
    )
    return replace(tier, interval=Interval(low, high))


def _doubt(code: str, below: Tier, above: Tier, *, percent: bool) -> Doubt:
    return Doubt(code, {"first": Shown(below.interval, percent), "second": Shown(above.interval, percent)})


def _start(interval: Interval) -> tuple[Fraction, bool]:
    low = interval.lower
    return (Fraction(-(10**9)), False) if low is None else (low.value, not low.inclusive)


def _rest(intervals: Iterable[Interval]) -> Interval | None:
    """Return what lies below, or else above, all of the intervals."""
    order = sorted(intervals, key=_start)
    low, high = order[0].lower, order[-1].upper
    if low is not None and low.value > 0:
        return Interval(None, Bound(low.value, not low.inclusive))
    return None if high is None else Interval(Bound(high.value, not high.inclusive), None)


def _rest_doubts(intervals: Sequence[Interval], rest: Interval | None, *, percent: bool) -> tuple[Doubt, ...]:
    """Return a doubt where the rest was put below the tiers and could as well lie above them."""
    highest = sorted(intervals, key=_start)[-1].upper
    if rest is None or rest.upper is None or highest is None or (percent and highest.value == 1):
        return ()
    return (Doubt("tiers-rest", {"value": Percent(rest.upper.value) if percent else rest.upper.value}),)


def _bounds(meaning: str, match: re.Match[str]) -> Bounds:
    values = list(_values(match))
    percent = any(sign for _, sign in values)
    words = meaning.split("-")
    unit = _HAS_UNIT.search(match[0]) is not None
    if meaning == "equal":
        end = Bound(values[0][0], inclusive=True)
        return Bounds(Interval(end, end), percent, unit)
    low = high = None
    for word, (value, _) in zip(words, values, strict=True):
        if word in {"from", "above"}:
            low = Bound(value, _ENDS[word])
        else:
            high = Bound(value, _ENDS[word])
    return Bounds(Interval(low, high), percent, unit)


def _values(match: re.Match[str]) -> Iterator[tuple[Fraction, bool]]:
    groups = match.groups()[1:-1]  # without the words before and after
    for number, sign in zip(groups[::2], groups[1::2], strict=True):
        yield number_read(number), bool(sign)


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(_source(pattern, meaning)), meaning) for pattern, meaning in wording.BOUNDS)


def _source(pattern: str, meaning: str) -> str:
    inner = pattern.replace("{v}", _VALUE).replace("{unit}", wording.UNIT)
    if meaning == "equal":  # a lone number among words is hardly a bound
        return f"(?P<before>){inner}(?P<after>)"
    return rf"(?P<before>(?:{_BESIDE}? )??)(?:{inner})(?P<after>(?: {_BESIDE})?)"
