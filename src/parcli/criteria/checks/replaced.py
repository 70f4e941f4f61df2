"""Checks what the nodes of a set say that they replace, against the set that it supersedes."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from parcli.criteria.checks.tree import nodes
from parcli.criteria.mistakes import Mistakes
from parcli.criteria.schema import NodePart, PartPart, SetPart
from parcli.model.criteria_set import CriteriaSet


def replaces_anything(part: SetPart) -> bool:
    """Tell whether any node names a code that it replaces."""
    return any(node.replaces for node in _stating(part))


def check_replaces(part: SetPart, mistakes: Mistakes) -> None:
    """Add a finding for each node that replaces others although the set supersedes none."""
    if part.supersedes is None and part.sound("supersedes"):
        for node in _stating(part):
            mistakes.add("replaces-without-supersedes", node.line_of("replaces"), code=node.code)


def check_replaced(part: SetPart, superseded: CriteriaSet, mistakes: Mistakes) -> None:
    """Add a finding for each code that is replaced and was never in the superseded set."""
    known = [node.code for node in (*superseded.walk(), *superseded.adjustment_items())]
    for node in _stating(part):
        for code in node.replaces or ():
            if code not in known:
                near = tuple(get_close_matches(code, known, n=3)) or "-"
                where = node.line_of("replaces")
                mistakes.add("replaces-unknown", where, code=node.code, old=code, id=superseded.id, near=near)


def _stating(part: SetPart) -> Iterator[NodePart | PartPart]:
    yield from (each for each in part.parts or () if each.replaces is not None)
    yield from (node for node in nodes(part) if node.replaces is not None)
