"""A scoring period: a year, a half-year or a quarter, written ``2023``, ``2023-H1``, ``2023-Q2``."""

from __future__ import annotations

import re
from dataclasses import dataclass

_TEXT = re.compile(r"(\d{4})(?:-(H[12]|Q[1-4]))?")


@dataclass(frozen=True, slots=True)
class Period:
    """``part`` is None for a whole year, else ``H1``, ``H2`` or ``Q1`` to ``Q4``."""

    year: int
    part: str | None = None

    @classmethod
    def parse(cls, text: str) -> Period:
        """Read the canonical notation.

        Raises:
            ValueError: any other text.
        """
        match = _TEXT.fullmatch(text.strip().upper())
        if match is None:
            raise ValueError(text)
        return cls(int(match[1]), match[2])

    def __str__(self) -> str:
        return str(self.year) if self.part is None else f"{self.year}-{self.part}"
