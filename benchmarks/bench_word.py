"""Takes nothing, makes report contexts, prints how long their Word files take and how large they are.

It must not be run as a test: it depends on the load of the machine.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from parcli.report.word import documents
from support.report_values import made_context

SIZES = (30, 200, 3300)


def main() -> None:
    """Make, write, print; the first files of a process also load the libraries and are not counted."""
    documents.render(made_context(2), "vi")
    print(f"{'units':>8}{'decision, s':>14}{'KB':>8}{'notices':>10}{'s':>8}{'KB each':>10}")
    for units in SIZES:
        context = made_context(units)
        start = time.process_time()
        decision = documents.render(context, "vi")
        decided = time.process_time()
        notices = [len(make()) for _, make in documents.notices(context, "vi")]
        told = time.process_time() - decided
        size = sum(notices) / len(notices) / 1000 if notices else 0
        print(
            f"{units:>8,}{decided - start:>14.1f}{len(decision) / 1000:>8,.0f}"
            f"{len(notices):>10}{told:>8.1f}{size:>10,.0f}",
            flush=True,
        )


if __name__ == "__main__":
    main()
