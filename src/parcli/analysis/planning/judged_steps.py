"""Other answers to what is judged: points, an option, requirements; the engine says what they are worth."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import accumulate

from parcli.analysis.planning.moves import (
    Draft,
    Move,
    Said,
    in_cell,
    in_rows,
    levels_between,
    number_cell,
    number_rows,
    text_cell,
)
from parcli.model.assessment import Detail
from parcli.model.rules import ChecklistItem, ChecklistRule, ChoiceRule, PointsRule
from parcli.model.text import Text
from parcli.scoring.rules.judged import option_points, requirements_met

_CENT = Fraction(1, 100)


def judged_points(rule: PointsRule, said: Said) -> Iterator[Draft]:
    """Yield every other number of points; a rule without steps of its own has ten up to its maximum."""
    step = rule.step or _CENT
    while rule.step is None and said.most / step > said.grain:
        step *= 10
    one = rule.step or said.most / 10
    values = {step * number for number in range(int(said.most / step) + 1)} | {said.most}
    for value in sorted(values - {said.points}):
        yield in_cell(number_cell(value), abs(value - said.points) / one, Move("points", value, said.points))


def options(rule: ChoiceRule, said: Said) -> Iterator[Draft]:
    """Yield every other option; one step is one level of points."""
    levels = [option_points(each) for each in rule.options]
    now = next((each.label for each in rule.options if each.label.vi == said.answer), None)
    for option in rule.options:
        if option.label != now:
            effort = levels_between(said.points, option_points(option), levels)
            yield in_cell(text_cell(option.label.vi), effort, Move("option", option.label, now))


def requirements(rule: ChecklistRule, said: Said) -> Iterator[Draft]:
    """Yield more requirements met, or fewer: one step is one requirement, the worthiest come first."""
    met = requirements_met(rule, said.declared, said.details) if said.known else None
    if met is None and not said.points and rule.mode == "each":
        met = (False,) * len(rule.items)
    if met is None:
        yield from _unknown(rule, said)
        return
    order = sorted(range(len(met)), key=lambda n: -rule.items[n].points.points)
    missing, present = [n for n in order if not met[n]], [n for n in order if met[n]]
    if rule.mode == "any":
        if missing and not present:
            any_met = Move("any-met", tuple(item.label for item in rule.items), Fraction(0))
            yield in_rows(_rows(rule.items, {missing[0]}), 1, any_met)
        if present:
            yield _with(rule, set(present), set())
        return
    for number in range(1, len(missing) + 1):
        if rule.mode == "each" or number == len(missing):
            yield _with(rule, set(present), {*present, *missing[:number]})
    for number in range(1, len(present) + 1):
        if rule.mode == "each" or number == 1:
            yield _with(rule, set(present), set(present[number:]))


def _with(rule: ChecklistRule, now: set[int], then: set[int]) -> Draft:
    """Return the answer that meets some requirements, where others of them are met now."""
    changed = sorted(now ^ then)
    labels = tuple(rule.items[n].label for n in changed)
    number, of = Fraction(len(now)), Fraction(len(rule.items))
    move = Move("met" if now < then else "unmet", labels, number, whole=of)
    return in_rows(_rows(rule.items, then), len(changed), move)


def _rows(items: Sequence[ChecklistItem], met: set[int]) -> tuple[Detail, ...]:
    return number_rows((item.label for item in items), (int(n in met) for n in range(len(items))))


def _unknown(rule: ChecklistRule, said: Said) -> Iterator[Draft]:
    """Yield answers where it is not known which requirements are met: so many of them, or all, or none."""
    labels: tuple[Text, ...] = tuple(item.label for item in rule.items)
    everything = _rows(rule.items, set(range(len(labels))))
    if rule.mode == "any":
        yield in_rows(everything, 1, Move("any-met", labels))
        return
    worths = [item.points.points for item in rule.items]
    if rule.mode == "each" and len(set(worths)) == 1 and (said.points / worths[0]).denominator == 1:
        now = int(said.points / worths[0])
        for number in range(len(labels) + 1):
            if number != now and len(labels) > 1:
                yield in_cell(number_cell(number), abs(number - now), Move("met-number", number, now))
        if len(labels) > 1:
            return
    needed = 1
    if rule.mode == "each":
        sums = accumulate(sorted(worths, reverse=True))
        needed = next((n for n, total in enumerate(sums, start=1) if said.points + total >= said.most), 1)
    yield in_rows(everything, needed, Move("all-met", labels))
