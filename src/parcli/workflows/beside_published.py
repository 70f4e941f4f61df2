"""Compares imported results with those that earlier imports brought of the same units; it changes neither."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from parcli.model.finding import Finding
from parcli.model.folding import folded
from parcli.model.period import Period
from parcli.model.register import PublishedResult, Selection
from parcli.model.unit import Level
from parcli.ranking.agreement import differing
from parcli.store import Store
from parcli.workbook.published_checks import contradiction

_Identity = tuple[str, Level, Period, str]


def beside_published(store: Store, results: Sequence[PublishedResult]) -> tuple[Finding, ...]:
    """Return the imported results that contradict a stored one, in their order.

    It is to be asked before they are stored. What the table has as well is not held against its other
    results: those were compared with one another.
    """
    stored, own = _stored(store, results), {_bare(each) for each in results}
    found: list[Finding] = []
    for each in results:
        others = (other for other in stored.get(_identity(each), ()) if _bare(other) not in own)
        pairs = ((other, figures) for other in others if (figures := differing(other, each)) is not None)
        found += [contradiction(each, figures, place=_place(store, other)) for other, figures in pairs][:1]
    return tuple(found)


def _stored(store: Store, results: Sequence[PublishedResult]) -> dict[_Identity, list[PublishedResult]]:
    found: dict[_Identity, list[PublishedResult]] = defaultdict(list)
    periods: dict[Level, set[Period]] = defaultdict(set)
    for each in results:
        periods[each.level].add(each.period)
    for level, wanted in periods.items():
        for other in store.published(Selection(level, tuple(wanted))):
            found[_identity(other)].append(other)
    return found


def _identity(result: PublishedResult) -> _Identity:
    return folded(result.index), result.level, result.period, result.placement.key


def _bare(result: PublishedResult) -> tuple[object, ...]:
    """Return what a result says, wherever and whenever it was printed."""
    printed = result.score_as_printed, result.rank, result.rank_of, result.grade, result.source
    areas = tuple(result.areas.items()), tuple(result.area_ranks.items())
    return *_identity(result), *printed, *areas


def _place(store: Store, result: PublishedResult) -> str:
    """Return file and row of a stored result; of a workbook, its cell names the sheet alone."""
    for each in _imports(store, result):
        return result.place if result.place.startswith(each) else f"{each}: {result.place}"
    return result.place


def _imports(store: Store, result: PublishedResult) -> Iterator[str]:
    """Yield the names of the files that brought a result, the latest first."""
    for each in reversed(store.imports()):
        if each.withdrawn is None and result in store.published_of_import(each.number):
            yield Path(each.file).name
