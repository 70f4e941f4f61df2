"""Compares the rows of one file with one another: codes, names, references; changes none of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from graphlib import CycleError, TopologicalSorter
from itertools import combinations
from types import MappingProxyType

from parcli.model.finding import Finding
from parcli.model.folding import folded
from parcli.model.unit import Level
from parcli.project.unit_table import UnitRow, UnitTable
from parcli.project.validity import Validity

_MOST_NEAR = 3
_Links = Callable[[UnitRow], Sequence[str]]


def check_units(
    table: UnitTable,
    *,
    outside: Callable[[], Collection[str]],
    blocks: Collection[str] = (),
    levels: Collection[Level] = (),
) -> tuple[Finding, ...]:
    """Return every mistake that only shows when units are compared, also those of rows with other mistakes.

    Args:
        table: one file as read.
        outside: the codes of packaged units, asked for only where a code is not in the file.
        blocks: the blocks that the project declares; none declared allows any.
        levels: the levels that the project uses; none named allows any.
    """
    coded = [row for row in table.rows if row.code]
    return (
        *_double_codes(coded),
        *_undeclared(table.rows, blocks, levels),
        *_unknown_references(table, outside),
        *_circles(coded, table.headings.get("parent", "parent"), _parents),
        *_circles(coded, table.headings.get("predecessors", "predecessors"), _predecessors),
        *_shared_names(table.rows),
    )


def _double_codes(units: Iterable[UnitRow]) -> Iterator[Finding]:
    first = dict[str, UnitRow]()
    for unit in units:
        earlier = first.setdefault(folded(unit.code), unit)
        if earlier is not unit:
            yield _finding("unit-code-twice", unit, code=unit.code, first=earlier.place)


def _undeclared(
    units: Iterable[UnitRow], blocks: Collection[str], levels: Collection[Level]
) -> Iterator[Finding]:
    for unit in units:
        if unit.block and blocks and unit.block not in blocks:
            near = get_close_matches(unit.block, blocks, 1)
            yield _finding(
                "unit-block-undeclared", unit, found=unit.block, known=tuple(near) or tuple(blocks)
            )
        if levels and unit.level is not None and unit.level not in levels:
            yield _finding("unit-level-not-in-use", unit, found=unit.level, known=tuple(levels))


def _unknown_references(table: UnitTable, outside: Callable[[], Collection[str]]) -> Iterator[Finding]:
    codes = table.codes - {""}
    for unit in table.rows:
        for column, code in _references(unit):
            if code not in codes and code not in outside():
                near = _nearest(code, codes) or _nearest(code, outside()) or sorted(codes)
                heading, names = table.headings.get(column, column), tuple(near[:_MOST_NEAR])
                yield _finding("unit-reference-unknown", unit, column=heading, found=code, near=names)


def _references(unit: UnitRow) -> Iterator[tuple[str, str]]:
    """Yield each code that a unit refers to, with its column."""
    yield from (("parent", code) for code in _parents(unit))
    yield from (("predecessors", code) for code in _predecessors(unit))


def _nearest(code: str, codes: Collection[str]) -> list[str]:
    return get_close_matches(code, codes, _MOST_NEAR)


def _circles(units: Sequence[UnitRow], column: str, links: _Links) -> Iterator[Finding]:
    """Yield one finding for each circle, at the first of its units."""
    by_code = {unit.code: unit for unit in units}
    told = set[str]()
    for unit in () if _is_ordered(units, links) else units:
        circle = _way_back(unit.code, by_code, links)
        if circle and told.isdisjoint(circle):
            told.update(circle)
            yield _finding("unit-reference-circle", unit, column=column, codes=circle)


def _is_ordered(units: Iterable[UnitRow], links: _Links) -> bool:
    """Tell at little cost that there is no circle, as in every file but a mistaken one."""
    try:
        TopologicalSorter({unit.code: links(unit) for unit in units}).prepare()
    except CycleError:
        return False
    return True


def _way_back(start: str, by_code: Mapping[str, UnitRow], links: _Links) -> tuple[str, ...]:
    """Return the codes from a unit along its references back to itself; empty where none leads back."""
    waiting, seen = list[tuple[str, ...]]([(start,)]), set[str]()
    while waiting:
        way = waiting.pop()
        for code in links(by_code[way[-1]]):
            if code == start:
                return (*way, start)
            if code in by_code and code not in seen:
                seen.add(code)
                waiting.append((*way, code))
    return ()


def _shared_names(units: Iterable[UnitRow]) -> Iterator[Finding]:
    """Yield a finding for each pair of one level that a name or alias would not tell apart on some day."""
    named = defaultdict[tuple[Level, str], list[tuple[UnitRow, Validity, str]]](list)
    for unit in units:
        if unit.level is not None and unit.validity is not None:
            for key, text in {folded(text): text for text in (*unit.aliases, unit.name) if text}.items():
                named[unit.level, key].append((unit, unit.validity, text))
    for bearers in named.values():
        for (first, held, _), (second, holds, text) in combinations(bearers, 2):
            if held.overlaps(holds):
                yield _finding("unit-name-twice", second, name=text, first=first.place)


def _parents(unit: UnitRow) -> Sequence[str]:
    return (unit.parent,) if unit.parent else ()


def _predecessors(unit: UnitRow) -> Sequence[str]:
    return unit.predecessors


def _finding(code: str, unit: UnitRow, /, **params: str | tuple[str, ...]) -> Finding:
    return Finding(code, unit.place, MappingProxyType(dict(params)))
