"""What a user asks of a workbook beyond the file itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from parcli.errors import WrongUsage
from parcli.model.period import Period
from parcli.model.score import ScoreStage
from parcli.project.settings import Settings
from parcli.workbook.points_table import PointsTable


@dataclass(frozen=True, slots=True)
class Request:
    """Options that stand in for, or confirm, what a workbook says above its table.

    ``unit_code`` is the register's for ``unit``, "" where it has none. ``folders`` are searched for criteria
    sets before the packaged ones. ``tables`` are points that come from elsewhere; ``settings`` say which set
    a level uses in a period.
    """

    criteria: str | None = None
    unit: str | None = None
    unit_code: str = ""
    period: Period | None = None
    block: str | None = None
    stage: ScoreStage = "final"
    folders: tuple[Path, ...] = ()
    tables: tuple[PointsTable, ...] = ()
    settings: Settings = field(default_factory=Settings)


def period_from(text: str | None) -> Period | None:
    """Return the period that an option names.

    Raises:
        WrongUsage: text in another notation than ``2023``, ``2023-H1``, ``2023-Q2``.
    """
    if text is None:
        return None
    try:
        return Period.parse(text)
    except ValueError as error:
        raise WrongUsage("period-unknown", text=text) from error
