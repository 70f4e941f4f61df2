"""A chart that can be had at any width: what it is called and what draws it; it draws nothing itself."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from msgspec import Struct

from parcli.report.charts.shapes import Drawing


class Chart(Struct, frozen=True):
    """What stands below a chart, and what draws it in a width."""

    caption: str
    drawn: Callable[[float], Drawing]


def drawn_by(draw: partial[Drawing], title: str, description: str) -> Callable[[float], Drawing]:
    """Return what draws a chart in a width, where all else of it is given."""
    return lambda width: draw(title=title, description=description, width=width)
