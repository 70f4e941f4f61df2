"""Ranks by hand, by properties and against a second, naive implementation."""

from __future__ import annotations

import random
from collections.abc import Sequence
from fractions import Fraction
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parcli.model.criteria_set import RankingPolicy, Ties
from parcli.ranking.collation import collation_key
from parcli.ranking.rank import Entry, GroupRank, Ranked, group_ranks, rank

TIES: tuple[Ties, ...] = get_args(Ties)
Groups = dict[str, str]


def policy(ties: Ties = "competition") -> RankingPolicy:
    return RankingPolicy("percent", "published", ties)


def entry(name: str, value: str | None, *, complete: bool = True) -> Entry:
    return Entry(name, name, None if value is None else Fraction(value), complete)


def shown(ranked: Sequence[Ranked]) -> list[tuple[int | None, str]]:
    return [(each.rank, each.entry.name) for each in ranked]


@st.composite
def fields(draw: st.DrawFn) -> list[Entry]:
    size = draw(st.integers(0, 12))
    few_values = st.none() | st.sampled_from([Fraction(n, 3) for n in range(5)])
    names = st.sampled_from(["An", "Ân", "Đa", "Da", "Hòa", "Hoa"])
    return [Entry(f"{n}", draw(names), draw(few_values), draw(st.booleans())) for n in range(size)]


GROUPS = st.fixed_dictionaries(
    {"block": st.sampled_from(["", "so", "nganh-doc"]), "region": st.sampled_from(["", "so", "bac"])}
)


@pytest.mark.parametrize(
    ("ties", "expected"), [("competition", [1, 2, 2, 4]), ("dense", [1, 2, 2, 3]), ("by_name", [1, 2, 3, 4])]
)
def test_equal_values(ties: Ties, expected: list[int]) -> None:
    entries = [entry("Đa", "80"), entry("Ba", "90"), entry("Ca", "80"), entry("An", "70")]

    assert list(zip(expected, ["Ba", "Ca", "Đa", "An"], strict=True)) == shown(rank(entries, policy(ties)))


def test_three_that_are_equal_at_15_are_followed_by_18() -> None:
    values = [*range(100, 86, -1), 50, 50, 50, 40]
    entries = [entry(f"Đơn vị {n}", str(value)) for n, value in enumerate(values, start=1)]

    assert [*range(1, 15), 15, 15, 15, 18] == [each.rank for each in rank(entries, policy())]


def test_a_unit_without_a_value_comes_last_without_a_rank() -> None:
    entries = [entry("An", None), entry("Ba", "0"), entry("Ân", None)]

    assert [(1, "Ba"), (None, "An"), (None, "Ân")] == shown(rank(entries, policy()))


def test_an_incomplete_unit_is_not_ranked() -> None:
    entries = [entry("An", "90", complete=False), entry("Ba", "80")]

    assert [(1, "Ba"), (None, "An")] == shown(rank(entries, policy()))


def test_an_incomplete_unit_is_ranked_where_that_is_allowed() -> None:
    entries = [entry("An", "90", complete=False), entry("Ba", "80")]

    assert [(1, "An"), (2, "Ba")] == shown(rank(entries, policy(), allow_incomplete=True))


def test_a_unit_has_a_rank_in_each_of_its_groups() -> None:
    ranked = [
        (1, {"block": "so", "region": "bac"}),
        (2, {"block": "huyen", "region": "bac"}),
        (3, {"block": "so", "region": ""}),
    ]

    assert (
        {"block": GroupRank(1, 2), "region": GroupRank(1, 2)},
        {"block": GroupRank(1, 1), "region": GroupRank(2, 2)},
        {"block": GroupRank(2, 2)},
    ) == group_ranks(ranked, "competition")


def test_values_that_differ_by_the_smallest_part_are_not_equal() -> None:
    entries = [entry("An", "80"), Entry("Ba", "Ba", 80 + Fraction(1, 10**30))]

    assert [(1, "Ba"), (2, "An")] == shown(rank(entries, policy()))


@given(entries=fields(), seed=st.integers(0, 99), ties=st.sampled_from(TIES))
def test_the_order_of_the_entries_makes_no_difference(entries: list[Entry], seed: int, ties: Ties) -> None:
    shuffled = entries.copy()
    random.Random(seed).shuffle(shuffled)

    assert rank(entries, policy(ties)) == rank(shuffled, policy(ties))


@given(entries=fields())
def test_a_rank_is_one_more_than_the_number_that_is_strictly_better(entries: list[Entry]) -> None:
    ranked = [(each.rank, _value(each)) for each in rank(entries, policy()) if each.rank]
    values = [value for _, value in ranked]

    assert [1 + sum(other > value for other in values) for value in values] == [place for place, _ in ranked]


@given(entries=fields())
def test_a_dense_rank_is_one_more_than_the_number_of_better_values(entries: list[Entry]) -> None:
    ranked = [(each.rank, _value(each)) for each in rank(entries, policy("dense")) if each.rank]
    values = {value for _, value in ranked}

    assert [1 + sum(v > value for v in values) for _, value in ranked] == [place for place, _ in ranked]


@given(entries=fields())
def test_ranks_by_name_are_all_different(entries: list[Entry]) -> None:
    ranks = [each.rank for each in rank(entries, policy("by_name")) if each.rank]

    assert list(range(1, len(ranks) + 1)) == ranks


@given(
    entries=fields(), data=st.data(), ties=st.sampled_from(TIES), kind=st.sampled_from(["block", "region"])
)
def test_a_rank_in_a_group_is_the_rank_of_the_group_alone(
    entries: list[Entry], data: st.DataObject, ties: Ties, kind: str
) -> None:
    groups: dict[str, Groups] = {each.key: data.draw(GROUPS) for each in entries}
    ranked = [(each.rank, each.entry.key) for each in rank(entries, policy(ties)) if each.rank]
    places = group_ranks([(place, groups[key]) for place, key in ranked], ties)
    for group in {each[kind] for each in groups.values() if each[kind]}:
        alone = rank([each for each in entries if groups[each.key][kind] == group], policy(ties))
        inside = {
            key: found[kind].rank
            for (_, key), found in zip(ranked, places, strict=True)
            if groups[key][kind] == group
        }

        assert {each.entry.key: each.rank for each in alone if each.rank} == inside


@given(entries=fields(), ties=st.sampled_from(TIES), allow_incomplete=st.booleans())
def test_equals_the_naive_ranking(entries: list[Entry], ties: Ties, allow_incomplete: bool) -> None:
    ranked = rank(entries, policy(ties), allow_incomplete=allow_incomplete)

    assert _naive(entries, ties, allow_incomplete=allow_incomplete) == [
        (each.rank, each.entry.key) for each in ranked
    ]


def _naive(entries: list[Entry], ties: Ties, *, allow_incomplete: bool) -> list[tuple[int | None, str]]:
    """Rank by picking the best of the rest again and again."""
    waiting = sorted(entries, key=lambda each: (collation_key(each.name), each.key))
    rest = [each for each in waiting if each.value is not None and (each.complete or allow_incomplete)]
    unranked = [each for each in waiting if each not in rest]
    placed: list[tuple[int | None, str]] = []
    levels = 0
    while rest:
        best = max(each.value for each in rest if each.value is not None)
        equal = [each for each in rest if each.value == best]
        rest = [each for each in rest if each.value != best]
        levels += 1
        first = len(placed) + 1
        for offset, each in enumerate(equal):
            place = {"competition": first, "dense": levels, "by_name": first + offset}[ties]
            placed.append((place, each.key))
    return [*placed, *((None, each.key) for each in unranked)]


def _value(ranked: Ranked) -> Fraction:
    assert ranked.entry.value is not None
    return ranked.entry.value
