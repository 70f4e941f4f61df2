"""A scoring period: a year, a half-year or a quarter, written ``2023``, ``2023-H1``, ``2023-Q2``."""

from __future__ import annotations

import re

from msgspec import Struct

FIRST_YEAR, LAST_YEAR = 1900, 2200  # another year is a slip of the finger: "0022", "20223"
_TEXT = re.compile(r"(\d{4})(?:-(H[12]|Q[1-4]))?")


class Period(Struct, frozen=True):
    """``part`` is None for a whole year, else ``H1``, ``H2`` or ``Q1`` to ``Q4``."""

    year: int
    part: str | None = None

    @classmethod
    def parse(cls, text: str) -> Period:
        """Read the canonical notation.

        Raises:
            ValueError: any other text, or a year out of ``FIRST_YEAR`` to ``LAST_YEAR``.
        """
        match = _TEXT.fullmatch(text.strip().upper())
        if match is None or not FIRST_YEAR <= int(match[1]) <= LAST_YEAR:
            raise ValueError(text)
        return cls(int(match[1]), match[2])

    @property
    def order(self) -> tuple[int, int, int]:
        """Return a key that sorts periods by when they end, the shorter first (Q2, H1, …, Q4, H2, year)."""
        length, number = {"Q": 3, "H": 6, "": 12}[(self.part or "")[:1]], int((self.part or "1")[-1])
        return self.year, length * number, length

    def __str__(self) -> str:
        return str(self.year) if self.part is None else f"{self.year}-{self.part}"
