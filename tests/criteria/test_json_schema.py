from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from parcli.criteria.library import Library
from parcli.criteria.schema import json_schema
from parcli.messages.schema_text import DESCRIPTIONS
from parcli.model.rules import RULE_KINDS

HERE = Path(__file__).parent
GOOD = [*sorted((HERE / "good").glob("*.yaml")), *map(Library().path, Library().ids())]

# Mistakes of shape, which an editor can see; those of content need the program.
_SHAPE = [
    "bad-form",
    "bad-form-date",
    "bad-form-effort",
    "bad-value-missing",
    "key-of-frame",
    "key-of-frame-policy",
    "missing-key-local",
    "missing-key-under",
    "under-without-extends",
    "wrong-type-effort",
    "bad-value",
    "code-not-quoted",
    "missing-key",
    "missing-key-kind",
    "policy-missing",
    "policy-missing-ties",
    "rule-kind-unknown",
    "text-not-quoted",
    "unknown-key",
    "unknown-key-in-rule",
    "too-few",
    "too-few-items",
    "wrong-length-ratio",
    "wrong-type",
    "wrong-type-list",
    "wrong-type-mapping",
    "wrong-type-number-or-none",
    "wrong-type-percent",
    "wrong-type-points",
    "wrong-type-whole",
]


class _EditorLoader(yaml.SafeLoader):
    """YAML 1.2 as editors read it: dates and yes and no are text."""


_EditorLoader.yaml_implicit_resolvers = {
    first: [
        (tag, pattern if not tag.endswith(":bool") else re.compile("true|false"))
        for tag, pattern in resolvers
        if not tag.endswith(":timestamp")
    ]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    schema = json_schema()
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def _content(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=_EditorLoader)


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_the_schema_accepts_good_sets(validator: Draft202012Validator, path: Path) -> None:
    assert [] == [error.message for error in validator.iter_errors(_content(path))]


@pytest.mark.parametrize("name", _SHAPE)
def test_the_schema_refuses_a_wrong_shape(validator: Draft202012Validator, name: str) -> None:
    assert not validator.is_valid(_content(HERE / "bad" / f"{name}.yaml"))


def test_the_schema_knows_every_rule_kind() -> None:
    kinds = {
        part["properties"]["kind"]["const"]
        for part in json_schema()["$defs"].values()
        if "const" in part.get("properties", {}).get("kind", {})
    }

    assert set(RULE_KINDS) == kinds


def test_every_key_is_described() -> None:
    schema = json_schema()
    parts = {"SetPart": schema, **schema["$defs"]}

    assert [] == [
        f"{name}.{key}"
        for name, part in parts.items()
        for key, content in part.get("properties", {}).items()
        if "description" not in content
    ]


def test_every_description_is_of_a_key() -> None:
    schema = json_schema()
    parts = {"SetPart": schema, **schema["$defs"]}
    keys = {key for part in parts.values() for key in part.get("properties", {})}
    full = {f"{name}.{key}" for name, part in parts.items() for key in part.get("properties", {})}

    assert [] == [key for key in DESCRIPTIONS if key not in keys | full]
