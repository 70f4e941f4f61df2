"""What an office may set, as values with their defaults; reads neither files nor the environment."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from parcli.model.period import Period
from parcli.model.text import Lang
from parcli.model.unit import Level

ANY_PERIOD = "default"


class ReportSettings(Struct, frozen=True):
    """Where reports are written; a path is relative to the project's folder.

    ``on_behalf`` is the line above the signer's post in Word files, as "TM. …", where a body decides and not
    its head alone.
    """

    folder: str = "reports"
    on_behalf: str = ""


class Settings(Struct, frozen=True):
    """The settings of a project; paths are relative to its folder.

    ``levels`` are those in use (none: all), ``blocks`` maps a block's id to its title, ``sets`` is the folder
    of the office's own criteria sets. ``criteria`` gives for a level the set's id by period (``2023``,
    ``2023-H1``) or for ``default``. ``header_words`` are headers of the office's own forms by the role of
    their columns (``self``, ``appraised_1``…, ``ignore``).
    """

    office: str = ""
    lang: Lang = "vi"
    store: str = "parindex.db"
    sets: str = "criteria"
    levels: tuple[Level, ...] = ()
    blocks: Mapping[str, str] = field(default_factory=dict)
    criteria: Mapping[Level, Mapping[str, str]] = field(default_factory=dict)
    reports: ReportSettings = ReportSettings()
    header_words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def criteria_for(self, level: Level, period: Period) -> str | None:
        """Return the id of the set for a level and period: the period's own, its year's, else the default."""
        sets = self.criteria.get(level, {})
        keys = (str(period), str(period.year), ANY_PERIOD)
        return next((sets[key] for key in keys if key in sets), None)
