"""Templates filled in at random show by their own formulas what the engine makes of the same answers."""

from __future__ import annotations

import pytest

from parcli.model.rules import RULE_KINDS
from support.every_rule import round_trip_sets
from support.filled_templates import Value
from support.live_points import contradictions, differences, kinds_with_points
from support.round_trip import Filling, round_trips, validated

pytestmark = pytest.mark.office

# benchmarks/round_trip.py does the same with as many as are asked for
FILLINGS = 25


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> list[Filling]:
    return round_trips(round_trip_sets(), FILLINGS, 0, tmp_path_factory.mktemp("filled"))


@pytest.fixture(scope="module")
def english(tmp_path_factory: pytest.TempPathFactory) -> list[Filling]:
    folder = tmp_path_factory.mktemp("english")
    return round_trips(round_trip_sets(), len(round_trip_sets()), 0, folder, lang="en")


def test_english_words_are_taken_by_the_sheet_and_by_the_engine(english: list[Filling]) -> None:
    assert [] == [difference for filling in english for difference in differences(filling)]


def test_live_figures_are_the_engines(filled: list[Filling]) -> None:
    assert [] == [difference for filling in filled for difference in differences(filling)]


def test_no_finding_holds_the_live_figures_against_the_engine(filled: list[Filling]) -> None:
    assert [] == [finding for filling in filled for finding in contradictions(filling)]


def test_every_kind_of_rule_shows_points(filled: list[Filling]) -> None:
    assert set(RULE_KINDS) == {kind for filling in filled for kind in kinds_with_points(filling)}


@pytest.fixture(scope="module")
def verdicts(filled: list[Filling], tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Value, object]]:
    """Return the values that were entered with what the cells' own validation says of them."""
    said = validated(filled[0], tmp_path_factory.mktemp("validated"))
    return [(filled[0].cells[cell], verdict) for cell, verdict in said.items()]


def test_validation_is_true_or_false_of_every_value(verdicts: list[tuple[Value, object]]) -> None:
    assert {True, False} == {verdict for _, verdict in verdicts}


def test_validation_lets_words_in(verdicts: list[tuple[Value, object]]) -> None:
    assert {True} == {verdict for value, verdict in verdicts if isinstance(value, str)}
