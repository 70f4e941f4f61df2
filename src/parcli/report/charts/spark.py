"""Draws the last few values of a unit as a small line with a dot at its end."""

from __future__ import annotations

from collections.abc import Sequence

from parcli.report.charts.scale import Scale
from parcli.report.charts.shapes import Curve, Dot, Drawing, Shape

_WIDTH, _HEIGHT, _EDGE = 58.0, 18.0, 3.0


def spark(values: Sequence[float | None], low: float, high: float) -> Drawing | None:
    """Return the line between ``low`` and ``high``, the same for all units of a table; None of one value.

    A period without a value breaks the line.
    """
    if sum(value is not None for value in values) < 2:
        return None
    top = Scale(low, high if high > low else low + 1, _HEIGHT - _EDGE, _EDGE)
    gap = (_WIDTH - 2 * _EDGE) / (len(values) - 1)
    places = [None if value is None else (_EDGE + gap * n, top.at(value)) for n, value in enumerate(values)]
    shapes: list[Shape] = []
    run: list[tuple[float, float]] = []
    for place in [*places, None]:
        if place is not None:
            run.append(place)
            continue
        if len(run) > 1:
            shapes.append(Curve(tuple(run), "spark"))
        run = []
    if places[-1] is not None:
        shapes.append(Dot(*places[-1], 2.2, "spark-end"))
    return Drawing(_WIDTH, _HEIGHT, "", "", tuple(shapes))
