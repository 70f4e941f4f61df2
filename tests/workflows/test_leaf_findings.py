"""What was found about a leaf: what names it, and what stands at any cell that answers it."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest

from parcli.model.assessment import Datum, Detail, LeafAnswer
from parcli.model.finding import Finding
from parcli.workflows.leaf_findings import findings_of_leaf

ANSWER = LeafAnswer(
    "1.1",
    place="S!A7",
    declared=Datum(place="S!C7", pair_places=("S!C7", "S!D7")),
    details=(Detail("phần", declared=Datum(place="S!C8"), survey=Datum(place="S!O8")),),
    points={"self": Datum(place="S!E7")},
    evidence_place="S!H7",
)


def _found(*findings: Finding, code: str = "1.1") -> list[str]:
    scored = SimpleNamespace(
        score=SimpleNamespace(findings=findings), assessment=SimpleNamespace(answers={"1.1": ANSWER})
    )
    return [each.place for each in findings_of_leaf(cast(Any, scored), code)]


@pytest.mark.parametrize("place", ["S!A7", "S!C7", "S!D7", "S!C8", "S!O8", "S!E7", "S!H7"])
def test_a_finding_at_a_cell_of_the_leaf_is_about_it(place: str) -> None:
    assert [place] == _found(Finding("cell-error", place), Finding("cell-error", "S!C9"))


def test_a_finding_that_names_the_leaf_is_about_it_wherever_it_stands() -> None:
    assert ["S!X1"] == _found(Finding("evidence-missing", "S!X1", {"code": "1.1"}))


def test_a_finding_without_a_place_is_about_no_leaf() -> None:
    assert [] == _found(Finding("unit-missing"), Finding("evidence-missing", "", {"code": "1.2"}))


def test_a_leaf_without_a_row_has_what_names_it() -> None:
    assert ["S!A1"] == _found(Finding("row-missing", "S!A1", {"code": "9"}), code="9")
