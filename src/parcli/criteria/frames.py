"""Puts a local set and its frame together as one document, with findings of what does not fit; reads no file.

The lines of the frame are negative numbers in what comes out (see ``Mistakes.place``).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from parcli.criteria.mistakes import Mistakes
from parcli.criteria.schema import OWN_KEYS, SetPart
from parcli.criteria.yaml_nodes import YamlMap, YamlSeq
from parcli.messages.findings_criteria_file import EXPECTED

_NOT_HANDED_DOWN = frozenset({"frame", "id", "title", "status", "applies", "supersedes", "stated"})
_BELOW = ("areas", "parts", "criteria")


def extended(local: YamlMap, frame: YamlMap, mistakes: Mistakes) -> YamlMap | None:
    """Return the frame with the local set's own keys, and its criteria under those that are left open.

    None where the local set names no criteria at all.
    """
    under = _under(local, mistakes)
    if under is None:
        return None
    _check_filled(under, frame, mistakes)
    whole = YamlMap(local.line)
    for key, value in frame.items():
        if key not in _NOT_HANDED_DOWN:
            line = -frame.lines[key]
            _put(whole, key, _from_frame(value, line, under, continues="supersedes" in local), line)
    handed = {*SetPart.model_fields} - {*OWN_KEYS}
    for key, value in local.items():
        if key in handed:
            mistakes.add("key-of-frame", local.lines[key], key=key, own=OWN_KEYS)
        elif key != "under":
            _put(whole, key, value, local.lines[key])
    return whole


def _under(local: YamlMap, mistakes: Mistakes) -> YamlMap | None:
    under = local.get("under")
    if isinstance(under, YamlMap):
        return under
    if "under" not in local:
        mistakes.add("missing-key", local.line, key="under", where="")
    else:
        expected, found = EXPECTED["mapping"], str(under)
        mistakes.add("wrong-type", local.lines["under"], key="under", expected=expected, found=found)
    return None


def _check_filled(under: YamlMap, frame: YamlMap, mistakes: Mistakes) -> None:
    open_nodes = {str(node.get("code")): node for node in _nodes(frame) if node.get("open") is True}
    for code in under:
        if code not in open_nodes:
            mistakes.add("criterion-not-open", under.lines[code], code=code, known=tuple(open_nodes))
    for code, node in open_nodes.items():
        if under.get(code) is None:
            line = under.lines.get(code, under.line)
            mistakes.add("criterion-not-filled", line, code=code, max=str(node.get("max")))


def _nodes(value: YamlMap) -> Iterator[YamlMap]:
    """Yield every node of a frame's tree."""
    for key in _BELOW:
        for each in value.get(key) or ():
            yield each
            yield from _nodes(each)


def _put(whole: YamlMap, key: str, value: Any, line: int) -> None:
    whole[key] = value
    whole.lines[key] = line


def _from_frame(value: Any, line: int, under: YamlMap, *, continues: bool) -> Any:
    """Return a value of the frame at negative lines, its open criteria filled.

    What the frame's nodes replace is said only where the local set continues another one.
    """
    if isinstance(value, YamlSeq):
        items = zip(value, value.lines, strict=True)
        made = YamlSeq(_from_frame(item, -at, under, continues=continues) for item, at in items)
        made.lines = tuple(-at for at in value.lines)
        return made
    if not isinstance(value, YamlMap):
        return value
    whole = YamlMap(line)
    for key, item in value.items():
        if key != "replaces" or continues:
            at = -value.lines[key]
            _put(whole, key, _from_frame(item, at, under, continues=continues), at)
    code = str(value.get("code"))
    if value.get("open") is True and code in under:
        _put(whole, "criteria", under[code], under.lines[code])
    return whole
