"""An area's figures from stored nodes or from print, and finding the same area elsewhere; ranks nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from parcli.model.folding import folded
from parcli.model.register import StoredNode
from parcli.model.rules import Rounding
from parcli.model.text import Text
from parcli.scoring.rounding import rounded_exact

# at most three digits before the mark: an area's figure is no more than 100, so the mark is a decimal one
_PRINTED = re.compile(r"(\d{1,3})(?:[.,](\d{1,4}))?\s*(%|điểm)?")
_MOST = 100


@dataclass(frozen=True, slots=True)
class AreaFigure:
    """An area's figures, as far as they are known; ``printed`` is the text of a published one.

    ``points`` and ``percent`` are rounded for publication, ``exact_points`` and ``exact_percent`` are not.
    """

    code: str
    title: Text
    points: Fraction | None = None
    applicable_max: Fraction | None = None
    percent: Fraction | None = None
    exact_points: Fraction | None = None
    exact_percent: Fraction | None = None
    printed: str = ""


def own_areas(nodes: Iterable[StoredNode], rounding: Rounding) -> tuple[AreaFigure, ...]:
    """Return the areas among a stored result's nodes, in their order."""
    return tuple(_own_area(node, rounding) for node in nodes if node.role == "area")


def printed_areas(areas: Mapping[str, str]) -> tuple[AreaFigure, ...]:
    """Return published areas; what can be read in one way only ("53,57 %", "8.12") becomes a number too."""
    return tuple(_printed_area(name, text) for name, text in areas.items())


def find_area(areas: Iterable[AreaFigure], code: str, *, title: str) -> AreaFigure | None:
    """Return the area with this code, else the one with this title (publications often print no code)."""
    by_title = None
    for area in areas:
        if area.code == code:
            return area
        if by_title is None and folded(area.title.vi) == folded(title):
            by_title = area
    return by_title


def _own_area(node: StoredNode, rounding: Rounding) -> AreaFigure:
    percent = node.points / node.applicable_max * 100 if node.applicable_max else None
    return AreaFigure(
        code=node.code,
        title=node.title,
        points=rounded_exact(node.points, rounding),
        applicable_max=node.applicable_max,
        percent=None if percent is None else rounded_exact(percent, rounding),
        exact_points=node.points,
        exact_percent=percent,
    )


def _printed_area(name: str, text: str) -> AreaFigure:
    match = _PRINTED.fullmatch(text.strip())
    value = Fraction(f"{match[1]}.{match[2] or 0}") if match else None
    if match is None or value is None or value > _MOST:
        return AreaFigure(name, Text(name), printed=text)
    if match[3] == "%":
        return AreaFigure(name, Text(name), percent=value, exact_percent=value, printed=text)
    return AreaFigure(name, Text(name), points=value, exact_points=value, printed=text)
