"""The JSON of ``parindex score``: the schema that ships with it takes every output and no other shape."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from cli.running import CASE_C, EXAMPLE, parindex, score_of
from parcli.report.score_json import score_schema

VALIDATOR = Draft202012Validator(score_schema())


@pytest.fixture(scope="module")
def document() -> Any:
    return parindex("score", EXAMPLE, "no-such-file.xlsx", "--format", "json").json


@pytest.fixture
def refused_form(tmp_path: Path) -> Path:
    """Return case C's workbook with a number that can be read two ways."""
    book = openpyxl.load_workbook(CASE_C)
    book.worksheets[0]["C5"].value = "12.230"
    book.save(tmp_path / "refused.xlsx")
    return tmp_path / "refused.xlsx"


def test_the_schema_itself_is_valid() -> None:
    Draft202012Validator.check_schema(score_schema())


def test_every_object_of_the_schema_is_closed() -> None:
    objects = [part for part in _parts(score_schema()) if part.get("type") == "object"]

    assert [] == [part for part in objects if part.get("additionalProperties") is not False]


def test_every_field_of_the_schema_is_required() -> None:
    objects = [part for part in _parts(score_schema()) if part.get("type") == "object"]

    assert [] == [part for part in objects if set(part["properties"]) != set(part["required"])]


@pytest.mark.parametrize(
    ("where", "fields"),
    [
        ((), "schema results failed"),
        (("failed", 0), "file message"),
        (
            ("results", 0),
            "file unit period criteria_set set_status stage provisional incomplete points max_points"
            " applicable_max percent grade adjustments areas findings exact",
        ),
        (("results", 0, "unit"), "code name level block"),
        (("results", 0, "areas", 0), "code title points max_points applicable_max percent"),
        (("results", 0, "findings", 0), "code severity place message remedy"),
        (("results", 0, "exact"), "points percent"),
    ],
)
def test_the_fields_are_the_promised_ones(document: Any, where: tuple[Any, ...], fields: str) -> None:
    assert fields.split() == list(_at(document, where))


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_score_and_a_failure_fit_the_schema(lang: str) -> None:
    VALIDATOR.validate(
        parindex("score", EXAMPLE, "no-such-file.xlsx", "--format", "json", "--lang", lang).json
    )


def test_case_c_fits_the_schema() -> None:
    VALIDATOR.validate(parindex("score", CASE_C, "--format", "json").json)


def test_the_self_stage_fits_the_schema() -> None:
    VALIDATOR.validate(parindex("score", EXAMPLE, "--format", "json", "--stage", "self").json)


def test_an_incomplete_workbook_fits_the_schema(refused_form: Path) -> None:
    VALIDATOR.validate(parindex("score", refused_form, "--format", "json").json)


def test_a_refused_number_makes_the_result_incomplete(refused_form: Path) -> None:
    assert score_of(refused_form)["incomplete"] is True


_PLACES: tuple[tuple[Any, ...], ...] = (
    (),
    ("failed", 0),
    ("results", 0),
    ("results", 0, "unit"),
    ("results", 0, "adjustments", 0),
    ("results", 0, "areas", 0),
    ("results", 0, "findings", 0),
    ("results", 0, "exact"),
)


@pytest.mark.parametrize("where", _PLACES, ids=str)
def test_a_missing_field_is_refused(document: Any, where: tuple[Any, ...]) -> None:
    taken = []
    for name in _at(document, where):
        changed = copy.deepcopy(document)
        del _at(changed, where)[name]
        if VALIDATOR.is_valid(changed):
            taken.append(name)

    assert taken == []


@pytest.mark.parametrize("where", _PLACES, ids=str)
def test_a_further_field_is_refused(document: Any, where: tuple[Any, ...]) -> None:
    changed = copy.deepcopy(document)
    _at(changed, where)["rank"] = 1

    with pytest.raises(ValidationError, match="rank"):
        VALIDATOR.validate(changed)


@pytest.mark.parametrize(
    ("where", "field", "value"),
    [
        ((), "schema", 2),
        (("results", 0), "points", "78.68"),
        (("results", 0), "period", "Năm 2023"),
        (("results", 0), "set_status", "draft"),
        (("results", 0), "stage", "appraised_1"),
        (("results", 0, "unit"), "level", "sở"),
        (("results", 0, "exact"), "points", 78.683),
        (("results", 0, "exact"), "percent", "78,68"),
        (("results", 0, "adjustments", 0), "sign", "+"),
        (("results", 0, "findings", 0), "severity", "Lỗi"),
    ],
)
def test_a_value_of_another_kind_is_refused(
    document: Any, where: tuple[Any, ...], field: str, value: object
) -> None:
    changed = copy.deepcopy(document)
    _at(changed, where)[field] = value

    assert not VALIDATOR.is_valid(changed)


def test_exact_points_are_those_of_the_example() -> None:
    assert Fraction("78.683") == Fraction(score_of(EXAMPLE)["exact"]["points"])


def test_an_exact_percentage_without_end_is_a_fraction() -> None:
    assert Fraction("78.683") * 100 / Fraction("95.5") == Fraction(score_of(EXAMPLE)["exact"]["percent"])


@pytest.mark.parametrize(("field", "published"), [("points", 78.68), ("percent", 82.39)])
def test_published_figures_are_the_exact_ones_rounded(field: str, published: float) -> None:
    result = score_of(EXAMPLE)
    off = abs(Fraction(result["exact"][field]) - Fraction(str(published)))

    assert (published, True) == (result[field], off <= Fraction(5, 1000))


def _at(document: Any, where: tuple[Any, ...]) -> Any:
    for key in where:
        document = document[key]
    return document


def _parts(schema: Any) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        yield schema
        for value in schema.values():
            yield from _parts(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from _parts(value)
