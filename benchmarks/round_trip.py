"""Fills templates at random, has LibreOffice work them out, prints where they differ from the engine.

The tests do the same with a few fillings; this takes as many as are asked for, about two seconds each.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.append(str(ROOT / "tests"))

from support.every_rule import round_trip_sets  # noqa: E402 - found in the tests only after the path is set
from support.live_points import contradictions, differences  # noqa: E402
from support.round_trip import round_trips  # noqa: E402


def main() -> None:
    """Fill, recalculate, compare, print; the exit code tells whether all agree."""
    options = _options()
    with tempfile.TemporaryDirectory() as folder:
        fillings = round_trips(round_trip_sets(), options.fillings, options.seed, Path(folder))
        wrong = [f"{each.path.name}: {found}" for each in fillings for found in differences(each)]
        wrong += [f"{each.path.name}: {found}" for each in fillings for found in contradictions(each)]
    print("\n".join(wrong[:50]))
    print(f"{len(fillings)} fillings, seed {options.seed}: {len(wrong)} differences")
    sys.exit(bool(wrong))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("fillings", type=int, nargs="?", default=200)
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


if __name__ == "__main__":
    main()
