"""Checks what a set replaces, as a whole and node by node, against the set that it supersedes."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from parcli.criteria.checks.tree import nodes
from parcli.criteria.mistakes import Mistakes
from parcli.criteria.schema import NodePart, PartPart, SetPart
from parcli.messages.findings_criteria_doubtful import NO_LAST_YEAR
from parcli.model.criteria_set import CriteriaSet
from parcli.model.finding import Param


def check_replaces(part: SetPart, mistakes: Mistakes) -> None:
    """Add a finding for each node that replaces others although the set supersedes none."""
    if part.supersedes is None and part.sound("supersedes"):
        for node in _stating(part):
            mistakes.add("replaces-without-supersedes", node.line_of("replaces"), code=node.code)


def check_superseded(part: SetPart, superseded: CriteriaSet, mistakes: Mistakes) -> None:
    """Add a finding for each code that was never in the superseded set, and where both sets apply at once."""
    first, last = part.applies.from_, superseded.applies_to
    if part.sound("applies") and (last is None or last >= first):
        years: dict[str, Param] = {
            "first": str(first),
            "last": NO_LAST_YEAR if last is None else str(last),
            "before": str(first - 1),
        }
        line = part.line_of("supersedes")
        mistakes.add("superseded-still-applies", line, id=superseded.id, **years)
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
