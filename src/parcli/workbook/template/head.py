"""What a template is made for: a set, a unit, a period, an office; values only."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from parcli.messages.template_sheet import period_words
from parcli.model.criteria_set import CriteriaSet
from parcli.model.period import Period
from parcli.model.text import Lang
from parcli.model.unit import Unit


class TemplateHead(Struct, frozen=True):
    """One unit's template. ``unit.block`` is a block's id; ``office`` is who asks for the self-assessment."""

    criteria_set: CriteriaSet
    unit: Unit
    period: Period
    made_at: datetime
    tool_version: str
    office: str = ""
    lang: Lang = "vi"

    @property
    def block_title(self) -> str:
        """Return the title of the unit's block, "" where the set has no such block."""
        title = self.criteria_set.blocks.get(self.unit.block)
        return title.in_(self.lang) if title is not None else ""

    @property
    def period_words(self) -> str:
        """Return the period in words."""
        return period_words(self.period, self.lang)
