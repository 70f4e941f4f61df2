"""Reads the trees and findings below stored results."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

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
    found: dict[int, Counter[str]] = {}
    for some in chunks(results):
        condition, values = is_in("result", some)
        rows = connection.execute(f"SELECT result, code FROM finding WHERE {condition}", values)
        for result, code in rows:
            found.setdefault(result, Counter())[code] += 1
    return found


def _nodes(
    connection: sqlite3.Connection, results: Iterable[int], outline: Mapping[int, StoredNode]
) -> dict[int, tuple[StoredNode, ...]]:
    found: dict[int, list[StoredNode]] = {number: [] for number in results}
    of_set = {
        position: (node.code, node.title, node.role, node.max_points, node.rule, node.depth)
        for position, node in outline.items()
    }
    for some in chunks(found if outline else ()):
        condition, values = where([is_in("result", some), is_in("position", list(outline))])
        rows = connection.execute(
            "SELECT result, position, points, applicable_max, state, place, explanation_vi, explanation_en"
            f" FROM node WHERE {condition} ORDER BY result, position",
            values,
        )
        for result, position, points, applicable, state, place, vi, en in rows:
            code, title, role, most, rule, depth = of_set[position]
            explanation = None if vi is None else text(vi, en)
            figures = fraction(points), most, fraction(applicable)
            # by position, in a third of the time: a report makes tens of thousands of nodes
            found[result].append(
                StoredNode(code, title, role, *figures, state, place, rule, explanation, depth)
            )
    return {number: tuple(nodes) for number, nodes in found.items()}
