"""No rule kind can be added without boundary rows, a random strategy and an oracle."""

from __future__ import annotations

import pytest

from parcli.model.rules import RULE_KINDS
from scoring.rule_boundaries import BOUNDARIES
from scoring.rule_strategies import BY_KIND


def test_every_kind_has_boundary_rows() -> None:
    assert set(BOUNDARIES) == set(RULE_KINDS)


def test_every_kind_has_a_random_strategy() -> None:
    assert set(BY_KIND) == set(RULE_KINDS)


@pytest.mark.parametrize("kind", RULE_KINDS)
def test_boundary_rows_are_of_their_kind(kind: str) -> None:
    assert {type(row.rule) for row in BOUNDARIES[kind]} == {RULE_KINDS[kind]}


@pytest.mark.parametrize("kind", RULE_KINDS)
def test_boundaries_have_more_than_two_sides(kind: str) -> None:
    assert len(BOUNDARIES[kind]) >= 3
