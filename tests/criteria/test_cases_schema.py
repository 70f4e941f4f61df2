"""The JSON Schema of worked examples knows what editors have to know."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from criteria.test_json_schema import _EditorLoader
from parcli.criteria.schema_cases import cases_schema
from parcli.messages.schema_text_cases import CASES_DESCRIPTIONS
from parcli.model.period import FIRST_YEAR, LAST_YEAR
from parcli.resources import data_dir

HERE = Path(__file__).parent
HOW_TO = HERE.parents[1] / "docs" / "how-to" / "worked-examples.md"
PACKAGED = sorted(data_dir("criteria").glob("*.cases.yaml"))
# Mistakes of shape, which an editor can see; those of content need the set.
_SHAPE = [
    "awarded-not-a-number",
    "code-not-quoted",
    "given-missing",
    "given-nested",
    "given-three",
    "others-missing",
    "period-form",
    "points-form",
    "points-quoted",
    "reference-missing",
    "unknown-key",
]


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    schema = cases_schema()
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def _content(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=_EditorLoader)


@pytest.mark.parametrize("path", PACKAGED, ids=lambda path: path.name)
def test_the_schema_accepts_packaged_examples(validator: Draft202012Validator, path: Path) -> None:
    assert [] == [error.message for error in validator.iter_errors(_content(path))]


def test_the_schema_accepts_what_the_documentation_shows(validator: Draft202012Validator) -> None:
    blocks = re.findall(r"```yaml\n((?:set|units):.*?)```", HOW_TO.read_text(encoding="utf-8"), re.DOTALL)
    shown = [{"set": "shown", **yaml.load(block, Loader=_EditorLoader)} for block in blocks]

    assert 2 == len(shown)
    assert [] == [error.message for each in shown for error in validator.iter_errors(each)]


@pytest.mark.parametrize("name", _SHAPE)
def test_the_schema_refuses_a_wrong_shape(validator: Draft202012Validator, name: str) -> None:
    assert not validator.is_valid(_content(HERE / "bad_cases" / f"{name}.cases.yaml"))


def test_every_key_is_described_and_every_description_is_of_a_key() -> None:
    schema = cases_schema()
    parts = {"CasesPart": schema, **schema["$defs"]}
    keys = [
        (name, key, content)
        for name, part in parts.items()
        for key, content in part.get("properties", {}).items()
    ]

    assert [] == [f"{name}.{key}" for name, key, content in keys if "description" not in content]
    known = {key for _, key, _ in keys} | {f"{name}.{key}" for name, key, _ in keys}
    assert [] == [key for key in CASES_DESCRIPTIONS if key not in known]


@pytest.mark.parametrize("year", [FIRST_YEAR, 1999, 2025, LAST_YEAR])
def test_a_year_that_a_period_can_be_of_is_accepted(validator: Draft202012Validator, year: int) -> None:
    assert [True, True] == [validator.is_valid(_of_period(said)) for said in (year, f"{year}-H1")]


@pytest.mark.parametrize("year", [FIRST_YEAR - 1, LAST_YEAR + 1, 2260, 22, 20223])
def test_a_year_that_is_a_slip_is_refused(validator: Draft202012Validator, year: int) -> None:
    assert [False, False] == [validator.is_valid(_of_period(said)) for said in (year, f"{year}-H1")]


def _of_period(period: int | str) -> dict[str, Any]:
    case = {"criterion": "1.1", "reference": "Điều 4", "given": "Có", "points": 1, "period": period}
    return {"set": "shown", "cases": [case]}
