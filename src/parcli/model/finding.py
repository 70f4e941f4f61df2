"""A finding: what is wrong with data, where, and how heavy; its text is made in ``messages``."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING

from msgspec import Struct, field

from parcli.model.text import Text

if TYPE_CHECKING:  # the help of the command line words texts without loading the rules
    from parcli.model.rules import Interval


class Severity(StrEnum):
    """``error``: a number is not used or a rule is broken; ``warning``: used, but look; ``info``: noted."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Percent(Struct, frozen=True):
    """A value to be shown in per cent (9/10 is shown as 90 %)."""

    value: Fraction


class Bounds(Struct, frozen=True):
    """An interval to be shown in the regulation's words, in per cent where ``percent``."""

    interval: Interval
    percent: bool


Param = str | int | Fraction | Percent | Bounds | Text | tuple["Param", ...]


class Finding(Struct, frozen=True):
    """One fact about the data that somebody should act on or know.

    ``code`` is stable and names one entry of the table in ``messages.findings``; ``place`` is ``Sheet!B7`` or
    ``file.yaml:12`` (empty where the whole file is meant); ``params`` fill the entry's text. The
    severity comes from the table, so that one code never has two.
    """

    code: str
    place: str = ""
    params: Mapping[str, Param] = field(default_factory=dict)
