"""What a user asks of a workbook beyond the file itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, field

from parcli.errors import WrongUsage
from parcli.model.column_role import COLUMN_ROLES
from parcli.model.period import FIRST_YEAR, LAST_YEAR, Period
from parcli.model.score import ScoreStage
from parcli.project.settings import Settings
from parcli.project.units import RegisteredUnit
from parcli.workbook.own_words import NO_WORDS, OwnWords

if TYPE_CHECKING:  # most commands join no table
    from parcli.workbook.points_table import PointsTable


class Request(Struct, frozen=True):
    """Options that stand in for, or confirm, what a workbook says above its table.

    ``unit_code`` is the register's for ``unit``, "" where it has none; ``unit_names`` are what else the unit
    is called. ``folders`` are searched for criteria sets before the packaged ones. ``tables`` are points that
    come from elsewhere; ``settings`` say which set a level uses in a period; ``words`` what columns hold.
    ``units`` are the office's, one of which a workbook may name in its heading alone.
    """

    criteria: str | None = None
    unit: str | None = None
    unit_code: str = ""
    unit_names: tuple[str, ...] = ()
    period: Period | None = None
    block: str | None = None
    stage: ScoreStage = "final"
    folders: tuple[Path, ...] = ()
    tables: tuple[PointsTable, ...] = ()
    settings: Settings = field(default_factory=Settings)
    words: OwnWords = NO_WORDS
    units: tuple[RegisteredUnit, ...] = ()


def period_from(text: str | None) -> Period | None:
    """Return the period that an option names.

    Raises:
        WrongUsage: text in another notation than ``2023``, ``2023-H1``, ``2023-Q2``, or no year of ours.
    """
    if text is None:
        return None
    try:
        return Period.parse(text)
    except ValueError as error:
        raise WrongUsage("period-unknown", text=text) from error


def asked_period(year: int | None, text: str | None) -> Period | None:
    """Return the period that two options name, a year or any period.

    Raises:
        WrongUsage: both are given, the text is no period, or the year none that a period can be of.
    """
    if year is not None and text is not None:
        raise WrongUsage("year-and-period")
    asked = year_from(year)
    return Period(asked) if asked is not None else period_from(text)


def year_from(year: int | None) -> int | None:
    """Return the year that an option names.

    Raises:
        WrongUsage: a year out of those that a period can be of.
    """
    if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
        raise WrongUsage("year-unknown", text=str(year))
    return year


def words_from(maps: Iterable[str], settings: Settings) -> OwnWords:
    """Return an office's header words and what the options say of columns, each as ``header=role``.

    Raises:
        WrongUsage: an option without header or role, with a role that there is not, or two that disagree.
    """
    office = {text: role for role, texts in settings.header_words.items() for text in texts}
    return OwnWords(office, roles_asked(maps, COLUMN_ROLES))


def roles_asked(maps: Iterable[str], known: tuple[str, ...]) -> Mapping[str, str]:
    """Return the role of each header that options name, each as ``header=role`` with one of the known roles.

    Raises:
        WrongUsage: as for ``words_from``.
    """
    asked: dict[str, str] = {}
    for text in maps:
        header, mark, role = (part.strip() for part in text.rpartition("="))
        if not (header and mark and role):
            raise WrongUsage("map-unreadable", text=text)
        if role not in known:
            raise WrongUsage("map-role-unknown", text=text, role=role, known=known)
        if asked.setdefault(header, role) != role:
            raise WrongUsage("map-twice", header=header, first=asked[header], second=role)
    return asked
