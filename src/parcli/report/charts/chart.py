"""A chart that can be had at any width: what it is called and what draws it; it draws nothing itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from msgspec import Struct

from parcli.report.charts.shapes import Drawing


class Chart(Struct, frozen=True):
    """What stands below a chart, and what draws it in a width."""

    caption: str
    drawn: Callable[[float], Drawing]


def charted(draw: partial[Drawing], title: str, description: str, legends: Iterable[str] = ()) -> Chart:
    """Return a chart to be drawn in any width, where all else is given; legends are in its caption alone."""
    return Chart(
        " ".join((title, *legends)),
        lambda width: draw(title=title, description=description, width=width),
    )
