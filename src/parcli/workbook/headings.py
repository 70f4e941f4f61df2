"""What of a table's rows is printed in the form, so that tables of one template are known to be the same."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

_MOST_KEPT = 1_000  # rows of a table that is kept
_MOST_CHARACTERS = 200_000  # of its titles: 64 tables are kept, and nobody's may fill the memory


class Heading(NamedTuple):
    """All of a row that tells what it is about; a tuple, because whole tables are looked up by theirs."""

    codes: tuple[str, ...]
    code_text: str
    title: str
    has_max: bool
    place: str


class Headings:
    """The headings of a table; tables with the same ones have the very same object, unless they are long.

    It is equal to itself alone, so that what is known of a template is found without comparing its rows.
    """

    __slots__ = ("each", "kept")

    def __init__(self, each: tuple[Heading, ...], *, kept: bool) -> None:
        self.each = each
        self.kept = kept  # the object stands for all tables with these headings


def headings_of(rows: Iterable[Heading]) -> Headings:
    """Return the headings of a table's rows."""
    each = tuple(rows)
    small = len(each) <= _MOST_KEPT and sum([len(row.title) for row in each]) <= _MOST_CHARACTERS
    return _same(each) if small else Headings(each, kept=False)


@lru_cache(maxsize=64)  # templates
def _same(each: tuple[Heading, ...]) -> Headings:
    return Headings(each, kept=True)
