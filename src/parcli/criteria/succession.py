"""Makes next year's file from this year's: edits the few places that differ and touches no other letter.

The places are found by the marks of the YAML nodes, so that order, comments and layout stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterator

import yaml
from msgspec import Struct

_REPLACES = "replaces"


class Edit(Struct, frozen=True):
    """A stretch of the text, as positions from 0, and what takes its place."""

    start: int
    end: int
    text: str


def successor_text(text: str, *, new_id: str, old_id: str, year: int) -> str:
    """Return the file with its new id, the years from ``year`` on, and ``supersedes``, without ``replaces``.

    ``text`` is that of a usable set.
    """
    root = yaml.compose(text, Loader=yaml.SafeLoader)  # the loader in C counts bytes in its marks
    assert isinstance(root, yaml.MappingNode)
    edits = [*_head_edits(root, text, new_id=new_id, old_id=old_id, year=year), *_dropped(root, text)]
    for edit in sorted(edits, key=lambda each: each.start, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def _head_edits(root: yaml.MappingNode, text: str, *, new_id: str, old_id: str, year: int) -> Iterator[Edit]:
    values = {key.value: value for key, value in root.value}
    yield _instead(values["id"], new_id)
    applies = values["applies"]
    for key, value in applies.value:
        yield _instead(value, str(year) if key.value == "from" else "null")
    if "supersedes" in values:
        yield _instead(values["supersedes"], old_id)
    else:
        at = _line_end(text, _end(applies))
        yield Edit(at, at, f"{_newline(text)}supersedes: {old_id}")


def _instead(node: yaml.Node, text: str) -> Edit:
    return Edit(node.start_mark.index, node.end_mark.index, text)


def _dropped(node: yaml.Node, text: str) -> Iterator[Edit]:
    """Yield the removal of every ``replaces`` below a node: what replaced the last set's codes is done."""
    if isinstance(node, yaml.MappingNode):
        for position, (key, value) in enumerate(node.value):
            if key.value == _REPLACES:
                yield _without(node, position, text)
            else:
                yield from _dropped(value, text)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _dropped(item, text)


def _without(node: yaml.MappingNode, position: int, text: str) -> Edit:
    """Return the removal of one entry: with its comma in braces, with its line else."""
    key, value = node.value[position]
    start, end = key.start_mark.index, _end(value)
    if position == 0 and len(node.value) > 1:
        return Edit(start, node.value[1][0].start_mark.index, "")
    if node.flow_style:
        return Edit(_end(node.value[position - 1][1]) if position else start, end, "")
    line = text.rfind("\n", 0, start) + 1
    return Edit(line, min(_line_end(text, end) + len(_newline(text)), len(text)), "")


def _end(node: yaml.Node) -> int:
    """Return where a node's last letter stands; the mark of a block is where the next one begins."""
    if not isinstance(node, yaml.CollectionNode) or node.flow_style or not node.value:
        return int(node.end_mark.index)
    last = node.value[-1]
    return _end(last[1] if isinstance(last, tuple) else last)


def _line_end(text: str, index: int) -> int:
    end = text.find("\n", index)
    end = len(text) if end < 0 else end
    return end - 1 if text[end - 1 : end] == "\r" else end


def _newline(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"
