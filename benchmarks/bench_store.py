"""Takes nothing, fills a store with 3,300 communes over ten years, prints what writing and reading it cost.

It must not be run as a test: it depends on the load of the machine.
"""

from __future__ import annotations

import argparse
import gc
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path
from types import MappingProxyType

from msgspec.structs import replace

from parcli.criteria.library import load_set
from parcli.model.assessment import Assessment, Datum, DatumState, LeafAnswer
from parcli.model.criteria_set import CriteriaSet
from parcli.model.period import Period
from parcli.model.register import NewResult, NewRun, Placement, Selection
from parcli.model.score import Published, UnitScore
from parcli.model.unit import Level, Unit
from parcli.resources import data_dir
from parcli.scoring.engine import score
from parcli.scoring.rounding import rounded
from parcli.store import Store, open_store

LAST_YEAR = 2025
LEVEL: Level = "commune"
AREAS = frozenset({"area"})
# A command of this app that does nothing, and one that reads what a ranking needs; the rest is the same.
COMMAND = """
import typer
import parcli.cli.app

app = typer.Typer(add_completion=False)

@app.command()
def command(path: str, years: list[int]) -> None:
    {body}

app()
"""
READING = """
    from datetime import UTC, datetime
    from pathlib import Path
    from parcli.model.period import Period
    from parcli.model.register import Selection
    from parcli.store import open_store
    selection = Selection(level="commune", periods=tuple(map(Period, years)))
    with open_store(Path(path), clock=lambda: datetime.now(UTC)) as store:
        print(len(store.results(selection)))
"""


def main() -> None:
    """Fill a store, measure, print."""
    options = _options()
    periods = [Period(LAST_YEAR - back) for back in range(options.periods)]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "parindex.db"
        written = list(fill(path, periods, units=options.units))
        print(f"{options.units:,} units, {options.periods} periods, {path.stat().st_size / 1e6:,.0f} MB")
        print(f"{'write one period, with trees':<44}{statistics.median(written):>10,.2f} s")
        with opened(path) as store:
            for title, question in questions(store, periods):
                print(f"{title:<44}{1000 * _median(question, options.repeats):>10,.1f} ms")
        for title, years in (("two periods", periods[:2]), ("all periods", periods)):
            reading, nothing = (_command(body, path, years) for body in (READING, "pass"))
            process, empty, ratio = compared(reading, nothing, pairs=options.repeats)
            print(
                f"{f'whole process, totals of {title}':<44}{1000 * process:>10,.0f} ms"
                f"   empty command {1000 * empty:,.0f} ms, ratio {ratio:.2f}"
            )


def opened(path: Path) -> Store:
    """Return the store in the file."""
    return open_store(path, clock=lambda: datetime.now(UTC))


def fill(path: Path, periods: Sequence[Period], *, units: int) -> Iterator[float]:
    """Store one run for each period, oldest first, and yield the seconds that each took."""
    chance = random.Random(2026)
    criteria_set = load_set(data_dir("criteria") / "department-2023.yaml").criteria_set
    made = score(criteria_set, _filled(criteria_set, chance), stage="final")
    with opened(path) as store:
        for period in reversed(periods):
            results = tuple(
                _result(made, criteria_set, period, number=n, chance=chance) for n in range(units)
            )
            run = NewRun("0.1.0", datetime.now(UTC), MappingProxyType({}), (), results)
            start = time.perf_counter()
            store.save_run(run)
            yield time.perf_counter() - start


def questions(store: Store, periods: list[Period]) -> Iterator[tuple[str, Callable[[], object]]]:
    """Yield what is asked of the open store, with a title each."""
    latest = Selection(level=LEVEL, periods=tuple(periods[:1]))
    two = Selection(level=LEVEL, periods=tuple(periods[:2]))
    numbers = [result.number for result in store.results(latest)]
    yield "totals of the latest period", lambda: store.results(latest)
    yield "totals of two periods (ranks and changes)", lambda: store.results(two)
    yield "totals of all periods", lambda: store.results(Selection(level=LEVEL, periods=tuple(periods)))
    yield "one unit over all periods", lambda: store.results(Selection(level=LEVEL, units=("X0042",)))
    yield "areas of the latest period", lambda: store.nodes(numbers, roles=AREAS)
    yield "tree of one unit", lambda: store.nodes(numbers[:1])
    yield "periods", lambda: store.periods(LEVEL, "PAR")


def compared(command: Sequence[str], baseline: Sequence[str], *, pairs: int) -> tuple[float, float, float]:
    """Run both in turn; return the medians in seconds and that of the ratios, a first pair left out."""
    taken = [(_seconds(command), _seconds(baseline)) for _ in range(pairs + 1)][1:]
    ratios = [one / other for one, other in taken]
    return (
        statistics.median(one for one, _ in taken),
        statistics.median(other for _, other in taken),
        statistics.median(ratios),
    )


def _command(body: str, path: Path, years: Sequence[Period]) -> tuple[str, ...]:
    return (sys.executable, "-c", COMMAND.format(body=body), str(path), *map(str, years))


def _filled(criteria_set: CriteriaSet, chance: random.Random) -> Assessment:
    """Return a workbook in which every leaf got appraised points."""
    rows = {}
    for node in criteria_set.leaves():
        points = node.max_points * chance.randint(0, 4) / 4
        cell = Datum(DatumState.GIVEN, points, text=str(float(points)), place="CCHC!F7")
        rows[node.code] = LeafAnswer(
            node.code, place="CCHC!A7", points=MappingProxyType({"appraised_2": cell})
        )
    return Assessment(
        unit=Unit("Xã", "X", LEVEL),
        period=Period(LAST_YEAR),
        criteria_set=criteria_set.id,
        answers=MappingProxyType(rows),
        stages=frozenset({"appraised_2"}),
    )


def _result(
    made: UnitScore, used: CriteriaSet, period: Period, *, number: int, chance: random.Random
) -> NewResult:
    """Return a commune's score with a total of its own; thirds, as means of sub-cases give them."""
    points = Fraction(chance.randint(15000, 30000), 300)
    percent = points / made.applicable_max * 100
    published = Published(rounded(points, used.policy.rounding), rounded(percent, used.policy.rounding))
    return NewResult(
        placement=Placement(f"X{number:04}", f"Xã số {number}", LEVEL, "xã", "Tây Nguyên", f"T{number % 34}"),
        score=replace(made, period=period, points=points, percent=percent, published=published),
        index="PAR",
        meaning_hash=used.meaning_hash,
        text_hash=used.text_hash,
        ranking=used.policy.ranking,
        rounding=used.policy.rounding,
    )


def _median(question: Callable[[], object], repeats: int) -> float:
    def seconds() -> float:
        gc.collect()
        start = time.perf_counter()
        question()
        return time.perf_counter() - start

    return statistics.median(seconds() for _ in range(repeats))


def _seconds(command: Sequence[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, stdin=subprocess.DEVNULL)
    return time.perf_counter() - start


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--units", type=int, default=3300, help="how many units (default 3,300)")
    parser.add_argument("--periods", type=int, default=10, help="how many years (default 10)")
    parser.add_argument("--repeats", type=int, default=7, help="how often each is measured (default 7)")
    return parser.parse_args()


if __name__ == "__main__":
    main()
