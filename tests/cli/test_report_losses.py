"""What a report says a level lost by criterion is what the trees of its ranked units add up to."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from cli.ranked_office import A, B, C, D, four_districts, scored
from cli.small_office import Form, Office

Lost = dict[str, tuple[float, float, int, int]]


def document(office: Office, *words: str) -> Any:
    """Return the one JSON report that a command writes."""
    done = office.run("report", "--format", "json", "--force", *words)
    assert 0 == done.code, done.err
    return json.loads((office.folder / done.out.strip()).read_text(encoding="utf-8"))


def said(group: Any) -> Lost:
    """Return lost points, maximum, how many lost and among how many, by criterion, as a group has them."""
    return {
        each["code"]: (each["lost"], each["applicable_max"], each["losing"], each["units"])
        for each in group["losses"]
    }


def added(units: list[Any]) -> Lost:
    """Return the same of the trees of units."""
    found: dict[str, list[tuple[float, float]]] = {}
    for node in (node for unit in units for node in unit["nodes"]):
        if node["rule"] and node["applicable_max"]:
            found.setdefault(node["code"], []).append((node["points"], node["applicable_max"]))
    sums = {
        code: (
            sum(most - points for points, most in figures),
            sum(most for _, most in figures),
            sum(points < most for points, most in figures),
            len(figures),
        )
        for code, figures in found.items()
    }
    return {code: each for code, each in sums.items() if each[0]}


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return scored(four_districts(tmp_path), A, B, C, D)


def test_a_level_lost_what_its_units_lost(office: Office) -> None:
    report = document(office)

    assert said(report["level"]) == added(report["units"])
    assert report["level"]["losses"]


def test_a_block_lost_what_its_own_units_lost(office: Office) -> None:
    report = document(office)

    assert {each["id"]: said(each) for each in report["blocks"]} == {
        block: added([each for each in report["units"] if each["block"] == block])
        for block in ("dong", "tay")
    }


def test_who_is_not_ranked_does_not_count(tmp_path: Path) -> None:
    incomplete = Form("Huyện B", 50, sipas=None, code="H2")
    report = document(scored(four_districts(tmp_path), A, C, incomplete))
    ranked = [each for each in report["units"] if each["rank"] is not None]

    assert (2, said(report["level"])) == (len(ranked), added(ranked))


def test_the_largest_loss_comes_first(office: Office) -> None:
    lost = [each["lost"] for each in document(office)["level"]["losses"]]

    assert sorted(lost, reverse=True) == lost
