"""A unit that is scored, and the administrative levels."""

from __future__ import annotations

from typing import Literal, get_args

from msgspec import Struct

Level = Literal["ministry", "province", "department", "division", "district", "commune"]
LEVELS: tuple[Level, ...] = get_args(Level)


class Unit(Struct, frozen=True):
    """A unit as a workbook names it; ``code`` and ``block`` are empty where nothing states them."""

    name: str
    code: str = ""
    level: Level | None = None
    block: str = ""
