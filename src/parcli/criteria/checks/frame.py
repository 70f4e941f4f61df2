"""Checks what a frame leaves open and what a local set fills in; sums of what is filled in are the tree's."""

from __future__ import annotations

from parcli.criteria.checks.tree import nodes
from parcli.criteria.mistakes import Mistakes
from parcli.criteria.schema import SetPart


def check_frame(part: SetPart, mistakes: Mistakes) -> None:
    """Add a finding for each key of frames and local sets that stands where it means nothing."""
    if part.frame and part.extends is not None:
        mistakes.add("frame-extends", part.line_of("extends"), id=part.extends)
    if part.under is not None and part.extends is None:
        mistakes.add("under-without-extends", part.line_of("under"))
    items = {item.code for block in part.adjustments for item in block.items}
    left_open = [node for node in nodes(part) if node.open]
    if part.frame and not left_open and part.sound("areas", "parts"):
        mistakes.add("frame-without-open", part.line_of("frame"))
    for node in left_open:
        own_line = node.line_of("open")
        if (not part.frame and own_line > 0) or node.code in items:
            mistakes.add("open-misplaced", own_line, code=node.code)
        elif part.frame and (node.criteria or node.rule is not None):
            mistakes.add("open-not-empty", own_line, code=node.code)
