"""What of a table's rows is printed in the form, so that tables of one template are known to be the same."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

_MOST_KEPT = 1_000  # rows of a table that is kept


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

    __slots__ = ("each",)

    def __init__(self, each: tuple[Heading, ...]) -> None:
        self.each = each

    @property
    def kept(self) -> bool:
        """Tell whether the object stands for all tables with these headings."""
        return len(self.each) <= _MOST_KEPT


def headings_of(rows: Iterable[Heading]) -> Headings:
    """Return the headings of a table's rows."""
    each = tuple(rows)
    return _same(each) if len(each) <= _MOST_KEPT else Headings(each)


@lru_cache(maxsize=64)  # templates
def _same(each: tuple[Heading, ...]) -> Headings:
    return Headings(each)
