"""Detail rows that stand below another criterion than theirs are said once, with their number."""

from __future__ import annotations

from fractions import Fraction

import pytest

from parcli.model.assessment import Datum, DatumState
from parcli.model.rules import ChecklistItem, ChecklistRule
from parcli.model.text import Text
from parcli.workbook.form import FormRow, FormValue
from parcli.workbook.moved_rows import moved_rows
from parcli.workbook.resolution import TargetIndex
from support.scoring_sets import area, criteria_set, leaf

RULES = {code: ChecklistRule("all", (ChecklistItem(Text(f"Việc {code}")),)) for code in ("1.1", "1.2")}
INDEX = TargetIndex(criteria_set(area("1", *(leaf(code, 1, rule) for code, rule in RULES.items()))))


def row(number: int, title: str) -> FormRow:
    datum = Datum(DatumState.GIVEN, Fraction(1), text="1", place=f"S!D{number}")
    return FormRow(number, title, f"S!B{number}", values=(FormValue("declared", datum),))


@pytest.mark.parametrize(
    ("titles", "expected"),
    [
        (("Việc 1.2", "Việc 1.1", "- Việc 1.1:"), [("details-moved", "S!D2", 2)]),
        (("Việc 1.2", "Việc khác"), []),
    ],
)
def test_rows_of_another_criterion(titles: tuple[str, ...], expected: list[tuple[str, str, int]]) -> None:
    rows = [row(number, title) for number, title in enumerate(titles, start=1)]
    found = moved_rows(INDEX, {"1.2": rows})
    assert [(each.code, each.place, each.params["count"]) for each in found] == expected
