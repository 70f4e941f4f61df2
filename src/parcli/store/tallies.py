"""Counts what many stored results have at each node, without reading any of their trees."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable
from fractions import Fraction

from parcli.model.register import NodeTally
from parcli.store.nodes_reading import by_outline, outline_nodes
from parcli.store.results_reading import chunks, is_in
from parcli.store.values import fraction

_Figures = Counter[tuple[Fraction, Fraction]]


def tallies_of(connection: sqlite3.Connection, results: Iterable[int]) -> tuple[tuple[NodeTally, ...], ...]:
    """Return the nodes of each outline that results have, each with its figures counted."""
    return tuple(
        _of_outline(connection, outline, numbers)
        for outline, numbers in by_outline(connection, results).items()
    )


def _of_outline(
    connection: sqlite3.Connection, outline: int, numbers: Iterable[int]
) -> tuple[NodeTally, ...]:
    figures = _figures(connection, numbers)
    return tuple(
        NodeTally(node.code, node.title, node.role, node.max_points, node.rule, node.depth, figures[position])
        for position, node in sorted(outline_nodes(connection, outline).items())
    )


def _figures(connection: sqlite3.Connection, numbers: Iterable[int]) -> defaultdict[int, _Figures]:
    """Return the figures by position; the database counts them, because few of them are different."""
    found: defaultdict[int, _Figures] = defaultdict(Counter)
    for some in chunks(numbers):
        condition, values = is_in("result", some)
        rows = connection.execute(
            f"SELECT position, points, applicable_max, count(*) FROM node WHERE {condition} GROUP BY 1, 2, 3",
            values,
        )
        for position, points, applicable, count in rows:
            found[position][fraction(points), fraction(applicable)] += count
    return found
