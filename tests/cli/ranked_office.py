"""An office of four districts, and what its rankings say, for the tests of ``parindex rank``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from cli.small_office import Form, Office, small_office


def ranking(office: Office, *words: str) -> Any:
    """Return the ranking of districts as the JSON document."""
    return office.run("rank", "--level", "district", *words, "--format", "json").json


def ranks(office: Office, *words: str) -> list[tuple[int, str]]:
    """Return rank and name of the ranked units in order."""
    return [(row["rank"], row["unit"]["name"]) for row in ranking(office, *words)["rows"]]


def change(office: Office, name: str) -> Any:
    """Return a unit's change since the last period."""
    (found,) = [row["change"] for row in ranking(office)["rows"] if row["unit"]["name"] == name]
    return found


def scored(office: Office, *forms: Form) -> Office:
    """Hand in workbooks and score them all."""
    office.hand_in(*forms)
    assert 3 > office.run("score", "bang").code
    return office


def four_districts(folder: Path) -> Office:
    """Return an office with two regions and two parents; no workbook yet."""
    return small_office(
        folder / "cơ quan",
        "H1,Huyện A,district,dong,Bắc,dak-nong,,,",
        "H2,Huyện B,district,tay,Bắc,dak-nong,,,",
        "H3,Huyện C,district,tay,Nam,dak-lak,,,",
        "H4,Huyện D,district,dong,Nam,dak-lak,,,",
    )


A, B, C = Form("Huyện A", 50, code="H1"), Form("Huyện B", 50, code="H2"), Form("Huyện C", 40, code="H3")
D = Form("Huyện D", 55, code="H4")
