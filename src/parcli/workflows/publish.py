"""Locks a published period of a level in the register, after a look at what there is; scores nothing."""

from __future__ import annotations

from msgspec import Struct

from parcli.errors import StoreError, WrongUsage
from parcli.messages.labels import LABELS
from parcli.model.period import Period
from parcli.model.register import Lock, Placement, Selection, StoredResult
from parcli.model.unit import Level
from parcli.project.units import RegisteredUnit, Registry
from parcli.store import Store


class Publication(Struct, frozen=True):
    """A lock with the results that it covers, and the units of the register that have none.

    ``imported`` are the units whose only result there was published by others and imported.
    """

    lock: Lock
    results: tuple[StoredResult, ...]
    imported: tuple[Placement, ...]
    missing: tuple[RegisteredUnit, ...]

    @property
    def units(self) -> int:
        """Return how many units have a result."""
        return len(self.results) + len(self.imported)

    @property
    def provisional(self) -> tuple[StoredResult, ...]:
        """Return the results that rest on points which nobody has appraised."""
        return tuple(each for each in self.results if each.provisional)

    @property
    def incomplete(self) -> tuple[StoredResult, ...]:
        """Return the results in which some criteria have no usable points."""
        return tuple(each for each in self.results if each.incomplete)


def publish(
    store: Store, registry: Registry, *, period: Period, level: Level, index: str | None
) -> Publication:
    """Lock a period of a level; the index may be left out where the results are of one only.

    Raises:
        WrongUsage: ``index-needed``, ``index-unknown``.
        StoreError: ``nothing-to-publish``, ``nothing-to-publish-yet``, ``self-assessed-only``,
            ``imported-only``, ``period-already-locked``.
    """
    results = store.results(Selection(level, (period,)))
    if not results:
        raise _nothing(store, period, level)
    chosen = index or _only_index(results)
    covered = tuple(each for each in results if each.index == chosen)
    if not covered:
        raise WrongUsage("index-unknown", index=chosen, period=str(period), indices=_indices(results))
    lock = store.lock(period, level, chosen)
    have = {each.placement.key for each in covered}
    published = store.published(Selection(level, (period,), chosen))
    imported = {each.placement.key: each.placement for each in published if each.placement.key not in have}
    missing = tuple(
        unit for unit in registry.units(level, period) if unit.code not in have and unit.code not in imported
    )
    return Publication(lock, covered, tuple(imported.values()), missing)


def _only_index(results: tuple[StoredResult, ...]) -> str:
    indices = _indices(results)
    if len(indices) > 1:
        raise WrongUsage("index-needed", known=indices)
    return indices[0]


def _indices(results: tuple[StoredResult, ...]) -> tuple[str, ...]:
    return tuple(sorted({each.index for each in results}))


def _nothing(store: Store, period: Period, level: Level) -> StoreError:
    """Return the error that says what there is instead: self-assessed or imported results, other periods."""
    name = LABELS[f"level-{level}"]
    if store.results(Selection(level, (period,), stage="self")):
        return StoreError("self-assessed-only", period=str(period), level=name)
    if store.published(Selection(level, (period,))):
        return StoreError("imported-only", period=str(period), level=name)
    have = tuple(str(each) for each in store.periods(level) if store.results(Selection(level, (each,))))
    if have:
        return StoreError("nothing-to-publish", period=str(period), level=name, periods=have)
    return StoreError("nothing-to-publish-yet", period=str(period), level=name)
