"""Says how often this process looks for garbage; clears nothing away itself."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_NEW_VALUES = 200_000


def look_rarely() -> None:
    """Have the collector look for garbage in large steps.

    A command builds values that live until it ends; looking for garbage among them again and again took a
    tenth of the time of a ranking of 3,300 units, and each time as long as reading a workbook.
    """
    gc.set_threshold(_NEW_VALUES, 20, 20)


@contextmanager
def built_to_last() -> Iterator[None]:
    """Look for no garbage while values are built that live as long as the process, nor among them later.

    A report's context is a million of them: even in large steps, looking took a fifth of the time. What
    refers to itself among them is never cleared away; all else is, as soon as nothing refers to it.
    """
    was_looking = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_looking:
            gc.enable()
