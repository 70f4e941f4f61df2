"""Scores files into the register: takes each result as it comes and stores the run as a whole at its end."""

from __future__ import annotations

import hashlib
import pickle
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from parcli import __version__
from parcli.criteria.library import Library
from parcli.messages.catalog import error_text
from parcli.model.criteria_set import CriteriaSet
from parcli.model.finding import Finding, Param
from parcli.model.period import Period
from parcli.model.register import NewResult, NewRun, Placement, RunFile, Selection, StoredResult
from parcli.model.score import UnitScore
from parcli.model.unit import Level, Unit
from parcli.project.folder import Project
from parcli.project.units import RegisteredUnit
from parcli.store import Store, open_store
from parcli.workbook.points_table import UnitPoints
from parcli.workflows.batch import FailedFile, Outcome, ScoredFile, UnchangedFile, score_files
from parcli.workflows.files import content_hash
from parcli.workflows.placing import placed
from parcli.workflows.request import Request

Clock = Callable[[], datetime]
_Asked = tuple[Level, Period]


@dataclass(frozen=True, slots=True)
class Kept:
    """What is left to say of a run: its number (None: nothing was stored), who is missing, what was unused.

    ``missing`` are the register's units of the levels and periods scored that handed in nothing;
    ``unused`` are units of joined tables that no workbook is of.
    """

    run: int | None
    missing: tuple[RegisteredUnit, ...]
    unused: tuple[UnitPoints, ...]


@dataclass(frozen=True, slots=True)
class _Seen:
    unit: Unit
    placement: Placement
    level: Level
    period: Period
    file: str


@dataclass(slots=True)
class Keeping:
    """A run in progress. Its results wait in a temporary file, so that memory does not grow with them."""

    project: Project
    request: Request
    clock: Clock
    reason: str = ""
    store: Store | None = None
    files: list[RunFile] = field(default_factory=list)
    _seen: dict[str, _Seen] = field(default_factory=dict)
    _spool: IO[bytes] = field(default_factory=tempfile.TemporaryFile)
    _stack: ExitStack = field(default_factory=ExitStack)
    _known: frozenset[str] = frozenset()
    _library: Library = field(init=False)

    def __post_init__(self) -> None:
        self._library = Library(self.request.folders)

    def __enter__(self) -> Self:
        self._stack.enter_context(self._spool)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()

    def open_store(self) -> None:
        """Open the register, so that a register which cannot be used is known before anything is scored."""
        self.store = self._stack.enter_context(open_store(self.project.store, clock=self.clock))

    def outcomes(
        self, paths: Sequence[Path], *, workers: int | None = None, skip_unchanged: bool = False
    ) -> Iterator[Outcome]:
        """Yield what became of each file, with the register's findings, and remember it for the run.

        A file that the register knows as it is now is not stored again; ``skip_unchanged`` saves scoring it.
        """
        if self.store is not None:
            self._known = self.store.known((content_hash(path) for path in paths), self.fingerprint())
        skipped = self._known if skip_unchanged else frozenset()
        for outcome in score_files(paths, self.request, workers=workers, known=skipped):
            yield self._taken(outcome)

    def finish(self) -> Kept:
        """Store the run in one transaction, where there is a register and anything to store.

        Raises:
            StoreError: the register cannot be written to, or the period is locked and no reason was given.
        """
        run = None
        if self.store is not None and any(each.outcome == "scored" for each in self.files):
            made = self._options(), tuple(self.files), self._spooled()
            new = NewRun(__version__, self.clock(), *made, self.reason, self.fingerprint())
            run = self.store.save_run(new)
        on_file = self._on_file()
        return Kept(run, self._missing(on_file), self._unused(on_file))

    def fingerprint(self) -> str:
        """Return a hash of everything beside the workbook that its score depends on."""
        request = self.request
        parts = [__version__, request.stage, request.unit, request.block, request.criteria, request.period]
        digest = hashlib.sha256(repr([str(part) for part in parts]).encode())
        paths = [self._library.path(name) for name in self._library.ids()]
        paths += [Path(table.source) for table in request.tables]
        paths += [self.project.folder / "units.csv", self.project.folder / "parindex.toml"]
        if request.criteria is not None:
            paths.append(self._library.path(request.criteria))
        for path in paths:
            digest.update(content_hash(path).encode())
        return digest.hexdigest()

    def _taken(self, outcome: Outcome) -> Outcome:
        match outcome:
            case FailedFile():
                message = error_text(outcome.code, outcome.params, self.project.settings.lang)
                self.files.append(RunFile(outcome.file, outcome.sha256, "failed", message))
            case UnchangedFile():
                self.files.append(RunFile(outcome.file, outcome.sha256, "unchanged"))
            case ScoredFile():
                return self._scored(outcome)
        return outcome

    def _scored(self, outcome: ScoredFile) -> ScoredFile:
        score = outcome.score
        criteria_set = self.set_of(outcome)
        level = score.unit.level or criteria_set.level
        placement, findings = placed(score.unit, level, score.period, self.project.registry)
        key = f"{placement.key} {score.period}"
        if key in self._seen:
            twice: dict[str, Param] = {"name": score.unit.name, "file": self._seen[key].file}
            findings = (*findings, Finding("unit-twice", "", twice))
        score = replace(score, findings=(*score.findings, *findings))
        self._seen[key] = _Seen(score.unit, placement, level, score.period, outcome.file)
        if outcome.sha256 in self._known:
            self.files.append(RunFile(outcome.file, outcome.sha256, "unchanged"))
        else:
            self.files.append(RunFile(outcome.file, outcome.sha256, "scored"))
            pickle.dump(_new_result(placement, score, criteria_set), self._spool)
        return replace(outcome, score=score)

    def set_of(self, outcome: ScoredFile) -> CriteriaSet:
        """Return the criteria set that a file was scored by."""
        name = self.request.criteria or outcome.score.criteria_set
        return self._library.get(name).criteria_set

    def _options(self) -> Mapping[str, str]:
        request = self.request
        options = {
            "stage": request.stage,
            "criteria": request.criteria,
            "unit": request.unit,
            "period": request.period,
            "block": request.block,
            "with": ", ".join(table.source for table in request.tables) or None,
        }
        return {name: str(value) for name, value in options.items() if value is not None}

    def _spooled(self) -> Iterator[NewResult]:
        self._spool.seek(0)
        for _ in range(sum(each.outcome == "scored" for each in self.files)):
            yield pickle.load(self._spool)  # noqa: S301 - our own file, written by this very run

    def _on_file(self) -> Mapping[_Asked, tuple[StoredResult, ...]]:
        """Return what the register has by now of the levels and periods scored."""
        asked = dict.fromkeys((seen.level, seen.period) for seen in self._seen.values())
        if self.store is None:
            return dict.fromkeys(asked, ())
        stage = self.request.stage
        return {
            (level, period): self.store.results(Selection(level, (period,), stage=stage))
            for level, period in asked
        }

    def _missing(self, on_file: Mapping[_Asked, tuple[StoredResult, ...]]) -> tuple[RegisteredUnit, ...]:
        """Return the registered units of the levels and periods scored that have no result."""
        missing: list[RegisteredUnit] = []
        for (level, period), results in on_file.items():
            have = {each.placement.key for each in results}
            have |= {seen.placement.key for seen in self._seen.values() if seen.period == period}
            expected = self.project.registry.units(level, period)
            missing += [unit for unit in expected if unit.code not in have]
        return tuple(missing)

    def _unused(self, on_file: Mapping[_Asked, tuple[StoredResult, ...]]) -> tuple[UnitPoints, ...]:
        """Return for whom joined tables hold points in vain; workbooks that were skipped have used theirs."""
        skipped = {each.path for each in self.files if each.outcome == "unchanged"}
        units = [seen.unit for seen in self._seen.values()]
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
