"""A place names its file as Excel does, and can be taken apart again."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from parcli.model.assessment import Assessment, LeafAnswer
from parcli.model.period import Period
from parcli.model.unit import Unit
from parcli.workbook.file_places import in_file, placed_in_file, short_names, without_file
from support.scoring_sets import pair

PLACES = ("CCHC!B7", "'Tự chấm'!B7", "'Phòng ''A'''!C12", "")


@pytest.mark.parametrize("file", ["a.xlsx", "Sở Nội vụ.xlsx", "x/y's.xlsx"])
@pytest.mark.parametrize("place", PLACES)
def test_a_place_in_a_file_is_taken_apart_again(place: str, file: str) -> None:
    assert (file, place) == without_file(in_file(place, file))


@pytest.mark.parametrize("place", [*PLACES, "sipas.csv:12"])
def test_a_place_without_a_file_stays(place: str) -> None:
    assert ("", place) == without_file(place)


def test_a_sheet_is_quoted_with_its_file() -> None:
    assert "'[a b.xlsx]CCHC'!B7" == in_file("CCHC!B7", "a b.xlsx")


def test_brackets_of_a_name_are_not_those_of_the_file() -> None:
    assert "'[a (1).xlsx]CCHC'!B7" == in_file("CCHC!B7", "a [1].xlsx")


def test_names_are_without_folders_where_that_tells_them_apart() -> None:
    assert ("a.xlsx", "b.xlsx") == short_names(["x/a.xlsx", "y/b.xlsx"])
    assert ("x/a.xlsx", "y/a.xlsx") == short_names(["x/a.xlsx", "y/a.xlsx"])


def test_either_number_of_a_pair_is_placed_in_the_file() -> None:
    declared = replace(pair(1, 2), pair_places=("CCHC!D1", "CCHC!E1"))
    answer = LeafAnswer("1.1", declared=declared)
    whole = Assessment(Unit("Sở A"), Period(2023), "x", {"1.1": answer})

    placed = placed_in_file(whole, "a.xlsx").answers["1.1"].declared

    assert ("'[a.xlsx]CCHC'!D1", "'[a.xlsx]CCHC'!E1") == placed.pair_places
