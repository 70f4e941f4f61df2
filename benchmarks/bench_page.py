"""Takes nothing, makes report contexts, prints how long their pages take to write and how large they are.

It must not be run as a test: it depends on the load of the machine.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from parcli.report.html.page import render
from support.report_values import made_context

SIZES = (30, 200, 3300)


def main() -> None:
    """Make, write, print; the first page of a process also loads the templates and is not counted."""
    options = _options()
    render(made_context(2), "vi")
    print(f"{'units':>8}{'ms':>8}{'KB':>8}")
    for units in SIZES:
        context = made_context(units)
        taken = []
        for _ in range(options.times):
            start = time.process_time()
            page = render(context, "vi")
            taken.append(time.process_time() - start)
        print(f"{units:>8,}{1000 * median(taken):>8,.0f}{len(page.encode()) / 1000:>8,.0f}", flush=True)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=5, help="how often each page is written (default 5)")
    return parser.parse_args()


if __name__ == "__main__":
    main()
