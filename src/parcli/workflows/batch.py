"""Scores many files in this process or in several; nothing grows with their number."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from itertools import chain, islice
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from msgspec import Struct

from parcli.criteria.library import Library
from parcli.model.finding import Param
from parcli.model.period import Period
from parcli.model.score import UnitScore
from parcli.model.unit import Unit
from parcli.store.answers import packed
from parcli.workbook.saved_together import Saved, saved_together
from parcli.workflows.files import content_hash
from parcli.workflows.garbage import look_rarely
from parcli.workflows.merging import merged_score
from parcli.workflows.request import Request
from parcli.workflows.scoring import (
    Assessed,
    Failure,
    assess_workbook,
    refused_alone,
    scored,
)

CHUNK = 16  # files for a process at a time: enough to hide the cost of handing them over
WORTH_IT = 200  # files from which a second process earns what starting it costs


class ScoredFile(Struct, frozen=True):
    """One unit's score in a file; of the form it was read from only the answers are kept, packed.

    ``others`` are the unit's further files where the score was made from several. ``alone`` is what a table
    that nobody filled in comes to where it is not a part of the unit's others.
    """

    file: str
    sha256: str
    score: UnitScore
    others: tuple[str, ...] = ()
    answers: bytes = b""
    alone: FailedFile | None = None


class FailedFile(Struct, frozen=True):
    """A file, or a unit's table in it, that could not be used: the sentence that says why, what fills it."""

    file: str
    sha256: str
    code: str
    params: Mapping[str, Param]


class UnchangedFile(Struct, frozen=True):
    """A file whose content was scored before under the same sets and options."""

    file: str
    sha256: str


class UnitTable(Struct, frozen=True):
    """A file that has a table of a unit, and the unit as that file names it."""

    file: str
    sha256: str
    unit: Unit
    period: Period


Outcome = ScoredFile | FailedFile | UnchangedFile
T = TypeVar("T")
R = TypeVar("R")


def score_files(
    paths: Sequence[Path],
    request: Request,
    library: Library,
    *,
    workers: int | None,
    unchanged: Mapping[Path, str] = MappingProxyType({}),
) -> Iterator[Outcome]:
    """Yield what became of each file, in order, as it comes; one of several units has as many outcomes.

    ``library`` is the request's; other processes read the sets for themselves.
    ``unchanged`` are the content hashes of files that need no scoring again: they are not opened, and no
    process is started for them. ``workers`` is the number of processes asked for, as ``processes_for`` takes
    it.
    """
    rest = [path for path in paths if path not in unchanged]
    chunks = _spread(partial(_score_chunk, request), rest, library=library, workers=workers)
    yield from _in_order(paths, chain.from_iterable(chunks), unchanged)


def _in_order(
    paths: Iterable[Path], outcomes: Iterable[Outcome], unchanged: Mapping[Path, str]
) -> Iterator[Outcome]:
    """Yield the outcomes of files, and those of unchanged files in their places."""
    waiting, current = deque(paths), ""
    for outcome in outcomes:
        while outcome.file != current:
            path = waiting.popleft()
            current = str(path)
            if path in unchanged:
                yield UnchangedFile(current, unchanged[path])
        yield outcome
    yield from (UnchangedFile(str(path), unchanged[path]) for path in waiting)


def merge_files(
    units: Sequence[tuple[UnitTable, ...]], request: Request, library: Library, *, workers: int | None
) -> Iterator[ScoredFile | None]:
    """Yield for each unit the score of all its tables as one, None where they cannot be one.

    The files are read again, so that nobody has to hold what the files of all units say.
    """
    job = partial(_merge_chunk, request)
    for outcomes in _spread(job, units, library=library, workers=workers):
        yield from outcomes


def _spread(
    job: Callable[[Library, Sequence[T]], Iterable[R]],
    items: Sequence[T],
    *,
    library: Library,
    workers: int | None,
) -> Iterator[Iterable[R]]:
    """Yield what a job makes of chunks of items, in order, in as many processes as pay."""
    count = processes_for(len(items), asked=workers, cores=os.cpu_count() or 1)
    if count == 1:
        yield job(library, items)
        return
    from concurrent.futures import ProcessPoolExecutor  # 20 ms, which one workbook does without

    with ProcessPoolExecutor(max_workers=count, initializer=look_rarely) as pool:
        chunks, work = _chunks(items), partial(_listed, job, library.folders)
        # a few chunks ahead and no more: results are taken as they come and never pile up
        waiting = [pool.submit(work, chunk) for chunk in islice(chunks, 2 * count)]
        while waiting:
            yield waiting.pop(0).result()
            waiting += [pool.submit(work, chunk) for chunk in islice(chunks, 1)]


def processes_for(files: int, *, asked: int | None, cores: int) -> int:
    """Return how many processes score files: those asked for, else two where there are enough files to pay.

    Never more than there are processor cores, or chunks of files: each further one would cost its start and
    its memory, and do nothing.
    """
    wanted = asked or (2 if files >= WORTH_IT else 1)
    return max(1, min(wanted, cores, -(-files // CHUNK)))


def _chunks(items: Iterable[T]) -> Iterator[list[T]]:
    rest = iter(items)
    while chunk := list(islice(rest, CHUNK)):
        yield chunk


def _listed(
    job: Callable[[Library, Sequence[T]], Iterable[R]], folders: tuple[Path, ...], items: Sequence[T]
) -> list[R]:
    return list(job(_library_here(folders), items))


@cache
def _library_here(folders: tuple[Path, ...]) -> Library:
    """Return the sets of a process that scores chunks: it lives for one run and reads each of them once."""
    return Library(folders)


def _score_chunk(request: Request, library: Library, paths: Sequence[Path]) -> Iterator[Outcome]:
    for some in _chunks(paths):  # as many as are saved as .xlsx together, where they have to be
        with saved_together(some) as saved:
            for path in some:
                yield from _score_one(path, library, request=request, saved=saved)


def _score_one(path: Path, library: Library, *, request: Request, saved: Saved) -> Iterator[Outcome]:
    sha256 = content_hash(path)
    for each in assess_workbook(path, library, request, saved):
        if isinstance(each, Failure):
            yield _failed(each, sha256)
            continue
        whole, refused = scored(each, request), refused_alone(each)
        alone = None if refused is None else _failed(refused, sha256)
        yield ScoredFile(str(path), sha256, whole.score, answers=packed(whole.assessment.kept), alone=alone)


def _failed(failure: Failure, sha256: str) -> FailedFile:
    return FailedFile(failure.file, sha256, failure.error.code, failure.error.params)


def _merge_chunk(
    request: Request, library: Library, units: Sequence[tuple[UnitTable, ...]]
) -> Iterator[ScoredFile | None]:
    for some in _chunks(units):
        files = dict.fromkeys(Path(table.file) for tables in some for table in tables)
        with saved_together(files) as saved:
            for tables in some:
                yield _merge_one(tables, library, request=request, saved=saved)


def _merge_one(
    tables: tuple[UnitTable, ...], library: Library, *, request: Request, saved: Saved
) -> ScoredFile | None:
    hashes = {table.file: table.sha256 for table in tables}
    meant = {(table.file, table.unit, table.period) for table in tables}
    found = [
        each
        for file in hashes
        for each in assess_workbook(Path(file), library, request, saved)
        if isinstance(each, Assessed) and (file, each.assessment.unit, each.assessment.period) in meant
    ]
    whole = None if len(found) < len(tables) else merged_score(found, request)
    if whole is None:
        return None
    answers = packed(whole.assessment.kept)
    return ScoredFile(whole.file, hashes[whole.file], whole.score, whole.files[1:], answers)
