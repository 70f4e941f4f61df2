"""Two hashes of a built criteria set: of what it means for points, and of every word of it; reads no file."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

from parcli.model.criteria_set import Cap, CriteriaSet, Node
from parcli.model.number import exact_text
from parcli.model.rules import ChoiceRule
from parcli.model.text import Text

_FORMAT = 1
_NOT_CONTENT = frozenset({"place", "path", "meaning_hash", "text_hash"})
_WORDING = frozenset({"aliases", "reference", "status"})
_POINTLESS = frozenset({"replaces", "effort"})  # what says nothing about points
# keys that came after workbooks with hashes were handed out: where a set does not use them, it stays itself
_ADDED: Mapping[str, object] = {
    "missing": None,
    "replaces": None,
    "effort": None,
    "open": False,
    "frame": False,
    "extends": None,
}


def meaning_hash(criteria_set: CriteriaSet) -> str:
    """Return the SHA-256 over codes, maxima, rules, policies, grades and caps, without any wording.

    Two editions with the same hash give the same points, grades and ranks for the same answers.
    """
    return _digest(
        {
            "roots": _value(criteria_set.roots, _without_wording),
            "adjustments": _value(criteria_set.adjustments, _without_wording),
            "total": exact_text(criteria_set.total),
            "policy": _value(criteria_set.policy, _without_wording),
            "grades": _value(criteria_set.grades, _without_wording),
            "caps": [_cap(cap, criteria_set) for cap in criteria_set.caps],
        }
    )


def text_hash(criteria_set: CriteriaSet) -> str:
    """Return the SHA-256 over everything that the file says, its wording included."""
    return _digest(_value(criteria_set, _with_wording))


def _digest(content: object) -> str:
    canonical = json.dumps(
        {"format": _FORMAT, "content": content}, ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )
    return hashlib.sha256(canonical.encode()).hexdigest()


def _cap(cap: Cap, criteria_set: CriteriaSet) -> object:
    """Return a cap with its answer as the option's number, since labels are wording."""
    content = _value(cap, _without_wording)
    content["when"]["answer"] = _option_number(cap, criteria_set.find(cap.when.code))
    return content


def _option_number(cap: Cap, node: Node | None) -> int | None:
    if cap.when.measure != "answer" or node is None or not isinstance(node.rule, ChoiceRule):
        return None
    labels = [option.label.vi for option in node.rule.options]
    return labels.index(cap.when.answer) if cap.when.answer in labels else None


def _without_wording(name: str, value: object) -> bool:
    return not isinstance(value, Text) and name not in _WORDING | _NOT_CONTENT | _POINTLESS


def _with_wording(name: str, value: object) -> bool:
    return name not in _NOT_CONTENT


def _value(value: Any, keeps: Callable[[str, object], bool]) -> Any:
    """Return a value as JSON content; fractions stay exact as text, defaults are kept but for added keys."""
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, Fraction):
        return exact_text(value)
    if isinstance(value, Mapping):
        return {key: _value(item, keeps) for key, item in value.items()}
    if isinstance(value, tuple):
        return [_value(item, keeps) for item in value if keeps("", item)]
    content = {
        name: _value(item, keeps)
        for name in value.__struct_fields__
        if keeps(name, item := getattr(value, name)) and (name not in _ADDED or item != _ADDED[name])
    }
    return content | ({"kind": value.kind} if hasattr(value, "kind") else {})
