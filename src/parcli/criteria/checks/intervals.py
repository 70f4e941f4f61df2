"""Checks bounds and the tiers they make: written in the measure's unit, covering its range once."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations

from msgspec import Struct

from parcli.criteria.build_rules import interval
from parcli.criteria.mistakes import Mistakes
from parcli.criteria.schema_parts import Written
from parcli.criteria.schema_rules import BoundsPart, TierPart
from parcli.model.finding import Bounds
from parcli.model.rules import Bound, Interval

# A place between numbers: infinity's sign, the number, and -1 just before or 1 just after it. An interval
# with any mix of bounds is then simply all that lies between two such places.
_Edge = tuple[int, Fraction, int]
_START: _Edge = (-1, Fraction(0), 0)
_END: _Edge = (1, Fraction(0), 0)

_WORDS = ("above", "from", "to", "below", "equal")


def check_bounds(part: BoundsPart, mistakes: Mistakes, *, percent: bool, needed: bool = True) -> bool:
    """Add findings for bounds that clash, are empty, absent where needed, or in the wrong unit."""
    sound = True
    for word in _WORDS:
        written: Written | None = getattr(part, "from_" if word == "from" else word)
        if written is not None:
            sound &= check_unit(written, part.line_of(word), mistakes, percent=percent)
    lower = (part.above is not None) + (part.from_ is not None)
    upper = (part.to is not None) + (part.below is not None)
    exact = int(part.equal is not None)
    if lower > 1 or upper > 1 or (exact and lower + upper):
        mistakes.add("bounds-clash", part.line)
        return False
    if needed and not lower + upper + exact:
        mistakes.add("bounds-missing", part.line)
        return False
    if sound and _is_empty(interval(part)):
        mistakes.add("bounds-empty", part.line)
        return False
    return sound


def check_unit(written: Written, line: int, mistakes: Mistakes, *, percent: bool) -> bool:
    """Add a finding for a value of a percentage without %, or of a plain number with it."""
    if written.percent == percent:
        return True
    value = written.value * (100 if written.percent else 1)
    mistakes.add("bound-needs-percent" if percent else "bound-with-percent", line, value=value)
    return False


class _Span(Struct, frozen=True):
    """A tier's interval as two edges, with the place to complain at."""

    start: _Edge
    end: _Edge
    line: int

    def within(self, other: _Span) -> bool:
        return other.start <= self.start and self.end <= other.end

    def meets(self, other: _Span) -> bool:
        return max(self.start, other.start) < min(self.end, other.end)


def check_cover(tiers: Sequence[TierPart], span: Interval, mistakes: Mistakes, *, percent: bool) -> None:
    """Add findings for gaps and overlaps of tiers over the range, and for tiers that can never hold."""
    whole = _span(span, 0)
    spans = [_span(interval(tier), tier.line) for tier in tiers]
    hidden = _hidden(spans, whole)
    for each in hidden:
        mistakes.add("tier-unreachable", each.line, bounds=_bounds(each.start, each.end, percent))
    reachable = [each for each in spans if each not in hidden]
    for first, second in combinations(reachable, 2):
        if first.meets(second):
            both = _bounds(max(first.start, second.start), min(first.end, second.end), percent)
            mistakes.add("tiers-overlap", second.line, bounds=both, first=first.line)
    _check_gaps(reachable, whole, mistakes, percent=percent)


def _hidden(spans: Sequence[_Span], whole: _Span) -> list[_Span]:
    """Return the tiers outside the range and those wholly inside another (the later of two equal ones)."""
    hidden = [each for each in spans if not each.meets(whole)]
    for first, second in combinations(spans, 2):
        if first in hidden or second in hidden:
            continue
        if second.within(first):
            hidden.append(second)
        elif first.within(second):
            hidden.append(first)
    return hidden


def _check_gaps(spans: Sequence[_Span], whole: _Span, mistakes: Mistakes, *, percent: bool) -> None:
    """A gap is shown at the tier above it, or at the highest one where nothing stands above."""
    reached, line = whole.start, 0
    for each in sorted(spans, key=lambda each: each.start):
        if each.start > reached:
            mistakes.add("tiers-gap", each.line, bounds=_bounds(reached, each.start, percent))
        if each.end > reached:
            reached, line = each.end, each.line
    if reached < whole.end and spans:
        mistakes.add("tiers-gap", line, bounds=_bounds(reached, whole.end, percent))


def _is_empty(span: Interval) -> bool:
    edges = _span(span, 0)
    return edges.start >= edges.end


def _span(span: Interval, line: int) -> _Span:
    low, high = span.lower, span.upper
    start = _START if low is None else (0, low.value, -1 if low.inclusive else 1)
    end = _END if high is None else (0, high.value, 1 if high.inclusive else -1)
    return _Span(start, end, line)


def _bounds(start: _Edge, end: _Edge, percent: bool) -> Bounds:
    lower = None if start[0] else Bound(start[1], start[2] < 0)
    upper = None if end[0] else Bound(end[1], end[2] > 0)
    return Bounds(Interval(lower, upper), percent)
