"""A chart as a page places it: its caption and its SVG for wide and for narrow screens."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup
from msgspec import Struct

from parcli.report.charts.shapes import Drawing
from parcli.report.charts.svg import bare_svg, svg

WIDE = 920.0
NARROW = 360.0


class Figure(Struct, frozen=True):
    """A chart's caption and markup; ``narrow`` is empty where one drawing fits every screen."""

    caption: str
    wide: Markup
    narrow: Markup = Markup()


def responsive(draw: Callable[[float], Drawing], key: str, caption: str) -> Figure:
    """Return a figure drawn for both widths; ``key`` is unique in the page."""
    return Figure(caption, Markup(svg(draw(WIDE), key)), Markup(svg(draw(NARROW), f"{key}-n")))


def single(drawing: Drawing, key: str, caption: str) -> Figure:
    """Return a figure of one drawing."""
    return Figure(caption, Markup(svg(drawing, key)))


def inline(drawing: Drawing | None) -> Markup:
    """Return a small drawing that repeats figures beside it, nothing without one."""
    return Markup() if drawing is None else Markup(bare_svg(drawing))
