"""Takes a set's targets and the places of those with a row, says which rows are missing; reads no answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from parcli.model.finding import Finding, Param
from parcli.workbook.resolution import TargetIndex


def missing_rows(index: TargetIndex, places: Mapping[str, str]) -> Iterator[Finding]:
    """Yield a finding for each leaf of the total without a row, one for several whose node has none either.

    Each stands at the nearest row before it in the set's order. A form without any leaf (of areas only) was
    made for a summary: there nothing is missing.
    """
    if not any(target.is_leaf and target.code in places for target in index.targets):
        return
    place, covered = "", set[str]()
    for target in index.targets:
        place = places.get(target.code, place)
        if target.is_adjustment:
            continue
        leaves = target.leaves
        if target.code in places or target.code in covered or any(code in places for code in leaves):
            continue
        params: dict[str, Param] = {"code": target.code, "title": target.title}
        if target.is_leaf:
            yield Finding("row-missing", place, params)
        elif target.node is not None and len(leaves) > 1:
            covered |= {node.code for node in target.node.walk()}
            yield Finding("rows-missing", place, {**params, "count": len(leaves), "codes": leaves})
