"""Units go back to those of an earlier period through however many decisions lie between."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from parcli.ranking.lineage import Lineage, Succession, lineage_between

MADE_FROM = {
    "town": ("village",),  # renamed
    "city": ("town",),  # and once more
    "union": ("north", "south"),  # two made one
    "new-union": ("union",),  # and renamed
    "great-union": ("union", "west"),  # or made one with a third
    "upper": ("valley",),  # one made two
    "lower": ("valley",),
    "reunited": ("upper", "lower"),
    "upper-town": ("upper",),
    "suburb": ("harbour",),  # a part of one that stays
    "chicken": ("egg",),
    "egg": ("chicken", "dinosaur"),  # a circle by mistake
}


def between(before: Sequence[str], now: Sequence[str]) -> Lineage:
    return lineage_between(before, now, predecessors=lambda key: MADE_FROM.get(key, ()))


@pytest.mark.parametrize(
    ("before", "key", "former", "succession"),
    [
        ("village", "town", "village", "renamed"),
        ("village", "city", "village", "renamed"),
        ("north south", "union", "north south", "merged"),
        ("north south", "new-union", "north south", "merged"),
        ("north south west", "great-union", "north south west", "merged"),
        ("union west", "great-union", "union west", "merged"),
        ("valley", "reunited", "valley", "renamed"),
        ("dinosaur", "chicken", "dinosaur", "renamed"),
    ],
    ids=lambda text: text.replace(" ", "+"),
)
def test_a_unit_goes_back_to_those_of_the_earlier_period(
    before: str, key: str, former: str, succession: Succession
) -> None:
    lineage = between(before.split(), [key])

    assert (tuple(former.split()), succession) == (lineage.former(key), lineage.succession(key))


def test_two_that_one_was_split_into_stay_apart_when_one_is_renamed() -> None:
    lineage = between(["valley"], ["upper-town", "lower"])

    assert ["split", "split"] == [lineage.succession(key) for key in ("upper-town", "lower")]


def test_a_unit_of_both_periods_stays_itself_whatever_it_was_made_from() -> None:
    lineage = between(["town", "village"], ["town", "village"])

    assert {} == lineage.predecessors


def test_a_unit_that_gave_a_part_away_is_compared_with_neither() -> None:
    lineage = between(["harbour"], ["harbour", "suburb"])

    assert [("split", ("harbour",))] * 2 == [
        (lineage.succession(key), lineage.former(key)) for key in ("harbour", "suburb")
    ]


def test_a_unit_that_goes_back_to_nothing_known_is_new() -> None:
    assert {} == between(["north"], ["city", "chicken"]).predecessors
