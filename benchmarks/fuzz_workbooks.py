"""Reads and scores mutated workbooks, each as openpyxl reads it or refused; prints what went wrong.

    python benchmarks/fuzz_workbooks.py 20000 --seed 1

File number n follows from the seed n alone: ``--seed n 1`` makes it again. The files are handed out to two
processes; one that hangs or dies is a failure of the file it was at, and another takes its place. The tests
do the same with a few hundred files.
"""

from __future__ import annotations

import argparse
import multiprocessing
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from multiprocessing.connection import Connection, wait
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.append(str(ROOT / "tests"))

from support.fuzzing import Fuzzed, fuzz  # noqa: E402 - found in the tests only after the path is set

HANG = 60.0  # seconds of wall time without an answer; the seconds of work are counted for each file
_SHOWN = 50
_EVERY = 1000


def main() -> None:
    """Fuzz, print a table of outcomes; the exit code tells whether nothing went wrong."""
    options = _options()
    seeds = range(options.seed, options.seed + options.files)
    outcomes: Counter[str] = Counter()
    wrong: list[Fuzzed] = []
    slowest, scored = 0.0, 0
    for done, fuzzed in enumerate(_fuzzed(seeds, options.processes), 1):
        outcomes[fuzzed.outcome] += 1
        slowest, scored = max(slowest, fuzzed.seconds), scored + fuzzed.scored
        if fuzzed.wrong:
            wrong.append(fuzzed)
            print(f"seed {fuzzed.seed}: {fuzzed.outcome}: {'; '.join(fuzzed.wrong):.400}", flush=True)
        if done % _EVERY == 0:
            print(f"{done} files, {len(wrong)} wrong", flush=True)
    for outcome, count in outcomes.most_common():
        print(f"{count:8} {outcome}")
    print(f"{len(seeds)} files, seeds {seeds[0]} to {seeds[-1]}: {scored} scored, slowest {slowest:.2f} s,")
    print(f"{len(wrong)} wrong")
    sys.exit(bool(wrong))


def _fuzzed(seeds: range, processes: int) -> Iterator[Fuzzed]:
    """Yield what becomes of each file, in no order."""
    workers = [_Worker(seeds[start::processes]) for start in range(processes)]
    while workers:
        wait([worker.answers for worker in workers], timeout=1)
        for worker in list(workers):
            yield from worker.take()
            if worker.finished:
                workers.remove(worker)


class _Worker:
    """A process that goes through seeds; a new one goes on after the seed at which the last one was lost."""

    def __init__(self, seeds: range) -> None:
        self._left = seeds
        self._start()

    @property
    def finished(self) -> bool:
        return not self._left

    def take(self) -> Iterator[Fuzzed]:
        """Yield the answers that are there, and a lost file where the process is lost."""
        try:
            while self._left and self.answers.poll():
                yield self._next(self.answers.recv())
        except EOFError:
            self._process.join()
            yield self._lost(f"process ended with {self._process.exitcode}")
        if self._left and time.monotonic() - self._heard > HANG:
            yield self._lost(f"no answer for {HANG:.0f} s")

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        self.answers, sending = context.Pipe(duplex=False)
        self._process = context.Process(target=_work, args=(self._left, sending), daemon=True)
        self._process.start()
        sending.close()
        self._heard = time.monotonic()

    def _next(self, fuzzed: Fuzzed) -> Fuzzed:
        self._left = self._left[1:]
        self._heard = time.monotonic()
        return fuzzed

    def _lost(self, reason: str) -> Fuzzed:
        self._process.kill()
        self._process.join()
        lost = self._next(Fuzzed(self._left[0], "lost", wrong=(reason,)))
        if self._left:
            self._start()
        return lost


def _work(seeds: range, answers: Connection) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for seed in seeds:
            answers.send(fuzz(seed, Path(folder)))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", type=int, nargs="?", default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--processes", type=int, default=2)
    return parser.parse_args()


if __name__ == "__main__":
    main()
