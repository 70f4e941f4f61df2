"""The report as data: tidy rows and the JSON document hold the context's figures, exactly."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import Any

import pytest

from architecture.source_tree import ROOT
from parcli.report.document import report_document
from parcli.report.tidy import COLUMNS, tidy_rows
from support.report_values import HOSTILE_NAMES, made_context

PAGE = ROOT / "docs" / "reference" / "report-data.md"


def rows(units: int = 3, **fields: Any) -> list[dict[str, Any]]:
    made = tidy_rows(made_context(units, **fields), "vi")
    return [dict(zip(COLUMNS, row, strict=True)) for row in made]


def test_each_unit_has_one_row_for_its_total_and_one_for_each_node() -> None:
    context = made_context(3)
    nodes = sum(len(each.nodes) for each in context.units)

    assert (3, 3 + nodes) == (sum(each["node"] == "total" for each in rows()), len(rows()))


def test_a_total_has_the_published_figures_and_the_rank() -> None:
    unit = made_context(3).units[0]
    total = rows()[0]

    assert (unit.points, unit.percent, unit.lost) == (total["points"], total["percent"], total["lost"])
    assert (1, 3, unit.grade_id) == (total["rank"], total["rank_of"], total["grade_id"])


def test_the_areas_of_a_unit_add_up_to_its_total() -> None:
    first = rows(1)
    areas = [each["points"] for each in first if each["node"] == "area"]

    assert first[0]["points"] == sum(areas, Fraction(0))


def test_points_lost_in_criteria_add_up_to_those_of_the_unit() -> None:
    made = rows(1)
    criteria = [each["lost"] for each in made if each["node"] == "criterion"]

    assert made[0]["lost"] == sum(criteria, Fraction(0))


def test_a_name_stays_as_it_is() -> None:
    assert set(HOSTILE_NAMES) <= {each["unit"] for each in rows(5, names=HOSTILE_NAMES)}


def test_every_column_is_described() -> None:
    page = PAGE.read_text(encoding="utf-8")

    assert [] == [column for column in COLUMNS if f"| `{column}` |" not in page]


def test_the_document_is_json() -> None:
    document = report_document(made_context(2), "vi")

    assert document == json.loads(json.dumps(document))


@pytest.mark.parametrize("part", ["head", "areas", "units", "level", "blocks", "regions", "method"])
def test_the_document_has_every_part_of_the_context(part: str) -> None:
    assert part in report_document(made_context(2), "en")


def test_exact_figures_are_texts_that_read_back() -> None:
    context = made_context(2)
    made = report_document(context, "vi")["units"]

    assert [each.exact_percent for each in context.units] == [
        Fraction(each["exact_percent"]) for each in made
    ]


def test_the_document_says_the_sentences() -> None:
    document = report_document(made_context(30), "vi")

    assert "30 đơn vị được đánh giá, xếp hạng." == document["level"]["sentences"][0]
    assert document["units"][0]["sentences"]


def test_every_part_of_the_document_is_described() -> None:
    page = PAGE.read_text(encoding="utf-8")
    document = report_document(made_context(2), "vi")
    unit = document["units"][0]
    names = {*document, *document["head"], *unit, *document["level"], *document["method"]}
    names |= {*unit["areas"][0], *unit["losses"][0], *unit["history"][0]}

    assert [] == sorted(name for name in names if f"`{name}`" not in page)
