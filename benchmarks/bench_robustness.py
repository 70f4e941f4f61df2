"""Takes nothing, makes a field of 3,300 units, prints what varying its ranks costs in time and memory.

It must not be run as a test: it depends on the load of the machine.
"""

from __future__ import annotations

import argparse
import random
import resource
import time
from collections.abc import Callable
from fractions import Fraction

from parcli.analysis.robustness.early_rounding import rounded_ranks
from parcli.analysis.robustness.field import Field, FirmUnit, OpenAnswer, Share
from parcli.analysis.robustness.leaving_out import leave_out
from parcli.analysis.robustness.open_answers import open_ranks
from parcli.analysis.robustness.weights import weigh
from parcli.model.criteria_set import RankingPolicy
from parcli.model.rules import Rounding

AREAS, CRITERIA = 8, 12  # criteria in each area
MOST = Fraction(1)


def main() -> None:
    """Vary the field in every way and print seconds of the processor and the peak of memory."""
    options = _options()
    rng = random.Random(1)
    units = tuple(_unit(number, rng) for number in range(options.units))
    field = Field(units, RankingPolicy("percent", "published", "competition"), Rounding(2, "half_up"))
    print(f"{options.units} units, {options.draws} draws; before: {_peak():.0f} MB")
    _measured("other weights", lambda: weigh(field, draws=options.draws, seed=1, spread=0.25))
    _measured("without one criterion", lambda: leave_out(field))
    _measured("open answers", lambda: open_ranks(field))
    _measured("early rounding", lambda: rounded_ranks(field))


def _unit(number: int, rng: random.Random) -> FirmUnit:
    criteria = {
        f"{area}.{each}": Share(Fraction(rng.randint(50, 100), 100), MOST, MOST)
        for area in range(AREAS)
        for each in range(CRITERIA)
    }
    areas = {
        str(area): Share(
            sum(
                (share.points for code, share in criteria.items() if code.startswith(f"{area}.")), Fraction(0)
            ),
            MOST * CRITERIA,
            MOST * CRITERIA,
        )
        for area in range(AREAS)
    }
    points = sum((area.points for area in areas.values()), Fraction(0))
    disputed = OpenAnswer("0.0", criteria["0.0"].points, Fraction(0), MOST)
    percent = points / (MOST * AREAS * CRITERIA) * 100
    return FirmUnit(str(number), f"Xã {number}", points, percent, areas, criteria, (disputed,))


def _measured(name: str, run: Callable[[], object]) -> None:
    start = time.process_time()
    run()
    print(f"{name:<24}{time.process_time() - start:>8.2f} s{_peak():>8.0f} MB")


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--units", type=int, default=3300)
    parser.add_argument("--draws", type=int, default=10_000)
    return parser.parse_args()


if __name__ == "__main__":
    main()
