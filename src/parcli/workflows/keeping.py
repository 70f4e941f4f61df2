"""Scores files into the register: sets results aside as they come, stores the whole run, then shows it."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, suppress
from datetime import datetime
from functools import cached_property
from itertools import groupby
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from msgspec import Struct, field
from msgspec.structs import replace

from parcli import __version__
from parcli.criteria.library import Library
from parcli.errors import StoreError
from parcli.messages.catalog import error_text, finding_text
from parcli.model.criteria_set import CriteriaSet
from parcli.model.finding import Finding
from parcli.model.period import Period
from parcli.model.register import (
    NewResult,
    NewRun,
    Placement,
    ResultKey,
    RunFile,
    Selection,
    StoredResult,
)
from parcli.model.score import UnitScore
from parcli.model.unit import Level, Unit
from parcli.project.folder import Project
from parcli.project.units import RegisteredUnit
from parcli.store import Store, open_store
from parcli.workflows.batch import (
    FailedFile,
    Outcome,
    ScoredFile,
    UnchangedFile,
    merge_files,
    score_files,
)
from parcli.workflows.earlier_claims import EarlierClaims
from parcli.workflows.files import content_hash
from parcli.workflows.joined_before import JOINED, JoinedBefore, joined_before
from parcli.workflows.kept import Kept
from parcli.workflows.placing import named_as_placed, placed, unmatched_points
from parcli.workflows.request import Request
from parcli.workflows.set_aside import SetAside
from parcli.workflows.taken import Taken
from parcli.workflows.to_come import to_come

if TYPE_CHECKING:
    from parcli.workbook.points_table import UnitPoints

Clock = Callable[[], datetime]
_Asked = tuple[Level, Period]


class Keeping(Struct, dict=True):
    """A run in progress: ``scoring``, then ``finish``, then ``outcomes`` to show.

    Results are shown when they are stored: a reader who stops reading loses nothing, and nobody reads as
    valid what the register then refuses.
    """

    project: Project
    request: Request
    clock: Clock
    reason: str = ""
    store: Store | None = None
    _consulted: Store | None = None
    _taken: list[Taken] = field(default_factory=list)
    _aside: SetAside[Outcome] = field(default_factory=SetAside)
    _stack: ExitStack = field(default_factory=ExitStack)
    _known: Mapping[str, frozenset[ResultKey]] = field(default_factory=dict)
    _contested: set[ResultKey] = field(default_factory=set)
    _sets: dict[str, CriteriaSet] = field(default_factory=dict)

    @cached_property
    def _library(self) -> Library:
        return Library(self.request.folders)

    @cached_property
    def _earlier_claims(self) -> EarlierClaims | None:
        return None if self._consulted is None else EarlierClaims(self._consulted)

    def __enter__(self) -> Self:
        self._stack.enter_context(closing(self._aside))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()

    def open_store(self) -> None:
        """Open the register, so that a register which cannot be used is known before anything is scored."""
        self.store = self._stack.enter_context(open_store(self.project.store, clock=self.clock))
        self._consulted = self.store

    def consult_store(self) -> None:
        """Open the register that there may be, only to know who has a result; nothing will be stored."""
        with suppress(StoreError):
            store = open_store(self.project.store, create=False, clock=self.clock)
            self._consulted = self._stack.enter_context(store)

    def scoring(
        self, paths: Sequence[Path], *, workers: int | None = None, skip_unchanged: bool = False
    ) -> Iterator[str]:
        """Score each file and yield its path when that is done.

        A file that the register knows as it is now is not stored again; ``skip_unchanged`` saves scoring it.
        """
        unchanged: dict[Path, str] = {}
        if self.store is not None:
            hashes = {path: content_hash(path) for path in paths}
            self._known = self.store.known(hashes.values(), self.fingerprint())
            if skip_unchanged:
                unchanged = {path: sha256 for path, sha256 in hashes.items() if sha256 in self._known}
        outcomes = score_files(paths, self.request, self._library, workers=workers, unchanged=unchanged)
        for file, of_file in groupby(outcomes, key=lambda outcome: outcome.file):
            self._taken += map(self._take, of_file)
            yield file
        self._put_together(workers)
        self._taken = [self._settled(each) for each in self._taken]

    def finish(self) -> Kept:
        """Store the run in one transaction, where there is a register and anything to store.

        Of files of one unit that cannot be one none is stored: which counts is not for the program to say.

        Raises:
            StoreError: the register cannot be written to, or the period is locked and no reason was given.
        """
        run, dropped = None, None
        files = tuple(self._run_file(each) for each in self._taken)
        if self.store is not None and any(each.outcome == "scored" for each in files):
            results, before = self._new_results(files), self._joined_before(files, self.store)
            made = NewRun(__version__, self.clock(), self._options(), files, results)
            run = self.store.save_run(replace(made, reason=self.reason, fingerprint=self.fingerprint()))
            dropped = None if before is None else before.finding(run)
        on_file = self._on_file()
        twice = sum(self._rivalled(each) for each in self._taken)
        unused = self._unused(on_file)
        strange = [each for each in unused if not each.names and self._knows_all()]
        unmatched = tuple(unmatched_points(each, self.project.registry) for each in strange)
        left = tuple(each for each in unused if each not in strange)
        periods = frozenset(period for _, period in on_file)
        merged = sum(len(set(each.files.values())) > 1 for each in self._taken)
        lacking = sum(each.lacking is not None and not each.absorbed for each in self._taken)
        return Kept(run, self._missing(on_file), periods, left, unmatched, twice, merged, lacking, dropped)

    @property
    def count(self) -> int:
        """Return how many outcomes there are: as many as files, but one for each unit of a file or files."""
        return sum(not each.absorbed for each in self._taken)

    def outcomes(self) -> Iterator[Outcome]:
        """Yield what became of each file, in order, with what the register has to say of its unit."""
        for taken in self._taken:
            if taken.absorbed:
                continue
            outcome = self._aside.get(taken.mark)
            if isinstance(outcome, ScoredFile) and self._rivalled(taken):
                findings = (*outcome.score.findings, self._twice(taken))
                outcome = replace(outcome, score=replace(outcome.score, findings=findings))
            yield outcome

    def fingerprint(self) -> str:
        """Return a hash of everything beside the workbook that its score depends on."""
        request = self.request
        parts = [__version__, request.stage, request.unit, request.block, request.criteria, request.period]
        words = [sorted(request.words.office.items()), sorted(request.words.asked.items())]
        digest = hashlib.sha256(repr([str(part) for part in (*parts, *words)]).encode())
        paths = [self._library.path(name) for name in self._library.ids()]
        paths += [Path(table.source) for table in request.tables]
        paths += [self.project.folder / "units.csv", self.project.folder / "parindex.toml"]
        if request.criteria is not None:
            paths.append(self._library.path(request.criteria))
        for path in paths:
            digest.update(content_hash(path).encode())
        return digest.hexdigest()

    def _take(self, outcome: Outcome) -> Taken:
        """Set an outcome aside, and note which results its file claims to be."""
        taken = Taken(type(outcome), outcome.file, outcome.sha256, -1)
        known = self._known.get(outcome.sha256, frozenset())
        match outcome:
            case ScoredFile():
                score, index = outcome.score, self.set_of(outcome).index
                level = score.unit.level or self.set_of(outcome).level
                placement, findings = placed(score.unit, level, score.period, self.project.registry)
                key = ResultKey(placement.key, level, score.period, index)
                earlier, stands = self._held_against_earlier(outcome, key)
                lacking = None if key in known else self._lacking(outcome, key)
                ahead = to_come(score.period, this_year=self.clock().year)
                left_out = () if lacking is None else (lacking,)
                found = (*score.findings, *findings, *left_out, *earlier, *ahead)
                unit = named_as_placed(score.unit, placement, findings)
                outcome = replace(outcome, score=replace(score, unit=unit, findings=found))
                taken = replace(taken, keys=frozenset({key}), unit=score.unit, placement=placement)
                taken = replace(taken, lacking=lacking)
                taken = replace(taken, stands=stands or key in known, blank=outcome.alone is not None)
            case UnchangedFile():
                taken = replace(taken, keys=known, stands=True)
        return replace(taken, mark=self._aside.put(outcome))

    def _settled(self, taken: Taken) -> Taken:
        """Return a table that nobody filled in as failed, where it is no part of its unit's others."""
        outcome = self._aside.get(taken.mark) if taken.blank and not taken.absorbed else None
        if isinstance(outcome, ScoredFile) and outcome.alone is not None:
            return self._take(outcome.alone)
        return taken

    def _held_against_earlier(self, outcome: ScoredFile, key: ResultKey) -> tuple[tuple[Finding, ...], bool]:
        """Return what differs from what the unit claimed before, and whether that stands as it is."""
        earlier = self._earlier_claims
        if earlier is None:
            return (), False
        standing = earlier.stand(outcome.score, key)
        policy = self.set_of(outcome).policy
        return standing or earlier.findings(outcome.score, key, policy), bool(standing)

    def _lacking(self, outcome: ScoredFile, key: ResultKey) -> Finding | None:
        earlier = self._earlier_claims
        return None if earlier is None else earlier.lacking(outcome.score, key, outcome.answers)

    def _put_together(self, workers: int | None) -> None:
        """Make one result of a unit's tables where it has several; those that cannot be one are rivals."""
        self._score_again(workers)
        shared = self._shared()
        units = [tuple(self._taken[at].table(key.period) for at in places) for key, places in shared.items()]
        merged = merge_files(units, self.request, self._library, workers=workers)
        for (key, places), whole in zip(shared.items(), merged, strict=True):
            if whole is None:
                self._contested.add(key)
            else:
                self._absorb(places, whole)

    def _shared(self) -> Mapping[ResultKey, list[int]]:
        """Return where the tables of each result of several are, if not all of them are as they were."""
        places: dict[ResultKey, list[int]] = defaultdict(list)
        for at, taken in enumerate(self._taken):
            for key in taken.keys:
                places[key].append(at)
        unchanged = [each.outcome is UnchangedFile for each in self._taken]
        return {key: some for key, some in places.items() if some[1:] and not all(unchanged[a] for a in some)}

    def _score_again(self, workers: int | None) -> None:
        """Score also the unchanged files of a unit that has a new or another one."""
        places = {at for some in self._shared().values() for at in some}
        files = [self._taken[at].file for at in sorted(places) if self._taken[at].outcome is UnchangedFile]
        made: dict[str, list[Taken]] = {file: [] for file in files}
        again = [Path(file) for file in made]
        for outcome in score_files(again, self.request, self._library, workers=workers):
            made[outcome.file].append(self._take(outcome))
        self._taken = [new for each in self._taken for new in made.get(each.file, [each])]

    def _absorb(self, places: Sequence[int], whole: ScoredFile) -> None:
        """Put the one result of several tables in the place of the first, the others behind it."""
        parts = [self._taken[at] for at in places]
        stands = all(part.stands for part in parts)
        main = next(at for at, part in zip(places, parts, strict=True) if part.file == whole.file)
        files = {part.file: part.sha256 for part in parts}
        together = replace(self._take(whole), stands=stands, files=files)
        for at, part in zip(places, parts, strict=True):
            absorbed = replace(part, absorbed=True, keys=frozenset(), placement=None)
            self._taken[at] = replace(absorbed, stands=stands, lacking=together.lacking)
        self._taken[main] = together

    def _rivalled(self, taken: Taken) -> bool:
        return not taken.keys.isdisjoint(self._contested)

    def _twice(self, taken: Taken) -> Finding:
        files = tuple(each.file for each in self._taken if each.keys & taken.keys)
        name = taken.placement.name if taken.placement else ""
        return Finding("unit-twice", "", {"name": name, "files": files})

    def _run_file(self, taken: Taken) -> RunFile:
        lang = self.project.settings.lang
        refusal = self._twice(taken) if self._rivalled(taken) else taken.lacking
        if taken.outcome is ScoredFile and refusal is not None:
            return RunFile(taken.file, taken.sha256, "failed", finding_text(refusal, lang).message)
        if taken.stands:
            return RunFile(taken.file, taken.sha256, "unchanged")
        if taken.outcome is FailedFile:
            outcome = self._aside.get(taken.mark)
            assert isinstance(outcome, FailedFile)
            message = error_text(outcome.code, outcome.params, lang)
            return RunFile(taken.file, taken.sha256, "failed", message)
        return RunFile(taken.file, taken.sha256, "scored")

    def _new_results(self, files: Sequence[RunFile]) -> Iterator[NewResult]:
        for taken, file in zip(self._taken, files, strict=True):
            if file.outcome == "scored" and taken.placement is not None:
                outcome = self._aside.get(taken.mark)
                assert isinstance(outcome, ScoredFile)
                result = _new_result(taken.placement, outcome.score, self.set_of(outcome))
                yield replace(result, parts=taken.files, answers=outcome.answers)

    def _joined_before(self, files: Sequence[RunFile], store: Store) -> JoinedBefore | None:
        """Return what stands behind the results to be replaced, where this run joins nothing to them."""
        if self.request.tables:
            return None
        pairs = zip(self._taken, files, strict=True)
        keys = [key for taken, file in pairs if file.outcome == "scored" for key in taken.keys]
        return joined_before(store, keys, self.request.stage)

    def set_of(self, outcome: ScoredFile) -> CriteriaSet:
        """Return the criteria set that a file was scored by."""
        name = self.request.criteria or outcome.score.criteria_set
        if name not in self._sets:  # the library looks for its file, and that for each of many workbooks
            self._sets[name] = self._library.get(name).criteria_set
        return self._sets[name]

    def _options(self) -> Mapping[str, str]:
        request = self.request
        options = {
            "stage": request.stage,
            "criteria": request.criteria,
            "unit": request.unit,
            "period": request.period,
            "block": request.block,
            "map": ", ".join(f"{text}={role}" for text, role in request.words.asked.items()) or None,
            JOINED: ", ".join(table.source for table in request.tables) or None,
        }
        return {name: str(value) for name, value in options.items() if value is not None}

    def _on_file(self) -> Mapping[_Asked, tuple[StoredResult, ...]]:
        """Return what the register has by now of the levels and periods scored."""
        asked = dict.fromkeys((key.level, key.period) for taken in self._taken for key in taken.keys)
        if self._consulted is None:
            return dict.fromkeys(asked, ())
        stage = self.request.stage
        return {
            (level, period): self._consulted.results(Selection(level, (period,), stage=stage))
            for level, period in asked
        }

    def _knows_all(self) -> bool:
        """Tell whether a name that is neither in the register nor in a workbook is a mistake.

        A single workbook without a register of units says nothing about who else there is.
        """
        levels = {key.level for taken in self._taken for key in taken.keys}
        return len(self._taken) > 1 or any(self.project.registry.units(level) for level in levels)

    def _missing(
        self, on_file: Mapping[_Asked, tuple[StoredResult, ...]]
    ) -> Mapping[RegisteredUnit, tuple[Period, ...]]:
        """Return the registered units of the levels and periods scored that have no result."""
        missing: dict[RegisteredUnit, tuple[Period, ...]] = {}
        for (level, period), results in on_file.items():
            have = {each.placement.key for each in results}
            have |= {key.unit for taken in self._taken for key in taken.keys if key.period == period}
            for unit in self.project.registry.units(level, period):
                if unit.code not in have:
                    missing[unit] = (*missing.get(unit, ()), period)
        return missing

    def _unused(self, on_file: Mapping[_Asked, tuple[StoredResult, ...]]) -> tuple[UnitPoints, ...]:
        """Return for whom joined tables hold points in vain; workbooks that were skipped have used theirs."""
        skipped = {taken.file for taken in self._taken if taken.outcome is UnchangedFile}
        units = [taken.unit for taken in self._taken if taken.unit is not None]
        units += [
            Unit(each.placement.name, each.placement.key)
            for results in on_file.values()
            for each in results
            if each.file in skipped
        ]
        return tuple(each for table in self.request.tables for each in table.without(units)) if units else ()


def _new_result(placement: Placement, score: UnitScore, criteria_set: CriteriaSet) -> NewResult:
    return NewResult(
        placement=placement,
        score=score,
        index=criteria_set.index,
        meaning_hash=criteria_set.meaning_hash,
        text_hash=criteria_set.text_hash,
        ranking=criteria_set.policy.ranking,
        rounding=criteria_set.policy.rounding,
        grades=dict(criteria_set.grades),  # a read-only mapping cannot be set aside in a file
    )
