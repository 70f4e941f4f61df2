"""Groups the used columns of a table by what its rows are read for; it sees no row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from parcli.workbook.columns import ANSWER_ROLES, CHECKED_ROLES, TEXT_ROLES, Column


class Layout(Struct, frozen=True, eq=False):
    """Columns by their numbers, from left to right; ``valued`` are those whose cells say something of a row.

    ``positions`` tell by column where in ``valued`` it stands, ``own`` the same of the unit's points alone,
    ``texts`` of its own texts; ``told`` are the used columns but those.
    ``heads`` are those of codes and titles; ``deducts`` tells whether some only lead to a row's points. One
    layout is equal to itself only, and much is kept by it.
    """

    used: tuple[int, ...]
    codes: tuple[int, ...]
    titles: tuple[int, ...]
    heads: tuple[int, ...]
    maxima: tuple[int, ...]
    answers: tuple[int, ...]
    valued: tuple[Column, ...]
    positions: Mapping[int, int]
    own: Mapping[int, int]
    texts: Mapping[int, int]
    told: frozenset[int]
    deducts: bool


def layout_of(used: Sequence[Column]) -> Layout:
    """Return the layout of the columns that are used."""
    valued = tuple(column for column in used if column.role not in {"code", "title"})
    positions = {column.col: index for index, column in enumerate(valued)}
    texts = {col: index for col, index in positions.items() if valued[index].role in TEXT_ROLES}
    return Layout(
        used=tuple(column.col for column in used),
        codes=_numbers(used, frozenset({"code"})),
        titles=_numbers(used, frozenset({"title"})),
        heads=_numbers(used, frozenset({"code", "title"})),
        maxima=_numbers(used, frozenset({"max"})),
        answers=_numbers(used, ANSWER_ROLES),
        valued=valued,
        positions=positions,
        own={col: index for col, index in positions.items() if valued[index].role == "self"},
        texts=texts,
        told=frozenset(column.col for column in used) - texts.keys(),
        deducts=any(column.role in CHECKED_ROLES for column in used),
    )


def _numbers(columns: Sequence[Column], roles: frozenset[str]) -> tuple[int, ...]:
    return tuple(column.col for column in columns if column.role in roles)
