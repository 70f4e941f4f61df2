"""A place names its file as Excel does, and can be taken apart again."""

from __future__ import annotations

import pytest

from parcli.workbook.file_places import in_file, short_names, without_file

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
