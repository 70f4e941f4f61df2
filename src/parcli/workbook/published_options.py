"""Holds what the options say of a published table against what the table itself says; it reads no cell."""

from __future__ import annotations

from msgspec import Struct

from parcli.errors import UnusableFile
from parcli.messages.labels import LABELS
from parcli.model.finding import Param
from parcli.model.folding import folded
from parcli.model.period import Period
from parcli.model.unit import Level


class Given(Struct, frozen=True):
    """What the options say of the table in ``path``; it fills what the table leaves out.

    Each method returns what applies: what the table states at ``place``, else the option, else None.

    Raises:
        UnusableFile: the table states something else than the option; the sentence names the cell and both.
    """

    path: str
    index: str | None = None
    period: Period | None = None
    level: Level | None = None
    source: str | None = None

    def index_or(self, stated: str, place: str) -> str | None:
        """Return the index; upper and lower case are one."""
        if self.index and stated and folded(stated) != folded(self.index):
            raise self._refusal("--index", stated, self.index, place=place)
        return stated or self.index

    def period_or(self, stated: Period | None, place: str) -> Period | None:
        """Return the period."""
        if self.period and stated and stated != self.period:
            raise self._refusal("--period", str(stated), str(self.period), place=place)
        return stated or self.period

    def level_or(self, stated: Level | None, place: str) -> Level | None:
        """Return the level."""
        if self.level and stated and stated != self.level:
            raise self._refusal("--level", LABELS[f"level-{stated}"], self.level, place=place)
        return stated or self.level

    def _refusal(self, option: str, stated: Param, given: str, *, place: str) -> UnusableFile:
        params: dict[str, Param] = {"option": option, "stated": stated, "given": given, "place": place}
        return UnusableFile("table-says-otherwise", path=self.path, **params)
