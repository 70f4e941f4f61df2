"""Holds a printed score at what can be: a figure that no score can have is said and not used as a number."""

from __future__ import annotations

from msgspec.structs import replace

from parcli.model.finding import Finding, Param
from parcli.workbook.figures import NO_FIGURE, Figure

_WHOLE = 1
# A bonus lifts points a little above the maximum; at twice the maximum one of both numbers is another thing.
_MOST_TIMES = 2


def possible(figure: Figure, *, text: str, name: str, place: str) -> tuple[Figure, tuple[Finding, ...]]:
    """Return what of a figure can be used, and what is to be said; ``text`` is the score as printed.

    Points below 0, a maximum that is not above 0 and points of twice the maximum or more are errors: nothing
    of the figure is used. Points above the maximum are used, with a warning: there are sets with a bonus. A
    percentage above 100 that no such points explain is not used.
    """
    params: dict[str, Param] = {"name": name, "text": text}
    if (wrong := _impossible(figure)) is not None:
        return NO_FIGURE, (Finding(wrong, place, params),)
    points, most, percent = figure.points, figure.max_points, figure.percent
    above = points is not None and most is not None and points > most
    if above:
        return figure, (Finding("published-points-above-max", place, {**params, "max": most or 0}),)
    if percent is not None and percent > _WHOLE:
        return replace(figure, percent=None), (Finding("published-percent-above-100", place, params),)
    return figure, ()


def _impossible(figure: Figure) -> str | None:
    points, most = figure.points, figure.max_points
    if any(value is not None and value < 0 for value in (points, figure.percent)):
        return "published-figure-negative"
    if most is not None and most <= 0:
        return "published-max-not-positive"
    if points is not None and most is not None and points >= _MOST_TIMES * most:
        return "published-points-impossible"
    return None
