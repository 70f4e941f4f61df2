"""Tells which columns of a published table stand in groups of the same heads: areas, and the whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from parcli.workbook.codes import code_in_front
from parcli.workbook.periods import period_of
from parcli.workbook.table import Column
from parcli.workbook.table_words import area_of_header, header_role, table_words, without_brackets
from parcli.workbook.words import phrase_key, words

_FIGURES = ("total", "after", "appraised")  # what an area's figure is headed by, the first before the others
_DEDUCTIONS = frozenset({"deducted", "after"})
_FEWEST = 2  # columns of a group, and groups with the same heads


class Groups(Struct, frozen=True):
    """The columns of a table: those of no such group and of the whole, by their lower heads; then the rest.

    ``areas`` has the column of each area's figure, ``unread`` the areas' other columns, those of one head
    once. ``names`` are the heads of the groups of areas. ``undecided`` are areas with points that something
    is taken off and no points after that: the column of the former, then that of what is taken off.
    """

    plain: tuple[Column, ...]
    areas: Mapping[str, Column]
    unread: tuple[Column, ...]
    names: tuple[str, ...]
    undecided: Mapping[str, tuple[Column, Column]] = {}


def split_groups(columns: Sequence[Column]) -> Groups:
    """Return the columns apart: groups with the same heads below them are areas, one may be the whole.

    A group headed by a period or by another word for a figure ("Tỷ lệ") is no area: its columns stay as
    they are.
    """
    alike = _alike(columns)
    areas = {name: own for name, own in alike.items() if _may_be_area(name)}
    if not areas:
        return Groups(tuple(columns), {}, (), ())
    wholes = [name for name in alike if name not in areas and _is_whole(name)]
    figures = {area_name(name): figure for name, own in areas.items() if (figure := _figure(own)) is not None}
    undecided = {
        area_name(name): pair for name, own in areas.items() if (pair := _undecided(own)) is not None
    }
    in_areas = [column for own in areas.values() for column in own]
    rest = {phrase_key(_head(each)): each for each in reversed(in_areas) if each not in figures.values()}
    plain = tuple(_lower(each) if each.group in wholes else each for each in columns if each not in in_areas)
    return Groups(plain, figures, tuple(reversed(rest.values())), tuple(areas), undecided)


def area_name(name: str) -> str:
    """Return the code of the area that a head names, else its title without what stands in brackets."""
    title = without_brackets(name)
    return area_of_header(title) or code_in_front(title)[0] or title


def deduction_role(head: str) -> str | None:
    """Return "deducted" for what is taken off points, "after" for the points after that, else None."""
    role = words().roles.get(phrase_key(head))
    return role if role in _DEDUCTIONS else None


def _alike(columns: Sequence[Column]) -> Mapping[str, list[Column]]:
    """Return the groups of which another one has a head of a figure, too, by the words above them."""
    groups: dict[str, list[Column]] = {}
    for column in columns:
        if column.group:
            groups.setdefault(column.group, []).append(column)
    groups = {name: own for name, own in groups.items() if len(own) >= _FEWEST}
    heads = Counter(head for own in groups.values() for head in {phrase_key(_head(each)) for each in own})
    return {
        name: own
        for name, own in groups.items()
        if any(heads[phrase_key(_head(each))] >= _FEWEST and header_role(_head(each)) for each in own)
    }


def _may_be_area(name: str) -> bool:
    return header_role(name) is None and not _is_whole(name) and period_of(name) is None


def _is_whole(name: str) -> bool:
    """Tell whether a group is of the whole index: "TỔNG CỘNG (100 điểm)", "Tổng hợp"."""
    text = without_brackets(name)
    return phrase_key(text) in table_words().whole_groups or header_role(text) == "total"


def _figure(group: Sequence[Column]) -> Column | None:
    """Return the column of an area's figure, None where no head says which it is."""
    by_role = _by_role(group)
    if _undecided(group) is not None:
        return None
    return next((by_role[role] for role in _FIGURES if role in by_role), None)


def _undecided(group: Sequence[Column]) -> tuple[Column, Column] | None:
    by_role = _by_role(group)
    settled = by_role.keys() & {"total", "after"}
    if settled or not {"appraised", "deducted"} <= by_role.keys():
        return None
    return by_role["appraised"], by_role["deducted"]


def _by_role(group: Sequence[Column]) -> Mapping[str | None, Column]:
    return {deduction_role(_head(each)) or header_role(_head(each)): each for each in reversed(group)}


def _lower(column: Column) -> Column:
    return replace(column, header=_head(column))


def _head(column: Column) -> str:
    return column.cell.text or column.header
