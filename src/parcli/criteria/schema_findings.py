"""Turns what pydantic says about a mapping of the file into findings with the line of the offending node."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from typing import Any

from msgspec import Struct
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from parcli.criteria.mistakes import Mistakes
from parcli.criteria.yaml_nodes import NUMBER, YamlMap, YamlSeq
from parcli.messages.findings_criteria_file import EXPECTED, FORMS

_QUOTING: Mapping[str, str] = {
    "code_not_quoted": "code-not-quoted",
    "text_not_quoted": "text-not-quoted",
    "empty_text": "text-empty",
}
_TYPES: Mapping[str, str] = {
    "number": "number",
    "percent": "percent",
    "number_or_percent": "number_or_percent",
    "number_or_none": "number_or_none",
    "whole_number": "whole_number",
    "string_type": "text",
    "bool_type": "boolean",
    "tuple_type": "list",
    "model_type": "mapping",
    "model_attributes_type": "mapping",
    "dict_type": "mapping",
    "exact_number": "exact",
    "given_value": "given",
    "period": "period",
}

_NUMBERS = frozenset({"number", "number_or_percent", "number_or_none", "whole_number", "exact_number"})
_EXACTLY = frozenset({"ratio"})  # lists of a fixed number of entries


def report(error: ValidationError, value: YamlMap, mistakes: Mistakes) -> frozenset[str]:
    """Add one finding for each error and return the keys of ``value`` that they lie under."""
    errors = error.errors(include_url=False)
    for each in errors:
        if not _spurious(each):
            _report_one(each, _locate(value, each["loc"]), mistakes)
    return frozenset(str(each["loc"][0]) for each in errors if each["loc"])


def report_unknown_keys(value: YamlMap, known: Sequence[str], mistakes: Mistakes) -> None:
    """Add a finding for each key that is not known, naming the likely one or all that are possible."""
    for key in value:
        if key not in known:
            near = get_close_matches(key, known, 1) or sorted(known)
            mistakes.add("unknown-key", value.lines[key], key=key, known=tuple(near))


class _Spot(Struct, frozen=True):
    """Where an error lies: the keys as the file writes them, the last of them, and its line."""

    line: int
    path: tuple[str, ...]
    found: Any

    @property
    def key(self) -> str:
        return self.path[-1] if self.path else ""


def _locate(value: YamlMap, steps: Iterable[str | int]) -> _Spot:
    """Follow pydantic's steps; those that the file does not have (the kind of a rule) are passed over."""
    line, path = value.line, list[str]()
    here: Any = value
    for step in steps:
        if isinstance(here, YamlMap) and step in here:
            line, here = here.lines[str(step)], here[str(step)]
            path.append(str(step))
        elif isinstance(here, YamlSeq) and isinstance(step, int):
            line, here = here.lines[step], here[step]
    return _Spot(line, tuple(path), here)


def _spurious(error: ErrorDetails) -> bool:
    """Tell whether a list is called too short only because items of it were refused."""
    return error["type"] == "too_short" and len(error["input"]) >= error["ctx"]["min_length"]


def _report_one(error: ErrorDetails, spot: _Spot, mistakes: Mistakes) -> None:
    kind, found = error["type"], _shown(error["input"])
    context = error.get("ctx", {})
    if kind == "missing":
        _report_missing(str(error["loc"][-1]), spot, mistakes)
    elif kind in _QUOTING:
        mistakes.add(_QUOTING[kind], spot.line, key=spot.key, found=found)
    elif kind in _TYPES:
        code = "number-quoted" if kind in _NUMBERS and _is_quoted_number(error["input"]) else "wrong-type"
        mistakes.add(code, spot.line, key=spot.key, expected=EXPECTED[_TYPES[kind]], found=found)
    elif kind == "union_tag_not_found":
        mistakes.add("missing-key", spot.line, key="kind", where=spot.key)
    elif kind == "union_tag_invalid":
        known = str(context["expected_tags"]).replace("'", "")
        mistakes.add("rule-kind-unknown", spot.line, found=str(context["tag"]), known=known)
    elif kind in ("too_short", "too_long"):
        is_exact = kind == "too_long" or spot.key in _EXACTLY
        wanted = int(context["min_length"] if kind == "too_short" else context["max_length"])
        code = "wrong-length" if is_exact else "too-few"
        mistakes.add(code, spot.line, key=spot.key, wanted=wanted, found=len(error["input"]))
    elif kind == "literal_error":
        allowed = str(context["expected"]).replace("'", "").replace(" or ", ", ")
        mistakes.add("bad-value", spot.line, key=spot.key, found=found, allowed=allowed)
    else:
        mistakes.add("bad-form", spot.line, key=spot.key, found=found, form=FORMS[_form(kind, spot.key)])


def _is_quoted_number(value: object) -> bool:
    """Tell whether a text is a number: without quotes it would have been read as one."""
    return isinstance(value, str) and NUMBER.fullmatch(value) is not None


def _form(kind: str, key: str) -> str:
    if kind == "string_pattern_mismatch":
        return "date" if key == "date" else "id"
    if kind in ("greater_than_equal", "less_than_equal"):
        return key if key in ("digits", "effort") else "year"
    return "other"


def _report_missing(key: str, spot: _Spot, mistakes: Mistakes) -> None:
    if key == "policy" or "policy" in spot.path[:1]:
        mistakes.add("policy-missing", spot.line, policy=".".join((*spot.path, key)))
    else:
        mistakes.add("missing-key", spot.line, key=key, where=spot.key)


def _shown(value: object) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Mapping):
        return "{" + ", ".join(map(str, value)) + "}"
    if isinstance(value, tuple):
        return "[" + ", ".join(map(_shown, value)) + "]"
    text = str(value)
    return text if len(text) <= 60 else text[:59] + "…"
