"""Turns the text of a YAML file into maps, sequences and scalars that know their lines; no meaning is read.

Nothing is constructed by YAML's own rules, so ``yes`` stays text, ``1.10`` stays a number with its notation
and a date stays text. Only ``true``, ``false``, ``null`` and plain decimals are anything but text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from parcli.criteria.mistakes import Mistakes
from parcli.criteria.source import MAX_BYTES, source_of
from parcli.criteria.todos import todo_comments
from parcli.criteria.yaml_problems import yaml_problem
from parcli.messages.findings_criteria_file import YAML_CAUSES

MAX_DEPTH = 40

NUMBER = re.compile(r"[+-]?[0-9]{1,15}(\.[0-9]{1,15})?")  # unquoted text that is one

Scalar = str | Decimal | bool | None

_WORDS: Mapping[str, Scalar] = {"": None, "~": None, "null": None, "true": True, "false": False}
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class YamlMap(dict[str, Any]):
    """A mapping with the line it starts at and the line of each key."""

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line
        self.lines: dict[str, int] = {}


class YamlSeq(tuple[Any, ...]):
    """A sequence with the line of each item."""

    lines: tuple[int, ...] = ()


def read_yaml(path: Path, mistakes: Mistakes) -> YamlMap | None:
    """Return the top mapping of a file, as ``parse_yaml`` does of its content.

    Raises:
        UnusableSet: the file is missing, no regular file, or cannot be opened.
    """
    return parse_yaml(source_of(path), mistakes)


def parse_yaml(content: bytes, mistakes: Mistakes) -> YamlMap | None:
    """Return the top mapping of a file's content, or None where there is none to read on with.

    Content that is too large, not UTF-8, not YAML, nested too deeply, empty, not a mapping, or that repeats
    itself by aliases gives a finding and None. Repeated keys and tags are findings too, but what stands
    beside them is still returned.
    """
    text = _decoded(content, mistakes)
    if text is None:
        return None
    try:
        if not _plain(text, mistakes):
            return None
        root = yaml.compose(text, Loader=_LOADER)
    except yaml.YAMLError as error:
        line, cause, problem = yaml_problem(error, text)
        sentence, advice = YAML_CAUSES[cause]
        mistakes.add("yaml-syntax", line, cause=sentence, advice=advice, problem=problem)
        return None
    for line, words in todo_comments(text):
        mistakes.add("todo-left", line, text=words)
    if root is None or (isinstance(root, yaml.ScalarNode) and root.value == ""):
        mistakes.add("yaml-empty", 0)
        return None
    value = _value(root, _line(root), mistakes)
    if isinstance(value, YamlMap):
        return value
    mistakes.add("yaml-not-mapping", _line(root))
    return None


def _decoded(content: bytes, mistakes: Mistakes) -> str | None:
    if len(content) > MAX_BYTES:
        mistakes.add("yaml-too-large", 0, limit=MAX_BYTES // 1000)
        return None
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        mistakes.add("yaml-not-utf8", content.count(b"\n", 0, error.start) + 1)
        return None


def _plain(text: str, mistakes: Mistakes) -> bool:
    """Tell whether the text may be composed; tags are reported on the way.

    Nesting and aliases are looked for in the flat stream of events: composing works by recursion, which deep
    input breaks, and what it returns for an alias is shared, which a chain of aliases makes explode.
    """
    depth, aliases = 0, False
    for event in yaml.parse(text, Loader=_LOADER):
        line = _line(event)
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        elif isinstance(event, yaml.AliasEvent):
            mistakes.add("yaml-alias", line)
            aliases = True
        tag = getattr(event, "tag", None)
        if tag is not None:
            mistakes.add("yaml-tag", line, tag=str(tag))
        if depth > MAX_DEPTH:
            mistakes.add("yaml-too-deep", line, limit=MAX_DEPTH)
            return False
    return not aliases


def _value(node: yaml.Node, line: int, mistakes: Mistakes) -> Any:
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, line, mistakes)
    if isinstance(node, yaml.SequenceNode):
        found = YamlSeq(_value(item, _line(item), mistakes) for item in node.value)
        found.lines = tuple(_line(item) for item in node.value)
        return found
    return _scalar(node)


def _mapping(node: yaml.MappingNode, line: int, mistakes: Mistakes) -> YamlMap:
    found = YamlMap(line)
    for key_node, value_node in node.value:
        if not isinstance(key_node, yaml.ScalarNode):
            mistakes.add("key-not-text", _line(key_node))
            continue
        key, key_line = str(key_node.value), _line(key_node)
        if key in found:
            mistakes.add("duplicate-key", key_line, key=key, first=found.lines[key])
            continue
        found[key] = _value(value_node, key_line, mistakes)
        found.lines[key] = key_line
    return found


def _scalar(node: yaml.Node) -> Scalar:
    text = str(node.value)
    if getattr(node, "style", None):
        return text
    if text in _WORDS:
        return _WORDS[text]
    return Decimal(text) if NUMBER.fullmatch(text) else text


def _line(item: yaml.Node | yaml.Event) -> int:
    return int(item.start_mark.line) + 1 if item.start_mark else 1
