"""What is left to say of a run when it is stored; values only."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

from parcli.model.finding import Finding
from parcli.model.period import Period
from parcli.project.units import RegisteredUnit

if TYPE_CHECKING:
    from parcli.workbook.points_table import UnitPoints


class Kept(Struct, frozen=True):
    """What is left to say of a run: its number (None: nothing was stored), who is missing, what was unused.

    ``missing`` are the register's units of the levels scored that handed in nothing, each with the periods
    that it lacks among ``periods``, those scored; None where nobody asked for all. ``unused`` are units of
    joined tables that no workbook is of, ``unmatched`` says which of those nobody knows; ``twice`` is the
    number of files that were not stored because another one is of the same unit, ``merged`` that of results
    which were made from several files, ``lacking`` that of results which were not stored because those in the
    register have points that their workbooks left out. ``dropped`` says which tables the results replaced
    were joined with, where this run joined none.
    """

    run: int | None
    missing: Mapping[RegisteredUnit, tuple[Period, ...]] | None
    periods: frozenset[Period]
    unused: tuple[UnitPoints, ...]
    unmatched: tuple[Finding, ...] = ()
    twice: int = 0
    merged: int = 0
    lacking: int = 0
    dropped: Finding | None = None

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Return what is wrong with the run as a whole."""
        return self.unmatched if self.dropped is None else (*self.unmatched, self.dropped)
