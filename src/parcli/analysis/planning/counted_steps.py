"""Other answers to rules on counted things: more of them, or fewer faults; the engine says their worth."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import ceil, floor

from parcli.analysis.planning.moves import Draft, Move, Said, in_cell, in_rows, number_cell, number_rows
from parcli.model.rules import CountItem, CountRule, DeductionRule
from parcli.scoring.rules.counting import counted


def more_counted(rule: CountRule, said: Said) -> Iterator[Draft]:
    """Yield more of the thing that is worth most, up to the cap, or fewer of them: one step is one thing."""
    best = _worthiest(rule.items)
    numbers = counted(rule.items, said.declared, said.details) if said.known else None
    if numbers is None and not said.points:
        numbers = (0,) * len(rule.items)
    if numbers is None:
        yield from _unknown_count(rule, said, best)
        return
    total = sum((item.each * n for item, n in zip(rule.items, numbers, strict=True)), Fraction(0))
    for more in range(1, _times(rule.cap.points - total, rule.items[best].each, said) + 1):
        yield _counted(rule.items, numbers, [n + more * (i == best) for i, n in enumerate(numbers)])
    yield from _fewer(rule.items, numbers, said)


def fewer_faults(rule: DeductionRule, said: Said) -> Iterator[Draft]:
    """Yield fewer faults, those that take most first: one step is one fault."""
    numbers = counted(rule.items, said.declared, said.details) if said.known else None
    if numbers is not None:
        yield from _fewer(rule.items, numbers, said)
        return
    item = rule.items[_worthiest(rule.items)]
    lost = rule.start.points - said.points
    if len(rule.items) > 1:
        nothing = number_rows((each.label for each in rule.items), [0] * len(rule.items))
        labels = tuple(each.label for each in rule.items)
        yield in_rows(nothing, max(1, ceil(lost / item.each)), Move("none", labels))
        return
    now = ceil(lost / item.each)
    for fewer in range(1, min(now, said.grain) + 1):
        yield in_cell(number_cell(now - fewer), fewer, Move("fewer", fewer, label=item.label))


def _fewer(items: Sequence[CountItem], numbers: Sequence[int], said: Said) -> Iterator[Draft]:
    left = list(numbers)
    order = sorted(range(len(items)), key=lambda n: -items[n].each)
    for _ in range(min(sum(numbers), said.grain)):
        largest = next(n for n in order if left[n])
        left[largest] -= 1
        yield _counted(items, numbers, left)


def _unknown_count(rule: CountRule, said: Said, best: int) -> Iterator[Draft]:
    """Yield so many more things than stand behind the points, of which it is not known what they are for."""
    item = rule.items[best]
    times = _times(rule.cap.points - said.points, item.each, said)
    if len(rule.items) == 1:
        now = floor(said.points / item.each)
        for number in range(now + times + 1):
            if number > now:
                yield in_cell(number_cell(number), number - now, Move("more", number - now, label=item.label))
            elif number < now:
                fewer = Move("fewer", now - number, label=item.label)
                yield in_cell(number_cell(number), now - number, fewer)
    elif times:
        enough = ceil(rule.cap.points / item.each)
        rows = number_rows(
            (each.label for each in rule.items), (enough * (i == best) for i in range(len(rule.items)))
        )
        yield in_rows(rows, times, Move("more", times, label=item.label))


def _counted(items: Sequence[CountItem], before: Sequence[int], after: Sequence[int]) -> Draft:
    pairs = [(item, n, m) for item, n, m in zip(items, before, after, strict=True) if n != m]
    moves = [Move("count", now, was, item.label) for item, was, now in pairs]
    effort = sum(abs(now - was) for _, was, now in pairs)
    if len(items) == 1:
        return in_cell(number_cell(after[0]), effort, *moves)
    return in_rows(number_rows((item.label for item in items), after), effort, *moves)


def _times(missing: Fraction, each: Fraction, said: Said) -> int:
    return min(max(0, ceil(missing / each)), said.grain) if each > 0 else 0


def _worthiest(items: Sequence[CountItem]) -> int:
    return max(range(len(items)), key=lambda n: items[n].each)
