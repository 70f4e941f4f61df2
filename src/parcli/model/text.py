"""Titles and labels in Vietnamese with an optional English one."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Lang = Literal["vi", "en"]


class Text(Struct, frozen=True):
    """A title as the regulation words it; English falls back to Vietnamese where none is given."""

    vi: str
    en: str | None = None

    def in_(self, lang: Lang) -> str:
        """Return the text in the language asked for."""
        return self.en if lang == "en" and self.en else self.vi
