"""Finds what stood in the place of corrected results when their period was published; corrects nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from parcli.model.register import Lock, RunSummary, Selection, StoredResult
from parcli.store import Store


def published_before(store: Store, results: Sequence[StoredResult]) -> Mapping[int, StoredResult]:
    """Return, by the number of each corrected result, the one that its period was published with.

    ``results`` are of one index, level, period and stage. A unit that had no result then is left out.
    """
    corrected = [each for each in results if each.correction]
    if not corrected:
        return {}
    first = corrected[0]
    wanted = first.period, first.placement.level, first.index
    lock = next((each for each in store.locks() if (each.period, each.level, each.index) == wanted), None)
    if lock is None:
        return {}
    runs = {each.number: each for each in store.runs()}
    keys = tuple(each.placement.key for each in corrected)
    selection = Selection(
        first.placement.level, (first.period,), first.index, units=keys, stage=first.stage, superseded=True
    )
    at_the_lock: dict[str, StoredResult] = {}
    for each in sorted(store.results(selection), key=lambda result: result.number):
        if not each.correction and _counted(runs[each.run], lock):
            at_the_lock[each.placement.key] = each  # the newest of them counted
    found = {each.number: at_the_lock.get(each.placement.key) for each in corrected}
    return {number: each for number, each in found.items() if each is not None and each.number != number}


def _counted(run: RunSummary, lock: Lock) -> bool:
    """Tell whether a run counted when the period was locked."""
    taken_back = run.withdrawn is not None and run.withdrawn.at <= lock.at
    return run.created_at <= lock.at and not taken_back
