"""An area's figures from stored nodes or from print, and finding the same area elsewhere; ranks nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from functools import lru_cache
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from parcli.messages.vocabulary import PERCENT_WORDS, POINT_WORDS
from parcli.model.folding import folded
from parcli.model.register import PublishedResult, StoredNode
from parcli.model.rules import Rounding
from parcli.model.score import State
from parcli.model.text import Text
from parcli.scoring.rounding import rounded_exact

# at most three digits before the mark: an area's figure is no more than 100, so the mark is a decimal one
_NUMBER = r"[0-9]{1,3}(?:[.,][0-9]{1,4})?"
_PRINTED = re.compile(rf"({_NUMBER})(?:\s*/\s*({_NUMBER}))?\s*({'|'.join((*PERCENT_WORDS, *POINT_WORDS))})?")
_MOST = 100


class AreaFigure(Struct, frozen=True, gc=False):
    """An area's figures, as far as they are known; ``printed`` and ``printed_rank`` are of a published one.

    ``points`` and ``percent`` are rounded for publication, ``exact_points`` and ``exact_percent`` are not.
    ``incomplete`` is False where every criterion of the area has points, whatever the unit lacks elsewhere.
    ``empty`` says why nothing of the area is scored ("pending" and so on), "" where something is.
    """

    code: str
    title: Text
    points: Fraction | None = None
    applicable_max: Fraction | None = None
    percent: Fraction | None = None
    exact_points: Fraction | None = None
    exact_percent: Fraction | None = None
    printed: str = ""
    printed_rank: int | None = None
    incomplete: bool = True
    empty: str = ""


def own_areas(
    nodes: Iterable[StoredNode], rounding: Rounding, known: dict[tuple[int, bool], AreaFigure] | None = None
) -> tuple[AreaFigure, ...]:
    """Return the areas among a stored result's nodes, in their order.

    Whether an area is complete is known where the nodes below it are given too, in the official order.
    ``known`` keeps figures by their node's identity, for nodes that are read at once and share equal ones; it
    must live no longer than they do.
    """
    known = {} if known is None else known
    areas: list[AreaFigure] = []
    for node, below in _with_leaves(nodes):
        incomplete = not below or any(_lacks_points(leaf) for leaf in below)
        figure = known.get((id(node), incomplete))
        if figure is None:
            figure = known[id(node), incomplete] = _own_area(node, rounding, incomplete=incomplete)
        areas.append(figure)
    return tuple(areas)


def printed_areas(
    areas: Mapping[str, str], ranks: Mapping[str, int] = MappingProxyType({}), *, rounding: Rounding
) -> tuple[AreaFigure, ...]:
    """Return published areas by code or title, with their figures as printed, their ranks, or both.

    What can be read in one way only ("53,57 %", "8.12", "12.23/15.5") becomes numbers too; ``rounding`` is
    for the percentage of points with a maximum.
    """
    return tuple(
        replace(_printed_area(name, areas.get(name, ""), rounding), printed_rank=ranks.get(name))
        for name in dict.fromkeys((*areas, *ranks))
    )


def area_publication(
    result: PublishedResult, area: AreaFigure, *, rounding: Rounding
) -> PublishedResult | None:
    """Return what a publication prints of an area in place of the total, None where it prints none."""
    printed = printed_areas(result.areas, result.area_ranks, rounding=rounding)
    found = find_area(printed, area.code, title=area.title.vi)
    if found is None:
        return None
    return replace(
        result,
        score_as_printed=found.printed,
        points=found.points,
        max_points=found.applicable_max,
        percent=found.percent,
        rank=found.printed_rank,
        rank_of=None,
        grade="",
    )


def find_area(areas: Iterable[AreaFigure], code: str, *, title: str) -> AreaFigure | None:
    """Return the area with this code, else the one with this title (publications often print no code)."""
    known = tuple(areas)
    for area in known:
        if area.code == code:
            return area
    wanted = folded(title)
    return next((area for area in known if folded(area.title.vi) == wanted), None)


def _with_leaves(nodes: Iterable[StoredNode]) -> Iterator[tuple[StoredNode, tuple[StoredNode, ...]]]:
    """Yield each area with the scored nodes below it; an area that is scored itself is its own."""
    area, leaves = None, list[StoredNode]()
    for node in nodes:
        if area is not None and node.depth <= area.depth:
            yield area, tuple(leaves)
            area = None
        if node.role == "area":
            area, leaves = node, []
        if area is not None and node.rule:
            leaves.append(node)
    if area is not None:
        yield area, tuple(leaves)


def _lacks_points(leaf: StoredNode) -> bool:
    return leaf.state == State.MISSING and leaf.applicable_max > 0


def _own_area(node: StoredNode, rounding: Rounding, *, incomplete: bool) -> AreaFigure:
    points, percent, exact_percent = _figures(node.points, node.applicable_max, rounding)
    return AreaFigure(
        node.code,
        node.title,
        points,
        node.applicable_max,
        percent,
        node.points,
        exact_percent,
        incomplete=incomplete,
        empty="" if node.applicable_max else node.state,
    )


def _printed_area(name: str, text: str, rounding: Rounding) -> AreaFigure:
    area = AreaFigure(name, Text(name), printed=text)
    match = _PRINTED.fullmatch(text.strip())
    value = _number(match[1]) if match else None
    if match is None or value is None or value > _MOST:
        return area
    if match[2]:
        most = _number(match[2])
        return (
            area
            if match[3] in PERCENT_WORDS or value >= 2 * most
            else _with_points(area, value, most, rounding)
        )
    if match[3] in PERCENT_WORDS:
        return replace(area, percent=value, exact_percent=value)
    return replace(area, points=value, exact_points=value)


def _number(text: str) -> Fraction:
    return Fraction(text.replace(",", "."))


def _with_points(area: AreaFigure, points: Fraction, most: Fraction, rounding: Rounding) -> AreaFigure:
    published, percent, exact_percent = _figures(points, most, rounding)
    return replace(
        area,
        points=published,
        applicable_max=most,
        percent=percent,
        exact_points=points,
        exact_percent=exact_percent,
    )


# thousands of units have few different figures in an area; the same object is equal at once
@lru_cache(maxsize=16_384)
def _figures(
    points: Fraction, most: Fraction, rounding: Rounding
) -> tuple[Fraction, Fraction | None, Fraction | None]:
    """Return points and percentage as published, and the exact percentage; None where nothing applies."""
    published = rounded_exact(points, rounding)
    if not most:
        return published, None, None
    percent = points / most * 100
    return published, rounded_exact(percent, rounding), percent
