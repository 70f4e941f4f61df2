"""Reads the trees and findings below stored results."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Any

from msgspec.structs import replace

from parcli.model.finding import Finding
from parcli.model.register import StoredNode
from parcli.model.text import Text
from parcli.store.params import params
from parcli.store.results_reading import chunks, is_in, where
from parcli.store.values import fraction, text

_NOTHING = Fraction(0)


def nodes_of(
    connection: sqlite3.Connection, results: Iterable[int], roles: frozenset[str] | None
) -> Mapping[int, tuple[StoredNode, ...]]:
    """Return the nodes of results by their number; a result that is not stored has none.

    Nodes are looked up by their positions in a known outline, so that "the areas of every unit" stay cheap.
    """
    found: dict[int, tuple[StoredNode, ...]] = {}
    for outline, numbers in by_outline(connection, results).items():
        found |= _nodes(connection, numbers, outline_nodes(connection, outline, roles))
    return found


def by_outline(connection: sqlite3.Connection, results: Iterable[int]) -> Mapping[int, Sequence[int]]:
    """Return the results of each outline, both in the order in which the results come."""
    asked = list(results)
    outlines: dict[int, int] = {}
    for some in chunks(asked):
        condition, values = is_in("number", some)
        outlines |= connection.execute(f"SELECT number, outline FROM result WHERE {condition}", values)
    found: dict[int, list[int]] = {}
    for number in asked:
        if number in outlines:
            found.setdefault(outlines[number], []).append(number)
    return found


def outline_nodes(
    connection: sqlite3.Connection, outline: int, roles: frozenset[str] | None = None
) -> Mapping[int, StoredNode]:
    """Return the nodes of an outline by position with the set's figures; the unit's are still to come."""
    rows = connection.execute(
        "SELECT position, depth, role, code, title_vi, title_en, max_points, rule"
        " FROM outline_node WHERE outline = ?",
        (outline,),
    )
    return {
        position: StoredNode(
            code=code,
            title=Text(vi, en or None),
            role=role,
            points=_NOTHING,
            max_points=fraction(most),
            applicable_max=_NOTHING,
            state="",
            rule=rule,
            depth=depth,
        )
        for position, depth, role, code, vi, en, most, rule in rows
        if roles is None or role in roles
    }


def findings_of(connection: sqlite3.Connection, result: int) -> tuple[Finding, ...]:
    """Return a result's findings in order, their params of the types they had."""
    rows = connection.execute(
        "SELECT code, place, params FROM finding WHERE result = ? ORDER BY position", (result,)
    )
    return tuple(Finding(code, place, params(stored)) for code, place, stored in rows)


def finding_codes_of(
    connection: sqlite3.Connection, results: Iterable[int]
) -> Mapping[int, Mapping[str, int]]:
    """Return how often each finding was made in results by their number."""
    found: dict[int, dict[str, int]] = {}
    for some in chunks(results):
        condition, values = is_in("result", some)
        rows = connection.execute(
            f"SELECT result, code, count(*) FROM finding WHERE {condition} GROUP BY result, code", values
        )
        for result, code, count in rows:
            found.setdefault(result, {})[code] = count
    return found


def _nodes(
    connection: sqlite3.Connection, results: Iterable[int], outline: Mapping[int, StoredNode]
) -> dict[int, tuple[StoredNode, ...]]:
    found: dict[int, list[StoredNode]] = {number: [] for number in results}
    made: dict[tuple[object, ...], StoredNode] = {}
    for some in chunks(found if outline else ()):
        condition, values = where([is_in("result", some), is_in("position", list(outline))])
        rows = connection.execute(
            "SELECT result, position, points, applicable_max, state, place, explanation_vi, explanation_en"
            f" FROM node WHERE {condition} ORDER BY result, position",
            values,
        )
        for result, *row in rows:
            given = tuple(row)
            node = made.get(given)
            if node is None:
                node = made[given] = _node(outline[row[0]], row)
            found[result].append(node)
    return {number: tuple(nodes) for number, nodes in found.items()}


def _node(of_set: StoredNode, row: Sequence[Any]) -> StoredNode:
    """Return the node of a row; thousands of units have few different ones in an area."""
    _, points, applicable, state, place, vi, en = row
    return replace(
        of_set,
        points=fraction(points),
        applicable_max=fraction(applicable),
        state=state,
        place=place,
        explanation=None if vi is None else text(vi, en),
    )
