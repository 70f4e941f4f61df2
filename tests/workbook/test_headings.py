"""Tables of one template are known to be the same by the headings of their rows."""

from __future__ import annotations

from parcli.workbook.headings import Heading, headings_of

ROW = Heading(("1.1",), "1.1", "Ban hành kế hoạch", True, "Biểu!A7")


def test_the_same_headings_are_the_very_same_object() -> None:
    assert headings_of([ROW]) is headings_of(iter([Heading(*ROW)]))


def test_other_headings_are_not() -> None:
    moved = ROW._replace(place="Biểu!A8")
    assert headings_of([ROW]) is not headings_of([moved])


def test_a_long_table_is_read_but_not_kept() -> None:
    rows = [ROW._replace(place=f"Biểu!A{number}") for number in range(1_001)]
    found = headings_of(rows)
    assert (tuple(rows), False) == (found.each, found.kept)
    assert headings_of(rows) is not found


def test_a_table_of_long_titles_is_read_but_not_kept() -> None:
    rows = [ROW._replace(title="cải cách " * 10_000, place=f"Biểu!A{number}") for number in (1, 2, 3)]
    found = headings_of(rows)
    assert (tuple(rows), False) == (found.each, found.kept)
    assert headings_of(rows) is not found
