"""Each boundary of each rule kind and a step to either side gives what the regulation's words say."""

from __future__ import annotations

import pytest

from parcli.scoring.rules import attainable, evaluate
from scoring.rule_boundaries import BOUNDARIES, Row

ROWS = [pytest.param(row, id=f"{kind}-{row.name}") for kind, rows in BOUNDARIES.items() for row in rows]


@pytest.mark.parametrize("row", ROWS)
def test_points_at_the_boundary(row: Row) -> None:
    assert evaluate(row.rule, row.declared, row.details, row.max_points).points == row.expected


@pytest.mark.parametrize("row", ROWS)
def test_boundary_points_are_attainable(row: Row) -> None:
    assert attainable(row.rule, row.expected, row.max_points)
