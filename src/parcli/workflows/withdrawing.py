"""Takes back a run or an import that was made by mistake and says what no longer counts; deletes nothing."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from parcli import __version__
from parcli.model.register import ImportSummary, Lock, PublishedGroup, RunSummary, Selection
from parcli.store import Store
from parcli.workflows.runs import full_run, identity_of


class RunTaken(Struct, frozen=True):
    """A run that was withdrawn, with how many units' results no longer count.

    For ``again`` of these units the result before counts again. ``locks`` are the published periods in which
    the run's results counted.
    """

    summary: RunSummary
    results: int
    again: int
    locks: tuple[Lock, ...]

    @property
    def without(self) -> int:
        """Return how many units are left without a result."""
        return self.results - self.again


class ImportTaken(Struct, frozen=True):
    """An import that was withdrawn, with how many results no longer count, and how many still do.

    Those are results that another import has as well. ``locks`` are the published periods that it is of.
    """

    summary: ImportSummary
    results: int
    left: int
    locks: tuple[Lock, ...]


def withdraw_run(store: Store, number: int, *, reason: str) -> RunTaken:
    """Take a run back.

    Raises:
        StoreError: ``withdrawal-without-reason``, ``run-unknown``, ``run-withdrawn-already``,
            ``withdrawal-of-published-run``.
    """
    store.withdraw_run(number, reason=reason, tool_version=__version__)
    run = full_run(store, number)
    counted = {identity_of(each.result): each for each in run.results if not each.result.superseded}
    again = sum(each.counting is not None for each in counted.values())
    of = {(each.result.index, each.result.placement.level, each.result.period) for each in counted.values()}
    locks = tuple(each for each in store.locks() if (each.index, each.level, each.period) in of)
    return RunTaken(run.summary, len(counted), again, locks)


def withdraw_import(store: Store, number: int, *, reason: str) -> ImportTaken:
    """Take an import back.

    Raises:
        StoreError: ``withdrawal-without-reason``, ``import-unknown``, ``import-withdrawn-already``,
            ``withdrawal-of-published-import``.
    """
    groups = store.imported(number).groups
    before = _counting(store, groups)
    store.withdraw_import(number, reason=reason, tool_version=__version__)
    taken = before - _counting(store, groups)
    left = sum(each.results for each in groups) - taken
    of = {(each.index, each.level, each.period) for each in groups}
    locks = tuple(each for each in store.locks() if (each.index, each.level, each.period) in of)
    return ImportTaken(store.imported(number), taken, left, locks)


def _counting(store: Store, groups: Iterable[PublishedGroup]) -> int:
    """Return how many published results count of the indices, levels and periods of an import."""
    selections = (Selection(each.level, (each.period,), each.index) for each in groups)
    return sum(len(store.published(selection)) for selection in selections)
