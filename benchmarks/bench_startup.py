"""Takes nothing or one workbook, prints how whole commands compare with the bare imports they cannot avoid.

It must not be run as a test: it depends on the load of the machine.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from parcli.resources import data_dir

PARINDEX = (sys.executable, "-m", "parcli")


@dataclass(frozen=True, slots=True)
class Comparison:
    """A command, the process it is measured against, and the highest ratio that is accepted.

    ``folder`` is where the command is run, ``kept`` whether it may use what an earlier one kept.
    """

    title: str
    command: tuple[str, ...]
    baseline: tuple[str, ...]
    target: float
    folder: Path
    kept: bool = True


@dataclass(frozen=True, slots=True)
class Measured:
    """Medians over all pairs; times in milliseconds."""

    command: float
    baseline: float
    ratio: float


def main() -> None:
    """Measure every comparison and print the table."""
    options = _options()
    print(f"{'':<28}{'ms':>8}{'baseline':>10}{'ratio':>8}{'target':>8}")
    with tempfile.TemporaryDirectory() as folder:
        for comparison in _comparisons(options.workbook, Path(folder)):
            environment = _as_installed(Path(folder), kept=comparison.kept)
            row = measure(comparison, environment, pairs=options.pairs)
            times = f"{row.command:>8.0f}{row.baseline:>10.0f}{row.ratio:>8.2f}"
            print(f"{comparison.title:<28}{times}{comparison.target:>8}")


def measure(comparison: Comparison, environment: Mapping[str, str], *, pairs: int) -> Measured:
    """Run command and baseline in turn; one pair beforehand compiles modules and is not counted."""
    taken = [
        tuple(
            _seconds(command, environment, comparison.folder)
            for command in (comparison.command, comparison.baseline)
        )
        for _ in range(pairs + 1)
    ][1:]
    return Measured(
        command=1000 * statistics.median(command for command, _ in taken),
        baseline=1000 * statistics.median(baseline for _, baseline in taken),
        ratio=statistics.median(command / baseline for command, baseline in taken),
    )


def _comparisons(workbook: Path | None, folder: Path) -> Iterator[Comparison]:
    """Yield what is compared, each in a folder without a project or in an office's own."""
    bare, office = folder / "bare", folder / "office"
    for each in (bare, office):
        each.mkdir()
    subprocess.run((*PARINDEX, "init", str(office)), check=True, stdout=subprocess.DEVNULL)
    yield Comparison("parindex --help", (*PARINDEX, "--help"), _importing("typer"), 1.6, bare)
    example = workbook or max(data_dir("examples").rglob("*.xlsx"), key=_size)
    command, baseline = (*PARINDEX, "score", str(example.resolve())), _importing("typer, pydantic")
    title = f"parindex score {example.name}"[:27]
    yield Comparison(title, command, baseline, 3.0, bare)
    yield Comparison("… in an office's folder", command, baseline, 3.0, office)
    yield Comparison("… with nothing kept", command, baseline, 3.0, bare, kept=False)


def _importing(modules: str) -> tuple[str, ...]:
    return (sys.executable, "-c", f"import {modules}")


def _size(path: Path) -> int:
    return path.stat().st_size


def _as_installed(folder: Path, *, kept: bool) -> Mapping[str, str]:
    """Return an environment where modules are compiled once, as an installer does, and no setting is made."""
    ours = {
        name: value
        for name, value in os.environ.items()
        if name != "PYTHONDONTWRITEBYTECODE" and not name.startswith("PARINDEX_")
    }
    cache = str(folder / "kept") if kept else "off"
    return {**ours, "PYTHONPYCACHEPREFIX": str(folder / "compiled"), "PARINDEX_CACHE": cache}


def _seconds(command: Sequence[str], environment: Mapping[str, str], folder: Path) -> float:
    """Return the processor's time for a command, which other work on the machine disturbs least."""
    process = subprocess.Popen(
        command,
        env=environment,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    # 1 means that findings were reported: the workbook was scored all the same.
    if process.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(command)} failed with code {process.returncode}")
    return usage.ru_utime + usage.ru_stime


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=int, default=15, help="how many pairs to measure (default 15)")
    parser.add_argument("--workbook", type=Path, help="the workbook to score (default: the largest example)")
    return parser.parse_args()


if __name__ == "__main__":
    main()
