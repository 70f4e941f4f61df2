"""Fills the input cells of a planned template at random, as units do: rightly, in part, with words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import takewhile
from random import Random
from typing import get_args

from parcli.messages.template_cells import cell_text
from parcli.model.rules import (
    ChangeRule,
    InterpolationRule,
    Interval,
    ProportionRule,
    Rule,
    SubcasesRule,
    TiersRule,
)
from parcli.model.text import Lang
from parcli.workbook.template.plan import ColumnKey, InputCell, PlanRow, TemplatePlan

Value = str | float | int
Cells = Mapping[tuple[int, ColumnKey], Value]
_ANSWERS = ("declared", "numerator", "denominator", "self", "survey", "imported", "leaders")
_NO_ANSWER = {cell_text(key, lang) for key in ("not-applicable", "did-not-arise") for lang in get_args(Lang)}
_MEASURED = (TiersRule, ProportionRule, InterpolationRule, ChangeRule)


def random_answers(plan: TemplatePlan, random: Random) -> Cells:
    """Return values for cells of the plan, by row and column."""
    cells: dict[tuple[int, ColumnKey], Value] = {}
    for own, below in _leaves(plan):
        assert own.node is not None
        assert own.node.rule is not None
        cells |= _leaf(own, below, own.node.rule, random)
    return cells


def _leaves(plan: TemplatePlan) -> Iterator[tuple[PlanRow, list[PlanRow]]]:
    """Yield each leaf's row with the rows of its details."""
    for position, row in enumerate(plan.rows):
        if row.kind == "leaf":
            below = takewhile(lambda each: each.kind in ("detail", "note"), plan.rows[position + 1 :])
            yield row, [each for each in below if each.kind == "detail"]


def _leaf(
    own: PlanRow, below: list[PlanRow], rule: Rule, random: Random
) -> dict[tuple[int, ColumnKey], Value]:
    manner = random.random()
    if manner < 0.06:
        return {}
    cells: dict[tuple[int, ColumnKey], Value] = {}
    if manner < 0.16 or not below:
        cells |= _row(own, rule, random, only_words=manner < 0.16)
    if manner >= 0.14:
        inner = rule.repeated if isinstance(rule, SubcasesRule) else rule
        for position, row in enumerate(below):
            if isinstance(rule, SubcasesRule) and rule.cases:
                inner = rule.cases[position].rule
            cells |= _below(row, inner or rule, random, gap=0.01 if manner < 0.97 else 0.5)
    return cells


def _below(row: PlanRow, rule: Rule, random: Random, *, gap: float) -> dict[tuple[int, ColumnKey], Value]:
    if random.random() < gap:
        return {}
    cells: dict[tuple[int, ColumnKey], Value] = {}
    if row.input("title") is not None:
        if random.random() < 0.6:
            return {}
        cells[row.row, "title"] = f"Hồ sơ {row.row}"
    return cells | _row(row, rule, random, only_words=random.random() < 0.05)


def _row(row: PlanRow, rule: Rule, random: Random, *, only_words: bool) -> dict[tuple[int, ColumnKey], Value]:
    inputs = [cell for cell in row.inputs if cell.column in _ANSWERS]
    worded = [cell for cell in inputs if _words(cell)]
    if only_words and worded:
        cell = random.choice(worded)
        return {(row.row, cell.column): random.choice(_words(cell))}
    pair = [cell for cell in inputs if cell.column in ("numerator", "denominator")]
    if pair:
        values = _two(rule, random)
        cells = {(row.row, cell.column): value for cell, value in zip(pair, values, strict=True)}
        return _spoilt(cells, random) if random.random() < 0.05 else cells
    return {(row.row, cell.column): _single(cell, row, rule, random) for cell in inputs}


def _spoilt(cells: dict[tuple[int, ColumnKey], Value], random: Random) -> dict[tuple[int, ColumnKey], Value]:
    """Return a pair of which one number is missing or a text."""
    left_out = random.choice(tuple(cells))
    rest = {key: value for key, value in cells.items() if key != left_out}
    return rest | random.choice(({}, {left_out: "chưa"}))


def _words(cell: InputCell) -> tuple[str, ...]:
    if cell.choices is not None:
        return tuple(entry for entry in cell.choices.entries if entry in _NO_ANSWER)
    return cell.words


def _single(cell: InputCell, row: PlanRow, rule: Rule, random: Random) -> Value:
    match cell.kind:
        case "list":
            assert cell.choices is not None
            return random.choice(cell.choices.entries)
        case "integer":
            return random.choice((*range(7), 0, -1, 1.5)) if random.random() < 0.2 else random.randrange(7)
        case "percent":
            return float(round(_value(rule, random), 6))
        case _ if isinstance(rule, _MEASURED):
            return float(round(_value(rule, random), 6))
        case _:
            most = float(row.max_points or 2)
            return random.choice(
                (0, most, most / 2, most + 1, round(random.uniform(0, most), 2), -0.5, 0.25, 0.5)
            )


def _value(rule: Rule, random: Random) -> float:
    """Return a value of a measure: on an edge, beside one, anywhere, now and then one that cannot be."""
    edges = _edges(rule)
    manner = random.random()
    if edges and manner < 0.5:
        return float(random.choice(edges)) + random.choice((0, 0, 1e-6, -1e-6, 0.01, -0.01))
    if edges and manner < 0.6:
        return random.uniform(-2, 3) * float(max(edges))
    return random.random()


def _two(rule: Rule, random: Random) -> tuple[Value, Value]:
    """Return numerator and denominator, or this and the last period's value."""
    if random.random() < 0.05:
        return random.choice(((0, 0), (1, 0), (0, 7), (5, -5), (-3, 4), (0.0, 0.0)))
    edges = _edges(rule)
    if isinstance(rule, ChangeRule):
        scale = 1 if rule.of.is_percent else random.choice((1, 10, 1000, 1234567.8))
        last = round(random.random() * scale, 2)
        moved = float(random.choice(edges)) * (last if rule.compare == "relative" else 1)
        this = last + moved + random.choice((0, 0, 0.01, -0.01, 0.1))
        return round(this, 4), last
    whole = random.choice((10, 20, 30, 60, 90, 300, random.randint(1, 5000)))
    if random.random() < 0.5 and edges:
        part: float = round(float(random.choice(edges)) * whole) + random.choice((0, 0, 1, -1))
    else:
        part = random.randint(0, whole)
    if random.random() < 0.2:  # amounts of money
        return round(part + random.random(), 2), round(whole + random.random(), 3)
    return part, whole


def _edges(rule: Rule) -> list[Fraction]:
    match rule:
        case TiersRule() | ChangeRule():
            return _bounds([tier.interval for tier in rule.tiers])
        case ProportionRule():
            return [rule.target, rule.zero_at, *_bounds([rule.cut] if rule.cut else [])]
        case InterpolationRule():
            return [knot.at for knot in rule.knots]
        case _:
            return []


def _bounds(intervals: list[Interval]) -> list[Fraction]:
    return [end.value for each in intervals for end in (each.lower, each.upper) if end is not None]
