"""Makes report contexts at random: points of any fraction, adjustments, units left out, every rounding."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from random import Random
from typing import get_args

from msgspec.structs import replace

from parcli.model.criteria_set import Grade, GradeScale, RankingPolicy, Scorer, Ties
from parcli.model.period import Period
from parcli.model.register import Placement, StoredNode
from parcli.model.rules import Rounding, RoundingMode
from parcli.model.text import Text
from parcli.ranking.groups import summarise
from parcli.ranking.rank import Entry, rank
from parcli.ranking.standing import Standing
from parcli.report.context import (
    Adjusted,
    AreaHead,
    GroupReport,
    Head,
    Method,
    Past,
    Rank,
    ReportContext,
    SetUsed,
    UnitArea,
    UnitReport,
)
from parcli.report.groups import grade_axis, group_report
from parcli.scoring.rounding import rounded_exact
from support.report_values import MADE_AT

_AREAS, _LEAVES, _UNITS = 4, 3, 9
_SCALE = GradeScale(
    "percent",
    (
        Grade("high", Text("Tốt", "Good"), Fraction(1, 2), inclusive=True),
        Grade("low", Text("Khá", "Fair"), Fraction(0), inclusive=True),
    ),
)
_HUNDRED = 100


def random_context(seed: int) -> ReportContext:
    """Return a report of up to nine units in up to two blocks; equal seeds give equal reports."""
    chance = Random(seed)
    rounding = Rounding(chance.randint(0, 3), chance.choice(get_args(RoundingMode)))
    ties: Ties = chance.choice(("competition", "dense", "by_name"))
    policy = RankingPolicy(chance.choice(("percent", "points")), chance.choice(("published", "exact")), ties)
    heads = tuple(
        AreaHead(str(n), Text(f"Lĩnh vực {n}"), Fraction(chance.randint(4, 40), 2))
        for n in range(1, _AREAS + 1)
    )
    units = [_unit(chance, number, heads, rounding) for number in range(chance.randint(1, _UNITS))]
    ranked = _ranked(units, policy)
    blocks = sorted({unit.block for unit in ranked})
    groups = [_group(ranked, heads, block) for block in blocks]
    level = _group(ranked, heads, None)
    scorers: dict[str, Scorer] = {
        f"{head.code}.{leaf}": chance.choice(get_args(Scorer))
        for head in heads
        for leaf in range(1, _LEAVES + 1)
    }
    used = SetUsed("thu", "hash", "illustrative", len(units), policy, rounding, scorers=scorers)
    return ReportContext(
        head=Head("district", Period(2023), "PAR", "final", "draft", MADE_AT, "0.1.0"),
        areas=heads,
        units=tuple(ranked),
        level=level,
        blocks=tuple(groups) if len(groups) > 1 else (replace(level, kind="block", id="".join(blocks)),),
        regions=(),
        periods=(Period(2023),) if units else (),
        method=Method(policy.by, rounding, sets=(used,)),
    )


def _unit(chance: Random, number: int, heads: Sequence[AreaHead], rounding: Rounding) -> UnitReport:
    nodes = [node for head in heads for node in _area_nodes(chance, head)]
    nodes += _bonus_nodes(Fraction(chance.randint(0, 6), 4))
    bonus = sum((node.points for node in nodes if node.role == "bonus"), Fraction(0))
    areas = [node for node in nodes if node.role == "area"]
    exact = sum((node.points for node in areas), Fraction(0))
    most = sum((node.applicable_max for node in areas), Fraction(0))
    whole = exact + bonus if chance.random() < 0.8 else min(exact + bonus, most)
    percent = (whole if chance.random() < 0.8 else exact) / most * _HUNDRED if most else None
    points = rounded_exact(whole, rounding)
    published = None if percent is None else rounded_exact(percent, rounding)
    grade = None if published is None else _SCALE.grades[0 if published >= _HUNDRED // 2 else 1]
    left_out = published is None or chance.random() < 0.15
    return UnitReport(
        key=f"u{number}",
        anchor=f"unit-{number}",
        name=f"Huyện {chance.randint(1, 99)}–{number}",
        block=chance.choice(("dong", "tay")),
        points=points,
        applicable_max=most,
        max_points=most,
        percent=published,
        exact_points=whole,
        exact_percent=percent,
        grade=None if grade is None else grade.name,
        grade_id="" if grade is None else grade.id,
        not_ranked="nothing-applicable" if published is None else "incomplete" if left_out else None,
        incomplete=left_out,
        areas=tuple(_area(node, rounding) for node in areas),
        nodes=tuple(nodes),
        adjustments=(Adjusted("B", Text("Thưởng"), "bonus", bonus),),
        history=(Past(Period(2023), "own", points, most, published, None, None),),
        run=1,
        meaning_hash="hash",
    )


def _area_nodes(chance: Random, head: AreaHead) -> Iterator[StoredNode]:
    """Yield an area and its criteria, some of which do not apply."""
    most = (head.max_points or Fraction(0)) / _LEAVES
    leaves = []
    for number in range(1, _LEAVES + 1):
        state = chance.choice(("scored", "scored", "scored", "scored", "not_applicable", "missing"))
        points = most * Fraction(chance.randint(0, 21), 21) if state == "scored" else Fraction(0)
        applicable = Fraction(0) if state == "not_applicable" else most
        code = f"{head.code}.{number}"
        leaf = StoredNode(code, Text(f"Tiêu chí {code}"), "criterion", points, most, applicable, state)
        leaves.append(replace(leaf, rule="tiers", depth=2))
    points = sum((leaf.points for leaf in leaves), Fraction(0))
    applicable = sum((leaf.applicable_max for leaf in leaves), Fraction(0))
    yield StoredNode(head.code, head.title, "area", points, most * _LEAVES, applicable, "scored", depth=1)
    yield from leaves


def _bonus_nodes(points: Fraction) -> Iterator[StoredNode]:
    """Yield a block of bonus points that has one item; what it gives is held at 1."""
    most = Fraction(1)
    yield StoredNode("B", Text("Thưởng"), "bonus", points, most, most, "scored", depth=1)
    yield StoredNode(
        "B.1", Text("Sáng kiến"), "bonus_item", points, most, most, "scored", rule="count", depth=2
    )


def _area(node: StoredNode, rounding: Rounding) -> UnitArea:
    most, points = node.applicable_max, rounded_exact(node.points, rounding)
    percent = rounded_exact(node.points / most * _HUNDRED, rounding) if most else None
    return UnitArea(node.code, points, most, percent, most - points)


def _ranked(units: Sequence[UnitReport], policy: RankingPolicy) -> list[UnitReport]:
    in_all = _ranks(units, policy)
    in_block = {
        key: place
        for block in {unit.block for unit in units}
        for key, place in _ranks([unit for unit in units if unit.block == block], policy).items()
    }
    made = [replace(unit, rank=in_all.get(unit.key), block_rank=in_block.get(unit.key)) for unit in units]
    return sorted(made, key=lambda unit: (unit.rank is None, unit.rank.rank if unit.rank else 0, unit.name))


def _ranks(units: Sequence[UnitReport], policy: RankingPolicy) -> dict[str, Rank]:
    entries = [
        Entry(unit.key, unit.name, _value(unit, policy), complete=unit.not_ranked is None) for unit in units
    ]
    ranked = [each for each in rank(entries, policy) if each.rank is not None]
    return {each.entry.key: Rank(each.rank, len(ranked)) for each in ranked if each.rank is not None}


def _value(unit: UnitReport, policy: RankingPolicy) -> Fraction | None:
    if policy.by == "points":
        return unit.points if policy.precision == "published" else unit.exact_points
    return unit.percent if policy.precision == "published" else unit.exact_percent


def _group(units: Sequence[UnitReport], heads: Sequence[AreaHead], block: str | None) -> GroupReport:
    members = [unit for unit in units if block in (None, unit.block)]
    standings = [
        Standing(
            Placement(unit.key, unit.name, "district", unit.block),
            Period(2023),
            "own",
            unit.points,
            unit.applicable_max,
            unit.percent,
            unit.exact_points,
            unit.exact_percent,
            unit.grade,
            unit.grade_id,
        )
        for unit in members
        if unit.not_ranked is None
    ]
    return group_report(
        members,
        heads,
        named=("level" if block is None else "block", block or "", None),
        summary=summarise(standings, {"": _SCALE}),
        axis=grade_axis(_SCALE),
    )
