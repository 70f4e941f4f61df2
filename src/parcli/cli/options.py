"""Arguments and options that commands share; help texts are keys of ``messages.help``."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from parcli.model.finding import Severity
from parcli.model.folding import folded
from parcli.model.score import ScoreStage
from parcli.project.words import unit_words


class TableFormat(StrEnum):
    """Output of commands that list something."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


class TreeFormat(StrEnum):
    """Output of commands that print a tree."""

    TABLE = "table"
    JSON = "json"


class RankFormat(StrEnum):
    """Output of a ranking."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MD = "md"


class PlanFormat(StrEnum):
    """Output of plans; the last two are files."""

    TABLE = "table"
    JSON = "json"
    MD = "md"
    DOCX = "docx"
    XLSX = "xlsx"


class StageChoice(StrEnum):
    """The stage that is scored."""

    SELF = "self"
    FINAL = "final"

    @property
    def stage(self) -> ScoreStage:
        """Return the stage by the name that the core knows it by."""
        return "self" if self is StageChoice.SELF else "final"


class LevelChoice(StrEnum):
    """The administrative levels; a user may also type a word of them that ``units.csv`` takes ("xã")."""

    MINISTRY = "ministry"
    PROVINCE = "province"
    DEPARTMENT = "department"
    DIVISION = "division"
    DISTRICT = "district"
    COMMUNE = "commune"

    @classmethod
    def _missing_(cls, value: object) -> LevelChoice | None:
        level = unit_words().levels.get(folded(str(value)))
        return None if level is None else cls(level)


class FailOn(StrEnum):
    """The least severity that makes a command exit with 1."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    NEVER = "never"

    def severities(self) -> frozenset[Severity]:
        """Return the severities that count."""
        order = (Severity.ERROR, Severity.WARNING, Severity.INFO)
        names = ("error", "warning", "info")
        return frozenset() if self is FailOn.NEVER else frozenset(order[: names.index(self.value) + 1])


Workbooks = Annotated[list[Path], typer.Argument(metavar="WORKBOOK...", help="arg-workbooks")]
Workbook = Annotated[Path, typer.Argument(metavar="WORKBOOK", help="arg-workbook")]
Criteria = Annotated[str | None, typer.Option("--criteria", metavar="ID", help="opt-criteria")]
Unit = Annotated[str | None, typer.Option("--unit", metavar="NAME", help="opt-unit")]
PeriodText = Annotated[str | None, typer.Option("--period", metavar="PERIOD", help="opt-period")]
Level = Annotated[LevelChoice | None, typer.Option("--level", help="opt-level", show_default=False)]
ResultLevel = Annotated[
    LevelChoice | None, typer.Option("--level", help="opt-result-level", show_default=False)
]
ResultUnit = Annotated[str, typer.Argument(metavar="UNIT", help="arg-result-unit")]
Year = Annotated[int | None, typer.Option("--year", metavar="YEAR", help="opt-year")]
Index = Annotated[str | None, typer.Option("--index", metavar="NAME", help="opt-index")]
Block = Annotated[str | None, typer.Option("--block", metavar="ID", help="opt-block")]
RankBlock = Annotated[str | None, typer.Option("--block", metavar="ID", help="opt-rank-block")]
Stage = Annotated[StageChoice, typer.Option("--stage", help="opt-stage", show_default=False)]
Format = Annotated[TableFormat, typer.Option("--format", help="opt-format", show_default=False)]
FormatOfRanking = Annotated[RankFormat, typer.Option("--format", help="opt-format-rank", show_default=False)]
FormatOfTree = Annotated[TreeFormat, typer.Option("--format", help="opt-format-tree", show_default=False)]
Tables = Annotated[
    list[Path] | None, typer.Option("--with", metavar="TABLE", help="opt-with", show_default=False)
]
Maps = Annotated[
    list[str] | None, typer.Option("--map", metavar="COLUMN=ROLE", help="opt-map", show_default=False)
]
NoStore = Annotated[bool, typer.Option("--no-store", help="opt-no-store")]
Workers = Annotated[int | None, typer.Option("--workers", metavar="N", min=1, help="opt-workers")]
Reason = Annotated[str, typer.Option("--reason", metavar="TEXT", help="opt-reason", show_default=False)]
FailOnOption = Annotated[FailOn, typer.Option("--fail-on", help="opt-fail-on", show_default=False)]
