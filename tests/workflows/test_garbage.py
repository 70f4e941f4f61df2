"""Building what lasts looks for no garbage, and leaves the looking as it was."""

from __future__ import annotations

import gc
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from cli.running import EXAMPLE
from parcli.criteria.library import Library
from parcli.errors import UnusableFile
from parcli.workbook.xlsx.declined import Declined
from parcli.workbook.xlsx.reader import open_book
from parcli.workflows.garbage import built_to_last
from parcli.workflows.request import Request
from parcli.workflows.scoring import score_workbook
from support.odd_workbooks import odd_workbook
from support.workbooks import changed, write


def test_nobody_looks_for_garbage_while_lasting_values_are_built() -> None:
    with built_to_last():
        looking = gc.isenabled()

    assert (False, True) == (looking, gc.isenabled())


def test_what_fails_while_it_is_built_leaves_the_looking_as_it_was() -> None:
    with pytest.raises(ValueError, match="built"), built_to_last():
        raise ValueError("not built")

    assert gc.isenabled()


def test_who_did_not_look_does_not_look_afterwards() -> None:
    gc.disable()
    try:
        with built_to_last():
            pass
        looking = gc.isenabled()
    finally:
        gc.enable()

    assert not looking


def test_a_workbook_that_was_scored_leaves_no_garbage() -> None:
    """Else each of hundreds keeps its texts until the collector looks, which is rarely."""
    library, request = Library(), Request()

    assert [] == left_by(lambda: list(score_workbook(EXAMPLE, library, request)))


@pytest.mark.parametrize("seed", range(12))
def test_an_odd_workbook_leaves_no_garbage(tmp_path: Path, seed: int) -> None:
    path = odd_workbook(tmp_path / "a.xlsx", seed)

    assert [] == left_by(lambda: opened(path))


def test_a_damaged_workbook_leaves_no_garbage(tmp_path: Path) -> None:
    path = changed(write(tmp_path / "a.xlsx", "A | 1"), lambda xml: xml.replace("</row>", "<row>"))

    assert [] == left_by(lambda: opened(path))


def opened(path: Path) -> None:
    with suppress(UnusableFile, Declined):
        open_book(path)


def left_by(work: Callable[[], object]) -> list[str]:
    """Return the types of ours among what only the collector can clear away after the work."""
    work()  # imports, and what is remembered
    gc.collect()
    gc.disable()
    try:
        work()
        gc.set_debug(gc.DEBUG_SAVEALL)
        gc.collect()
        return sorted({type(each).__qualname__ for each in gc.garbage if _is_ours(each)})
    finally:
        gc.set_debug(0)
        gc.garbage.clear()
        gc.enable()


def _is_ours(value: object) -> bool:
    return type(value).__module__.startswith("parcli")
