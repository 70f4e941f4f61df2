"""Takes nothing, makes 1,000 workbooks of which 7 are bad, prints what scoring them in one command costs.

It must not be run as a test: it depends on the load of the machine.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

MAKE = Path(__file__).resolve().parent.parent / "examples" / "make_province.py"
PARINDEX = (sys.executable, "-m", "parcli")
SIZES = (0.1, 0.5, 1.0)  # shares of all files, each scored in a project folder of its own
COMPARED = 0.5  # the share that one process and two are compared on


@dataclass(frozen=True, slots=True)
class Taken:
    """What a command cost: seconds, the peak of its largest process in MB, the last lines that it said."""

    seconds: float
    peak: float
    said: tuple[str, ...]


def main() -> None:
    """Make the workbooks, measure, print."""
    options = _options()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        made = folder / "made"
        _make(made, good=options.files - options.bad, bad=options.bad)
        firsts = {}
        for share in SIZES:
            count = round(share * options.files)
            target = folder / f"{count}"
            _project(target, made, count=count, bad=options.bad)
            firsts[count] = run(target, "score", ".")
            _print(f"{count:,} files, first run", firsts[count])
        again = run(target, "score", ".")
        _print(f"{count:,} files, second run", again)
        print(f"second run / first run{again.seconds / firsts[count].seconds:>25.3f}")
        print("\n".join(again.said))
        _compare_workers(folder / str(round(COMPARED * options.files)), pairs=options.pairs)


def run(folder: Path, *words: str) -> Taken:
    """Run a command in a folder and return what it cost, its own worker processes included."""
    with tempfile.TemporaryFile() as said:
        start = time.perf_counter()
        process = subprocess.Popen(
            (*PARINDEX, *words), cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=said
        )
        # the kernel keeps the highest peak of the process and of all the processes that it waited for
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        lines = said.read().decode().splitlines()
    if process.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(words)} failed:\n" + "\n".join(lines))
    return Taken(seconds, usage.ru_maxrss / 1024, tuple(lines[-2:]))


def _compare_workers(folder: Path, *, pairs: int) -> None:
    taken = [tuple(_with_workers(folder)) for _ in range(pairs)]
    ratio = statistics.median(one.seconds / two.seconds for one, two in taken)
    one, two = (statistics.median(pair[place].seconds for pair in taken) for place in (0, 1))
    print(f"one process {one:.1f} s, two processes {two:.1f} s, gain ×{ratio:.2f}")


def _with_workers(folder: Path) -> Iterator[Taken]:
    for number in ("1", "2"):
        yield run(folder, "score", ".", "--no-store", "--workers", number)


def _make(folder: Path, *, good: int, bad: int) -> None:
    options = ("--departments", "0", "--districts", str(good), "--bad", str(bad))
    subprocess.run((sys.executable, str(MAKE), str(folder), *options), check=True, stdout=subprocess.DEVNULL)


def _project(folder: Path, made: Path, *, count: int, bad: int) -> None:
    """Make a project folder with so many of the files, the bad ones among them."""
    folder.mkdir()
    (folder / "parindex.toml").touch()
    shutil.copyfile(made / "units.csv", folder / "units.csv")
    bad_ones = sorted(made.glob("bad-*.xlsx"))[:bad]
    good = [path for path in sorted(made.glob("*.xlsx")) if path not in bad_ones]
    for path in (*bad_ones, *good[: count - len(bad_ones)]):
        shutil.copyfile(path, folder / path.name)


def _print(title: str, taken: Taken) -> None:
    print(f"{title:<28}{taken.seconds:>9.1f} s{taken.peak:>9.0f} MB", flush=True)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=1000, help="how many files (default 1,000)")
    parser.add_argument("--bad", type=int, default=7, help="how many of them are bad (default 7)")
    parser.add_argument("--pairs", type=int, default=3, help="how many pairs of one and two processes")
    return parser.parse_args()


if __name__ == "__main__":
    main()
