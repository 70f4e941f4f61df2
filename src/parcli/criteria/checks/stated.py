"""Checks the counts which a set's source states against the tree; what is not stated is not checked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from parcli.criteria.checks.tree import areas
from parcli.criteria.mistakes import Mistakes
from parcli.criteria.schema import NodePart, SetPart
from parcli.messages.findings_criteria_stated import COUNTED

_DEPTHS = {"areas": 1, "criteria": 2, "sub_criteria": 3}


def check_stated(part: SetPart, mistakes: Mistakes) -> None:
    """Add a finding for each stated number of areas, criteria or sub-criteria that the tree does not have."""
    if part.stated is None or not part.sound("areas", "parts"):
        return
    counted = Counter(depth for area in areas(part) for depth in _depths(area, 1))
    for key, depth in _DEPTHS.items():
        stated = getattr(part.stated, key)
        if stated is not None and stated != counted[depth]:
            line = part.stated.line_of(key)
            mistakes.add(
                "stated-count-differs", line, what=COUNTED[key], stated=stated, counted=counted[depth]
            )


def _depths(node: NodePart, depth: int) -> Iterator[int]:
    yield depth
    for child in node.criteria or ():
        yield from _depths(child, depth + 1)
