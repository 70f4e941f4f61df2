"""Finds what stood in the place of corrected results when their period was published; corrects nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from parcli.model.register import Selection, StoredResult
from parcli.store import Store


def published_before(store: Store, results: Sequence[StoredResult]) -> Mapping[int, StoredResult]:
    """Return, by the number of each corrected result, the one that its period was published with.

    ``results`` are of one index, level, period and stage. Of a result that states again what was published
    it is the one that had corrected that. A unit that had no result then is left out.
    """
    corrected = [each for each in results if each.correction]
    if not corrected:
        return {}
    first = corrected[0]
    level, of, index = first.placement.level, (first.period,), first.index
    units = tuple(each.placement.key for each in corrected)
    locked = store.results_when_locked(Selection(level, of, index, units=units, stage=first.stage))
    published = {each.placement.key: each for each in locked}
    every = store.results(Selection(level, of, index, units=units, stage=first.stage, superseded=True))
    found = {
        each.number: _before(
            each,
            published.get(each.placement.key),
            sorted((one for one in every if one.placement.key == each.placement.key), key=_number),
        )
        for each in corrected
    }
    return {number: each for number, each in found.items() if each is not None and each.number != number}


def _before(
    result: StoredResult, published: StoredResult | None, editions: Sequence[StoredResult]
) -> StoredResult | None:
    if published is None or _figures(published) != _figures(result):
        return published
    if result.reinstated_by is not None:
        between = [each for each in editions if each.run == result.reinstated_by]
    else:
        between = [each for each in editions if _number(each) < result.number]
    other = [each for each in between if _figures(each) != _figures(result)]
    return other[-1] if other else published


def _figures(result: StoredResult) -> tuple[object, ...]:
    figures = result.points, result.applicable_max, result.percent, result.grade
    return *figures, result.provisional, result.incomplete


def _number(result: StoredResult) -> int:
    return result.number
