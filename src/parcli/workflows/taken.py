"""What a run has taken from one file, or one unit's table in it; the outcome itself lies set aside."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from parcli.model.finding import Finding
from parcli.model.period import Period
from parcli.model.register import Placement, ResultKey
from parcli.model.unit import Unit
from parcli.workflows.batch import Outcome, UnitTable


class Taken(Struct, frozen=True):
    """One file of the run, or one unit of it where it is of several.

    ``mark`` is where its outcome lies; ``keys`` are the results that it gives. ``stands`` tells that the
    register has them as they are, ``lacking`` why it keeps its own in their place; ``files`` are the hashes
    of all files of a result of several, by path. An ``absorbed`` one is part of the result of another; a
    ``blank`` one is a result only as such a part.
    """

    outcome: type[Outcome]
    file: str
    sha256: str
    mark: int
    keys: frozenset[ResultKey] = frozenset()
    unit: Unit | None = None
    placement: Placement | None = None
    stands: bool = False
    lacking: Finding | None = None
    files: Mapping[str, str] = field(default_factory=dict)
    absorbed: bool = False
    blank: bool = False

    def table(self, period: Period) -> UnitTable:
        """Return the unit's table, to be read again."""
        assert self.unit is not None
        return UnitTable(self.file, self.sha256, self.unit, period)
