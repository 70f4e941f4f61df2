"""Says how often this process looks for garbage; clears nothing away itself."""

from __future__ import annotations

import gc

_NEW_VALUES = 200_000


def look_rarely() -> None:
    """Have the collector look for garbage in large steps.

    A command builds values that live until it ends; looking for garbage among them again and again took a
    tenth of the time of a ranking of 3,300 units, and each time as long as reading a workbook.
    """
    gc.set_threshold(_NEW_VALUES, 20, 20)
