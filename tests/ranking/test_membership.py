"""A rank among other units is not the same rank: how far two rankings have the same members."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from parcli.ranking.change import Change
from parcli.ranking.lineage import UNCHANGED, Lineage
from parcli.ranking.linking import among, with_changes
from parcli.ranking.membership import SAME, Membership, membership
from parcli.ranking.table import RankingTable
from support.register_values import placement, published, stored, table


def ranked(names: Sequence[str], period: str) -> RankingTable:
    """Return a ranking of units that are named by one letter each, the first one best."""
    points = range(90, 90 - len(names), -1)
    units = (placement(name, key=name) for name in names)
    return table(*(stored(u, str(p), period=period) for u, p in zip(units, points, strict=True)))


@pytest.mark.parametrize(
    ("before", "now", "lineage", "expected"),
    [
        ("abc", "bca", UNCHANGED, Membership(3, 3, 0)),
        ("abc", "abcd", UNCHANGED, Membership(3, 4, 1)),
        ("abc", "abx", UNCHANGED, Membership(3, 3, 2)),
        ("abc", "abx", Lineage({"x": ("c",)}), Membership(3, 3, 0)),
        ("abc", "ax", Lineage({"x": ("b", "c")}), Membership(3, 2, 3)),
        ("ab", "axy", Lineage({"x": ("b",), "y": ("b",)}), Membership(2, 3, 3)),
    ],
)
def test_who_came_and_went_is_counted(before: str, now: str, lineage: Lineage, expected: Membership) -> None:
    assert expected == membership(ranked(before, "2022"), ranked(now, "2023"), lineage=lineage)


@pytest.mark.parametrize(("before", "now", "expected"), [(63, 34, 29), (63, 63, 0)])
def test_of_partly_known_fields_the_stated_sizes_count(before: int, now: int, expected: int) -> None:
    tables = [
        table(published("An", period=period, rank=9, rank_of=size))
        for period, size in (("2024", before), ("2025", now))
    ]

    assert Membership(before, now, expected) == membership(tables[0], tables[1])


def test_a_field_whose_size_is_not_stated_is_not_said_to_be_another() -> None:
    assert SAME == membership(
        table(published("An", period="2022", rank=22)), table(published("An", rank=8, rank_of=63))
    )


@pytest.mark.parametrize(
    ("members", "rank", "reasons"),
    [
        (Membership(8, 8, 0), 3, ()),
        (Membership(8, 9, 1), 3, ("field-changed-little",)),
        (Membership(8, 8, 2), 3, ("field-changed-little",)),
        (Membership(8, 7, 3), None, ("field-changed",)),
        (Membership(126, 120, 12), 3, ("field-changed-little",)),
        (Membership(126, 113, 13), None, ("field-changed",)),
        (Membership(63, 34, 75), None, ("field-changed",)),
    ],
)
def test_a_change_of_rank_is_marked_or_withheld(
    members: Membership, rank: int | None, reasons: tuple[str, ...]
) -> None:
    change = among(members, Change(rank=3))

    assert (rank, reasons) == (change.rank, change.reasons)


def test_every_row_of_a_ranking_says_among_how_many_it_was_and_is() -> None:
    changed = with_changes(ranked("abcdef", "2023"), before=ranked("uvwabc", "2022"))

    assert [(6, 6)] * 3 + [None] * 3 == [row.change and row.change.field for row in changed.rows]
