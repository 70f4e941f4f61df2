"""Makes a field of units with 101 criteria each, prints what writing its workbook costs; it reads no store.

It must not be run as a test: it depends on the load of the machine.
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
from collections.abc import Iterator, Sequence
from fractions import Fraction
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.append(str(ROOT / "tests"))

from msgspec.structs import replace  # noqa: E402 - found in the tests only after the path is set

from parcli.model.register import StoredNode  # noqa: E402
from parcli.report.context import ReportContext, UnitReport  # noqa: E402
from parcli.report.excel.book import render  # noqa: E402
from support.report_values import made_context  # noqa: E402

CRITERIA = 101
AREAS = 8


def main() -> None:
    """Write a workbook for each number of units and print time, size and the memory that it took."""
    options = _options()
    print(f"{'units':>8}{'processor, s':>14}{'KB':>10}{'memory, MB':>12}{'at most, MB':>13}")
    for units in options.units:
        context = field(units)
        before, began = _peak(), time.process_time()
        data = render(context, "vi")
        taken = time.process_time() - began
        print(f"{units:>8,}{taken:>14.2f}{len(data) / 1000:>10,.0f}", end="")
        print(f"{_peak() - before:>12,.0f}{_peak():>13,.0f}")


def field(units: int) -> ReportContext:
    """Return a report of so many units, whose criteria are cut into as many as a large set has."""
    context = made_context(units)
    return replace(context, units=tuple(map(_cut, context.units)))


def _cut(unit: UnitReport) -> UnitReport:
    return replace(unit, nodes=tuple(_nodes(unit.nodes)))


def _nodes(nodes: Sequence[StoredNode]) -> Iterator[StoredNode]:
    """Yield the areas with their leaves cut into equal parts, 101 in all."""
    areas = [node for node in nodes if node.role == "area"]
    for number, area in enumerate(areas):
        yield area
        count = CRITERIA // AREAS + (number < CRITERIA % AREAS)
        part = Fraction(1, count)
        leaf = next(node for node in nodes if node.rule and node.code.startswith(f"{area.code}."))
        for place in range(1, count + 1):
            points, most = area.points * part, area.applicable_max * part
            code = f"{area.code}.{place}"
            yield replace(leaf, code=code, points=points, max_points=most, applicable_max=most)


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("units", type=int, nargs="*", default=[30, 200, 3300])
    return parser.parse_args()


if __name__ == "__main__":
    main()
