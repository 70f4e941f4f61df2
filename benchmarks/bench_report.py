"""Takes nothing, fills stores with scored communes, prints what whole report commands cost and write.

It must not be run as a test: it depends on the load of the machine.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from statistics import median
from time import perf_counter
from types import MappingProxyType

from bench_store import LAST_YEAR, LEVEL, opened
from msgspec import Struct
from msgspec.structs import replace

from parcli.criteria.library import load_set
from parcli.model.assessment import Assessment, Datum, DatumState, LeafAnswer, Stage
from parcli.model.criteria_set import CriteriaSet
from parcli.model.period import Period
from parcli.model.register import NewResult, NewRun, Placement, RunFile
from parcli.model.unit import Unit
from parcli.resources import data_dir
from parcli.scoring.engine import score
from parcli.store.answers import packed

FEW, MANY = 30, 3300
STAGE: Stage = "appraised_2"
REGIONS = ("Đồng bằng sông Hồng", "Tây Nguyên", "Đông Nam Bộ", "Đồng bằng sông Cửu Long")
# What the command does before it writes files: the context of a level, and its page without the units' own.
OVERVIEW = """
import sys
from pathlib import Path
from parcli.workflows.garbage import look_rarely
look_rarely()
import parcli.cli.app, parcli.cli.commands.report
from parcli.report.html import page
from parcli.workflows.office import now, office_at, opened
from parcli.workflows.reporting import ReportAsked, report_contexts
project = office_at(Path.cwd())
with opened(project, clock=now, create=False) as store:
    for context in report_contexts(store, project, ReportAsked(), made_at=now()):
        Path("overview.html").write_text(page.render(context, "vi"), encoding="utf-8")
"""


class Job(Struct, frozen=True):
    """A process to measure, in a folder with a store, and what it writes there."""

    title: str
    command: tuple[str, ...]
    written: str


class Measured(Struct, frozen=True):
    """The medians over several runs: the processor's time and the time that passed in seconds, and memory."""

    processor: float
    passed: float
    megabytes: float


def main() -> None:
    """Fill stores, measure, print."""
    options = _options()
    periods = [Period(LAST_YEAR - back) for back in range(options.periods)]
    print(f"{'':<34}{'s (processor)':>14}{'s (passed)':>12}{'MB of memory':>14}{'KB written':>12}")
    for units in options.units:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            fill(folder / "parindex.db", periods, units=units)
            for job in _jobs():
                taken = measured(job, folder, times=options.times)
                size = _size(folder, job.written) / 1000
                print(f"{f'{units:,} units: {job.title}':<34}{taken.processor:>14.2f}", end="")
                print(f"{taken.passed:>12.2f}{taken.megabytes:>14,.0f}{size:>12,.0f}", flush=True)


def fill(path: Path, periods: Sequence[Period], *, units: int) -> None:
    """Store one run for each period, oldest first: every unit has answers of its own, which are scored."""
    chance = random.Random(2026)
    used = load_set(data_dir("criteria") / "department-2023.yaml").criteria_set
    with opened(path) as store:
        for period in reversed(periods):
            results = (_result(used, period, number=number, chance=chance) for number in range(units))
            files = tuple(RunFile(_file(number), _hash(number), "scored") for number in range(units))
            store.save_run(NewRun("0.1.0", datetime.now(UTC), MappingProxyType({}), files, results))


def measured(job: Job, folder: Path, *, times: int) -> Measured:
    """Run a process several times; a first run beforehand compiles modules and is not counted."""
    runs = [_run(job, folder) for _ in range(times + 1)][1:]
    return Measured(*(median(values) for values in zip(*runs, strict=True)))


def _jobs() -> Iterator[Job]:
    report = (sys.executable, "-m", "parcli", "report", "--force", "-o", "out")
    yield Job("overview alone", (sys.executable, "-c", OVERVIEW), "overview.html")
    for formats in ("html", "md", "csv", "json"):
        yield Job(f"--format {formats}", (*report, "--format", formats), f"out/**/*.{formats}")
    yield Job("--unit, --format html", (*report, "--format", "html", "--unit", "X0007"), "out/*X0007.html")


def _result(used: CriteriaSet, period: Period, *, number: int, chance: random.Random) -> NewResult:
    """Return a commune's result; how good it is differs from unit to unit and from year to year."""
    asked = _assessment(used, period, number=number, least=chance.choice((1, 2, 2, 3, 3, 4)), chance=chance)
    made = score(used, asked, stage="final")
    region = REGIONS[number % len(REGIONS)]
    return NewResult(
        placement=Placement(f"X{number:04}", f"Xã số {number}", LEVEL, "xã", region, f"T{number % 34}"),
        score=replace(made, source=_file(number)),
        index="PAR",
        meaning_hash=used.meaning_hash,
        text_hash=used.text_hash,
        ranking=used.policy.ranking,
        rounding=used.policy.rounding,
        grades=used.grades,
        answers=packed(asked.kept),
    )


def _assessment(
    used: CriteriaSet, period: Period, *, number: int, least: int, chance: random.Random
) -> Assessment:
    """Return a workbook in which every leaf got appraised points, and evidence here and there."""
    answers: dict[str, LeafAnswer] = {}
    for row, node in enumerate(used.leaves(), start=7):
        points = node.max_points * min(4, chance.randint(least, 6)) / 4
        cell = Datum(DatumState.GIVEN, points, text=str(float(points)), place=f"CCHC!F{row}", numeric=True)
        evidence = f"Báo cáo số {number + row}/BC-UBND" if chance.random() < 0.5 else ""
        answers[node.code] = LeafAnswer(
            node.code, place=f"CCHC!A{row}", points=MappingProxyType({STAGE: cell}), evidence=evidence
        )
    return Assessment(
        unit=Unit(f"Xã số {number}", f"X{number:04}", LEVEL),
        period=period,
        criteria_set=used.id,
        answers=MappingProxyType(answers),
        stages=frozenset({STAGE}),
        has_evidence=True,
    )


def _hash(number: int) -> str:
    return sha256(str(number).encode()).hexdigest()


def _file(number: int) -> str:
    return f"xa-{number:04}.xlsx"


def _run(job: Job, folder: Path) -> tuple[float, float, float]:
    """Run a process once, as installed: modules are compiled, and nothing is set."""
    start = perf_counter()
    process = subprocess.Popen(
        job.command, env=_environment(), cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{job.title} failed with code {process.returncode}")
    return usage.ru_utime + usage.ru_stime, perf_counter() - start, usage.ru_maxrss / 1000


def _environment() -> Mapping[str, str]:
    unset = ("PYTHONDONTWRITEBYTECODE", "PARINDEX_STORE")
    return {name: value for name, value in os.environ.items() if name not in unset}


def _size(folder: Path, pattern: str) -> int:
    return sum(path.stat().st_size for path in folder.glob(pattern))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    sizes = "how many units (default 30 and 3,300)"
    parser.add_argument("--units", type=int, nargs="+", default=[FEW, MANY], help=sizes)
    parser.add_argument("--periods", type=int, default=3, help="how many years (default 3)")
    parser.add_argument("--times", type=int, default=3, help="how often each is run (default 3)")
    return parser.parse_args()


if __name__ == "__main__":
    main()
