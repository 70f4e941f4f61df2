"""Reads runs back from the register: one run in full, or what differs between two; stores nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from parcli.errors import StoreError
from parcli.model.register import (
    ImportSummary,
    PublishedResult,
    RunFile,
    RunSummary,
    Selection,
    StoredNode,
    StoredResult,
)
from parcli.store import Store

Identity = tuple[str, str, str, str, str]
_MOST_DIGITS = 18  # the database's numbers have no more


class RunResult(Struct, frozen=True):
    """A result of a run with the one that it replaced and the one that replaced it, None where none did.

    What was withdrawn replaces nothing and is replaced by nothing: ``counting`` is what counts in its place,
    and that has it as ``taken_back``.
    """

    result: StoredResult
    earlier: StoredResult | None
    later: StoredResult | None
    counting: StoredResult | None = None
    taken_back: StoredResult | None = None


class FullRun(Struct, frozen=True):
    """A run with everything that its manifest names."""

    summary: RunSummary
    files: tuple[RunFile, ...]
    results: tuple[RunResult, ...]


class FullImport(Struct, frozen=True):
    """An import with everything that it had, whether that counts or not."""

    summary: ImportSummary
    results: tuple[PublishedResult, ...]


class LeafChange(Struct, frozen=True):
    """A scored item whose points, applicable maximum or state are not the same in two results."""

    before: StoredNode
    after: StoredNode


class UnitChange(Struct, frozen=True):
    """A unit's results in two runs. ``leaves`` is empty where the results are of different sets."""

    before: StoredResult
    after: StoredResult
    leaves: tuple[LeafChange, ...]

    @property
    def same_set(self) -> bool:
        """Tell whether both results were scored by the same rules."""
        return self.before.meaning_hash == self.after.meaning_hash

    @property
    def changed(self) -> bool:
        """Tell whether there is any difference between the results."""
        return _figures(self.before) != _figures(self.after) or not self.same_set or bool(self.leaves)


class RunDifference(Struct, frozen=True):
    """Two runs: the units of both in the later one's order, and those that only one of them has."""

    before: RunSummary
    after: RunSummary
    units: tuple[UnitChange, ...]
    only_before: tuple[StoredResult, ...]
    only_after: tuple[StoredResult, ...]


def run_number(text: str) -> int:
    """Return the number of a run as typed.

    Raises:
        StoreError: ``run-unknown``: no run can have such a number.
    """
    return _number(text, "run-unknown")


def import_number(text: str) -> int:
    """Return the number of an import as typed.

    Raises:
        StoreError: ``import-unknown``: no import can have such a number.
    """
    return _number(text, "import-unknown")


def full_run(store: Store, number: int) -> FullRun:
    """Return a run with its files and results.

    Raises:
        StoreError: ``run-unknown``.
    """
    summary = store.run(number)
    results = store.results_of_run(number)
    editions = _editions(store, results)
    placed = tuple(_between(result, editions[identity_of(result)]) for result in results)
    return FullRun(summary, store.files(number), placed)


def full_import(store: Store, number: int) -> FullImport:
    """Return an import with its results.

    Raises:
        StoreError: ``import-unknown``.
    """
    return FullImport(store.imported(number), store.published_of_import(number))


def run_difference(store: Store, before: int, *, after: int) -> RunDifference:
    """Return what differs between two runs, unit by unit (of the same period, index, level and stage).

    A file that a run found unchanged stands for what an earlier run made of it. Where several files of a run
    are of one unit, the last of them counts: it replaced the others.

    Raises:
        StoreError: ``run-unknown``.
    """
    runs = store.run(before), store.run(after)
    old = {identity_of(each): each for each in _standing_after(store, before)}
    new = {identity_of(each): each for each in _standing_after(store, after)}
    both = [identity for identity in new if identity in old]
    return RunDifference(
        *runs,
        units=tuple(_unit_change(store, old[each], new[each]) for each in both),
        only_before=tuple(result for identity, result in old.items() if identity not in new),
        only_after=tuple(result for identity, result in new.items() if identity not in old),
    )


def identity_of(result: StoredResult) -> Identity:
    """Return what a result is of: results with the same identity replace one another."""
    placement = result.placement
    return placement.key, placement.level, str(result.period), result.index, result.stage


def _number(text: str, unknown: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) <= _MOST_DIGITS):
        raise StoreError(unknown, number=text)
    return int(text)


def _standing_after(store: Store, number: int) -> Iterator[StoredResult]:
    """Yield what a run's unchanged files had given in earlier runs, then what the run itself stored."""
    wanted = {file.sha256 for file in store.files(number) if file.outcome == "unchanged"}
    asked = store.run(number)
    earlier = (run.number for run in reversed(store.runs()) if _counted_for(run, asked))
    while wanted and (run := next(earlier, None)) is not None:
        files = {
            file.path: file.sha256
            for file in store.files(run)
            if file.outcome == "scored" and file.sha256 in wanted
        }
        if files:
            yield from (each for each in store.results_of_run(run) if each.file in files)
        wanted -= set(files.values())
    yield from store.results_of_run(number)


def _counted_for(earlier: RunSummary, run: RunSummary) -> bool:
    """Tell whether a run was there, and not withdrawn, when another one was made."""
    gone = earlier.withdrawn
    return earlier.number < run.number and (gone is None or gone.at > run.created_at)


def _editions(store: Store, results: Sequence[StoredResult]) -> Mapping[Identity, list[StoredResult]]:
    """Return every stored result of what the given ones are of, oldest first."""
    found: dict[Identity, list[StoredResult]] = {identity_of(result): [] for result in results}
    groups = {(each.placement.level, each.period, each.index, each.stage) for each in results}
    for level, period, index, stage in groups:
        selection = Selection(level, (period,), index, stage=stage, superseded=True)
        for each in store.results(selection):
            found.get(identity_of(each), []).append(each)
    return {identity: sorted(each, key=lambda r: r.number) for identity, each in found.items()}


def _between(result: StoredResult, editions: list[StoredResult]) -> RunResult:
    valid = [each for each in editions if not each.withdrawn]
    if result.withdrawn:
        return RunResult(result, None, None, counting=valid[-1] if valid else None)
    place = [each.number for each in valid].index(result.number)
    earlier = valid[place - 1] if place else None
    if place + 1 < len(valid):
        return RunResult(result, earlier, valid[place + 1])
    gone = [each for each in editions if each.withdrawn and each.number > result.number]
    # the withdrawal after which it counted is the last one, whichever run that was of
    taken_back = max(gone, key=lambda each: (each.withdrawal or 0, each.number), default=None)
    return RunResult(result, earlier, None, taken_back=taken_back)


def _unit_change(store: Store, before: StoredResult, after: StoredResult) -> UnitChange:
    if before.meaning_hash != after.meaning_hash:
        return UnitChange(before, after, ())
    nodes = store.nodes([before.number, after.number])
    return UnitChange(before, after, tuple(_leaf_changes(nodes[before.number], nodes[after.number])))


def _leaf_changes(before: Iterable[StoredNode], after: Iterable[StoredNode]) -> Iterator[LeafChange]:
    old = {node.code: node for node in before if node.rule}
    for node in after:
        was = old.get(node.code) if node.rule else None
        if was is not None and _standing(was) != _standing(node):
            yield LeafChange(was, node)


def _standing(node: StoredNode) -> tuple[object, ...]:
    return node.points, node.applicable_max, node.state


def _figures(result: StoredResult) -> tuple[object, ...]:
    flags = result.provisional, result.incomplete
    return result.points, result.applicable_max, result.percent, result.grade, *flags
