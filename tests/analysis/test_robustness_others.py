"""Leaving out a criterion, open answers and early rounding move ranks exactly as far as they can."""

from __future__ import annotations

import random
from fractions import Fraction
from itertools import product

import pytest
from msgspec.structs import replace

from parcli.analysis.robustness.early_rounding import rounded_ranks
from parcli.analysis.robustness.field import Field, FirmUnit, OpenAnswer, Share
from parcli.analysis.robustness.leaving_out import Without, leave_out
from parcli.analysis.robustness.open_answers import open_ranks
from parcli.model.criteria_set import RankingPolicy
from parcli.model.rules import Rounding
from support.firm_fields import firm_unit, made_field

TWO = Rounding(2, "half_up")
EXACT = RankingPolicy(by="percent", precision="exact", ties="competition")
PUBLISHED = RankingPolicy(by="percent", precision="published", ties="competition")


def _field(*units: FirmUnit, ranking: RankingPolicy = EXACT) -> Field:
    return Field(units, ranking, TWO)


def test_a_criterion_left_out_turns_the_rank_that_it_decided() -> None:
    a, b = firm_unit("A", (50, 30, 40)), firm_unit("B", (30, 45, 40))

    assert (Without("A", 1, 1, 2, "", "1"), Without("B", 2, 1, 2, "1", "")) == leave_out(_field(a, b))


def test_leaving_out_agrees_with_exact_sums() -> None:
    field = made_field(25, seed=9)
    codes = [str(number) for number in range(1, 7)]
    ranks = [[_rank_without(unit, code, field) for code in ("", *codes)] for unit in field.units]

    assert [(min(each), max(each)) for each in ranks] == [
        (each.best, each.worst) for each in leave_out(field)
    ]


def _rank_without(unit: FirmUnit, code: str, field: Field) -> int:
    def value(each: FirmUnit) -> Fraction:
        others = [share for key, share in each.criteria.items() if key != code]
        return Fraction(sum(share.points for share in others), sum(share.most for share in others))

    return 1 + sum(value(each) > value(unit) for each in field.units)


def test_by_points_the_criterions_points_go() -> None:
    field = _field(firm_unit("A", (50, 30)), firm_unit("B", (30, 45)), ranking=replace(EXACT, by="points"))

    assert [("", "1"), ("1", "")] == [(each.lifts, each.drops) for each in leave_out(field)]


def test_without_criteria_nothing_is_left_out() -> None:
    known = firm_unit("A", (50, 30))

    assert () == leave_out(_field(known, replace(firm_unit("B", (30, 45)), criteria={})))


def test_the_only_criterion_is_not_left_out() -> None:
    assert [1, 2] == [each.worst for each in leave_out(_field(firm_unit("A", (50,)), firm_unit("B", (30,))))]


def _open(points: int, lowest: int, highest: int) -> tuple[OpenAnswer, ...]:
    return (OpenAnswer("1", Fraction(points), Fraction(lowest), Fraction(highest)),)


def test_open_answers_bound_the_ranks_of_all() -> None:
    a = firm_unit("A", (40, 40), open_answers=_open(40, 20, 40))
    b, c = firm_unit("B", (35, 35)), firm_unit("C", (10, 10))
    found = open_ranks(_field(a, b, c))

    assert [(1, 2), (1, 2), (3, 3)] == [(each.best, each.worst) for each in found]
    assert [60, 80, 70, 70, 20, 20] == [end for each in found for end in (each.lowest, each.highest)]
    assert [1, 0, 0] == [each.answers for each in found]


@pytest.mark.parametrize("seed", range(20))
def test_open_ranks_are_those_of_every_way_the_answers_can_go(seed: int) -> None:
    rng = random.Random(seed)
    points = [[rng.randint(0, 50) for _ in range(2)] for _ in range(5)]
    units = [
        firm_unit(
            f"U{n}", each, open_answers=_open(each[0], rng.randint(0, each[0]), rng.randint(each[0], 50))
        )
        for n, each in enumerate(points)
    ]
    possible: list[set[int]] = [set() for _ in units]
    for ways in product((0, 1), repeat=len(units)):
        values = [
            unit.points - answer.points + (answer.highest if way else answer.lowest)
            for unit, way in zip(units, ways, strict=True)
            for answer in unit.open_answers
        ]
        for seen, value in zip(possible, values, strict=True):
            seen.add(1 + sum(other > value for other in values))

    assert [(min(each), max(each)) for each in possible] == [
        (each.best, each.worst) for each in open_ranks(_field(*units))
    ]


def test_figures_that_are_published_alike_share_their_rank() -> None:
    a = firm_unit(
        "A", (40, 40), open_answers=(OpenAnswer("1", Fraction(40), Fraction(40), Fraction("40.001")),)
    )

    assert [1, 1] == [
        each.worst for each in open_ranks(_field(firm_unit("B", (40, 40)), a, ranking=PUBLISHED))
    ]


def test_nothing_open_says_nothing() -> None:
    assert () == open_ranks(made_field(3, seed=1))


def test_criteria_rounded_before_they_are_summed_turn_a_rank() -> None:
    """Three times 9.996 is 29.988, rounded first 30.00: above 29.99."""
    a, b = _thirds("A", "9.996"), _thirds("B", "9.9967")
    a = replace(a, areas={"1": Share(a.points, Fraction(150), Fraction(150))})
    b = replace(b, areas={"1": Share(b.points, Fraction(150), Fraction(150))})
    found = {each.key: each for each in rounded_ranks(_field(a, b))}

    assert {"never": 2, "criteria": 1, "areas": 1, "total": 1} == {**found["A"].ranks}
    assert (True, False) == (found["A"].moves, found["B"].moves)


def _thirds(name: str, points: str) -> FirmUnit:
    return firm_unit(name, [Fraction(points)] * 3)


def test_where_criteria_are_not_known_that_stage_is_left_out() -> None:
    units = (replace(firm_unit("A", (1, 2)), criteria={}), firm_unit("B", (2, 2)))

    assert ["never", "areas", "total"] == list(rounded_ranks(_field(*units))[0].ranks)


def test_the_rank_now_is_the_one_of_the_sets_precision() -> None:
    units = (firm_unit("A", (40, 40)), replace(firm_unit("B", (40, 40)), percent=Fraction("80.001")))

    assert ([1, 1], [2, 1]) == tuple(
        [each.rank for each in rounded_ranks(_field(*units, ranking=policy))] for policy in (PUBLISHED, EXACT)
    )
