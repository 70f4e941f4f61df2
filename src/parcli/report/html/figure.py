"""A chart as a page places it: its caption and its SVG for wide and for narrow screens."""

from __future__ import annotations

from markupsafe import Markup
from msgspec import Struct

from parcli.report.charts.chart import Chart
from parcli.report.charts.shapes import Drawing
from parcli.report.charts.svg import bare_svg, svg

WIDE = 920.0
NARROW = 360.0
HALF = 390.0  # two of them stand beside one another


class Figure(Struct, frozen=True):
    """A chart's caption and markup; ``narrow`` is empty where one drawing fits every screen."""

    caption: str
    wide: Markup
    narrow: Markup = Markup()


def responsive(chart: Chart | None, key: str) -> Figure | None:
    """Return a chart drawn for both widths, None of none; ``key`` is unique in the page."""
    if chart is None:
        return None
    return Figure(
        chart.caption,
        Markup(svg(chart.drawn(WIDE), key)),
        Markup(svg(chart.drawn(NARROW), f"{key}-n")),
    )


def single(chart: Chart | None, key: str) -> Figure | None:
    """Return a chart drawn once for every screen, None of none; ``key`` is unique in the page."""
    return None if chart is None else Figure(chart.caption, Markup(svg(chart.drawn(HALF), key)))


def inline(drawing: Drawing | None) -> Markup:
    """Return a small drawing that repeats figures beside it, nothing without one."""
    return Markup() if drawing is None else Markup(bare_svg(drawing))
