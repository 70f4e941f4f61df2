"""The menus of the made province: every criterion of the packaged sets can be answered well and badly."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from answer_menu import Offer, enlarged, menu
from parcli.criteria.library import load_set
from parcli.model.criteria_set import Node
from parcli.scoring.rules import attainable

CRITERIA = Path(__file__).resolve().parents[2] / "criteria"
IDS = ("department-2023", "district-2023", "commune-2025")


def menus(set_id: str) -> Mapping[str, tuple[Node, tuple[Offer, ...]]]:
    criteria_set = load_set(CRITERIA / f"{set_id}.yaml").criteria_set
    return {leaf.code: (leaf, menu(leaf)) for leaf in criteria_set.leaves()}


@pytest.mark.parametrize(
    ("set_id", "single"),
    [("department-2023", ["4.2.1", "5.3"]), ("district-2023", []), ("commune-2025", ["4.1.3"])],
)
def test_leaves_offer_a_choice_unless_all_else_takes_points_off(set_id: str, single: list[str]) -> None:
    assert single == [code for code, (_, offers) in menus(set_id).items() if len(offers) < 2]


@pytest.mark.parametrize("set_id", IDS)
def test_full_marks_come_first_where_no_one_else_is_asked(set_id: str) -> None:
    best = {code: (leaf, offers[0].points) for code, (leaf, offers) in menus(set_id).items()}
    lower = {leaf.scored_by for leaf, points in best.values() if points != leaf.max_points}
    assert lower <= {"survey", "imported"}


@pytest.mark.parametrize("set_id", IDS)
def test_points_fall_from_one_answer_to_the_next(set_id: str) -> None:
    points = {code: [offer.points for offer in offers] for code, (_, offers) in menus(set_id).items()}
    assert points == {code: sorted(set(numbers), reverse=True) for code, numbers in points.items()}


@pytest.mark.parametrize("set_id", IDS)
def test_rules_can_give_the_points_of_every_answer(set_id: str) -> None:
    offered = [(leaf, offer) for leaf, offers in menus(set_id).values() for offer in offers]
    assert [
        (leaf.code, offer)
        for leaf, offer in offered
        if leaf.rule is None or not attainable(leaf.rule, offer.points, leaf.max_points)
    ] == []


def test_enlarged_ratios_keep_their_value() -> None:
    offer = Offer(Fraction(1), {"numerator": Decimal(9), "denominator": Decimal(10), "self": Decimal(1)})
    assert enlarged(offer, 3).cells == {
        "numerator": Decimal(27),
        "denominator": Decimal(30),
        "self": Decimal(1),
    }
