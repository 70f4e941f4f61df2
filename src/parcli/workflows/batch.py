"""Scores many files, each on its own, in this process or in several; nothing grows with their number."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path

from parcli.criteria.library import Library
from parcli.model.finding import Param
from parcli.model.score import UnitScore
from parcli.workflows.files import content_hash
from parcli.workflows.request import Request
from parcli.workflows.scoring import Scored, score_workbook

CHUNK = 16  # files for a process at a time: enough to hide the cost of handing them over
WORTH_IT = 200  # files from which a second process earns what starting it costs


@dataclass(frozen=True, slots=True)
class ScoredFile:
    """One unit's score in a file; the form it was read from is not kept."""

    file: str
    sha256: str
    score: UnitScore


@dataclass(frozen=True, slots=True)
class FailedFile:
    """A file, or a unit's table in it, that could not be used: the sentence that says why, what fills it."""

    file: str
    sha256: str
    code: str
    params: Mapping[str, Param]


@dataclass(frozen=True, slots=True)
class UnchangedFile:
    """A file whose content was scored before under the same sets and options."""

    file: str
    sha256: str


Outcome = ScoredFile | FailedFile | UnchangedFile


def score_files(
    paths: Sequence[Path], request: Request, *, workers: int | None, known: frozenset[str] = frozenset()
) -> Iterator[Outcome]:
    """Yield what became of each file, in order, as it comes; one of several units has as many outcomes.

    ``known`` are content hashes that need no scoring again. ``workers`` is the number of processes asked for,
    as ``processes_for`` takes it.
    """
    count = processes_for(len(paths), asked=workers, cores=os.cpu_count() or 1)
    if count == 1:
        yield from _score_chunk(request, known, paths)
        return
    with ProcessPoolExecutor(max_workers=count) as pool:
        job = partial(_score_chunk_list, request, known)
        chunks = _chunks(paths)
        # a few chunks ahead and no more: results are taken as they come and never pile up
        waiting = [pool.submit(job, chunk) for chunk in islice(chunks, 2 * count)]
        while waiting:
            yield from waiting.pop(0).result()
            waiting += [pool.submit(job, chunk) for chunk in islice(chunks, 1)]


def processes_for(files: int, *, asked: int | None, cores: int) -> int:
    """Return how many processes score files: those asked for, else two where there are enough files to pay.

    Never more than there are processor cores, or chunks of files: each further one would cost its start and
    its memory, and do nothing.
    """
    wanted = asked or (2 if files >= WORTH_IT else 1)
    return max(1, min(wanted, cores, -(-files // CHUNK)))


def _chunks(paths: Iterable[Path]) -> Iterator[list[Path]]:
    rest = iter(paths)
    while chunk := list(islice(rest, CHUNK)):
        yield chunk


def _score_chunk_list(request: Request, known: frozenset[str], paths: Sequence[Path]) -> list[Outcome]:
    return list(_score_chunk(request, known, paths))


def _score_chunk(request: Request, known: frozenset[str], paths: Sequence[Path]) -> Iterator[Outcome]:
    library = Library(request.folders)
    for path in paths:
        yield from _score_one(path, library, request, known)


def _score_one(path: Path, library: Library, request: Request, known: frozenset[str]) -> Iterator[Outcome]:
    sha256 = content_hash(path)
    if sha256 in known:
        yield UnchangedFile(str(path), sha256)
        return
    for each in score_workbook(path, library, request):
        if isinstance(each, Scored):
            yield ScoredFile(str(path), sha256, each.score)
        else:
            yield FailedFile(str(path), sha256, each.error.code, each.error.params)
