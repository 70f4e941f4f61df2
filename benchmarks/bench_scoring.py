"""Makes workbooks of two kinds, prints what reading and scoring one of them in one process costs.

Short ones are a district's, of 50 rows; styled ones are as large as those that the targets were set on.
It must not be run as a test: it depends on the load of the machine.
"""

from __future__ import annotations

import argparse
import gc
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from xml.parsers import expat

import pandas as pd
from styled_forms import make_styled

from parcli.criteria.library import Library
from parcli.workbook.opening import open_book
from parcli.workbook.reading import read_forms
from parcli.workflows.garbage import look_rarely
from parcli.workflows.request import Request
from parcli.workflows.scoring import Scored, score_workbook

MAKE = Path(__file__).resolve().parent.parent / "examples" / "make_province.py"
Step = Callable[[Path], object]
BLOCK = 15  # files


def main() -> None:
    """Make the workbooks, put each through every step in turn, print medians and ratios."""
    options = _options()
    look_rarely()  # as the command does
    for kind, make in (("short", _make_short), ("styled", make_styled)):
        with tempfile.TemporaryDirectory() as name:
            paths = make(Path(name), options.files)
            sizes = [path.stat().st_size / 1024 for path in paths]
            print(f"{len(paths)} {kind} workbooks of {min(sizes):.0f} to {max(sizes):.0f} KB")
            _print(measure(paths, steps()))


def steps() -> Mapping[str, Step]:
    """Return what is compared; the floor unpacks and scans every part of XML, and keeps nothing."""
    library, request = Library(), Request()

    def score(path: Path) -> None:
        (result,) = score_workbook(path, library, request)
        if not isinstance(result, Scored):
            raise SystemExit(f"{path.name}: {result.error}")

    return {
        "floor": _scan,
        "opening": open_book,
        "opening and reading the form": read_forms,
        "opening, reading and scoring": score,
        "pandas with openpyxl, reading only": lambda path: pd.read_excel(
            path, sheet_name=None, header=None, engine="openpyxl"
        ),
    }


def measure(paths: list[Path], compared: Mapping[str, Step]) -> Mapping[str, list[tuple[float, ...]]]:
    """Return for each step seconds of the processor by block of files: its own, the floor's, those of pandas.

    Files come in blocks, as a folder's do: what a step needs is at hand by then, for the floor as for us. Of
    the steps between the two, a block goes through one: read again, its texts would be known already. The
    first blocks warm up and are left out.
    """
    first, *between, last = compared
    taken: dict[str, list[tuple[float, ...]]] = {name: [] for name in compared}
    for number in range(len(paths) // BLOCK):
        block = paths[number * BLOCK : (number + 1) * BLOCK]
        step = between[number % len(between)]
        times = {name: _timed(compared[name], block) for name in (first, step, last)}
        for name, own in times.items():
            taken[name].append((own, times[first], times[last]))
    return {name: times[1:] for name, times in taken.items()}


def _timed(step: Step, paths: list[Path]) -> float:
    gc.collect()  # what the step before has left is not this one's to clear away
    start = time.process_time()
    for path in paths:
        step(path)
    return (time.process_time() - start) / len(paths)


def _make_short(folder: Path, count: int) -> list[Path]:
    counts = ("--departments", "0", "--districts", str(count), "--bad", "0")
    subprocess.run((sys.executable, str(MAKE), str(folder), *counts), check=True, stdout=subprocess.DEVNULL)
    return sorted(folder.glob("*.xlsx"))


def _print(taken: Mapping[str, list[tuple[float, ...]]]) -> None:
    print(f"{'':<36}{'ms':>8}{'× floor':>10}{'pandas / it':>14}")
    for step, times in taken.items():
        ms = 1000 * statistics.median(own for own, _, _ in times)
        floors = statistics.median(own / floor for own, floor, _ in times)
        faster = statistics.median(by_pandas / own for own, _, by_pandas in times)
        print(f"{step:<36}{ms:>8.1f}{floors:>10.1f}{faster:>14.1f}")


def _scan(path: Path) -> None:
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            content = archive.read(name)
            if name.endswith((".xml", ".rels", ".vml")):
                expat.ParserCreate().Parse(content, True)  # noqa: FBT003 - the parser takes it by position only


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=300, help="how many files of each kind (default 300)")
    return parser.parse_args()


if __name__ == "__main__":
    main()
